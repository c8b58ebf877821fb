"""The block structure of a page, read as kramdown reads it: the blocks that hold others, and the loop."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine
from mkdocs_career_roadmap.new_site.markdown import attributes, kinds
from mkdocs_career_roadmap.new_site.markdown.attributes import Attributes
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock

from . import marks
from .blocks import MAX_DEPTH, BlockText, Dialect, Reading
from .read_html import (
    add_raw,
    comment_at,
    model_of,
    read_aside,
    read_verbatim,
    show_text,
    skip_line_end,
    tag_name,
    usual_model,
)
from .read_leaves import (
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
from .read_lists import (
    join_definitions,
    read_definition_items,
    read_items,
    settle_definition,
    settle_tightness,
)
from .read_tables import read_table

_RAW_START = re.compile(rf"<(?:{marks.NAME}|/|!--|\?)")
_MAX_OPEN = 100
_MAX_PARSED = 30


def _paragraph_lines(source: BlockText, end: re.Pattern[str]) -> tuple[list[TextLine], int]:
    pos = source.line_end(source.pos)
    while pos < len(source.text) and not end.match(source.text, pos):
        pos = source.line_end(pos)
    return source.lines(source.pos, pos), pos


def _quote(reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    if not marks.QUOTE.match(source.text, source.pos):
        return False
    lines, end = _paragraph_lines(source, marks.LAZY_END)
    block = kinds.Quote(source.number())
    source.add(block, children)
    source.pos = end
    inside = [TextLine(number, marks.QUOTE.sub("", text, count=1) if marks.QUOTE.match(text) else text)
              for number, text in lines]
    _read_inside(reading, inside, block.children)
    return True


def _read_inside(reading: Reading, lines: list[TextLine], children: list[MarkdownBlock]) -> None:
    """Read the lines that stand within a block into its children, one level deeper."""
    reading.depth += 1
    read_blocks(reading, BlockText.of(lines), children, "")
    reading.depth -= 1


def _list(reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    text, pos = source.text, source.pos
    if not marks.ITEM["ul"].match(text, pos) and not marks.ITEM["ol"].match(text, pos):
        return False
    listed = read_items(source)
    source.add(listed.block, children)
    for item in listed.items:
        for part in item.parts:
            _read_inside(reading, part, item.block.children)
        listed.block.children.append(item.block)
    trailing = settle_tightness(listed)
    if trailing is not None:
        children.append(trailing)
    return True


def _definitions(reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    if not marks.ITEM["dl"].match(source.text, source.pos):
        return False
    listed = read_definition_items(source, children)
    if listed is None:
        return False
    trailing = None
    for item in listed.items:
        _read_inside(reading, item.parts[0], item.block.children)
        trailing = settle_definition(item)
        listed.block.children.append(item.block)
    join_definitions(children, listed.block)
    if trailing is not None:
        children.append(trailing)
    return True


def _table(_reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    return (
        after_boundary(source, children)
        and bool(marks.TABLE_START.match(source.text, source.pos))
        and read_table(source, children)
    )


def _footnote(reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    match = marks.FOOTNOTE.match(source.text, source.pos)
    if not match:
        return False
    first = TextLine(source.number(), match[2])
    rest, end = code_lines(source, match.end(), joined=False)
    block = kinds.Footnote(source.number(), name=match[1])
    source.add(block, children)
    _read_inside(reading, [first, *rest], block.children)
    source.pos = end
    return True


def _attribute_list(source: BlockText, children: list[MarkdownBlock], match: re.Match[str]) -> None:
    source.pos = match.end()
    last = children[-1] if children else None
    if last is not None and not isinstance(last, (kinds.Blank, kinds.EndOfBlock)):
        attributes.read(match[1], last.attributes)
        if not marks.IAL_BLOCK.match(source.text, source.pos):
            source.add(kinds.EndOfBlock(source.number()), children)
        return
    source.pending = source.pending or Attributes()
    attributes.read(match[1], source.pending)


def _extension(reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    if not marks.EXTENSION.match(source.text, source.pos):
        return False
    if match := marks.ALD.match(source.text, source.pos):
        attributes.read(match[2], reading.lists.setdefault(match[1], Attributes()))
        source.add(kinds.EndOfBlock(source.number()), children)
        source.pos = match.end()
        return True
    at = source.content()
    if match := marks.EXT.match(source.text, at):
        if re.compile(r"\s*?\n").match(source.text, match.end()):
            return _block_extension(reading, source, children, match)
        return False
    if marks.EXT_ANY_STOP.match(source.text, at):
        return False
    if match := marks.IAL_BLOCK.match(source.text, source.pos):
        _attribute_list(source, children, match)
        return True
    return False


def _block_extension(
    reading: Reading, source: BlockText, children: list[MarkdownBlock], match: re.Match[str]
) -> bool:
    """Read `{::name options}`, and its content up to `{:/name}` if it has one."""
    name, line = match[1], source.number()
    content, end, start = None, source.line_end(match.end() - 1), source.line_end(match.end() - 1)
    if not match[3]:
        stop = re.compile(rf"^ {{0,3}}\{{:/(?:{re.escape(name)})?\}}[^\S\n]*\n", re.MULTILINE)
        close = stop.search(source.text, start)
        if not close:
            return False
        content, end = (start, close.start()), close.end()
    if name == "nomarkdown" and content and attributes.for_html(match[2] or ""):
        children.append(kinds.NoMarkdown(line, source.lines(*content) if content[1] > content[0] else []))
    elif name in {"comment", "nomarkdown", "options"}:
        children.append(kinds.Nothing(line))
    else:
        return False
    if name == "options":
        reading.notes.append((NoteKind.CHANGED, line, "kramdown's options within a page were left out"))
    source.pos = end
    return True


def _paragraph(reading: Reading, source: BlockText, children: list[MarkdownBlock]) -> bool:
    end = marks.PARAGRAPH_END if reading.dialect.gfm else marks.PARAGRAPH_END_KRAMDOWN
    lines, pos = _paragraph_lines(source, end)
    lines[-1] = TextLine(lines[-1].number, lines[-1].text.rstrip())
    if children and isinstance(children[-1], kinds.Paragraph):
        children[-1].lines += lines
    else:
        lines[0] = TextLine(lines[0].number, lines[0].text.lstrip())
        source.add(kinds.Paragraph(lines[0].number, lines), children)
    source.pos = pos
    return True


def read_html(reading: Reading, source: BlockText, children: list[MarkdownBlock], parent: str) -> bool | None:
    """Read the HTML at the source's place; None: it is the end tag of `parent`; False: no block of HTML."""
    at = source.content()
    if source.text.startswith("<!--", source.pos) and (match := comment_at(source, source.pos)):
        children.append(kinds.Comment(source.number(), source.lines(source.pos, match.end())))
        source.pos = match.end()
        skip_line_end(source)
        return True
    if match := marks.TAG.match(source.text, at):
        if match["name"].lower() in marks.SPAN_TAGS:
            return False
        _element(reading, source, children, match)
        return True
    match = marks.TAG_CLOSE.match(source.text, at)
    if match and parent and match["name"].lower() == parent:
        source.pos = match.end()
        return None
    return False


