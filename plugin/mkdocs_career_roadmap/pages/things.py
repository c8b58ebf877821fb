"""What the pages of one goal, one milestone and one post show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..reading.entry import Estimate, Evidence, Replication
from ..roadmap import insights
from ..roadmap.model import Goal, Milestone, Post, Revision, Roadmap
from ..roadmap.parts import below, nested
from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Status
from .diff import Piece, word_diff
from .shapes import Branch, Card, GoalCard, Ref, Scope, Stop
from .staircase import LadderView, draw_ladder
from .viewer import DEEPEST, LATEST, Viewer

Mentions = Mapping[str, tuple[tuple[str, str], ...]]
"""From a source path to the pages that link to it, each as (source path, title)."""


class Sharpening(NamedTuple):
    """A revision of a goal, ready to be shown."""

    day: str
    before: str
    after: str
    words: tuple[Piece, ...]
    """What made the one of the other."""
    post: Ref
    reason: str
    """The post's description, else empty."""
    milestones: tuple[Ref, ...]


class GoalPage(NamedTuple):
    goal: GoalCard
    since: str
    rail: tuple[Stop, ...]
    """Its milestones, each part below its whole and the dropped ones last."""
    next: tuple[Ref, ...]
    """What is free to begin."""
    revisions: tuple[Sharpening, ...]
    """Newest first."""
    critical_path: tuple[Ref, ...]
    """Two milestones or more; a single step is no path."""
    ladder: LadderView | None
    """The scope of what was finished; None: too little was."""
    builds_on: tuple[Ref, ...]
    makes_possible: tuple[Ref, ...]
    posts: tuple[Ref, ...]
    """Newest first."""
    mentions: tuple[Ref, ...]


class MilestonePage(NamedTuple):
    card: Card
    kind: str
    """Its kind in words; empty: not said."""
    part_of: Ref | None
    parts: tuple[Branch, ...]
    """To any depth, each below what it is a part of."""
    progress: str
    """Of its parts; empty without any."""
    look_again: Ref | None
    """The post that restated its goal, if none was about it since."""
    needed_first: tuple[Ref, ...]
    makes_possible: tuple[Ref, ...]
    posts: tuple[Ref, ...]
    """Oldest first: they are read as a series."""
    evidence: tuple[Ref, ...]
    replications: tuple[Replication, ...]
    lessons: tuple[str, ...]
    estimate: tuple[tuple[str, str], ...]
    actual: tuple[tuple[str, str], ...]
    changed: tuple[Sharpening, ...]
    before: Ref | None
    after: Ref | None
    mentions: tuple[Ref, ...]


class About(NamedTuple):
    """What a post is about: one milestone, with the post's place among its posts."""

    milestone: Ref
    scope: Scope | None
    goal: Ref | None
    nth: int
    """From 1."""
    posts: int
    before: Ref | None
    after: Ref | None


class PostBox(NamedTuple):
    about: tuple[About, ...]
    goal: Ref | None
    """The goal it serves."""
    next_in_goal: Ref | None
    mentions: tuple[Ref, ...]


def goal_page(view: Viewer, goal: Goal, mentions: Mentions) -> GoalPage:
    roadmap, w = view.roadmap, view.words
    card = view.goal_card(goal)
    own = roadmap.milestones_of(goal)
    begun = [m.started.first for m in own if m.started and m.status.has_begun]
    path = view.whole.critical_paths[goal.id]
    return GoalPage(
        goal=card,
        since=w("since", start=w.day(PartialDate(min(begun).year))) if begun else "",
        rail=view.stops(sorted(card.milestones, key=lambda c: c.status == Status.DROPPED)),
        next=tuple(view.ref(m, view.when(m)) for m in insights.next_up(roadmap, own)[:LATEST]),
        revisions=tuple(sharpening(view, r) for r in reversed(goal.revisions)),
        critical_path=tuple(view.ref(m) for m in path) if len(path) > 1 else (),
        ladder=draw_ladder(view, own),
        builds_on=_across(view, goal, (id for m in own for id in m.depends_on)),
        makes_possible=_across(view, goal, (id for m in own for id in m.needed_by)),
        posts=tuple(view.post_ref(roadmap.post[path]) for path in reversed(goal.posts)),
        mentions=_mentions(view, mentions, goal.page),
    )


def _across(view: Viewer, goal: Goal, ids: Iterable[str]) -> tuple[Ref, ...]:
    """Return the milestones of other goals among `ids`, each once."""
    found = (view.roadmap.milestone[id] for id in dict.fromkeys(ids))
    return tuple(view.ref(m, _goal_title(view.roadmap, m)) for m in found if m.goal != goal.id)


