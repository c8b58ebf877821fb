"""The text of a page, from the Markdown that Hugo reads to what Python-Markdown shows alike.

Hugo's own reader, Goldmark, follows CommonMark; markdown-it-py does, too, and reads it here.
"""

from __future__ import annotations

from mkdocs_career_roadmap.new_site.lines import Carried, LinkRule, TextLine
from mkdocs_career_roadmap.new_site.markdown.heading_ids import toc_id
from mkdocs_career_roadmap.new_site.markdown.kinds import Footnote, LinkDefinition
from mkdocs_career_roadmap.new_site.markdown.write_page import write_page
from mkdocs_career_roadmap.new_site.markdown.writing import PageWriting

from .dialect import GoldmarkDialect, Inserted
from .heading_ids import GoldmarkIds
from .read_tokens import read_text

__all__ = ["GoldmarkDialect", "Inserted", "convert"]


def convert(lines: list[TextLine], link: LinkRule, dialect: GoldmarkDialect, title: str = "") -> Carried:
    """Return the lines of a page's body as MkDocs reads them alike; no lines: none. `title` is the page's.

    Raises ProjectError without markdown-it-py.
    """
    read = read_text(lines, dialect)

    def begin(link: LinkRule, links: dict[str, LinkDefinition], notes: dict[str, Footnote]) -> PageWriting:
        return PageWriting(
            link,
            lambda _page, lines: read.of(lines),
            {},
            links,
            notes,
            GoldmarkIds(dialect.heading_ids, dialect.ascii_ids, dialect.emoji, toc_id(title)),
            hard_wrap=False,
            has_tasks=dialect.task_list,
        )

    written, page = write_page(read.blocks, link, begin)
    return Carried(written, sorted(dict.fromkeys((*read.notes, *page.notes)), key=lambda note: note[1]))
