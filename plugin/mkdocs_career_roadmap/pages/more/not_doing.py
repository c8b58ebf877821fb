"""What was put aside, why, and when to look at it again."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...roadmap.model import Goal, Milestone, Roadmap
from ...vocabulary.dates import PartialDate
from ...vocabulary.fields import Status
from ..shapes import Ref, Tab
from ..viewer import Viewer

PUT_ASIDE = (Status.PAUSED, Status.DROPPED)


def put_aside(roadmap: Roadmap, status: Status) -> tuple[Goal | Milestone, ...]:
    """Return the goals and milestones of a status: those to look at again by now first, then
    the latest first. Those put aside on no known day come last.
    """
    things: list[Goal | Milestone] = [*roadmap.goals, *roadmap.milestones]
    unordered = [thing for thing in things if thing.status is status]
    latest_first = sorted(unordered, key=lambda thing: _since(thing) or date.min, reverse=True)
    return tuple(sorted(latest_first, key=lambda thing: not is_to_revisit(roadmap, thing)))


def has_put_aside(roadmap: Roadmap) -> bool:
    """True when anything was put aside."""
    return any(put_aside(roadmap, status) for status in PUT_ASIDE)


def is_to_revisit(roadmap: Roadmap, thing: Goal | Milestone) -> bool:
    """True when something was put aside until a day that has come. A month comes with its
    first day, and so does a year.
    """
    return thing.status.is_put_aside and thing.revisit is not None and thing.revisit.first <= roadmap.as_of


def _since(thing: Goal | Milestone) -> date | None:
    """Return the day it was put aside, or None."""
    if isinstance(thing, Milestone) and thing.finished:
        return thing.finished.last
    return thing.changes[-1].day if thing.changes else None


class PutAside(NamedTuple):
    """A goal or milestone that is not worked on."""

    what: Ref
    goal: Ref | None
    """The goal of a milestone; None: it has none, or is one itself."""
    is_goal: bool
    day: str
    """When it was put aside, to the month."""
    reason: str | None
    revisit: str
    """When to look again, in words; empty: nobody said."""
    is_due: bool
    """True when that day has come."""
    post: Ref | None
    """The post that put it aside."""


class NotDoingPage(NamedTuple):
    tabs: tuple[Tab, ...]
    as_of: str
    groups: tuple[tuple[str, tuple[PutAside, ...]], ...]
    """The status, and what has it: paused first, which may come back."""


def not_doing_page(view: Viewer) -> NotDoingPage:
    """Return what the page of things put aside shows."""
    groups = ((status, put_aside(view.roadmap, status)) for status in PUT_ASIDE)
    return NotDoingPage(tabs=view.tabs(""), as_of=view.as_of(), groups=tuple(
        (str(status), tuple(_put_aside(view, thing) for thing in things))
        for status, things in groups if things))


def _put_aside(view: Viewer, thing: Goal | Milestone) -> PutAside:
    is_goal = isinstance(thing, Goal)
    post = view.roadmap.post.get(thing.changes[-1].path) if thing.changes else None
    since = _since(thing)
    is_due = view.is_advised and is_to_revisit(view.roadmap, thing)
    return PutAside(
        what=Ref(view.title(thing), view.link(thing.page), thing.status),
        goal=None if isinstance(thing, Goal) else view.goal_ref(thing.goal), is_goal=is_goal,
        day=view.short(PartialDate.of(since)) if since else "", reason=thing.reason,
        revisit=_revisit(view, thing.revisit, is_due), is_due=is_due,
        post=view.post_ref(post) if post else None)


def _revisit(view: Viewer, day: PartialDate | None, is_due: bool) -> str:
    if day is None:
        return ""
    shown = view.words.day(day)
    return view.words("look_again_since", day=shown) if is_due else view.words("revisit", day=shown)
