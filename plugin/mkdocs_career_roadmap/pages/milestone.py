"""What the page of one milestone shows."""

from __future__ import annotations

from typing import NamedTuple

from ..reading.entry import Replication
from ..roadmap import insights
from ..roadmap.model import Milestone
from ..roadmap.parts import outline
from .more.replications import verdict
from .shapes import Branch, Card, Ref
from .shared import Mentions, Sharpening, estimated, mentioned, sharpening
from .viewer import DEEPEST, LEVELS, Viewer, is_elsewhere


class MilestonePage(NamedTuple):
    card: Card
    kind: str
    """Its kind in words; empty: not said."""
    part_of: Ref | None
    parts: tuple[Branch, ...]
    """To a depth of `LEVELS`, each below what it is a part of; a note tells how far those below it are."""
    progress: str
    """Of its parts; empty without any."""
    people: tuple[Ref, ...]
    """Who worked on it with the author, or helped."""
    came: tuple[tuple[str, Ref | None], ...]
    """Where it was before, and what was split off: in words, with what that is, if it is still there."""
    look_again: Ref | None
    """The post that restated its goal, if none was about it since."""
    needed_first: tuple[Ref, ...]
    makes_possible: tuple[Ref, ...]
    posts: tuple[Ref, ...]
    """Oldest first: they are read as a series."""
    evidence: tuple[Ref, ...]
    replications: tuple[Replication, ...]
    verdicts: tuple[str, ...]
    """For each of them how what was reached compares, as on the page of replications; may be empty."""
    lessons: tuple[str, ...]
    estimated: str
    """What it was thought to take, and what it took, in one sentence; empty if nobody says."""
    changed: tuple[Sharpening, ...]
    before: Ref | None
    after: Ref | None
    mentions: tuple[Ref, ...]


def _came(view: Viewer, m: Milestone) -> tuple[tuple[str, Ref | None], ...]:
    w, by_id = view.words, view.roadmap.milestone
    lines: list[tuple[str, Ref | None]] = []
    for origin in m.origins:
        label = "split_from" if origin.is_split else "moved_from"
        of = view.ref(by_id[origin.milestone]) if origin.milestone else view.goal_ref(origin.goal)
        lines.append((w(label, day=w.day(origin.day)), of))
    lines += [(w("split_off", day=w.day(day)), view.ref(part))
              for day, part in view.insights.split_off.get(m.id, ())]
    return tuple(lines)


def milestone_page(view: Viewer, m: Milestone, mentions: Mentions) -> MilestonePage:
    roadmap, w = view.roadmap, view.words
    by_id = roadmap.milestone
    revisions = (r for id in m.goals for r in roadmap.goal[id].revisions if m.id in r.milestones)
    progress = view.insights.parts.get(m.id, insights.Progress(0, 0))
    restated = view.look_again.get(m.id)
    before, after = insights.neighbours(roadmap, m)

    def described(other: Milestone) -> Ref:
        title = view.goal_title(other) if is_elsewhere(other, m) else ""
        return view.ref(other, w.listed((w(other.status), title)))

    def of_part(part: Milestone) -> Ref:
        ref = described(part)
        return ref._replace(note=w.listed((ref.note, view.parts_done(part))))

    return MilestonePage(
        card=view.card(m),
        kind=w("replication_kind" if m.kind == "replication" else m.kind) if m.kind else "",
        part_of=view.ref(by_id[m.part_of]) if m.part_of else None,
        parts=tuple(Branch(of_part(part), min(depth, DEEPEST))
                    for part, depth in outline(roadmap, m, LEVELS)),
        progress=w("done_of", done=progress.done, total=progress.total) if progress.total else "",
        people=view.people(m.people),
        came=_came(view, m),
        look_again=view.post_ref(roadmap.post[restated.path]) if restated else None,
        needed_first=tuple(described(by_id[id]) for id in m.depends_on),
        makes_possible=tuple(described(by_id[id]) for id in m.needed_by),
        posts=tuple(view.post_ref(roadmap.post[path]) for path in m.posts),
        evidence=tuple(view.evidence_ref(e) for e in m.evidence),
        replications=tuple(row.replication for row in m.replications),
        verdicts=tuple(verdict(r.replication.metric, r.replication.claimed, r.replication.reached)
                       for r in m.replications),
        lessons=m.lessons,
        estimated=estimated(view, m.estimate, m.actual),
        changed=tuple(sharpening(view, r) for r in revisions),
        before=view.ref(before) if before else None,
        after=view.ref(after) if after else None,
        mentions=mentioned(view, mentions, m.page),
    )
