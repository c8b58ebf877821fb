"""The text of a page, from kramdown to what Python-Markdown, set up with EXTENSIONS, shows alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_career_roadmap.new_site.lines import Carried, LinkRule, NoteKind, TextLine

from .blocks import Dialect
from .heading_ids import HeadingIds
from .kinds import Footnote, LinkDefinition, MarkdownBlock, Nothing
from .read_blocks import read_page
from .spans import label
from .write_blocks import write_all
from .writing import PageWriting

__all__ = ["EXTENSIONS", "Dialect", "convert"]

EXTENSIONS: list[str | dict[str, dict[str, object]]] = [
    "abbr",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "smarty",
    "tables",
    "toc",
    {"pymdownx.arithmatex": {"generic": True, "inline_syntax": ["round"], "block_syntax": ["dollar"]}},
    {"pymdownx.highlight": {"stripnl": False}},
    "pymdownx.superfences",
    "pymdownx.tasklist",
    {"pymdownx.tilde": {"subscript": False}},
]
"""What a converted page wants in mkdocs.yml, under markdown_extensions."""


def _all(blocks: list[MarkdownBlock]) -> Iterator[MarkdownBlock]:
    for block in blocks:
        yield block
        yield from _all(block.children)


def _slots(blocks: list[MarkdownBlock]) -> Iterator[tuple[list[MarkdownBlock], int, Footnote]]:
    """Return where the footnotes stand: among which blocks, and at which place."""
    for position, block in enumerate(blocks):
        if isinstance(block, Footnote):
            yield blocks, position, block
        else:
            yield from _slots(block.children)


def _in_order(page: PageWriting, blocks: list[MarkdownBlock]) -> None:
    """Put the footnotes in the order in which they are referred to; say which ones nothing refers to."""
    slots = list(_slots(blocks))
    used = {name: position for position, name in enumerate(page.note_order)}
    for _, _, block in slots:
        if block.name not in used:
            what = f"the footnote {block.name!r}, to which nothing refers, was left out"
            page.say(NoteKind.CHANGED, block.line, what)
    kept = sorted((block for _, _, block in slots if block.name in used), key=lambda block: used[block.name])
    places = iter(kept)
    for siblings, position, block in slots:
        siblings[position] = next(places) if block.name in used else Nothing(block.line)


_DEFAULT = Dialect()


def convert(lines: list[TextLine], link: LinkRule, dialect: Dialect = _DEFAULT) -> Carried:
    """Return the lines of a page's body as MkDocs reads them alike; no lines: none."""
    blocks, reading = read_page(lines, dialect)
    links = {label(block.label): block for block in _all(blocks) if isinstance(block, LinkDefinition)}
    footnotes = {block.name: block for block in _all(blocks) if isinstance(block, Footnote)}
    page = PageWriting(link, dialect, reading.lists, links, footnotes, HeadingIds(dialect.gfm))
    if footnotes:
        _order_notes(page, blocks)
    written = write_all(page, blocks, False)
    return Carried(written, sorted(dict.fromkeys((*reading.notes, *page.notes)), key=lambda note: note[1]))


def _without_notes(blocks: list[MarkdownBlock]) -> list[MarkdownBlock]:
    kept = (block for block in blocks if not isinstance(block, Footnote))
    return [replace(block, children=_without_notes(block.children)) for block in kept]


def _unchanged(address: str, _line: int, _html: bool) -> str:
    return address


def _order_notes(page: PageWriting, blocks: list[MarkdownBlock]) -> None:
    """Learn the order of footnotes from a first, thrown away, writing."""
    ids = HeadingIds(page.dialect.gfm)
    trial = PageWriting(_unchanged, page.dialect, page.lists, page.links, page.footnotes, ids)
    write_all(trial, _without_notes(blocks), False)
    for name in trial.note_order:  # which grows on the way: a note may refer to others
        write_all(trial, page.footnotes[name].children, True)
    page.note_order, page.noted = trial.note_order, trial.noted
    _in_order(page, blocks)
