"""One page of a blog of Hugo, and the files beside it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class PageSort(StrEnum):
    """What a page is to Hugo."""

    HOME = "home"
    SECTION = "section"
    """It has pages below it: an `_index.md`, or a folder at the top."""
    PAGE = "page"
    TERM = "term"
    """A page of one of the terms of a taxonomy."""
    TAXONOMY = "taxonomy"
    """The list of the terms of a taxonomy."""


class Held(StrEnum):
    """Why Hugo does not publish a page."""

    NO = ""
    DRAFT = "it is a draft"
    FUTURE = "its day is still to come"
    UNPUBLISHED = "it is published on a later day than its date"
    EXPIRED = "its expiryDate is over"
    NO_PAGE = "its front matter says that it has no page of its own"


class SectionName(NamedTuple):
    """What a section asks to be called; both may be empty."""

    slug: str
    """In its address, and in those of all below it."""
    title: str


@dataclass(frozen=True, slots=True)
class HugoPage:
    """A page."""

    path: str
    """From the blog's folder; of a section without a file, that of its folder."""
    name: str
    """From the folder of the content, without its language."""
    sort: PageSort
    is_bundle: bool = False
    """It is the index of its folder, whose other files are its own."""
    front: Mapping[str, object] = field(default_factory=dict)
    """As written."""
    data: Mapping[str, object] = field(default_factory=dict)
    """The same with what cascades to it; keys are in lower case."""
    texts: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    day: datetime | None = None
    expires: datetime | None = None
    held: Held = Held.NO
    has_file: bool = True
    sections: tuple[str, ...] = ()
    """The folders of the nearest section above it: one at the top, or one with an `_index.md`."""
    called: Mapping[str, SectionName] = field(default_factory=dict)
    """By folder, what the sections of the blog are called."""
    listed: int = 0
    """How many pages a term lists, or terms a taxonomy."""

    @property
    def folder(self) -> str:
        """The folder that it lies in, from that of the content; of a bundle, what holds its own folder."""
        inner = posixpath.dirname(self.name)
        return posixpath.dirname(inner) if self.is_bundle else inner

    @property
    def section(self) -> str:
        """The first folder that it lies in; empty: none."""
        first, slash, _ = self.name.partition("/")
        return (
            first
            if slash and not (self.is_bundle and self.name.count("/") == 1 and self.sort is PageSort.PAGE)
            else ""
        )

    @property
    def stem(self) -> str:
        """The name of its file without its ending; a bundle's is that of its folder."""
        if self.is_bundle:
            return posixpath.basename(posixpath.dirname(self.name))
        return posixpath.splitext(posixpath.basename(self.name))[0]

    @property
    def ending(self) -> str:
        return posixpath.splitext(self.path)[1].lower()

    @property
    def title(self) -> str:
        """Its title; empty: it has none."""
        value = self.data.get("title")
        return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def names_in(value: object) -> tuple[str, ...]:
    """Return the names of a list of front matter, each once; a text is one name."""
    listed = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    names = (" ".join(str(one).split()) for one in listed if isinstance(one, str | int | float))
    return tuple(dict.fromkeys(one for one in names if one))


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file that lies beside pages, and is published as it is."""

    path: str
    """From the blog's folder."""
    name: str
    """From the folder of the content."""
    owner: HugoPage | None
    """The bundle that it belongs to."""
