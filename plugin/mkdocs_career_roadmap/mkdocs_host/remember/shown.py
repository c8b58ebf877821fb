"""What a theme can see of a page, of the menu and of the configuration, as values that can be compared."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from ...project.on_disk.freeze import UnfitError, digest, frozen
from .fitness import class_of
from .naming import BY_THEMSELVES, Names, toc_of
from .noted_meta import ALL, ANY, of_key


class Menu:
    """The menu of a site in one build, compared as a whole, and the place of each page in it."""

    def __init__(self, nav: Navigation, before: dict[str, Hashable]) -> None:
        """`before`: see `Names`."""
        self._numbers: dict[int, int] = {}
        self._metas: list[Any] = []
        self.names = Names(before)
        more = {name: value for name, value in vars(nav).items()
                if name not in ("items", "pages", "homepage")}
        items = tuple(map(self._item, nav.items))
        self.whole: Hashable = (
            type(nav), items, tuple(self._numbers.get(id(page)) or self._named(page) for page in nav.pages),
            None if nav.homepage is None else self._named(nav.homepage), frozen(more))

    def meta(self, of: str) -> Hashable:
        """Return the front matter of all pages of the menu, as far as it was noted that it was read."""
        if of == ANY:
            return tuple(map(bool, self._metas))
        if of == ALL:
            return frozen(self._metas)
        return tuple((key in meta, frozen(meta.get(key)))
                     for key in [of.removeprefix(of_key(""))] for meta in self._metas)

    def _named(self, page: Page) -> Hashable:
        self._metas.append(page.meta)
        return self.names.named(page, has_meta=False)

    def _item(self, item: Any) -> Hashable:
        self._numbers[id(item)] = len(self._numbers)
        if isinstance(item, Page):
            return (Page, self._named(item))
        if type(item) not in (Section, Link):
            raise UnfitError(f"nobody knows an item of the menu of the type {class_of(item)}")
        more = {name: value for name, value in vars(item).items()
                if name not in BY_THEMSELVES and name != "title"}
        return (type(item), item.title, frozen(more), tuple(map(self._item, item.children or ())))

    def place(self, page: Page) -> Hashable:
        """Return where a page lies: its neighbours, and what it lies in."""
        near = map(self.names.near, (page.previous_page, page.next_page))
        return (self._numbers.get(id(page)), tuple(map(self._above, page.ancestors)), *near)

    def _above(self, item: Any) -> Hashable:
        """Return what a page lies in: a section of the menu, or the blog, which need not be in it."""
        if id(item) in self._numbers:
            return self._numbers[id(item)]
        if not isinstance(item, Page):
            raise UnfitError("the page lies in a section that is not in the menu")
        return self.names.named(item)

    def has(self, item: Any) -> bool:
        """True for a page, section or link of the menu."""
        return id(item) in self._numbers


def page_of(page: Page, menu: Menu) -> Hashable:
    """Return what a page shows of itself."""
    return menu.names.own(page), menu.place(page), page.markdown, digest(page.content), toc_of(page.toc)


def config_of(config: MkDocsConfig) -> Hashable:
    """Return the configuration as a theme sees it."""
    apart = ("plugins", "theme", "hooks", "exclude_docs", "draft_docs", "not_in_nav")
    plugins = tuple((name, class_of(plugin), frozen(plugin.config))
                    for name, plugin in config.plugins.items())
    patterns = tuple(_patterns(config.get(name)) for name in apart[3:])
    return (frozen({name: value for name, value in config.items() if name not in apart}), plugins,
            _theme(config.theme), patterns)


def _theme(theme: Any) -> Hashable:
    values: Mapping[str, Any] = {name: theme[name] for name in theme if name != "locale"}
    return (theme.name, str(theme.locale), theme.custom_dir, tuple(theme.dirs),
            tuple(sorted(theme.static_templates)), frozen(values))


def _patterns(spec: Any) -> Hashable:
    return None if spec is None else tuple(
        (pattern.include, getattr(pattern.regex, "pattern", None)) for pattern in spec.patterns)
