"""The timeline: each milestone from its start to its end, as places and texts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..roadmap import insights
from ..roadmap.model import Milestone, Roadmap
from ..vocabulary.fields import Status
from ..vocabulary.person import Era
from .explore.filters import filters_of
from .map.drawing import for_key
from .shapes import Card, Filters, Ref, Tab
from .viewer import Viewer


class Bar(NamedTuple):
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
    """Its last day, in words; empty: it has none."""
    dots: tuple[str, ...]
    """Its posts; of one still to begin, none."""
    posts: str
    """How many it has, in words."""
    has_room: bool
    """True when its label fits on it."""
    is_late: bool = False
    """True when its label stands before it, since behind it a narrow page has no room."""


class TimelineRow(NamedTuple):
    """A goal with its milestones."""

    goal: Ref | None
    """None: the milestones of no goal."""
    bars: tuple[Bar, ...]
    shared: tuple[Ref, ...]
    """What is drawn with another goal and serves this one as well; the note is that goal's title."""
    ideas: tuple[Ref, ...]
    """What has no place in time yet, since nobody promised it."""


class EraBand(NamedTuple):
    """Some years with an employer, or towards a degree; places as those of a bar."""

    title: str
    place: str
    when: str
    start: str
    width: str
    is_cut: bool
    """True when it began before the timeline does."""
    goes_on: bool


class Zoom(NamedTuple):
    """One year, as large as the whole timeline."""

    year: int
    start: str
    """Where it begins."""
    times: str
    """How many times as wide all becomes, as a number."""


class Timeline(NamedTuple):
    tabs: tuple[Tab, ...]
    as_of: str
    today: str
    today_label: str
    years: tuple[tuple[int, str], ...]
    """Each year that begins on it, and where."""
    months: tuple[tuple[str, str], ...]
    """Where it is short, months between them, in words, and where they begin."""
    zooms: tuple[Zoom, ...]
    """The years to look at closer; none if there is one alone."""
    eras: tuple[EraBand, ...]
    """Of the person, those that lie on it; none on the timeline of one goal."""
    rows: tuple[TimelineRow, ...]
    rests: tuple[Ref | None, ...]
    """How many bars of each row are left out, with a page that has them. None: nothing is."""
    statuses: tuple[str, ...]
    other_goals: Ref | None
    """How many goals are not drawn, with the list of all. None: there are none."""
    filters: Filters | None
    """None: there is nothing to ask for alone."""
    is_long: bool
    """True when it may take more than one printed sheet: then each has the years at its head."""


_MOST_YEARS = 8
_YEAR_ROOM = 12.0
"""Percent that the number of a year is wide on a phone; a month with its year is as wide as 1.7 of it."""
_SHORT = 550
"""So many days are too few for years alone to tell where one is."""
_MONTH_ROOM = 17.0
"""Percent from one month that is told to the next."""
_LABEL_ROOM = 12.0
"""Percent that a bar must be wide for its label to stand on it."""
_LATE = 79.0
"""Percent at which a bar ends with less room behind it than a label takes of a narrow page."""
_BEFORE = 40.0
"""Percent at which a bar begins with room enough before it."""
_MOST_ZOOMS = 12
"""So many years have a link, the latest: then they are one line."""
_SHEET = 12
"""So many rows stand together on a sheet, wherever on a page they begin."""
_DOT = 0.8
"""Percent that a dot is wide."""


class _Scale(NamedTuple):
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
    roadmap, whole = view.roadmap, view
    view = whole.fitting
    days = [roadmap.as_of, *(day for m in view.milestones
                               if m.status is not Status.IDEA for day in _days(roadmap, m))]
    scale = _scale(days)
    lanes = [(goal, view.lane(goal)) for goal in view.goals]
    drawn_with = {m.id: goal for goal, lane in lanes for m in lane}
    rows = [_row(view, scale, view.goal_ref(goal.id), lane,
                 tuple(view.ref(m, view.title(other)) for m in view.own(goal)
                       if (other := drawn_with[m.id]) is not goal))
            for goal, lane in lanes]
    rows.append(_row(view, scale, None, view.loose))
    eras = _eras(view, scale) if view.shown.goal is None else ()
    rests = [view.rest(lane, view.latest(lane), goal) for goal, lane in (*lanes, (None, view.loose))]
    return Timeline(
        tabs=view.tabs("timeline"), as_of=view.as_of(),
        today=scale.text(scale.at(roadmap.as_of)), today_label=view.words.day(roadmap.as_of),
        years=_years(scale), months=_months(view, scale), zooms=_zooms(scale, max(day.year for day in days)),
        eras=eras,
        rows=tuple(row for row in rows if any(row[1:])),
        rests=tuple(rest for row, rest in zip(rows, rests, strict=True) if any(row[1:])),
        statuses=for_key(m.status for m in view.milestones if m.status is not Status.IDEA),
        other_goals=view.other_goals(whole),
        filters=filters_of(view, (roadmap.milestone[bar.card.id] for row in rows for bar in row.bars)),
        is_long=len(eras) + sum(2 + len(row.bars) for row in rows if any(row[1:])) > _SHEET,
    )


