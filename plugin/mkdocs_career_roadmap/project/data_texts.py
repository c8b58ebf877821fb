"""The texts of the roadmap's files for programs, with the addresses that some host gives to pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..exports.calendar import calendar
from ..exports.feed import Channel, feed
from ..exports.file_list import CALENDAR, FEED, JSON
from ..exports.json_shapes import Url
from ..exports.roadmap_json import roadmap_json
from ..flow import Site


class FileAddress(NamedTuple):
    """A file in its site."""

    address: str
    """Whole where the site knows its own address; else empty."""
    url: Url
    """Returns addresses of pages, whole or as they are seen from the file."""
    author: str
    name: str
    """What the site is called."""


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


_Make = Callable[[Site, FileAddress], str]
MAKERS: Mapping[str, _Make] = {JSON: _json, FEED: _feed, CALENDAR: _calendar}
"""From the name of each file to what makes its text."""
LABELS: Mapping[str, str] = {JSON: "data_json", FEED: "data_feed", CALENDAR: "data_calendar"}
