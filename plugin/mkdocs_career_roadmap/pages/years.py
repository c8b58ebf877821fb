"""One year in review: what was begun, finished and given up, and the map as it stood at its end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple, cast

from ..roadmap.model import Milestone, Post, Revision, Roadmap
from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Status
from .map.drawing import Map, draw_map
from .more.evidence import Proof, proof
from .more.lessons import Lesson, lesson, taught_by
from .shapes import Card, GoalCard, Ref, Stop, Tab
from .shared import Sharpening, sharpening
from .viewer import Viewer

STARTED = "started"
_WORDS: Mapping[Status, str] = {
    Status.DONE: "finished", Status.PARTIAL: "partial", Status.PAUSED: "paused", Status.DROPPED: "dropped"}
EVENTS = ("finished", "partial", STARTED, "paused", "dropped")
"""What may happen to a milestone, in the order in which it is told."""


@dataclass(slots=True)
class Year:
    """What happened in one year, as it is known on the day of the roadmap."""

    events: dict[str, list[tuple[PartialDate, Milestone]]] = field(
        default_factory=lambda: {name: [] for name in EVENTS})
    """By its name in EVENTS, in the order of the days; one milestone may be finished twice."""
    revisions: list[Revision] = field(default_factory=list)
    """Goals that got sharper, oldest first."""
    posts: list[Post] = field(default_factory=list)
    """Oldest first."""


def years(roadmap: Roadmap) -> dict[int, Year]:
    """Return the years in which something happened, the latest first. What has no day is in none."""
    by_year: defaultdict[int, Year] = defaultdict(Year)
    for post in roadmap.posts:
        if post.day:
            by_year[post.day.year].posts.append(post)
    for m in roadmap.milestones:
        for name, day in happened(m):
            if day.first <= roadmap.as_of:
                by_year[day.year].events[name].append((day, m))
    for revision in (r for goal in roadmap.goals for r in goal.revisions):
        if revision.day:
            by_year[revision.day.year].revisions.append(revision)
    for year in by_year.values():
        year.revisions.sort(key=lambda r: (r.day or date.min, r.path))
        for events in year.events.values():
            events.sort(key=lambda event: (event[0].last, event[1].title, event[1].id))
    return {year: by_year[year] for year in sorted(by_year, reverse=True)}


def happened(m: Milestone) -> Iterator[tuple[str, PartialDate]]:
    """Yield what happened to a milestone, each with its day.

    A day that its author gave for the start or the end goes before that of the post.
    """
    if m.started and m.status.has_begun:
        yield STARTED, m.started
    for change in m.changes[:-1]:
        if change.day and change.status in _WORDS:
            yield _WORDS[change.status], PartialDate.of(change.day)
    if m.status in _WORDS and m.changes:
        last = m.changes[-1].day
        day = m.finished or (PartialDate.of(last) if last else None)
        if day:
            yield _WORDS[m.status], day


def over_on(m: Milestone) -> date | None:
    """Return the day by which the page of a year lists that a milestone is over. None: it is not, or nobody
    knows when.
    """
    day = [day for _, day in happened(m)][-1:] if m.status.is_closed else []
    return day[0].first if day else None


def as_known(roadmap: Roadmap) -> Roadmap:
    """Return a roadmap of the past without what nobody knows to have been on it then: what had
    not begun, and what no page with a date had named by then.

    A page without a date counts from the start, so its plans would stand on the map of years
    in which nobody had thought of them.
    """
    kept = {m.id for m in roadmap.milestones if m.named or m.status.has_begun}
    milestones = tuple(_without(m, kept) for m in roadmap.milestones if m.id in kept)
    goals = [replace(g, milestones=tuple(id for id in g.milestones if id in kept)) for g in roadmap.goals]
    goals_kept = tuple(g for g in goals if g.milestones or g.posts)
    return Roadmap(roadmap.as_of, goals_kept, milestones, roadmap.posts)


def _without(m: Milestone, kept: set[str]) -> Milestone:
    def of(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(id for id in ids if id in kept)

    return replace(m, depends_on=of(m.depends_on), needed_by=of(m.needed_by), parts=of(m.parts),
                   part_of=m.part_of if m.part_of in kept else None)


class YearPage(NamedTuple):
    year: int
    tabs: tuple[Tab, ...]
    """The years."""
    summary: str
    """What happened, counted, in one sentence."""
    told: tuple[str, ...]
    """More sentences: which goal most of what was finished served, and what was the largest; may be none."""
    events: tuple[tuple[str, tuple[Ref, ...]], ...]
    """The word's key and the milestones; only what happened."""
    proofs: tuple[Proof, ...]
    """What proves the milestones that were reached in it, in the order of their days."""
    revisions: tuple[Sharpening, ...]
    map: Map | None
    """None: there was nothing to draw."""
    other_goals: Ref | None
    """How many goals are not drawn, with the list of all. None: there are none."""
    map_day: str
    goals: tuple[GoalCard, ...]
    loose: tuple[Card, ...]
    loose_rail: tuple[Stop, ...]
    loose_rest: Ref | None
    lessons: tuple[Lesson, ...]
    """Newest first."""
    posts: tuple[Ref, ...]
    """Newest first."""
    before: Ref | None
    after: Ref | None


