"""The roadmap as files for programs, beside the overview of the built site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Hashable, Iterator
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..exports.feed_content import feed_content
from ..exports.file_list import NAMES, OtherFile, conflicts, in_the_way, wanted_files
from ..exports.json_shapes import Url
from ..exports.post_feeds import is_of_posts
from ..flow import Site
from ..pages.catalogue import RoadmapPage
from ..pages.head_tags import feed_tag
from ..pages.render import Renderer
from ..project.data_texts import FileAddress, feed_links, links_to_files, make_text, told_in_feed
from ..vocabulary.problems import Problem
from ..vocabulary.themes import MATERIAL
from .assets import PLACEHOLDER, site_url
from .remember.own_parts import NO_TEXT, FeedText, KeptRoadmap
from .remember.shelved_file import ShelvedFile


class DataFiles:
    """The files of one build; a file of the author's that lies where one would be is left alone."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._site_url = site_url(config)
        self.folder = ""
        """That of the overview in the built site; empty also where there is none."""
        self._made: dict[str, ShelvedFile] = {}
        self._there: dict[str, File] = {}
        """What lies at the addresses of the files, by name: ours, or the author's."""

    def add(
        self, site: Site, overview: str, files: Files, shows: Callable[[File], bool]
    ) -> list[Problem]:
        """Add the files to the site beside the file `overview`, empty: what they say is known when
        all addresses are. Return what lies in their way; `shows` is true of files that the site has.
        """
        if overview not in files.src_uris:
            return []  # another plugin took it out
        self.folder = posixpath.dirname(files.src_uris[overview].dest_uri)
        wanted = wanted_files(site.public, self._site_url, has_post_feeds=site.settings.post_feeds)
        others = in_the_way(self.folder, (
            OtherFile(file.dest_uri, file.src_uri, self._maker(file), shows(file)) for file in files), wanted)
        for name in dict.fromkeys((*NAMES, *wanted)):
            if name in others:
                if not others[name].is_folder:
                    self._there[name] = files.src_uris[others[name].source]
            elif name in wanted:
                self._made[name] = self._there[name] = self._file(posixpath.join(self.folder, name))
                files.append(self._made[name])
        return conflicts(self.folder, wanted, others)

    def _maker(self, file: File) -> str:
        """Return who made a file, for a sentence; empty: the author."""
        if file.generated_by:
            return f"the plugin {file.generated_by!r}"
        if file.src_dir == self._config.docs_dir:
            return ""
        return "the theme" if file.src_dir in self._config.theme.dirs else "another plugin"

    def overwritten(self) -> list[Problem]:
        """Return what is wrong after a build: what a plugin or the theme has written over ours."""
        others = {}
        for name, file in self._made.items():
            written = Path(file.abs_dest_path)
            if written.is_file() and written.read_bytes() != file.content_bytes:
                others[name] = OtherFile(file.dest_uri, file.src_uri, "the theme or another plugin")
        return conflicts(self.folder, others, others)

    def _file(self, address: str) -> ShelvedFile:
        file = ShelvedFile.generated(self._config, address, content="")
        assert isinstance(file, ShelvedFile)  # noqa: S101 - MkDocs declares the class above
        file.abs_src_path = str(PLACEHOLDER)  # other plugins cannot do without one
        return file

    def fill(self, site: Site, url: Url, kept: KeptRoadmap, addresses: tuple[Hashable, ...],
             read: Callable[[str], str]) -> None:
        """Write the files; `url` returns addresses from the root of the site, of `addresses`, which are one
        object as long as they are the same. `read` returns the HTML of the post at a path, empty where nobody
        may read it here.
        """
        texts: dict[str, FeedText] = {}
        """The text of each post that was asked for, by path: a post stands in several feeds."""

        def text_of(path: str) -> FeedText:
            if path not in texts:
                at = url(path)
                texts[path] = kept.feed_text(
                    path, (read(path), self._site_url, at), feed_content) if at else NO_TEXT
            return texts[path]

        def html(path: str) -> str:
            return text_of(path).text

        for name, file in self._made.items():
            address = urljoin(self._site_url, file.url) if self._site_url else ""
            author = self._config.site_author or self._config.site_name
            place = FileAddress(address, self._seen_from(file, url), author, self._config.site_name, html)
            known_by = (address, author, self._config.site_name, self._site_url, file.url)
            make = partial(make_text, name, site, place)
            # What stands on pages is not left to other runs: it may name what is swept from them only in the
            # end.
            if is_of_posts(name):
                told = known_by, addresses, told_in_feed(name, site, place)
                file.shelved = kept.feed(name, told, text_of, partial(self._feed, name, site, place))
            else:
                file.shelved = kept.text(name, (site, addresses), known_by, make)

    @staticmethod
    def _feed(name: str, site: Site, place: FileAddress, html: Callable[[str], str]) -> str:
        return make_text(name, site, place._replace(html=html))

    def _seen_from(self, file: File, url: Url) -> Url:
        """Return what finds whole addresses, or such as lead on from a file where none are known."""
        def seen(path: str) -> str | None:
            address = url(path)
            if address is None:
                return None
            return urljoin(self._site_url, address) if self._site_url else get_relative_url(address, file.url)

        return seen

    def links(self, page: Page, render: Renderer) -> str:
        """Return the line of links to the files that are in the site, for the end of the overview."""
        there = self._included
        shown = links_to_files(there, render.words, lambda name: there[name].url_relative_to(page.file))
        return render("data", shown) if shown else ""

    @cached_property
    def _included(self) -> dict[str, File]:
        """The files that the site has, by name. It is asked for when pages are written."""
        return {name: file for name, file in self._there.items() if file.inclusion.is_included()}

    def known_by(self) -> tuple[Hashable, ...]:
        """Return all of ours that `feed_tags` reads, to be compared with that of another build."""
        there = ((name, file.url) for name, file in self._included.items())
        return (self._config.theme.name in MATERIAL, *there)

    def feed_tags(self, page: Page, ours: RoadmapPage | None, site: Site) -> Iterator[str]:
        """Yield links to the feeds for the head of a page, for readers of feeds to find."""
        there = self._included
        is_material = self._config.theme.name in MATERIAL
        for link in feed_links(ours, site, there):
            yield feed_tag(link.title, link.type, there[link.name].url_relative_to(page.file),
                           is_material=is_material)
