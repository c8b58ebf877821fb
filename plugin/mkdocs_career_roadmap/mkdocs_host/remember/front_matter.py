"""The front matter of a page is taken from its text once for each text, and that from its file once for each
look of the file.
"""

from __future__ import annotations

import copy
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as host
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from ...project.on_disk.freeze import digest
from ...project.on_disk.looks import KeptByLook
from .naming import is_view

_READ_SOURCE = Page.read_source


_FIXED = (str, int, float, bool, type(None), date)
"""Types of values that nobody can change."""


class Split(NamedTuple):
    """A text, and what MkDocs makes of it."""

    source: str | None
    """Its digest."""
    markdown: str
    meta: dict[str, Any]
    is_tree: bool
    """True if it is of lists, mappings and values that nobody can change, each in one place alone."""


@dataclass
class KeptSplits:
    """What lasts from build to build, by source path."""

    by_text: dict[str, Split] = field(default_factory=dict)
    by_look: KeptByLook[Split] = field(default_factory=KeptByLook)

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forget all pages that are not among these source paths."""
        for path in self.by_text.keys() - paths:
            del self.by_text[path]
        self.by_look.keep_only(paths)


def read_source(kept: KeptSplits, page: Page, config: MkDocsConfig) -> None:
    """Do what `Page.read_source` does."""
    if is_view(page):
        _read_source(kept, page, config)
        page.meta.setdefault("template", "blog.html")  # which is all that it does besides
    elif type(page).read_source is _READ_SOURCE:
        _read_source(kept, page, config)
    else:
        type(page).read_source(page, config)


def _read_source(kept: KeptSplits, page: Page, config: MkDocsConfig) -> None:
    source = config.plugins.on_page_read_source(page=page, config=config)
    file = page.file
    if source is None and type(file) is File and file._content is None and file.abs_src_path is not None:
        known = kept.by_look.of(
            file.src_uri, file.abs_src_path, lambda: _split(kept.by_text, file.src_uri, _text_of(page)))
    else:
        known = _split(kept.by_text, file.src_uri, _text_of(page) if source is None else source)
    page.markdown = known.markdown
    page.meta = _copy(known.meta) if known.is_tree else copy.deepcopy(known.meta)


def _split(kept: dict[str, Split], path: str, text: str) -> Split:
    known, written = kept.get(path), digest(text)
    if known is None or known.source != written:
        markdown, values = meta.get_data(text)
        known = kept[path] = Split(written, markdown, values, _is_tree(values, set()))
    return known


def _is_tree(value: Any, seen: set[int]) -> bool:
    if type(value) not in (dict, list):
        return isinstance(value, _FIXED)
    if id(value) in seen:  # by an alias of YAML
        return False
    seen.add(id(value))
    return all(_is_tree(part, seen) for part in (value.values() if type(value) is dict else value))


def _copy(value: Any) -> Any:
    """Return a copy of a tree: what `deepcopy` makes of it, which looks out for what has no end."""
    if type(value) is dict:
        return {key: part if type(part) is str else _copy(part) for key, part in value.items()}
    return list(map(_copy, value)) if type(value) is list else value


def _text_of(page: Page) -> str:
    try:
        return page.file.content_string
    except OSError:
        host.log.error(f"File not found: {page.file.src_path}")
        raise
    except ValueError:
        host.log.error(f"Encoding error reading file: {page.file.src_path}")
        raise
