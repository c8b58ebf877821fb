"""The text of a page, from kramdown to what Python-Markdown, set up with EXTENSIONS, shows alike."""

from __future__ import annotations

from mkdocs_career_roadmap.new_site.lines import Carried, LinkRule, TextLine
from mkdocs_career_roadmap.new_site.markdown import EXTENSIONS
from mkdocs_career_roadmap.new_site.markdown.kinds import Footnote, LinkDefinition
from mkdocs_career_roadmap.new_site.markdown.write_page import write_page
from mkdocs_career_roadmap.new_site.markdown.writing import PageWriting

from .blocks import Dialect
from .heading_ids import HeadingIds
from .read_blocks import read_page
from .read_text import read_text

__all__ = ["EXTENSIONS", "Dialect", "convert"]

_DEFAULT = Dialect()


def convert(lines: list[TextLine], link: LinkRule, dialect: Dialect = _DEFAULT) -> Carried:
    """Return the lines of a page's body as MkDocs reads them alike; no lines: none."""
    blocks, reading = read_page(lines, dialect)

    def begin(link: LinkRule, links: dict[str, LinkDefinition], notes: dict[str, Footnote]) -> PageWriting:
        return PageWriting(
            link, lambda page, lines: read_text(page, lines, dialect), reading.lists, links, notes,
            HeadingIds(dialect.gfm), has_tasks=dialect.gfm, hard_wrap=dialect.gfm and dialect.hard_wrap,
            numbers_anew=True, toc_levels=dialect.toc_levels)

    written, page = write_page(blocks, link, begin)
    return Carried(written, sorted(dict.fromkeys((*reading.notes, *page.notes)), key=lambda note: note[1]))
