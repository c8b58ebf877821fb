"""The pieces of a paragraph, and the loop that reads them.

Nothing is read twice as often as a budget allows: a text made to be slow is shown as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from .attributes import Attributes

_MAX_DEPTH = 40
_START = re.compile(
    r"[*_`<\[&\\$]|!\[|\{:|--|\.\.\.|~~|>>| <<| >>|  \n|[^\\]?[\"']",
)
_START_HTML = re.compile(r"<")


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


Reader = Callable[["Spans", list[Span], tuple[str, ...]], bool]
"""Reads the span at the place, if it is of its kind, into a list; last come the kinds of those around it."""
Stop = Callable[["Spans", list[Span]], bool]


@dataclass(slots=True)
class Spans:
    """The text of a paragraph that is being read."""

    text: str
    links: Collection[str]
    """The labels of links that are defined, normalised."""
    notes: Collection[str]
    """The names of footnotes that are defined."""
    readers: Mapping[str, tuple[Reader, ...]]
    """Those of the spans that may begin with a character; `html` has those of raw HTML."""
    gfm: bool
    hard_wrap: bool
    pos: int = 0
    budget: int = 0
    depth: int = 0
    never: dict[str, int] = field(default_factory=dict)

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


def read(
    spans: Spans,
    into: list[Span],
    around: tuple[str, ...],
    stop: re.Pattern[str] | None = None,
    stops: Stop | None = None,
    only_html: bool = False,
) -> bool:
    """Read up to where `stop` matches and `stops` agrees, or to the end; tell whether it was met."""
    start = _START_HTML if only_html else _START
    text = spans.text
    closing = stop.search(text, spans.pos) if stop else None
    found = start.search(text, spans.pos)
    while spans.pos < len(text):
        at = spans.pos
        if found and found.start() < at:
            found = start.search(text, at)
        if stop and closing and closing.start() < at:
            closing = stop.search(text, at)
        if closing and (not found or closing.start() <= found.start()):
            spans.pos = closing.start()
            add(into, text[at : spans.pos], at)
            if stops is None or stops(spans, into):
                return True
        elif found:
            spans.pos = found.start()
            add(into, text[at : spans.pos], at)
        else:
            break
        if not spans.spend(spans.pos - at + 1):
            add(into, text[spans.pos :], spans.pos)
            spans.pos = len(text)
        elif not _read_one(spans, into, around, only_html):
            add(into, text[spans.pos], spans.pos)
            spans.pos += 1
    if stop is None:
        add(into, text[spans.pos :], spans.pos)
        spans.pos = len(text)
    return False


def _read_one(spans: Spans, into: list[Span], around: tuple[str, ...], only_html: bool) -> bool:
    """Read the span at the place, if one begins there."""
    if spans.depth > _MAX_DEPTH:
        return False
    readers = spans.readers.get("html" if only_html else spans.text[spans.pos], ())
    if not only_html:
        readers = (*readers, *spans.readers.get("", ()))
    spans.depth += 1
    done = any(reader(spans, into, around) for reader in readers)
    spans.depth -= 1
    return done


def line_of(starts: list[int], at: int) -> int:
    """Return which line, from 0, a place lies in; `starts`: where each begins."""
    return max(0, bisect_right(starts, at) - 1)
