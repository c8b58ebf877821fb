"""Lists, definitions and footnotes, written with four columns for what stands within."""

from __future__ import annotations

import re

from ..lines import Kind, Line
from . import attributes, literal
from .blocks import Block
from .leaf_writer import write_header, write_paragraph
from .page import SEPARATOR, Lines, Page, attached, text_of

_TASK = re.compile(r"\\\[([ xX])\]\s+(?=\S)")


def _indented(lines: Lines, first: str) -> Lines:
    """Return lines that belong to an item, the first after its mark."""
    text = literal.after_mark(first, lines[0].text)
    result = [Line(lines[0].number, f"{first} {text}")]
    return result + [Line(number, f"    {text}" if text else "") for number, text in lines[1:]]


def _first_paragraph(page: Page, item: Block, para: Block, followed: bool) -> Lines:
    """Return the paragraph that an item begins with, and the item's attributes if it can have them."""
    para.tight = item.tight
    lines = write_paragraph(page, para, True)
    if not lines or not item.tight:
        return lines
    if followed and lines[-1].text.endswith("\\\\"):
        lines[-1] = Line(lines[-1].number, lines[-1].text[:-2])  # a line break before a block
    if values := page.values(item):
        lines.append(Line(lines[-1].number, f"{{: {attributes.written(values)} }}"))
    return lines


def _head(page: Page, item: Block, children: list[Block]) -> tuple[Lines, list[Block]]:
    """Return what stands on the line of an item's mark, and the blocks after it."""
    first = children[0]
    if first.kind == "p":
        lines = _first_paragraph(page, item, first, len(children) > 1)
        if page.dialect.gfm and lines and (task := _TASK.match(lines[0].text)):
            lines[0] = Line(lines[0].number, f"[{task[1]}] {lines[0].text[task.end() :]}")
        return lines, children[1:]
    if first.kind == "header":
        return write_header(page, first, True), children[1:]
    return [], children


def write_item(page: Page, block: Block, mark: str) -> Lines:
    """Return an item, its blocks indented; without any: its mark and a comment."""
    children = [child for child in block.children if child.kind not in {"eob", "nothing", "options"}]
    while children and children[0].kind == "blank":
        del children[0]
    if page.values(block) and not (block.tight and _is_text(block)):
        page.say(Kind.CHANGED, block.line, "the attributes of a list's item were left out")
    if not children:
        return [Line(block.line, f"{mark} {SEPARATOR}")]
    lines, rest = _head(page, block, children)
    lines = lines or [Line(block.line, SEPARATOR)]
    following = page.write(page, rest, True)
    if following:
        tight = block.tight and block.kind == "li" and rest[0].kind in {"ul", "ol"}
        lines = [*lines, *([] if tight else [Line(following[0].number, "")]), *following]
    return _indented(lines, mark)


def write_list(page: Page, block: Block, nested: bool) -> Lines:
    if "toc" in block.attributes.refs:
        return [Line(block.line, "[TOC]")]
    if "footnotes" in block.attributes.refs:
        return [Line(block.line, "///Footnotes Go Here///")]
    result: Lines = []
    loose = blank = False
    anew = block.kind == "ol" and block.children[0].name != "1."  # kramdown numbers from 1
    for count, item in enumerate(block.children, 1):
        mark = f"{count}." if anew else item.name
        lines = write_item(page, item, mark)
        last_loose = count == len(block.children) and not item.tight and _is_text(item)
        if result and (loose or blank or last_loose):
            result.append(Line(result[-1].number, ""))
        result += lines
        loose = not item.tight and _is_text(item)
        blank = any(not line.text for line in lines)
    return attached(page, block, result, nested)


def _is_text(item: Block) -> bool:
    return bool(item.children) and item.children[0].kind == "p"


def write_definitions(page: Page, block: Block, nested: bool) -> Lines:
    result: Lines = []
    before, blank = "", False
    for child in block.children:
        if child.kind == "dt":
            if result and result[-1].text and before == "dd":
                result.append(Line(child.line, ""))
            text = text_of(page, child.lines, ends=True, cell=True)
            values = page.values(child)
            end = f" {{: {attributes.written(values)} }}" if values else ""
            result.append(Line(child.line, f"{literal.guarded(text, True, False, True)}{end}"))
        else:
            if (not child.tight and _is_text(child)) or (result and before == "dd" and blank):
                result.append(Line(child.line, ""))
            lines = write_item(page, child, ":  ")
            blank = any(not line.text for line in lines)
            if blank and nested:
                what = "a definition with several blocks stands within another block"
                page.say(Kind.CHANGED, child.line, what)
            result += lines
        before = child.kind
    return attached(page, block, result, nested)


def write_footnote(page: Page, block: Block, _nested: bool) -> Lines:
    return write_item(page, block, f"[^{block.name}]:")
