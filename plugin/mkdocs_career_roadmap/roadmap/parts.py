"""Milestones broken down into simpler ones, to any depth, without recursion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..vocabulary.fields import Status
from .graph import find_cycles, in_order
from .model import Milestone, Roadmap

PROMISED_NOT = (Status.DROPPED, Status.IDEA)


def wholes(roadmap: Roadmap, milestone: Milestone) -> Iterator[Milestone]:
    """Yield what it is a part of, and what that is a part of, and so on up."""
    while milestone.part_of:
        milestone = roadmap.milestone[milestone.part_of]
        yield milestone


def below(roadmap: Roadmap, milestone: Milestone) -> list[Milestone]:
    """Return its parts, their parts, and so on down: each before its own parts."""
    result: list[Milestone] = []
    waiting = [*reversed(milestone.parts)]
    while waiting:
        result.append(roadmap.milestone[waiting.pop()])
        waiting += reversed(result[-1].parts)
    return result


def outline(roadmap: Roadmap, milestone: Milestone, levels: int) -> list[tuple[Milestone, int]]:
    """Return its parts, their parts and so on for so many levels, with their depths, which begin at 0; each
    before its own parts.
    """
    result: list[tuple[Milestone, int]] = []
    waiting = [(id, 0) for id in reversed(milestone.parts)]
    while waiting:
        id, depth = waiting.pop()
        result.append((roadmap.milestone[id], depth))
        if depth + 1 < levels:
            waiting += ((part, depth + 1) for part in reversed(roadmap.milestone[id].parts))
    return result


def nested(milestones: Sequence[Milestone]) -> list[tuple[Milestone, int]]:
    """Return them with their depths, each whole before its parts; the order of siblings stays.

    The depth is how many of them stand above one: 0 for what is no part of another of them.
    """
    among = {m.id: m for m in milestones}
    parts: defaultdict[str | None, list[Milestone]] = defaultdict(list)
    for m in milestones:
        parts[m.part_of if m.part_of in among else None].append(m)
    result: list[tuple[Milestone, int]] = []
    waiting = [(m, 0) for m in reversed(parts[None])]
    while waiting:
        m, depth = waiting.pop()
        result.append((m, depth))
        waiting += ((part, depth + 1) for part in reversed(parts[m.id]))
    return result


def counted(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return those that make up the progress of all of them.

    Of a whole and its parts the parts count, for counting both would count the same work
    twice. What was dropped does not count, nor does an idea; neither does what hangs on
    them, but for what is done or under way. A whole none of whose parts counts is its own part.
    """
    among = {m.id: m for m in milestones}
    given_up: set[str] = set()
    for id in in_order({m.id: [m.part_of] if m.part_of in among else [] for m in among.values()}):
        if among[id].status in PROMISED_NOT or among[id].part_of in given_up:
            given_up.add(id)
    return [
        m for m in among.values()
        if m.status not in PROMISED_NOT
        and (m.id not in given_up or m.status.is_reached or m.status is Status.ACTIVE)
        and not any(among[part].status not in PROMISED_NOT for part in m.parts if part in among)
    ]


def stand_ins(milestones: Sequence[Milestone]) -> dict[str, str]:
    """Return which of them stands for each where parts stand inside their wholes, by id: itself, unless it is
    a part of another of them, at any depth.
    """
    stands_for: dict[str, str] = {}
    for m, depth in nested(milestones):
        stands_for[m.id] = stands_for[m.part_of or ""] if depth else m.id
    return stands_for


def needs_between(
    milestones: Iterable[Milestone], stands_for: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return what each stand-in needs for itself and for those it stands for: other stand-ins.

    Where two would then wait for one another, one of them does not: in a circle nothing
    could be drawn first.
    """
    needs: dict[str, dict[str, None]] = {id: {} for id in stands_for.values()}
    for m in milestones:
        own = stands_for[m.id]
        found = (stands_for[id] for id in m.depends_on if id in stands_for)
        needs[own] |= dict.fromkeys(id for id in found if id != own)
    for cycle in find_cycles(needs):
        del needs[cycle[-1]][cycle[0]]
    return {id: tuple(some) for id, some in needs.items()}
