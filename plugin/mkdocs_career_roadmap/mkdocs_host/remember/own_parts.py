"""Our own parts of a site: the roadmap is folded, and its parts are drawn, only when they change."""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin

from ...pages.catalogue import RoadmapPage
from ...pages.kept_drawings import KeptDrawings
from ...pages.render import Render, Renderer
from ...project.kept_readings import KeptReadings
from ...project.on_disk.freeze import UnfitError, digest, frozen, stamp
from ...project.on_disk.looks import KeptByLook
from ...project.on_disk.shelf import Shelf, Shelved
from ...reading.entry import Source
from ...reading.page import Page
from ...vocabulary.problems import Problem
from .facts import KeptFacts
from .shown import KeptContents
from .standing import Finish

Make = Callable[[Callable[[str], None]], tuple[str, str]]


class Fragments(NamedTuple):
    """What was put into a page, and what it was made of."""

    made_of: tuple[object, ...]
    html: tuple[Shelved, Shelved]
    missed: tuple[str, ...]
    """The paths that the site does not have, as they were asked for."""
    facts: object
    """All that it shows, if that is less than the whole roadmap; None: nobody knows."""


class FeedText(NamedTuple):
    """What feeds have of a post, and what it was made of: its HTML, see `KeptRoadmap.feed_text`."""

    made_of: tuple[str, str, str]
    shelved: Shelved

    @property
    def text(self) -> str:
        return self.shelved.text


NO_TEXT = FeedText(("", "", ""), Shelved(b""))
"""Of a post that feeds have nothing of."""


class Feed(NamedTuple):
    """A feed of posts, and what it was made of."""

    told: tuple[object, ...]
    read: dict[str, FeedText]
    """Of the posts, by path. One that is the same object has the same text."""
    content: Shelved
    """Of its file."""


class OwnLeft(NamedTuple):
    """What a run has left of our own. All of it is good for the same roadmap at the same addresses, and else
    nothing.
    """

    made_of: str = ""
    """What stands for the roadmap and the addresses. Empty: nobody could tell."""
    fragments: dict[tuple[str, str], tuple[str, str, tuple[str, ...]]] = {}  # noqa: RUF012 - nobody changes it
    """By place: the two parts, and the paths that were missed."""
    texts: dict[str, tuple[str, str]] = {}  # noqa: RUF012
    """By the name of the file: what stands for its place, and what is in it."""
    rules: str = ""
    """What stands for all that pages are read by."""
    pages: dict[str, tuple[str, str]] = {}  # noqa: RUF012
    """By source path: what stands for the text of a page, and for what was read in it."""


