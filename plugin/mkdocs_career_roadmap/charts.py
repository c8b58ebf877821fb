"""The drawn views: the map with its lines, and the timeline with its bars, as numbers and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from . import insights
from .fields import Status
from .map_layout import Band, MapLayout, Node, PlacedCard, lay_out
from .map_lines import COLUMN, Line
from .model import Milestone, Roadmap
from .views import Card, GoalCard, Ref, Tab, Viewer

_EM = 16
"""Units of `map_layout` in the height of a letter."""

_BANDS = {
    Status.DONE: Band.DONE,
    Status.DROPPED: Band.DONE,
    Status.ACTIVE: Band.NOW,
    Status.PAUSED: Band.NEXT,  # not worked on now, and still to be done
    Status.PLANNED: Band.NEXT,
    Status.IDEA: Band.NEXT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCard:
    """A card on the map: a milestone, or a stack of several that leads to their goal."""

    number: int
    """Its place in reading order; lines name it."""
    column: int
    top: str
    """In em, from the top of its lane's body."""
    title: str
    href: str | None
    status: str
    is_stack: bool
    sharpened: bool


@dataclass(frozen=True, slots=True)
class Lane:
    goal: GoalCard | None
    """None: the milestones of no goal."""
    height: str
    """Of its body, in em."""
    cards: tuple[MapCard, ...]


@dataclass(frozen=True, slots=True)
class MapLine:
    path: str
    """For the attribute `d`."""
    dot: str
    """The same, of the dot at the end that needs the other."""
    source: int
    target: int
    is_waiting: bool
    """True when what is needed is not there yet."""


@dataclass(frozen=True, slots=True)
class Map:
    """The drawn map. Heights are in em, widths in columns."""

    bands: tuple[tuple[str, int, int], ...]
    """The word's key, the first column and the number of columns of each band."""
    columns: int
    lanes: tuple[Lane, ...]
    lines: tuple[MapLine, ...]
    height: str
    view_box: str
    statuses: tuple[str, ...]
    """Those on the map, for the key."""
    has_sharpened: bool
    has_scopes: bool


def draw_map(view: Viewer, goals: Sequence[GoalCard], loose: Sequence[Card]) -> Map:
    """Return the map of these goals' milestones, and of those without a goal."""
    roadmap = view.roadmap
    rows: list[tuple[GoalCard | None, Sequence[Card]]] = [(g, g.milestones) for g in goals]
    if loose:
        rows.append((None, loose))
    shown = [(lane, card) for lane, (_, cards) in enumerate(rows) for card in cards]
    layout = lay_out([_node(roadmap.milestone[c.id], lane) for lane, c in shown], len(rows))
    by_id = {card.id: card for _, card in shown}
    cards = [_map_card(view, rows[p.lane][0], p, n, by_id) for n, p in enumerate(layout.cards)]
    lanes = tuple(
        Lane(goal, _em(height), tuple(c for c, p in zip(cards, layout.cards, strict=True) if p.lane == at))
        for at, ((goal, _), height) in enumerate(zip(rows, layout.lanes, strict=True)))
    return Map(
        bands=_bands(layout),
        columns=sum(layout.columns),
        lanes=lanes,
        lines=tuple(_map_line(roadmap, layout, line) for line in layout.lines),
        height=_em(layout.height),
        view_box=f"0 0 {sum(layout.columns) * COLUMN} {layout.height}",
        statuses=_for_key(card.status for _, card in shown),
        has_sharpened=any(card.sharpened for _, card in shown),
        has_scopes=any(card.scope for _, card in shown),
    )


def _bands(layout: MapLayout) -> tuple[tuple[str, int, int], ...]:
    done, now, after = layout.columns
    bands = (("done", 0, done), ("now", done, now), ("next", done + now, after))
    return tuple(band for band in bands if band[-1])


def _for_key(used: Iterable[str]) -> tuple[str, ...]:
    """Return the statuses that a key has to explain, in the order they are read."""
    found = set(used)
    order = (Status.DONE, Status.ACTIVE, Status.PLANNED, Status.PAUSED, Status.IDEA, Status.DROPPED)
    return tuple(status for status in order if status in found)


def _node(m: Milestone, lane: int) -> Node:
    return Node(m.id, lane, _BANDS[m.status], m.scope, m.depends_on)


def _em(units: int) -> str:
    return f"{units / _EM:.4g}em"


def _map_card(
    view: Viewer, goal: GoalCard | None, placed: PlacedCard, number: int, by_id: dict[str, Card]
) -> MapCard:
    first = by_id[placed.ids[0]]
    stack = len(placed.ids) > 1
    word = "earlier" if first.status in (Status.DONE, Status.DROPPED) else "later"
    return MapCard(
        number=number, column=placed.column, top=_em(placed.top),
        title=view.words(word, n=len(placed.ids)) if stack else first.title,
        href=(goal.href if goal else None) if stack else first.href,
        status=_main_status(by_id[id].status for id in placed.ids),
        is_stack=stack, sharpened=first.sharpened and not stack,
    )


def _main_status(statuses: Iterable[str]) -> str:
    """Return the status of a card; of a stack, the one that most of it has."""
    found = list(statuses)
    return max(Status, key=found.count)


