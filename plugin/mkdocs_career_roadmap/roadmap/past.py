"""The roadmap as it stood on past days, of which few change when a page does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ..reading.entry import Entry
from ..vocabulary.fields import Role
from ..vocabulary.problems import Problem
from ..vocabulary.settings import Settings
from .fold import fold, roadmap_of
from .gather import in_order
from .model import Roadmap

_OF_ITSELF = ("title", "description", "authors", "has_authors", "minutes", "excerpt")
"""What a post says of itself alone: pages show it, and nothing follows from it."""


def retold(roadmap: Roadmap, before: Sequence[Entry], after: Sequence[Entry]) -> Roadmap | None:
    """Return the roadmap of the entries `after`, if nothing is other than `before`, whose roadmap it is, but
    what posts say of themselves alone, such as a title; then it has the same goals and milestones, also as
    objects. None: more is other.
    """
    if len(before) != len(after):
        return None
    said: dict[str, dict[str, Any]] = {}
    for old, new in zip(before, after, strict=True):
        if old is not new and old != new:
            said[new.path] = {name: getattr(new, name) for name in _OF_ITSELF}
            if new.role is not Role.POST or replace(old, **said[new.path]) != new:
                return None
    return replace(roadmap, posts=tuple(
        replace(post, **said[post.path]) if post.path in said else post for post in roadmap.posts))


class PastYears:
    """Folds days, each again only when something that had been written by its end is not as it was."""

    def __init__(self) -> None:
        self._made: dict[date, tuple[tuple[Settings, list[Entry]], Roadmap]] = {}
        self._now: tuple[tuple[Settings, date, Sequence[Entry]], Roadmap, list[Problem]] | None = None
        self.views: dict[Any, Any] = {}
        """What pages keep of the past. Here nothing is known of it."""

    def fold(
        self, entries: Sequence[Entry], as_of: date, settings: Settings
    ) -> tuple[Roadmap, list[Problem]]:
        """Do what the function `fold` does."""
        known = self._now
        if known and known[0][:2] == (settings, as_of) and (same := retold(known[1], known[0][2], entries)):
            roadmap, problems = same, known[2]
        else:
            roadmap, problems = fold(entries, as_of=as_of, settings=settings)
        self._now = (settings, as_of, entries), roadmap, problems
        return roadmap, problems

    def roadmap(self, year: int, entries: Sequence[Entry], settings: Settings) -> Roadmap:
        """Return the roadmap as it stood at the end of a year."""
        return self.at(date(year, 12, 31), entries, settings)

    def at(self, day: date, entries: Sequence[Entry], settings: Settings) -> Roadmap:
        """Return the roadmap as it stood at the end of a day."""
        made_of = settings, in_order(entries, day)
        known = self._made.get(day)
        if known is None or known[0] != made_of:
            same = retold(known[1], known[0][1], made_of[1]) if known and known[0][0] == settings else None
            known = self._made[day] = made_of, same or roadmap_of(entries, as_of=day, settings=settings)
        return known[1]
