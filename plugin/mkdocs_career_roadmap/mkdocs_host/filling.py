"""What the roadmap says, put into the pages of a site."""

from __future__ import annotations

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ..build import Site
from ..pages.page_list import PageKind, RoadmapPage
from ..pages.render import Renderer, headings
from ..project.progress import Stopwatch
from .data_files import DataFiles
from .insertion import Blocks, add_headings, below_title, title_heading, without_dead_links
from .preview import Banner
from .register import Register
from .telling import Teller


class Filler:
    """Fills the pages of one build, each as its turn comes."""

    def __init__(
        self, site: Site, register: Register, data: DataFiles, render: Renderer, teller: Teller,
        watch: Stopwatch,
    ) -> None:
        self._site = site
        self._register = register
        self._data = data
        self._render = render
        self._teller = teller
        self._watch = watch

    def with_title(self, ours: RoadmapPage, html: str, page: Page) -> str:
        """Return a page with a first heading, unless its author wrote one: not every theme prints one."""
        is_needed = is_for_search(ours) or page.file.generated_by
        return f"{title_heading(ours.title)}\n{html}" if is_needed and "<h1" not in html else html

    def filled(self, ours: RoadmapPage, html: str, page: Page, files: Files) -> str:
        """Return a page of the roadmap with our parts below its title and at its end."""
        link = self._register.link_from(page, files, self._teller.note_dead_link)
        with self._watch:
            top, bottom = self._site.fragments(ours, link, self._render)
        if ours.kind is PageKind.OVERVIEW:
            bottom += self._data.links(page, self._render)
        add_headings(page, headings(bottom))
        kind = "post" if ours.kind is PageKind.POST else "page"
        wrap = f'<div class="career-roadmap cr-{ours.kind} cr-on-{kind}">'
        top = f"{wrap}\n{top}\n</div>" if top else ""
        bottom = f"{wrap}\n{bottom}\n</div>" if bottom else ""
        return f"{below_title(html, top)}\n{bottom}"

    def with_notices(self, ours: RoadmapPage | None, page: Page, files: Files, banner: Banner) -> str:
        """Return the text of a page with what only a preview says of it at its top."""
        path, content = page.file.src_uri, page.content or ""
        if notice := self._site.notice(path, self._render):
            content = below_title(content, f'<div class="career-roadmap">\n{notice}\n</div>')
        if ours is not None and ours.kind is PageKind.OVERVIEW:
            return below_title(content, banner.of_all(self._register.page_link_from(page, files)))
        return below_title(content, banner.of_page(path))

    def with_blocks(self, blocks: Blocks, output: str, page: Page, files: Files) -> str:
        """Return a whole page with its `roadmap` blocks filled, and no link to what the site has not."""
        link = self._register.link_from(page, files, self._teller.note_dead_link)
        with self._watch:
            return blocks.fill(
                without_dead_links(output),
                lambda embed, prefix: self._site.embed(embed, link, self._render, prefix))


def is_for_search(ours: RoadmapPage) -> bool:
    """True for goals, milestones and lessons: they are filled before search looks. Boxes and views
    repeat what other pages say.
    """
    return not ours.kind.is_view and ours.kind is not PageKind.POST
