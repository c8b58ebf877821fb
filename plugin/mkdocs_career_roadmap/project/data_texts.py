"""The texts of the roadmap's files for programs, with the addresses that some host gives to pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from ..exports.calendar import calendar
from ..exports.feed import Channel, feed
from ..exports.file_list import CALENDAR, FEED, JSON, REPLAY
from ..exports.json_shapes import Url
from ..exports.post_feeds import (
    ATOM_NAME,
    GOALS,
    JSON_NAME,
    OF_ALL,
    PostFeed,
    Read,
    feed_named,
    feed_of_posts,
    told_in,
)
from ..exports.replay_json import replay_json
from ..exports.roadmap_json import roadmap_json
from ..flow import Site
from ..pages.catalogue import RoadmapPage
from ..pages.post import authors
from ..pages.shapes import Ref
from ..roadmap.model import Goal, Roadmap
from ..vocabulary.labels import Words


class FileAddress(NamedTuple):
    """A file in its site."""

    address: str
    """Whole where the site knows its own address; else empty."""
    url: Url
    """Returns addresses of pages, whole or as they are seen from the file."""
    author: str
    name: str
    """What the site is called."""
    html: Callable[[str], str] = lambda _: ""
    """Returns the HTML of the post at a path, with whole addresses; empty: the host does not know it."""


def _json(site: Site, place: FileAddress) -> str:
    return roadmap_json(site.public, site.settings, place.url)


def _feed(site: Site, place: FileAddress) -> str:
    home = place.url(f"{site.settings.folder}/index.md")
    title = f"{site.settings.title} – {place.name}"
    person = site.settings.person
    author = person.name if person else place.author
    return feed(site.public, site.words, Channel(title, author, place.address, home), place.url)


def _calendar(site: Site, place: FileAddress) -> str:
    title = f"{site.settings.title} – {place.name}"
    person = site.settings.person
    return calendar(site.public, site.words, title, place.address, place.url, person.name if person else "")


def _replay(site: Site, _: FileAddress) -> str:
    return replay_json(site.public, site.replayed, site.words)


def _posts(of: PostFeed, site: Site, place: FileAddress) -> tuple[Roadmap, PostFeed, Channel, Read]:
    """Return what a feed of posts is made of. It leads to its goal's page, or to the list of all posts."""
    goal = site.public.goal.get(of.goal or "")
    about = goal.title if goal else site.words("posts")
    home = place.url(goal.page if goal else f"{site.settings.folder}/posts.md")
    person = site.settings.person
    channel = Channel(f"{about} – {place.name}", person.name if person else place.author, place.address,
                      home or place.url(f"{site.settings.folder}/index.md"))
    return site.public, of, channel, Read(
        place.url, place.html, partial(authors, site.settings), site.words.language)


_Make = Callable[[Site, FileAddress], str]
_MAKERS: Mapping[str, _Make] = {JSON: _json, FEED: _feed, CALENDAR: _calendar, REPLAY: _replay}
_ATOM = "application/atom+xml"
_LABELS: Mapping[str, str] = {JSON: "data_json", FEED: "data_feed", CALENDAR: "data_calendar",
                              f"{OF_ALL}/{ATOM_NAME}": "data_posts"}


def make_text(name: str, site: Site, place: FileAddress) -> str:
    """Return the text of the file of that name, one of `wanted_files`."""
    if name in _MAKERS:
        return _MAKERS[name](site, place)
    return feed_of_posts(*_posts(feed_named(name), site, place))


def told_in_feed(name: str, site: Site, place: FileAddress) -> tuple[object, ...]:
    """Return all that the feed of posts of that name tells, to be compared with what another told, but for
    the addresses and the texts of posts.
    """
    return told_in(*_posts(feed_named(name), site, place))


def links_to_files(names: Iterable[str], words: Words, address: Callable[[str], str]) -> list[Ref]:
    """Return the links of the overview to files of the site; `address` gives that of a file as it is seen
    from there.
    """
    return [Ref(words(_LABELS[name]), address(name)) for name in names if name in _LABELS]


class FeedLink(NamedTuple):
    """What the head of a page tells readers of a feed."""

    name: str
    """Of the file."""
    title: str
    type: str


def feed_links(page: RoadmapPage | None, site: Site, names: Collection[str]) -> Iterator[FeedLink]:
    """Yield the feeds of these names of which the head of a page tells: that of the events, and those of the
    posts, on a goal's page of its own. None: the page is none of the roadmap's.
    """
    goal = page.of if page and isinstance(page.of, Goal) else None
    folder, title = (f"{GOALS}{goal.id}", goal.title) if goal else (OF_ALL, site.words("posts"))
    links = (FeedLink(FEED, site.settings.title, _ATOM), FeedLink(f"{folder}/{ATOM_NAME}", title, _ATOM),
             FeedLink(f"{folder}/{JSON_NAME}", title, "application/feed+json"))
    return (link for link in links if link.name in names)
