"""The strip of focus: how much was under way at once, month by month."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from ..vocabulary.labels import Words
from .focus import Month, focus_by_month
from .viewer import Viewer

FEWEST = 3
"""With fewer months there is nothing to see."""


class FocusMonth(NamedTuple):
    """A month on the strip of focus."""

    title: str
    """The month, in words."""
    mark: str
    """Its year, where one begins; else empty."""
    focus: int
    explorations: int
    is_over: bool


class FocusStrip(NamedTuple):
    limit: int
    months: tuple[FocusMonth, ...]
    """Oldest first."""
    over: str
    """The months over the limit, in words; empty: none was."""


def draw_focus(view: Viewer) -> FocusStrip | None:
    """Return the focus of the last months; None if they are few."""
    limit, w = view.settings.focus_limit, view.words
    months = focus_by_month(view.roadmap, limit)
    if len(months) < FEWEST:
        return None
    return FocusStrip(
        limit=limit,
        months=tuple(
            FocusMonth(w.month(m.first), str(m.first.year) if not at or m.first.month == 1 else "",
                       m.focus, m.explorations, m.is_over)
            for at, m in enumerate(months)),
        over=w.listed(_span(w, run) for is_over, run in groupby(months, lambda m: m.is_over) if is_over),
    )


def _span(w: Words, months: Iterable[Month]) -> str:
    """Return months in a row in words: the first and the last of them."""
    first, *others = (w.month(m.first) for m in months)
    return w("from_to", start=first, end=others[-1]) if others else first
