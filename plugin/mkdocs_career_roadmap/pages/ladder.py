"""The ladder of scope: does the work grow? The question first, then its drawing, a step for each
milestone that was finished.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..roadmap.model import Milestone
from .shapes import Ref
from .viewer import MOST_OVER, Viewer


class Note(StrEnum):
    """What a scope ladder may be worth a thought for; never an error."""

    PLATEAU = "plateau"
    """The third in a row of one size, or more."""
    FALL = "fall"
    """Smaller than the one before."""
    JUMP = "jump"
    """Two rungs larger than the one before, or more."""


class Rung(NamedTuple):
    """A finished milestone on the ladder of scope."""

    milestone: Milestone
    scope: int
    day: date
    """When it was finished; of a longer time the last day."""
    note: Note | None = None


def scope_ladder(milestones: Iterable[Milestone]) -> tuple[Rung, ...]:
    """Return the scope of the finished milestones over time, earliest first.

    Explorations are left out: they are meant to be small. So are parts: they are
    steps within one piece of work, and the whole is its size.
    """
    done = [
        (m.finished.last, m.scope, m)
        for m in milestones
        if m.status.is_reached and m.finished and m.scope
        and m.kind != "exploration" and not m.part_of
    ]
    rungs: list[Rung] = []
    scopes: list[int] = []
    for day, scope, milestone in sorted(done, key=lambda step: (step[0], step[2].id)):
        rungs.append(Rung(milestone, scope, day, _note(scopes, scope)))
        scopes.append(scope)
    return tuple(rungs)


def _note(before: Sequence[int], scope: int) -> Note | None:
    if not before:
        return None
    if scope < before[-1]:
        return Note.FALL
    if scope - before[-1] >= 2:
        return Note.JUMP
    if len(before) >= 2 and before[-1] == before[-2] == scope:
        return Note.PLATEAU
    return None


FEWEST = 3
"""With fewer steps there is nothing to see that the list of milestones does not tell."""
MOST = 12
"""So many steps are drawn, the latest; more would not be told apart on a phone."""
_EDGE, _APART = 4.0, 7.0
"""Percent of the width: from an edge to the first mark, and from one mark to the next, at least."""


class Mark(NamedTuple):
    """A step in the drawing; its places are percents of the whole."""

    number: int
    """Of the step, as it is listed."""
    x: str
    y: str
    has_note: bool


class StepView(NamedTuple):
    """A milestone on the ladder, as text."""

    milestone: Ref
    scope: str
    day: str
    note: str
    """What may be worth a thought; mostly empty."""


class LadderView(NamedTuple):
    rungs: tuple[str, ...]
    """The names of the site's scopes, the largest first."""
    steps: tuple[StepView, ...]
    """The latest, the earliest of them first: what the drawing says, in words."""
    first: int
    """The number of the first of these, from 1."""
    marks: tuple[Mark, ...]
    path: str
    """For the attribute `d`, in a box 100 wide and 100 high."""
    start: str
    end: str
    """The days at both ends, in words."""


def draw_ladder(view: Viewer, milestones: Iterable[Milestone]) -> LadderView | None:
    """Return the scope of what was finished over time; None if that is too little to see."""
    scopes = len(view.settings.scopes)
    ladder = [rung for rung in scope_ladder(milestones) if rung.scope <= scopes]
    if len(ladder) < FEWEST:
        return None
    drawn = ladder[-MOST:]
    days = [min(rung.day, view.roadmap.as_of) for rung in drawn]
    places = list(zip(_spread(days, view.roadmap.as_of),
                      [100 * (scopes - rung.scope + 0.5) / scopes for rung in drawn], strict=True))
    first = len(ladder) - len(drawn) + 1
    climbed = "".join(f"H{x:.4g}V{y:.4g}" for x, y in places[1:])
    return LadderView(
        rungs=tuple(view.rung(n) for n in range(scopes, 0, -1)),
        steps=tuple(_step(view, rung) for rung in ladder[-MOST_OVER:]),
        first=max(len(ladder) - MOST_OVER, 0) + 1,
        marks=tuple(Mark(number, f"{x:.4g}%", f"{y:.4g}%", rung.note is not None)
                    for number, (rung, (x, y)) in enumerate(zip(drawn, places, strict=True), first)),
        path="M{:.4g} {:.4g}".format(*places[0]) + climbed + "H100",
        start=view.words.month(days[0]), end=view.words.month(view.roadmap.as_of),
    )


def _spread(days: list[date], as_of: date) -> list[float]:
    """Return the places of days in order, true to time but where marks would touch."""
    span = max((as_of - days[0]).days, 1)
    places: list[float] = []
    for day in days:
        at = _EDGE + (100 - 2 * _EDGE) * (day - days[0]).days / span
        places.append(max(at, places[-1] + _APART) if places else at)
    room = 100 - _EDGE
    for i in reversed(range(len(places))):
        places[i] = min(places[i], room)
        room = places[i] - _APART
    return places


def _step(view: Viewer, rung: Rung) -> StepView:
    m = rung.milestone
    notes = {
        None: "",
        Note.PLATEAU: view.words("plateau"),
        Note.FALL: view.words("fall"),
        Note.JUMP: view.words("jump"),
    }
    return StepView(view.ref(m), view.rung(rung.scope), view.short(m.finished), notes[rung.note])