def _map_line(roadmap: Roadmap, layout: MapLayout, line: Line) -> MapLine:
    source, target = layout.cards[line.source], layout.cards[line.target]
    needing = (roadmap.milestone[id] for id in target.ids)
    waiting = (m for m in needing if not m.status.is_closed)
    x, y = line.points[-1 if target.column > source.column else 0]
    path = f"M{line.points[0][0]} {line.points[0][1]}"
    turns = iter(line.turns)
    for (_, y0), (x1, y1) in zip(line.points, line.points[1:], strict=False):
        path += f"H{x1}" if y0 == y1 else f"C{(turn := next(turns))} {y0} {turn} {y1} {x1} {y1}"
    return MapLine(path, f"M{x} {y}h0", line.source, line.target, is_waiting=any(
        need.id in source.ids for m in waiting for need in insights.waits_for(roadmap, m)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A milestone on the timeline; places are percents of the whole width."""

    card: Card
    start: str
    """Empty: it has no days to draw."""
    width: str
    rest: str
    """How much wider it is to become, from today on; empty: not."""
    end: str
    """Where it ends, with what is still to come."""
    label: str
    """Its last day, in words."""
    is_label_before: bool
    """True when there is no room for the label behind it."""
    dots: tuple[str, ...]
    posts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    tabs: tuple[Tab, ...]
    as_of: str
    today: str
    today_label: str
    years: tuple[tuple[int, str], ...]
    """Each year that begins on it, and where."""
    rows: tuple[tuple[Ref | None, tuple[Bar, ...]], ...]
    """A goal with its milestones; None: those of no goal."""
    statuses: tuple[str, ...]


_MOST_YEARS = 8
_LABEL_ROOM = 84.0
"""Percent behind which a label no longer fits behind its bar."""


_DOT = 0.8
"""Percent that a dot is wide."""


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def at(self, day: date) -> float:
        return 100 * (day - self.first).days / self.days

    def text(self, percent: float) -> str:
        return f"{percent:.4g}%"


def draw_timeline(view: Viewer) -> Timeline:
    """Return every milestone from its start to its end or target, goal after goal.

    The line `today` stands at the day of the roadmap. A milestone without any day has a
    row, but no bar.
    """
    roadmap = view.roadmap
    scale = _scale(roadmap, view.milestones)
    rows = [(view.goal_ref(g.id), view.own(g)) for g in view.goals]
    rows.append((None, view.loose))
    return Timeline(
        tabs=view.tabs("timeline"), as_of=view.as_of(),
        today=scale.text(scale.at(roadmap.as_of)), today_label=view.words.day(roadmap.as_of),
        years=_years(scale),
        rows=tuple((goal, tuple(_bar(view, scale, m) for m in some)) for goal, some in rows if some),
        statuses=_for_key(m.status for m in view.milestones),
    )


def _days(roadmap: Roadmap, m: Milestone) -> tuple[date | None, date | None]:
    """Return the first and last day of a milestone's bar; None: it has none to draw."""
    end = m.finished or m.target
    started = m.started if m.status.has_begun else insights.planned_start(roadmap, m)
    start = started.first if started else None
    stop = end.last if end else None
    if m.status in (Status.ACTIVE, Status.PAUSED) and start:
        stop = max(stop or roadmap.as_of, roadmap.as_of)
    return start or stop, stop or start


def _scale(roadmap: Roadmap, milestones: Iterable[Milestone]) -> _Scale:
    days = [day for m in milestones for day in _days(roadmap, m) if day]
    posts = (roadmap.post[path] for m in milestones for path in m.posts)
    days += [roadmap.as_of, *(post.day for post in posts if post.day)]
    first = min(days).replace(day=1)
    span = max((max(days) - first).days, 60)
    return _Scale(first, span + span // 12)  # a margin behind the last day


def _years(scale: _Scale) -> tuple[tuple[int, str], ...]:
    last = (scale.first + timedelta(days=scale.days)).year
    years = [y for y in range(scale.first.year, last + 1) if date(y, 1, 1) >= scale.first]
    step = 1 + len(years) // (_MOST_YEARS + 1)
    return tuple((y, scale.text(scale.at(date(y, 1, 1)))) for y in years[::step])


def _bar(view: Viewer, scale: _Scale, m: Milestone) -> Bar:
    roadmap, text = view.roadmap, scale.text
    start, stop = _days(roadmap, m)
    posts = [day for path in m.posts if (day := roadmap.post[path].day)]
    words = view.words("n_posts", n=len(m.posts)) if m.posts else view.words("no_posts")
    if not start or not stop:
        return Bar(card=view.card(m), start="", width="", rest="", end="", label="",
                   is_label_before=False, dots=(), posts=words)
    a, b = scale.at(start), scale.at(stop)
    until = min(b, scale.at(roadmap.as_of)) if m.status is Status.ACTIVE else b
    end = m.finished or m.target
    label = ""
    if end:
        word = {Status.DROPPED: "dropped_on", Status.DONE: ""}.get(m.status, "due")
        label = view.words(word, end=view.short(end)) if word else view.short(end)
    return Bar(
        card=view.card(m), start=text(a), width=text(max(until - a, 0)),
        rest=text(b - until) if b > until else "", end=text(max(b, a)), label=label,
        is_label_before=b > _LABEL_ROOM, posts=words,
        dots=tuple(text(_inside(scale.at(day), a, until)) for day in posts),
    )


def _inside(at: float, start: float, stop: float) -> float:
    """Return a dot's place, moved in from the bar's ends by as much as the dot is wide."""
    inset = min(_DOT, (stop - start) / 2)
    return min(max(at, start + inset), stop - inset)
