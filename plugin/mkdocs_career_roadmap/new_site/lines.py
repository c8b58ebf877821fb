"""What the stages of an import hand on: lines that know where they came from, and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class TextLine(NamedTuple):
    """A line of a page on its way."""

    number: int
    """The line of the source file that it came from, from 1."""
    text: str
    """Without its line end."""


class NoteKind(StrEnum):
    """Why something is noted."""

    SKIPPED = "skipped"
    """A whole file that was not imported."""
    LEFT = "left"
    """A construct that was not carried; it stands in the page, visibly."""
    DEAD = "dead"
    """A link that leads nowhere in the source, too."""
    MISSING = "missing"
    """Something that the site as a whole had, and has no more."""
    CHANGED = "changed"
    """Something that was carried, but not as it was."""


class ImportNote(NamedTuple):
    """Something that the author of an imported blog should know."""

    kind: NoteKind
    path: str
    """The file, from the blog's folder, with forward slashes."""
    line: int
    """From 1; 0: the whole file."""
    what: str
    """One sentence without a full stop."""


LinkRule = Callable[[str, int, bool], str]
"""How an address in a text becomes another: the address as written, its line, and whether it stands in
HTML, which MkDocs leaves as it is. Returns the new address.
"""


@dataclass(slots=True)
class Carried:
    """A text after a stage, and what that stage had to leave."""

    lines: list[TextLine]
    notes: list[tuple[NoteKind, int, str]]
    """Kind, line and sentence of each note; the file is known to who asked."""


_MARKS = dict.fromkeys(range(4), "\ufffd")


def unmarked(text: str) -> str:
    """Return a text without the characters that stand for something else while it is carried."""
    return text.translate(_MARKS)
