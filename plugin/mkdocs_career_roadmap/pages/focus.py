"""Focus: how many milestones were under way at once, month by month, and the strip that shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import NamedTuple

from ..roadmap.model import Milestone, Roadmap
from ..vocabulary.fields import Status
from ..vocabulary.labels import Words
from .viewer import Viewer

MONTHS = 18
"""So many months are looked back on, the last one included."""


class Month(NamedTuple):
    """The most that was under way on one day of a month."""

    first: date
    """The first day of it."""
    focus: int
    explorations: int
    """Not in `focus`."""
    is_over: bool
    """True when the focus was more than the limit."""


class Step(NamedTuple):
    """What was under way at the end of a day, until the next step."""

    day: date
    """The first day there is: from the start."""
    focus: int
    explorations: int


@dataclass(slots=True)
class _Work:
    """What is under way, while the days go by."""

    roadmap: Roadmap
    active: set[str] = field(default_factory=set)
    busy_parts: Counter[str] = field(default_factory=Counter)
    focus: int = 0
    explorations: int = 0

    def turn(self, m: Milestone, is_active: bool) -> None:
        """Begin or end the work on a milestone. A whole whose part is busy takes no focus of its
        own; word of it goes up only as far as it changes something.
        """
        if is_active == (m.id in self.active):
            return
        by = 1 if is_active else -1
        (self.active.add if is_active else self.active.remove)(m.id)
        if m.kind == "exploration":
            self.explorations += by
            return
        if self.busy_parts[m.id]:
            return
        self.focus += by
        whole = m.part_of
        while whole:
            self.busy_parts[whole] += by
            if self.busy_parts[whole] != (by > 0):
                return  # it was busy before, or still is, with another part
            above = self.roadmap.milestone[whole]
            if whole in self.active and above.kind != "exploration":
                self.focus -= by
                return  # ... or with its own work
            whole = above.part_of


def steps(roadmap: Roadmap) -> list[Step]:
    """Return how the focus changed, day by day; the last step is how it is now.

    A day counts as it ended: what is put down and what is taken up on one day were never
    under way at once.
    """
    work = _Work(roadmap)
    changes = sorted(
        ((change.day or date.min, change.status is Status.ACTIVE, m)
         for m in roadmap.milestones for change in m.changes), key=lambda change: change[0])
    result = []
    for day, some in groupby(changes, key=lambda change: change[0]):
        for _, is_active, m in some:
            work.turn(m, is_active)
        result.append(Step(day, work.focus, work.explorations))
    return result


def focus_by_month(roadmap: Roadmap, limit: int, months: int = MONTHS) -> tuple[Month, ...]:
    """Return the focus of the last months up to the day of the roadmap, oldest first.

    It begins with the first month in which anything was under way; if nothing ever was, it
    is empty. The time grows with the changes, and not with changes times months.
    """
    at = Step(date.min, 0, 0)
    waiting = steps(roadmap)[::-1]
    result: list[Month] = []
    last = roadmap.as_of.year * 12 + roadmap.as_of.month - 1
    for number in range(max(last - months + 1, 12), last + 1):
        first = date(number // 12, number % 12 + 1, 1)
        while waiting and waiting[-1].day < first:
            at = waiting.pop()
        if waiting and waiting[-1].day == first:
            at = waiting.pop()  # as the first day ended
        focus, explorations = at.focus, at.explorations
        while waiting and (waiting[-1].day.year, waiting[-1].day.month) == (first.year, first.month):
            at = waiting.pop()
            focus, explorations = max(focus, at.focus), max(explorations, at.explorations)
        if result or focus or explorations:
            result.append(Month(first, focus, explorations, focus > limit))
    return tuple(result)


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
