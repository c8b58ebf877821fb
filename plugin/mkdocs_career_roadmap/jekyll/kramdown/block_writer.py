"""Blocks, written one after the other as Python-Markdown reads them."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..lines import Line
from .blocks import Block
from .html_writer import html_lines, on_one_line
from .leaf_writer import (
    write_abbreviation,
    write_code,
    write_header,
    write_math,
    write_paragraph,
    write_reference,
    write_rule,
    write_table,
)
from .list_writer import write_definitions, write_footnote, write_list
from .page import SEPARATOR, Lines, Page, attached


def _quote(page: Page, block: Block, nested: bool) -> Lines:
    inside = page.write(page, block.children, True) or [Line(block.line, SEPARATOR)]
    lines = [Line(number, f"> {text}" if text else ">") for number, text in inside]
    return attached(page, block, lines, nested)


def _comment(_page: Page, block: Block, nested: bool) -> Lines:
    if not nested:
        return block.lines
    text = " ".join(line.text.strip() for line in block.lines if line.text.strip())
    return [Line(block.line, text)]


def _nothing(_page: Page, _block: Block, _nested: bool) -> Lines:
    return []


def _nomarkdown(_page: Page, block: Block, nested: bool) -> Lines:
    text = "\n".join(line.text for line in block.lines)
    if nested:
        return on_one_line(block.lines) if text.strip() else []
    if re.match(r"\s*<(?:div|p|table|ul|ol|pre|h\d|blockquote|section|figure|script|style|iframe)\b", text):
        return block.lines
    return [Line(block.line, "<div>"), *block.lines, Line(block.line, "</div>")] if text.strip() else []


WRITERS: dict[str, Callable[[Page, Block, bool], Lines]] = {
    "p": write_paragraph,
    "header": write_header,
    "code": write_code,
    "math": write_math,
    "quote": _quote,
    "ul": write_list,
    "ol": write_list,
    "dl": write_definitions,
    "footnote": write_footnote,
    "link": write_reference,
    "abbr": write_abbreviation,
    "hr": write_rule,
    "table": write_table,
    "html": html_lines,
    "comment": _comment,
    "nomarkdown": _nomarkdown,
    "eob": _nothing,
    "nothing": _nothing,
    "options": _nothing,
}
_UNSEEN = {"link", "abbr", "footnote"}
_LISTS = {"ul", "ol", "dl", "footnote"}


def _gap(before: Block, shown: Block, after: Block, nested: bool) -> list[str]:
    """Return the lines that must stand between two blocks; `shown` is the last before that is seen."""
    merges = shown.kind == after.kind and after.kind in {"ul", "ol", "dl", "quote"}
    if merges and (nested or not (shown.attributes or after.attributes)):
        return ["", SEPARATOR, ""]
    if after.kind == "header" and before.kind == "header" and not nested:
        return []
    if before.kind == after.kind and after.kind in {"link", "abbr"}:
        return []
    close = before.kind == "header" and after.kind == "p" and before.model != "setext"
    return [] if close and not nested else [""]


def write_all(page: Page, children: list[Block], nested: bool) -> Lines:
    """Return blocks one after the other; nothing: no lines."""
    result: Lines = []
    before: Block | None = None
    shown: Block | None = None
    blanks: Lines = []
    for block in children:
        if block.kind == "blank":
            blanks = block.lines
            continue
        if block.kind == "code" and block.model == "indented" and not nested and before is not None:
            after = {before.kind, shown.kind if shown else ""}
            block.text = "```" if after & (_LISTS | {"code"}) else ""
        lines = _written(page, block, nested)
        if not lines:
            continue
        if before is not None:
            gap = _gap(before, shown or before, block, nested)
            if len(gap) < 2 and blanks and not nested:
                gap = [""] * len(blanks)
            result += [Line(result[-1].number, text) for text in gap]
        result += lines
        before, blanks = block, []
        shown = shown if block.kind in _UNSEEN else block
    return result


def _written(page: Page, block: Block, nested: bool) -> Lines:
    if block.kind == "code" and block.model == "indented" and block.text:
        block.text = ""
        return write_code(page, block, True)
    return WRITERS[block.kind](page, block, nested)
