"""What a build makes public that the site built before did not have: an author should hear of it once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..exports.file_list import JSON
from ..roadmap.model import Roadmap

Names = Mapping[str, Mapping[str, str]]
"""Of goals, milestones and posts: what each is told apart by, and what to call it."""
_KEYS = {"goals": "id", "milestones": "id", "posts": "path"}
_MOST = 5
"""So many of a kind are named; the others are counted."""


def names_before(site_dir: str, folder: str) -> Names | None:
    """Return what the roadmap of the site has that lies there from the build before. None: there is none, or
    somebody else's.
    """
    try:
        written = json.loads((Path(site_dir) / folder / JSON).read_bytes())
        return {kind: {one[key]: one["title"] for one in written[kind]} for kind, key in _KEYS.items()}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def names_of(roadmap: Roadmap) -> Names:
    """Return the same of a roadmap."""
    return {"goals": {goal.id: goal.title for goal in roadmap.goals},
            "milestones": {m.id: m.title for m in roadmap.milestones},
            "posts": {post.path: post.path for post in roadmap.posts}}


def first_time(before: Names | None, now: Names) -> str:
    """Return in a sentence what is there now and was not before; empty: nothing, or nobody knows what was."""
    if before is None:
        return ""
    told = []
    for kind, names in now.items():
        new = [title for id, title in names.items() if id not in before[kind]]
        more = [f"and {len(new) - _MOST} more"] if len(new) > _MOST else []
        if new:
            told.append(f"{kind} {', '.join([*new[:_MOST], *more])}")
    return f"public for the first time: {'; '.join(told)}" if told else ""
