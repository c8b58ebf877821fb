"""What came out of the work, goal after goal: papers, code, data, talks and numbers."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from ...roadmap.model import Milestone, Roadmap
from ...vocabulary.identifiers import KINDS
from ..shapes import Ref, Tab
from ..viewer import Viewer


class Proof(NamedTuple):
    """What proves the work on one milestone."""

    day: str
    """When the milestone was over, else when it was last written of; empty: neither is known."""
    milestone: Ref
    evidence: tuple[Ref, ...]


class KindCount(NamedTuple):
    """How much there is of one kind of evidence."""

    kind: str
    word: str
    n: int


class ProofGroup(NamedTuple):
    goal: Ref | None
    """None: it served no goal."""
    proofs: tuple[Proof, ...]
    """The latest first; what has no day last."""


class EvidencePage(NamedTuple):
    tabs: tuple[Tab, ...]
    counts: tuple[KindCount, ...]
    """Each piece once, whatever milestones it proves; what is of no known kind is not among them."""
    groups: tuple[ProofGroup, ...]


def proven(roadmap: Roadmap) -> tuple[Milestone, ...]:
    """Return the milestones that have evidence, the latest first. Empty: nobody named any."""
    found = [m for m in roadmap.milestones if m.evidence]
    return tuple(sorted(found, reverse=True, key=lambda m: (day_of_proof(roadmap, m) or date.min, m.id)))


def day_of_proof(roadmap: Roadmap, m: Milestone) -> date | None:
    """Return when a milestone was over, else when it was last written of; None: neither is known."""
    if m.finished:
        return m.finished.last
    days = [day for path in m.posts if (day := roadmap.post[path].day)]
    return max(days, default=None)


def evidence_page(view: Viewer) -> EvidencePage:
    """Return what the page of evidence shows."""
    roadmap = view.roadmap
    of_goal: dict[str | None, list[Milestone]] = {goal: [] for goal in (*roadmap.goal, None)}
    for m in proven(roadmap):
        of_goal[m.goal if m.goal in roadmap.goal else None].append(m)
    return EvidencePage(view.tabs(""), _counts(view), tuple(
        ProofGroup(view.goal_ref(goal) if goal else None, tuple(proof(view, m) for m in milestones))
        for goal, milestones in of_goal.items() if milestones))


def _counts(view: Viewer) -> tuple[KindCount, ...]:
    each = {e for m in view.roadmap.milestones for e in m.evidence}
    found = Counter(e.kind for e in each)
    return tuple(KindCount(kind, view.words(f"kind_{kind}"), found[kind]) for kind in KINDS if found[kind])


def proof(view: Viewer, m: Milestone) -> Proof:
    """Return a milestone with its evidence."""
    day = day_of_proof(view.roadmap, m)
    return Proof(view.short(m.finished) if m.finished else view.words.day(day) if day else "",
                 view.ref(m), tuple(view.evidence_ref(e) for e in m.evidence))
