"""Every file of the small site: its pages, its style, and the roadmap's files for programs."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from ..exports.addresses import seen_from
from ..exports.file_list import REPLAY, wanted_files
from ..exports.redirects import redirect_html, resolve_redirects
from ..flow import Site
from ..pages import catalogue
from ..pages.catalogue import RoadmapPage
from ..pages.head_tags import SharedCard, at_end_of_head, feed_tag, with_card
from ..pages.render import ASSETS, Renderer, below_title, stylesheets, title_heading, wrapped
from ..pages.viewer import Link
from ..project.config import Project
from ..project.data_texts import FileAddress, feed_links, links_to_files, make_text
from ..project.page_cards import PageCards
from ..project.read_site import ReadSite, portrait_of
from ..reading.front_matter import FrontMatter, split
from ..vocabulary.escaping import title_for_themes
from ..vocabulary.problems import Problem
from ..vocabulary.settings import Settings
from .page_text import AuthorTexts
from .post_addresses import BlogAddresses

_HERE = Path(__file__).parent
STYLE = "style.css"
_FILES = "files"
"""The folder of pictures and the like that pages of goals and milestones show."""


@dataclass(frozen=True, slots=True)
class SiteChoices:
    """What whoever builds the site may choose."""

    blog: BlogAddresses = field(default_factory=BlogAddresses)
    url: str = ""
    """Where the site will be read, with a slash at its end. Empty: nobody says."""
    name: str = ""
    """What the blog is called. Empty: it has no name here, and no link to its first page."""


def style(settings: Settings) -> str:
    """Return the one stylesheet: the frame's, by which a reader's system says whether colours are dark, and
    the roadmap's.
    """
    roadmap = "\n".join((ASSETS.parent / name).read_text("utf-8")
                        for name in stylesheets(settings, is_preview=False))
    return (_HERE / "frame.css").read_text("utf-8") + roadmap


@lru_cache(maxsize=1)
def _frame() -> Template:
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("frame.html")


@dataclass(frozen=True)
class PlainSite:
    """The files of one site."""

    project: Project
    read: ReadSite
    choices: SiteChoices
    _addresses: dict[str, str | None] = field(default_factory=dict, repr=False)
    """Where the blog has each page that something leads to, by its source path."""
    _copied: dict[str, None] = field(default_factory=dict, repr=False)
    """The source paths of files that pages show."""
    _drawn: dict[str, bytes] = field(default_factory=dict, repr=False)
    """The pictures of pages for where they are shared, by path."""

    def files(self) -> dict[str, bytes]:
        """Return the content of each file by its path."""
        pages = {self._at[page.path]: self._page(page) for page in self._pages.values()}
        texts = {**pages, STYLE: style(self._site.settings), **self._data()}
        made = {path: text.encode() for path, text in texts.items()}
        made |= {f"{_FILES}/{path}": (self.project.docs / path).read_bytes() for path in self._copied}
        made |= self._drawn
        return {**{path: html.encode() for path, html in self._old_addresses(made).items()}, **made}

    @property
    def unlinked(self) -> tuple[str, ...]:
        """The source paths of pages to which the site would lead, if anybody knew their addresses."""
        return tuple(path for path, address in self._addresses.items() if address is None)

    def problems(self) -> Iterator[Problem]:
        """Yield what could not be made of what the site wants; to be asked after its files."""
        return self._cards.problems()

    @property
    def _site(self) -> Site:
        return self.read.site

    @cached_property
    def _render(self) -> Renderer:
        return Renderer(self.project.words)

    @cached_property
    def _cards(self) -> PageCards:
        at = self.project.config or self.project.docs
        return PageCards(
            is_wanted=self.project.options["cards"], root=at if at.is_dir() else at.parent,
            site_url=self.choices.url, site_name=self.choices.name, told_at=at.as_posix(),
            portrait=lambda _: portrait_of(self.project, self.read))

    @cached_property
    def _pages(self) -> Mapping[str, RoadmapPage]:
        return {path: page for path, page in self._site.pages.items() if page.kind is not catalogue.POST}

    @cached_property
    def _at(self) -> Mapping[str, str]:
        """Where each page of ours comes to lie, by its source path."""
        return {path: self._file_of(page) for path, page in self._pages.items()}

    def _file_of(self, page: RoadmapPage) -> str:
        if page.kind in (catalogue.GOAL, catalogue.MILESTONE):
            return f"{page.kind}s/{page.of.id}/index.html"  # type: ignore[union-attr]
        name = posixpath.splitext(page.path)[0].removeprefix(f"{self._site.settings.folder}/")
        return "index.html" if name == "index" else f"{name}/index.html"

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {source.path: source.text for source in self.read.sources}

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(self.read.files) - self._site.hidden.all.keys()

    @cached_property
    def _days(self) -> Mapping[str, tuple[date | None, str]]:
        return {post.path: (post.day, post.title) for post in self._site.roadmap.posts}

    def _front(self, path: str) -> FrontMatter:
        return split(path, self._texts.get(path, ""))

    def _blog_address(self, path: str) -> str | None:
        """Return where the blog has a page; None: nobody knows."""
        if path not in self._addresses:
            self._addresses[path] = self.choices.blog.of(
                self._front(path), *self._days.get(path, (None, "")))
        return self._addresses[path]

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """The source paths by what a wiki link may call them: the path or the name of the file, of pages also
        without the ending. A name of several is that of the first.
        """
        found: dict[str, str] = {}
        for path in sorted(self._files, key=lambda path: (path.count("/"), path)):
            stem = posixpath.splitext(path)[0] if path in self._texts else path
            for name in (path, stem, posixpath.basename(path), posixpath.basename(stem)):
                found.setdefault(name.casefold(), path)
        return found

    def _named(self, name: str) -> str | None:
        return self._by_name.get(name.casefold())

    # --- links ---

    def _link_from(self, folder: str) -> Link:
        """Return what gives addresses as they are seen from a page in a folder of the site."""
        def link(path: str) -> str | None:
            inside = self._inside(path)
            return self._outside(path) if inside is None else seen_from(folder, inside)

        return link

    def _inside(self, path: str) -> str | None:
        """Return the address of a page of ours, from the root of the site; None: it is none."""
        file = self._at.get(path)
        return None if file is None else quote(file.removesuffix("index.html")) or "./"

    def _outside(self, path: str) -> str | None:
        return self._blog_address(path) if path in self._texts and path in self._files else None

    def _link_or_copy(self, folder: str) -> Link:
        """Return the same; other files are taken into the site."""
        link = self._link_from(folder)

        def with_files(path: str) -> str | None:
            if path in self._texts or path not in self._files:
                return link(path)
            self._copied[path] = None
            return seen_from(folder, quote(f"{_FILES}/{path}"))

        return with_files

    def _whole(self, path: str) -> str | None:
        """Return the address of a page, or of a file that pages show, for a file at the root of the site.

        It is whole where that is known.
        """
        inside = quote(f"{_FILES}/{path}") if path in self._copied else self._inside(path)
        if inside is None:
            return self._outside(path)
        return urljoin(self.choices.url, inside) if self.choices.url else inside

    # --- files ---

    def _page(self, page: RoadmapPage) -> str:
        file = self._at[page.path]
        folder = posixpath.dirname(file)
        link = self._link_or_copy(folder)
        top, end = self._site.fragments(page, link, self._render)
        if page.kind is catalogue.OVERVIEW:
            words = self.project.words
            end += self._render("data", links_to_files(self._data_names, words, str))
        text = ""
        if page.is_written:
            texts = AuthorTexts(self._site, self._render, self._blog_address, self._named)
            text = texts.html(self._front(page.path), link)
        if "<h1" not in text:
            text = f"{title_heading(page.title)}\n{text}"
        kind, more = str(page.kind), self.project.words.attributes
        body = below_title(text, wrapped(kind, top, more)) + wrapped(kind, end, more)
        return self._framed(page, folder, body)

    def _framed(self, page: RoadmapPage, folder: str, body: str) -> str:
        name, words = self.choices.name, self.project.words
        title = f"{page.title} \u2013 {name or self._site.settings.title}"
        is_first = page.kind is catalogue.OVERVIEW
        html = _frame().render(
            lang=words.author or words.language, is_from_right=words.is_from_right, title=title, name=name,
            blog=self.choices.blog.base_url, roadmap=self._site.settings.title, root=seen_from(folder, "./"),
            style=seen_from(folder, STYLE), is_first=is_first, is_wide=page.kind.is_wide, body=body)
        html = at_end_of_head(html, [
            feed_tag(link.title, link.type, seen_from(folder, quote(link.name)), is_material=False)
            for link in feed_links(page, self._site, self._data_names)])
        url = self._whole(page.path) if self.choices.url else ""
        data = self._site.linked_data(page, self._whole if self.choices.url else lambda _: None)
        card = SharedCard(title_for_themes(page.title), page.description, "website", url or "", data,
                          image=self._picture(page))
        return with_card(html, self._site.card(page, card))

    def _picture(self, page: RoadmapPage) -> str:
        """Return the whole address of the picture of a page; empty: it has none."""
        drawn = self._cards.draw(page, self._site)
        if drawn is None:
            return ""
        self._drawn[drawn.path] = drawn.png
        return urljoin(self.choices.url, quote(drawn.path))

    @cached_property
    def _data_names(self) -> tuple[str, ...]:
        wanted = wanted_files(self._site.public, self.choices.url,
                              has_post_feeds=self._site.settings.post_feeds)
        return tuple(name for name in wanted if name != REPLAY)  # which a script alone would read

    def _data(self) -> dict[str, str]:
        name = self.choices.name or self._site.settings.title
        return {file: make_text(file, self._site, FileAddress(
            urljoin(self.choices.url, quote(file)) if self.choices.url else "", self._whole, name, name))
            for file in self._data_names}

    def _old_addresses(self, lying: Mapping[str, bytes]) -> dict[str, str]:
        """Return the pages at the addresses that goals and milestones had here before."""
        prefix = f"{self._site.settings.folder}/"
        moved = [replace(m, address=replace(m.address, files=tuple(
            file.removeprefix(prefix) for file in m.address.files)))
            for m in self._site.moved if m.path in self._at and m.address.file.startswith(prefix)]
        kept, _ = resolve_redirects(moved, [(file, file) for file in lying])
        pages = {}
        for page in kept:
            href = seen_from(posixpath.dirname(page.address.file), self._inside(page.path) or "./")
            whole = self._whole(page.path) if self.choices.url else href
            pages[page.address.file] = redirect_html(
                page.title, href, whole or href, self.project.words.language, with_script=False)
        return pages


def name_of(project: Project, base_url: str) -> str:
    """Return what the blog is called where nobody says so: its name in a configuration, else its host."""
    return project.name or urlsplit(base_url).hostname or ""
