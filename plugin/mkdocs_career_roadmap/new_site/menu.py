"""The menu of the new site, as `nav` of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Item(NamedTuple):
    """An entry of a menu."""

    title: str
    target: str = ""
    """A file of the docs folder, or an address of the web. Empty: only what is in it counts."""
    inner: tuple[Item, ...] = ()


class SiteMenu(NamedTuple):
    """The menu of a site."""

    items: tuple[Item, ...]
    """Empty: the blog says none, and MkDocs lists all pages."""
    lost: tuple[str, ...] = ()
    """What led nowhere, as `Title (/address/)`."""


def whole_menu(items: Iterable[Item], lost: Sequence[str], posts: str) -> SiteMenu:
    """Return a menu that begins with the first page and has the list of posts."""
    made = list(items)
    there = set(targets(made))
    if posts not in there and posts != "index.md":
        made.append(Item("Blog", posts))
    if "index.md" not in there:
        made.insert(0, Item("Home", "index.md"))
    return SiteMenu(tuple(made), tuple(lost))


def targets(items: Iterable[Item]) -> Iterator[str]:
    """Yield what the entries of a menu lead to, those within others too."""
    for one in items:
        yield one.target
        yield from targets(one.inner)


def titles(items: Iterable[Item], target: str) -> Iterator[str]:
    """Yield what the entries that lead to a target are called, those within others too."""
    for one in items:
        if one.target == target:
            yield one.title
        yield from titles(one.inner, target)


def nav_of(items: Iterable[Item]) -> list[object]:
    """Return entries as `nav` of MkDocs has them; an entry with entries in it begins with its own page."""
    return [{one.title: one.target} if not one.inner else
            {one.title: [*([one.target] if one.target else []), *nav_of(one.inner)]} for one in items]
