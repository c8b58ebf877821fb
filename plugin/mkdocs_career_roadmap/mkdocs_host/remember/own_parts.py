"""Our own parts of a site: the roadmap is folded, and its parts are drawn, only when they change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from ...flow import Site
from ...pages.catalogue import RoadmapPage
from ...pages.render import BadTemplateError, Render, Renderer
from ...project.on_disk.kept_readings import KeptReadings
from ...reading.entry import Source
from ...reading.page import Page

Make = Callable[[Callable[[str], None]], tuple[str, str]]


class Fragments(NamedTuple):
    """What was put into a page, and what it was made of."""

    made_of: tuple[object, ...]
    html: tuple[str, str]
    missed: tuple[str, ...]
    """The paths that the site does not have, as they were asked for."""


class Drawing(NamedTuple):
    """A view, and the HTML that a template made of it."""

    template: object
    view: object
    html: str


@dataclass
class KeptRoadmap:
    """What lasts of our own from build to build. At first it is empty."""

    readings: KeptReadings = field(default_factory=KeptReadings)
    _site: tuple[object, Site] | None = None
    _fragments: dict[tuple[str, str], Fragments] = field(default_factory=dict)
    _drawings: dict[tuple[str, str], Drawing] = field(default_factory=dict)
    _texts: dict[str, tuple[tuple[object, ...], Hashable, str]] = field(default_factory=dict)
    _addresses: tuple[Hashable, ...] = ()
    _is_odd: bool = False

    def site(
        self, read: Sequence[tuple[Source, Page]], made_of: tuple[object, ...], make: Callable[[], Site], *,
        texts_count: bool,
    ) -> Site:
        """Return the site that these pages make with all else that it is `made_of`: the one before, if they
        say what they said then. Where `texts_count`, or one of the pages has something to hide, which others
        may name, they must say it in the same words.
        """
        pages = [page for _, page in read]
        texts_count = texts_count or any(p.is_hidden or p.is_sealed or p.has_private_parts for p in pages)
        key = made_of, pages, [source for source, _ in read] if texts_count else None
        if self._site is None or self._site[0] != key:
            self._site = key, make()
        return self._site[1]

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

    def telling(self, tell: Callable[[BadTemplateError], None]) -> Callable[[BadTemplateError], None]:
        """Return what takes the mistakes in templates of one build: after one, nothing more is kept in it."""
        self._is_odd = False

        def odd(mistake: BadTemplateError) -> None:
            self._is_odd = True
            tell(mistake)

        return odd

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
            if not self._is_odd:
                self._fragments[place] = known
        for path in known.missed:
            missed(path)
        return known.html

    def drawing(self, path: str, render: Renderer) -> Render:
        """Return what makes HTML of the views of one page, and only of views that are not as they were."""

        def drawn(name: str, view: object, prefix: str = "roadmap") -> str:
            template = render.template(name)
            known = self._drawings.get((path, name))
            if known is None or template is None or known.template is not template or known.view != view:
                known = Drawing(template, view, render(name, view, prefix))
                if not self._is_odd:
                    self._drawings[path, name] = known
            return known.html

        return drawn

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forget all pages that are not among these source paths."""
        for place in [place for place in self._fragments if place[0] not in paths]:
            del self._fragments[place]
        for name in [name for name in self._drawings if name[0] not in paths]:
            del self._drawings[name]
