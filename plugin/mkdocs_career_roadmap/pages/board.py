"""The board: what is under way, what is next and what was done, in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..roadmap import insights
from ..roadmap.model import Milestone
from ..vocabulary.fields import Status
from .shapes import Board, Column, Fold
from .viewer import LATEST, MOST_OVER, Viewer


def board_page(view: Viewer) -> Board:
    """Return the columns Now, Next and Done."""
    done = closed(view, Status.DONE, Status.PARTIAL)
    under_way = active(view)
    focus = insights.in_focus(view.roadmap)
    limit = view.settings.focus_limit
    is_over = view.is_advised and len(focus) > limit
    columns: tuple[Column, ...] = (
        _column(view, "now", Status.ACTIVE, under_way, [("n_paused", _with(view, Status.PAUSED), False)]),
        _column(view, "next", Status.PLANNED, planned(view),
                [("n_ideas", _with(view, Status.IDEA), False)]),
        _column(view, "done", Status.DONE, done[:LATEST],
                [("earlier", done[LATEST:], False),
                 ("n_dropped", closed(view, Status.DROPPED), True)], count=len(done)),
    )
    if view.shown.statuses:  # nobody asked for the others
        columns = tuple(c for c in columns if c.cards or c.folded)
    return Board(tabs=view.tabs("board"), as_of=view.as_of(), columns=columns,
                 over_focus=limit if is_over else 0,
                 longest_ago=view.ref(view.insights.longest_ago(focus)) if is_over else None,
                 explorations=sum(m.kind == "exploration" for m in under_way))


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
    view: Viewer, key: str, status: Status, milestones: Sequence[Milestone],
    folds: Iterable[tuple[str, Sequence[Milestone], bool]], count: int | None = None,
) -> Column:
    limit = view.shown.limit
    return Column(
        key=key, status=status, cards=view.cards(milestones[:limit]),
        count=len(milestones) if count is None else count,
        folded=tuple(Fold(view.words(word, n=len(some)), view.cards(some[:MOST_OVER]), is_open,
                          view.rest(some, some[:MOST_OVER]))
                     for word, some, is_open in folds if some and not limit),
    )
