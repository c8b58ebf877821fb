"""The menu of Material, drawn once for all pages that see the same one.

Material draws the menu of every page anew, which on a site of many posts is the most that entries cost. Of a
page that is not in the menu, nothing is shown in it: two such pages in one folder have the same menu to the
letter. What the templates of the menu read is known to the last name for the versions of them below; where
one is another, of a site's own or of another version, each menu is drawn as ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, TemplateError
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import url_filter

_MENU = "partials/nav.html"
_KNOWN = {
    _MENU: {"af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f"},
    "partials/nav-item.html": {"89895208f22d68ce405a4bcb6649b9150eba5bbb04663a6cb3f93f02daf1d2f7"},
    "partials/logo.html": {"e0925ef6c190174a5162ed1ecc55295016dd8a7beec3018db3e04aac283a2dd9"},
    "partials/source.html": {"6847616d67be4920d39c278c2799bf20222bbc02ee2a8393aca85e3eaa518752"},
}
"""The texts of all templates that draw the menu, by their SHA-256."""
_LOOSE = ("is_section", "is_pruned", "indeterminate", "tabindex", "checked")
"""Names that these templates ask for before they set them, so that a page's own template may."""

Draw = Callable[[Any], Iterator[str]]


def draw_menu_once(
    env: Environment, known: dict[str, set[str]] | None = None, *, is_quiet: bool = False
) -> bool:
    """Let the menu be drawn once for all pages that see the same one; False: it is not one that is known.

    `is_quiet` says that nobody changes its entries while pages are written.
    """
    if env.filters.get("url") is not url_filter or not is_known(env, known or _KNOWN):
        return False
    try:
        template = env.get_template(_MENU)
    except TemplateError:
        return False
    template.root_render_func = _Menus(template.root_render_func, is_quiet)
    return True


def is_known(env: Environment, known: Mapping[str, Collection[str]]) -> bool:
    """True for an environment that has each of these templates with one of these texts, by their SHA-256."""
    if env.loader is None:
        return False
    try:
        return all(hashlib.sha256(env.loader.get_source(env, name)[0].encode()).hexdigest() in digests
                   for name, digests in known.items())
    except (TemplateError, OSError, UnicodeDecodeError):
        return False


@dataclass
class _Menus:
    """The menus of one build, each by all that it shows."""

    draw: Draw
    is_quiet: bool = False
    drawn: dict[Hashable, str] = field(default_factory=dict)
    _entries: _Entries | None = None
    """Those of the last menu. None: there was none."""

    def __call__(self, context: Any) -> Iterator[str]:
        shown = self._shown(context)
        if shown is None:
            yield from self.draw(context)
            return
        if shown not in self.drawn:
            self.drawn[shown] = "".join(self.draw(context))
        yield self.drawn[shown]

    def _shown(self, context: Any) -> Hashable | None:
        """Return all that the menu of a page shows. None: it shows that page, or what is not known here."""
        page, nav, config = context.get("page"), context.get("nav"), context.get("config")
        if not isinstance(page, Page) or not isinstance(nav, Navigation):
            return None
        place = _place(page.url)
        if place is None or any(name in context for name in _LOOSE):
            return None
        entries = self._entries_of(nav)
        if not entries.are_known or id(page) in entries.pages or page.url in entries.beginnings:
            return None  # it is in the menu, or above what is: links from there are shorter
        return place, entries, entries.active(), _about(context, nav, config)

    def _entries_of(self, nav: Navigation) -> _Entries:
        """Return the entries of a menu: one object as long as they are the same, but for which are active."""
        known = self._entries
        if known is None or known.nav is not nav or not (self.is_quiet or known.shown == _shown(nav.items)):
            known = self._entries = _Entries(nav, _shown(nav.items))
        return known


@dataclass(eq=False)
class _Entries:
    """The entries of a menu."""

    nav: Navigation
    shown: tuple[tuple[Any, ...] | None, ...]
    """What is shown of each, the entry itself first and its address behind it."""
    are_known: bool = field(init=False)
    pages: frozenset[int] = field(init=False)
    """The ids of the entries, which live as long as this."""
    beginnings: frozenset[str] = field(init=False)
    """What their addresses begin with, letter by letter."""

    def __post_init__(self) -> None:
        shown = [entry for entry in self.shown if entry is not None]
        self.are_known = len(shown) == len(self.shown)
        self.pages = frozenset(id(item) for item, *_ in shown)
        self.beginnings = frozenset(url[:end] for _, url, *_ in shown for end in range(len(url) + 1))

    def active(self) -> tuple[bool, ...]:
        """Return which of them lead to the page of the moment."""
        return tuple([bool(entry[0].active) for entry in self.shown if entry is not None])


def _about(context: Any, nav: Navigation, config: Any) -> str:
    """Return what else a menu shows."""
    theme, extra = config.theme, config.extra
    return repr((config.site_name, config.repo_url, config.repo_name, nav.homepage and nav.homepage.url,
                 context.get("features"), extra.get("homepage"), extra.get("status"),
                 *(theme.get(name) for name in ("language", "logo", "icon"))))


def _place(url: str) -> Hashable | None:
    """Return where a page lies, as far as links to pages that are not below it depend on that. None: it is
    the first page of the site, or its address is odd.
    """
    folder, _, last = url.rstrip("/").rpartition("/")
    parts = url.rstrip("/").split("/")
    if not {"", ".", ".."}.isdisjoint(parts):
        return None
    return folder, not url.endswith("/") and "." in last  # a file lies in its folder, a folder below that


def _shown(items: Iterable[Any]) -> tuple[tuple[Any, ...] | None, ...]:
    """Return what is shown of each entry but whether it is active: the entry, its address, and the rest. None
    stands for one of which that is not known.
    """
    return tuple(_each(items))


def _each(items: Iterable[Any], depth: int = 0) -> Iterator[tuple[Any, ...] | None]:
    """Yield it for each entry, those of a section behind it."""
    for item in items:
        if not isinstance(item, (Page, Section, Link)) or getattr(item, "pages", None) or getattr(
                item, "typeset", None):
            yield None  # of Material's blog, or by its plugin typeset
            continue
        url, meta = getattr(item, "url", None) or "", getattr(item, "meta", None) or {}
        is_odd = not {"", ".", ".."}.isdisjoint(url.split("/")[:-1])
        if isinstance(item, Link) and "://" not in url and is_odd:
            yield None  # which may lead anywhere
            continue
        yield (item, url, depth, str(item.title),
               getattr(item, "is_index", None), bool(meta), getattr(item, "encrypted", None),
               *(str(meta.get(key)) for key in ("icon", "subtitle", "status")))
        yield from _each(item.children or (), depth + 1)
