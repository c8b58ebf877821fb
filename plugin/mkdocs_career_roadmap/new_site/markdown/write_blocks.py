"""Blocks, written one after the other as Python-Markdown reads them: those that hold others, and the loop."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine

from . import attributes, kinds, literal
from .attributes import Attributes
from .kinds import MarkdownBlock
from .write_leaves import (
    BLOCKS_OF_MARKDOWN,
    HOLD_SPANS,
    holds_markdown,
    on_one_line,
    raw_part,
    raw_parts,
    with_numbers,
    write_abbreviation,
    write_code,
    write_comment,
    write_contents,
    write_header,
    write_math,
    write_nomarkdown,
    write_nothing,
    write_paragraph,
    write_reference,
    write_rule,
    write_table,
)
from .write_text import attached, text_of
from .writing import SEPARATOR, Lines, PageWriting, tag_with, without_markdown


def html_lines(page: PageWriting, block: kinds.Html, nested: bool) -> Lines:
    """Return an element as lines."""
    if holds_markdown(block):
        return _with_markdown(page, block, nested)
    parts: list[TextLine] = []
    raw_parts(page, block, parts)
    lines = with_numbers(parts)
    if nested:
        return on_one_line(lines, block.tag)
    if block.tag not in BLOCKS_OF_MARKDOWN:
        return [TextLine(lines[0].number, "<div>"), *lines, TextLine(lines[-1].number, "</div>")]
    return lines


def _with_markdown(page: PageWriting, block: kinds.Html, nested: bool) -> Lines:
    tag = tag_with(without_markdown(block.opening), block.line, page.link, page.values(block))
    end = f"</{block.tag}>"
    if block.model == "span":
        text = text_of(page, block.children[0].lines) if block.children else ""
        start = tag if nested else f'{tag[:-1]} markdown="span">'
        return [TextLine(block.line, f"{start}{text.strip()}{end}")]
    children = [child for child in block.children if _shows(child)]
    if block.model == "raw":
        children = list(_between(page, children))
    for child in children:
        if isinstance(child, kinds.Header):
            child.in_html = True
    inside = write_all(page, children, nested)
    last = inside[-1].number if inside else block.line
    mode = "block" if block.tag in HOLD_SPANS else "1"
    start = tag if nested else f'{tag[:-1]} markdown="{mode}">'
    return [
        TextLine(block.line, start),
        TextLine(block.line, ""),
        *inside,
        TextLine(last, ""),
        TextLine(last, end),
    ]


def _shows(child: MarkdownBlock) -> bool:
    return not isinstance(child, kinds.Raw) or any(line.text.strip() for line in child.lines)


def _between(page: PageWriting, children: list[MarkdownBlock]) -> Iterator[MarkdownBlock]:
    """Yield the parts of an element whose own text is no Markdown, and that of an element in it is: what lies
    between those is one piece of HTML.
    """
    parts: list[TextLine] = []
    for child in children:
        if isinstance(child, kinds.Html) and (holds_markdown(child) or child.tag in BLOCKS_OF_MARKDOWN):
            yield from _piece(parts)
            parts = []
            yield child
        else:
            raw_part(page, child, parts)
    yield from _piece(parts)


def _piece(parts: list[TextLine]) -> Iterator[MarkdownBlock]:
    if any(part.text.strip() for part in parts):
        yield kinds.NoMarkdown(parts[0].number, with_numbers(parts))


_UNSEEN = kinds.EndOfBlock, kinds.Nothing
DEFINITION = ":  "
"""The mark of a definition."""
_TASK = re.compile(r"\\\[([ xX])\]\s+(?=\S)")


def _indented(lines: Lines, first: str) -> Lines:
    """Return lines that belong to an item, the first after its mark."""
    text = literal.after_mark(first, lines[0].text)
    result = [TextLine(lines[0].number, f"{first} {text}")]
    return result + [TextLine(number, f"    {text}" if text else "") for number, text in lines[1:]]


def _first_paragraph(page: PageWriting, item: MarkdownBlock, para: kinds.Paragraph, followed: bool) -> Lines:
    """Return the paragraph that an item begins with, and the item's attributes if it can have them."""
    para.tight = _is_tight(item)
    lines = write_paragraph(page, para, True)
    if not lines or not para.tight:
        return lines
    if followed and lines[-1].text.endswith("\\\\"):
        lines[-1] = TextLine(lines[-1].number, lines[-1].text[:-2])  # a line break before a block
    if values := page.values(item):
        lines.append(TextLine(lines[-1].number, f"{{: {attributes.written(values)} }}"))
    return lines


