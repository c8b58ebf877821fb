"""The text of a page's blocks, written as Python-Markdown reads it."""

from __future__ import annotations

import html

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine

from . import attributes, literal
from .kinds import MarkdownBlock
from .spans import Span
from .write_spans import write
from .writing import Lines, PageWriting, TextWriting


def _note_references(page: PageWriting, spans: list[Span]) -> None:
    for span in spans:
        if span.kind == "note":
            page.refer(span.text)
        _note_references(page, span.children)


def spans_of(page: PageWriting, lines: Lines) -> list[Span]:
    spans = page.read(page, lines)
    _note_references(page, spans)
    return spans


def inline_of(page: PageWriting, lines: Lines) -> TextWriting:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    return TextWriting(
        page.link, page.lists, page.links, page.footnotes, [line.number for line in lines], starts,
        page.hard_wrap,
    )


def text_of(page: PageWriting, lines: Lines, ends: bool = False, cell: bool = False) -> str:
    """Return text that stays on one line."""
    inline = inline_of(page, lines)
    inline.ends, inline.cell = ends, cell
    text = write(inline, spans_of(page, lines))
    say_lost(page, inline)
    return " ".join(text.split("\n"))


def say_lost(page: PageWriting, inline: TextWriting) -> None:
    for number in inline.lost:
        page.say(NoteKind.CHANGED, number, "attributes of something that cannot have any were left out")


def paragraph_lines(page: PageWriting, lines: Lines, nested: bool) -> Lines:
    """Return a paragraph's lines; those that nothing is left of are left out."""
    inline = inline_of(page, lines)
    text = write(inline, spans_of(page, lines))
    say_lost(page, inline)
    parts = text.split("\n")
    numbers = [lines[0].number, *inline.breaks]
    numbers += [lines[-1].number] * (len(parts) - len(numbers))
    result: Lines = []
    for number, whole in zip(numbers, parts, strict=False):
        part = whole.lstrip() if nested or not result else whole
        if part.strip():
            result.append(TextLine(number, literal.guarded(part, not result, len(result) == 1, nested)))
    return result


def anchor(name: str) -> str:
    """Return what links to an id lead to."""
    return f'<a id="{html.escape(name)}"></a>'


def attached(page: PageWriting, block: MarkdownBlock, lines: Lines, nested: bool) -> Lines:
    """Return a block, in a <div> if it has attributes that nothing else can hold. Within another block there
    is none: an anchor before it keeps its id, to which links may lead.
    """
    values = page.values(block)
    if not values or not lines:
        return lines
    if nested:
        name = values.pop("id", "")
        if values:
            page.say(NoteKind.CHANGED, block.line, "the attributes of a block within another were left out")
        line = lines[0].number
        return [TextLine(line, anchor(name)), TextLine(line, ""), *lines] if name else lines
    number = lines[-1].number
    start = TextLine(lines[0].number, f'<div{attributes.in_tag(values)} markdown="1">')
    return [start, TextLine(number, ""), *lines, TextLine(number, ""), TextLine(number, "</div>")]
