"""The menu of a blog as `nav` of MkDocs: what its configuration, its data or its pages say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from mkdocs_career_roadmap.new_site.menu import Item, SiteMenu, whole_menu

from ..blog.addresses import address, leads_on
from ..blog.config import Config
from ..blog.documents import Document
from ..blog.ruby import is_true, text_of, without_extension

Find = Callable[[str], str | None]
"""From an address of the blog to the file of the docs folder that stands for it; None: there is none."""
_DEEPEST, _LONGEST = 3, 200
_TITLES = ("title", "label", "name", "text", "page")
_ADDRESSES = ("url", "link", "href", "permalink", "path")
_INNER = ("children", "sublinks", "subfolderitems", "dropdown", "items", "subitems", "pages", "submenu",
          "links")
_FILES = ("navigation", "nav", "menu", "menus", "header", "navbar", "topnav")
_KEYS = ("navigation", "nav", "menu", "navbar-links", "nav_links", "main_nav")
_LISTS = ("main", "header", "navbar", "nav", "menu", "top", "primary", "links", "items")


def menu_of(config: Config, data: Mapping[str, object], pages: Sequence[Document], find: Find,
            posts: str) -> SiteMenu:
    """Return the menu of a blog, in which every entry leads somewhere.

    `pages` are those of the blog that are no posts; `posts` is the file that lists the posts, and is in each
    menu.
    The first of these counts that has an entry: a list in `_data/navigation.yml`, one in the configuration,
    `header_pages`, and pages with `nav: true`.
    """
    for written in _lists(config, data):
        reader = _MenuReader(find)
        if items := reader.items(written):
            return whole_menu(items, reader.lost, posts)
    named = config.raw.get("header_pages")
    if isinstance(named, list):
        by_path = {page.path: page for page in pages}
        meant = [by_path[one] for one in named if isinstance(one, str) and one in by_path]
        if items := _entries(meant, config, find):
            return whole_menu(items, [], posts)
    return _of_pages(pages, config, find, posts)


def _lists(config: Config, data: Mapping[str, object]) -> Iterator[object]:
    for holder, names in ((data, _FILES), (config.raw, _KEYS)):
        for name in names:
            written = holder.get(name)
            if isinstance(written, Mapping) and name != "navbar-links":
                inner = next((written[key] for key in _LISTS if key in written), None)
                yield inner
            elif written is not None:
                yield written


class _MenuReader:
    """Reads a list of entries, and notes those that lead nowhere."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self.lost: list[str] = []

    def items(self, written: object, depth: int = 0) -> list[Item]:
        """Return the entries of a list of mappings, or of a mapping from titles to addresses."""
        if depth >= _DEEPEST:
            return []
        if isinstance(written, Mapping):
            written = [{"title": title, "children": _flat(one)} if isinstance(one, list) else
                       {"title": title, "url": one} for title, one in written.items()]
        found = [self._item(one, depth) for one in (written if isinstance(written, list) else [])[:_LONGEST]]
        return [one for one in found if one is not None]

    def _item(self, written: object, depth: int) -> Item | None:
        if not isinstance(written, Mapping):
            return None
        title, where = (" ".join(text_of(next((written[key] for key in keys if _is_text(written.get(key))),
                                              "")).split()) for keys in (_TITLES, _ADDRESSES))
        inner = tuple(self.items(next((written[key] for key in _INNER if key in written), None), depth + 1))
        if not title or "{{" in title or title.lower() == "divider":
            return None
        target = target_of(where, self._find) if where else ""
        if where and target is None:
            self.lost.append(f"{title} ({where})")
        if not target and not inner:
            return None
        return Item(title, target or "", inner)


def _flat(written: Sequence[object]) -> list[object]:
    """Return the entries of a list of mappings with one key each, as beautiful-jekyll has them."""
    return [{"title": title, "url": where} for one in written if isinstance(one, Mapping)
            for title, where in one.items()]


def _is_text(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip() != ""


def target_of(where: str, find: Find) -> str | None:
    """Return what an address of a menu leads to: a file, or an address of the web. None: to nothing."""
    where = re.sub(r"\{\{-?\s*site\.(?:baseurl|url)[^}]*\}\}", "", where).strip()
    if re.match(r"(?:https?://|mailto:)\S+$", where):
        return find(where) or where
    path = where.partition("#")[0].partition("?")[0]
    if "{" in where or not path or re.match(r"[\w+.-]*:|//", path):
        return None
    return find(path if path.startswith("/") else f"/{path}")


def _of_pages(pages: Sequence[Document], config: Config, find: Find, posts: str) -> SiteMenu:
    """Return the menu that pages make by themselves: those with `nav: true`, in the order of `nav_order`."""
    named = sorted((one for one in pages if one.data.get("nav") is True), key=_order)
    lost: list[str] = []
    items: list[Item] = []
    for page in named:
        inner = page.data.get("children")
        if is_true(page.data.get("dropdown")) and isinstance(inner, list):
            reader = _MenuReader(find)
            items.append(Item(_title(page), "", tuple(reader.items(inner))))
            lost += reader.lost
        elif entries := _entries([page], config, find):
            items += entries
        else:
            lost.append(f"{_title(page)} ({address(page, config)})")
    items = [one for one in items if one.target or one.inner]
    return whole_menu(items, lost, posts) if items else SiteMenu((), tuple(lost))


def _entries(pages: Iterable[Document], config: Config, find: Find) -> list[Item]:
    """Return the entries of pages, as far as they are in the new site or lead to another one."""
    found = ((page, target_of(leads_on(page) or address(page, config), find)) for page in pages)
    return [Item(_title(page), target) for page, target in found if target]


def _order(document: Document) -> tuple[float, str]:
    order = document.data.get("nav_order")
    is_number = isinstance(order, int | float) and not isinstance(order, bool)
    return (float(order) if is_number else 10.0**6, document.path)  # type: ignore[arg-type]


def _title(page: Document) -> str:
    written = page.data.get("title")
    return " ".join(text_of(written).split()) if _is_text(written) else without_extension(page.name)