class Then(NamedTuple):
    """What was on the map at the end of a year."""

    map: Map | None
    other_goals: Ref | None
    goals: tuple[GoalCard, ...]
    loose: tuple[Card, ...]
    loose_rail: tuple[Stop, ...]
    loose_rest: Ref | None


def then_of(whole: Viewer, year: int, moved: frozenset[str]) -> Then:
    """Return what was on a map. Milestones to which something happened, `moved`, are marked."""
    then = whole.fitting
    goals = tuple(then.goal_card(goal) for goal in then.goals)
    loose = tuple(then.card(m) for m in then.loose)
    drawn = draw_map(then, goals, loose, marked=moved,
                     mark=then.words("moved_in", year=year)) if then.milestones else None
    return Then(drawn, then.other_goals(whole), goals, loose, *then.loose_stops(loose))


class KeptThen:
    """What was on the map at the ends of years, as it was last made: few of them change when a page does."""

    def __init__(self, kept: dict[Any, Any]) -> None:
        """`kept` lasts as long as something is to be kept; at first it is empty."""
        self._kept = kept

    def known(self, year: int, roadmap: Roadmap) -> Roadmap:
        """Do what `as_known` does, and return the same object for the same."""
        known = self._kept.get(("known", year))
        if known is None or not _is_one_map(known[0], roadmap):
            known = self._kept["known", year] = roadmap, as_known(roadmap)
        elif known[0] is not roadmap:
            known = self._kept["known", year] = roadmap, replace(known[1], posts=roadmap.posts)
        return cast("Roadmap", known[1])

    def of(self, whole: Viewer, year: int, moved: frozenset[str]) -> Then:
        """Do what `then_of` does. All that is read is the roadmap, an object of a build before perhaps, what
        is compared here, and where pages lie, which is asked for again.
        """
        made_of = whole.settings, whole.words, whole.is_preview, moved
        known = self._kept.get(("then", year))
        if known is None or not _is_one_map(known[0], whole.roadmap) or known[1] != made_of or any(
                whole.link(path) != address for path, address in known[2].items()):
            asked: dict[str, str | None] = {}

            def link(path: str) -> str | None:
                asked[path] = whole.link(path)
                return asked[path]

            then = then_of(replace(whole, link=link), year, moved)
            known = self._kept["then", year] = whole.roadmap, made_of, asked, then
        return cast("Then", known[3])


def _is_one_map(roadmap: Roadmap, other: Roadmap) -> bool:
    """True if two roadmaps have the same goals and milestones, as objects: of their posts, nothing is on a
    map but their days, from which these follow.
    """
    return (roadmap.goals is other.goals and roadmap.milestones is other.milestones
            and roadmap.as_of == other.as_of)