def _goal_title(roadmap: Roadmap, m: Milestone) -> str:
    goal = roadmap.goal.get(m.goal or "")
    return goal.title if goal else ""


def sharpening(view: Viewer, revision: Revision) -> Sharpening:
    post = view.roadmap.post[revision.path]
    return Sharpening(
        view.words.day(revision.day) if revision.day else "",
        revision.before, revision.after, word_diff(revision.before, revision.after),
        view.post_ref(post), post.description or "",
        tuple(view.ref(view.roadmap.milestone[id]) for id in revision.milestones),
    )


def _mentions(view: Viewer, mentions: Mentions, path: str) -> tuple[Ref, ...]:
    return tuple(Ref(title, view.link(page)) for page, title in mentions.get(path, ()))


def milestone_page(view: Viewer, m: Milestone, mentions: Mentions) -> MilestonePage:
    roadmap, w = view.roadmap, view.words
    by_id = roadmap.milestone
    goal = roadmap.goal.get(m.goal or "")
    parts = below(roadmap, m)
    progress = insights.progress(parts)
    restated = view.whole.look_again.get(m.id)
    before, after = insights.neighbours(roadmap, m)

    def described(other: Milestone) -> Ref:
        title = _goal_title(roadmap, other) if other.goal != m.goal else ""
        return view.ref(other, w.listed((w(other.status), title)))

    def of_part(part: Milestone) -> Ref:
        ref = described(part)
        return ref._replace(note=w.listed((ref.note, view.parts_done(part))))

    return MilestonePage(
        card=view.card(m),
        kind=w("replication_kind" if m.kind == "replication" else m.kind) if m.kind else "",
        part_of=view.ref(by_id[m.part_of]) if m.part_of else None,
        parts=tuple(Branch(of_part(part), min(depth, DEEPEST)) for part, depth in nested(parts)),
        progress=w("done_of", done=progress.done, total=progress.total) if progress.total else "",
        look_again=view.post_ref(roadmap.post[restated.path]) if restated else None,
        needed_first=tuple(described(by_id[id]) for id in m.depends_on),
        makes_possible=tuple(described(by_id[id]) for id in m.needed_by),
        posts=tuple(view.post_ref(roadmap.post[path]) for path in m.posts),
        evidence=tuple(_evidence(view, e) for e in m.evidence),
        replications=tuple(row.said for row in m.replications),
        lessons=m.lessons,
        estimate=numbers(view, m.estimate),
        actual=numbers(view, m.actual),
        changed=tuple(sharpening(view, r) for r in goal.revisions if m.id in r.milestones) if goal else (),
        before=view.ref(before) if before else None,
        after=view.ref(after) if after else None,
        mentions=_mentions(view, mentions, m.page),
    )


def _evidence(view: Viewer, evidence: Evidence) -> Ref:
    if evidence.target is None:
        return Ref(evidence.title, evidence.url)
    href = view.link(evidence.target)
    _, hash, fragment = evidence.url.partition("#")
    return Ref(evidence.title, href and href + hash + fragment)


def numbers(view: Viewer, estimate: Estimate | None) -> tuple[tuple[str, str], ...]:
    names = ("effort", "impact", "likelihood", "complexity")
    found = [(name, getattr(estimate, name, None)) for name in names]
    return tuple((view.words(name), str(value)) for name, value in found if value is not None)


def post_box(view: Viewer, post: Post, mentions: Mentions) -> PostBox:
    roadmap = view.roadmap
    goal = roadmap.goal.get(post.goal or "")
    following = insights.next_in_line(view.whole.lines[goal.id], post.milestones) if goal else None
    return PostBox(
        about=tuple(_about(view, post, roadmap.milestone[id]) for id in post.milestones),
        goal=view.goal_ref(post.goal),
        next_in_goal=view.ref(following, view.when(following)) if following else None,
        mentions=_mentions(view, mentions, post.path),
    )


def _about(view: Viewer, post: Post, m: Milestone) -> About:
    at = m.posts.index(post.path)

    def other(index: int) -> Ref | None:
        inside = 0 <= index < len(m.posts)
        return view.post_ref(view.roadmap.post[m.posts[index]]) if inside else None

    return About(
        milestone=view.ref(m), scope=view.scope(m), goal=view.goal_ref(m.goal),
        nth=at + 1, posts=len(m.posts), before=other(at - 1), after=other(at + 1),
    )