def _row(
    view: Viewer, scale: _Scale, goal: Ref | None, lane: Sequence[Milestone], shared: tuple[Ref, ...] = ()
) -> TimelineRow:
    listed = view.latest(lane)
    return TimelineRow(
        goal, tuple(_bar(view, scale, m) for m in listed if m.status is not Status.IDEA), shared,
        tuple(view.ref(m) for m in listed if m.status is Status.IDEA))


def _days(roadmap: Roadmap, m: Milestone) -> tuple[date, ...]:
    """Return the first and last day of a milestone's bar, in this order even if its author had
    them the other way round; nothing: it has no bar.

    What is under way goes on to this day at least.
    """
    end = m.finished or m.target
    started = m.started if m.status.has_begun else insights.planned_start(roadmap, m)
    days = [started.first] if started else []
    days += [end.last] if end else []
    if days and m.status in (Status.ACTIVE, Status.PAUSED):
        days.append(roadmap.as_of)
    return (min(days), max(days)) if days else ()


def _scale(days: Collection[date]) -> _Scale:
    first = min(days).replace(day=1)
    span = max((max(days) - first).days, 60)
    # Behind the last bar is room for its label, unless the calendar ends there.
    return _Scale(first, min(span + span // 5, (date.max - first).days))


def _years(scale: _Scale) -> tuple[tuple[int, str], ...]:
    last = (scale.first + timedelta(days=scale.days)).year
    places = [(y, scale.at(date(y, 1, 1))) for y in range(scale.first.year, last + 1)]
    shown = [(y, scale.text(at)) for y, at in places if 0 <= at <= 100 - _YEAR_ROOM]
    return tuple(shown[:: max(-(-len(shown) // _MOST_YEARS), 1)])


def _months(view: Viewer, scale: _Scale) -> tuple[tuple[str, str], ...]:
    """Return months between the years, equally far from one another, where the timeline is short; January is
    the year's own.
    """
    if scale.days > _SHORT:
        return ()
    apart = next(n for n in (1, 2, 3, 4, 6) if n * 3000 >= _MONTH_ROOM * scale.days or n == 6)
    last = min(scale.first + timedelta(scale.days), date.max)
    days = (date(year, month, 1) for year in range(scale.first.year, last.year + 1)
            for month in range(1 + apart, 13, apart))
    return tuple((view.words.month(day), scale.text(scale.at(day))) for day in days
                 if 0 <= scale.at(day) <= 100 - 1.7 * _YEAR_ROOM)


def _zooms(scale: _Scale, last: int) -> tuple[Zoom, ...]:
    """Return the years up to the `last` in which something ends, the latest if there are many."""
    if scale.first.year == last or scale.days <= _SHORT:
        return ()
    return tuple(Zoom(year, scale.text(scale.at(date(year, 1, 1))), f"{scale.days / 365:.4g}")
                 for year in range(max(scale.first.year, last - _MOST_ZOOMS + 1), last + 1))


def _bar(view: Viewer, scale: _Scale, m: Milestone) -> Bar:
    roadmap, text = view.roadmap, scale.text
    days = _days(roadmap, m)
    posts = [day for path in m.posts if m.status.has_begun and (day := roadmap.post[path].day)]
    words = view.words("n_posts", n=len(m.posts)) if m.posts else view.words("no_posts")
    if not days:
        return Bar(card=view.card(m), start="", width="", rest="", end="", label="", dots=(), posts=words,
                   has_room=False)
    start, stop = (scale.at(day) for day in days)
    until = min(stop, scale.at(roadmap.as_of)) if m.status is Status.ACTIVE else stop
    has_room = until - start >= _LABEL_ROOM
    return Bar(
        card=view.card(m), start=text(start), width=text(until - start),
        rest=text(stop - until) if stop > until else "", end=text(stop), label=_label(view, m),
        dots=tuple(text(_inside(scale.at(day), start, until)) for day in posts), posts=words,
        has_room=has_room, is_late=not has_room and stop >= _LATE and start >= _BEFORE,
    )


def _eras(view: Viewer, scale: _Scale) -> tuple[EraBand, ...]:
    """Return the eras that lie on the timeline, as much of each as does: the milestones say how long it is.
    An era that goes on ends today.
    """
    bands = []
    for era in view.settings.eras:
        begin = scale.at(era.start.first)
        stop = scale.at(era.end.last if era.end else max(view.roadmap.as_of, era.start.first))
        left, right = max(begin, 0.0), min(stop, 100.0)
        if left < right:
            bands.append(EraBand(
                view.words.listed(era.titles), era.place, _years_of(view, era), scale.text(left),
                scale.text(right - left), is_cut=begin < 0, goes_on=era.end is None))
    return tuple(bands)


def _years_of(view: Viewer, era: Era) -> str:
    w, start, end = view.words, view.short(era.start), view.short(era.end)
    if era.end is None:
        return w("since", start=start)
    return end if start == end else w("from_to", start=start, end=end)


def _label(view: Viewer, m: Milestone) -> str:
    end = m.finished or m.target
    word = "dropped_on" if m.status is Status.DROPPED else "" if m.status.is_reached else "due"
    if end is None:
        return ""
    return view.words(word, end=view.short(end)) if word else view.short(end)


def _inside(at: float, start: float, stop: float) -> float:
    """Return a dot's place, moved in from the bar's ends by as much as the dot is wide."""
    inset = min(_DOT, (stop - start) / 2)
    return min(max(at, start + inset), stop - inset)
