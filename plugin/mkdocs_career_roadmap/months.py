"""The strip of focus: how much was under way at once, month by month."""

from __future__ import annotations

from dataclasses import dataclass

from .focus import focus_by_month
from .views import Viewer

FEWEST = 3
"""With fewer months there is nothing to see."""


@dataclass(frozen=True, slots=True)
class FocusMonth:
    """A month on the strip of focus."""

    title: str
    """The month, in words."""
    mark: str
    """Its year, where one begins; else empty."""
    focus: int
    explorations: int
    is_over: bool


@dataclass(frozen=True, slots=True)
class FocusStrip:
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
        over=w.listed(w.month(m.first) for m in months if m.is_over),
    )
