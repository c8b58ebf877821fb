"""The text of a page, from tokens of CommonMark to blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine
from mkdocs_career_roadmap.new_site.markdown import attributes, kinds
from mkdocs_career_roadmap.new_site.markdown.attributes import Attributes
from mkdocs_career_roadmap.new_site.markdown.deepest import TOO_DEEP, bound_blocks
from mkdocs_career_roadmap.new_site.markdown.element_text import with_text
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock
from mkdocs_career_roadmap.new_site.markdown.spans import Span
from mkdocs_career_roadmap.new_site.markdown.token_tree import elements
from mkdocs_career_roadmap.new_site.markdown.write_leaves import BLOCKS_OF_MARKDOWN

from .dialect import GoldmarkDialect, Inserted
from .html_tree import HtmlPart, html_blocks, html_parts, nested, part_span
from .parser import parser
from .read_spans import ReadSpans

if TYPE_CHECKING:
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"[ \t]+\{((?:[#.][^\s{}]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+)|\s)*)\}[ \t]*$")
_FENCE = re.compile(r"(?P<name>[^\s{]*)[ \t]*(?:\{(?P<more>.*)\})?")
_OPTION = re.compile(r"""([\w-]+)\s*=\s*(\[[^\]]*\]|"[^"]*"|'[^']*'|[^,\s}]+)""")
_ALIGN = re.compile(r"text-align:(\w+)")
_TITLES = frozenset({"figcaption", "summary"})
"""Elements that stand within a line beside what they are the title of."""
_DEEPEST_BLOCKS = 12
"""How deep elements of a shortcode hold one another as blocks; what is deeper is written within a line."""
_NO_HTML = "HTML in the text was left out, as Hugo does unless `markup.goldmark.renderer.unsafe` is set"


