"""The blocks that hold no others, read as kramdown reads them."""

from __future__ import annotations

import re

from mkdocs_career_roadmap.new_site.lines import TextLine
from mkdocs_career_roadmap.new_site.markdown import kinds
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock

from . import marks
from .blocks import BlockText, Reading

_LANGUAGE = re.compile(r"""\s*((\S+?)(?:\?\S*)?)?((?: (?:linenums|hl_lines)="[\d ]+")*)\s*""")
"""What a fence says, with the numbers of lines that Liquid's `highlight` asked for."""
_LAZY_CODE = re.compile(r" {0,3}\S")
INDENT = re.compile(marks.INDENT)


def after_boundary(source: BlockText, children: list[MarkdownBlock]) -> bool:
    if not children or source.pending is not None:
        return True
    last = children[-1]
    return isinstance(last, kinds.Blank) or (isinstance(last, kinds.EndOfBlock) and last.explicit)


def read_blank(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.BLANK.match(source.text, source.pos)
    if not match:
        return False
    lines = source.lines(source.pos, match.end())
    if children and isinstance(children[-1], kinds.Blank):
        children[-1].lines += lines
    else:
        source.add(kinds.Blank(lines[0].number, lines), children)
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
    source.add(kinds.CodeBlock(source.number(), lines), children)
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
    lines = source.lines(match.end(), close.start()) if close.start() > match.end() else []
    block = kinds.CodeBlock(source.number(), lines, fence=fence, options=language[3])
    block.language = language[2] or ""
    source.add(block, children)
    source.pos = close.end()
    return True


def _header(
    source: BlockText, children: list[MarkdownBlock], level: int, match: re.Match[str], closing: str = ""
) -> bool:
    """Read a heading; `closing`: a pattern of what stands behind its words and means nothing."""
    text, name = match["contents"].rstrip(), ""
    if given := marks.HEADER_ID.search(text):
        text, name = text[: given.start()].rstrip(), given["id"]
    if closing:
        text = re.sub(closing, "", text).rstrip()
    if not text:
        source.pending = source.pending or None
        return False
    line = TextLine(source.number(), text)
    source.add(kinds.Header(line.number, [line], level=level, setext=not closing, name=name), children)
    source.pos = match.end()
    return True


def read_atx(reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    gfm = reading.dialect.gfm
    match = marks.ATX[gfm].match(source.text, source.pos)
    if not match or (not gfm and not after_boundary(source, children)):
        return False
    return _header(source, children, len(match["level"]), match, r"[\t ]#+\Z" if gfm else r"(?<!\\)#+\Z")


def read_setext(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    if not after_boundary(source, children):
        return False
    match = marks.SETEXT.match(source.text, source.pos)
    if not match:
        return False
    return _header(source, children, 2 if match["level"] == "-" else 1, match)


def read_rule(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.RULE.match(source.text, source.pos)
    if not match:
        return False
    source.add(kinds.Rule(source.number(), source.lines(source.pos, match.end())), children)
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
    start, end = match.span(2)
    source.add(kinds.Formula(source.number(start), source.lines(start, end)), children)
    source.pos = match.end()
    return True


def read_link(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.LINK_DEFINITION.match(source.text, source.pos)
    if not match:
        return False
    address, title = match[2] or match[3] or "", match[5] or ""
    block = kinds.LinkDefinition(source.number(), label=match[1], address=address, title=title)
    source.add(block, children)
    source.pos = match.end()
    return True


def read_abbreviation(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.ABBREVIATION.match(source.text, source.pos)
    if not match:
        return False
    source.add(kinds.Abbreviation(source.number(), short=match[1], long=match[2].strip()), children)
    source.pos = match.end()
    return True


def read_end(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.EOB.match(source.text, source.pos)
    if not match:
        return False
    source.add(kinds.EndOfBlock(source.number(), explicit=True), children)
    source.pos = match.end()
    return True
