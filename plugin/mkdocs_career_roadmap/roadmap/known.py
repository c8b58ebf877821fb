"""What single pages and hints ask of the whole roadmap, worked out once for all of them: asked anew for each,
it would take the time of the square of the milestones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Status
from .graph import in_order
from .insights import Progress, critical_paths, in_line, look_again
from .model import Milestone, Revision, Roadmap
from .parts import PROMISED_NOT


@dataclass(frozen=True)
class Insights:
    """The answers about one roadmap, each worked out when it is first asked for."""

    roadmap: Roadmap

    @cached_property
    def sharpening(self) -> frozenset[str]:
        """The milestones that taught a revision."""
        goals = self.roadmap.goals
        return frozenset(id for goal in goals for r in goal.revisions for id in r.milestones)

    @cached_property
    def parts(self) -> Mapping[str, Progress]:
        """How far the parts of each whole are, at any depth, by its id; as `progress` counts them."""
        return parts_progress(self.roadmap)

    @cached_property
    def last_posts(self) -> Mapping[str, date]:
        """The day of the latest post about each milestone or its parts, by id; without a day, none."""
        return last_posts(self.roadmap)

    @cached_property
    def look_again(self) -> Mapping[str, Revision]:
        """What nobody wrote about since its goal was restated, by id."""
        return look_again(self.roadmap)

    @cached_property
    def split_off(self) -> Mapping[str, tuple[tuple[PartialDate, Milestone], ...]]:
        """What was made of posts about each milestone, and when, by its id; the first comes first."""
        found: dict[str, list[tuple[PartialDate, Milestone]]] = {}
        for m in self.roadmap.milestones:
            for origin in m.origins:
                if origin.milestone:
                    found.setdefault(origin.milestone, []).append((origin.day, m))
        return {id: tuple(sorted(those, key=lambda one: (one[0].first, one[1].id)))
                for id, those in found.items()}

    @cached_property
    def critical_paths(self) -> Mapping[str, tuple[Milestone, ...]]:
        """By the goal's id."""
        return critical_paths(self.roadmap)

    @cached_property
    def lines(self) -> Mapping[str, tuple[Milestone, ...]]:
        """What is planned, by the goal's id."""
        return {goal.id: in_line(self.roadmap, goal) for goal in self.roadmap.goals}

    def last_touched(self, milestone: Milestone) -> date | None:
        """Return the day of the latest post about it, else the day it was begun; None: nobody said."""
        started = milestone.started
        return self.last_posts.get(milestone.id) or (started.first if started else None)

    def is_stale(self, milestone: Milestone, after: int) -> bool:
        """True when it is active and nobody wrote of it for more than `after` days."""
        touched = self.last_touched(milestone) if milestone.status is Status.ACTIVE else None
        return touched is not None and (self.roadmap.as_of - touched).days > after

    def longest_ago(self, milestones: Iterable[Milestone]) -> Milestone:
        """Return the one that nobody wrote about for longest, or ever; of several, the first.

        Raises ValueError if there are no milestones.
        """
        return min(milestones, key=lambda m: self.last_touched(m) or date.min)


def _parts_first(roadmap: Roadmap) -> list[Milestone]:
    """Return all milestones, each after its parts."""
    return [roadmap.milestone[id] for id in in_order({m.id: m.parts for m in roadmap.milestones})]


def last_posts(roadmap: Roadmap) -> dict[str, date]:
    """Return the day of the latest post about each milestone or its parts, by id; without a day, none."""
    day_of: dict[str, date] = {}
    for m in _parts_first(roadmap):
        own = (roadmap.post[path].day for path in m.posts)
        days = [day for day in (*own, *map(day_of.get, m.parts)) if day]
        if days:
            day_of[m.id] = max(days)
    return day_of


_NONE = Progress(0, 0)


def parts_progress(roadmap: Roadmap) -> dict[str, Progress]:
    """Return how far the parts of each whole are, at any depth, by its id. It is what `progress` returns for
    all that is below the whole, for which each milestone would be looked at once for every whole above it.
    """
    below: dict[str, Progress] = {}
    with_it: dict[str, Progress] = {}
    """Of a milestone and all below it."""
    given_up: dict[str, Progress] = {}
    """The same where a whole above it was given up, and only what is done or under way counts."""
    for m in _parts_first(roadmap):
        below[m.id] = _sum(with_it[part] for part in m.parts)
        rest = _sum(given_up[part] for part in m.parts)
        if m.status in PROMISED_NOT:
            with_it[m.id] = given_up[m.id] = rest
            continue
        is_leaf = all(roadmap.milestone[part].status in PROMISED_NOT for part in m.parts)
        own = Progress(int(m.status.is_reached), 1) if is_leaf else _NONE
        has_begun = m.status.is_reached or m.status is Status.ACTIVE
        with_it[m.id] = _sum([own, below[m.id]])
        given_up[m.id] = _sum([own if has_begun else _NONE, rest])
    return {m.id: below[m.id] for m in roadmap.milestones if m.parts}


def _sum(some: Iterable[Progress]) -> Progress:
    listed = list(some)
    return Progress(sum(one.done for one in listed), sum(one.total for one in listed))