@dataclass
class KeptRoadmap:
    """What lasts of our own from build to build. At first it is empty."""

    is_last: bool = False
    """True: no build comes after this one, so that nothing that is drawn is kept."""
    shelf: Shelf = field(default_factory=Shelf)
    """Where long texts lie."""
    sources: KeptByLook[tuple[Source | None, Problem | None]] = field(default_factory=KeptByLook)
    """The files of the docs folder as they were read."""
    readings: KeptReadings = field(default_factory=KeptReadings)
    drawings: KeptDrawings = field(init=False)
    contents: KeptContents = field(default_factory=KeptContents)
    lead_to_hidden: set[str] = field(default_factory=set)
    """The source paths of the pages of the last build that name hidden ones until they are swept."""
    left: OwnLeft = field(default_factory=OwnLeft)
    """What another run has left. A build takes of it what it has not itself."""
    is_for_others: bool = False
    """True: another run begins with what this one leaves."""
    finish: Finish | None = None
    """How the build of the moment finishes pages. None: nobody says so."""
    hidden: object = None
    """What pages are swept of, as `Sweep.looks_for`: one object as long as it is the same."""
    _heads: tuple[object, object, dict[str, tuple[Hashable, Any]]] = (None, None, {})
    _site: object = None
    _rules: str = ""
    _pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    _roadmap: str = ""
    """What stands for the roadmap of this build, and for what draws it. Empty: nobody can tell."""
    _made_of: str = ""
    """The same with all addresses."""
    _fragments: dict[tuple[str, str], Fragments] = field(default_factory=dict)
    _texts: dict[str, tuple[tuple[object, ...], Hashable, Shelved]] = field(default_factory=dict)
    _addresses: tuple[Hashable, ...] = ()
    _facts: KeptFacts = field(default_factory=KeptFacts)
    _feeds: dict[str, Feed] = field(default_factory=dict)
    _feed_texts: dict[str, FeedText] = field(default_factory=dict)
    _links: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.drawings = KeptDrawings(self.shelf.text)

    def addresses(self, addresses: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
        """Return where all files of the site lie: the object of the build before, if it is the same."""
        if self._addresses != addresses:
            self._addresses = addresses
            self._made_of = ""
            self._links.clear()
        if self._roadmap and not self._made_of:
            self._made_of = stamp((self._roadmap, addresses))
        return self._addresses

    def links_of(self, path: str, url: str) -> dict[str, str]:
        """Return where other pages lie as they are seen from the page at a source path and an address, by the
        paths that were asked for: empty if the addresses of the site are others.
        """
        return {} if self.is_last else self._links.setdefault((path, url), {})

    def heads_of(self, addresses: object, known_by: object) -> dict[str, tuple[Hashable, Any]]:
        """Return what keeps the heads of pages, by source path: empty if the addresses of the site are
        another object, or what the heads are known by has another value.
        """
        if self._heads[0] is not addresses or self._heads[1] != known_by:
            self._heads = addresses, known_by, {}
        return self._heads[2]

    def begin(self, site: object, nav: object, custom_dir: str | None) -> None:
        """Take the roadmap of a build, and work out what stands for it if it is for another run to know.

        It is the last that `readings` made, on a site with that `nav`. Where the site has its own templates
        for it, nobody can tell what draws it.
        """
        self._site, self._roadmap, self._made_of = site, "", ""
        if not self.is_for_others or (custom_dir and Path(custom_dir, "career-roadmap").exists()):
            return
        made_of, pages, sources, texts_count = self.readings.made_of
        try:
            self._rules = stamp(frozen((made_of, nav)))
            self._pages = dict(map(self._page, sources, pages))
        except UnfitError:
            return
        said = [(path, said, text if texts_count else "") for path, (text, said) in self._pages.items()]
        self._roadmap = stamp((self._rules, *said))

    def _page(self, source: Source, page: Page) -> tuple[str, tuple[str, str]]:
        """Return a path, and what stands for a page's text and for what it says: by the rules of the site the
        one follows from the other.
        """
        text = digest(source.text) or ""
        left = self.left.pages.get(source.path, ("", "")) if self.left.rules == self._rules else ("", "")
        return source.path, left if left[0] == text else (text, stamp(frozen(page)))

    def leave(self) -> OwnLeft:
        """Return what another run may begin with."""
        def is_of_now(made_of: tuple[object, ...]) -> bool:
            return made_of[0] is self._site and made_of[1] is self._addresses

        if not self._made_of:
            return OwnLeft()
        return OwnLeft(
            self._made_of,
            {place: (one.html[0].text, one.html[1].text, one.missed) for place, one in self._fragments.items()
             if is_of_now(one.made_of)},
            {name: (stamp(place), text.text) for name, (made_of, place, text) in self._texts.items()
             if is_of_now(made_of)}, self._rules, self._pages)

    @property
    def _is_left(self) -> bool:
        return bool(self._made_of) and self.left.made_of == self._made_of

    def text(
        self, name: str, made_of: tuple[object, ...], place: Hashable, make: Callable[[], str]
    ) -> Shelved:
        """Return the file of that name, made again if one of the objects that it is made of is another one,
        or its place another.
        """
        known = self._texts.get(name)
        if known is None or known[1] != place or not _are(known[0], made_of):
            left = self.left.texts.get(name) if self._is_left else None
            is_good = left is not None and left[0] == stamp(place)
            text = left[1] if left and is_good else make()
            known = self._texts[name] = made_of, place, self.shelf.text(text)
        return known[2]

    def feed_text(
        self, path: str, made_of: tuple[str, str, str], make: Callable[[str, str], str]
    ) -> FeedText:
        """Return what feeds have of a post. It is made of its HTML and its whole address, of which `made_of`
        has that of the site, or nothing, and the rest.
        """
        known = self._feed_texts.get(path)
        if known is None or known.made_of != made_of:
            html, site, address = made_of
            text = self.shelf.text(make(html, urljoin(site, address)))
            known = self._feed_texts[path] = FeedText(made_of, text)
        return known

    def feed(
        self, name: str, told: tuple[object, ...], text_of: Callable[[str], FeedText],
        make: Callable[[Callable[[str], str]], str],
    ) -> Shelved:
        """Return the content of the feed of that name, made again if it tells something else, or if the text
        of a post is another; `make` takes what reads those, which asks `text_of` in the end.
        """
        known = self._feeds.get(name)
        if known is None or known.told != told or any(
                text_of(path) is not text for path, text in known.read.items()):
            read: dict[str, FeedText] = {}

            def reading(path: str) -> str:
                read[path] = text_of(path)
                return read[path].text

            known = self._feeds[name] = Feed(told, read, self.shelf.content(make(reading).encode()))
        return known.content

    def drawing(self, path: str, render: Renderer) -> Render:
        """Return what makes HTML of the views of one page."""
        return render if self.is_last else self.drawings.drawing(path, render)

    def fragments(
        self, page: RoadmapPage, place: tuple[str, str], made_of: tuple[object, ...], make: Make,
        missed: Callable[[str], None],
    ) -> tuple[str, str]:
        """Return what is put into a page. It lies at a source path and an address, its `place`; `make` takes
        who is told of each path that is missing, which is `missed` in the end. What it is made of is compared
        as objects, not as values: of a site, where `page` is a post, that which stands on it.
        """
        if self.is_last:
            return make(missed)
        site, *others = made_of
        made_of = (*made_of, page)
        known = self._fragments.get(place)
        if known is None or not _are(known.made_of, made_of):
            facts = self._facts.of(site, page)
            if known and facts and known.facts == facts and _are(known.made_of[1:-1], tuple(others)):
                known = self._fragments[place] = known._replace(made_of=made_of)
        if known is None or not _are(known.made_of, made_of):
            paths: list[str] = []
            left = self.left.fragments.get(place) if self._is_left else None
            html = left[:2] if left else make(paths.append)
            shelved = self.shelf.text(html[0]), self.shelf.text(html[1])
            known = Fragments(made_of, shelved, left[2] if left else tuple(paths), facts)
            if self.drawings.is_odd:
                self._fragments.pop(place, None)
            else:
                self._fragments[place] = known
        else:
            html = known.html[0].text, known.html[1].text
        for path in known.missed:
            missed(path)
        return html

    def note_filled(self, place: tuple[str, str], filled: str, html: str, *more: str) -> None:
        """Take a page with its fragments in it, and all else that it was put together from."""
        known = self._fragments.get(place)
        if known and not self.is_last:
            self.contents.note(place[0], filled, (html, (*known.html, *more)))

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forget all pages that are not among these source paths."""
        for place in [place for place in self._fragments if place[0] not in paths]:
            del self._fragments[place]
        for place in [place for place in self._links if place[0] not in paths]:
            del self._links[place]
        for path in self._feed_texts.keys() - paths:
            del self._feed_texts[path]
        self.drawings.keep_only(paths)
        self.contents.keep_only(paths)
        self.sources.keep_only(paths)


def _are(objects: tuple[object, ...], others: tuple[object, ...]) -> bool:
    """True if the objects are the others, one by one, and not only alike."""
    return len(objects) == len(others) and all(map(operator.is_, objects, others))
