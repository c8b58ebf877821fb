"""Blocks, written one after the other as Python-Markdown reads them: those that hold others, and the loop."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..lines import NoteKind, TextLine
from . import attributes, literal
from .blocks import MarkdownBlock
from .read_html import without_markdown
from .write_leaves import (
    BLOCKS_OF_MARKDOWN,
    HOLD_SPANS,
    holds_markdown,
    on_one_line,
    raw_parts,
    with_numbers,
    write_abbreviation,
    write_code,
    write_header,
    write_math,
    write_paragraph,
    write_reference,
    write_rule,
    write_table,
)
from .write_text import attached, text_of
from .writing import SEPARATOR, Lines, PageWriting, tag_with


def html_lines(page: PageWriting, block: MarkdownBlock, nested: bool) -> Lines:
    """Return an element as lines."""
    if holds_markdown(block):
        return _with_markdown(page, block, nested)
    parts: list[TextLine] = []
    raw_parts(page, block, parts)
    lines = with_numbers(parts)
    if nested:
        return on_one_line(lines, block.name)
    if block.name not in BLOCKS_OF_MARKDOWN:
        return [TextLine(lines[0].number, "<div>"), *lines, TextLine(lines[-1].number, "</div>")]
    return lines


def _with_markdown(page: PageWriting, block: MarkdownBlock, nested: bool) -> Lines:
    tag = tag_with(without_markdown(block.text), block.line, page.link, page.values(block))
    end = f"</{block.name}>"
    if block.model == "span":
        text = text_of(page, block.children[0].lines) if block.children else ""
        start = tag if nested else f'{tag[:-1]} markdown="span">'
        return [TextLine(block.line, f"{start}{text.strip()}{end}")]
    children = [_as_paragraph(child) for child in block.children if _shows(child)]
    for child in children:
        if child.kind == "header":
            child.title = "in html"
    inside = write_all(page, children, nested)
    last = inside[-1].number if inside else block.line
    mode = "block" if block.name in HOLD_SPANS else "1"
    start = tag if nested else f'{tag[:-1]} markdown="{mode}">'
    return [
        TextLine(block.line, start),
        TextLine(block.line, ""),
        *inside,
        TextLine(last, ""),
        TextLine(last, end),
    ]


def _shows(child: MarkdownBlock) -> bool:
    return child.kind != "raw" or any(line.text.strip() for line in child.lines)


def _as_paragraph(child: MarkdownBlock) -> MarkdownBlock:
    return MarkdownBlock("p", child.line, child.lines) if child.kind == "raw" else child


_TASK = re.compile(r"\\\[([ xX])\]\s+(?=\S)")


def _indented(lines: Lines, first: str) -> Lines:
    """Return lines that belong to an item, the first after its mark."""
    text = literal.after_mark(first, lines[0].text)
    result = [TextLine(lines[0].number, f"{first} {text}")]
    return result + [TextLine(number, f"    {text}" if text else "") for number, text in lines[1:]]


def _first_paragraph(page: PageWriting, item: MarkdownBlock, para: MarkdownBlock, followed: bool) -> Lines:
    """Return the paragraph that an item begins with, and the item's attributes if it can have them."""
    para.tight = item.tight
    lines = write_paragraph(page, para, True)
    if not lines or not item.tight:
        return lines
    if followed and lines[-1].text.endswith("\\\\"):
        lines[-1] = TextLine(lines[-1].number, lines[-1].text[:-2])  # a line break before a block
    if values := page.values(item):
        lines.append(TextLine(lines[-1].number, f"{{: {attributes.written(values)} }}"))
    return lines


def _head(
    page: PageWriting, item: MarkdownBlock, children: list[MarkdownBlock]
) -> tuple[Lines, list[MarkdownBlock]]:
    """Return what stands on the line of an item's mark, and the blocks after it."""
    first = children[0]
    if first.kind == "p":
        lines = _first_paragraph(page, item, first, len(children) > 1)
        if page.dialect.gfm and lines and (task := _TASK.match(lines[0].text)):
            lines[0] = TextLine(lines[0].number, f"[{task[1]}] {lines[0].text[task.end() :]}")
        return lines, children[1:]
    if first.kind == "header":
        return write_header(page, first, True), children[1:]
    return [], children


def write_item(page: PageWriting, block: MarkdownBlock, mark: str) -> Lines:
    """Return an item, its blocks indented; without any: its mark and a comment."""
    children = [child for child in block.children if child.kind not in {"eob", "nothing", "options"}]
    while children and children[0].kind == "blank":
        del children[0]
    if page.values(block) and not (block.tight and _is_text(block)):
        page.say(NoteKind.CHANGED, block.line, "the attributes of a list's item were left out")
    if not children:
        return [TextLine(block.line, f"{mark} {SEPARATOR}")]
    lines, rest = _head(page, block, children)
    lines = lines or [TextLine(block.line, SEPARATOR)]
    following = write_all(page, rest, True)
    if following:
        tight = block.tight and block.kind == "li" and rest[0].kind in {"ul", "ol"}
        lines = [*lines, *([] if tight else [TextLine(following[0].number, "")]), *following]
    return _indented(lines, mark)


