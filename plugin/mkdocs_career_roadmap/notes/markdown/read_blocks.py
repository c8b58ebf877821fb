"""The blocks of a note, from tokens of CommonMark to those that a page is written from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from typing import TYPE_CHECKING

from mkdocs_career_roadmap.new_site.lines import TextLine
from mkdocs_career_roadmap.new_site.markdown import kinds
from mkdocs_career_roadmap.new_site.markdown.deepest import bound_blocks
from mkdocs_career_roadmap.new_site.markdown.element_text import with_text
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock
from mkdocs_career_roadmap.new_site.markdown.spans import Span
from mkdocs_career_roadmap.new_site.markdown.token_tree import elements

from .callouts import CalloutHead, callout_head
from .parser import parser
from .read_spans import (
    UNSEEN,
    NoteSpans,
    NoteSurroundings,
    block_id,
    footnote_name,
    of_formula,
    tag_of_page,
    without_commands,
    without_names,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

QUERIES = frozenset(
    {
        "base",
        "button",
        "chartsview",
        "dataview",
        "dataviewjs",
        "datacore",
        "datacorejs",
        "datacorejsx",
        "datacorets",
        "datacoretsx",
        "excalidraw",
        "folder-index",
        "folder-overview",
        "leaflet",
        "meta-bind",
        "meta-bind-button",
        "meta-bind-embed",
        "meta-bind-js-view",
        "query",
        "tasks",
        "templater",
        "timeline",
        "tracker",
        "waypoint",
    }
)
"""Languages of code that only Obsidian or a plugin of it runs; what is asked for may be private, too."""
_QUERY = re.compile(
    rf"^[ \t>]*(`{{3,}}|~{{3,}})[ \t]*(?:{'|'.join(sorted(QUERIES))})\b.*?(?:^[ \t>]*\1|\Z)",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_CALLOUT = re.compile(r"\[![^\]\n]*\][+-]?[ \t]*")
_ALIGN = re.compile(r"text-align:(left|center|right)")
_TASK = re.compile(r"\[([^\]\n])\](?=[ \t]+\S)")
_ID_AT_END = re.compile(r"(?:^|[ \t]+|\n|(?<=\]\]))\^[A-Za-z0-9-]+\s*\Z")
_PART = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?].*?(?:>|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|</\s*(?P<end>[A-Za-z][\w-]*)\s*>|<(?P<name>[A-Za-z][\w-]*)(?=\s|/?>)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL | re.IGNORECASE,
)
_VOID = frozenset({"area", "br", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
ANCHOR = "block-"
"""What the id of a block begins with, so that it is none of a heading's."""


class NoteText:
    """The leaves of one page: their spans, by the line that stands for them in its blocks."""

    def __init__(self) -> None:
        self._spans: list[list[Span]] = []

    def leaf(self, spans: list[Span], line: int) -> list[TextLine]:
        self._spans.append(spans)
        return [TextLine(line, f"\2{len(self._spans) - 1}")]

    def of(self, lines: Sequence[TextLine]) -> list[Span]:
        """Return the spans of a leaf; no lines: none."""
        if not lines or not lines[0].text.startswith("\2"):  # what stands between the tags of HTML
            return [Span("text", 0, unescape("\n".join(line.text for line in lines)))]
        return self._spans[int(lines[0].text[1:])]


