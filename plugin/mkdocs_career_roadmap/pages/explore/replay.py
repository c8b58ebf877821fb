"""The map as it stood before: which cards a script finds, and the years for who has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...roadmap.model import Roadmap
from ...roadmap.replay import has_past
from ..shapes import Ref
from ..viewer import Viewer


class Replay(NamedTuple):
    """What a page needs to show its map as it stood before."""

    numbers: Mapping[str, int]
    """From the ids of milestones to the numbers that `replay.json` has for them."""
    years: tuple[Ref, ...]
    """The pages that have the map as it stood at the end of each year, the latest first."""

    def of(self, ids: Iterable[str]) -> str:
        """Return the numbers of these milestones, with spaces between them."""
        return " ".join(str(self.numbers[id]) for id in ids if id in self.numbers)


def replay_of(view: Viewer, public: Roadmap, years: Iterable[int]) -> Replay | None:
    """Return what the map needs to be replayed, with the years that have pages. None: there is nothing to go
    back to.
    """
    if not has_past(public):
        return None
    pages = (Ref(str(year), view.link(f"{view.settings.folder}/{year:04}.md")) for year in years)
    return Replay(public.position, tuple(page for page in pages if page.href is not None))
