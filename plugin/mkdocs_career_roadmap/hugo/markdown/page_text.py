"""A page that is being read: what its leaves are made of, by their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine
from mkdocs_career_roadmap.new_site.markdown.deepest import TOO_DEEP
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock
from mkdocs_career_roadmap.new_site.markdown.spans import Span

from .dialect import GoldmarkDialect
from .read_spans import ReadSpans

if TYPE_CHECKING:
    from markdown_it.token import Token

NO_HTML = "HTML in the text was left out, as Hugo does unless `markup.goldmark.renderer.unsafe` is set"


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
            self.notes.append((NoteKind.CHANGED, lines[0].number, NO_HTML))
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
            self.notes.append((NoteKind.CHANGED, line, NO_HTML))
        return self.made_leaf(spans, line)

    def made_leaf(self, spans: list[Span], line: int) -> list[TextLine]:
        """Return the line that stands for spans that no text of the page is."""
        lines = [TextLine(line, f"\x02{len(self.spans)}")]
        self.spans[tuple(lines)] = spans
        return lines
