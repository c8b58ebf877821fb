"""The scope of what was finished, over time: does the work grow?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..roadmap.model import Milestone
from ..vocabulary.fields import Status


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
    """When it was finished; of a month or a year the last day."""
    note: Note | None = None


def scope_ladder(milestones: Iterable[Milestone]) -> tuple[Rung, ...]:
    """Return the scope of the finished milestones over time, earliest first.

    Explorations are left out: they are meant to be small. So are parts: they are
    steps within one piece of work, and the whole is its size.
    """
    done = [
        (m.finished.last, m.scope, m)
        for m in milestones
        if m.status is Status.DONE and m.finished and m.scope
        and m.kind != "exploration" and not m.part_of
    ]
    rungs: list[Rung] = []
    for day, scope, milestone in sorted(done, key=lambda step: (step[0], step[2].id)):
        rungs.append(Rung(milestone, scope, day, _note([r.scope for r in rungs], scope)))
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
