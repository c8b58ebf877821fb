"""Milestones shape goals, and goals guide milestones: what to look at again once a goal was restated."""

from __future__ import annotations

from collections.abc import Mapping

from ..vocabulary.fields import Status
from .graph import in_order
from .model import Milestone, Revision, Roadmap

_OPEN = (Status.PLANNED, Status.ACTIVE, Status.PAUSED)


def look_again(roadmap: Roadmap) -> dict[str, Revision]:
    """Return the open milestones of which nobody wrote since their goal was restated, by id,
    each with that revision: they were chosen for the goal as it was.

    A post about a part is one about its whole. A milestone that was named first in a later
    post, or that a later page gave a status, was chosen for the goal as it is. Ideas are left
    out: whoever takes one up weighs it anyway.
    """
    touched = _touched(roadmap)
    position = _positions(roadmap)
    found = {}
    for goal in roadmap.goals:
        for revision in goal.revisions[-1:]:
            for m in roadmap.milestones_of(goal):
                is_before = touched[m.id] < position[revision.path]
                if m.status in _OPEN and is_before and not _was_restated(m, revision):
                    found[m.id] = revision
    return found


def _was_restated(m: Milestone, revision: Revision) -> bool:
    day = m.changes[-1].day if m.changes else None
    return bool(day and revision.day and day > revision.day)


def _positions(roadmap: Roadmap) -> Mapping[str, int]:
    return {post.path: at for at, post in enumerate(roadmap.posts)}


def _touched(roadmap: Roadmap) -> Mapping[str, int]:
    """Return the place among all posts of the latest one about each milestone or its parts, or
    of the one that named it first; -1: none did.
    """
    position = _positions(roadmap)
    touched: dict[str, int] = {}
    for id in in_order({m.id: m.parts for m in roadmap.milestones}):
        m = roadmap.milestone[id]
        own = (position[path] for path in m.posts[-1:])
        parts = (touched[part] for part in m.parts)
        touched[id] = max(position.get(m.place.path, -1), *own, *parts, -1)
    return touched