def write_list(page: PageWriting, block: MarkdownBlock, nested: bool) -> Lines:
    if "toc" in block.attributes.refs:
        return [TextLine(block.line, "[TOC]")]
    if "footnotes" in block.attributes.refs:
        return [TextLine(block.line, "///Footnotes Go Here///")]
    result: Lines = []
    loose = blank = False
    anew = block.kind == "ol" and block.children[0].name != "1."  # kramdown numbers from 1
    for count, item in enumerate(block.children, 1):
        mark = f"{count}." if anew else item.name
        lines = write_item(page, item, mark)
        last_loose = count == len(block.children) and not item.tight and _is_text(item)
        if result and (loose or blank or last_loose):
            result.append(TextLine(result[-1].number, ""))
        result += lines
        loose = not item.tight and _is_text(item)
        blank = any(not line.text for line in lines)
    return attached(page, block, result, nested)


def _is_text(item: MarkdownBlock) -> bool:
    return bool(item.children) and item.children[0].kind == "p"


def write_definitions(page: PageWriting, block: MarkdownBlock, nested: bool) -> Lines:
    result: Lines = []
    before, blank = "", False
    for child in block.children:
        if child.kind == "dt":
            if result and result[-1].text and before == "dd":
                result.append(TextLine(child.line, ""))
            text = text_of(page, child.lines, ends=True, cell=True)
            values = page.values(child)
            end = f" {{: {attributes.written(values)} }}" if values else ""
            result.append(TextLine(child.line, f"{literal.guarded(text, True, False, True)}{end}"))
        else:
            if (not child.tight and _is_text(child)) or (result and before == "dd" and blank):
                result.append(TextLine(child.line, ""))
            lines = write_item(page, child, ":  ")
            blank = any(not line.text for line in lines)
            if blank and nested:
                what = "a definition with several blocks stands within another block"
                page.say(NoteKind.CHANGED, child.line, what)
            result += lines
        before = child.kind
    return attached(page, block, result, nested)


def write_footnote(page: PageWriting, block: MarkdownBlock, _nested: bool) -> Lines:
    return write_item(page, block, f"[^{block.name}]:")


def _quote(page: PageWriting, block: MarkdownBlock, nested: bool) -> Lines:
    inside = write_all(page, block.children, True) or [TextLine(block.line, SEPARATOR)]
    lines = [TextLine(number, f"> {text}" if text else ">") for number, text in inside]
    return attached(page, block, lines, nested)


def _comment(_page: PageWriting, block: MarkdownBlock, nested: bool) -> Lines:
    if not nested:
        return block.lines
    text = " ".join(line.text.strip() for line in block.lines if line.text.strip())
    return [TextLine(block.line, text)]


def _nothing(_page: PageWriting, _block: MarkdownBlock, _nested: bool) -> Lines:
    return []


def _nomarkdown(_page: PageWriting, block: MarkdownBlock, nested: bool) -> Lines:
    text = "\n".join(line.text for line in block.lines)
    if nested:
        return on_one_line(block.lines) if text.strip() else []
    if re.match(r"\s*<(?:div|p|table|ul|ol|pre|h\d|blockquote|section|figure|script|style|iframe)\b", text):
        return block.lines
    return (
        [TextLine(block.line, "<div>"), *block.lines, TextLine(block.line, "</div>")] if text.strip() else []
    )


WRITERS: dict[str, Callable[[PageWriting, MarkdownBlock, bool], Lines]] = {
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


def _gap(before: MarkdownBlock, shown: MarkdownBlock, after: MarkdownBlock, nested: bool) -> list[str]:
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


def write_all(page: PageWriting, children: list[MarkdownBlock], nested: bool) -> Lines:
    """Return blocks one after the other; nothing: no lines."""
    result: Lines = []
    before: MarkdownBlock | None = None
    shown: MarkdownBlock | None = None
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
            result += [TextLine(result[-1].number, text) for text in gap]
        result += lines
        before, blanks = block, []
        shown = shown if block.kind in _UNSEEN else block
    return result


def _written(page: PageWriting, block: MarkdownBlock, nested: bool) -> Lines:
    if block.kind == "code" and block.model == "indented" and block.text:
        block.text = ""
        return write_code(page, block, True)
    return WRITERS[block.kind](page, block, nested)
