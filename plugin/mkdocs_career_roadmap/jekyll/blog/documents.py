"""One file of a blog, split into front matter and text (rules: jekyll/document.rb, jekyll/convertible.rb)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from yaml.nodes import Node

from mkdocs_career_roadmap.reading.yaml_nodes import Region

from .defaults import merged
from .ruby import SPACE, extension
from .yaml_values import mapping_of

_OPENING = re.compile(rf"---[{SPACE}]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t\v\f\r]*$", re.MULTILINE)
_BLANK = re.compile(rf"[{SPACE}]*")
_HEADER = re.compile(rb"---[ \t\v\f\r]*\n")
_OTHER = re.compile(r"[^\s#-]|-(?!\s|$)")
"""What begins a line that continues no value: those are indented, or items of a list."""
DATED = re.compile(r"(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)")
"""The name of a post's file: its date, its slug, its ending."""


class FileRole(StrEnum):
    """What a file is to Jekyll."""

    POST = "post"
    DRAFT = "draft"
    PAGE = "page"
    """A file with front matter, outside the folders of posts and collections."""
    COLLECTION = "collection"
    """A document of a collection other than the posts."""
    STATIC = "static"
    """A file that is copied as it is."""


class Withheld(StrEnum):
    """Why Jekyll does not publish a document."""

    NO = ""
    DRAFT = "draft"
    UNPUBLISHED = "unpublished"
    """It says `published: false`."""
    FUTURE = "future"
    """It has a date that is still to come."""
    NO_OUTPUT = "no output"
    """Its collection has no pages."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a blog. A static one has neither front matter nor text: it is not read."""

    path: str
    """From the blog's folder, with forward slashes."""
    role: FileRole
    collection: str = ""
    """`posts` for posts and drafts, the name of another collection, or nothing."""
    relative: str = ""
    """The path from the folder of the collections, which is the blog's unless it is configured."""
    front: Mapping[str, Any] = field(default_factory=dict)
    """The front matter as written, with YAML's values: a date is a date, `2020-12-02 20:00` is text."""
    nodes: Mapping[str, Node] = field(default_factory=dict, repr=False)
    """The node of each of its values."""
    lines: Mapping[str, int] = field(default_factory=dict, repr=False)
    """The line of each of its keys."""
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What stands from each of its keys to the next. Empty if keys share lines."""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """What the configuration gives to it."""
    body: str = ""
    """The text below the front matter; every line ends with a line feed, but for the last perhaps."""
    body_line: int = 1
    """The line of the file on which the body begins, from 1."""
    hidden: Withheld = Withheld.NO

    @property
    def ext(self) -> str:
        """Its ending, with a dot; empty: none."""
        return extension(self.path)

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def data(self) -> dict[str, Any]:
        """Front matter and defaults, as Jekyll merges them.

        A value of nothing hides a page's default, and not a document's.
        """
        if self.role is FileRole.PAGE:
            return {**self.defaults, **self.front}
        return merged(self.defaults, self.front)

    @property
    def dated(self) -> re.Match[str] | None:
        """The date, slug and ending in its name; None: its name holds no date."""
        return DATED.fullmatch(self.name)


@dataclass(frozen=True, slots=True)
class SplitText:
    """A text, split."""

    front: Mapping[str, Any]
    nodes: Mapping[str, Node]
    lines: Mapping[str, int]
    texts: Mapping[str, str]
    body: str
    body_line: int


def split(path: str, text: str) -> SplitText:
    """Return the front matter and the text of a file; all of it is text when it has no front matter.

    Raises YamlError for front matter that YAML does not read.
    """
    text = text.replace("\r\n", "\n")
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, text.index("\n") + 1) if opening else None
    if not closing:
        return SplitText({}, {}, {}, {}, _line_feeds(text), 1)
    begin = text.index("\n") + 1
    front, nodes, lines = mapping_of(Region(path, text[begin : closing.start()], 2))
    end = _behind(text, closing)
    texts = _texts(lines, text[: closing.start()].split("\n")[:-1])
    return SplitText(front, nodes, lines, texts, _line_feeds(text[end:]), text.count("\n", 0, end) + 1)


def _texts(lines: Mapping[str, int], written: Sequence[str]) -> dict[str, str]:
    """Return the lines of each key, up to those of the next; none if two share one.

    A key whose lines hold another one, as the first of two that are the same, has none.
    """
    starts = sorted((line, key) for key, line in lines.items())
    ends = [*(line for line, _ in starts), len(written) + 1][1:]
    if len(set(lines.values())) < len(lines):
        return {}
    texts = {key: written[line - 1 : end - 1] for (line, key), end in zip(starts, ends, strict=True)}
    return {key: "\n".join(lines).rstrip() for key, lines in texts.items()
            if not any(map(_OTHER.match, lines[1:]))}


def _behind(text: str, closing: re.Match[str]) -> int:
    """Return where the body begins: behind the blank lines, too, which Jekyll takes for the fence's."""
    blank = _BLANK.match(text, closing.start() + 3)
    end = blank.end() if blank else closing.end()
    if end == len(text):
        return end
    return text.rfind("\n", 0, end) + 1


def _line_feeds(text: str) -> str:
    return text.replace("\r", "\n")


def has_header(begin: bytes) -> bool:
    """True when a file begins as one with front matter; a byte order mark keeps Jekyll from seeing it.

    `begin` is at least its first line (rule: jekyll/utils.rb).
    """
    return _HEADER.match(begin) is not None
