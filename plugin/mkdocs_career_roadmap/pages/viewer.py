"""The pieces that the pages of a roadmap share, as plain data: nothing is left for a template to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import groupby

from ..reading.entry import Evidence
from ..roadmap import insights
from ..roadmap.known import Insights
from ..roadmap.model import Goal, Milestone, Post, Revision, Roadmap
from ..roadmap.parts import PROMISED_NOT, counted, nested
from ..vocabulary.amounts import Amount, number
from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Status
from ..vocabulary.labels import Words
from ..vocabulary.names import fold_word
from ..vocabulary.settings import Settings
from .shapes import EVERYTHING, Card, Earlier, GoalCard, Ref, Scope, Segment, Shown, Stop, Tab
from .works import cited

Link = Callable[[str], str | None]
"""From a source path to the address a reader follows; None: the site has no such page."""

LATEST = 4
"""Cards or posts shown before the rest is folded."""
MOST_OVER = 200
"""So many milestones that are over a page lists, the latest ones: a thousand would be half a megabyte. The
pages of goals and of years have them all.
"""
MOST_POSTS = 200
"""So many posts, or pages that taught something, a page lists, the latest ones: the pages of years have them
all.
"""
MOST_SEGMENTS = 12
"""So many milestones a goal's bar tells apart."""
MOST_GOALS = 24
"""So many goals a view draws; the overview has links to the others."""
COUNTED = {
    Status.DONE: "n_done", Status.PARTIAL: "n_partial", Status.ACTIVE: "n_active",
    Status.PLANNED: "n_planned", Status.PAUSED: "n_paused", Status.DROPPED: "n_dropped",
    Status.IDEA: "n_ideas",
}
"""Every status, in the order in which it is told, and the words that count it."""
LEVELS = 8
"""So many levels of parts a whole's page lists; those below stand on the pages of these. All of them on
the pages of all wholes above would be the square of them.
"""
DEEPEST = 3
"""How far parts move in below their wholes; those deeper down stand below the last of these."""


def amount_in_words(words: Words, amount: Amount | None) -> str:
    """Return how much is done of how much; empty for None."""
    if amount is None or amount.of is None:
        return ""
    key = "amount_of_tasks" if amount.is_tasks else "amount_of_unit" if amount.unit else "amount_of"
    return words(key, done=number(amount.done or 0), total=number(amount.of), unit=amount.unit)


def filled(m: Milestone) -> str:
    """Return how much of a milestone is done, as a length; empty: nobody says."""
    return f"{100 * m.amount.share:.4g}%" if m.amount else ""


def is_elsewhere(other: Milestone, m: Milestone) -> bool:
    """True when a milestone serves none of the goals that another one serves."""
    return other.goal != m.goal and not set(other.goals) & set(m.goals)


