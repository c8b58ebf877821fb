"""Days and statuses that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator

from .fields import Status
from .gather import Draft, Gathered
from .model import Entry, Milestone, Roadmap
from .problems import Place, Problem, problem


def contradictions(found: Gathered, roadmap: Roadmap) -> list[Problem]:
    """Return what pages say of milestones that does not fit together."""
    told: list[Problem] = []
    for draft in found.milestones.values():
        milestone = roadmap.milestone[draft.id]
        told += _days(draft, milestone, roadmap)
        told += _order(draft, milestone, roadmap)
    for post in found.posts:
        if post.sharpens and not roadmap.post[post.path].goal:
            told.append(problem(
                "no-effect", post.place("sharpens"),
                "sharpens says nothing here, because neither the post nor its milestone names a goal; "
                "add a line `goal: ...`"))
    return told


def _said(draft: Draft, name: str) -> Place:
    """Return where the latest entry that says something in a field says it."""
    entry: Entry = next(e for e in reversed(draft.entries) if getattr(e, name) is not None)
    return entry.place(name)


def _days(draft: Draft, milestone: Milestone, roadmap: Roadmap) -> Iterator[Problem]:
    finished = next((e.finished for e in reversed(draft.entries) if e.finished), None)
    if finished is None:
        return
    if finished.first > roadmap.as_of:
        yield problem(
            "contradiction", _said(draft, "finished"),
            f"{milestone.title!r} finished on {finished}, which is still to come; "
            f"write `target: {finished}` for what is only planned")
    elif not milestone.status.is_closed:
        yield problem(
            "contradiction", _said(draft, "finished"),
            f"{milestone.title!r} finished on {finished}, but its status is {milestone.status}; "
            "write `status: done` or take `finished` out")
    elif milestone.started and milestone.started.first > finished.last:
        yield problem(
            "contradiction", _said(draft, "finished"),
            f"{milestone.title!r} finished on {finished}, before it was started on {milestone.started}")


def _order(draft: Draft, milestone: Milestone, roadmap: Roadmap) -> Iterator[Problem]:
    """Warn of a milestone done before what it needs: one of the two is not true."""
    if milestone.status is not Status.DONE:
        return
    for id in milestone.depends_on:
        needed = roadmap.milestone[id]
        where = draft.needs[id]
        if not needed.status.is_closed:
            yield problem(
                "order", where,
                f"{milestone.title!r} is done, but {needed.title!r}, which it depends on, "
                f"is {needed.status}", needed.place)
        elif (needed.status is Status.DONE and milestone.finished and needed.finished
              and needed.finished.first > milestone.finished.last):
            yield problem(
                "order", where,
                f"{milestone.title!r} was done on {milestone.finished}, before {needed.title!r}, "
                f"which it depends on ({needed.finished})", needed.place)
