"""What the page of one goal shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..roadmap import insights
from ..roadmap.model import Goal
from ..vocabulary.fields import Status
from .ladder import LadderView, draw_ladder
from .shapes import Earlier, GoalCard, Ref, Stop
from .shared import Mentions, Sharpening, goal_when, mentioned, sharpening
from .viewer import LATEST, MOST_OVER, MOST_POSTS, Viewer
from .years import over_on


class GoalPage(NamedTuple):
    goal: GoalCard
    when: str
    """Since when it is worked on or, once that is over, from when to when; empty if nobody knows."""
    reason: str | None
    """Why it was dropped, paused or reached in part only; None: nobody says, or it is none of these."""
    rail: tuple[Stop, ...]
    """Its milestones, each part below its whole and the dropped ones last; of those that are over, the
    latest.
    """
    earlier: Earlier | None
    """Where the others are. None: there are none."""
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
    earlier_posts: Earlier | None
    """Where posts are that are not listed. None: all are."""
    mentions: tuple[Ref, ...]


def goal_page(view: Viewer, goal: Goal, mentions: Mentions) -> GoalPage:
    roadmap = view.roadmap
    card = view.goal_card(goal)
    own = roadmap.milestones_of(goal)
    path = view.insights.critical_paths[goal.id]
    listed, earlier = view.earlier([over_on(m) for m in own], MOST_OVER)
    cards = [card.milestones[at] for at in listed]
    posts = [roadmap.post[path] for path in reversed(goal.posts)]
    posts_listed, earlier_posts = view.earlier([post.day for post in posts], MOST_POSTS)
    return GoalPage(
        goal=card,
        when=goal_when(view, goal, own),
        reason=goal.reason if goal.status.has_reason else None,
        rail=view.stops(sorted(cards, key=lambda c: c.status == Status.DROPPED)),
        earlier=earlier,
        next=tuple(view.ref(m, view.when(m)) for m in insights.next_up(roadmap, own)[:LATEST]),
        revisions=tuple(sharpening(view, r) for r in reversed(goal.revisions)),
        critical_path=tuple(view.ref(m) for m in path) if len(path) > 1 else (),
        ladder=draw_ladder(view, own),
        builds_on=_across(view, goal, (id for m in own for id in m.depends_on)),
        makes_possible=_across(view, goal, (id for m in own for id in m.needed_by)),
        posts=tuple(view.post_ref(posts[at]) for at in posts_listed),
        earlier_posts=earlier_posts,
        mentions=mentioned(view, mentions, goal.page),
    )


def _across(view: Viewer, goal: Goal, ids: Iterable[str]) -> tuple[Ref, ...]:
    """Return the milestones of other goals among `ids`, each once."""
    milestones = (view.roadmap.milestone[id] for id in dict.fromkeys(ids))
    return tuple(view.ref(m, view.goal_title(m)) for m in milestones if goal.id not in m.goals)


