"""What the roadmap adds to the heads of pages: cards for where somebody shares them, and feeds."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ..flow import Site
from ..pages.catalogue import RoadmapPage
from ..pages.head_tags import SharedCard, at_end_of_head, with_card
from .assets import site_url
from .data_files import DataFiles
from .page_meta import card_of
from .remember.own_parts import KeptRoadmap


class Head(NamedTuple):
    """What is added to one page."""

    feeds: tuple[str, ...]
    """The tags of feeds."""
    card: SharedCard | None
    """Without a picture. None: the page is none of the roadmap's."""


NOTHING = Head((), None)


class Heads:
    """What is added to the pages of one build, which are written when the addresses of all are known."""

    def __init__(
        self, site: Site, data: DataFiles, kept: KeptRoadmap, addresses: tuple[Hashable, ...],
        find: Callable[[str], str | None], config: MkDocsConfig,
    ) -> None:
        """`find` returns addresses from the root of the site, of `addresses`, which are one object as long as
        they are the same.
        """
        self._site, self._data, self._find = site, data, find
        self._root = site_url(config)
        self._known = kept.heads_of(
            addresses, (self._root, data.known_by(), site.settings, site.words, site.roadmap.as_of))

    def of(self, page: Page, ours: RoadmapPage | None) -> Head:
        """Return what is added to a page; `ours` is None for one that is none of the roadmap's.

        Nothing else of the roadmap is read than the page and the day, so that a change of a post makes few of
        them again.
        """
        if not (page.is_homepage or ours):
            return NOTHING
        card = card_of(ours, page) if ours else None
        key = card, page.file.url, page.is_homepage, ours
        known = self._known.get(page.file.src_uri)
        if known is None or known[0] != key:
            feeds = tuple(self._data.feed_tags(page, ours, self._site))
            if ours and card:
                data = self._site.linked_data(ours, self._whole_address)
                card = self._site.card(ours, card._replace(data=data))
            known = self._known[page.file.src_uri] = key, Head(feeds, card)
        return known[1]

    def _whole_address(self, path: str) -> str | None:
        """Return the address of a page or a file with that of the site; None: one of the two is not known."""
        address = self._find(path) if self._root else None
        return urljoin(self._root, address) if address is not None else None


def with_head(output: str, head: Head, image: Callable[[], str]) -> str:
    """Return a whole page with what is added to it; `image` returns the address of its picture, which is
    asked for where the page has none.
    """
    if head.card is None:
        return at_end_of_head(output, head.feeds) if head.feeds else output
    return with_card(output, head.card, before=head.feeds, image=image)
