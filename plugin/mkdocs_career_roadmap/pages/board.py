"""The board: what is under way, what is next and what was done, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..roadmap import insights
from ..roadmap.model import Milestone
from ..vocabulary.fields import Status
from .explore.filters import filters_of
from .shapes import Board, Column, Earlier, Fold, Ref
from .viewer import LATEST, MOST_OVER, Viewer
from .years import over_on


def board_page(view: Viewer) -> Board:
    """Return the columns Now, Next and Done; what was dropped, or done before the latest, is folded."""
    under_way = active(view)
    focus = insights.in_focus(view.roadmap)
    limit = view.settings.focus_limit
    is_over = view.is_advised and len(focus) > limit
    columns = _columns(view, under_way)
    if view.shown.statuses:  # nobody asked for the others
        columns = tuple(c for c in columns if c.cards or c.folded)
    stops = (stop for column in columns for stop in (*column.stops, *(
        stop for fold in column.folded for stop in fold.stops)))
    return Board(tabs=view.tabs("board"), as_of=view.as_of(), columns=columns,
                 over_focus=limit if is_over else 0,
                 longest_ago=view.ref(view.insights.longest_ago(focus)) if is_over else None,
                 explorations=sum(m.kind == "exploration" for m in under_way),
                 filters=filters_of(view, (view.roadmap.milestone[stop.card.id] for stop in stops)))


def _columns(view: Viewer, under_way: Sequence[Milestone]) -> tuple[Column, ...]:
    done, dropped = closed(view, Status.DONE, Status.PARTIAL), closed(view, Status.DROPPED)
    lists = {"now": under_way, "paused": _with(view, Status.PAUSED), "next": planned(view),
             "ideas": _with(view, Status.IDEA), "done": done, "dropped": dropped}
    most = dict(zip(lists, shares([len(some) for some in lists.values()], MOST_OVER), strict=True))
    listed, earlier = view.earlier([over_on(m) for m in done], most["done"])
    before = [done[at] for at in listed][LATEST:]

    def folded(key: str, word: str, *, is_open: bool = False) -> tuple[Fold, ...]:
        some = lists[key]
        return _fold(view, view.words(word, n=len(some)), some, most[key], is_open=is_open)

    return (
        _column(view, "now", Status.ACTIVE, under_way, most["now"],
                folded("paused", "n_paused", is_open=len(lists["paused"]) == 1)),
        _column(view, "next", Status.PLANNED, lists["next"], most["next"], folded("ideas", "n_ideas")),
        _column(view, "done", Status.DONE, done, LATEST,
                (*_by_year(view, before, most["done"]),
                 *folded("dropped", "n_dropped", is_open=len(dropped) == 1)), earlier),
    )


def shares(sizes: Sequence[int], room: int) -> list[int]:
    """Return how many things of each of some lists a page has room for: short lists keep all of theirs, and
    the longer ones share alike what is left. No list gets less than `LATEST`, which are shown in any case.
    """
    given = [0] * len(sizes)
    shortest_first = sorted(range(len(sizes)), key=sizes.__getitem__)
    for before, at in enumerate(shortest_first):
        given[at] = max(min(sizes[at], room // (len(sizes) - before)), LATEST)
        room = max(room - given[at], 0) if sizes[at] else room
    return given


def active(view: Viewer) -> list[Milestone]:
    """The active ones, what is due first before the others, explorations last."""
    return sorted(_with(view, Status.ACTIVE), key=lambda m: (
        m.kind == "exploration", m.target.last if m.target else date.max, m.title))


def planned(view: Viewer) -> list[Milestone]:
    """The planned ones, those free to begin first, then by the day they are meant for."""
    def key(m: Milestone) -> tuple[bool, date, str]:
        day = insights.planned_start(view.roadmap, m) or m.target
        return (insights.is_blocked(view.roadmap, m), day.first if day else date.max, m.title)
    return sorted(_with(view, Status.PLANNED), key=key)


def closed(view: Viewer, *statuses: Status) -> list[Milestone]:
    """Those that are over and have one of these statuses, latest first."""
    return sorted(_with(view, *statuses), reverse=True,
                  key=lambda m: (m.finished.last if m.finished else date.min, m.title))


def _with(view: Viewer, *statuses: Status) -> list[Milestone]:
    return [m for m in view.milestones if m.status in statuses]


def _column(
    view: Viewer, key: str, status: Status, milestones: Sequence[Milestone], most: int,
    folds: tuple[Fold, ...], earlier: Earlier | None = None,
) -> Column:
    limit = view.shown.limit
    shown = milestones[: limit or most]
    is_whole = bool(limit) or status is Status.DONE  # whoever sets a limit knows; the rest is folded by year
    return Column(
        key=key, status=status, stops=view.stops(view.cards(shown)), count=len(milestones),
        rest=None if is_whole else _rest(view, milestones, shown),
        folded=() if limit else folds, earlier=None if limit else earlier)


def _fold(
    view: Viewer, title: str, some: Sequence[Milestone], most: int, *, is_open: bool = False
) -> tuple[Fold, ...]:
    """Return a fold of these milestones, or nothing without any."""
    listed = some[:most]
    return (Fold(title, view.stops(view.cards(listed)), is_open, _rest(view, some, listed)),) if some else ()


def _by_year(view: Viewer, done: Sequence[Milestone], most: int) -> Iterator[Fold]:
    """Yield what was done earlier, a fold for each year, with so many at most; what has no day is last."""
    years: dict[int | None, list[Milestone]] = {}
    for m in done:
        day = over_on(m)
        years.setdefault(day.year if day else None, []).append(m)
    for year in sorted(years, key=lambda year: year or 0, reverse=True):
        title = str(year) if year else view.words("undated")
        some = years[year]
        yield from _fold(view, title + view.words("brackets", text=str(len(some))), some, most)


def _rest(view: Viewer, some: Sequence[Milestone], listed: Sequence[Milestone]) -> Ref | None:
    """Return how many are not listed: of what is over, with the page of a year, else with the list of goals,
    whose pages have them all.
    """
    if len(listed) == len(some) or some[0].status.is_closed:
        return view.rest(some, listed)
    href = view.link(f"{view.settings.folder}/index.md")
    return Ref(view.words("later", n=len(some) - len(listed)), f"{href}#roadmap-goals" if href else None)
