"""The boxes on one post: what it is about, and its place among the posts."""

from __future__ import annotations

from typing import NamedTuple

from ..roadmap import insights
from ..roadmap.model import Milestone, Post
from ..vocabulary.settings import Settings
from .head_tags import SharedCard
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


class PostLine(NamedTuple):
    """What stands right below the title of a post; each may be empty."""

    day: str
    iso: str
    """The day as programs read it."""
    authors: str
    minutes: int
    status_then: str
    """What the post said of the first thing that it is about, where that has changed since."""


class PostBox(NamedTuple):
    line: PostLine | None
    """None: there is nothing to say, or the site wants none."""
    about: tuple[About, ...]
    goal: Ref | None
    """The goal it serves."""
    people: tuple[Ref, ...]
    """Who worked on it with the author, or helped."""
    evidence: tuple[Ref, ...]
    """What it names as evidence."""
    next_in_goal: Ref | None
    mentions: tuple[Ref, ...]


def post_box(view: Viewer, post: Post, mentions: Mentions) -> PostBox:
    roadmap = view.roadmap
    goal = roadmap.goal.get(post.goal or "")
    following = insights.next_in_line(view.insights.lines[goal.id], post.milestones) if goal else None
    return PostBox(
        line=_line(view, post),
        about=tuple(_about(view, post, roadmap.milestone[id]) for id in post.milestones),
        goal=view.goal_ref(post.goal),
        people=view.people(post.people),
        evidence=tuple(view.evidence_ref(e) for e in post.evidence),
        next_in_goal=view.ref(following, view.when(following)) if following else None,
        mentions=mentioned(view, mentions, post.path),
    )


def authors(settings: Settings, post: Post) -> tuple[str, ...]:
    """Return who wrote a post: whom it names, else the site's person, else its author. Empty: nobody knows,
    or it says so to Material's blog, which has short names for people.
    """
    if post.has_authors:
        return () if settings.is_in_blog(post.path) else post.authors
    name = settings.person.name if settings.person else settings.author
    return (name,) if name else ()


def as_article(card: SharedCard, settings: Settings, post: Post) -> SharedCard:
    """Return the card of a post with its day and who wrote it."""
    return card._replace(published=post.day.isoformat() if post.day else "",
                         author=", ".join(authors(settings, post)))


def _line(view: Viewer, post: Post) -> PostLine | None:
    """Return the line below the title. Material's blog has day, authors and time on its posts itself."""
    settings, w = view.settings, view.words
    if not settings.post_line:
        return None
    now = next((view.roadmap.milestone[id].status for id in post.milestones), None)
    own = next((one.status for one in post.outcomes if one.milestone in post.milestones[:1]), None)
    then = own or post.status
    line = PostLine("", "", "", 0, str(then) if then and now and then is not now else "")
    if not settings.is_in_blog(post.path):
        line = line._replace(
            day=w.day(post.day) if post.day else "", iso=post.day.isoformat() if post.day else "",
            authors=w.listed(authors(settings, post)), minutes=post.minutes)
    return line if any(line) else None


def _about(view: Viewer, post: Post, m: Milestone) -> About:
    at = m.posts.index(post.path)

    def other(index: int) -> Ref | None:
        inside = 0 <= index < len(m.posts)
        return view.post_ref(view.roadmap.post[m.posts[index]]) if inside else None

    return About(
        milestone=view.ref(m), scope=view.scope(m), goal=view.goal_ref(m.goal),
        nth=at + 1, posts=len(m.posts), before=other(at - 1), after=other(at + 1),
    )
