"""What comes of itself: days on which a roadmap says something else though nobody has written a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..reading.entry import Entry
from ..vocabulary.fields import Role
from .insights import planned_start
from .model import Goal, Milestone, Roadmap


class Ahead(NamedTuple):
    """Something that happens on its day."""

    day: date
    """The first day on which pages say so."""
    title: str
    """Of the post, the goal or the milestone."""
    what: str
    """`the day of the post`, `the target is over (2026)` and the like: for a line of a terminal."""
    path: str
    """The page that says it, or the first one that names what it is about."""


def ahead(roadmap: Roadmap, entries: Iterable[Entry]) -> list[Ahead]:
    """Return what comes after the day of a roadmap, the first day first; nothing is an empty list.

    `entries` are all that pages say, those of later days among them, of which the roadmap has nothing yet.
    What they change in turn when their day has come is not looked into.
    """
    things: tuple[Goal | Milestone, ...] = (*roadmap.goals, *roadmap.milestones)
    found = [*_pages(entries), *(one for thing in things for one in _of(roadmap, thing))]
    return sorted(one for one in found if one.day > roadmap.as_of)


def _pages(entries: Iterable[Entry]) -> Iterator[Ahead]:
    for entry in entries:
        if entry.moment:
            of = "the post" if entry.role is Role.POST else "its page"
            yield Ahead(entry.moment.date(), entry.title, f"the day of {of}", entry.path)


def _of(roadmap: Roadmap, thing: Goal | Milestone) -> Iterator[Ahead]:
    """Yield the days of one goal or milestone. A target is missed on the day after it."""
    if isinstance(thing, Milestone) and (start := planned_start(roadmap, thing)):
        yield Ahead(start.first, thing.title, f"to be begun ({start})", thing.place.path)
    if thing.target and not thing.status.is_closed and thing.target.last < date.max:
        over = thing.target.last + timedelta(days=1)
        yield Ahead(over, thing.title, f"the target is over ({thing.target})", thing.place.path)
    if thing.revisit and thing.status.is_put_aside:
        yield Ahead(thing.revisit.first, thing.title, f"to be looked at again ({thing.revisit})",
                    thing.place.path)
