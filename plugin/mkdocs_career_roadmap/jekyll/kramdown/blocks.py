"""What a page is made of, once kramdown's block structure is read; and the text it is read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..lines import NoteKind, TextLine
from .attributes import Attributes


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a blog's kramdown is set up."""

    gfm: bool = True
    """Its input: GFM, Jekyll's default, or kramdown."""
    hard_wrap: bool = False
    parse_block_html: bool = False


MAX_DEPTH = 40
"""How deep blocks are read into one another; what lies deeper is a paragraph's text."""


@dataclass(slots=True)
class MarkdownBlock:
    """A block: its kind and what that kind needs."""

    kind: str
    """blank p header code quote ul ol li dl dt dd hr html raw comment math table tr footnote link abbr
    nomarkdown options nothing eob"""
    line: int
    lines: list[TextLine] = field(default_factory=list)
    """The text of a leaf."""
    children: list[MarkdownBlock] = field(default_factory=list)
    attributes: Attributes = field(default_factory=Attributes)
    level: int = 0
    """Of a header, 1 to 6."""
    name: str = ""
    """Code: its language; html: its tag; footnote, link, abbr: its label; li: its mark."""
    text: str = ""
    """Html: its opening tag; link: the address; abbr: what it stands for."""
    title: str = ""
    model: str = ""
    """Html: raw, block or span; header: setext or atx."""
    tight: bool = False
    """An item's first paragraph stands without <p>."""
    align: list[str] = field(default_factory=list)
    """A table's columns: left, right, center or nothing."""


@dataclass(slots=True)
class BlockText:
    """Lines as one text, with a place in it, and the tree that is read from it."""

    text: str
    starts: list[int]
    numbers: list[int]
    pos: int = 0
    pending: Attributes | None = None
    """An attribute list that waits for its block."""
    unclosed: dict[str, int] = field(default_factory=dict)
    """By what begins it, from where on nothing closes it; by a fence's character, from which length on."""

    @classmethod
    def of(cls, lines: Iterable[TextLine]) -> BlockText:
        """Return a source of `lines`; a text within may hold line breaks of its own."""
        starts, numbers, texts, at = [], [], [], 0
        for number, text in lines:
            starts.append(at)
            numbers.append(number)
            texts.append(f"{text}\n")
            at += len(text) + 1
        return cls("".join(texts), starts or [0], numbers or [1])

    def number(self, at: int | None = None) -> int:
        """Return the number of the line that a place lies in."""
        return self.numbers[max(0, bisect_right(self.starts, self.pos if at is None else at) - 1)]

    def lines(self, start: int, end: int) -> list[TextLine]:
        """Return the text from `start` to `end` as lines; a last line break ends a line."""
        text = self.text[start:end].removesuffix("\n")
        result = []
        for part in text.split("\n"):
            result.append(TextLine(self.number(start), part))
            start += len(part) + 1
        return result

    def line_end(self, at: int) -> int:
        """Return where the line after that of `at` begins."""
        return self.text.find("\n", at) + 1 or len(self.text)

    def content(self) -> int:
        """Return where the text begins after up to three spaces at the source's place."""
        start = self.text[self.pos : self.pos + 3]
        return self.pos + len(start) - len(start.lstrip(" "))

    def done(self) -> bool:
        return self.pos >= len(self.text)

    def new(self, kind: str, line: int, lines: list[TextLine] | None = None) -> MarkdownBlock:
        """Return a new block, which takes the attribute list that waits for one."""
        block = MarkdownBlock(kind, line, lines or [])
        if self.pending is not None:
            block.attributes, self.pending = self.pending, None
        return block


@dataclass(slots=True)
class Reading:
    """A page that is being read."""

    dialect: Dialect
    lists: dict[str, Attributes] = field(default_factory=dict)
    """The attribute lists that have a name."""
    notes: list[tuple[NoteKind, int, str]] = field(default_factory=list)
    depth: int = 0
    """How many blocks are around the place that is read."""