def _is_tight(item: MarkdownBlock) -> bool:
    return isinstance(item, kinds.ListItem) and item.tight


def _head(
    page: PageWriting, item: MarkdownBlock, children: list[MarkdownBlock]
) -> tuple[Lines, list[MarkdownBlock]]:
    """Return what stands on the line of an item's mark, and the blocks after it."""
    first = children[0]
    if isinstance(first, kinds.Paragraph):
        lines = _first_paragraph(page, item, first, len(children) > 1)
        if page.has_tasks and lines and (task := _TASK.match(lines[0].text)):
            lines[0] = TextLine(lines[0].number, f"[{task[1]}] {lines[0].text[task.end() :]}")
        return lines, children[1:]
    if isinstance(first, kinds.Header):
        return write_header(page, first, True), children[1:]
    return [], children


def write_item(page: PageWriting, block: MarkdownBlock, mark: str) -> Lines:
    """Return an item, its blocks indented; without any: its mark and a comment."""
    children = [child for child in block.children if not isinstance(child, _UNSEEN)]
    while children and isinstance(children[0], kinds.Blank):
        del children[0]
    if page.values(block) and not _is_tight(block):
        page.say(NoteKind.CHANGED, block.line, "the attributes of a list's item were left out")
    if not children:
        return [TextLine(block.line, f"{mark} {SEPARATOR}")]
    lines, rest = _head(page, block, children)
    lines = lines or [TextLine(block.line, SEPARATOR)]
    following = write_all(page, rest, True)
    if following:
        tight = _is_tight(block) and mark != DEFINITION and isinstance(rest[0], kinds.BulletList)
        lines = [*lines, *([] if tight else [TextLine(following[0].number, "")]), *following]
    return _indented(lines, mark)


def write_list(page: PageWriting, block: kinds.BulletList, nested: bool) -> Lines:
    if "toc" in block.attributes.refs:
        if page.contents is None:
            return [TextLine(block.line, "[TOC]")]
        what = "the table of contents is a list of links now: [TOC] would name headings that it leaves out"
        page.say(NoteKind.CHANGED, block.line, what)
        mark = "1." if isinstance(block, kinds.NumberedList) else "*"
        return write_contents(page.contents, mark, block.line)
    if "footnotes" in block.attributes.refs:
        return [TextLine(block.line, "///Footnotes Go Here///")]
    result: Lines = []
    apart = False
    items = [child for child in block.children if isinstance(child, kinds.ListItem)]
    anew = page.numbers_anew and isinstance(block, kinds.NumberedList) and items[0].mark != "1."
    for count, item in enumerate(items, 1):
        lines = write_item(page, item, f"{count}." if anew else item.mark)
        if result and (apart or (item.is_loose and item is items[-1])):
            result.append(TextLine(result[-1].number, ""))
        result += lines
        apart = item.is_loose or any(not line.text for line in lines)
    return attached(page, block, result, nested)


def write_definitions(page: PageWriting, block: kinds.DefinitionList, nested: bool) -> Lines:
    result: Lines = []
    blank = behind_definition = False
    for child in block.children:
        if isinstance(child, kinds.Term):
            if result and result[-1].text and behind_definition:
                result.append(TextLine(child.line, ""))
            text = text_of(page, child.lines, ends=True, cell=True)
            values = page.values(child)
            end = f" {{: {attributes.written(values)} }}" if values else ""
            result.append(TextLine(child.line, f"{literal.guarded(text, True, False, True)}{end}"))
        elif isinstance(child, kinds.ListItem):
            if child.is_loose or (result and behind_definition and blank):
                result.append(TextLine(child.line, ""))
            lines = write_item(page, child, DEFINITION)
            blank = any(not line.text for line in lines)
            if blank and nested:
                what = "a definition with several blocks stands within another block"
                page.say(NoteKind.CHANGED, child.line, what)
            result += lines
        behind_definition = isinstance(child, kinds.ListItem)
    return attached(page, block, result, nested)


