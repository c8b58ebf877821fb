"""A page that lies in the site as it would be written again is not put together once more.

Last of all, a page goes through our own events after the theme, and is written. Where all that they read is
as it was, and the file still lies there as it was written, a text that stands for it goes that way instead.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from .site_files import THERE, FilesOfSite

_OURS = "mkdocs_career_roadmap."


class _StandIn(str):
    """What stands for the text of a page: no text, but not empty."""

    __slots__ = ()

    def encode(self, *args: Any, **kwargs: Any) -> bytes:
        return THERE


STAND_IN: str = _StandIn("This page lies in the site.")


class Finish(NamedTuple):
    """What finishes a page after the theme, as `Building` knows it."""

    made_of: Callable[[Page], Hashable | None]
    """Returns all that is read for it besides the page and the configuration; None: nobody can tell."""
    is_plain: Callable[[Page], bool]
    """True for a page, finished, of which that was all."""


class Standing:
    """The pages of one build that lie in the site already."""

    def __init__(self, files: FilesOfSite, finish: Finish | None, config: MkDocsConfig) -> None:
        """`finish` is None where nobody is known to finish pages."""
        self._files = files
        events = config.plugins.events["post_page"]
        is_known = all(type(getattr(event, "__self__", None)).__module__.startswith(_OURS)
                       for event in events)
        self._finish = finish if is_known else None

    def has(self, page: Page, output: object) -> bool:
        """True if the page lies in the site as it is finished from an output of the theme, which is an object
        of the build before. If it does not, it is expected to be written next.
        """
        self._files.expected = None
        made_of = self._finish.made_of(page) if self._finish else None
        if self._finish is None or made_of is None:
            return False
        path = os.path.normpath(page.file.abs_dest_path)
        if self._files.stands(path, (output, made_of)):
            return True
        is_plain = self._finish.is_plain
        self._files.expected = path, (output, made_of), lambda: is_plain(page)
        return False