@dataclass(slots=True)
class ReadText:
    """A page that is being read."""

    dialect: GoldmarkDialect
    numbers: Sequence[int]
    """Of its lines, in the source."""
    blocks: list[MarkdownBlock] = field(default_factory=list)
    inline: Callable[[str], Sequence[Token]] = lambda _text: ()
    spans: dict[tuple[TextLine, ...], list[Span]] = field(default_factory=dict)
    """By the lines of each leaf."""
    notes: list[tuple[NoteKind, int, str]] = field(default_factory=list)
    opened: Counter[str] = field(default_factory=Counter)
    """The quotes that wait for their ends."""

    def number(self, row: int) -> int:
        return self.numbers[min(row, len(self.numbers) - 1)] if self.numbers else 1

    def of(self, lines: Sequence[TextLine]) -> list[Span]:
        """Return the spans of lines; those that were not read are text, as HTML has it."""
        text = "\n".join(line.text for line in lines)
        found = self.spans.get(tuple(lines))
        return [Span("text", 0, unescape(text))] if found is None else found

    def leaf(self, text: str, row: int, tokens: Sequence[Token]) -> list[TextLine]:
        """Return the lines of a leaf; its spans are known by them."""
        lines = [TextLine(self.number(row + count), line) for count, line in enumerate(text.split("\n"))]
        starts, at = [], 0
        for line in lines:
            starts.append(at)
            at += len(line.text) + 1
        reading = ReadSpans(self.dialect, self.inline, starts, self.opened)
        self.spans[tuple(lines)] = reading.read(tokens)
        if reading.has_html:
            self.notes.append((NoteKind.CHANGED, lines[0].number, _NO_HTML))
        if reading.is_deep:
            self.notes.append((NoteKind.CHANGED, lines[0].number, TOO_DEEP))
        return lines

    def made_of(self, tokens: Sequence[Token], line: int) -> list[TextLine]:
        """Return the line that stands for a part of a paragraph."""
        edges = {"softbreak", "hardbreak"}
        first, last = 0, len(tokens)
        while first < last and tokens[first].type in edges:
            first += 1
        while last > first and tokens[last - 1].type in edges:
            last -= 1
        for one, strip in ((tokens[first], str.lstrip), (tokens[last - 1], str.rstrip)):
            one.content = strip(one.content) if one.type == "text" else one.content
        reading = ReadSpans(self.dialect, self.inline, [0], self.opened)
        spans = reading.read(tokens[first:last])
        if reading.has_html:
            self.notes.append((NoteKind.CHANGED, line, _NO_HTML))
        return self.made_leaf(spans, line)

    def made_leaf(self, spans: list[Span], line: int) -> list[TextLine]:
        """Return the line that stands for spans that no text of the page is."""
        lines = [TextLine(line, f"\x02{len(self.spans)}")]
        self.spans[tuple(lines)] = spans
        return lines


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
        self._read, self._parse = read, parse

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
                self._read.notes.append((NoteKind.CHANGED, line, _NO_HTML))
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
                for block in found.blocks or self._of_html(found, line):
                    yield block, line

    def _block(self, token: Token, inner: Sequence[Token], line: int) -> Iterator[MarkdownBlock]:
        kind = token.type
        if kind == "paragraph_open":
            yield from self._paragraph(token, inner[0], line)
        elif kind == "heading_open" and inner[0].content.strip():
            yield self._heading(token, inner[0], line)
        elif kind in ("fence", "code_block"):
            yield self._code(token, line)
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
                yield from found.blocks or self._of_html(found, self._read.number(row))

    def _around_formulas(self, token: Token, inline: Token, line: int) -> Iterator[MarkdownBlock]:
        """Yield the parts of a paragraph in which formulas stand on lines of their own."""
        run: list[Token] = []
        for one in (*(inline.children or []), None):
            if one is not None and not _is_display(one):
                run.append(one)
                continue
            if any(part.type != "softbreak" and part.content.strip() for part in run):
                yield kinds.Paragraph(line, self._read.made_of(run, line), tight=token.hidden)
            run = []
            if one is not None:
                yield kinds.Formula(line, [TextLine(line, text) for text in one.content.split("\n")])

    def _of_html(self, found: Inserted, line: int) -> list[MarkdownBlock]:
        """Return the blocks of a shortcode that comes to HTML, with Markdown in it perhaps."""
        inserted = self._read.dialect.inserted
        marks = self._read.dialect.words()
        texts = [*found.markdown]
        read: dict[str, list[MarkdownBlock]] = {}
        for mark in marks.findall(found.html):
            if mark in inserted:
                inner = inserted[mark]
                read[mark] = list(inner.blocks) or (
                    self._of_html(inner, line)
                    if inner.is_block
                    else [
                        self._paragraph_of(
                            ReadSpans(self._read.dialect, self._read.inline, [0]).of_inserted(inner), line
                        )
                    ]
                )
            else:
                read[mark] = self.of(self._parse(texts[int(mark[1:-1])]))
        if any(
            len(blocks) > 1 or not isinstance(block, kinds.Paragraph)
            for blocks in read.values()
            for block in blocks
        ):
            return html_blocks([(part, line) for part in self._mixed(found, read, marks)])
        if not read:
            return html_blocks([(part, line) for part in html_parts(found.html)])
        return self._with_spans(found, read, line)

    def _mixed(
        self, found: Inserted, read: Mapping[str, list[MarkdownBlock]], marks: re.Pattern[str]
    ) -> Iterator[HtmlPart | MarkdownBlock]:
        for part in html_parts(found.html):
            if part.kind != "text":
                yield part
                continue
            for text in marks.split(part.text):
                if text in read:
                    yield from read[text]
                elif text:
                    yield HtmlPart("text", text)

    def _with_spans(
        self, found: Inserted, read: Mapping[str, list[MarkdownBlock]], line: int
    ) -> list[MarkdownBlock]:
        """Return the elements of HTML whose Markdown is that of a paragraph each."""
        spans: list[Span] = []
        for part in html_parts(found.html):
            if part.kind != "text":
                spans.append(part_span(part))
                continue
            for text in self._read.dialect.words().split(part.text):
                if text in read:
                    spans += [one for block in read[text] for one in self._read.spans[tuple(block.lines)]]
                elif text:
                    spans.append(Span("text", 0, unescape(" ".join(text.split("\n"))), mark="escaped"))
        return self._of_spans(nested(spans), line)

    def _of_spans(self, spans: Sequence[Span], line: int, depth: int = 0) -> list[MarkdownBlock]:
        """Return blocks for spans, of which some are elements that cannot stand within a paragraph."""
        blocks: list[MarkdownBlock] = []
        run: list[Span] = []
        for span in (*spans, None):
            if span is not None and not _is_block(span):
                run.append(span)
                continue
            if any(one.kind != "text" or one.text.strip() for one in run):
                blocks.append(self._paragraph_of(run, line))
            run = []
            if span is None:
                continue
            holds = depth < _DEEPEST_BLOCKS and any(map(_holds_block, span.children))
            inner = (
                self._of_spans(span.children, line, depth + 1)
                if holds
                else [self._paragraph_of(span.children, line)]
            )
            model = "block" if holds else "span"
            blocks.append(kinds.Html(line, children=inner, tag=span.mark, opening=span.text, model=model))
        return blocks

    def _paragraph_of(self, spans: list[Span], line: int) -> MarkdownBlock:
        return kinds.Paragraph(line, self._read.made_leaf(spans, line))

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

    def _code(self, token: Token, line: int) -> MarkdownBlock:
        body = token.content.removesuffix("\n").split("\n")
        first = line + (token.type == "fence")
        body = [self._read.dialect.as_text(text) for text in body]
        lines = [TextLine(first + count, text) for count, text in enumerate(body)]
        if token.type == "code_block":
            return kinds.CodeBlock(line, lines, fence=_ticks(body))
        match = _FENCE.match(token.info.strip())
        name, more = (match["name"], match["more"] or "") if match else ("", "")
        return kinds.CodeBlock(
            line, lines, fence=_ticks(body), language=name.lower(), options=fence_options(more)
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


def _is_block(span: Span) -> bool:
    return span.kind == "html" and span.title != "closed" and span.mark in BLOCKS_OF_MARKDOWN


def _holds_block(span: Span, depth: int = 0) -> bool:
    """Tell whether an element is a block, or holds one; one that is very deep is not looked for."""
    if _is_block(span) and span.mark not in _TITLES:
        return True
    return depth < _DEEPEST_BLOCKS and any(_holds_block(one, depth + 1) for one in span.children)


def _quoted(text: str) -> str:
    """Return attributes with all their values in quotes."""
    return re.sub(r"([\w-]+)=([^\s\"']+)", r'\1="\2"', text)


def _ticks(body: Sequence[str]) -> str:
    longest = max((len(run) for text in body for run in re.findall(r"^ *(`{3,})", text)), default=2)
    return "`" * (longest + 1)


def fence_options(more: str) -> str:
    """Return the options of a block of code as pymdownx.highlight has them, with a space before each."""
    given = {key.lower(): value.strip("[]\"' ") for key, value in _OPTION.findall(more)}
    numbers = given.get("linenos", "").lower()
    start = given.get("linenostart", "1")
    result = ""
    if numbers in ("true", "table", "inline"):
        result += f' linenums="{start if start.isdigit() else 1}"'
    marked = " ".join(re.findall(r"\d+(?:-\d+)?", given.get("hl_lines", "")))
    if marked:
        result += f' hl_lines="{marked}"'
    return result
