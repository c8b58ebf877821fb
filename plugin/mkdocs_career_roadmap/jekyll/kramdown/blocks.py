"""The text that a page's blocks are read from, and what is known while they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine
from mkdocs_career_roadmap.new_site.markdown.attributes import Attributes
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a blog's kramdown is set up."""

    gfm: bool = True
    """Its input: GFM, Jekyll's default, or kramdown."""
    hard_wrap: bool = False
    parse_block_html: bool = False
    toc_levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    """Which headings a table of contents names."""


MAX_DEPTH = 40
"""How deep blocks are read into one another; what lies deeper is a paragraph's text."""


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

    def add(self, block: MarkdownBlock, children: list[MarkdownBlock]) -> None:
        """Add a block, which takes the attribute list that waits for one."""
        if self.pending is not None:
            block.attributes, self.pending = self.pending, None
        children.append(block)


@dataclass(slots=True)
class Reading:
    """A page that is being read."""

    dialect: Dialect
    lists: dict[str, Attributes] = field(default_factory=dict)
    """The attribute lists that have a name."""
    notes: list[tuple[NoteKind, int, str]] = field(default_factory=list)
    depth: int = 0
    """How many blocks are around the place that is read."""
