"""The roadmap as it stood on past days, of which few change when a page does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ..reading.entry import Entry
from ..vocabulary.settings import Settings
from .fold import roadmap_of
from .gather import in_order
from .model import Roadmap


class PastYears:
    """Folds past days, each again only when something that had been written by its end is not as it was."""

    def __init__(self) -> None:
        self._made: dict[date, tuple[tuple[Settings, list[Entry]], Roadmap]] = {}
        self.views: dict[Any, Any] = {}
        """What pages keep of the past. Here nothing is known of it."""

    def roadmap(self, year: int, entries: Sequence[Entry], settings: Settings) -> Roadmap:
        """Return the roadmap as it stood at the end of a year."""
        return self.at(date(year, 12, 31), entries, settings)

    def at(self, day: date, entries: Sequence[Entry], settings: Settings) -> Roadmap:
        """Return the roadmap as it stood at the end of a day."""
        made_of = settings, in_order(entries, day)
        if day not in self._made or self._made[day][0] != made_of:
            self._made[day] = made_of, roadmap_of(entries, as_of=day, settings=settings)
        return self._made[day][1]
