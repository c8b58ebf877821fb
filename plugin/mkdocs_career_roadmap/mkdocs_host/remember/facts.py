"""What stands on the pages of posts, build after build: most of it is as it was."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from ...flow import Site
from ...pages.catalogue import POST, RoadmapPage
from ...pages.post import AboutFacts, PostFacts
from ...roadmap.model import Goal, Milestone, Post

Thing = Goal | Milestone | Post


class KeptFacts:
    """What posts show. What is as it was in the build before is the same object, so that what is made of it
    is compared at once: each build folds a roadmap of new objects. At first nothing is known.
    """

    def __init__(self) -> None:
        self._site: Site | None = None
        self._frame: object = None
        """What is the same on all pages."""
        self._things: dict[tuple[type[Thing], str], Thing] = {}
        self._same: dict[int, Thing] = {}
        """From the things of the site, by what is one object alone, to those as they are kept."""

    def of(self, site: object, page: RoadmapPage) -> tuple[object, PostFacts] | None:
        """Return all that the part of ours on a page is made of, but for addresses and templates. None: it
        may show anything of the site, or lies in one that is none of ours.
        """
        if page.kind is not POST or not isinstance(page.of, Post) or not isinstance(site, Site):
            return None
        if self._site is not site:
            self._take(site)
        facts = site.facts(page.of)
        return self._frame, PostFacts(
            self._kept(facts.post),
            tuple(AboutFacts(*map(self._kept, one)) for one in facts.about),
            self._kept(facts.goal), self._kept(facts.following), facts.mentions)

    def _kept(self, thing: Any) -> Any:
        return self._same.get(id(thing), thing)

    def _take(self, site: Site) -> None:
        frame = (site.settings, site.words, site.page_of_person, site.keep_private, site.roadmap.as_of)
        if self._frame != frame:
            self._frame = frame
        roadmap = site.roadmap
        things: Iterable[Thing] = chain(roadmap.goals, roadmap.milestones, roadmap.posts)
        kept, self._same = {}, {}
        for thing in things:
            at = type(thing), thing.path if isinstance(thing, Post) else thing.id
            known = self._things.get(at)
            kept[at] = self._same[id(thing)] = known if known is not None and known == thing else thing
        self._things, self._site = kept, site