class BlockReader:
    """Reads one note, or one that is embedded in it."""

    def __init__(self, around: NoteSurroundings, text: NoteText) -> None:
        self._around, self._text = around, text
        self._numbers: list[int] = [1]
        self.tags: list[str] = []

    def read(self, lines: Sequence[TextLine]) -> list[MarkdownBlock]:
        """Return the blocks of a text without comments; no lines: none."""
        self._numbers = [line.number for line in lines] or [1]
        return self.of(parser().parse("\n".join(line.text for line in lines), {}))

    def of(self, tokens: Sequence[Token]) -> list[MarkdownBlock]:
        """Return blocks; HTML that holds blocks between its tags holds them here, too."""
        top: list[MarkdownBlock] = []
        stack: list[kinds.Html] = []
        waits: Counter[str] = Counter()
        for token, inner in elements(tokens):
            line = self._line(token)
            if token.type == "html_block":
                self._html(token.content, line, top, stack, waits)
                continue
            into: list[MarkdownBlock] = stack[-1].children if stack else top
            for block in self._block(token, inner, line):
                for one in reversed(stack):
                    if one.model == "block":
                        break  # and so are those around it
                    one.model = "block"
                if isinstance(block, _Anchor):
                    into.insert(max(0, len(into) - 1), kinds.Paragraph(line, block.lines))
                else:
                    into.append(block)
        if bound_blocks(top):
            self._around.leave_flat(self._numbers[0])
        with_text(top, self._text.leaf)
        return top

    def _line(self, token: Token) -> int:
        row = token.map[0] if token.map else 0
        return self._numbers[min(row, len(self._numbers) - 1)]

    def _spans(self, tokens: Sequence[Token], line: int) -> list[Span]:
        reader = NoteSpans(self._around, line)
        spans = reader.of(tokens)
        self.tags += reader.tags
        if reader.is_deep:
            self._around.leave_flat(line)
        return spans

    def _leaf(self, tokens: Sequence[Token], line: int) -> list[TextLine]:
        return self._text.leaf(self._spans(tokens, line), line)

    def _block(self, token: Token, inner: Sequence[Token], line: int) -> Iterator[MarkdownBlock]:
        kind = token.type
        if kind == "paragraph_open":
            yield from self._paragraph(inner[0], line, tight=token.hidden)
        elif kind == "heading_open":
            yield self._heading(token, inner[0], line)
        elif kind in ("fence", "code_block"):
            yield from self._code(token, line)
        elif kind == "math_block":
            yield kinds.Formula(line, [TextLine(line, text) for text in self._formula(token)])
        elif kind == "hr":
            yield kinds.Rule(line, [TextLine(line, "---")])
        elif kind == "blockquote_open":
            yield self._quote(inner, line)
        elif kind in ("bullet_list_open", "ordered_list_open"):
            yield self._list(token, inner, line)
        elif kind == "table_open":
            yield self._table(inner, line)
        elif kind == "footnote_block_open":
            yield from self._footnotes(inner, line)

    def _formula(self, token: Token) -> list[str]:
        line = self._line(token)
        text = self._without_queries(token.content.strip("\n"), line)
        return of_formula(self._around, text, line).split("\n")

    def _bare(self, text: str, line: int) -> str:
        """Return text in which nothing of Obsidian is read, without what only Obsidian may show."""
        text = self._without_queries(text, line)
        return without_names(self._around, without_commands(self._around, text, line))

    def _without_queries(self, text: str, line: int) -> str:
        if not _QUERY.search(text):
            return text
        self._around.leave_out(line, "a query within HTML or a formula")
        return _QUERY.sub("", text)

    def _paragraph(self, inline: Token, line: int, *, tight: bool) -> Iterator[MarkdownBlock]:
        tokens, found = without_id(inline)
        anchor = self._anchor(found)
        if found and not tokens:
            if anchor:
                yield _Anchor(line, self._text.leaf(anchor, line))
            return
        if len(tokens) == 1 and tokens[0].type == "math_inline_double":
            yield kinds.Formula(line, [TextLine(line, text) for text in self._formula(tokens[0])])
            return
        for blocks in self._parted(tokens, line):
            if isinstance(blocks, list):
                yield from blocks
                continue
            spans = list(blocks)
            is_task = bool(spans) and spans[0].kind == "text" and _TASK.match(spans[0].text)
            spans[len(spans) if is_task else 0 : 0] = anchor
            anchor = []
            while spans and spans[-1].kind in ("text", "br") and not spans[-1].text.strip():
                spans.pop()
            while spans and spans[0].kind in ("text", "br") and not spans[0].text.strip():
                spans.pop(0)
            if spans:
                yield kinds.Paragraph(line, self._text.leaf(spans, line), tight=tight)

    def _anchor(self, block_id: str) -> list[Span]:
        """Return the place that links to a block lead to; empty: none does, or it has no id."""
        is_wanted = block_id and self._around.wants(block_id)
        return [Span("html", 0, f'<a id="{ANCHOR}{block_id.lower()}">', mark="a")] if is_wanted else []

    def _parted(self, tokens: Sequence[Token], line: int) -> Iterator[list[MarkdownBlock] | tuple[Span, ...]]:
        """Yield the spans of a paragraph, and the blocks of the notes that are embedded between them."""
        begin = 0
        for at, token in enumerate(tokens):
            if token.type != "embed" or token.level:
                continue
            if blocks := self._around.section(token.content, line):
                yield tuple(self._spans(tokens[begin:at], line))
                yield blocks
                begin = at + 1
        yield tuple(self._spans(tokens[begin:], line))

    def _heading(self, token: Token, inline: Token, line: int) -> MarkdownBlock:
        tokens, found = without_id(inline)
        spans = [*self._spans(tokens, line), *self._anchor(found)]
        return kinds.Header(line, self._text.leaf(spans, line), level=int(token.tag[1]))

    def _code(self, token: Token, line: int) -> Iterator[MarkdownBlock]:
        info = token.info.strip().split()
        language = info[0].lower() if info else ""
        if language in QUERIES or language.startswith("ad-dataview"):
            self._around.leave_out(line, f"a block of {language}, which only Obsidian can run")
            return
        body = without_names(self._around, token.content.removesuffix("\n")).split("\n")
        first = line + (token.type == "fence")
        longest = max((len(run) for text in body for run in re.findall(r"^ *(`{3,})", text)), default=2)
        yield kinds.CodeBlock(
            line,
            [TextLine(first + n, text) for n, text in enumerate(body)],
            fence="`" * (longest + 1),
            language=language,
        )

    def _quote(self, inner: Sequence[Token], line: int) -> MarkdownBlock:
        inside = list(inner)
        if inside and inside[0].type == "paragraph_open" and (head := callout_head(inside[1].content)):
            return self._callout(inside, head, line)
        return kinds.Quote(line, children=self.of(inside))

    def _callout(self, inside: list[Token], head: CalloutHead, line: int) -> MarkdownBlock:
        inline = inside[1]
        rest = inline.content[head.length :]
        children = inline.children or []
        ends = (at for at, one in enumerate(children) if one.type.endswith("break") and not one.level)
        end = next(ends, len(children))
        title = self._leaf(_title(children[:end]) or _inline(head.title), line)
        if rest.strip():
            inline.content = rest
            inline.children = children[end + 1 :] or list(_inline(rest))
        else:
            del inside[:3]
        return kinds.Callout(line, children=self.of(inside), kind=head.kind, fold=head.fold, title=title)

    def _list(self, token: Token, inner: Sequence[Token], line: int) -> MarkdownBlock:
        is_numbered = token.type == "ordered_list_open"
        number = int(token.attrs.get("start", 1) or 0) if is_numbered else 0
        items: list[MarkdownBlock] = []
        for item, within in elements(inner):
            paragraphs = [one for one, _ in elements(within) if one.type == "paragraph_open"]
            tight = bool(paragraphs) and paragraphs[0].hidden
            if len(within) > 1 and within[0].type == "paragraph_open":
                _as_task(within[1])
            children = self.of(within)
            mark = f"{number + len(items)}." if is_numbered else "-"
            items.append(kinds.ListItem(self._line(item), children=children, mark=mark, tight=tight))
        return (kinds.NumberedList if is_numbered else kinds.BulletList)(line, children=items)

    def _table(self, inner: Sequence[Token], line: int) -> MarkdownBlock:
        rows: list[MarkdownBlock] = []
        align: list[str] = []
        for part, content in elements(inner):
            for row, cells in elements(content):
                texts = []
                for cell, inline in elements(cells):
                    texts += self._leaf(inline[0].children or [], self._line(row))
                    if part.type == "thead_open":
                        style = _ALIGN.search(str(cell.attrs.get("style", "")))
                        align.append(style[1] if style else "")
                rows.append(kinds.TableRow(self._line(row), texts))
        return kinds.Table(line, children=rows, heads=1, align=align)

    def _footnotes(self, inner: Sequence[Token], line: int) -> Iterator[MarkdownBlock]:
        for note, blocks in elements(inner):
            children = self.of([one for one in blocks if one.type != "footnote_anchor"])
            at = children[0].line if children else line
            yield kinds.Footnote(at, children=children, name=footnote_name(note))

    def _html(
        self, text: str, line: int, top: list[MarkdownBlock], stack: list[kinds.Html], waits: Counter[str]
    ) -> None:
        at = 0
        text = self._bare(text, line)
        for match in _PART.finditer(text):
            self._raw(text[at : match.start()], line, top, stack)
            at = match.end()
            name = (match["name"] or match["end"] or "").lower()
            into = stack[-1].children if stack else top
            if match["end"]:
                while waits[name]:
                    closed = stack.pop()
                    waits[closed.tag] -= 1
                    if closed.tag == name:
                        break
            elif match["name"] and name not in UNSEEN:
                is_empty = name in _VOID or match[0].endswith("/>")
                block = kinds.Html(
                    line, tag=name, opening=tag_of_page(self._around, match[0], line), closed=is_empty
                )
                into.append(block)
                if not is_empty:
                    stack.append(block)
                    waits[name] += 1
        self._raw(text[at:], line, top, stack)

    def _raw(self, text: str, line: int, top: list[MarkdownBlock], stack: list[kinds.Html]) -> None:
        if not text.strip() or "%%" in text:
            return
        lines = [TextLine(line, one) for one in text.strip("\n").split("\n")]
        if stack:
            stack[-1].children.append(kinds.Raw(line, lines))
        else:
            top.append(kinds.Paragraph(line, lines))


