"""The block structure of a page, read as kramdown reads it."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import attributes, patterns
from .attributes import Attributes
from .blocks import MAX_DEPTH, Block, Source
from .html_blocks import read_html
from .lists import read_definitions, read_list
from .reading import Dialect, Reading
from .shapes import Kind, Line
from .tables import read_table

_LANGUAGE = re.compile(r"""\s*((\S+?)(?:\?\S*)?)?((?: (?:linenums|hl_lines)="[\d ]+")*)\s*""")
"""What a fence says, with the numbers of lines that Liquid's `highlight` asked for."""
_LAZY_CODE = re.compile(r" {0,3}\S")
_INDENT = re.compile(patterns.INDENT)


def _after_boundary(source: Source, children: list[Block]) -> bool:
    last = children[-1] if children else None
    return (
        last is None
        or last.kind == "blank"
        or (last.kind == "eob" and not last.name)
        or source.pending is not None
    )


def _blank(reading: Reading, source: Source, children: list[Block]) -> bool:
    found = patterns.BLANK.match(source.text, source.pos)
    if not found:
        return False
    lines = source.lines(source.pos, found.end())
    if children and children[-1].kind == "blank":
        children[-1].lines += lines
    else:
        children.append(source.new("blank", lines[0].number, lines))
    source.pos = found.end()
    return True


def _code_lines(source: Source, pos: int, joined: bool = True) -> tuple[list[Line], int]:
    """Return the indented code at `pos`, without its indentation, and where it ends."""
    result: list[Line] = []
    while True:
        gap = patterns.BLANK.match(source.text, pos)
        at = gap.end() if gap else pos
        if not patterns.CODE.match(source.text, at):
            return result, pos
        if gap:
            result += [Line(line.number, _INDENT.sub("", line.text, count=1)) for line in source.lines(pos, at)]
        pos = at
        while patterns.CODE.match(source.text, pos):
            end = source.line_end(pos)
            number, text = source.lines(pos, end)[0]
            result.append(Line(number, _INDENT.sub("", text, count=1)))
            pos = end
        pos = _lazy_code(source, pos, result, joined)


def _lazy_code(source: Source, pos: int, result: list[Line], joined: bool) -> int:
    """Add the lines that follow code without a blank line; those at the margin go on the line before."""
    while pos < len(source.text):
        if patterns.BLANK.match(source.text, pos) or patterns.CODE_LAZY_END.match(source.text, pos):
            return pos
        end = source.line_end(pos)
        number, text = source.lines(pos, end)[0]
        if joined and _LAZY_CODE.match(text):
            result[-1] = Line(result[-1].number, f"{result[-1].text} {text}")
        else:
            result.append(Line(number, _INDENT.sub("", text, count=1)))
        pos = end
    return pos


def _code(reading: Reading, source: Source, children: list[Block]) -> bool:
    if not _INDENT.match(source.text, source.pos):
        return False
    lines, end = _code_lines(source, source.pos)
    if not lines:
        return False
    block = source.new("code", source.number(), lines)
    block.model = "indented"
    children.append(block)
    source.pos = end
    return True


def _closing(source: Source, fence: str, gfm: bool, pos: int) -> re.Match[str] | None:
    mark, size = fence[0], len(fence)
    if size >= source.unclosed.get(mark, size + 1):
        return None
    space = patterns.OPT_SPACE if gfm else ""
    found = re.compile(rf"^{space}{mark}{{{size},}}[^\S\n]*\n", re.MULTILINE).search(source.text, pos)
    if not found:
        source.unclosed[mark] = size
    return found


def _fence(reading: Reading, source: Source, children: list[Block]) -> bool:
    gfm = reading.dialect.gfm
    found = patterns.FENCE[gfm].match(source.text, source.pos)
    if not found:
        return False
    fence, info = found["fence"], found["info"]
    language = _LANGUAGE.fullmatch(info)
    close = _closing(source, fence, gfm, found.end()) if language else None
    if not language or not close:
        return False
    block = source.new("code", source.number())
    if close.start() > found.end():
        block.lines = source.lines(found.end(), close.start())
    block.model, block.name, block.text = "fenced", language[2] or "", fence
    block.title = language[3]
    children.append(block)
    source.pos = close.end()
    return True


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


