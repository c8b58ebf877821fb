"""The front matter of a page is taken from its text once for each text."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as host
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from .freeze import digest

_READ_SOURCE = Page.read_source


_FIXED = (str, int, float, bool, type(None), date)
"""Types of values that nobody can change."""


class Split(NamedTuple):
    """A text, and what MkDocs makes of it."""

    source: str | None
    """Its digest."""
    markdown: str
    meta: dict[str, Any]
    is_flat: bool
    """True if it has no lists and the like, which others may change."""


def read_source(kept: dict[str, Split], page: Page, config: MkDocsConfig) -> None:
    """Do what `Page.read_source` does. `kept` is by source path."""
    if type(page).read_source is not _READ_SOURCE:
        type(page).read_source(page, config)
        return
    source = config.plugins.on_page_read_source(page=page, config=config)
    if source is None:
        source = _text_of(page)
    known, written = kept.get(page.file.src_uri), digest(source)
    if known is None or known.source != written:
        markdown, values = meta.get_data(source)
        is_flat = all(isinstance(value, _FIXED) for value in values.values())
        known = kept[page.file.src_uri] = Split(written, markdown, values, is_flat)
    page.markdown = known.markdown
    page.meta = dict(known.meta) if known.is_flat else copy.deepcopy(known.meta)


def _text_of(page: Page) -> str:
    try:
        return page.file.content_string
    except OSError:
        host.log.error(f"File not found: {page.file.src_path}")
        raise
    except ValueError:
        host.log.error(f"Encoding error reading file: {page.file.src_path}")
        raise