def write_footnote(page: PageWriting, block: kinds.Footnote, _nested: bool) -> Lines:
    shown = [child for child in block.children if not isinstance(child, (kinds.Blank, *_UNSEEN))]
    if shown and isinstance(last := shown[-1], kinds.Paragraph) and page.values(last):
        # The link back to the text is put behind it, where attributes would be read.
        page.say(NoteKind.CHANGED, last.line, "the attributes of the end of a footnote were left out")
        block = replace(block, children=[*shown[:-1], replace(last, attributes=Attributes())])
    return write_item(page, block, f"[^{block.name}]:")


def _quote(page: PageWriting, block: kinds.Quote, nested: bool) -> Lines:
    inside = write_all(page, block.children, True) or [TextLine(block.line, SEPARATOR)]
    lines = [TextLine(number, f"> {text}" if text else ">") for number, text in inside]
    return attached(page, block, lines, nested)


_FOLDS = {"": "!!!", "-": "???", "+": "???+"}


def _callout(page: PageWriting, block: kinds.Callout, _nested: bool) -> Lines:
    title = text_of(page, block.title).replace('\\"', '"').replace('"', "&quot;")
    head = TextLine(block.line, f'{_FOLDS[block.fold]} {block.kind} "{title}"')
    inside = write_all(page, block.children, True)
    lines = [TextLine(number, f"    {text}" if text else "") for number, text in inside]
    return [head, *([TextLine(block.line, "")] if lines else []), *lines]


WRITERS: dict[type[MarkdownBlock], Callable[[PageWriting, Any, bool], Lines]] = {
    kinds.Paragraph: write_paragraph,
    kinds.Header: write_header,
    kinds.CodeBlock: write_code,
    kinds.Formula: write_math,
    kinds.Quote: _quote,
    kinds.Callout: _callout,
    kinds.BulletList: write_list,
    kinds.NumberedList: write_list,
    kinds.DefinitionList: write_definitions,
    kinds.Footnote: write_footnote,
    kinds.LinkDefinition: write_reference,
    kinds.Abbreviation: write_abbreviation,
    kinds.Rule: write_rule,
    kinds.Table: write_table,
    kinds.Html: html_lines,
    kinds.Comment: write_comment,
    kinds.NoMarkdown: write_nomarkdown,
    kinds.EndOfBlock: write_nothing,
    kinds.Nothing: write_nothing,
}
_DEFINES = kinds.LinkDefinition, kinds.Abbreviation
"""What is not seen where it stands."""
_ABSORBS = kinds.BulletList, kinds.DefinitionList, kinds.Footnote, kinds.CodeBlock
"""What indented code right behind it would be read into."""
_MERGES = kinds.BulletList, kinds.DefinitionList, kinds.Quote
"""What is read as one with another of its kind right behind it."""


def _gap(before: MarkdownBlock, shown: MarkdownBlock, after: MarkdownBlock, nested: bool) -> list[str]:
    """Return the lines that must stand between two blocks; `shown` is the last before that is seen."""
    merges = type(shown) is type(after) and isinstance(after, _MERGES)
    if merges and (nested or not (shown.attributes or after.attributes)):
        return ["", SEPARATOR, ""]
    if isinstance(before, kinds.Header) and isinstance(after, kinds.Header) and not nested:
        return []
    if type(before) is type(after) and isinstance(after, _DEFINES):
        return []
    close = isinstance(before, kinds.Header) and not before.setext and isinstance(after, kinds.Paragraph)
    return [] if close and not nested else [""]


def write_all(page: PageWriting, children: list[MarkdownBlock], nested: bool) -> Lines:
    """Return blocks one after the other; nothing: no lines."""
    result: Lines = []
    before: MarkdownBlock | None = None
    shown: MarkdownBlock | None = None
    blanks: Lines = []
    for block in children:
        if isinstance(block, kinds.Blank):
            blanks = block.lines
            continue
        absorbed = isinstance(before, _ABSORBS) or isinstance(shown, _ABSORBS)
        fenced = absorbed and isinstance(block, kinds.CodeBlock)
        lines = WRITERS[type(block)](page, block, nested or fenced)
        if not lines:
            continue
        if before is not None:
            gap = _gap(before, shown or before, block, nested)
            if len(gap) < 2 and blanks and not nested:
                gap = [""] * len(blanks)
            result += [TextLine(result[-1].number, text) for text in gap]
        result += lines
        before, blanks = block, []
        shown = shown if isinstance(block, (*_DEFINES, kinds.Footnote)) else block
    return result
