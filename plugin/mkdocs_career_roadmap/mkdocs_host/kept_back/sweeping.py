"""The last look at what a build has made: nothing of it leads to a hidden page.

Links in Markdown are found where they are written. What a page takes in while it is rendered, what themes
make of front matter, and what other plugins write, is known only here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ...reading.hidden_pages.hidden import Hidden
from ...reading.hidden_pages.led_to_hidden import (
    named_in_file,
    named_late,
    taken_in,
    without_addresses,
    without_dead_links,
)
from ...vocabulary.problems import Problem
from ..intake import ReadPage
from ..paths import Paths
from ..reporting import Reporter

_TEXTS = (".html", ".json", ".xml", ".txt", ".ics", ".csv", ".js", ".svg", ".rss", ".atom", ".webmanifest")
"""Endings of files in which other plugins write addresses."""


class Sweep:
    """What is looked for in all that one build makes."""

    def __init__(
        self, hidden: Hidden, pages: Sequence[ReadPage], paths: Paths, files: Files, reporter: Reporter
    ) -> None:
        """`files` are those of the site, `pages` what was read, in all languages, with the hidden ones.
        What is found is noted with the `reporter`.
        """
        self._reporter = reporter
        self._pages = pages
        self._paths = paths
        self.doubtful: set[str] = set()
        """The source paths of pages that something was swept from, or that may name a hidden page still."""
        self._said: set[str] = set()
        """The hidden pages that were told to be named by something that no author wrote on a page."""
        # A page of the roadmap, or one in another language, may lie where a hidden one would.
        public = {page.source.path for page in pages if not page.page.is_hidden}
        there = {page.file.src_uri for page in pages if page.page.is_hidden and page.source.path in public}
        self._hidden = replace(
            hidden, pages={path: why for path, why in hidden.pages.items() if path not in public},
            public=hidden.public | there | {file.dest_uri for file in files})
        self.looks_for = self._hidden if self._hidden.all else None
        """All that decides what is swept from a page. None: nothing ever is."""
        self.lying = frozenset(file.dest_uri for file in files)
        """The files of the site that it knows, in the language that is built."""

    @cached_property
    def _written(self) -> dict[str, str]:
        """What the pages say, by the path that the core knows."""
        return {self._paths.path(page.file.src_uri): page.source.text for page in self._pages}

    def _told(self, path: str) -> set[str]:
        """Return the hidden pages of which the author of a page was told already, from what they wrote."""
        text = self._written.get(path, "")
        return {link.page for link in (*self._hidden.links(path, text), *self._hidden.names(path, text))}

    def page(self, html: str, page: Page) -> str:
        """Return the HTML of a page, or a part of it, without what leads to hidden pages; tell of each that
        its Markdown does not name.
        """
        path = self._paths.path(page.file.src_uri)
        swept = self._swept(html, path, self._folder(path, page))
        if swept != html:
            self.doubtful.add(page.file.src_uri)
        return swept

    def output(self, html: str, page: Page) -> str:
        """Do so with a whole page, and tell of what is left that names a hidden one."""
        if not self._hidden.may_be_named_in(html):  # a whole page is long, and is looked through once
            return without_dead_links(html)
        self.doubtful.add(page.file.src_uri)
        path = self._paths.path(page.file.src_uri)
        return self._tell_left(path, self._swept(html, path, self._folder(path, page), once=True))

    def _folder(self, path: str, page: Page) -> str:
        return posixpath.dirname(self._paths.address(page.file, path))

    def template(self, text: str, name: str) -> str:
        """Do so with what the theme makes of a template of its own, such as 404.html."""
        return self._tell_left(name, self._swept(text, name, posixpath.dirname(name), once=True))

    def _swept(self, html: str, path: str, folder: str, *, once: bool = False) -> str:
        links = self._hidden.links_of_html(path, html, folder)
        pages = {link.page for link in links}
        new = (self._new(pages) if once else pages - self._told(path)) if pages else pages
        self._reporter.note(taken_in(path, new))
        return without_dead_links(without_addresses(html, links) if links else html)

    def _tell_left(self, path: str, text: str) -> str:
        left = self._new({link.page for link in self._hidden.names(path, text)})
        self._reporter.note(named_late(path, left))
        return text

    def _new(self, pages: set[str]) -> set[str]:
        """Return the pages of which nothing was told: what a theme does, it does on every page."""
        if pages:
            pages = pages - self._told_anywhere - self._said
            self._said |= pages
        return pages

    def others(self, known: Collection[str], config: MkDocsConfig) -> Iterator[Problem]:
        """Yield a problem for each hidden page that is named in a file which another plugin has written, and
        none of the pages and files that are known.
        """
        if not self._hidden.all:
            return
        root = Path(config.site_dir)
        for file in sorted(root.rglob("*")):
            name = file.relative_to(root).as_posix()
            if name in known or not name.lower().endswith(_TEXTS) or not file.is_file():
                continue
            text = file.read_text("utf-8", "replace")
            pages = {link.page for link in self._hidden.names("", text)}
            yield from named_in_file(name, pages - self._told_anywhere if pages else ())

    @cached_property
    def _told_anywhere(self) -> set[str]:
        """The hidden pages that an author names, whose words may be in any index or feed."""
        return {page for path in self._written for page in self._told(path)}