def _element(
    reading: Reading,
    source: BlockText,
    children: list[MarkdownBlock],
    match: re.Match[str],
    outer: str = "",
) -> None:
    """Read the element whose opening tag is `match`; `outer` is the model of the element around it."""
    name = tag_name(match["name"])
    default = usual_model(name) if reading.dialect.parse_block_html and outer != "raw" else "raw"
    model = model_of(name, match[0], default)
    block = kinds.Html(source.number(match.start()), tag=name, opening=match[0], model=model)
    source.add(block, children)
    source.pos = match.end()
    if name in {"script", "style"}:
        read_verbatim(source, block)
    elif match["closed"] or name in marks.EMPTY_TAGS:
        block.closed = True
        return
    else:
        _content(reading, source, block)
    if outer != "raw":
        skip_line_end(source)


def _content(reading: Reading, source: BlockText, block: kinds.Html) -> None:
    if block.model == "block" and reading.depth < _MAX_PARSED:
        skip_line_end(source)
        reading.depth += 1
        pending, source.pending = source.pending, None
        read_blocks(reading, source, block.children, block.tag)
        source.pending = pending
        reading.depth -= 1
    elif block.model == "span":
        close = re.compile(rf"</{re.escape(block.tag)}\s*>", re.IGNORECASE).search(source.text, source.pos)
        end = close.start() if close else len(source.text)
        block.children.append(kinds.Paragraph(source.number(), source.lines(source.pos, end)))
        source.pos = close.end() if close else end
    else:
        _raw(reading, source, block)


def _raw(reading: Reading, source: BlockText, top: kinds.Html) -> None:
    """Read raw HTML up to the end tag of `top`."""
    open_ = [top]
    while open_:
        block = open_[-1]
        match = _RAW_START.search(source.text, source.pos)
        if not match:
            add_raw(source, block, source.pos, len(source.text))
            source.pos = len(source.text)
            return
        add_raw(source, block, source.pos, match.start())
        source.pos = match.start()
        if match[0] in {"<!--", "<?"}:
            read_aside(source, block)
        elif tag := marks.TAG.match(source.text, source.pos):
            _inner(reading, source, open_, tag)
        elif close := marks.TAG_CLOSE.match(source.text, source.pos):
            if tag_name(close["name"]) == block.tag:
                open_.pop()
            else:
                show_text(source, block, close[0])
            source.pos = close.end()
        else:
            show_text(source, block, "<")
            source.pos += 1


def _inner(reading: Reading, source: BlockText, open_: list[kinds.Html], tag: re.Match[str]) -> None:
    name = tag_name(tag["name"])
    model = model_of(name, tag[0], "raw")
    if reading.depth + len(open_) > _MAX_OPEN:
        show_text(source, open_[-1], tag[0])
        source.pos = tag.end()
        return
    if (model != "raw" and reading.depth < _MAX_PARSED) or name in {"script", "style"}:
        _element(reading, source, open_[-1].children, tag, "raw")
        return
    closed = bool(tag["closed"]) or name in marks.EMPTY_TAGS
    block = kinds.Html(source.number(), tag=name, opening=tag[0], closed=closed)
    open_[-1].children.append(block)
    source.pos = tag.end()
    if not closed:
        open_.append(block)


_READERS: list[Callable[[Reading, BlockText, list[MarkdownBlock]], bool]] = [
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


def read_blocks(reading: Reading, source: BlockText, children: list[MarkdownBlock], parent: str) -> bool:
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


def read_page(lines: list[TextLine], dialect: Dialect) -> tuple[list[MarkdownBlock], Reading]:
    """Return a page's blocks, and what was learned on the way."""
    reading = Reading(dialect)
    children: list[MarkdownBlock] = []
    read_blocks(reading, BlockText.of(lines), children, "")
    return children, reading
