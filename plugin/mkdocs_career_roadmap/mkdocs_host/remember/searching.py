"""What search has of a page is taken from its HTML once for each HTML."""

from __future__ import annotations

import copy
from typing import Any, NamedTuple

from mkdocs.structure.pages import Page

from .freeze import UnfitError, digest, frozen, stamp
from .shown import toc_of

_LISTS = {
    "mkdocs.contrib.search.search_index.SearchIndex": "_entries",
    "material.plugins.search.plugin.SearchIndex": "entries",
}
"""The indexes that are known, with where each keeps what it has of the pages."""


class Found(NamedTuple):
    """The entries of a page, and what stands for all that they are made of."""

    key: str
    entries: list[dict[str, Any]]


KeptEntries = dict[str, dict[str, Found]]
"""By the kind of the index, then by source path."""


def remember_entries(plugins: Any, kept: KeptEntries) -> None:
    """Let the search plugins of a site, whose indexes are new, take from `kept` what is there already."""
    for plugin in plugins.values():
        index = getattr(plugin, "search_index", None)
        kind = f"{type(index).__module__}.{type(index).__qualname__}"
        if kind in _LISTS and "add_entry_from_context" not in vars(index):
            _remember(index, _LISTS[kind], kept.setdefault(kind, {}))


def _remember(index: Any, name: str, kept: dict[str, Found]) -> None:
    add, rules = index.add_entry_from_context, _rules(index)

    def add_entry_from_context(page: Page) -> None:
        key = _key(page, rules)
        known = kept.get(page.file.src_uri)
        entries = getattr(index, name)
        if known is not None and key is not None and known.key == key:
            entries.extend(map(dict, known.entries))
            return
        before = len(entries)
        add(page)
        if key is not None:
            kept[page.file.src_uri] = Found(key, copy.deepcopy(entries[before:]))

    index.add_entry_from_context = add_entry_from_context


def _rules(index: Any) -> str | None:
    try:
        return stamp(frozen(index.config))
    except UnfitError:
        return None


def _key(page: Page, rules: str | None) -> str | None:
    """Return what stands for all that the entries of a page are made of; None: nobody knows all of it."""
    if rules is None:
        return None
    try:
        return stamp((rules, digest(page.content), page.url, page.title, toc_of(page.toc),
                      frozen({name: page.meta.get(name) for name in ("title", "tags", "search")})))
    except UnfitError:
        return None
