"""The boxes on one post: what it is about, and its place among the posts."""

from __future__ import annotations

from typing import NamedTuple

from ..roadmap.insights import next_in_line
from ..roadmap.known import Insights
from ..roadmap.model import Goal, Milestone, Post, Roadmap
from ..vocabulary.settings import Settings
from .head_tags import SharedCard
from .shapes import Ref, Scope
from .shared import Mentions
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


class AboutFacts(NamedTuple):
    """A milestone that a post is about, and what stands beside it."""

    milestone: Milestone
    goal: Goal | None
    """Its own."""
    before: Post | None
    after: Post | None


class PostFacts(NamedTuple):
    """All of a roadmap that the boxes on a post show, but for its day."""

    post: Post
    about: tuple[AboutFacts, ...]
    goal: Goal | None
    """That of the post."""
    following: Milestone | None
    """What is next in that goal."""
    mentions: tuple[tuple[str, str], ...]
    """See `Mentions`."""


def post_facts(roadmap: Roadmap, insights: Insights, post: Post, mentions: Mentions) -> PostFacts:
    """Return what is shown on a post. Where it is as it was, with the same words at the same addresses, so
    are the boxes.
    """
    goal = roadmap.goal.get(post.goal or "")
    following = next_in_line(insights.lines[goal.id], post.milestones) if goal else None
    return PostFacts(
        post, tuple(_about_facts(roadmap, post, roadmap.milestone[id]) for id in post.milestones), goal,
        following, mentions.get(post.path, ()))


def _about_facts(roadmap: Roadmap, post: Post, m: Milestone) -> AboutFacts:
    at = m.posts.index(post.path)

    def other(index: int) -> Post | None:
        return roadmap.post[m.posts[index]] if 0 <= index < len(m.posts) else None

    return AboutFacts(m, roadmap.goal.get(m.goal or ""), other(at - 1), other(at + 1))


def post_box(view: Viewer, post: Post, mentions: Mentions) -> PostBox:
    return box_of(view, post_facts(view.roadmap, view.insights, post, mentions))


def box_of(view: Viewer, facts: PostFacts) -> PostBox:
    """Return the boxes on a post. Of the view's roadmap they show the day, and all else is in `facts`."""
    post, following = facts.post, facts.following
    return PostBox(
        line=_line(view, facts),
        about=tuple(_about(view, post, about) for about in facts.about),
        goal=_goal_ref(view, facts.goal),
        people=view.people(post.people),
        evidence=tuple(view.evidence_ref(e) for e in post.evidence),
        next_in_goal=view.ref(following, view.when(following)) if following else None,
        mentions=tuple(Ref(title, view.link(page)) for page, title in facts.mentions),
    )


def _goal_ref(view: Viewer, goal: Goal | None) -> Ref | None:
    return Ref(view.title(goal), view.link(goal.page), goal.status) if goal else None


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


def _line(view: Viewer, facts: PostFacts) -> PostLine | None:
    """Return the line below the title. Material's blog has day, authors and time on its posts itself."""
    settings, w, post = view.settings, view.words, facts.post
    if not settings.post_line:
        return None
    now = next((about.milestone.status for about in facts.about), None)
    own = next((one.status for one in post.outcomes if one.milestone in post.milestones[:1]), None)
    then = own or post.status
    line = PostLine("", "", "", 0, str(then) if then and now and then is not now else "")
    if not settings.is_in_blog(post.path):
        line = line._replace(
            day=w.day(post.day) if post.day else "", iso=post.day.isoformat() if post.day else "",
            authors=w.listed(authors(settings, post)), minutes=post.minutes)
    return line if any(line) else None


def _about(view: Viewer, post: Post, about: AboutFacts) -> About:
    m, before, after = about.milestone, about.before, about.after
    return About(
        milestone=view.ref(m), scope=view.scope(m), goal=_goal_ref(view, about.goal),
        nth=m.posts.index(post.path) + 1, posts=len(m.posts),
        before=view.post_ref(before) if before else None, after=view.post_ref(after) if after else None,
    )
