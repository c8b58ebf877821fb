"""The whole roadmap on one page: to print, to keep, and to read without a click."""

from __future__ import annotations

from typing import NamedTuple

from ...roadmap.model import Goal
from ..more.lessons import LessonGroup, lessons_page
from ..overview import OverviewPage, overview_page
from ..shapes import Earlier, GoalCard, Ref, Tab
from ..shared import Sharpening, goal_when, sharpening
from ..viewer import Viewer

_MOST_POSTS = 100
"""So many posts it lists: half of what a page has room for that lists nothing else."""


class WholeGoal(NamedTuple):
    """All of one goal."""

    card: GoalCard
    when: str
    """Since when it is worked on, in words; empty: nobody knows."""
    reason: str | None
    """Why it was dropped, paused or reached in part only; None: nobody says, or it is none of these."""
    revisions: tuple[Sharpening, ...]
    """Newest first."""


class WholePage(NamedTuple):
    """What the other pages have, one after the other; what is too much for a page is as short as there."""

    tabs: tuple[Tab, ...]
    overview: OverviewPage
    goals: tuple[WholeGoal, ...]
    lessons: tuple[LessonGroup, ...]
    """Empty also where the site shows no page of lessons."""
    earlier_lessons: Earlier | None
    posts: tuple[Ref, ...]
    """The newest first; empty also where the site shows no list of posts."""
    earlier_posts: Earlier | None
    """Where posts are that are not listed. None: all are."""


def whole_page(view: Viewer) -> WholePage:
    """Return what the page shows: no section that the site shows to nobody on a page of its own."""
    overview, roadmap = overview_page(view), view.roadmap
    goals = (_goal(view, roadmap.goal[card.id], card) for card in overview.whole.goals)
    lessons = lessons_page(view) if _shows(view, "lessons") else None
    posts = list(reversed(roadmap.posts)) if _shows(view, "posts") else []
    listed, earlier = view.earlier([post.day for post in posts], _MOST_POSTS)
    return WholePage(
        view.tabs(""), overview, tuple(goals),
        lessons.groups if lessons else (), lessons.earlier if lessons else None,
        tuple(view.post_ref(posts[at]) for at in listed), earlier)


def _shows(view: Viewer, name: str) -> bool:
    return view.settings.shows(name, is_preview=view.is_preview)


def _goal(view: Viewer, goal: Goal, card: GoalCard) -> WholeGoal:
    return WholeGoal(card, goal_when(view, goal, view.roadmap.milestones_of(goal)),
                     goal.reason if goal.status.has_reason else None,
                     tuple(sharpening(view, r) for r in reversed(goal.revisions)))
