"""What search has of a page is taken from its HTML once for each HTML."""

from __future__ import annotations

import copy
from collections.abc import Hashable
from typing import Any, NamedTuple

from mkdocs.structure.pages import Page

from ...project.on_disk.freeze import UnfitError, frozen, stamp
from .naming import toc_of
from .shown import KeptContents

_LISTS = {
    "mkdocs.contrib.search.search_index.SearchIndex": "_entries",
    "material.plugins.search.plugin.SearchIndex": "entries",
}
"""The indexes that are known, with where each keeps what it has of the pages."""
_MATERIAL = "material.plugins.search.plugin.SearchPlugin"
_FOR_SEARCH = "data-search-"
"""What the attributes begin with that Material takes out of each page."""


class Found(NamedTuple):
    """The entries of a page, and what stands for all that they are made of."""

    key: str
    entries: list[dict[str, Any]]


KeptEntries = dict[str, dict[str, Found]]
"""By the kind of the index, then by source path."""
Keys = dict[tuple[str, str], tuple[Hashable, str]]
"""By the kind of the index and source path: all that entries are made of, and what stands for it."""


def remember_entries(plugins: Any, kept: KeptEntries, keys: Keys, contents: KeptContents) -> None:
    """Let the search plugins of a site, whose indexes are new, take from `kept` what is there already."""
    for plugin in plugins.values():
        index = getattr(plugin, "search_index", None)
        kind = f"{type(index).__module__}.{type(index).__qualname__}"
        if kind in _LISTS and "add_entry_from_context" not in vars(index):
            _remember(index, kind, kept.setdefault(kind, {}), keys, contents)


def _remember(index: Any, kind: str, kept: dict[str, Found], keys: Keys, contents: KeptContents) -> None:
    add, rules, name = index.add_entry_from_context, _rules(index), _LISTS[kind]

    def add_entry_from_context(page: Page) -> None:
        made_of = _made_of(page, rules, contents)
        at = kind, page.file.src_uri
        if made_of is not None and (at not in keys or keys[at][0] != made_of):
            keys[at] = made_of, stamp(made_of)
        key = keys[at][1] if made_of is not None else None
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


def _made_of(page: Page, rules: str | None, contents: KeptContents) -> Hashable | None:
    """Return all that the entries of a page are made of; None: nobody knows all of it. Its HTML is in it
    where it is kept anyhow, and else what stands for that.
    """
    if rules is None:
        return None
    path, content = page.file.src_uri, page.content
    is_kept = content is contents.html_of(path)
    try:
        return (rules, is_kept, content if is_kept else contents.digest(path, content), page.url, page.title,
                toc_of(page.toc), frozen({name: page.meta.get(name) for name in ("title", "tags", "search")}))
    except UnfitError:
        return None
