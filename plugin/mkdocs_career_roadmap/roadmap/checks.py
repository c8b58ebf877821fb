"""Days and statuses that cannot all be true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from ..vocabulary.amounts import Amount, number
from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Role, Status
from ..vocabulary.problems import Place, Problem, problem
from .gather import Draft, Gathered
from .history import day_of, latest, reopened
from .model import Goal, Milestone, Roadmap

_NAMED = 5
"""How many milestones are named in one message."""


def contradictions(gathered: Gathered, roadmap: Roadmap) -> list[Problem]:
    """Return what pages say of milestones that does not fit together."""
    problems: list[Problem] = []
    for draft in gathered.milestones.values():
        milestone = roadmap.milestone[draft.id]
        problems += _days(draft, milestone, roadmap)
        problems += _order(draft, milestone, roadmap)
        problems += _parts(draft, milestone, roadmap)
        problems += _idle(draft, milestone)
        problems += _amounts(draft)
        problems += _same_day(draft)
    for draft in gathered.goals.values():
        problems += _idle(draft, roadmap.goal[draft.id])
        problems += _same_day(draft)
        problems += _left_active(draft, roadmap.goal[draft.id], roadmap)
    for post in gathered.posts:
        if post.sharpens and not roadmap.post[post.path].goal:
            problems.append(problem(
                "no-effect", post.place("sharpens"),
                "sharpens says nothing here, because neither the post nor its milestone names a goal; "
                "add a line `goal: ...`"))
    return problems


def _days(draft: Draft, milestone: Milestone, roadmap: Roadmap) -> Iterator[Problem]:
    started, finished = latest(draft.entries, "started"), latest(draft.entries, "finished")
    title = milestone.title
    if finished and finished.first > roadmap.as_of:
        yield problem(
            "contradiction", draft.said("finished"),
            f"{title!r} finished on {finished}, which is still to come; "
            f"write `target: {finished}` for what is only planned")
    elif finished and not milestone.status.is_closed and not _ended_before(milestone, finished):
        yield problem(
            "contradiction", draft.said("finished"),
            f"{title!r} finished on {finished}, but its status is {milestone.status}; "
            "write `status: done` or take `finished` out")
    elif (milestone.started and milestone.finished
          and milestone.started.first > milestone.finished.last):
        yield problem(
            "contradiction", draft.said("finished" if milestone.finished == finished else "started"),
            f"{title!r} finished on {milestone.finished}, before it was started on {milestone.started}")
    elif started and started.first > roadmap.as_of and _is_said_begun(draft):
        yield problem(
            "contradiction", draft.said("started"),
            f"{title!r} started on {started}, which is still to come; "
            "write `status: planned` until then")


def _idle(draft: Draft, thing: Goal | Milestone) -> Iterator[Problem]:
    """Tell of a `reason` or a `revisit` of what had no use for it then or later: pages show them of nothing
    else.
    """
    yield from _idle_field(draft, thing, "reason", lambda status: status.has_reason,
                           "paused, dropped or reached in part")
    yield from _idle_field(draft, thing, "revisit", lambda status: status.is_put_aside, "paused or dropped")


def _idle_field(
    draft: Draft, thing: Goal | Milestone, name: str, takes: Callable[[Status], bool], which: str
) -> Iterator[Problem]:
    if takes(thing.status):
        return
    taken = max((at for at, change in enumerate(thing.changes) if takes(change.status)), default=None)
    back = None if taken is None else thing.changes[taken + 1]
    until = date.min if back is None else back.day or date.min
    for entry in draft.entries:
        day = day_of(entry) or date.min
        if back and (day < until or (day == until and entry.path != back.path)):
            continue
        if getattr(entry, name) is not None:
            yield problem(
                "no-effect", entry.place(name),
                f"{name} says nothing of {thing.title!r}, which is {thing.status}; it is for what is {which}")


def _same_day(draft: Draft) -> Iterator[Problem]:
    """Tell of two posts of one moment that give different statuses, where no later one of that day settles
    it: the name of a file says which came last, and nobody thinks of that when naming one.
    """
    saying = [entry for entry in draft.entries if entry.role is Role.POST and entry.moment and entry.status]
    last_of_day = {day_of(entry): entry for entry in saying}
    for before, last in pairwise(saying):
        moment = last.moment
        if (moment is None or before.moment != moment or before.status is last.status
                or last_of_day[day_of(last)] is not last):
            continue
        later = max(moment + timedelta(hours=1), moment.replace(hour=12))
        later = later if later.date() == moment.date() else moment.replace(hour=23, minute=59, second=59)
        yield problem(
            "same-day", last.place("date"),
            f"{draft.title!r} is {before.status} and {last.status} on one day, and only the names of the "
            f"files say that {last.status} came last; if it did, write the time in this one, "
            f"`date: {later:%Y-%m-%d %H:%M}`, else in the other", before.place("status"))


def _left_active(draft: Draft, goal: Goal, roadmap: Roadmap) -> Iterator[Problem]:
    """Ask what became of the active milestones of a goal that is over."""
    active = [m for m in roadmap.milestones_of(goal) if m.goal == goal.id and m.status is Status.ACTIVE]
    if not goal.status.is_closed or not active:
        return
    names = ", ".join(repr(m.title) for m in active[:_NAMED])
    more = f" and {len(active) - _NAMED} more" if len(active) > _NAMED else ""
    yield problem(
        "left-active", draft.said("status"),
        f"the goal {goal.title!r} is {goal.status}, and of its milestones still active: {names}{more}; write "
        "what became of each, `status: done`, `dropped` or `paused`", *(m.place for m in active[:_NAMED]))


def _amounts(draft: Draft) -> Iterator[Problem]:
    """Tell of an amount that is more than the whole, that fell, or of a whole that nobody told."""
    known = Amount()
    seen: list[Place] = []
    for entry in draft.entries:
        if entry.amount is None:
            continue
        before, known, place = known, known.updated(entry.amount), entry.place("amount")
        also, seen = seen, [place]
        if known.done is not None and known.of is not None and known.done > known.of:
            yield problem(
                "odd-amount", place,
                f"{draft.title!r} comes to {known}, which is more than the whole; write how much it is in "
                "all by now, or what is done of that", *also)
        elif None not in (before.done, known.done) and known.unit == before.unit and (
                (known.done or 0) < (before.done or 0)):
            yield problem(
                "odd-amount", place,
                f"{draft.title!r} falls from {before} to {known} here; the latest counts, so mend it if that "
                "is a slip", *also)
    if seen and known.of is None:
        yield problem(
            "no-effect", seen[0],
            f"amount says nothing of {draft.title!r}, since nobody says how much it is in all; write "
            f"`{number(known.done or 0)} of ...`")


def _ended_before(milestone: Milestone, finished: PartialDate) -> bool:
    """True when it may have been opened again after that day: then nothing is wrong."""
    again = reopened(milestone.changes)
    return again is not None and finished.first <= again


def _is_said_begun(draft: Draft) -> bool:
    status = latest(draft.entries, "status")
    return status is not None and status.has_begun


def _order(draft: Draft, milestone: Milestone, roadmap: Roadmap) -> Iterator[Problem]:
    """Warn of a milestone done before what it needs: one of the two is not true."""
    if not milestone.status.is_reached:
        return
    for id in milestone.depends_on:
        needed = roadmap.milestone[id]
        where = draft.needs[id]
        if not needed.status.is_closed:
            yield problem(
                "order", where,
                f"{milestone.title!r} is {milestone.status}, but {needed.title!r}, which it depends on, "
                f"is {needed.status}", needed.place)
        elif (needed.status.is_reached and milestone.finished and needed.finished
              and needed.finished.first > milestone.finished.last):
            yield problem(
                "order", where,
                f"{milestone.title!r} was {milestone.status} on {milestone.finished}, before "
                f"{needed.title!r}, which it depends on ({needed.finished})", needed.place)


def _parts(draft: Draft, milestone: Milestone, roadmap: Roadmap) -> Iterator[Problem]:
    """Warn of an open part of what is done: one of the two is not true. An idea is no promise."""
    whole = roadmap.milestone.get(milestone.part_of or "")
    if (whole and draft.part_of and whole.status is Status.DONE
            and milestone.status in (Status.PLANNED, Status.ACTIVE, Status.PAUSED)):
        yield problem(
            "order", draft.part_of.place,
            f"{whole.title!r} is done, but {milestone.title!r}, which is a part of it, "
            f"is {milestone.status}", whole.place)
