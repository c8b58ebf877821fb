"""Two sections that ask how the work goes: what it is stuck on, and how it grew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...roadmap import insights
from ...roadmap.model import Goal, Milestone
from ...vocabulary.fields import Status
from .shapes import ReportItem, ReportSection, ToldOf
from .writer import Writer


def stuck(writer: Writer) -> ReportSection:
    """Return what does not go on, goal by goal: what waits, is late, was put aside, or is not written of."""
    def tell(_: Goal | None, milestones: tuple[Milestone, ...]) -> Iterable[ReportItem]:
        return filter(None, (_stuck(writer, m) for m in milestones))

    return writer.section("stuck", writer.by_goal(tell))


def _stuck(writer: Writer, m: Milestone) -> ReportItem | None:
    """Return what a milestone is stuck on; None: it is not, or was not begun and is not late."""
    view, w, roadmap = writer.view, writer.view.words, writer.roadmap
    waits = insights.waits_for(roadmap, m) if m.status is Status.ACTIVE else ()
    is_late = insights.is_overdue(roadmap, m) and m.status in (Status.ACTIVE, Status.PLANNED)
    late = w("still_open", before=w.day(m.target)) if is_late and m.target else ""
    is_stale = view.insights.is_stale(m, view.settings.stale_after)
    touched = view.insights.last_touched(m)
    quiet = w("last_post", day=w.day(touched)) if is_stale and touched else ""
    if not (waits or late or quiet or m.status is Status.PAUSED):
        return None
    again = w("revisit", day=w.day(m.revisit)) if m.revisit and m.status is Status.PAUSED else ""
    return writer.item(m, (w(m.status), late, quiet, again), [writer.waits(m), writer.reason(m)])


def help_with(writer: Writer) -> ReportSection:
    """Return the people with whom the work of these days was done, each with that work."""
    work: dict[str, list[str]] = {}
    for _, milestones in writer.lanes():
        for m in milestones:
            if writer.posts(m) or writer.ended(m):
                for name in m.people:
                    work.setdefault(name, []).append(writer.view.title(m))
    view = writer.view
    return writer.flat("worked_with", (
        ReportItem(person.title, person.href, tuple(titles))
        for titles, person in zip(work.values(), view.people(work), strict=True)))


def growth(writer: Writer) -> ReportSection:
    """Return the goals towards which something larger was reached in these days than ever before."""
    return writer.flat("work_grew", _grown(writer))


def _grown(writer: Writer) -> Iterator[ReportItem]:
    view, w = writer.view, writer.view.words
    rungs = len(view.settings.scopes)
    for goal, milestones in writer.lanes():
        reached = [m for m in milestones if m.status.is_reached and m.scope and m.scope <= rungs]
        new = [m for m in reached if writer.ended(m)]
        largest = max(new, key=lambda m: m.scope or 0, default=None)
        before = max((m.scope or 0 for m in reached if m not in new), default=0)
        if goal and largest and largest.scope and largest.scope > before:
            was = (w("largest_before", name=view.rung(before)),) if before else ()
            yield writer.item(goal, (*was, w("largest_now", name=view.rung(largest.scope))),
                              [ToldOf(w("milestone"), "", (view.ref(largest),))])
