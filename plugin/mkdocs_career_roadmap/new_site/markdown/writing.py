"""A page that is being written: what is known of it and of its text, and how a tag is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from typing import NamedTuple

from mkdocs_career_roadmap.new_site.lines import LinkRule, NoteKind, TextLine

from . import attributes
from .attributes import Attributes
from .heading_ids import Ids
from .kinds import Footnote, Header, LinkDefinition, MarkdownBlock
from .spans import Span, line_of

_ADDRESS = re.compile(
    r"""(\s(?:(?:xlink:)?href|src|poster|data)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))""",
    re.IGNORECASE,
)


_SRCSET = re.compile(r"""(\s(?:srcset|imagesrcset)\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_CANDIDATE = re.compile(r"([\s,]*)([^\s,](?:\S*[^\s,])?)((?:\s[^,]*)?)")
"""An address of a srcset, and what says its size."""


MARKDOWN = re.compile(r"""\s+markdown(?:\s*=\s*(?:(\w+)|(["'])(.*?)\2))?(?=[\s/>]|$)""", re.IGNORECASE)
"""The attribute of a tag that tells how its content is read."""


@dataclass(slots=True)
class TextWriting:
    """A paragraph's text that is being written."""

    link: LinkRule
    lists: Mapping[str, Attributes]
    links: Mapping[str, LinkDefinition]
    notes: Mapping[str, Footnote]
    numbers: list[int]
    """Of the source's lines."""
    starts: list[int]
    """Where in the text each line begins."""
    hard_wrap: bool = False
    ends: bool = False
    """The text's end may be read as an attribute list: a heading, a cell."""
    cell: bool = False
    breaks: list[int] = field(default_factory=list)
    """The source's line after each line break that was written."""
    lost: list[int] = field(default_factory=list)
    """The lines of what had attributes that cannot be written."""

    def number(self, at: int) -> int:
        return self.numbers[min(line_of(self.starts, at), len(self.numbers) - 1)]


class Surroundings(NamedTuple):
    """Where a span stands."""

    left: str
    """The character before it, as `literal` has it."""
    right: str
    inside: str
    """What it is in: link, html and raw, separated by spaces."""


def without_markdown(tag: str) -> str:
    """Return a tag without its attribute `markdown`."""
    return MARKDOWN.sub("", tag)


def tag_with(tag: str, line: int, link: LinkRule, more: Mapping[str, str] | None = None) -> str:
    """Return a tag, on one line, with its addresses replaced and more attributes."""
    def replaced(match: re.Match[str]) -> str:
        old = unescape(next(value for value in match.groups()[1:] if value is not None))
        new = link(old, line, True)
        return match[0] if new == old else f'{match[1]}"{escape(new)}"'

    def replaced_set(match: re.Match[str]) -> str:
        old = unescape(match[2] if match[2] is not None else match[3])
        new = _CANDIDATE.sub(lambda one: f"{one[1]}{link(one[2], line, True)}{one[3]}", old)
        return match[0] if new == old else f'{match[1]}"{escape(new)}"'

    tag = _ADDRESS.sub(replaced, without_markdown(" ".join(tag.split("\n"))))
    tag = _SRCSET.sub(replaced_set, tag)
    if not more:
        return tag
    end = tag.rstrip("/> \n")
    return f"{end}{attributes.in_tag(more)}{' /' if tag.endswith('/>') else ''}>"


class ContentsEntry(NamedTuple):
    """A heading, as a table of contents names it."""

    level: int
    id: str
    text: str
    """As it stands in a link."""


SEPARATOR = "<!-- -->"
"""Stands between two blocks that would be read as one."""
Lines = list[TextLine]


@dataclass(slots=True)
class PageWriting:
    """A page that is being written."""

    link: LinkRule
    read: Callable[[PageWriting, Lines], list[Span]]
    """Reads the lines of a leaf as the blog's own Markdown does."""
    lists: Mapping[str, Attributes]
    links: Mapping[str, LinkDefinition]
    footnotes: Mapping[str, Footnote]
    ids: Ids
    has_tasks: bool = True
    """`[ ]` at the beginning of an item is a box."""
    hard_wrap: bool = False
    """Each line's end is a line break."""
    numbers_anew: bool = False
    """Lists are numbered from 1, whatever their first number is."""
    toc_levels: Collection[int] = range(1, 7)
    """Which headings a table of contents names, but for those of the class `no_toc`."""
    headings: list[ContentsEntry] = field(default_factory=list)
    """Those, as far as the page is written."""
    contents: Sequence[ContentsEntry] | None = None
    """What a table of contents names; None: all headings, which it finds by itself."""
    notes: list[tuple[NoteKind, int, str]] = field(default_factory=list)
    note_order: list[str] = field(default_factory=list)
    """The footnotes in the order in which they are first referred to."""
    noted: set[str] = field(default_factory=set)
    """The same."""

    def refer(self, note: str) -> None:
        """Give a footnote its place in the order, if it has none."""
        if note not in self.noted:
            self.noted.add(note)
            self.note_order.append(note)

    def say(self, kind: NoteKind, line: int, what: str) -> None:
        self.notes.append((kind, line, what))

    def in_contents(self, block: Header) -> bool:
        """Tell whether a table of contents names a heading."""
        return block.level in self.toc_levels and "no_toc" not in self.values(block).get("class", "").split()

    def values(self, block: MarkdownBlock) -> dict[str, str]:
        """Return a block's attributes, those of the lists it refers to among them."""
        return attributes.resolved(block.attributes, self.lists)
