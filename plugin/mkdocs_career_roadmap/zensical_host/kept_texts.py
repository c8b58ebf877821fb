"""What a preview remembers of the pages that it wrote: after a change, only what the change shows on is drawn
again, and only files that are not the same are written.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import quote

from ..pages.kept_drawings import KeptDrawings
from ..project.kept_readings import KeptReadings
from ..project.read_site import ReadSite
from ..reading.front_matter import FrontMatter, host_text, split
from ..vocabulary.paths import is_page

T = TypeVar("T")


@dataclass
class KeptTexts:
    """What was made of one site. It is for one configuration and the same templates only; at first it is
    empty. It lies in the memory of a preview, and nowhere else: it has what is private, too.
    """

    readings: KeptReadings = field(default_factory=KeptReadings)
    drawings: KeptDrawings = field(default_factory=KeptDrawings)
    files: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """What was written last, by folder and path."""
    parts: set[str] = field(default_factory=set)
    """The names of all parts: Zensical may still be at pages that have parts from before."""
    _site: tuple[object, ...] = ()
    _of_site: dict[str, Any] = field(default_factory=dict)
    _split: dict[str, FrontMatter] = field(default_factory=dict)
    _texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    _links: dict[tuple[str, str], str] = field(default_factory=dict)

    def begin(self, read: ReadSite) -> None:
        """Forget what was made of a site as a whole, unless this one is the same."""
        before, self._site = self._site, (read.site, read.files, read.problems)
        if not before or before[0] is not read.site or before[1:] != self._site[1:]:
            self._of_site.clear()

    def once(self, name: str, made_of: object, make: Callable[[], T]) -> T:
        """Return what is made of the whole site and of `made_of`, made once for each name."""
        if name not in self._of_site or self._of_site[name][0] != made_of:
            self._of_site[name] = made_of, make()
        made: T = self._of_site[name][1]
        return made

    def split(self, path: str, text: str) -> FrontMatter:
        """Return a page, split."""
        before, front = self._texts.get(path), self._split.get(path)
        if front is None or before is None or before[0] != text:
            front = split(path, text)
            self._split[path] = front
            self._texts[path] = text, (host_text(front) or text) if front.lost else text
        return front

    def for_host(self, path: str, text: str) -> str:
        """Return what a host should read of a page: of front matter that is lost, nothing."""
        self.split(path, text)
        return self._texts[path][1]

    def link(self, folder: str, target: str) -> str:
        """Return the link by which a page in a folder leads to a file."""
        if (folder, target) not in self._links:
            self._links[folder, target] = quote(posixpath.relpath(as_md(target), folder))
        return self._links[folder, target]


def as_md(path: str) -> str:
    """Return the path at which a file is staged: of pages Zensical knows one ending, and would copy the
    source of all others.
    """
    return f"{posixpath.splitext(path)[0]}.md" if is_page(path) else path
