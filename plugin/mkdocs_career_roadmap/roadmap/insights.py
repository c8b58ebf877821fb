"""What a roadmap means: pure questions to it, each with a stated rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Status
from .graph import find_cycles, in_order
from .model import Change, Goal, Milestone, Revision, Roadmap
from .parts import counted, wholes

_OPEN = (Status.PLANNED, Status.ACTIVE, Status.PAUSED)


class Progress(NamedTuple):
    """How many of the milestones that count are done."""

    done: int
    total: int



def progress(milestones: Iterable[Milestone]) -> Progress:
    """Return done / (all - dropped - idea), over the leaves at any depth.

    Dropped ones do not count: giving a plan up is not failing it.
    Ideas do not count: an idea is no promise.
    """
    some = counted(milestones)
    return Progress(sum(m.status.is_reached for m in some), len(some))


def share(milestones: Iterable[Milestone]) -> float | None:
    """Return how much of those that count is done, from 0 to 1: of what is open, as much as its amount says.

    None: nothing that is open has one, so the numbers of `progress` tell it all.
    """
    some = counted(milestones)
    if not any(m.amount and m.amount.of and not m.status.is_closed for m in some):
        return None
    done = (1.0 if m.status.is_reached else m.amount.share if m.amount else 0.0 for m in some)
    return sum(done) / len(some)


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
    return tuple(m for m in needed if not m.status.is_reached)


def is_blocked(roadmap: Roadmap, milestone: Milestone) -> bool:
    """True for a planned or active milestone with a dependency that is not done."""
    return milestone.status in (Status.PLANNED, Status.ACTIVE) and bool(
        waits_for(roadmap, milestone)
    )


def next_up(roadmap: Roadmap, milestones: Iterable[Milestone] | None = None) -> list[Milestone]:
    """Return the planned milestones with nothing open before them, in order.

    Of a whole that is broken down the parts are next, until none of them is open.
    """
    among = roadmap.milestones if milestones is None else milestones
    return [m for m in among if m.status is Status.PLANNED
            and not is_blocked(roadmap, m) and not open_parts(roadmap, m)]


def open_parts(roadmap: Roadmap, milestone: Milestone) -> tuple[Milestone, ...]:
    """Return its parts that are still to be done. An idea was never promised."""
    parts = (roadmap.milestone[id] for id in milestone.parts)
    return tuple(p for p in parts if not p.status.is_closed and p.status is not Status.IDEA)


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
    with_active_part: set[str] = set()
    for m in active:
        for whole in wholes(roadmap, m):
            if whole.id in with_active_part:
                break
            with_active_part.add(whole.id)
    return [m for m in active if m.id not in with_active_part]


def critical_paths(roadmap: Roadmap) -> dict[str, tuple[Milestone, ...]]:
    """Return the critical path of every goal, by its id: the longest chain of open milestones that ends
    in one of the goal's, first things first. It may come through other goals. Empty: nothing is open.

    What is open before a milestone is what it waits for, and its own parts. Of chains of one length it
    is the one whose last milestone comes first in the goal's order. Ideas are not on it: they were never
    promised. One walk serves all goals.
    """
    edges = _open_edges(roadmap)
    length: dict[str, int] = {}
    before: dict[str, str | None] = {}
    for id in in_order(edges):
        best = max(edges[id], key=lambda n: length[n], default=None)
        before[id] = best
        length[id] = 1 + (length[best] if best else 0)
    paths = {}
    for goal in roadmap.goals:
        ends = [id for id in goal.milestones if id in edges]
        at: str | None = max(ends, key=length.__getitem__, default=None)
        chain: list[Milestone] = []
        while at:
            chain.append(roadmap.milestone[at])
            at = before[at]
        paths[goal.id] = tuple(reversed(chain))
    return paths


def _open_edges(roadmap: Roadmap) -> dict[str, list[str]]:
    """Return from each open milestone to the open ones before it. There is no cycle: where a
    part waits for its whole, the whole does not wait for the part.
    """
    still = {m.id: m for m in roadmap.milestones
             if not m.status.is_closed and m.status is not Status.IDEA}
    needs = {id: {n.id for n in waits_for(roadmap, m) if n.id in still} for id, m in still.items()}
    edges = {id: needs[id] | {part.id for part in open_parts(roadmap, m)} for id, m in still.items()}
    while cycles := find_cycles(edges):
        for cycle in cycles:
            for at, next_at in zip(cycle, [*cycle[1:], cycle[0]], strict=True):
                edges[at] -= {next_at} - needs[at]
    order = roadmap.position.__getitem__
    return {id: sorted(before, key=order) for id, before in edges.items()}


class Happened(NamedTuple):
    """Something that changed on a day."""

    day: date
    what: Change | Revision
    of: Milestone | Goal


def what_changed(roadmap: Roadmap, since: date) -> tuple[Happened, ...]:
    """Return the changes of status and the revisions of goals on the day `since` and after it,
    oldest first. What happened on no known day is not among them.
    """
    happened: list[tuple[Milestone | Goal, Change | Revision]] = [
        *((m, change) for m in roadmap.milestones for change in m.changes),
        *((g, change) for g in roadmap.goals for change in g.changes),
        *((g, revision) for g in roadmap.goals for revision in g.revisions),
    ]
    events = [
        Happened(what.day, what, of) for of, what in happened if what.day and since <= what.day
    ]
    # Two posts of one day are told as they were written; what a page says goes before them.
    position = {post.path: at for at, post in enumerate(roadmap.posts, 1)}
    return tuple(sorted(events, key=lambda h: (h.day, position.get(h.what.path, 0), h.what.path, h.of.id)))


def in_line(roadmap: Roadmap, goal: Goal) -> tuple[Milestone, ...]:
    """Return what is planned for a goal: what is free to begin first, then what has to wait."""
    planned = (m for m in roadmap.milestones_of(goal) if m.status is Status.PLANNED)
    return tuple(sorted(planned, key=lambda m: is_blocked(roadmap, m)))


def next_in_line(line: Iterable[Milestone], current: Collection[str]) -> Milestone | None:
    """Return the first of `line` that is not one of the milestones `current`; None if all are."""
    return next((m for m in line if m.id not in current), None)


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


def look_again(roadmap: Roadmap) -> dict[str, Revision]:
    """Return the open milestones of which nobody wrote since their goal was restated, by id,
    each with that revision: they were chosen for the goal as it was.

    A post about a part is one about its whole. A milestone that was named first in a later
    post, or that a later page gave a status, was chosen for the goal as it is. Ideas are left
    out: whoever takes one up weighs it anyway.
    """
    touched = _touched(roadmap)
    position = _positions(roadmap)
    latest = {}
    last = ((goal.revisions[-1], goal) for goal in roadmap.goals if goal.revisions)
    for revision, goal in sorted(last, key=lambda pair: position[pair[0].path]):
        for m in roadmap.milestones_of(goal):
            is_before = touched[m.id] < position[revision.path]
            if m.status in _OPEN and is_before and not _was_restated(m, revision):
                latest[m.id] = revision
    return latest


def _was_restated(m: Milestone, revision: Revision) -> bool:
    day = m.changes[-1].day if m.changes else None
    return bool(day and revision.day and day > revision.day)


def _positions(roadmap: Roadmap) -> Mapping[str, int]:
    return {post.path: at for at, post in enumerate(roadmap.posts)}


def _touched(roadmap: Roadmap) -> Mapping[str, int]:
    """Return the place among all posts of the latest one about each milestone or its parts, or
    of the one that named it first; -1: none did.
    """
    position = _positions(roadmap)
    touched: dict[str, int] = {}
    for id in in_order({m.id: m.parts for m in roadmap.milestones}):
        m = roadmap.milestone[id]
        own = (position[path] for path in m.posts[-1:])
        parts = (touched[part] for part in m.parts)
        touched[id] = max(position.get(m.place.path, -1), *own, *parts, -1)
    return touched
