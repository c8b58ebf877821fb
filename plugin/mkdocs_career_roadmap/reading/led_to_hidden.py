"""What a site has beside its pages that leads to hidden ones: its navigation, and old addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

from ..vocabulary.problems import Place, Problem, problem
from .hidden import Hidden
from .old_addresses import Moved


def without_redirects_of_hidden(
    maps: Mapping[Any, Any], hidden: Hidden
) -> tuple[dict[Any, Any], list[Problem]]:
    """Return the `redirect_maps` of mkdocs-redirects without those that lead to or from a hidden page, and a
    problem for each: a page at its address would say that it was there.
    """
    found = {old: page for old, new in maps.items()
             if (page := hidden.leads_to("", f"/{str(old).lstrip('/')}") or hidden.leads_to("", str(new)))}
    told = [problem(
        "private-link", Place(page),
        f"redirect_maps leads from {old!r} to {str(maps[old])!r}; this page is {hidden.all[page]}, so the "
        "built site has no page there: take this line out") for old, page in found.items()]
    return {old: new for old, new in maps.items() if old not in found}, told


def without_addresses_of_hidden(
    moved: Iterable[Moved], hidden: Hidden
) -> tuple[list[Moved], list[Problem]]:
    """Return the old addresses that are none of a hidden page, and a problem for each other one."""
    kept, told = [], []
    for page in moved:
        at = (hidden.leads_to("", f"/{file}") for file in page.address.files)
        if (found := next(filter(None, at), None)) and found != page.path:
            told.append(problem(
                "private-link", page.address.place,
                f"{page.address.file!r} is the address of {found}, which is {hidden.all[found]}, so the "
                "built site has no page there; take it out"))
        else:
            kept.append(page)
    return kept, told


def without_hidden_nav(nav: Any, hidden: Mapping[str, str]) -> tuple[Any, list[Problem]]:
    """Return a site's `nav`, as YAML gives it, without the entries of hidden pages and sections of which
    nothing is left, and a problem for each such page. `hidden` is as `Hidden.pages`.
    """
    told: dict[str, Problem] = {}

    def is_kept(item: Any) -> bool:
        path = posixpath.normpath(item) if isinstance(item, str) else ""
        if path in hidden:
            told[path] = problem(
                "private-nav", Place(path),
                f"nav lists this page, which is {hidden[path]}, so the built site leaves the entry out")
        return path not in hidden

    def kept(items: Any) -> Any:
        if isinstance(items, list):
            return [left for item in items if is_kept(item) and (left := kept(item)) != {}]
        if isinstance(items, dict):
            left = ((key, kept(item)) for key, item in items.items() if is_kept(item))
            return {key: item for key, item in left if item != [] or items[key] == []}
        return items

    return (kept(nav) if hidden else nav), list(told.values())
