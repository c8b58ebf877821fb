"""What pages may show of one another: of plain ones, and of the posts and views of Material's blog."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from ...project.on_disk.freeze import UnfitError, digest, frozen, stamp
from .fitness import class_of

BY_THEMSELVES = frozenset({
    "file", "parent", "previous_page", "next_page", "children", "active", "_Page__active", "_Section__active",
    "render", "read_source", "update_date"})
"""Attributes of the items of a menu that are compared in other ways, or not by a theme."""
OF_TEXT = frozenset({
    "markdown", "content", "toc", "present_anchor_ids", "links_to_anchors", "_title_from_render"})
"""Attributes of a page that follow from its text. A theme reads those of the page that it shows."""
_OF_FILE = ("src_uri", "dest_uri", "url", "abs_src_path", "abs_dest_path", "edit_uri", "name", "generated_by",
            "inclusion", "use_directory_urls", "src_dir", "dest_dir")
_OF_THE_RUN = frozenset({"abs_src_path", "src_dir"})
"""Of a file that the blog has made: it lies in a folder of that run."""
_OF_BLOG_FILE = tuple(name for name in _OF_FILE if name not in _OF_THE_RUN)
_NO_VALUES = frozenset({*_OF_FILE, "page", "_content", "_known", "shelved"})
_BLOG = "material.plugins.blog.structure."
_POST, _EXCERPT = f"{_BLOG}Post", f"{_BLOG}Excerpt"
_VIEWS = frozenset(_BLOG + name for name in ("View", "Archive", "Category", "Profile"))
_OF_POST = frozenset({"config", "excerpt", "authors", "categories"})
_OF_VIEW = frozenset({"posts", "views", "pages"})
_APART = BY_THEMSELVES | OF_TEXT
_APART_OF_POST, _APART_OF_VIEW = _APART | _OF_POST, _APART | _OF_VIEW
_UNCOMPARED = {_POST: frozenset({"excerpt"}), _EXCERPT: frozenset({"md"}),
               **dict.fromkeys(_VIEWS, frozenset({"posts", "views"}))}
"""Attributes of what the blog makes that lead to all the rest of it, by class."""
_PAGER = ("material.plugins.blog.plugin", "BlogPlugin.on_page_context.<locals>.pager")


def toc_of(items: Iterable[AnchorLink]) -> Hashable:
    return tuple([(item.title, item.id, item.level, getattr(item, "active", False), toc_of(item.children))
                  for item in items])


def file_of(file: File) -> Hashable:
    more = {name: value for name, value in vars(file).items() if name not in _NO_VALUES}
    names = _OF_BLOG_FILE if file.generated_by == "material/blog" else _OF_FILE
    return (type(file), *[getattr(file, name) for name in names], frozen(more) if more else None)


def is_view(page: Any) -> bool:
    """True for a page of the blog that lists posts."""
    return type(page) is not Page and class_of(page) in _VIEWS


def is_excerpt(page: Any) -> bool:
    """True for the part of a post that a view shows: a page of its own, which a view has all of."""
    return type(page) is not Page and class_of(page) == _EXCERPT


def leads_to_others(page: Any, name: str) -> bool:
    """True for an attribute of what the blog makes that is not compared."""
    return type(page) is not Page and name in _UNCOMPARED.get(class_of(page), ())


class Names:
    """What other pages may show of a page: all but its text, and perhaps its front matter. The same in one
    build, once all pages are read.
    """

    def __init__(self, before: dict[str, Hashable]) -> None:
        """`before` has what plain pages showed, by source path, and gets what they show now. One that shows
        the same is the same object, since each is compared three times: with itself, and beside two others.
        """
        self._before = before
        self._plain: dict[int, Hashable] = {}
        self._stamps: dict[int, tuple[object, str]] = {}
        """What stands for posts, views and the pages of a view, by their ids, with what has that id."""

    def forget(self) -> None:
        """A page was made, by a template that may have changed what pages show."""
        self._plain.clear()

    def near(self, page: Page | None) -> Hashable:
        """Return the same of a page beside another."""
        return page if page is None else self.own(page) if type(page) is Page else self._stamp(page)

    def own(self, page: Page) -> Hashable:
        """Return the same of a page, with its front matter."""
        if type(page) is not Page:
            return self.named(page)
        if id(page) not in self._plain:
            path, now = page.file.src_uri, self.named(page)
            known = self._before.get(path)
            self._plain[id(page)] = self._before[path] = known if known == now else now
        return self._plain[id(page)]

    def named(self, page: Page, *, has_meta: bool = True) -> Hashable:
        kind = None if type(page) is Page else class_of(page)
        if kind is not None and kind != _POST and kind not in _VIEWS:
            raise UnfitError(f"nobody knows what a page of the type {kind} shows")
        apart = _APART if kind is None else _APART_OF_POST if kind == _POST else _APART_OF_VIEW
        more = {name: value for name, value in vars(page).items()
                if name not in apart and (has_meta or name != "meta")}
        shown = (page.title, page.url, page.is_homepage, frozen(more), file_of(page.file))
        if kind is None:
            return shown
        return (*shown, kind, self._post(page) if kind == _POST else self._series(page))

    def excerpts(self, posts: Any) -> Hashable:
        """Return the posts that a view shows. Raises UnfitError for what is none."""
        if type(posts) is not list or not all(map(is_excerpt, posts)):
            raise UnfitError("nobody knows the posts that the page shows")
        return tuple(map(self._excerpt, posts))

    def pager(self, pager: Any, page: Any) -> Hashable:
        """Return what the links to the further pages of a view are made of, besides the configuration."""
        if pager is None:
            return None
        if (pager.__module__, pager.__qualname__) != _PAGER or not is_view(page):
            raise UnfitError("nobody knows what the pages of a view are linked by")
        return len(page.posts), page.pages.index(page), self._series(page)

    def _excerpt(self, excerpt: Any) -> Hashable:
        shown = getattr(excerpt, "_shown", None) or shown_of(excerpt)  # one that is remembered knows
        return (self._stamp(excerpt.post), shown, frozen(excerpt.authors),
                tuple(map(self._stamp, excerpt.categories)))

    def _post(self, post: Any) -> Hashable:
        config = {name: value for name, value in post.config.items() if name != "links"}
        links = post.config.links
        return (frozen(config), None if links is None else tuple(map(_link, links.items)),
                frozen(post.authors), tuple(map(self._stamp, post.categories)))

    def _series(self, view: Any) -> Hashable:
        """Return what stands for the pages of a view, which all have the same list."""
        return self._once(view.pages, lambda: [
            (class_of(page), page.title, frozen(page.meta), page.canonical_url, file_of(page.file))
            for page in view.pages])

    def _stamp(self, page: Page) -> str:
        return self._once(page, lambda: self.named(page))

    def _once(self, of: object, make: Any) -> str:
        known = self._stamps.get(id(of))
        if known is None:
            known = self._stamps[id(of)] = of, stamp(make())
        return known[1]


def shown_of(excerpt: Any) -> str:
    """Return what stands for all that follows from the text of a post where a view shows it."""
    return stamp((digest(excerpt.markdown), digest(excerpt.content), digest(excerpt.more),
                  toc_of(excerpt.toc)))


def _link(item: Any) -> Hashable:
    """Return a link of the front matter of a post, or a section of links."""
    if not isinstance(item, Section | Link):
        raise UnfitError(f"nobody knows a link of a post of the type {class_of(item)}")
    more = {name: value for name, value in vars(item).items() if name not in BY_THEMSELVES}
    return class_of(item), frozen(more), tuple(map(_link, item.children or ()))
