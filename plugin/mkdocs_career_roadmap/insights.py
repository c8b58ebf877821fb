"""What a roadmap means: pure questions to it, each with a stated rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .dates import PartialDate
from .fields import Status
from .graph import in_order
from .model import Change, Goal, Milestone, Revision, Roadmap


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the milestones that count are done."""

    done: int
    total: int

    @property
    def share(self) -> float:
        """A fraction in [0, 1]. Nothing to do yet is 0.0, so that a new goal
        starts at the left of its bar.
        """
        return self.done / self.total if self.total else 0.0


def leaves(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return the milestones that no other is a part of: counting a whole and its
    parts would count the same work twice.
    """
    return [m for m in milestones if not m.parts]


def progress(milestones: Iterable[Milestone]) -> Progress:
    """Return done / (all - dropped - idea), over the leaves.

    Dropped ones do not count: giving a plan up is not failing it.
    Ideas do not count: an idea is no promise.
    """
    counted = [m for m in leaves(milestones) if m.status not in (Status.DROPPED, Status.IDEA)]
    return Progress(sum(m.status is Status.DONE for m in counted), len(counted))


def planned_start(roadmap: Roadmap, milestone: Milestone) -> PartialDate | None:
    """Return the day a milestone that was not begun is meant to begin: a `started` still to
    come. One in the past is only the day of its first post.
    """
    started = milestone.started
    if milestone.status.has_begun or started is None or started.first <= roadmap.as_of:
        return None
    return started


def waits_for(roadmap: Roadmap, milestone: Milestone) -> tuple[Milestone, ...]:
    """Return what it depends on that is not done yet; empty: nothing is in its way."""
    needed = (roadmap.milestone[id] for id in milestone.depends_on)
    return tuple(m for m in needed if m.status is not Status.DONE)


def is_blocked(roadmap: Roadmap, milestone: Milestone) -> bool:
    """True for a planned or active milestone with a dependency that is not done."""
    return milestone.status in (Status.PLANNED, Status.ACTIVE) and bool(
        waits_for(roadmap, milestone)
    )


def next_up(roadmap: Roadmap, milestones: Iterable[Milestone] | None = None) -> list[Milestone]:
    """Return the planned milestones with nothing open before them, in order."""
    among = roadmap.milestones if milestones is None else milestones
    return [m for m in among if m.status is Status.PLANNED and not is_blocked(roadmap, m)]


def last_touched(roadmap: Roadmap, milestone: Milestone) -> date | None:
    """Return the day of its latest post, else the day it was begun; None: nobody said."""
    days = [day for path in milestone.posts if (day := roadmap.post[path].day)]
    if days:
        return days[-1]
    return milestone.started.first if milestone.started else None


def is_stale(roadmap: Roadmap, milestone: Milestone, after: int) -> bool:
    """True when it is active and nobody wrote of it for more than `after` days."""
    touched = last_touched(roadmap, milestone)
    return (
        milestone.status is Status.ACTIVE
        and touched is not None
        and roadmap.as_of - touched > timedelta(days=after)
    )


def is_overdue(roadmap: Roadmap, milestone: Milestone) -> bool:
    """True when its target passed while it is open. What was dropped is not late."""
    target = milestone.target
    return target is not None and not milestone.status.is_closed and target.last < roadmap.as_of


def in_focus(roadmap: Roadmap) -> list[Milestone]:
    """Return the active milestones that take focus.

    An exploration is meant to be small and beside the work; a whole with an
    active part is the same work as that part.
    """
    active = [
        m for m in roadmap.milestones if m.status is Status.ACTIVE and m.kind != "exploration"
    ]
    with_active_part = {m.part_of for m in active}
    return [m for m in active if m.id not in with_active_part]


def critical_path(roadmap: Roadmap, goal: Goal) -> tuple[Milestone, ...]:
    """Return the longest chain of open milestones that ends in one of the goal's, first
    things first; it may come through other goals. Empty: nothing is open.

    Of chains of one length, the one whose last milestone comes first in the
    goal's order. Ideas are not on it: they were never promised.
    """
    return critical_paths(roadmap)[goal.id]


def critical_paths(roadmap: Roadmap) -> dict[str, tuple[Milestone, ...]]:
    """Return the critical path of every goal, by its id; one walk serves them all."""
    open_ids = {
        m.id: [n.id for n in waits_for(roadmap, m)]
        for m in roadmap.milestones
        if not m.status.is_closed and m.status is not Status.IDEA
    }
    edges = {id: [n for n in needs if n in open_ids] for id, needs in open_ids.items()}
    length: dict[str, int] = {}
    before: dict[str, str | None] = {}
    for id in in_order(edges):
        best = max(edges[id], key=lambda n: length[n], default=None)
        before[id] = best
        length[id] = 1 + (length[best] if best else 0)
    found = {}
    for goal in roadmap.goals:
        ends = [id for id in goal.milestones if id in edges]
        at: str | None = max(ends, key=length.__getitem__, default=None)
        chain: list[Milestone] = []
        while at:
            chain.append(roadmap.milestone[at])
            at = before[at]
        found[goal.id] = tuple(reversed(chain))
    return found


class Note(StrEnum):
    """What a scope ladder may be worth a thought for; never an error."""

    PLATEAU = "plateau"
    """The third in a row of one size, or more."""
    FALL = "fall"
    """Smaller than the one before."""
    JUMP = "jump"
    """Two rungs larger than the one before, or more."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A finished milestone on the ladder of scope."""

    milestone: Milestone
    scope: int
    note: Note | None = None


def scope_ladder(milestones: Iterable[Milestone]) -> tuple[Rung, ...]:
    """Return the scope of the finished milestones over time, earliest first.

    Explorations are left out: they are meant to be small.
    """
    done = [
        (m.finished.last, m.scope, m)
        for m in milestones
        if m.status is Status.DONE and m.finished and m.scope and m.kind != "exploration"
    ]
    rungs: list[Rung] = []
    for _, scope, milestone in sorted(done, key=lambda step: (step[0], step[2].id)):
        rungs.append(Rung(milestone, scope, _note([r.scope for r in rungs], scope)))
    return tuple(rungs)


def _note(before: Sequence[int], scope: int) -> Note | None:
    if not before:
        return None
    if scope < before[-1]:
        return Note.FALL
    if scope - before[-1] >= 2:
        return Note.JUMP
    if len(before) >= 2 and before[-1] == before[-2] == scope:
        return Note.PLATEAU
    return None


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that changed on a day."""

    day: date
    what: Change | Revision
    of: Milestone | Goal


def what_changed(roadmap: Roadmap, since: date) -> tuple[Happened, ...]:
    """Return the changes of status and the revisions of goals after the day `since`, oldest
    first. What happened on no known day is not among them.
    """
    happened: list[tuple[Milestone | Goal, Change | Revision]] = [
        *((m, change) for m in roadmap.milestones for change in m.changes),
        *((g, change) for g in roadmap.goals for change in g.changes),
        *((g, revision) for g in roadmap.goals for revision in g.revisions),
    ]
    found = [
        Happened(what.day, what, of) for of, what in happened if what.day and since < what.day
    ]
    return tuple(sorted(found, key=lambda h: (h.day, h.what.path, h.of.id)))


def in_line(roadmap: Roadmap, goal: Goal) -> tuple[Milestone, ...]:
    """Return what is planned for a goal: what is free to begin first, then what has to wait."""
    planned = (m for m in roadmap.milestones_of(goal) if m.status is Status.PLANNED)
    return tuple(sorted(planned, key=lambda m: is_blocked(roadmap, m)))


def next_in_line(line: Iterable[Milestone], current: Collection[str]) -> Milestone | None:
    """Return the first of `line` that is not one of the milestones `current`; None if all are."""
    return next((m for m in line if m.id not in current), None)


def next_in_goal(roadmap: Roadmap, goal: Goal, current: Collection[str]) -> Milestone | None:
    """Return what comes next towards a goal, other than the milestones `current`: the first
    that is free to begin, else the first that is planned; None if nothing is.
    """
    return next_in_line(in_line(roadmap, goal), current)


def neighbours(roadmap: Roadmap, milestone: Milestone) -> tuple[Milestone | None, Milestone | None]:
    """Return the milestones before and after it in its goal, in the goal's order."""
    at = roadmap.position[milestone.id]
    around = (at - 1, at + 1)
    before, after = (
        roadmap.milestones[i] if 0 <= i < len(roadmap.milestones) else None for i in around
    )
    return (
        before if before and before.goal == milestone.goal else None,
        after if after and after.goal == milestone.goal else None,
    )
