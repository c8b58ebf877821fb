"""What a theme can see of a page, of the menu and of the configuration, as values that can be compared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from ...project.on_disk.freeze import UnfitError, digest, frozen
from .fitness import class_of
from .naming import BY_THEMSELVES, Names, toc_of
from .noted_meta import ALL, ANY, of_key

Parts = tuple[str, tuple[object, ...]]
"""What the HTML of a page is put together from: that of its Markdown, and the rest in order."""
_SHORT = 500
"""Letters: HTML that takes next to no room."""


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


def _no_html(_path: str) -> None:
    return None


@dataclass
class KeptContents:
    """What stands for the HTML of pages, worked out once for each as long as it is put together from the same
    parts: to go through all of it takes longer than to compare those.
    """

    html_of: Callable[[str], str | None] = _no_html
    """Returns the HTML of the Markdown at a source path that is kept anyhow; None: none is."""
    _now: dict[str, tuple[str, Parts]] = field(default_factory=dict)
    """By source path: the HTML of a page in this build, and its parts."""
    _known: dict[str, tuple[Parts, str | None]] = field(default_factory=dict)
    """By source path: parts, and what stands for the HTML that they make."""

    def note(self, path: str, html: str, parts: Parts) -> None:
        """Take the HTML of a page. What is made of equal parts is the same."""
        self._now[path] = html, parts

    def digest(self, path: str, html: str | None) -> str | None:
        """Return what stands for the HTML that a page has by now; see `freeze.digest`."""
        if html is None:
            return None
        made, parts = self._now.get(path, ("", (html, ())))
        if made is not html:  # somebody has changed it since, or it is as it was made of Markdown
            parts = (html, ())
        if len(parts[0]) > _SHORT and parts[0] is not self.html_of(path):
            return digest(html)  # to keep it would take too much room
        known = self._known.get(path)
        if known is None or known[0] != parts:
            known = self._known[path] = parts, digest(html)
        return known[1]

    def forget_html(self) -> None:
        """All pages of a build are written."""
        self._now.clear()

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forget all pages that are not among these source paths."""
        for path in self._known.keys() - paths:
            del self._known[path]


def page_of(page: Page, menu: Menu, digest_of: Callable[[str, str | None], str | None]) -> Hashable:
    """Return what a page shows of itself. `digest_of` takes a source path and the HTML there, and returns
    what stands for that.
    """
    return (menu.names.own(page), menu.place(page), page.markdown,
            digest_of(page.file.src_uri, page.content), toc_of(page.toc))


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
