"""What each page shows, as plain data: nothing is left for a template to decide.

Here are the overview and the board; `charts.py` draws the map and the timeline,
and `pages.py` has the pages of one goal, one milestone and one post.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..roadmap import insights
from ..roadmap.model import Goal, Milestone, Post, Roadmap
from ..roadmap.parts import counted, nested
from ..roadmap.whole import Whole
from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Status
from ..vocabulary.labels import Words
from ..vocabulary.settings import Settings
from .shapes import EVERYTHING, Board, Card, Column, Fold, GoalCard, Overview, Ref, Scope, Shown, Stop, Tab

Link = Callable[[str], str | None]
"""From a source path to the address a reader follows; None: the site has no such page."""

LATEST = 4
"""Cards or posts shown before the rest is folded."""
DEEPEST = 3
"""How far parts move in below their wholes; those deeper down stand below the last of these."""


@dataclass(frozen=True)
class Viewer:
    """Makes the views of one roadmap, with the words and links of one site."""

    roadmap: Roadmap
    settings: Settings
    words: Words
    link: Link
    shown: Shown = EVERYTHING
    known: Whole | None = None
    """What was worked out for other pages of the same roadmap."""

    @cached_property
    def whole(self) -> Whole:
        return self.known or Whole(self.roadmap)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals to show."""
        goals = self.roadmap.goals
        return tuple(g for g in goals if self.shown.goal in (None, g.id))

    def own(self, goal: Goal) -> tuple[Milestone, ...]:
        """Return the milestones of a goal to show."""
        return self._among(self.roadmap.milestones_of(goal))

    @cached_property
    def loose(self) -> tuple[Milestone, ...]:
        """The milestones without a goal to show."""
        return self._among(self.roadmap.loose_milestones) if self.shown.goal is None else ()

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """All milestones to show."""
        return (*(m for goal in self.goals for m in self.own(goal)), *self.loose)

    def _among(self, milestones: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
        wanted = self.shown.statuses
        return tuple(m for m in milestones if m.status in wanted) if wanted else milestones

    # --- pieces ---

    def ref(self, milestone: Milestone, note: str = "") -> Ref:
        return Ref(self.title(milestone), self.link(milestone.page), milestone.status, note)

    def title(self, of: Goal | Milestone | Post) -> str:
        """Return its title; a preview, which has what is private, says so there."""
        return self.words.marked(of.title, of.is_private)

    def goal_ref(self, id: str | None) -> Ref | None:
        goal = self.roadmap.goal.get(id or "")
        return Ref(self.title(goal), self.link(goal.page), goal.status) if goal else None

    def post_ref(self, post: Post) -> Ref:
        return Ref(self.title(post), self.link(post.path), "", self.words.day(post.day) if post.day else "")

    def scope(self, milestone: Milestone) -> Scope | None:
        scopes = self.settings.scopes
        if not milestone.scope or milestone.scope > len(scopes):
            return None
        return Scope(milestone.scope, len(scopes), self.rung(milestone.scope))

    def rung(self, scope: int) -> str:
        """Return the name of a rung, counted from 1."""
        name = self.settings.scopes[scope - 1]
        key = f"rung_{name}"  # of the default rungs; those of a site are in its own words
        return self.words(key) if key in self.words.table else name

    def short(self, day: PartialDate | None) -> str:
        """Return a day to the month, or to the year if it is no more exact; empty for none."""
        if day is None:
            return ""
        return self.words.month(day) if day.month else self.words.day(day)

    def when(self, m: Milestone) -> str:
        """Return a milestone's days in words, to the month; empty if it has none."""
        w = self.words
        start, stop = self.short(m.started), self.short(m.finished or m.target)
        if m.status is Status.DONE:
            stop = stop if m.finished else ""
            both = start and stop and start != stop
            return w("from_to", start=start, end=stop) if both else stop or start
        if m.status is Status.DROPPED:
            ended = w("dropped_on", end=stop) if m.finished else ""
            words = ["" if ended and start == stop else start, ended]
        elif m.status in (Status.ACTIVE, Status.PAUSED):
            words = [w("since", start=start) if start else "", self._paused(m),
                     w("due", end=stop) if m.target and m.status is Status.ACTIVE else ""]
        elif insights.planned_start(self.roadmap, m):
            words = [w("from_to", start=start, end=stop) if stop else w("from", start=start)]
        else:
            words = [w("due", end=stop) if stop else ""]
        return self.words.listed(words)

    def _paused(self, m: Milestone) -> str:
        if m.status is not Status.PAUSED:
            return ""
        day = m.changes[-1].day
        words = [self.words("paused_on", day=self.words.month(day)) if day else "",
                 self.words("revisit", day=self.words.day(m.revisit)) if m.revisit else ""]
        return self.words.listed(words)

    def card(self, m: Milestone) -> Card:
        roadmap = self.roadmap
        foreign = (roadmap.milestone[id] for id in m.depends_on)
        open_before = insights.waits_for(roadmap, m) if not m.status.is_closed else ()
        return Card(
            id=m.id, title=self.title(m), href=self.link(m.page), status=m.status, when=self.when(m),
            goal=self.goal_ref(m.goal), scope=self.scope(m), posts=len(m.posts),
            needs=tuple(self.ref(n, self._goal_title(n)) for n in foreign if n.goal != m.goal),
            waits_for=tuple(self.ref(n) for n in open_before),
            parts=tuple(self.ref(roadmap.milestone[id]) for id in m.parts),
            parts_done=self.parts_done(m),
            part_of=self.ref(roadmap.milestone[m.part_of]) if m.part_of else None,
            last_post=self._last_post(m), look_again=m.id in self.whole.look_again,
            sharpened=m.id in self.whole.sharpening, reason=m.reason,
            is_exploration=m.kind == "exploration",
        )

    def parts_done(self, m: Milestone) -> str:
        """Return how far its parts are, at any depth, in words; empty if none counts."""
        parts = self.whole.parts.get(m.id)
        return self.words("parts_done", done=parts.done, n=parts.total) if parts and parts.total else ""

    def _last_post(self, m: Milestone) -> str:
        """Return when an active milestone was last written about: how old the news is, and no more."""
        day = insights.last_post(self.roadmap, m) if m.status is Status.ACTIVE else None
        return self.words("last_post", day=self.words.day(day)) if day else ""

    def stops(self, cards: Sequence[Card]) -> tuple[Stop, ...]:
        """Return cards as the stops of a rail, each part below its whole."""
        by_id = {card.id: card for card in cards}
        milestones = [self.roadmap.milestone[card.id] for card in cards]
        return tuple(Stop(by_id[m.id], min(depth, DEEPEST)) for m, depth in nested(milestones))

    def _goal_title(self, m: Milestone) -> str:
        goal = self.roadmap.goal.get(m.goal or "")
        return self.title(goal) if goal else ""

    def goal_card(self, goal: Goal) -> GoalCard:
        milestones = self.roadmap.milestones_of(goal)
        progress = insights.progress(milestones)
        statuses = [m.status for m in counted(milestones)]
        cards = self._cards(self.own(goal))
        order: list[str] = [Status.DONE, Status.ACTIVE, Status.PAUSED, Status.PLANNED]
        return GoalCard(
            id=goal.id, title=self.title(goal), href=self.link(goal.page), status=goal.status,
            statement=goal.statement, done=progress.done, total=progress.total,
            segments=tuple(sorted(statuses, key=order.index)),
            by=self.words("by", end=self.words.day(goal.target)) if goal.target else "",
            sharpened=len(goal.revisions),
            milestones=cards, rail=self.stops(cards),
        )

    def as_of(self) -> str:
        return self.words("as_of", day=self.words.day(self.roadmap.as_of))

    def tabs(self, current: str) -> tuple[Tab, ...]:
        if self.shown.is_embedded:
            return ()
        folder = self.settings.folder
        pages = {"map": "index", "board": "board", "timeline": "timeline"}
        return tuple(Tab(self.words(key), self.link(f"{folder}/{page}.md"), key == current)
                     for key, page in pages.items())

    # --- the three views ---

    def overview(self) -> Overview:
        """Return the map's page: what is under way, what is next, and every goal."""
        roadmap, loose = self.roadmap, self._cards(self.loose)
        return Overview(
            tabs=self.tabs("map"), summary=self.summary(), as_of=self.as_of(),
            now=self._cards(self._active()[:LATEST]),
            next=self._cards(self._planned()[:LATEST]),
            last_finished=self._cards(self._closed(Status.DONE)[: LATEST - 1]),
            goals=tuple(self.goal_card(goal) for goal in self.goals),
            loose=loose, loose_rail=self.stops(loose),
            latest_posts=tuple(self.post_ref(p) for p in roadmap.posts[: -LATEST - 2 : -1]),
        )

    def summary(self) -> str:
        """Return the roadmap in one sentence."""
        w, roadmap = self.words, self.roadmap
        counts = [(f"n_{status}", sum(m.status is status for m in roadmap.milestones))
                  for status in (Status.DONE, Status.ACTIVE, Status.PLANNED, Status.PAUSED, Status.DROPPED)]
        said = w.listed(w(key, n=n) for key, n in counts if n)
        return w("summary" if said else "summary_empty",
                 goals=w("n_goals", n=len(roadmap.goals)),
                 milestones=w("n_milestones", n=len(roadmap.milestones)), counts=said)

    def _cards(self, milestones: Iterable[Milestone]) -> tuple[Card, ...]:
        return tuple(self.card(m) for m in milestones)

    def _with(self, status: Status) -> list[Milestone]:
        return [m for m in self.milestones if m.status is status]

    def _active(self) -> list[Milestone]:
        """The active ones, what is due first before the others, explorations last."""
        return sorted(self._with(Status.ACTIVE), key=lambda m: (
            m.kind == "exploration", m.target.last if m.target else date.max, m.title))

    def _planned(self) -> list[Milestone]:
        """The planned ones, those free to begin first, then by the day they are meant for."""
        def key(m: Milestone) -> tuple[bool, date, str]:
            day = insights.planned_start(self.roadmap, m) or m.target
            return (insights.is_blocked(self.roadmap, m), day.first if day else date.max, m.title)
        return sorted(self._with(Status.PLANNED), key=key)

    def _closed(self, status: Status) -> list[Milestone]:
        """Those done or dropped, latest first."""
        return sorted(self._with(status), reverse=True,
                      key=lambda m: (m.finished.last if m.finished else date.min, m.title))

    def board(self) -> Board:
        """Return the columns Now, Next and Done."""
        done = self._closed(Status.DONE)
        active = self._active()
        focus = insights.in_focus(self.roadmap)
        limit = self.settings.focus_limit
        is_over = len(focus) > limit
        columns: tuple[Column, ...] = (
            self._column("now", Status.ACTIVE, active, [("n_paused", self._with(Status.PAUSED), False)]),
            self._column("next", Status.PLANNED, self._planned(),
                         [("n_ideas", self._with(Status.IDEA), False)]),
            self._column("done", Status.DONE, done[:LATEST],
                         [("earlier", done[LATEST:], False),
                          ("n_dropped", self._closed(Status.DROPPED), True)], count=len(done)),
        )
        if self.shown.statuses:  # nobody asked for the others
            columns = tuple(c for c in columns if c.cards or c.folded)
        return Board(tabs=self.tabs("board"), as_of=self.as_of(), columns=columns,
                     over_focus=limit if is_over else 0,
                     longest_ago=self.ref(insights.longest_ago(self.roadmap, focus)) if is_over else None,
                     explorations=sum(m.kind == "exploration" for m in active))

    def _column(
        self, key: str, status: Status, milestones: Sequence[Milestone],
        folds: Iterable[tuple[str, Sequence[Milestone], bool]], count: int | None = None,
    ) -> Column:
        limit = self.shown.limit
        return Column(
            key=key, status=status, cards=self._cards(milestones[:limit]),
            count=len(milestones) if count is None else count,
            folded=tuple(Fold(self.words(word, n=len(some)), self._cards(some), is_open)
                         for word, some, is_open in folds if some and not limit),
        )