def _header(source: Source, children: list[Block], level: int, text: str, end: int, model: str) -> bool:
    block = source.new("header", source.number())
    text = text.rstrip()
    if found := patterns.HEADER_ID.search(text):
        block.text = found["id"]
        text = text[: found.start()].rstrip()
    block.level, block.model = level, model
    if model == "atx":
        text = re.sub(r"[\t ]#+\Z", "", text).rstrip()
    elif model == "atx kramdown":
        text = re.sub(r"(?<!\\)#+\Z", "", text).rstrip()
    if not text:
        source.pending = block.attributes or None
        return False
    block.lines = [Line(block.line, text)]
    children.append(block)
    source.pos = end
    return True


def _atx(reading: Reading, source: Source, children: list[Block]) -> bool:
    gfm = reading.dialect.gfm
    found = patterns.ATX[gfm].match(source.text, source.pos)
    if not found or (not gfm and not _after_boundary(source, children)):
        return False
    model = "atx" if gfm else "atx kramdown"
    return _header(source, children, len(found["level"]), found["contents"], found.end(), model)


def _setext(reading: Reading, source: Source, children: list[Block]) -> bool:
    if not _after_boundary(source, children):
        return False
    found = patterns.SETEXT.match(source.text, source.pos)
    if not found:
        return False
    return _header(source, children, 2 if found["level"] == "-" else 1, found["contents"], found.end(), "setext")


def _rule(reading: Reading, source: Source, children: list[Block]) -> bool:
    found = patterns.RULE.match(source.text, source.pos)
    if not found:
        return False
    children.append(source.new("hr", source.number(), source.lines(source.pos, found.end())))
    source.pos = found.end()
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


def _math(reading: Reading, source: Source, children: list[Block]) -> bool:
    if not _after_boundary(source, children):
        return False
    found = patterns.MATH.match(source.text, source.pos)
    if found and found[1] and found[3]:
        source.pos = found.end(1)  # an escaped beginning: it is a paragraph's
    if not found or found[1] or not patterns.BLOCK_BOUNDARY.match(source.text, found.end()):
        return False
    number = source.number(found.start(2))
    children.append(source.new("math", source.number(), source.lines(found.start(2), found.end(2))))
    children[-1].line = number
    source.pos = found.end()
    return True


def _table(reading: Reading, source: Source, children: list[Block]) -> bool:
    return (
        _after_boundary(source, children)
        and bool(patterns.TABLE_START.match(source.text, source.pos))
        and read_table(source, children)
    )


def _footnote(reading: Reading, source: Source, children: list[Block]) -> bool:
    found = patterns.FOOTNOTE.match(source.text, source.pos)
    if not found:
        return False
    first = Line(source.number(), found[2])
    rest, end = _code_lines(source, found.end(), joined=False)
    block = source.new("footnote", source.number())
    block.name = found[1]
    block.children = reading.inside(Source.of([first, *rest]))
    children.append(block)
    source.pos = end
    return True


def _link(reading: Reading, source: Source, children: list[Block]) -> bool:
    found = patterns.LINK_DEFINITION.match(source.text, source.pos)
    if not found or re.search(r"[ \t]+[\"']", found[3] or ""):
        return False
    block = source.new("link", source.number())
    block.name, block.text, block.title = found[1], found[2] or found[3] or "", found[5] or ""
    children.append(block)
    source.pos = found.end()
    return True


def _abbreviation(reading: Reading, source: Source, children: list[Block]) -> bool:
    found = patterns.ABBREVIATION.match(source.text, source.pos)
    if not found:
        return False
    block = source.new("abbr", source.number())
    block.name, block.text = found[1], found[2].strip()
    children.append(block)
    source.pos = found.end()
    return True


def _attribute_list(reading: Reading, source: Source, children: list[Block], found: re.Match[str]) -> None:
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
    if name == "nomarkdown" and content:
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


def _end_of_block(reading: Reading, source: Source, children: list[Block]) -> bool:
    found = patterns.EOB.match(source.text, source.pos)
    if not found:
        return False
    children.append(source.new("eob", source.number()))
    source.pos = found.end()
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
    _blank, _code, _fence, _quote, _atx, _rule, _list, _definitions, _setext, _math, _table, _footnote,
    _link, _abbreviation, _extension, _end_of_block, _paragraph,
]
_BEFORE_HTML = 8


def read_blocks(reading: Reading, source: Source, children: list[Block], parent: str) -> bool:
    """Read all blocks of a source into `children`; true: the end tag of `parent` was met and passed."""
    if reading.depth > MAX_DEPTH:
        while not source.done():
            _blank(reading, source, children) or _paragraph(reading, source, children)
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
