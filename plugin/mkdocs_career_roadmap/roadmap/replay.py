"""The history of a roadmap, step by step: which statuses its milestones had on each day that changed one."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..reading.entry import Entry
from ..vocabulary.fields import Role, Status
from .history import day_of
from .model import Goal, Milestone, Revision, Roadmap

MOST_FOLDED = 100
"""So many days, the latest ones, are folded again: each takes as long as the whole roadmap."""
_NEXT = timedelta(1)
_LEAST = timedelta(30)


class PastStep(NamedTuple):
    """What one day changed."""

    day: date
    statuses: Mapping[str, Status | None]
    """The statuses that milestones came to have, by their ids; None: it is not on the roadmap any more."""
    revisions: tuple[tuple[Goal, Revision], ...] = ()
    """The goals that got sharper on it."""


def replayed(
    roadmap: Roadmap, entries: Sequence[Entry], fold: Callable[[date], Roadmap]
) -> tuple[PastStep, ...]:
    """Return the steps by which a roadmap came to be what it is, the oldest first; none without a day.

    After each, the milestones have the statuses that `entries` fold to at the end of its day; `fold` returns
    that roadmap, without what nobody had named by then. It is asked only where the changes of the milestones
    do not tell as much: to fold each day again is the square of them all.
    """
    if is_told_by_changes(entries):
        return told_by_changes(roadmap)
    days = sorted(day for day in _days(entries) if day <= roadmap.as_of)[-MOST_FOLDED:]
    return tuple(_differences(roadmap, ((day, {
        m.id: m.status for m in fold(day).milestones if m.id in roadmap.milestone}) for day in days)))


def is_told_by_changes(entries: Iterable[Entry]) -> bool:
    """True unless what a page says of others, or of days, holds only from a later day on, so that what was
    before does not follow from the roadmap of today.
    """
    for entry in entries:
        if entry.role is Role.POST:
            if entry.part_of:  # work on it was no work on the whole before
                return False
        # A page with a date had no other names before it, and an end that is a month is each day of it.
        elif entry.moment or (entry.finished and entry.finished.day is None):
            return False
        elif entry.started and not entry.finished and entry.status and entry.status.is_closed:
            return False  # it said nothing before it was begun
    return True


def _days(entries: Iterable[Entry]) -> Iterator[date]:
    """Yield the days on which a status may change, some of them twice."""
    entries = tuple(entries)
    found = {day for entry in entries if (day := day_of(entry))}
    found |= {said.first for entry in entries for said in (
        entry.started, entry.finished, *(outcome.finished for outcome in entry.outcomes)) if said}
    vague = [entry.finished for entry in entries if entry.finished and entry.finished.day is None]
    # On its own day a post has the last word, and not on the next, on which that end is again.
    found |= {day + _NEXT for day in found for end in vague if end.first <= day <= end.last < date.max}
    return iter(found)


def has_past(roadmap: Roadmap) -> bool:
    """Return whether there is something to go back to: what changed within one month is what stands there
    now, and a day among the first ones tells a reader nothing.
    """
    days = [step.day for step in told_by_changes(roadmap)]
    return bool(days) and days[-1] - days[0] > _LEAST


def told_by_changes(roadmap: Roadmap) -> tuple[PastStep, ...]:
    """Return the same as the changes of the milestones alone tell it."""
    days_of = {m.id: sorted(day for day in _days_of(m) if day <= roadmap.as_of)
               for m in roadmap.milestones}
    revised = _revised(roadmap)
    starts = [*revised, *(days[0] for days in days_of.values() if days)]
    if not starts:
        return ()
    first = min(starts)
    changed: dict[date, dict[str, Status | None]] = {}
    for m in roadmap.milestones:
        before = None
        for day in sorted({first, *days_of[m.id]}):
            after = status_on(m, day)
            if after is not before:
                changed.setdefault(day, {})[m.id] = after
            before = after
    return tuple(PastStep(day, changed.get(day, {}), tuple(revised.get(day, ())))
                 for day in sorted({*changed, *revised}))


def _days_of(m: Milestone) -> Iterator[date]:
    yield from (change.day for change in m.changes if change.day)
    if m.named:
        yield m.named


def status_on(m: Milestone, day: date) -> Status | None:
    """Return the status that a milestone had at the end of a day by its changes. None: nobody had named it,
    nor had it begun.
    """
    at = bisect_right(m.changes, day, key=lambda change: change.day or date.min)
    status = m.changes[at - 1].status if at else Status.PLANNED
    return status if status.has_begun or (m.named and m.named <= day) else None


def _revised(roadmap: Roadmap) -> Mapping[date, Sequence[tuple[Goal, Revision]]]:
    """Return the goals that got sharper, by the days."""
    revised: defaultdict[date, list[tuple[Goal, Revision]]] = defaultdict(list)
    for goal in roadmap.goals:
        for revision in goal.revisions:
            if revision.day:
                revised[revision.day].append((goal, revision))
    return revised


def _differences(roadmap: Roadmap, states: Iterable[tuple[date, Mapping[str, Status]]]) -> Iterator[PastStep]:
    """Yield what changed from each day to the next."""
    revised = _revised(roadmap)
    before: Mapping[str, Status] = {}
    for day, after in states:
        changed: dict[str, Status | None] = {
            id: after.get(id) for id in {**before, **after} if before.get(id) is not after.get(id)}
        if changed or day in revised:
            yield PastStep(day, changed, tuple(revised.get(day, ())))
        before = after