class _Anchor(kinds.MarkdownBlock):
    """The place of the block before it."""


def _title(tokens: Sequence[Token]) -> list[Token]:
    """Return the title among the tokens of a callout's first line; without one: none. They are not read anew,
    since the footnotes in them would have the names of others.
    """
    first = tokens[0] if tokens else None
    match = _CALLOUT.match(first.content) if first and first.type == "text" else None
    if first is None or match is None:
        return []
    first.content = first.content[match.end() :]
    return [one for one in tokens if one is not first or first.content.strip()]


def _inline(text: str) -> Sequence[Token]:
    found = parser().parseInline(text, {})
    return found[0].children or [] if found else []


def without_id(inline: Token) -> tuple[list[Token], str]:
    """Return the tokens of a leaf without the id of the block at their end, and that id."""
    tokens = list(inline.children or [])
    found = block_id(inline.content)
    if not found or not tokens or tokens[-1].type not in ("text", "text_special"):
        return tokens, ""
    last = tokens[-1]
    text = _ID_AT_END.sub("", last.content)
    if text == last.content:
        return tokens, ""
    last.content = text
    if not text:
        tokens.pop()
        while tokens and tokens[-1].type in ("softbreak", "hardbreak"):
            tokens.pop()
    return tokens, found


def _as_task(inline: Token) -> None:
    """Make a task of any state one that is open or done: `[-]` and the like look done in Obsidian, too."""
    children = inline.children or []
    if children and children[0].type == "text" and (match := _TASK.match(children[0].content)):
        first = children[0]
        mark = " " if match[1] == " " else "x"
        first.content = f"[{mark}]{first.content[match.end() :]}"
