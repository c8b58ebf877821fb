"""The pieces of a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from .attributes import Attributes


@dataclass(slots=True)
class Span:
    """A piece of a paragraph."""

    kind: str
    """text em strong del code a img auto br math html comment raw entity symbol quote note"""
    at: int
    """Where it begins in the text."""
    text: str = ""
    """What is seen, or what a reader of the kind needs: code, mathematics, a tag, an entity."""
    children: list[Span] = field(default_factory=list)
    mark: str = ""
    """Em, strong: the character; symbol, quote: as written; html: the tag's name; link: its label."""
    address: str = ""
    title: str = ""
    attributes: Attributes | None = None


def label(text: str) -> str:
    """Return a link's label as it is looked up."""
    return re.sub(r"\s+", " ", text).lower()


def line_of(starts: list[int], at: int) -> int:
    """Return which line, from 0, a place lies in; `starts`: where each begins."""
    return max(0, bisect_right(starts, at) - 1)
