"""The block structure of a page, read as kramdown reads it."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..lines import Kind, Line
from . import attributes, patterns
from .attributes import Attributes
from .blocks import MAX_DEPTH, Block, Source
from .html_blocks import read_html
from .leaf_reader import (
    after_boundary,
    code_lines,
    read_abbreviation,
    read_atx,
    read_blank,
    read_code,
    read_end,
    read_fence,
    read_link,
    read_math,
    read_rule,
    read_setext,
)
from .lists import read_definitions, read_list
from .reading import Dialect, Reading
from .tables import read_table


def _paragraph_lines(source: Source, end: re.Pattern[str]) -> tuple[list[Line], int]:
    pos = source.line_end(source.pos)
    while pos < len(source.text) and not end.match(source.text, pos):
        pos = source.line_end(pos)
    return source.lines(source.pos, pos), pos


def _quote(reading: Reading, source: Source, children: list[Block]) -> bool:
    if not patterns.QUOTE.match(source.text, source.pos):
        return False
    lines, end = _paragraph_lines(source, patterns.LAZY_END)
    block = source.new("quote", source.number())
    source.pos = end
    inside = [Line(number, patterns.QUOTE.sub("", text, count=1) if patterns.QUOTE.match(text) else text)
              for number, text in lines]
    children.append(block)
    block.children = reading.inside(Source.of(inside))
    return True


def _list(reading: Reading, source: Source, children: list[Block]) -> bool:
    text, pos = source.text, source.pos
    if not patterns.ITEM["ul"].match(text, pos) and not patterns.ITEM["ol"].match(text, pos):
        return False
    return read_list(reading, source, children)


def _definitions(reading: Reading, source: Source, children: list[Block]) -> bool:
    return bool(patterns.ITEM["dl"].match(source.text, source.pos)) and read_definitions(
        reading, source, children,
    )


def _table(_reading: Reading, source: Source, children: list[Block]) -> bool:
    return (
        after_boundary(source, children)
        and bool(patterns.TABLE_START.match(source.text, source.pos))
        and read_table(source, children)
    )


def _footnote(reading: Reading, source: Source, children: list[Block]) -> bool:
    found = patterns.FOOTNOTE.match(source.text, source.pos)
    if not found:
        return False
    first = Line(source.number(), found[2])
    rest, end = code_lines(source, found.end(), joined=False)
    block = source.new("footnote", source.number())
    block.name = found[1]
    block.children = reading.inside(Source.of([first, *rest]))
    children.append(block)
    source.pos = end
    return True


def _attribute_list(_reading: Reading, source: Source, children: list[Block], found: re.Match[str]) -> None:
    source.pos = found.end()
    last = children[-1] if children else None
    if last is not None and last.kind != "blank" and (last.kind != "eob"):
        attributes.read(found[1], last.attributes)
        if not patterns.IAL_BLOCK.match(source.text, source.pos):
            children.append(source.new("eob", source.number()))
            children[-1].name = "ial"
        return
    source.pending = source.pending or Attributes()
    attributes.read(found[1], source.pending)


def _extension(reading: Reading, source: Source, children: list[Block]) -> bool:
    if not patterns.EXTENSION.match(source.text, source.pos):
        return False
    if found := patterns.ALD.match(source.text, source.pos):
        attributes.read(found[2], reading.lists.setdefault(found[1], Attributes()))
        children.append(source.new("eob", source.number()))
        children[-1].name = "ald"
        source.pos = found.end()
        return True
    at = source.content()
    if found := patterns.EXT.match(source.text, at):
        if re.compile(r"\s*?\n").match(source.text, found.end()):
            return _block_extension(reading, source, children, found)
        return False
    if patterns.EXT_ANY_STOP.match(source.text, at):
        return False
    if found := patterns.IAL_BLOCK.match(source.text, source.pos):
        _attribute_list(reading, source, children, found)
        return True
    return False


def _block_extension(reading: Reading, source: Source, children: list[Block], found: re.Match[str]) -> bool:
    """Read `{::name options}`, and its content up to `{:/name}` if it has one."""
    name, line = found[1], source.number()
    content, end, start = None, source.line_end(found.end() - 1), source.line_end(found.end() - 1)
    if not found[3]:
        stop = re.compile(rf"^ {{0,3}}\{{:/(?:{re.escape(name)})?\}}[^\S\n]*\n", re.MULTILINE)
        close = stop.search(source.text, start)
        if not close:
            return False
        content, end = (start, close.start()), close.end()
    if name == "nomarkdown" and content and attributes.for_html(found[2] or ""):
        children.append(Block("nomarkdown", line, source.lines(*content) if content[1] > content[0] else []))
    elif name == "options":
        children.append(Block("options", line))
        reading.notes.append((Kind.CHANGED, line, "kramdown's options within a page were left out"))
    elif name in {"comment", "nomarkdown"}:
        children.append(Block("nothing", line))
    else:
        return False
    source.pos = end
    return True


def _paragraph(reading: Reading, source: Source, children: list[Block]) -> bool:
    end = patterns.PARAGRAPH_END if reading.dialect.gfm else patterns.PARAGRAPH_END_KRAMDOWN
    lines, pos = _paragraph_lines(source, end)
    lines[-1] = Line(lines[-1].number, lines[-1].text.rstrip())
    if children and children[-1].kind == "p":
        children[-1].lines += lines
    else:
        lines[0] = Line(lines[0].number, lines[0].text.lstrip())
        children.append(source.new("p", lines[0].number, lines))
    source.pos = pos
    return True


_READERS: list[Callable[[Reading, Source, list[Block]], bool]] = [
    read_blank,
    read_code,
    read_fence,
    _quote,
    read_atx,
    read_rule,
    _list,
    _definitions,
    read_setext,
    read_math,
    _table,
    _footnote,
    read_link,
    read_abbreviation,
    _extension,
    read_end,
    _paragraph,
]
_BEFORE_HTML = 8


def read_blocks(reading: Reading, source: Source, children: list[Block], parent: str) -> bool:
    """Read all blocks of a source into `children`; true: the end tag of `parent` was met and passed."""
    if reading.depth > MAX_DEPTH:
        while not source.done():
            read_blank(reading, source, children) or _paragraph(reading, source, children)
        return False
    while not source.done():
        if any(read(reading, source, children) for read in _READERS[:_BEFORE_HTML]):
            continue
        if source.text.startswith("<", source.content()):
            html = read_html(reading, source, children, parent)
            if html is None:
                return True
            if html:
                continue
        any(read(reading, source, children) for read in _READERS[_BEFORE_HTML:])
    return False


def read_page(lines: list[Line], dialect: Dialect) -> tuple[list[Block], Reading]:
    """Return a page's blocks, and what was learned on the way."""
    reading = Reading(dialect, read_blocks)
    children: list[Block] = []
    read_blocks(reading, Source.of(lines), children, "")
    return children, reading
