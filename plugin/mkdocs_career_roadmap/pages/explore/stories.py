"""What a card tells in place: why, what proves it, and what was written about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...roadmap.model import Milestone
from ...vocabulary.fields import Status
from ..shapes import Card, Ref
from ..viewer import LATEST, Viewer

MOST_STORIES = 50
"""So many milestones tell their story in place, those nearest to today: more would be half of the page."""
MANY = 200
"""Beside more milestones than these, a quarter of that do."""


class Story(NamedTuple):
    """What a card tells without its page."""

    card: Card
    why: str
    """What it is for, in the author's words; empty: nobody says."""
    posts: tuple[Ref, ...]
    """The latest ones, newest first."""
    lessons: tuple[str, ...]


def stories_of(view: Viewer, milestones: Iterable[Milestone]) -> dict[str, Story]:
    """Return the stories of the milestones nearest to today, by their ids: what is under way, what is still
    to come, and what was over last.
    """
    def key(m: Milestone) -> tuple[bool, bool, int, str]:
        end = m.finished.last.toordinal() if m.finished else 0
        return m.status.is_closed, m.status is not Status.ACTIVE, -end, m.id

    by_id = {m.id: m for m in milestones}
    most = MOST_STORIES if len(by_id) <= MANY else MOST_STORIES // 4
    nearest = sorted(by_id.values(), key=key)[:most]
    return {m.id: _story(view, m) for m in nearest}


def _story(view: Viewer, m: Milestone) -> Story:
    posts = [view.roadmap.post[path] for path in m.posts[: -LATEST - 1 : -1]]
    return Story(view.card(m), m.description or "", tuple(map(view.post_ref, posts)), m.lessons[:2])
