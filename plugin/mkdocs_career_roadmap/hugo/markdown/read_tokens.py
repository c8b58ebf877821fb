"""The text of a page, from tokens of CommonMark to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine
from mkdocs_career_roadmap.new_site.markdown import attributes, kinds
from mkdocs_career_roadmap.new_site.markdown.attributes import Attributes
from mkdocs_career_roadmap.new_site.markdown.deepest import TOO_DEEP, bound_blocks
from mkdocs_career_roadmap.new_site.markdown.element_text import with_text
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock
from mkdocs_career_roadmap.new_site.markdown.token_tree import elements

from .code_blocks import code_block
from .dialect import GoldmarkDialect
from .html_tree import HtmlPart, html_blocks, html_parts
from .inserted_blocks import InsertedBlocks
from .page_text import NO_HTML, ReadText
from .parser import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"[ \t]+\{((?:[#.][^\s{}]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+)|\s)*)\}[ \t]*$")
_ALIGN = re.compile(r"text-align:(\w+)")


def read_text(lines: Sequence[TextLine], dialect: GoldmarkDialect) -> ReadText:
    """Return a page's text as blocks; no lines: none."""
    read = ReadText(dialect, [line.number for line in lines])
    made = parser(dialect)
    known: dict[str, object] = {}  # the links and footnotes that are defined
    read.inline = lambda text: made.parseInline(text, known)[0].children or []
    tokens = made.parse("\n".join(line.text for line in lines), known)
    read.blocks = _Blocks(read, lambda text: made.parse(text, {})).of(tokens)
    return read


