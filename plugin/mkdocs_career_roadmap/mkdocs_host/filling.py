"""What the roadmap says, put into the pages of a site that MkDocs rendered."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ..flow import Site
from ..pages import catalogue
from ..pages.catalogue import RoadmapPage, is_for_search
from ..pages.render import Heading, Renderer, below_title, headings, title_heading, with_blocks, wrapped
from ..project.banner import Banner
from ..project.progress import Stopwatch
from ..reading.blocks import Embed, with_elements
from ..reading.hidden_pages.led_to_hidden import without_dead_links
from ..vocabulary.escaping import title_for_themes
from ..vocabulary.fields import STATUS_ALIASES, Status
from .assets import site_url
from .data_files import DataFiles
from .register import Register
from .remember.own_parts import KeptRoadmap
from .reporting import Reporter


def add_headings(page: Page, headings: Iterable[Heading]) -> None:
    """Add the headings of a fragment to the page's table of contents and known anchors."""
    items = getattr(page.toc, "items", None)
    if items is None:  # a page that was never rendered
        items = []
        page.toc = TableOfContents(items)
    if page.present_anchor_ids is None:
        page.present_anchor_ids = set()
    level = items[0].children if items and items[0].level == 1 else items
    for heading in headings:
        page.present_anchor_ids.add(heading.id)
        if heading.level == 2:
            level.append(AnchorLink(title_for_themes(heading.title), heading.id, 2))


def render_blank_fast(page: Page) -> None:
    """Let MkDocs make nothing of a page without Markdown at once: else it makes all extensions for it first,
    and asks none of them.
    """
    def render(config: MkDocsConfig, files: Files) -> None:
        if page.markdown is None or page.markdown.strip():  # a plugin has added some
            Page.render(page, config, files)
            return
        page.content, page.toc = "", TableOfContents([])
        page.present_anchor_ids, page.links_to_anchors = set(), {}

    if type(page) is Page and "render" not in vars(page) and Page.render.__module__ == Page.__module__:
        page.render = render  # type: ignore[method-assign]


_CUT_BLOCK = re.compile(r"(?:<p>)?(?:<|&lt;)div data-career-roadmap-block[^<]*(?:</p>)?$")
"""The place of a block at the end of a text, of which only the first letters were taken."""


class Blocks:
    """The `roadmap` blocks of a site's pages, while MkDocs renders what is around them.

    A block leaves an empty element in the Markdown, which is filled when the whole page is
    written: after search has read it, and also where a blog shows the page's beginning.
    """

    _EMPTY = '<div data-career-roadmap-block="{}"></div>'
    _FOUND = re.compile(r'<div data-career-roadmap-block="?(\d+)"?></div>')

    def __init__(self, status_words: Mapping[str, Status] = STATUS_ALIASES, unsearched: str = "") -> None:
        self._embeds: list[Embed] = []
        self._unsearched = unsearched
        self._status_words = status_words

    def are_in(self, html: str) -> bool:
        """True for a page that has places for blocks."""
        return "data-career-roadmap-block" in html

    def take(self, path: str, markdown: str) -> str:
        """Return the Markdown with an empty element for each block that can be read."""
        return with_elements(path, markdown, self._empty, self._status_words)

    def _empty(self, embed: Embed) -> str:
        self._embeds.append(embed)
        return self._EMPTY.format(len(self._embeds) - 1)

    def fill(self, output: str, render: Callable[[Embed, str], str]) -> str:
        """Return the page with its empty elements filled."""
        if not self.are_in(output):
            return output

        def filled(match: re.Match[str]) -> str:
            number = int(match[1])
            if number >= len(self._embeds):
                return match[0]  # an author wrote it
            html = render(self._embeds[number], f"roadmap-{number}")
            return f'<div class="career-roadmap cr-block"{self._unsearched}>\n{html}\n</div>'

        return with_blocks(output, self._FOUND, filled)


class Filler:
    """Fills the pages of one build, each as its turn comes."""

    def __init__(
        self, site: Site, register: Register, data: DataFiles, render: Renderer, reporter: Reporter,
        watch: Stopwatch, kept: KeptRoadmap, unsearched: str = "",
    ) -> None:
        self._kept = kept
        self._addresses: tuple[Hashable, ...] = ()
        self._unsearched = unsearched
        self._site = site
        self._register = register
        self._data = data
        self._render = render
        self._reporter = reporter
        self._watch = watch

    def with_title(self, ours: RoadmapPage, html: str, page: Page) -> str:
        """Return a page with a first heading, unless its author wrote one: not every theme prints one."""
        is_needed = is_for_search(ours) or page.file.generated_by
        return f"{title_heading(ours.title)}\n{html}" if is_needed and "<h1" not in html else html

    def filled(self, ours: RoadmapPage, html: str, page: Page, files: Files) -> str:
        """Return a page of the roadmap with our parts below its title and at its end."""
        render = self._kept.drawing(page.file.src_uri, self._render)
        with self._watch:
            self._addresses = self._addresses or self._kept.addresses(self._register.places(files))
            place = page.file.src_uri, page.file.url
            top, bottom = self._kept.fragments(
                ours, place,
                (self._site, self._addresses, self._render.template(str(ours.kind))),
                lambda missed: self._site.fragments(
                    ours, self._register.link_from(page, files, missed, self._kept.links_of(*place)), render),
                self._reporter.note_dead_link)
        files_of_data = self._data.links(page, self._render) if ours.kind is catalogue.OVERVIEW else ""
        bottom += files_of_data
        add_headings(page, headings(bottom))
        kind = ours.kind.name
        more = ("" if is_for_search(ours) else self._unsearched) + self._render.words.attributes
        filled = f"{below_title(html, wrapped(kind, top, more))}\n{wrapped(kind, bottom, more)}"
        self._kept.note_filled(place, filled, html, kind, more, files_of_data)
        return filled

    def with_notices(
        self, ours: RoadmapPage | None, page: Page, files: Files, notice: str, banner: Banner
    ) -> str:
        """Return the text of a page with what only a preview says of it at its top."""
        path, content = page.file.src_uri, page.content or ""
        if notice:
            content = below_title(content, f'<div class="career-roadmap">\n{notice}\n</div>')
        if ours is not None and ours.kind is catalogue.OVERVIEW:
            return below_title(content, banner.of_all(self._register.page_link_from(page, files)))
        return below_title(content, banner.of_page(path))

    def with_blocks(self, blocks: Blocks, output: str, page: Page, files: Files) -> str:
        """Return a whole page with its `roadmap` blocks filled, and no link to what the site has not."""
        link = self._register.link_from(page, files, self._reporter.note_dead_link)
        with self._watch:
            return blocks.fill(
                without_dead_links(output),
                lambda embed, prefix: self._site.embed(embed, link, self._render, prefix))

    def for_feed(self, blocks: Blocks, html: str, files: Files, config: MkDocsConfig) -> str:
        """Return what a feed shows of a page, finished: readers have it without the page around it, so its
        links are whole addresses.
        """
        def link(path: str) -> str | None:
            file = self._register.find(path, files)
            return urljoin(site_url(config), file.url) if file is not None else None

        html = blocks.fill(without_dead_links(html), lambda embed, prefix: self._site.embed(
            embed, link, self._render, prefix))
        return _CUT_BLOCK.sub("", html)

