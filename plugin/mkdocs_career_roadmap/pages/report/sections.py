"""The sections that several reports have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...roadmap import insights
from ...roadmap.model import Goal, Milestone, Revision
from ...vocabulary.fields import Status
from ..more.lessons import taught_by
from .shapes import ReportItem, ReportSection, ToldOf
from .writer import Writer

AHEAD = 5
"""So many milestones of a goal that are still to be begun a report tells of, the next ones."""


def leads(writer: Writer, *, as_they_are: bool = False) -> ReportSection:
    """Return the goals: with how far each has come and what it was before, if it got sharper in these days,
    or only `as_they_are`.
    """
    tell = _goal_in_short if as_they_are else _goal
    return writer.flat("where_it_leads", (tell(writer, goal) for goal in writer.goals
                                          if not goal.status.is_closed and goal.status is not Status.IDEA))


def _goal_in_short(writer: Writer, goal: Goal) -> ReportItem:
    return writer.item(goal, (), [ToldOf("", goal.statement or "")])


def _goal(writer: Writer, goal: Goal) -> ReportItem:
    w = writer.view.words
    progress = insights.progress(writer.roadmap.milestones_of(goal))
    done = w("done_of_milestones", done=progress.done, total=progress.total) if progress.total else ""
    said = [ToldOf("", goal.statement or "")]
    if revisions := new_revisions(writer, goal):
        said.append(ToldOf(w("stated_before"), revisions[0].before))
    by = w("by", end=w.day(goal.target)) if goal.target else ""
    return writer.item(goal, (by, done), said)


def new_revisions(writer: Writer, goal: Goal) -> list[Revision]:
    """Return how a goal got sharper in these days, oldest first."""
    return [r for r in goal.revisions if writer.has(r.day)]


def done(writer: Writer, name: str, **values: object) -> ReportSection:
    """Return what was reached in these days, goal by goal, the latest first."""
    def tell(_: Goal | None, milestones: tuple[Milestone, ...]) -> Iterable[ReportItem]:
        found = [(day.last, m) for m in milestones if m.status.is_reached and (day := writer.ended(m))]
        found.sort(key=lambda one: (one[0], one[1].id), reverse=True)
        return (writer.done(m) for _, m in found)

    return writer.section(name, writer.by_goal(tell), **values)


def under_way(writer: Writer) -> ReportSection:
    """Return what is active, goal by goal. A whole with an active part is told of by that part as well."""
    def tell(_: Goal | None, milestones: tuple[Milestone, ...]) -> Iterable[ReportItem]:
        return (writer.going_on(m) for m in milestones if m.status is Status.ACTIVE)

    return writer.section("under_way", writer.by_goal(tell))


def changed(writer: Writer, *, after_leads: bool = False) -> ReportSection:
    """Return what came otherwise than planned, goal by goal: what got sharper, what was put aside, what is
    late; and why, as the posts have it. What the section of where it leads tells of goals is not told again.
    """
    def tell(goal: Goal | None, milestones: tuple[Milestone, ...]) -> Iterator[ReportItem]:
        if goal:
            yield from (_sharpened(writer, goal, r, after_leads=after_leads)
                        for r in new_revisions(writer, goal))
        things: tuple[Goal | Milestone, ...] = (*([goal] if goal else []), *milestones)
        for thing in things:
            is_aside = thing.status.is_put_aside and writer.ended(thing)
            late = _late(writer, thing)
            if is_aside or late:
                yield _otherwise(writer, thing, late)

    return writer.section("changed_plan", writer.by_goal(tell))


def _sharpened(writer: Writer, goal: Goal, revision: Revision, *, after_leads: bool) -> ReportItem:
    w, view = writer.view.words, writer.view
    after = tuple(view.ref(writer.roadmap.milestone[id]) for id in revision.milestones)
    stated = [] if after_leads and revision.after == goal.statement else [
        ToldOf("", revision.after), ToldOf(w("stated_before"), revision.before)]
    told = writer.told_in([writer.roadmap.post[revision.path]])
    said = [*stated, *told, ToldOf(w("revised_after"), "", after)]
    when = w.listed((w("sharpened_on"), w.day(revision.day) if revision.day else ""))
    return writer.item(goal, (when,), said)._replace(title=w("goal"))


def _otherwise(writer: Writer, thing: Goal | Milestone, late: str) -> ReportItem:
    """Return something that was put aside or is late, and why: the reason that is given, or else what posts
    say, unless another section has that already, as it has of what is active or was reached.
    """
    w, day = writer.view.words, writer.ended(thing)
    is_over = thing.status.is_closed or thing.status.is_put_aside
    status = w.listed((w(thing.status), w.day(day) if day and is_over else ""))
    again = w("revisit", day=w.day(thing.revisit)) if thing.revisit and thing.status.is_put_aside else ""
    posts = [p for p in map(writer.roadmap.post.__getitem__, thing.posts) if writer.has(p.day)]
    reason = writer.reason(thing)
    is_told = isinstance(thing, Goal) or thing.status is Status.ACTIVE or thing.status.is_reached
    said = [reason] if reason.text or is_told else writer.told_in(posts)
    return writer.item(thing, (status, late, again), said)


def _late(writer: Writer, thing: Goal | Milestone) -> str:
    """Return how far something is behind its target, or that the target moved, in words; else empty.

    The target is the one of before these days, if there was one. What was dropped is not late.
    """
    w = writer.view.words
    then = (writer.then.milestone if isinstance(thing, Milestone) else writer.then.goal).get(thing.id)
    first = then.target if then and then.target else thing.target
    if first is None or thing.status is Status.DROPPED:
        return ""
    if thing.status.is_reached:
        end = writer.ended(thing)
        return w("done_late", before=w.day(first), after=w.day(end)) if end and first.last < end.first else ""
    if thing.target and thing.target != first:
        return w("moved_target", before=w.day(first), after=w.day(thing.target))
    is_late = first.last < writer.roadmap.as_of and thing.status in (Status.PLANNED, Status.ACTIVE)
    return w("still_open", before=w.day(first)) if is_late else ""


def learned(writer: Writer, name: str = "did_not_work") -> ReportSection:
    """Return the lessons of these days, the latest first, each with what taught it."""
    items = []
    for post in reversed(writer.roadmap.posts):
        if not (writer.has(post.day) and writer.is_about(post)):
            continue
        for taught in taught_by(post):
            about = tuple(writer.view.ref(writer.roadmap.milestone[id]) for id in taught.about)
            label = writer.view.words("milestones" if len(about) > 1 else "milestone")
            items.append(ReportItem(
                writer.view.title(post), writer.view.link(post.path),
                (writer.view.words.day(post.day),) if post.day else (),
                (*(ToldOf("", text) for text in taught.lessons),
                 *([ToldOf(label, "", about)] if about else ()))))
    return writer.flat(name, [*items, *_on_pages(writer)])


def _on_pages(writer: Writer) -> Iterator[ReportItem]:
    """Yield what the pages of milestones say that ended in these days, and no post does."""
    by_posts = {lesson for post in writer.roadmap.posts for t in taught_by(post) for lesson in t.lessons}
    for _, milestones in writer.lanes():
        for m in milestones:
            if (own := [text for text in m.lessons if text not in by_posts]) and writer.ended(m):
                yield writer.item(m, (writer.view.words(m.status),), [ToldOf("", text) for text in own])


def next_steps(writer: Writer) -> ReportSection:
    """Return what is to be begun next, goal by goal, as far as AHEAD; where nothing is planned, what is under
    way: everywhere else its own section has told of that.
    """
    def planned(goal: Goal | None, milestones: tuple[Milestone, ...]) -> Iterable[ReportItem]:
        line = [m for m in (insights.in_line(writer.roadmap, goal) if goal else milestones)
                if m.status is Status.PLANNED and m in milestones]
        return map(writer.ahead, line[:AHEAD])

    def active(_: Goal | None, milestones: tuple[Milestone, ...]) -> Iterable[ReportItem]:
        return (writer.ahead(m) for m in milestones if m.status is Status.ACTIVE)

    return writer.section("what_next", writer.by_goal(planned) or writer.by_goal(active))
