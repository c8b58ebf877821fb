"""The boxes on one post: what it is about, and its place among the posts."""

from __future__ import annotations

from typing import NamedTuple

from ..roadmap import insights
from ..roadmap.model import Milestone, Post
from .shapes import Ref, Scope
from .shared import Mentions, mentioned
from .viewer import Viewer


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
    people: tuple[Ref, ...]
    """Who worked on it with the author, or helped."""
    next_in_goal: Ref | None
    mentions: tuple[Ref, ...]


def post_box(view: Viewer, post: Post, mentions: Mentions) -> PostBox:
    roadmap = view.roadmap
    goal = roadmap.goal.get(post.goal or "")
    following = insights.next_in_line(view.insights.lines[goal.id], post.milestones) if goal else None
    return PostBox(
        about=tuple(_about(view, post, roadmap.milestone[id]) for id in post.milestones),
        goal=view.goal_ref(post.goal),
        people=view.people(post.people),
        next_in_goal=view.ref(following, view.when(following)) if following else None,
        mentions=mentioned(view, mentions, post.path),
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
