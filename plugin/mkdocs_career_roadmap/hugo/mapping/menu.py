"""The menu of a blog as `nav` of MkDocs: what its configuration and its pages say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_career_roadmap.new_site.menu import Item, SiteMenu, whole_menu

from ..blog.addresses import address_of
from ..blog.config import HugoConfig
from ..blog.pages import HugoPage

Find = Callable[[str], str | None]
"""From an address of the blog to the file of the docs folder that stands for it; None: there is none."""
_DEEPEST = 6
"""How deep entries stand below others."""
_NAMES = ("main", "header", "nav", "navbar", "primary", "top", "menu")


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry, as it is written."""

    title: str
    where: str
    weight: float
    key: str
    parent: str


def menu_of(
    config: HugoConfig, pages: Sequence[HugoPage], find: Find, by_name: Callable[[str], str | None]
) -> SiteMenu:
    """Return the menu of a blog, in which every entry leads somewhere; the first of the usual names that has
    an entry. `pages` are those that are published; `by_name` finds the address of a page by its path.
    """
    all_lost: list[str] = []
    menus = {**config.mapping("menu"), **config.mapping("menus")}
    for name in dict.fromkeys((*_NAMES, *menus)):
        entries = [*_written(menus.get(name), by_name), *_of_pages(pages, name, config)]
        if config.is_set("sectionPagesMenu") or config.text("sectionPagesMenu") == name:
            entries += _of_sections(pages, config, entries)
        if entries:
            lost: list[str] = []
            items = _items(entries, find, lost)
            if items:
                return whole_menu(items, lost, "index.md")
            all_lost += lost
    return SiteMenu((), tuple(all_lost))


def _written(value: object, by_name: Callable[[str], str | None]) -> Iterator[MenuEntry]:
    for one in value if isinstance(value, list) else ():
        if not isinstance(one, Mapping):
            continue
        where = one.get("url")
        if not where and isinstance(one.get("pageref"), str):
            where = by_name(str(one["pageref"])) or one["pageref"]
        title = " ".join(
            re.sub(
                r"<[^>]*>", "", str(one.get("name") or one.get("title") or one.get("identifier") or "")
            ).split()
        )
        if title:
            yield MenuEntry(
                title,
                str(where or ""),
                _weight(one),
                str(one.get("identifier") or one.get("name") or title),
                str(one.get("parent") or ""),
            )


def _of_pages(pages: Sequence[HugoPage], name: str, config: HugoConfig) -> Iterator[MenuEntry]:
    for page in pages:
        value = page.data.get("menus", page.data.get("menu"))
        inner: Mapping[str, object] = {}
        if isinstance(value, Mapping):
            if name not in value:
                continue
            found = value[name]
            inner = found if isinstance(found, Mapping) else {}
        elif name not in ([value] if isinstance(value, str) else value if isinstance(value, list) else []):
            continue
        title = str(inner.get("name") or page.data.get("linktitle") or page.title or page.stem)
        yield MenuEntry(
            title,
            address_of(page, config),
            _weight(inner) or _weight(page.data),
            str(inner.get("identifier") or title),
            str(inner.get("parent") or ""),
        )


def _of_sections(
    pages: Sequence[HugoPage], config: HugoConfig, there: Sequence[MenuEntry]
) -> Iterator[MenuEntry]:
    """Yield the sections at the top, but those whose name an entry has for its own."""
    known = {one.key for one in there}
    for page in pages:
        if page.sort == "section" and page.name.count("/") == 1 and page.section not in known:
            title = str(page.data.get("linktitle") or page.title or page.stem.title())
            yield MenuEntry(title, address_of(page, config), _weight(page.data), page.section, "")


def _weight(values: Mapping[str, object]) -> float:
    value = values.get("weight")
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0


def _items(entries: Sequence[MenuEntry], find: Find, lost: list[str]) -> list[Item]:
    """Return the entries by weight, those without at the end, each with those below it."""
    known = {one.key for one in entries}
    below: dict[str, list[MenuEntry]] = {}
    for one in sorted(entries, key=lambda entry: (entry.weight == 0, entry.weight, entry.title)):
        below.setdefault(one.parent if one.parent in known else "", []).append(one)
    return _items_below("", below, find, lost, 0)


def _items_below(
    parent: str, below: dict[str, list[MenuEntry]], find: Find, lost: list[str], depth: int
) -> list[Item]:
    made = []
    for one in below.pop(parent, ()):  # which are below one entry alone
        inner = tuple(_items_below(one.key, below, find, lost, depth + 1)) if depth < _DEEPEST else ()
        target = _target(one.where, find)
        if one.where and not target and one.where not in ("#", "/"):
            lost.append(f"{one.title} ({one.where})")
        if target or inner:
            made.append(Item(one.title, target, inner))
    return made


def _target(where: str, find: Find) -> str:
    if re.match(r"(?:https?://|mailto:)\S+$", where):
        return find(where) or where
    path = where.partition("#")[0].partition("?")[0]
    if not path or re.match(r"[\w+.-]*:|//", path):
        return ""
    return find(path if path.startswith("/") else f"/{path}") or ""
