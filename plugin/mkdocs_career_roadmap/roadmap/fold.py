"""Drafts to a roadmap: what follows from the posts, and is never typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ..reading.entry import Entry, Outcome
from ..vocabulary.fields import Role, Status
from ..vocabulary.problems import Problem
from ..vocabulary.settings import Settings
from .checks import contradictions
from .gather import Draft, Gathered, gather
from .graph import in_order, ranks
from .history import amount_of, changes_of, day_of, finished_of, latest, reproduced, started_of
from .model import Change, Goal, Milestone, Origin, Post, PostOutcome, Revision, Roadmap
from .odd_names import odd_names

_DEFAULTS = Settings()


def fold(
    entries: Iterable[Entry], *, as_of: date, settings: Settings = _DEFAULTS
) -> tuple[Roadmap, list[Problem]]:
    """Return what the entries add up to at the end of the day `as_of`.

    Entries after that day have not happened yet, so an earlier `as_of` gives
    the roadmap as it stood then. The order of the entries does not matter.
    No entries give an empty roadmap.
    """
    gathered = gather(entries, as_of)
    roadmap = _roadmap(gathered, as_of, settings)
    problems = [*gathered.problems, *odd_names(gathered, settings), *contradictions(gathered, roadmap)]
    return roadmap, problems


def roadmap_of(entries: Iterable[Entry], *, as_of: date, settings: Settings = _DEFAULTS) -> Roadmap:
    """Return the same roadmap without a look for what is wrong, which takes longer than all the rest."""
    return _roadmap(gather(entries, as_of), as_of, settings)


def _roadmap(gathered: Gathered, as_of: date, settings: Settings) -> Roadmap:
    milestones = _milestones(gathered, as_of, settings)
    posts = _posts(gathered)
    goals = _goals(gathered, milestones, posts, as_of, settings)
    by_goal: dict[str | None, list[Milestone]] = defaultdict(list)
    for milestone in milestones:
        by_goal[milestone.goal].append(milestone)
    ordered = tuple(m for goal in (*(g.id for g in goals), None) for m in by_goal[goal])
    return Roadmap(as_of, goals, ordered, posts)


def _gathered(entries: Iterable[Entry | Outcome], name: str) -> tuple[Any, ...]:
    """Return the items that entries say in a list, each once, in order."""
    return tuple(dict.fromkeys(item for entry in entries for item in getattr(entry, name)))


# --- milestones ---


def _milestones(gathered: Gathered, as_of: date, settings: Settings) -> list[Milestone]:
    """Return all milestones, those of each goal in the order they are worked on."""
    needed_by: defaultdict[str, list[str]] = defaultdict(list)
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for draft in gathered.milestones.values():
        for needed in draft.needs:
            needed_by[needed].append(draft.id)
        if draft.part_of:
            parts[gathered.id_of(Role.MILESTONE, draft.part_of)].append(draft.id)
    of: dict[str, Milestone] = {}
    for id in in_order({id: parts[id] for id in gathered.milestones}):
        own = [of[part] for part in parts[id]]
        of[id] = _milestone(gathered, gathered.milestones[id], needed_by[id], own, as_of, settings)
    made = [of[id] for id in gathered.milestones]
    depth = ranks((m.id for m in made), {m.id: m.depends_on for m in made})
    due = _due(made, depth, as_of)
    made.sort(key=lambda m: _order(m, due[m.id], depth[m.id]))
    place = {m.id: at for at, m in enumerate(made)}
    return [_sorted_links(m, place) for m in made]


def _due(
    milestones: Iterable[Milestone], depth: Mapping[str, int], as_of: date
) -> dict[str, date]:
    """Return the days that open ones are planned for: their own, or an earlier one of
    what waits for them. No such day is the last there is.
    """
    due: dict[str, date] = {}
    for m in sorted(milestones, key=lambda m: depth[m.id], reverse=True):
        planned = m.target.last if m.target else date.max
        if m.started and not m.status.has_begun and m.started.first > as_of:
            planned = m.started.first
        due[m.id] = min(planned, due.get(m.id, date.max))
        for needed in m.depends_on if not m.status.is_closed else ():
            due[needed] = min(due[m.id], due.get(needed, date.max))
    return due


def _order(milestone: Milestone, due: date, depth: int) -> tuple[Any, ...]:
    """Begun ones by the days they were begun and ended; then the others, as they wait
    for one another, by the day they are planned for.
    """
    start = milestone.started.first if milestone.started else date.min
    end = milestone.finished.last if milestone.finished else date.max
    if milestone.status.has_begun:
        return (0, start, end, depth, milestone.title, milestone.id)
    return (1, milestone.status is Status.IDEA, due, depth, milestone.title, milestone.id)


def _sorted_links(milestone: Milestone, place: dict[str, int]) -> Milestone:
    def ordered(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=place.__getitem__))

    return replace(milestone, depends_on=ordered(milestone.depends_on),
                   needed_by=ordered(milestone.needed_by), parts=ordered(milestone.parts))


def _milestone(
    gathered: Gathered, draft: Draft, needed_by: Iterable[str], parts: Sequence[Milestone],
    as_of: date, settings: Settings,
) -> Milestone:
    """Return the milestone as its pages tell it. Work on a part is work on the whole."""
    entries = draft.entries
    posts = [entry for entry in entries if entry.role is Role.POST]
    signs = [Change(day_of(post), Status.ACTIVE, post.path) for post in posts]
    signs += [replace(change, status=Status.ACTIVE) for part in parts for change in part.changes
              if change.status.has_begun and change.status is not Status.DROPPED]
    changes = changes_of(entries, signs, as_of)
    finished = finished_of(entries, changes, as_of)
    return Milestone(
        id=draft.id,
        title=draft.title,
        page=draft.definition.path if draft.definition
        else f"{settings.folder}/milestones/{draft.id}.md",
        is_defined=draft.definition is not None,
        description=draft.definition.description if draft.definition else None,
        goals=tuple(gathered.id_of(Role.GOAL, name) for name in draft.goals),
        status=changes[-1].status if changes else Status.PLANNED,
        changes=changes,
        started=started_of(entries, changes, finished),
        finished=finished,
        depends_on=tuple(draft.needs),
        needed_by=tuple(needed_by),
        part_of=gathered.id_of(Role.MILESTONE, draft.part_of) if draft.part_of else None,
        parts=tuple(part.id for part in parts),
        posts=tuple(post.path for post in posts),
        origins=_origins(gathered, draft),
        is_private=draft.is_only_on(gathered.private),
        lessons=_gathered(entries, "lessons"),
        evidence=_gathered(entries, "evidence"),
        people=_gathered(entries, "people"),
        replications=reproduced(entries),
        amount=amount_of(entries),
        named=draft.named,
        aliases=tuple(draft.aliases),
        ids_before=draft.ids_before,
        place=draft.place,
        **{name: latest(entries, name) for name in (
            "target", "scope", "kind", "reason", "revisit", "estimate", "actual")},
    )


def _origins(gathered: Gathered, draft: Draft) -> tuple[Origin, ...]:
    """Return where it was before. A name that nothing has any more, or nothing that the public may see, is
    left out: nobody can tell which of the two.
    """
    made = []
    for came in draft.definition.history if draft.definition else ():
        goal = gathered.id_of(Role.GOAL, came.moved_from) if came.moved_from else None
        other = gathered.id_of(Role.MILESTONE, came.split_from) if came.split_from else None
        made.append(Origin(
            came.day, goal if goal in gathered.goals else None,
            other if other in gathered.milestones and other != draft.id else None,
            came.split_from is not None))
    return tuple(made)


# --- posts and goals ---


def _posts(gathered: Gathered) -> tuple[Post, ...]:
    made = []
    for entry in gathered.posts:
        ids = tuple(dict.fromkeys(gathered.id_of(Role.MILESTONE, name) for name in entry.milestone))
        named = [*entry.goals] or next((some for id in ids if (some := gathered.milestones[id].goals)), [])
        made.append(Post(
            entry.path, entry.title, day_of(entry),
            tuple(dict.fromkeys(gathered.id_of(Role.GOAL, name) for name in named)),
            ids, entry.status, entry.description, entry.lessons, entry.decisions, entry.is_private,
            tuple(PostOutcome(gathered.id_of(Role.MILESTONE, one.milestone), one.status, one.lessons)
                  for one in entry.outcomes), entry.people, entry.has_authors,
            entry.authors, entry.minutes, _gathered((entry, *entry.outcomes), "evidence"),
            entry.excerpt))
    return tuple(made)


def _goals(
    gathered: Gathered, milestones: Sequence[Milestone], posts: Sequence[Post],
    as_of: date, settings: Settings,
) -> tuple[Goal, ...]:
    """Return the goals in the order work on them began; those not begun last."""
    own: defaultdict[str, list[Milestone]] = defaultdict(list)
    for milestone in milestones:
        for goal in milestone.goals:
            own[goal].append(milestone)
    goals_of = {m.id: m.goals for m in milestones}
    serving: defaultdict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for goal in dict.fromkeys((*post.goals, *(goal for id in post.milestones for goal in goals_of[id]))):
            serving[goal].append(post)
    sharpens = {e.path: e.sharpens for e in gathered.posts if e.sharpens}
    made = []
    for draft in gathered.goals.values():
        served = serving[draft.id]
        revised = [(p, sharpens[p.path]) for p in served
                   if p.goal == draft.id and p.path in sharpens]
        goal_made = replace(_goal(draft, own[draft.id], served, as_of, settings),
                            is_private=draft.is_only_on(gathered.private))
        made.append((_began(own[draft.id], served), _sharpened(goal_made, revised)))
    return tuple(goal for _, goal in sorted(made, key=lambda m: (m[0], m[1].title, m[1].id)))


def _began(milestones: Iterable[Milestone], posts: Iterable[Post]) -> date:
    days = [m.started.first for m in milestones if m.started and m.status.has_begun]
    days += [post.day for post in posts if post.day]
    return min(days, default=date.max)


def _goal(
    draft: Draft, milestones: Sequence[Milestone], posts: Sequence[Post],
    as_of: date, settings: Settings,
) -> Goal:
    """Return the goal as it was first stated. Work on it makes it active; it is done only
    when somebody says so.
    """
    signs = [Change(post.day, Status.ACTIVE, post.path) for post in posts]
    signs += [replace(change, status=Status.ACTIVE) for m in milestones for change in m.changes
              if change.status.has_begun]
    changes = changes_of(draft.entries, signs, as_of)
    definition = draft.definition
    return Goal(
        id=draft.id,
        title=draft.title,
        page=definition.path if definition else f"{settings.folder}/goals/{draft.id}.md",
        is_defined=definition is not None,
        status=changes[-1].status if changes else Status.PLANNED,
        changes=changes,
        statement=definition.description if definition else None,
        revisions=(),
        target=definition.target if definition else None,
        reason=latest(draft.entries, "reason"),
        revisit=latest(draft.entries, "revisit"),
        milestones=tuple(m.id for m in milestones),
        posts=tuple(post.path for post in posts),
        aliases=tuple(draft.aliases),
        ids_before=draft.ids_before,
        place=draft.place,
    )


def _sharpened(goal: Goal, revised: Iterable[tuple[Post, str]]) -> Goal:
    """Return the goal as its posts revised it; saying the same again is no revision."""
    statement = goal.statement or goal.title
    revisions = []
    for post, after in revised:
        if after != statement:
            revisions.append(Revision(post.day, statement, after, post.path, post.milestones))
            statement = after
    if not revisions:
        return goal
    return replace(goal, statement=statement, revisions=tuple(revisions))