class _Blocks:
    """Makes blocks of tokens."""

    def __init__(self, read: ReadText, parse: Callable[[str], Sequence[Token]]) -> None:
        self._read = read
        self._inserted = InsertedBlocks(read, lambda text: self.of(parse(text)))

    def of(self, tokens: Sequence[Token]) -> list[MarkdownBlock]:
        parts: list[tuple[HtmlPart | MarkdownBlock, int]] = []
        for token, inner in elements(tokens):
            line = self._read.number(token.map[0] if token.map else 0)
            if token.type == "attributes":
                last = parts[-1][0] if parts and not token.hidden else None
                if isinstance(last, MarkdownBlock):
                    attributes.read(_quoted(token.content), last.attributes)
                continue
            if token.type == "html_block":
                parts += self._html(token, line)
                continue
            for block in self._block(token, inner, line):
                parts.append((block, line))
        blocks = html_blocks(parts)
        if bound_blocks(blocks):
            self._read.notes.append((NoteKind.CHANGED, self._read.number(0), TOO_DEEP))
        with_text(blocks, self._read.made_leaf)
        return blocks

    def _html(self, token: Token, line: int) -> Iterator[tuple[HtmlPart | MarkdownBlock, int]]:
        if not self._read.dialect.unsafe:
            if not re.fullmatch(r"\s*(?:<!--.*?-->\s*)*", token.content, re.DOTALL):
                self._read.notes.append((NoteKind.CHANGED, line, NO_HTML))
            return
        inserted = self._read.dialect.inserted
        html = ""
        for text in (*self._read.dialect.parted(token.content), ""):
            found = inserted.get(text)
            if text and not (found and (found.is_block or found.markdown)):
                html += self._read.dialect.as_html(text) if found else text
                continue
            for part in html_parts(html):
                yield part, line + html.count("\n", 0, part.at)
            line += html.count("\n")
            html = ""
            if found:
                for block in found.blocks or self._inserted.of(found, line):
                    yield block, line

    def _block(self, token: Token, inner: Sequence[Token], line: int) -> Iterator[MarkdownBlock]:
        kind = token.type
        if kind == "paragraph_open":
            yield from self._paragraph(token, inner[0], line)
        elif kind == "heading_open" and inner[0].content.strip():
            yield self._heading(token, inner[0], line)
        elif kind in ("fence", "code_block"):
            yield code_block(token, line, self._read.dialect.as_text)
        elif kind == "hr":
            yield kinds.Rule(line, [TextLine(line, "---")])
        else:
            yield from self._holder(token, inner, line)

    def _holder(self, token: Token, inner: Sequence[Token], line: int) -> Iterator[MarkdownBlock]:
        kind = token.type
        if kind == "blockquote_open":
            yield kinds.Quote(line, children=self.of(inner))
        elif kind in ("bullet_list_open", "ordered_list_open"):
            yield self._list(token, inner, line)
        elif kind == "table_open":
            yield self._table(inner, line)
        elif kind == "dl_open":
            yield self._definitions(inner, line)
        elif kind == "footnote_block_open":
            yield from self._footnotes(inner, line)

    def _footnotes(self, inner: Sequence[Token], line: int) -> Iterator[MarkdownBlock]:
        for note, blocks in elements(inner):
            if note.type == "footnote_open":
                children = self.of([one for one in blocks if one.type != "footnote_anchor"])
                at = children[0].line if children else line
                yield kinds.Footnote(at, children=children, name=str(note.meta.get("label", "")))

    def _leaf(self, inline: Token, text: str | None = None) -> list[TextLine]:
        row = inline.map[0] if inline.map else 0
        return self._read.leaf(inline.content if text is None else text, row, inline.children or [])

    def _paragraph(self, token: Token, inline: Token, line: int) -> Iterator[MarkdownBlock]:
        tokens = [one for one in inline.children or [] if one.type != "softbreak"]
        if len(tokens) == 1 and tokens[0].type == "formula_block":
            yield kinds.Formula(line, [TextLine(line, text) for text in tokens[0].content.split("\n")])
            return
        if any(_is_display(one) for one in tokens):
            yield from self._around_formulas(token, inline, line)
            return
        inserted = self._read.dialect.inserted
        parts = self._read.dialect.parted(inline.content) if inserted else []
        if not any(part in inserted and inserted[part].is_block for part in parts):
            yield kinds.Paragraph(line, self._leaf(inline), tight=token.hidden)
            return
        row = inline.map[0] if inline.map else 0
        text = ""
        for part in (*parts, ""):
            found = inserted.get(part)
            if part and not (found and found.is_block):
                text += part
                continue
            if text.strip():
                begin = row + len(text) - len(text.lstrip("\n"))
                piece = text.strip()
                yield kinds.Paragraph(
                    line, self._read.leaf(piece, begin, self._read.inline(piece)), tight=token.hidden
                )
            row += text.count("\n")
            text = ""
            if found:
                yield from found.blocks or self._inserted.of(found, self._read.number(row))

    def _around_formulas(self, token: Token, inline: Token, line: int) -> Iterator[MarkdownBlock]:
        """Yield the parts of a paragraph in which formulas stand on lines of their own."""
        run: list[Token] = []
        for one in (*(inline.children or []), None):
            if one is not None and not _is_display(one):
                run.append(one)
                continue
            if any(part.type not in ("softbreak", "text") or part.content.strip() for part in run):
                yield kinds.Paragraph(line, self._read.made_of(run, line), tight=token.hidden)
            run = []
            if one is not None:
                yield kinds.Formula(line, [TextLine(line, text) for text in one.content.split("\n")])

    def _heading(self, token: Token, inline: Token, line: int) -> MarkdownBlock:
        given = Attributes()
        text = inline.content
        if self._read.dialect.title_attributes and (match := _ATTRIBUTES.search(text)):
            attributes.read(_quoted(match[1]), given)
            text = text[: match.start()]
            inline.children = list(self._read.inline(text))
        name = given.values.pop("id", "")
        return kinds.Header(
            line, self._leaf(inline, text), attributes=given, level=int(token.tag[1]), name=name
        )

    def _list(self, token: Token, inner: Sequence[Token], line: int) -> MarkdownBlock:
        is_numbered = token.type == "ordered_list_open"
        number = int(token.attrs.get("start", 1) or 0) if is_numbered else 0
        items: list[MarkdownBlock] = []
        for item, within in elements(inner):
            at = self._read.number(item.map[0] if item.map else 0)
            paragraphs = [one for one, _ in elements(within) if one.type == "paragraph_open"]
            tight = bool(paragraphs) and paragraphs[0].hidden
            mark = f"{number + len(items)}." if is_numbered else "-"
            items.append(kinds.ListItem(at, children=self.of(within), mark=mark, tight=tight))
        return (kinds.NumberedList if is_numbered else kinds.BulletList)(line, children=items)

    def _table(self, inner: Sequence[Token], line: int) -> MarkdownBlock:
        rows: list[MarkdownBlock] = []
        align: list[str] = []
        heads = 0
        for part, content in elements(inner):
            for row, cells in elements(content):
                at = row.map[0] if row.map else 0
                texts = []
                for cell, inline in elements(cells):
                    texts.append(self._read.leaf(inline[0].content, at, inline[0].children or [])[0])
                    if part.type == "thead_open":
                        style = _ALIGN.search(str(cell.attrs.get("style", "")))
                        align.append(style[1] if style else "")
                rows.append(kinds.TableRow(self._read.number(at), texts))
                heads += part.type == "thead_open"
        return kinds.Table(line, children=rows, heads=heads, align=align)

    def _definitions(self, inner: Sequence[Token], line: int) -> MarkdownBlock:
        children: list[MarkdownBlock] = []
        for part, content in elements(inner):
            at = self._read.number(part.map[0] if part.map else 0)
            if part.type == "dt_open":
                children.append(kinds.Term(at, self._leaf(content[0])))
            else:
                paragraphs = [one for one, _ in elements(content) if one.type == "paragraph_open"]
                tight = bool(paragraphs) and paragraphs[0].hidden
                children.append(kinds.ListItem(at, children=self.of(content), mark=":", tight=tight))
        return kinds.DefinitionList(line, children=children)


def _is_display(token: Token) -> bool:
    return token.type == "formula_block" and not token.level


def _quoted(text: str) -> str:
    """Return attributes with all their values in quotes."""
    return re.sub(r"([\w-]+)=([^\s\"']+)", r'\1="\2"', text)
