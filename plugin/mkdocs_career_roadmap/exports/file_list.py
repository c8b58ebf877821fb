"""Which files for programs a site has beside its overview, and what lies in their way."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..roadmap.model import Roadmap
from ..roadmap.replay import has_past
from ..vocabulary.problems import Place, Problem, problem
from .addresses import folded
from .feed import events
from .post_feeds import post_feeds

JSON = "roadmap.json"
FEED = "feed.xml"
CALENDAR = "roadmap.ics"
REPLAY = "replay.json"
NAMES = (JSON, FEED, CALENDAR, REPLAY)
"""In the order in which the overview links to them; behind them come the feeds of posts. The last is for the
overview itself.
"""


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file of the site that is none of ours."""

    address: str
    """Where it comes to lie, relative to the built site."""
    source: str
    """Where it stands, below the docs folder."""
    by: str = ""
    """Who made it, if not the author: "the theme", "the plugin 'x'"."""
    is_shown: bool = True
    """False: the site is built without it."""
    is_folder: bool = False
    """True: it is not there itself, but lies in a folder that is."""


def wanted_files(roadmap: Roadmap, site_url: str, *, has_post_feeds: bool = True) -> tuple[str, ...]:
    """Return the names of the files for which the roadmap of a built site has something.

    A feed of nothing, or without an address, is none. A calendar may be empty.
    """
    has = {JSON: True, FEED: bool(site_url and events(roadmap)), CALENDAR: True, REPLAY: has_past(roadmap)}
    feeds = post_feeds(roadmap) if site_url and has_post_feeds else ()
    return (*(name for name in NAMES if has[name]), *(feed.name for feed in feeds))


def in_the_way(folder: str, files: Iterable[OtherFile], names: Iterable[str]) -> dict[str, OtherFile]:
    """Return what lies where the files of these names would: `folder` is that of the overview.

    A file whose address differs only in case is in the way, too, since many disks do not tell
    them apart, and so is a folder with one of the names.
    """
    wanted = {folded(posixpath.join(folder, name)): name for name in (*NAMES, *names)}
    others: dict[str, OtherFile] = {}
    passed: set[str] = set()
    """Folders that neither are in the way nor lie in one that is."""
    for lying in files:
        here = above = folded(lying.address.lstrip("/"))
        if here in wanted:
            others[wanted[here]] = lying
        is_below = False
        folders: list[str] = []
        while (above := posixpath.dirname(above)) and above not in passed:
            folders.append(above)
            if above in wanted:
                is_below = True
                others.setdefault(wanted[above], replace(lying, is_folder=True))
        if not is_below:
            passed.update(folders)
    return others


def conflicts(folder: str, wanted: Iterable[str], others: dict[str, OtherFile]) -> list[Problem]:
    """Return a problem for each wanted file that is not made. What its author excluded is none."""
    return [_conflict(posixpath.join(folder, name), others[name])
            for name in wanted if name in others and others[name].is_shown]


def _conflict(address: str, lying: OtherFile) -> Problem:
    what = f"{lying.by} makes this file" if lying.by else "this file lies"
    where = "at the place" if lying.address == address else "in the place"
    return problem(
        "file-conflict", Place(lying.source),
        f"{what} {where} of the roadmap's own {address}, which is therefore not made; give this one another "
        "name, or switch this problem off to keep it")
