"""Kramdown's tables: lines with a pipe between two boundaries of blocks."""

from __future__ import annotations

import re

from mkdocs_career_roadmap.new_site.lines import TextLine
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock, Table, TableRow

from . import marks
from .blocks import BlockText
from .read_spans import code_and_html

_CODE_TAG = re.compile(r"(<code[^>\n]*>.*?</code>)")
_PIPE = re.compile(r"(?<!\\)\|")
_TICKS = re.compile(r"`+")


def _align(separator: str) -> list[str]:
    names = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}
    return [names[match] for match in marks.TABLE_ALIGN.findall(separator)]


def _code_end(text: str, start: int, ticks: str) -> int:
    """Return where the code span ends whose `ticks` stand at `start`; -1: they begin none."""
    after = start + len(ticks)
    if len(ticks) == 1 and (start == 0 or text[start - 1].isspace()) and text[after : after + 1].isspace():
        return -1
    match = text.find(ticks, after)
    return match + len(ticks) if match >= 0 else -1


def _pieces(row: str) -> list[tuple[str, bool]]:
    """Return a row in parts, and which of them are code."""
    result: list[tuple[str, bool]] = []
    for number, part in enumerate(_CODE_TAG.split(row)):
        if number % 2:
            result.append((part, True))
            continue
        at = 0
        while match := _TICKS.search(part, at):
            end = _code_end(part, match.start(), match[0])
            if end < 0:
                result.append((part[at : match.end()], False))
                at = match.end()
            else:
                result += [(part[at : match.start()], False), (part[match.start() : end], True)]
                at = end
        result.append((part[at:], False))
    return result


def cells_of(row: str, leading: bool) -> list[str]:
    """Return the cells of a row; `leading`: its table's rows begin with a pipe."""
    cells = [""]
    for text, code in _pieces(row):
        if code:
            cells[-1] += text
            continue
        first, *rest = _PIPE.split(text)
        cells[-1] += first.replace("\\|", "|")
        cells += [cell.replace("\\|", "|") for cell in rest]
    if leading and not cells[0].strip():
        del cells[0]
    if cells and not cells[-1].strip():
        cells.pop()
    return [cell.strip() for cell in cells]


def _has_pipes(text: str) -> bool:
    """Tell whether every line of `text` has a pipe outside of code and of HTML."""
    piped = False
    for kind, value in code_and_html(text):
        lines = value.rstrip("\n").split("\n") if value.strip("\n") else [""]
        if kind == "code":
            if len(lines) > 2 or (len(lines) == 2 and not piped):
                break
            piped = piped and len(lines) < 2
            continue
        if len(lines) > 1 and not piped and not marks.TABLE_PIPE.match(lines[0]):
            break
        piped = (piped and len(lines) < 2) or bool(marks.TABLE_PIPE.match(lines[-1]))
    return piped


def read_table(source: BlockText, children: list[MarkdownBlock]) -> bool:
    """Read the table at the source's place; false: there is none."""
    start, text = source.pos, source.text
    first = marks.TABLE_LINE.match(text, source.content())
    leading = first is not None and first[0].startswith("|")
    align: list[str] = []
    rows: list[MarkdownBlock] = []
    body: list[MarkdownBlock] = []
    pos, has_head = start, False
    if match := marks.TABLE_SEPARATOR.match(text, pos):
        pos = match.end()
    while pos < len(text) and marks.TABLE_LINE.match(text, pos):
        end = source.line_end(pos)
        if match := marks.TABLE_SEPARATOR.match(text, pos):
            if body and not align and not has_head:
                has_head, align = True, _align(match[1])
                rows, body = body, []
        elif not marks.TABLE_FOOT.match(text, pos):
            body.append(TableRow(source.number(pos), [
                TextLine(source.number(pos), cell) for cell in cells_of(text[pos:end].rstrip(), leading)
            ]))
        pos = end
    if not body or not marks.BLOCK_BOUNDARY.match(text, pos) or not _has_pipes(text[start : pos - 1]):
        return False
    columns = max(len(row.lines) for row in rows + body)
    align = (align + [""] * columns)[:columns]
    source.add(Table(source.number(), children=rows + body, heads=len(rows), align=align), children)
    source.pos = pos
    return True
