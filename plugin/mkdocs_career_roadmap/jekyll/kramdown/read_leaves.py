"""The blocks that hold no others, read as kramdown reads them."""

from __future__ import annotations

import re

from ..lines import Line
from . import marks
from .blocks import Block, BlockText, Reading

_LANGUAGE = re.compile(r"""\s*((\S+?)(?:\?\S*)?)?((?: (?:linenums|hl_lines)="[\d ]+")*)\s*""")
"""What a fence says, with the numbers of lines that Liquid's `highlight` asked for."""
_LAZY_CODE = re.compile(r" {0,3}\S")
INDENT = re.compile(marks.INDENT)


def after_boundary(source: BlockText, children: list[Block]) -> bool:
    last = children[-1] if children else None
    return (
        last is None
        or last.kind == "blank"
        or (last.kind == "eob" and not last.name)
        or source.pending is not None
    )


def read_blank(_reading: Reading, source: BlockText, children: list[Block]) -> bool:
    found = marks.BLANK.match(source.text, source.pos)
    if not found:
        return False
    lines = source.lines(source.pos, found.end())
    if children and children[-1].kind == "blank":
        children[-1].lines += lines
    else:
        children.append(source.new("blank", lines[0].number, lines))
    source.pos = found.end()
    return True


def code_lines(source: BlockText, pos: int, joined: bool = True) -> tuple[list[Line], int]:
    """Return the indented code at `pos`, without its indentation, and where it ends."""
    result: list[Line] = []
    while True:
        gap = marks.BLANK.match(source.text, pos)
        at = gap.end() if gap else pos
        if not marks.CODE.match(source.text, at):
            return result, pos
        if gap:
            gap_lines = source.lines(pos, at)
            result += [Line(number, INDENT.sub("", text, count=1)) for number, text in gap_lines]
        pos = at
        while marks.CODE.match(source.text, pos):
            end = source.line_end(pos)
            number, text = source.lines(pos, end)[0]
            result.append(Line(number, INDENT.sub("", text, count=1)))
            pos = end
        pos = _lazy_code(source, pos, result, joined)


def _lazy_code(source: BlockText, pos: int, result: list[Line], joined: bool) -> int:
    """Add the lines that follow code without a blank line; those at the margin go on the line before."""
    while pos < len(source.text):
        if marks.BLANK.match(source.text, pos) or marks.CODE_LAZY_END.match(source.text, pos):
            return pos
        end = source.line_end(pos)
        number, text = source.lines(pos, end)[0]
        if joined and _LAZY_CODE.match(text):
            result[-1] = Line(result[-1].number, f"{result[-1].text} {text}")
        else:
            result.append(Line(number, INDENT.sub("", text, count=1)))
        pos = end
    return pos


def read_code(_reading: Reading, source: BlockText, children: list[Block]) -> bool:
    if not INDENT.match(source.text, source.pos):
        return False
    lines, end = code_lines(source, source.pos)
    if not lines:
        return False
    block = source.new("code", source.number(), lines)
    block.model = "indented"
    children.append(block)
    source.pos = end
    return True


def _closing(source: BlockText, fence: str, gfm: bool, pos: int) -> re.Match[str] | None:
    mark, size = fence[0], len(fence)
    if size >= source.unclosed.get(mark, size + 1):
        return None
    space = marks.OPT_SPACE if gfm else ""
    found = re.compile(rf"^{space}{mark}{{{size},}}[^\S\n]*\n", re.MULTILINE).search(source.text, pos)
    if not found:
        source.unclosed[mark] = size
    return found


def read_fence(reading: Reading, source: BlockText, children: list[Block]) -> bool:
    gfm = reading.dialect.gfm
    found = marks.FENCE[gfm].match(source.text, source.pos)
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


def _header(source: BlockText, children: list[Block], level: int, text: str, end: int, model: str) -> bool:
    block = source.new("header", source.number())
    text = text.rstrip()
    if found := marks.HEADER_ID.search(text):
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


def read_atx(reading: Reading, source: BlockText, children: list[Block]) -> bool:
    gfm = reading.dialect.gfm
    found = marks.ATX[gfm].match(source.text, source.pos)
    if not found or (not gfm and not after_boundary(source, children)):
        return False
    model = "atx" if gfm else "atx kramdown"
    return _header(source, children, len(found["level"]), found["contents"], found.end(), model)


def read_setext(_reading: Reading, source: BlockText, children: list[Block]) -> bool:
    if not after_boundary(source, children):
        return False
    found = marks.SETEXT.match(source.text, source.pos)
    if not found:
        return False
    level = 2 if found["level"] == "-" else 1
    return _header(source, children, level, found["contents"], found.end(), "setext")


def read_rule(_reading: Reading, source: BlockText, children: list[Block]) -> bool:
    found = marks.RULE.match(source.text, source.pos)
    if not found:
        return False
    children.append(source.new("hr", source.number(), source.lines(source.pos, found.end())))
    source.pos = found.end()
    return True


def read_math(_reading: Reading, source: BlockText, children: list[Block]) -> bool:
    if not after_boundary(source, children):
        return False
    found = marks.MATH.match(source.text, source.pos)
    if found and found[1] and found[3]:
        source.pos = found.end(1)  # an escaped beginning: it is a paragraph's
    if not found or found[1] or not marks.BLOCK_BOUNDARY.match(source.text, found.end()):
        return False
    number = source.number(found.start(2))
    children.append(source.new("math", source.number(), source.lines(found.start(2), found.end(2))))
    children[-1].line = number
    source.pos = found.end()
    return True


def read_link(_reading: Reading, source: BlockText, children: list[Block]) -> bool:
    found = marks.LINK_DEFINITION.match(source.text, source.pos)
    if not found or re.search(r"[ \t]+[\"']", found[3] or ""):
        return False
    block = source.new("link", source.number())
    block.name, block.text, block.title = found[1], found[2] or found[3] or "", found[5] or ""
    children.append(block)
    source.pos = found.end()
    return True


def read_abbreviation(_reading: Reading, source: BlockText, children: list[Block]) -> bool:
    found = marks.ABBREVIATION.match(source.text, source.pos)
    if not found:
        return False
    block = source.new("abbr", source.number())
    block.name, block.text = found[1], found[2].strip()
    children.append(block)
    source.pos = found.end()
    return True


def read_end(_reading: Reading, source: BlockText, children: list[Block]) -> bool:
    found = marks.EOB.match(source.text, source.pos)
    if not found:
        return False
    children.append(source.new("eob", source.number()))
    source.pos = found.end()
    return True
