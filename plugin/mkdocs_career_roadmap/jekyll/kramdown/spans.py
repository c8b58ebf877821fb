"""The pieces of a paragraph, and the text that they are read from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
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


@dataclass(slots=True)
class SpanText:
    """The text of a paragraph that is being read."""

    text: str
    links: Collection[str]
    """The labels of links that are defined, normalised."""
    notes: Collection[str]
    """The names of footnotes that are defined."""
    gfm: bool
    hard_wrap: bool
    pos: int = 0
    budget: int = 0
    depth: int = 0
    never: dict[str, int] = field(default_factory=dict)
    """By a mark: from where on nothing closes it, or how often in a row nothing did."""

    def spend(self, size: int) -> bool:
        """Take from the budget; false: it is used up."""
        self.budget -= size
        return self.budget > 0


def label(text: str) -> str:
    """Return a link's label as it is looked up."""
    return re.sub(r"\s+", " ", text).lower()


def add(children: list[Span], text: str, at: int) -> None:
    if not text:
        return
    if children and children[-1].kind == "text":
        children[-1].text += text
    else:
        children.append(Span("text", at, text))


def line_of(starts: list[int], at: int) -> int:
    """Return which line, from 0, a place lies in; `starts`: where each begins."""
    return max(0, bisect_right(starts, at) - 1)
