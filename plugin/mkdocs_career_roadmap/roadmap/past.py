"""The roadmap as it stood at the ends of past years, of which few change when a page does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..reading.entry import Entry
from ..vocabulary.settings import Settings
from .fold import roadmap_of
from .gather import in_order
from .model import Roadmap


class PastYears:
    """Folds past years, each again only when something that had been written by its end is not as it was."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[tuple[Settings, list[Entry]], Roadmap]] = {}

    def roadmap(self, year: int, entries: Sequence[Entry], settings: Settings) -> Roadmap:
        """Return the roadmap as it stood at the end of a year."""
        end = date(year, 12, 31)
        made_of = settings, in_order(entries, end)
        if year not in self._made or self._made[year][0] != made_of:
            self._made[year] = made_of, roadmap_of(entries, as_of=end, settings=settings)
        return self._made[year][1]
