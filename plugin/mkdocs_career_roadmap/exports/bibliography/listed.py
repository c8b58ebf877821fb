"""The works of a roadmap in the order of a bibliography: by goal, and within one by year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from ...pages.more.evidence import day_of_proof
from ...reading.entry import Evidence
from ...roadmap.model import Milestone, Roadmap
from ...vocabulary.bibliography.work import Work, doi_of
from ...vocabulary.identifiers import identified
from ..json_shapes import Url

_TYPES = {
    "paper": "article-journal", "preprint": "article", "book": "book", "code": "software", "data": "dataset",
    "talk": "speech", "demo": "software"}
"""What evidence is to CSL where no bibliography says so."""
_NOT_IN_KEYS = re.compile(r"[\s{}(),=#%\"'~\\@]+")


class ListedWork(NamedTuple):
    """A work as it is written into a bibliography: its key is no other's."""

    work: Work
    goals: tuple[str, ...]
    """Ids of the goals that it serves."""


class WorksOfGoal(NamedTuple):
    """The works of one goal, the latest first. One that serves several goals stands with the first."""

    title: str
    """Empty: they serve none."""
    works: tuple[ListedWork, ...]


class _Found(NamedTuple):
    """A work with what orders it."""

    year: int
    """Of the work, else when it was named as proof; 0: neither is known."""
    work: Work


def listed_works(roadmap: Roadmap, url: Url) -> tuple[WorksOfGoal, ...]:
    """Return all that proves the work and can be cited: works of the bibliography, and what has an address of
    the web. A number alone is neither. Empty: there is nothing.
    """
    goals_of: dict[str, list[str]] = {}
    first: dict[str | None, dict[str, _Found]] = {goal.id: {} for goal in roadmap.goals} | {None: {}}
    for goal, m in _in_order(roadmap):
        day = day_of_proof(roadmap, m)
        for evidence in m.evidence:
            work = evidence.work or _made(evidence, url)
            if work is None:
                continue
            identity = f"@{work.key.casefold()}" if evidence.work else _identity(work.url)
            if identity not in goals_of:
                first[goal][identity] = _Found(work.year or (day.year if day else 0), work)
            served = goals_of.setdefault(identity, [])
            served += [id for id in m.goals if id in roadmap.goal and id not in served]
    groups = [(roadmap.goal[id].title if id else "", sorted(found.items(), key=lambda one: (
        -one[1].year, one[1].work.title.casefold(), one[0]))) for id, found in first.items() if found]
    keys = _keys([identity for _, found in groups for identity, _ in found],
                 [found.work.key for _, works in groups for _, found in works])
    return tuple(WorksOfGoal(title, tuple(
        ListedWork(replace(one.work, key=keys[identity]), tuple(goals_of[identity]))
        for identity, one in found)) for title, found in groups)


def _in_order(roadmap: Roadmap) -> Iterator[tuple[str | None, Milestone]]:
    of_goal: dict[str | None, list[Milestone]] = {goal.id: [] for goal in roadmap.goals} | {None: []}
    for m in roadmap.milestones:
        of_goal[m.goal if m.goal in roadmap.goal else None].append(m)
    return ((goal, m) for goal, milestones in of_goal.items() for m in milestones)


def _identity(address: str) -> str:
    known = identified(address)
    return known.key if known else address


def _made(evidence: Evidence, url: Url) -> Work | None:
    """Return evidence that no bibliography has as a work; None: it has no address of the web."""
    address = evidence.address(url)
    if not address or not address.startswith(("https://", "http://")):
        return None
    name = re.sub(r"^https?://(www\.)?", "", _identity(address).casefold())
    return Work(key=re.sub(r"[^a-z0-9]+", "-", name).strip("-"),
                type=_TYPES.get(evidence.kind, "webpage"), title=evidence.title or evidence.number or address,
                url=address, doi=doi_of("", address))


def _keys(identities: Iterable[str], wanted: Iterable[str]) -> dict[str, str]:
    """Return keys that BibTeX takes, by identity. Of those that are the same in any case, all but the first
    get a letter or a number behind them.
    """
    keys: dict[str, str] = {}
    taken: dict[str, int] = {}
    for identity, written in zip(identities, wanted, strict=True):
        key = base = _NOT_IN_KEYS.sub("-", written).strip("-") or "work"
        while key.casefold() in taken:
            taken[base.casefold()] += 1
            key = f"{base}-{taken[base.casefold()]}"
        taken[key.casefold()] = 1
        keys[identity] = key
    return keys
