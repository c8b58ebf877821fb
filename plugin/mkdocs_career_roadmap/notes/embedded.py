"""What a note, or a part of it, is within others: read once, and put into each page that shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import NamedTuple

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine
from mkdocs_career_roadmap.new_site.markdown import kinds
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock
from mkdocs_career_roadmap.new_site.markdown.spans import Span

from .markdown.read_blocks import NoteText

_TARGET = re.compile("\3(\\d+)\3")


@dataclass(slots=True)
class LinkCount:
    """How many links there were, and how many lead where they led."""

    links: int = 0
    linked: int = 0
    embeds: int = 0
    shown: int = 0
    hidden: int = 0
    """To what was not named."""

    def add(self, more: LinkCount) -> None:
        """Count those of another text, too."""
        for name in ("links", "linked", "embeds", "shown", "hidden"):
            setattr(self, name, getattr(self, name) + getattr(more, name))


class SectionTarget(NamedTuple):
    """Where a link of a section leads; its address depends on the page that shows the section."""

    path: str
    """In the vault."""
    part: str
    """A fragment with its sign, or the part of a file as written."""
    in_html: bool

    @staticmethod
    def mark(number: int) -> str:
        """Return what stands for the address of the target with this number."""
        return f"\3{number}\3"


@dataclass(slots=True)
class EmbedPlace(MarkdownBlock):
    """Where a section shows another one; what comes here depends on the page, which may be in it already."""

    inner: str = ""
    """As written, between the brackets."""


@dataclass(frozen=True, slots=True)
class NoteSection:
    """A note, or a part of it, read for pages that show it."""

    blocks: Sequence[MarkdownBlock]
    text: NoteText
    targets: Sequence[SectionTarget]
    said: Sequence[tuple[NoteKind, str]]
    count: LinkCount


class SectionPlace(NamedTuple):
    """Where a section is put."""

    text: NoteText
    line: int
    """Of the embed in the note that is a page: the lines of others say nothing to its readers."""
    prefix: str
    """What the names of footnotes begin with, so that each section has its own."""
    address: Callable[[SectionTarget], str]
    embed: Callable[[str], list[MarkdownBlock]]

    def put(self, section: NoteSection) -> list[MarkdownBlock]:
        """Return blocks of the page; those of the section stay as they are."""
        return [one for block in section.blocks for one in self._block(section, block)]

    def _block(self, section: NoteSection, block: MarkdownBlock) -> list[MarkdownBlock]:
        if isinstance(block, EmbedPlace):
            return self.embed(block.inner)
        made = copy(block)
        made.line = self.line
        made.lines = self._lines(section, block.lines)
        made.children = [one for child in block.children for one in self._block(section, child)]
        if isinstance(made, kinds.Footnote):
            made.name = self.prefix + made.name
        elif isinstance(made, kinds.Callout):
            made.title = self._lines(section, made.title)
        elif isinstance(made, kinds.Html):
            made.opening = self._addressed(section, made.opening)
        return [made]

    def _lines(self, section: NoteSection, lines: Sequence[TextLine]) -> list[TextLine]:
        """Return the lines of a leaf, or those of each cell."""
        made: list[TextLine] = []
        for line in lines:
            if line.text.startswith("\2"):
                spans = [self._span(section, span) for span in section.text.of([line])]
                made += self.text.leaf(spans, self.line)
            else:
                made.append(TextLine(self.line, line.text))
        return made

    def _span(self, section: NoteSection, span: Span) -> Span:
        """Return a span of the page; one that is the same on each page is no other."""
        children = [self._span(section, child) for child in span.children]
        if span.kind == "note":
            return replace(span, text=self.prefix + span.text)
        is_other = any(new is not old for new, old in zip(children, span.children, strict=True))
        if not is_other and "\3" not in span.text and "\3" not in span.address:
            return span
        return replace(
            span,
            text=self._addressed(section, span.text),
            address=self._addressed(section, span.address),
            children=children,
        )

    def _addressed(self, section: NoteSection, text: str) -> str:
        if "\3" not in text:
            return text
        return _TARGET.sub(lambda match: self.address(section.targets[int(match[1])]), text)