@dataclass(frozen=True)
class Viewer:
    """Makes the views of one roadmap, with the words and links of one site."""

    roadmap: Roadmap
    settings: Settings
    words: Words
    link: Link
    shown: Shown = EVERYTHING
    shared: Insights | None = None
    """What was worked out for other pages of the same roadmap."""
    page_of_person: Mapping[str, str] = field(default_factory=dict)
    """From the names of people, folded, to the source path of the page that has that title."""
    is_preview: bool = True
    """True: it is for the author, who is told what to look at again. A build for all says so."""

    @cached_property
    def insights(self) -> Insights:
        return self.shared or Insights(self.roadmap)

    @cached_property
    def look_again(self) -> Mapping[str, Revision]:
        """What to look at again, by the ids of milestones; empty where nobody is told."""
        return self.insights.look_again if self.is_advised else {}

    @property
    def is_advised(self) -> bool:
        """True where the author is told what to look at again, and what is too much at once."""
        return self.settings.shows("advice", is_preview=self.is_preview)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals to show."""
        goals = self.roadmap.goals
        return tuple(g for g in goals if self.shown.goal in (None, g.id)
                     and (self.shown.among is None or g.id in self.shown.among))

    @cached_property
    def fitting(self) -> Viewer:
        """The same view of as many goals as a page has room for: those under way first, then what is still
        to come, then the latest of those that are over.
        """
        if len(self.goals) <= MOST_GOALS:
            return self
        # They stand in the order in which work on them began.
        order = sorted(enumerate(self.goals), key=lambda at: (
            at[1].status.is_closed, at[1].status is not Status.ACTIVE, -at[0]))
        among = frozenset(goal.id for _, goal in order[:MOST_GOALS])
        return replace(self, shown=self.shown._replace(among=among), shared=self.insights)

    def left_out(self, of: Viewer) -> tuple[Goal, ...]:
        """Return the goals that another view has and this one does not."""
        there = {goal.id for goal in self.goals}
        return tuple(goal for goal in of.goals if goal.id not in there)

    def other_goals(self, of: Viewer) -> Ref | None:
        """Return how many these are, with the list of all goals. None: there are none."""
        n, href = len(self.left_out(of)), self.link(f"{self.settings.folder}/index.md")
        return Ref(self.words("more_goals", n=n), f"{href}#roadmap-goals" if href else None) if n else None

    def own(self, goal: Goal) -> tuple[Milestone, ...]:
        """Return the milestones of a goal to show."""
        return self._among(self.roadmap.milestones_of(goal))

    def lane(self, goal: Goal) -> tuple[Milestone, ...]:
        """Return the milestones to show with a goal where each is shown once: with its own goal or, if that
        is not shown, with the first one that is.
        """
        shown = {goal.id for goal in self.goals}
        return tuple(m for m in self.own(goal) if next(id for id in m.goals if id in shown) == goal.id)

    @cached_property
    def loose(self) -> tuple[Milestone, ...]:
        """The milestones without a goal to show."""
        return self._among(self.roadmap.loose_milestones) if self.shown.goal is None else ()

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """All milestones to show."""
        return (*(m for goal in self.goals for m in self.lane(goal)), *self.loose)

    def _among(self, milestones: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
        wanted = self.shown.statuses
        return tuple(m for m in milestones if m.status in wanted) if wanted else milestones

    @cached_property
    def _most_over(self) -> int:
        """How many milestones that are over a page lists with each goal."""
        lanes = [lane for lane in (*map(self.own, self.goals), self.loose) if lane]
        over = sum(m.status.is_closed for lane in lanes for m in lane)
        return over if over <= MOST_OVER else max(MOST_OVER // len(lanes), 1)

    def latest(self, lane: Sequence[Milestone]) -> tuple[Milestone, ...]:
        """Return the milestones of a goal, or those of none, without the earliest of those that are over if
        there are too many for a page.
        """
        over = sorted((m for m in lane if m.status.is_closed), key=_end, reverse=True)
        left_out = {m.id for m in over[self._most_over :]}
        return tuple(m for m in lane if m.id not in left_out)

    def earlier(self, days: Sequence[date | None], most: int) -> tuple[list[int], Earlier | None]:
        """Return which of the things of these days, by their places, a page lists, and in which years the
        others were.

        The latest ones are listed, and what has no day that the page of a year could have.
        """
        dated = [(day, at) for at, day in enumerate(days) if day and day <= self.roadmap.as_of]
        others = sorted(dated, reverse=True)[most:]
        if not others:
            return list(range(len(days))), None
        left_out = {at for _, at in others}
        years = Counter(day.year for day, _ in others)
        return [at for at in range(len(days)) if at not in left_out], Earlier(
            self.words("earlier", n=len(others)),
            tuple(Ref(str(year), self.link(f"{self.settings.folder}/{year:04}.md"), note=str(n))
                  for year, n in sorted(years.items(), reverse=True)))

    def rest(
        self, all: Sequence[Milestone], listed: Sequence[Milestone], goal: Goal | None = None
    ) -> Ref | None:
        """Return how many of all are not listed, with the page that has them: their goal's, or the review of
        the year in which the latest of them ended.
        """
        there = {m.id for m in listed}
        left_out = [m for m in all if m.id not in there]
        if not left_out:
            return None
        last = max((m.finished for m in left_out if m.finished), key=lambda day: day.last, default=None)
        page = goal.page if goal else f"{self.settings.folder}/{last.year:04}.md" if last else ""
        return Ref(self.words("earlier", n=len(left_out)), self.link(page) if page else None)

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

    def people(self, names: Iterable[str]) -> tuple[Ref, ...]:
        """Return people, each with the page of the site that has the name as its title, if there is one."""
        pages = ((name, self.page_of_person.get(fold_word(name))) for name in names)
        return tuple(Ref(name, self.link(page) if page else None) for name, page in pages)

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
        if m.status.is_closed:
            return self.closed(m.status, start, stop if m.finished else "")
        if m.status in (Status.ACTIVE, Status.PAUSED):
            words = [w("since", start=start) if start else "", self.paused(m),
                     w("due", end=stop) if m.target and m.status is Status.ACTIVE else ""]
        elif insights.planned_start(self.roadmap, m):
            words = [w("from_to", start=start, end=stop) if stop else w("from", start=start)]
        else:
            words = [w("due", end=stop) if stop else ""]
        return self.words.listed(words)

    def closed(self, status: Status, start: str, end: str) -> str:
        """Return from when to when something went that is over; each may be empty."""
        w = self.words
        both = start and end and start != end
        if status.is_reached:
            return w("from_to", start=start, end=end) if both else end or start
        return w.listed([start if both or not end else "", w("dropped_on", end=end) if end else ""])

    def paused(self, what: Goal | Milestone) -> str:
        """Return since when something is paused, and when to look again; empty if it is not paused."""
        if what.status is not Status.PAUSED:
            return ""
        day = what.changes[-1].day
        words = [self.words("paused_on", day=self.words.month(day)) if day else "",
                 self.words("revisit", day=self.words.day(what.revisit)) if what.revisit else ""]
        return self.words.listed(words)

    def card(self, m: Milestone, goal: Goal | None = None) -> Card:
        """Return the card of a milestone, as it is listed under a goal. None: under its own."""
        roadmap, under = self.roadmap, goal.id if goal else m.goal
        foreign = (roadmap.milestone[id] for id in m.depends_on)
        open_before = insights.waits_for(roadmap, m) if not m.status.is_closed else ()
        return Card(
            id=m.id, title=self.title(m), href=self.link(m.page), status=m.status, when=self.when(m),
            goal=self.goal_ref(m.goal), scope=self.scope(m), posts=len(m.posts),
            shared=tuple(ref for id in m.goals if id != under and (ref := self.goal_ref(id))),
            needs=tuple(self.ref(n, self.goal_title(n)) for n in foreign if is_elsewhere(n, m)),
            waits_for=tuple(self.ref(n) for n in open_before),
            parts=tuple(self.ref(roadmap.milestone[id]) for id in m.parts),
            parts_done=self.parts_done(m),
            amount=amount_in_words(self.words, m.amount), filled=filled(m),
            part_of=self.ref(roadmap.milestone[m.part_of]) if m.part_of else None,
            last_post=self._last_post(m), look_again=m.id in self.look_again,
            sharpened=m.id in self.insights.sharpening,
            reason=m.reason if m.status.has_reason else None,
            is_exploration=m.kind == "exploration",
            evidence=tuple(self.evidence_ref(e) for e in m.evidence) if m.status.is_reached else (),
        )

    def evidence_ref(self, evidence: Evidence) -> Ref:
        """Return a piece of evidence as a link, with what it is beside it, and its number."""
        w, number = self.words, self.evidence_number(evidence)
        kind = w(f"kind_{evidence.kind}") if evidence.kind else ""
        said = cited(evidence.work, w) if evidence.work else ""
        return Ref(evidence.title or number, evidence.address(self.link),
                   note=w.listed((kind, w.apart(said), number if evidence.title else "")), kind=evidence.kind)

    def evidence_number(self, evidence: Evidence) -> str:
        """Return its number with the one of before, in words; empty: it has none."""
        w, was = self.words, f"{evidence.was} {evidence.unit}".strip() if evidence.was else ""
        number = w.apart(evidence.number)
        return w("number_was", now=number, was=w.apart(was)) if was else number

    def parts_done(self, m: Milestone) -> str:
        """Return how far its parts are, at any depth, in words; empty if none counts."""
        parts = self.insights.parts.get(m.id)
        return self.words("parts_done", done=parts.done, n=parts.total) if parts and parts.total else ""

    def _last_post(self, m: Milestone) -> str:
        """Return when an active milestone was last written about: how old the news is, and no more."""
        day = self.insights.last_posts.get(m.id) if m.status is Status.ACTIVE else None
        return self.words("last_post", day=self.words.day(day)) if day else ""

    def stops(self, cards: Sequence[Card]) -> tuple[Stop, ...]:
        """Return cards as the stops of a rail, each part below its whole."""
        by_id = {card.id: card for card in cards}
        milestones = [self.roadmap.milestone[card.id] for card in cards]
        return tuple(Stop(by_id[m.id], min(depth, DEEPEST)) for m, depth in nested(milestones))

    def rail(self, cards: Sequence[Card]) -> tuple[Stop, ...]:
        """Return the stops of a goal where they are read from the top, as on a phone: what is under way, what
        is still to come, and what is over, the latest of it first.
        """
        def place(card: Card) -> tuple[int, int]:
            m = self.roadmap.milestone[card.id]
            if m.status.is_closed:
                return len(_NOW_FIRST), -(m.finished.last.toordinal() if m.finished else 0)
            return _NOW_FIRST.index(m.status), 0

        return self.stops(sorted(cards, key=place))

    def goal_title(self, m: Milestone) -> str:
        """Return the title of its goal; empty for none."""
        goal = self.roadmap.goal.get(m.goal or "")
        return self.title(goal) if goal else ""

    def loose_stops(self, cards: Sequence[Card]) -> tuple[tuple[Stop, ...], Ref | None]:
        """Return the rail of the milestones of no goal, whose cards these are, and what it leaves out."""
        listed = self.latest(self.loose)
        return self.rail(_of(cards, listed)), self.rest(self.loose, listed)

    def goal_card(self, goal: Goal) -> GoalCard:
        milestones, listed = self.roadmap.milestones_of(goal), self.latest(self.own(goal))
        progress = insights.progress(milestones)
        cards = tuple(self.card(m, goal) for m in self.own(goal))
        rest, rail = self.rest(self.own(goal), listed, goal), self.rail(_of(cards, listed))
        unfolded = _unfolded(rail)
        first = {stop.card.id for stop in rail[:unfolded]}
        order: list[str] = [Status.DONE, Status.PARTIAL, Status.ACTIVE, Status.PAUSED, Status.PLANNED]
        return GoalCard(
            id=goal.id, title=self.title(goal), href=self.link(goal.page), status=goal.status,
            statement=goal.statement, done=progress.done, total=progress.total, share=self._share(milestones),
            segments=_segments(sorted(counted(milestones), key=lambda m: order.index(m.status))),
            by=self.words("by", end=self.words.day(goal.target)) if goal.target else "",
            sharpened=len(goal.revisions), not_counted=self.not_counted(milestones),
            milestones=cards, rail=rail, unfolded=unfolded, rest=rest,
            rest_of_unfolded=rest and self.rest(self.own(goal), [m for m in listed if m.id in first], goal),
        )

    def _share(self, milestones: Sequence[Milestone]) -> str:
        share = insights.share(milestones)
        return "" if share is None else self.words("share_with_amounts", n=int(100 * share))

    def not_counted(self, milestones: Sequence[Milestone]) -> str:
        """Return how many of these make no part of their progress, and why, in words; empty: all do.

        With those that do, they are all: so the numbers add up.
        """
        w, counting = self.words, {m.id for m in counted(milestones)}
        promised = {m.id for m in milestones if m.status not in PROMISED_NOT}
        others = [m for m in milestones if m.id not in counting]
        by_parts = {m.id for m in others if m.id in promised and not promised.isdisjoint(m.parts)}
        by_status = Counter(m.status for m in others if m.id not in by_parts)
        told = [w("n_by_parts", n=len(by_parts)) if by_parts else "",
                *(w(key, n=by_status[status]) for status, key in COUNTED.items() if by_status[status])]
        return w("not_counted", counts=w.listed(told)) if others else ""

    def as_of(self) -> str:
        return self.words("as_of", day=self.words.day(self.roadmap.as_of))

    def tabs(self, current: str) -> tuple[Tab, ...]:
        if self.shown.is_embedded:
            return ()
        folder = self.settings.folder
        pages = {"map": "index", "board": "board", "timeline": "timeline"}
        return tuple(Tab(self.words(key), self.link(f"{folder}/{page}.md"), key == current)
                     for key, page in pages.items())

    def cards(self, milestones: Iterable[Milestone]) -> tuple[Card, ...]:
        return tuple(self.card(m) for m in milestones)


_NOW_FIRST = (Status.ACTIVE, Status.PLANNED, Status.PAUSED, Status.IDEA)


def _unfolded(rail: Sequence[Stop]) -> int:
    """Return how many stops of a rail stand before the first of those that were over before the latest."""
    over = [at for at, stop in enumerate(rail) if not stop.depth and Status(stop.card.status).is_closed]
    return over[LATEST] if len(over) > LATEST + 1 else len(rail)


def _segments(milestones: Sequence[Milestone]) -> tuple[Segment, ...]:
    """Return the bar of these milestones, sorted by status: one segment each or, where they are too many to
    tell apart, one for each status.
    """
    if len(milestones) <= MOST_SEGMENTS:
        return tuple(Segment(m.status, "" if m.status.is_closed else filled(m), 1) for m in milestones)
    segments = []
    for status, group in groupby(milestones, key=lambda m: m.status):
        some = [*group]
        known = sum(m.amount.share for m in some if m.amount)
        is_told = not status.is_closed and any(m.amount for m in some)
        segments.append(Segment(status, f"{100 * known / len(some):.4g}%" if is_told else "", len(some)))
    return tuple(segments)


def _end(m: Milestone) -> tuple[date, str]:
    return m.finished.last if m.finished else date.min, m.id


def _of(cards: Sequence[Card], listed: Sequence[Milestone]) -> list[Card]:
    there = {m.id for m in listed}
    return [card for card in cards if card.id in there]
