"""The kinds of blocks that a page is made of, once kramdown's block structure is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_career_roadmap.new_site.lines import TextLine

from .attributes import Attributes


@dataclass(slots=True)
class MarkdownBlock:
    """A block; its class is its kind."""

    line: int
    lines: list[TextLine] = field(default_factory=list)
    """The text of a leaf."""
    children: list[MarkdownBlock] = field(default_factory=list)
    attributes: Attributes = field(default_factory=Attributes)


class Blank(MarkdownBlock):
    """Blank lines between blocks."""


@dataclass(slots=True)
class Paragraph(MarkdownBlock):
    tight: bool = False
    """It stands without <p>: an item's first."""


@dataclass(slots=True)
class Header(MarkdownBlock):
    level: int = 1
    setext: bool = False
    name: str = ""
    """The id that it was given; empty: one is made of its words."""
    in_html: bool = False


@dataclass(slots=True)
class CodeBlock(MarkdownBlock):
    fence: str = ""
    """The mark before it; empty: it is indented."""
    language: str = ""
    options: str = ""
    """What its fence says of the numbers of lines."""


class Quote(MarkdownBlock):
    """A quote of blocks."""


@dataclass(slots=True)
class Callout(MarkdownBlock):
    """Blocks in a box with a title."""

    kind: str = "note"
    """What Material calls it."""
    fold: str = ""
    """`-`: it is closed, `+`: it is open and can be closed; empty: it cannot."""
    title: list[TextLine] = field(default_factory=list)


class BulletList(MarkdownBlock):
    """A list whose children are all of `ListItem`."""


class NumberedList(BulletList):
    """The same with numbers."""


class DefinitionList(MarkdownBlock):
    """Terms, and after them their definitions, which are of `ListItem`."""


class Term(MarkdownBlock):
    """What is defined."""


class TableRow(MarkdownBlock):
    """Its lines are the texts of its cells."""


@dataclass(slots=True)
class ListItem(MarkdownBlock):
    mark: str = ""
    """As written; a definition's is a colon."""
    tight: bool = False
    """Its first paragraph stands without <p>."""

    @property
    def begins_with_text(self) -> bool:
        return bool(self.children) and isinstance(self.children[0], Paragraph)

    @property
    def is_loose(self) -> bool:
        return self.begins_with_text and not self.tight


class Rule(MarkdownBlock):
    """A line across."""


@dataclass(slots=True)
class Html(MarkdownBlock):
    """An element; its children are `Html` and `Raw` if it holds no Markdown."""

    tag: str = ""
    opening: str = ""
    """Its opening tag, as written."""
    model: str = "raw"
    """How its content is read: raw, block or span."""
    closed: bool = False
    """Its opening tag is all of it."""


class Raw(MarkdownBlock):
    """HTML that is no element of its own."""


class Comment(MarkdownBlock):
    """A comment of HTML."""


class Formula(MarkdownBlock):
    """Mathematics, its marks left out."""


@dataclass(slots=True)
class Table(MarkdownBlock):
    heads: int = 0
    """How many rows are its head."""
    align: list[str] = field(default_factory=list)
    """Of each column: left, right, center or nothing."""


@dataclass(slots=True)
class Footnote(MarkdownBlock):
    name: str = ""


@dataclass(slots=True)
class LinkDefinition(MarkdownBlock):
    label: str = ""
    address: str = ""
    title: str = ""


@dataclass(slots=True)
class Abbreviation(MarkdownBlock):
    short: str = ""
    long: str = ""


class NoMarkdown(MarkdownBlock):
    """Text for the HTML of the page, as it is."""


class Nothing(MarkdownBlock):
    """Something of which nothing is seen: options, comments of kramdown's."""


@dataclass(slots=True)
class EndOfBlock(MarkdownBlock):
    """Parts two blocks that would be one."""

    explicit: bool = False
    """Written as `^`; otherwise an attribute list ends the block."""
