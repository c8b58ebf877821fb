"""What the posts taught, goal after goal: what did not work, and what to keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ...roadmap.model import Goal, Milestone, Post, Roadmap
from ...vocabulary.fields import Status
from ..shapes import Earlier, Ref, Tab
from ..viewer import MOST_POSTS, Viewer


class Taught(NamedTuple):
    """The lessons of one page."""

    lessons: tuple[str, ...]
    by: Post | Milestone
    """The post; a milestone, where its own page tells them."""
    about: tuple[str, ...]
    """The ids of the milestones that taught them."""


    @property
    def is_of_all(self) -> bool:
        """True for the lessons of all that a post is about."""
        return isinstance(self.by, Post) and self.about == self.by.milestones


class Chapter(NamedTuple):
    """What the work towards one goal taught."""

    goal: Goal | None
    """None: it served no goal."""
    dropped: tuple[tuple[Milestone, tuple[Taught, ...]], ...]
    """The dropped milestones that have a reason or lessons, the latest first."""
    others: tuple[Taught, ...]
    """Newest first; what has no day last."""


def chapters(roadmap: Roadmap) -> tuple[Chapter, ...]:
    """Return the lessons goal after goal, those of no goal last. Empty: nobody told any.

    Each page stands once: with the first dropped milestone it is about, else under the
    goal that it serves.
    """
    of_goal: defaultdict[str | None, list[Taught]] = defaultdict(list)
    of_dropped: defaultdict[str, list[Taught]] = defaultdict(list)
    for taught in _taught(roadmap):
        by = taught.by
        about = [roadmap.milestone[id] for id in taught.about]
        given_up = next((m for m in about if m.status is Status.DROPPED), None)
        goal = by.goal if taught.is_of_all else about[0].goal
        (of_dropped[given_up.id] if given_up else of_goal[goal]).append(taught)
    if not of_goal and not of_dropped:
        return ()
    dropped: defaultdict[str | None, list[Milestone]] = defaultdict(list)
    for m in roadmap.milestones:
        if m.status is Status.DROPPED and (m.reason or m.id in of_dropped):
            dropped[m.goal].append(m)
    made = (
        Chapter(
            roadmap.goal.get(goal or ""),
            tuple((m, tuple(of_dropped[m.id])) for m in _latest_first(dropped[goal])),
            tuple(of_goal[goal]))
        for goal in (*roadmap.goal, None))
    return tuple(chapter for chapter in made if chapter.dropped or chapter.others)


def _taught(roadmap: Roadmap) -> Iterable[Taught]:
    """Yield what each post taught, newest first, and then what the pages of milestones say."""
    by_posts: set[tuple[str, str]] = set()
    for post in reversed(roadmap.posts):
        for taught in taught_by(post):
            yield taught
            by_posts.update((id, lesson) for id in taught.about for lesson in taught.lessons)
    for m in roadmap.milestones:
        if own := tuple(lesson for lesson in m.lessons if (m.id, lesson) not in by_posts):
            yield Taught(own, m, (m.id,))


def taught_by(post: Post) -> Iterator[Taught]:
    """Yield what a post taught: with all its milestones, and with single ones."""
    for lessons, about in ((post.lessons, post.milestones),
                           *((one.lessons, (one.milestone,)) for one in post.outcomes)):
        if lessons:
            yield Taught(tuple(dict.fromkeys(lessons)), post, about)


def _latest_first(milestones: Iterable[Milestone]) -> list[Milestone]:
    return sorted(milestones, reverse=True, key=lambda m: (m.finished.last if m.finished else date.min, m.id))


class Lesson(NamedTuple):
    """What one page taught, ready to be shown."""

    day: str
    lessons: tuple[str, ...]
    post: Ref | None
    """None: the milestone's own page tells it."""
    milestones: tuple[Ref, ...]


class GivenUp(NamedTuple):
    """A dropped milestone with what it taught."""

    milestone: Ref
    day: str
    reason: str | None
    lessons: tuple[Lesson, ...]


class LessonGroup(NamedTuple):
    goal: Ref | None
    dropped: tuple[GivenUp, ...]
    others: tuple[Lesson, ...]


class LessonsPage(NamedTuple):
    tabs: tuple[Tab, ...]
    groups: tuple[LessonGroup, ...]
    earlier: Earlier | None
    """Where others are. None: all are here."""


def lessons_page(view: Viewer) -> LessonsPage:
    """Return what the page of lessons shows."""
    made = chapters(view.roadmap)
    every = [taught for chapter in made for taught in chapter.others]
    listed, earlier = view.earlier(
        [None if isinstance(taught.by, Milestone) else taught.by.day for taught in every], MOST_POSTS)
    kept = {id(every[at]) for at in listed}
    groups = (
        LessonGroup(
            goal=view.goal_ref(chapter.goal.id) if chapter.goal else None,
            dropped=tuple(_given_up(view, m, taught) for m, taught in chapter.dropped),
            others=tuple(lesson(view, taught) for taught in chapter.others if id(taught) in kept))
        for chapter in made)
    return LessonsPage(tabs=view.tabs(""), groups=tuple(
        group for group in groups if group.dropped or group.others), earlier=earlier)


def _given_up(view: Viewer, m: Milestone, taught: Iterable[Taught]) -> GivenUp:
    return GivenUp(milestone=view.ref(m), day=view.short(m.finished), reason=m.reason,
                   lessons=tuple(lesson(view, each) for each in taught))


def lesson(view: Viewer, taught: Taught) -> Lesson:
    by = taught.by
    if isinstance(by, Milestone):
        return Lesson(day="", lessons=taught.lessons, post=None, milestones=(view.ref(by),))
    return Lesson(
        day=view.words.day(by.day) if by.day else "", lessons=taught.lessons, post=view.post_ref(by),
        milestones=tuple(view.ref(view.roadmap.milestone[id]) for id in taught.about))
