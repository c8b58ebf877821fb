"""A whole page, written: its blocks, and its footnotes in the order in which they are referred to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from mkdocs_career_roadmap.new_site.lines import LinkRule, NoteKind

from .kinds import BulletList, Footnote, Header, LinkDefinition, MarkdownBlock, Nothing
from .spans import label
from .write_blocks import write_all
from .writing import Lines, PageWriting

WritingMaker = Callable[[LinkRule, dict[str, LinkDefinition], dict[str, Footnote]], PageWriting]
"""Begins the writing of a page with its link rule, its link definitions by label, its footnotes by name."""


def write_page(blocks: list[MarkdownBlock], link: LinkRule, begin: WritingMaker) -> tuple[Lines, PageWriting]:
    """Return the lines of a page, and what was learnt while it was written; no blocks: no lines."""
    links = {label(block.label): block for block in _all(blocks) if isinstance(block, LinkDefinition)}
    footnotes = {block.name: block for block in _all(blocks) if isinstance(block, Footnote)}
    page = begin(link, links, footnotes)
    if footnotes:
        _order_notes(page, blocks, begin(_unchanged, links, footnotes))
    if _is_partial(page, blocks):
        trial = begin(_unchanged, links, footnotes)
        write_all(trial, blocks, False)
        page.contents = trial.headings
    return write_all(page, blocks, False), page


def _is_partial(page: PageWriting, blocks: list[MarkdownBlock]) -> bool:
    """Tell whether a page has a table of contents that does not name all of its headings."""
    every = list(_all(blocks))
    has_contents = any("toc" in block.attributes.refs for block in every if isinstance(block, BulletList))
    return has_contents and not all(page.in_contents(block) for block in every if isinstance(block, Header))


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


def _without_notes(blocks: list[MarkdownBlock]) -> list[MarkdownBlock]:
    kept = (block for block in blocks if not isinstance(block, Footnote))
    return [replace(block, children=_without_notes(block.children)) for block in kept]


def _unchanged(address: str, _line: int, _html: bool) -> str:
    return address


def _order_notes(page: PageWriting, blocks: list[MarkdownBlock], trial: PageWriting) -> None:
    """Learn the order of footnotes from a first, thrown away, writing."""
    write_all(trial, _without_notes(blocks), False)
    for name in trial.note_order:  # which grows on the way: a note may refer to others
        write_all(trial, page.footnotes[name].children, True)
    page.note_order, page.noted = trial.note_order, trial.noted
    _in_order(page, blocks)