def year_page(
    view: Viewer, then: Viewer, year: int, all_years: Mapping[int, Year],
    draw: Callable[[Viewer, int, frozenset[str]], Then] = then_of,
) -> YearPage:
    """Return the review of a year; `then` views the roadmap as it stood at its end, and `draw` does what
    `then_of` does.
    """
    of_year, w = all_years[year], view.words
    drawn = draw(then, year, frozenset(_moved(of_year)))
    others = sorted(all_years)
    at = others.index(year)
    return YearPage(
        year=year, summary=review(view, year, of_year), told=tuple(_told(view, of_year)),
        tabs=tuple(Tab(str(y), view.link(page_of(view, y)), y == year) for y in all_years),
        events=tuple((name, tuple(_event(view, name, *event) for event in events))
                     for name, events in of_year.events.items() if events),
        proofs=_proofs(view, of_year),
        revisions=tuple(sharpening(view, r) for r in reversed(of_year.revisions)),
        map_day=w.day(then.roadmap.as_of), **drawn._asdict(),
        lessons=tuple(lesson(view, taught) for p in reversed(of_year.posts) for taught in taught_by(p)),
        posts=tuple(view.post_ref(post) for post in reversed(of_year.posts)),
        before=_ref(view, others[at - 1]) if at else None,
        after=_ref(view, others[at + 1]) if at + 1 < len(others) else None,
    )


def page_of(view: Viewer, year: int) -> str:
    """Return the source path of a year's page."""
    return f"{view.settings.folder}/{year:04}.md"


def review(view: Viewer, year: int, of_year: Year) -> str:
    """Return the year in one sentence."""
    w = view.words
    keys = {"finished": "n_done", "partial": "n_partial", STARTED: "n_started", "paused": "n_paused",
            "dropped": "n_dropped"}
    counts = [*((keys[name], len(events)) for name, events in of_year.events.items()),
              ("n_sharpened", len(of_year.revisions)), ("n_posts", len(of_year.posts))]
    return w("year_summary", year=year, counts=w.listed(w(key, n=n) for key, n in counts if n))


def _told(view: Viewer, of_year: Year) -> Iterator[str]:
    """Yield what the counts of a year say besides: where most of what was finished led, if that is one goal
    and two milestones at least; and what was the largest of them, if it is one.
    """
    w, done = view.words, _reached(of_year)
    served = Counter(m.goal for m in done).most_common(2)
    if served and served[0][0] and 2 * served[0][1] > len(done) > 1:
        goal = view.roadmap.goal[served[0][0]]
        yield w("year_goal", goal=view.title(goal), n=served[0][1], all=len(done))
    scopes = Counter(m.scope for m in done if m.scope)
    largest = [m for m in done if scopes and m.scope == max(scopes)]
    if len(largest) == 1 < len(done) and (scope := view.scope(largest[0])):
        size = w("scope_of_named", n=scope.rung, all=scope.rungs, name=scope.name)
        yield w("year_largest", name=view.title(largest[0]), scope=size)


def _moved(of_year: Year) -> Iterator[str]:
    """Yield the ids of the milestones to which something happened, or of which somebody wrote, in a year."""
    yield from (m.id for events in of_year.events.values() for _, m in events)
    yield from (id for post in of_year.posts for id in post.milestones)


def _reached(of_year: Year) -> list[Milestone]:
    """Return what was reached in a year, each once, in the order of the days."""
    reached = (m for name in ("finished", "partial") for _, m in of_year.events[name])
    return [m for m in dict.fromkeys(reached) if m.status.is_reached]


def _proofs(view: Viewer, of_year: Year) -> tuple[Proof, ...]:
    return tuple(proof(view, m) for m in _reached(of_year) if m.evidence)


def _event(view: Viewer, name: str, day: PartialDate, m: Milestone) -> Ref:
    status = {"finished": Status.DONE, STARTED: Status.ACTIVE}.get(name) or Status(name)
    return Ref(view.title(m), view.link(m.page), status, view.short(day))


def _ref(view: Viewer, year: int) -> Ref:
    return Ref(str(year), view.link(page_of(view, year)))
