"""Our own parts of a site: the roadmap is folded, and its parts are drawn, only when they change."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from ...pages.catalogue import RoadmapPage
from ...pages.kept_drawings import KeptDrawings
from ...project.kept_readings import KeptReadings

Make = Callable[[Callable[[str], None]], tuple[str, str]]


class Fragments(NamedTuple):
    """What was put into a page, and what it was made of."""

    made_of: tuple[object, ...]
    html: tuple[str, str]
    missed: tuple[str, ...]
    """The paths that the site does not have, as they were asked for."""


@dataclass
class KeptRoadmap:
    """What lasts of our own from build to build. At first it is empty."""

    readings: KeptReadings = field(default_factory=KeptReadings)
    drawings: KeptDrawings = field(default_factory=KeptDrawings)
    lead_to_hidden: set[str] = field(default_factory=set)
    """The source paths of the pages of the last build that name hidden ones until they are swept."""
    _fragments: dict[tuple[str, str], Fragments] = field(default_factory=dict)
    _texts: dict[str, tuple[tuple[object, ...], Hashable, str]] = field(default_factory=dict)
    _addresses: tuple[Hashable, ...] = ()

    def addresses(self, addresses: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
        """Return where all files of the site lie: the object of the build before, if it is the same."""
        if self._addresses != addresses:
            self._addresses = addresses
        return self._addresses

    def text(self, name: str, made_of: tuple[object, ...], place: Hashable, make: Callable[[], str]) -> str:
        """Return the file of that name, made again if one of the objects that it is made of is another one,
        or its place another.
        """
        known = self._texts.get(name)
        if known is None or known[1] != place or any(
                one is not other for one, other in zip(known[0], made_of, strict=True)):
            known = self._texts[name] = made_of, place, make()
        return known[2]

    def fragments(
        self, page: RoadmapPage, place: tuple[str, str], made_of: tuple[object, ...], make: Make,
        missed: Callable[[str], None],
    ) -> tuple[str, str]:
        """Return what is put into a page. It lies at a source path and an address, its `place`; `make` takes
        who is told of each path that is missing, which is `missed` in the end. What it is made of is compared
        as objects, not as values.
        """
        made_of = (*made_of, page)
        known = self._fragments.get(place)
        if known is None or any(one is not other for one, other in zip(known.made_of, made_of, strict=True)):
            paths: list[str] = []
            known = Fragments(made_of, make(paths.append), tuple(paths))
            if not self.drawings.is_odd:
                self._fragments[place] = known
        for path in known.missed:
            missed(path)
        return known.html

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forget all pages that are not among these source paths."""
        for place in [place for place in self._fragments if place[0] not in paths]:
            del self._fragments[place]
        self.drawings.keep_only(paths)
