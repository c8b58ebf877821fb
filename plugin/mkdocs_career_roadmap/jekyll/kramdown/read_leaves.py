"""The blocks that hold no others, read as kramdown reads them."""

from __future__ import annotations

import re

from ..lines import TextLine
from . import marks
from .blocks import BlockText, MarkdownBlock, Reading

_LANGUAGE = re.compile(r"""\s*((\S+?)(?:\?\S*)?)?((?: (?:linenums|hl_lines)="[\d ]+")*)\s*""")
"""What a fence says, with the numbers of lines that Liquid's `highlight` asked for."""
_LAZY_CODE = re.compile(r" {0,3}\S")
INDENT = re.compile(marks.INDENT)


def after_boundary(source: BlockText, children: list[MarkdownBlock]) -> bool:
    last = children[-1] if children else None
    return (
        last is None
        or last.kind == "blank"
        or (last.kind == "eob" and not last.name)
        or source.pending is not None
    )


def read_blank(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.BLANK.match(source.text, source.pos)
    if not match:
        return False
    lines = source.lines(source.pos, match.end())
    if children and children[-1].kind == "blank":
        children[-1].lines += lines
    else:
        children.append(source.new("blank", lines[0].number, lines))
    source.pos = match.end()
    return True


def code_lines(source: BlockText, pos: int, joined: bool = True) -> tuple[list[TextLine], int]:
    """Return the indented code at `pos`, without its indentation, and where it ends."""
    result: list[TextLine] = []
    while True:
        gap = marks.BLANK.match(source.text, pos)
        at = gap.end() if gap else pos
        if not marks.CODE.match(source.text, at):
            return result, pos
        if gap:
            gap_lines = source.lines(pos, at)
            result += [TextLine(number, INDENT.sub("", text, count=1)) for number, text in gap_lines]
        pos = at
        while marks.CODE.match(source.text, pos):
            end = source.line_end(pos)
            number, text = source.lines(pos, end)[0]
            result.append(TextLine(number, INDENT.sub("", text, count=1)))
            pos = end
        pos = _lazy_code(source, pos, result, joined)


def _lazy_code(source: BlockText, pos: int, result: list[TextLine], joined: bool) -> int:
    """Add the lines that follow code without a blank line; those at the margin go on the line before."""
    while pos < len(source.text):
        if marks.BLANK.match(source.text, pos) or marks.CODE_LAZY_END.match(source.text, pos):
            return pos
        end = source.line_end(pos)
        number, text = source.lines(pos, end)[0]
        if joined and _LAZY_CODE.match(text):
            result[-1] = TextLine(result[-1].number, f"{result[-1].text} {text}")
        else:
            result.append(TextLine(number, INDENT.sub("", text, count=1)))
        pos = end
    return pos


def read_code(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
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
    match = re.compile(rf"^{space}{mark}{{{size},}}[^\S\n]*\n", re.MULTILINE).search(source.text, pos)
    if not match:
        source.unclosed[mark] = size
    return match


def read_fence(reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    gfm = reading.dialect.gfm
    match = marks.FENCE[gfm].match(source.text, source.pos)
    if not match:
        return False
    fence, info = match["fence"], match["info"]
    language = _LANGUAGE.fullmatch(info)
    close = _closing(source, fence, gfm, match.end()) if language else None
    if not language or not close:
        return False
    block = source.new("code", source.number())
    if close.start() > match.end():
        block.lines = source.lines(match.end(), close.start())
    block.model, block.name, block.text = "fenced", language[2] or "", fence
    block.title = language[3]
    children.append(block)
    source.pos = close.end()
    return True


def _header(
    source: BlockText, children: list[MarkdownBlock], level: int, text: str, end: int, model: str
) -> bool:
    block = source.new("header", source.number())
    text = text.rstrip()
    if match := marks.HEADER_ID.search(text):
        block.text = match["id"]
        text = text[: match.start()].rstrip()
    block.level, block.model = level, model
    if model == "atx":
        text = re.sub(r"[\t ]#+\Z", "", text).rstrip()
    elif model == "atx kramdown":
        text = re.sub(r"(?<!\\)#+\Z", "", text).rstrip()
    if not text:
        source.pending = block.attributes or None
        return False
    block.lines = [TextLine(block.line, text)]
    children.append(block)
    source.pos = end
    return True


def read_atx(reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    gfm = reading.dialect.gfm
    match = marks.ATX[gfm].match(source.text, source.pos)
    if not match or (not gfm and not after_boundary(source, children)):
        return False
    model = "atx" if gfm else "atx kramdown"
    return _header(source, children, len(match["level"]), match["contents"], match.end(), model)


def read_setext(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    if not after_boundary(source, children):
        return False
    match = marks.SETEXT.match(source.text, source.pos)
    if not match:
        return False
    level = 2 if match["level"] == "-" else 1
    return _header(source, children, level, match["contents"], match.end(), "setext")


def read_rule(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.RULE.match(source.text, source.pos)
    if not match:
        return False
    children.append(source.new("hr", source.number(), source.lines(source.pos, match.end())))
    source.pos = match.end()
    return True


def read_math(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    if not after_boundary(source, children):
        return False
    match = marks.MATH.match(source.text, source.pos)
    if match and match[1] and match[3]:
        source.pos = match.end(1)  # an escaped beginning: it is a paragraph's
    if not match or match[1] or not marks.BLOCK_BOUNDARY.match(source.text, match.end()):
        return False
    number = source.number(match.start(2))
    children.append(source.new("math", source.number(), source.lines(match.start(2), match.end(2))))
    children[-1].line = number
    source.pos = match.end()
    return True


def read_link(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.LINK_DEFINITION.match(source.text, source.pos)
    if not match or re.search(r"[ \t]+[\"']", match[3] or ""):
        return False
    block = source.new("link", source.number())
    block.name, block.text, block.title = match[1], match[2] or match[3] or "", match[5] or ""
    children.append(block)
    source.pos = match.end()
    return True


def read_abbreviation(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.ABBREVIATION.match(source.text, source.pos)
    if not match:
        return False
    block = source.new("abbr", source.number())
    block.name, block.text = match[1], match[2].strip()
    children.append(block)
    source.pos = match.end()
    return True


def read_end(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.EOB.match(source.text, source.pos)
    if not match:
        return False
    children.append(source.new("eob", source.number()))
    source.pos = match.end()
    return True
