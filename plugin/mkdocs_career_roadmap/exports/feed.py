"""`feed.xml`: what was started, done and dropped, and which goals got sharper, as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import NamedTuple
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from ..reading.entry import Evidence
from ..roadmap.insights import Happened, what_changed
from ..roadmap.model import Goal, Milestone, Revision, Roadmap
from ..vocabulary.fields import Status
from ..vocabulary.labels import Words
from .json_shapes import Url

MOST = 50
"""How many entries a feed has at most."""
ATOM = "http://www.w3.org/2005/Atom"
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What cannot stand in XML, however it is written. Said as what can, it takes 3 ms to compile."""


class Channel(NamedTuple):
    """What a feed says of itself."""

    title: str
    author: str
    address: str
    """Its own whole address."""
    home: str | None
    """The address of the map."""


class Event(NamedTuple):
    """Something a feed tells of."""

    id: str
    """Where the kind, the name, the day and what happened stand, in the form of a path."""
    happened: Happened
    word: str
    """`started`, `done`, `partial`, `dropped` or `sharpened`."""


def events(roadmap: Roadmap) -> tuple[Event, ...]:
    """Return all that a feed may tell of, the newest first.

    What has no exact day is not among it: a milestone that was done "in 2026" would be news each day of it.
    """
    seen: Counter[str] = Counter()
    oldest_first = []
    for happened in what_changed(roadmap, date.min):
        if word := _word(happened):
            kind = "goal" if isinstance(happened.of, Goal) else "milestone"
            id = f"{kind}/{quote(happened.of.id, safe='')}/{happened.day.isoformat()}/{word}"
            seen[id] += 1
            oldest_first.append(Event(id if seen[id] == 1 else f"{id}/{seen[id]}", happened, word))
    return tuple(reversed(oldest_first))


def _word(happened: Happened) -> str | None:
    what, of = happened.what, happened.of
    if isinstance(what, Revision):
        return "sharpened"
    if not what.is_exact:
        return None
    if what.status is Status.ACTIVE:
        before = of.changes[: of.changes.index(what)]
        return None if any(change.status.has_begun for change in before) else "started"
    return str(what.status) if what.status.is_closed else None


def tag_base(address: str) -> str:
    """Return what the ids of a roadmap's entries begin with, by an address in its folder.

    They are tag URIs (RFC 4151) and not addresses of pages, since a reader that has seen an id must
    never meet the entry under another: posts get new names and pages new addresses, but what
    happened to what on which day stays. The year only says when whoever makes the id had the
    host's name, and is the same for ever. Only a site that moves gets new ones.
    """
    parts = urlsplit(address)
    host = re.sub(r"[^a-z0-9.-]", lambda sign: f"x{ord(sign[0]):x}", (parts.hostname or "localhost").lower())
    folder = quote(parts.path.rpartition("/")[0].strip("/"), safe="/%")
    return f"tag:{host},2026:{folder}/" if folder else f"tag:{host},2026:"


def feed(roadmap: Roadmap, words: Words, channel: Channel, url: Url) -> str:
    """Return the text of `feed.xml`; `url` returns whole addresses.

    Empty if nothing happened yet: a feed must say when it changed last, and days come
    from the events alone, so that the same posts always make the same feed.
    """
    latest = events(roadmap)[:MOST]
    if not latest:
        return ""
    base = tag_base(channel.address)
    root = atom_head(channel, base + "feed", latest[0].happened.day)
    for event in latest:
        _entry(ET.SubElement(root, "entry"), event, roadmap, words, base, url)
    ET.indent(root)
    return as_xml(root)


def atom_head(channel: Channel, id: str, updated: date) -> ET.Element:
    """Return a feed without entries; `updated` is the day of its latest one."""
    root = ET.Element("feed", {"xmlns": ATOM})
    add(root, "id", id)
    add(root, "title", channel.title)
    add(root, "updated", moment(updated))
    add(ET.SubElement(root, "author"), "name", channel.author)
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=channel.address)
    if channel.home:
        ET.SubElement(root, "link", rel="alternate", type="text/html", href=channel.home)
    return root


def as_xml(root: ET.Element) -> str:
    """Return an element as the text of a file."""
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(entry: ET.Element, event: Event, roadmap: Roadmap, words: Words, base: str, url: Url) -> None:
    happened = event.happened
    add(entry, "id", base + event.id)
    add(entry, "title", f"{happened.of.title}{words('colon')}{_what_happened(event, words)}")
    add(entry, "updated", moment(happened.day))
    if page := url(happened.what.path) or url(happened.of.page):
        ET.SubElement(entry, "link", rel="alternate", type="text/html", href=page)
    texts = dict.fromkeys(_sentences(event, roadmap)) or [happened.of.title]
    shown = [escape(text) for text in texts]
    shown += [_link(e, url) for e in _evidence(event)]
    add(entry, "content", "".join(f"<p>{text}</p>" for text in shown), type="html")


def _evidence(event: Event) -> tuple[Evidence, ...]:
    """Return what proves that a milestone was reached, with the news of it."""
    of = event.happened.of
    if isinstance(of, Milestone) and of.status.is_reached and event.word == of.status:
        return of.evidence
    return ()


def _link(evidence: Evidence, url: Url) -> str:
    text = escape(evidence.title or evidence.number)
    address = evidence.address(url)
    number = f" ({escape(evidence.number)})" if evidence.title and evidence.value else ""
    return f'<a href="{escape(address)}">{text}</a>{number}' if address else text + number


def _what_happened(event: Event, words: Words) -> str:
    what = event.happened.what
    if isinstance(what, Revision):
        return words("sharpened_to", text=what.after)
    return words("started") if event.word == "started" else words(what.status)


def _sentences(event: Event, roadmap: Roadmap) -> Iterator[str]:
    """Yield what else there is to say: why it was dropped, and what the post is called and says."""
    what, of = event.happened.what, event.happened.of
    if event.word == of.status and of.status.has_reason and of.reason:
        yield of.reason
    if post := roadmap.post.get(what.path):
        yield post.title
        if post.description:
            yield post.description


def add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    """Add an element with a text; a sign that cannot stand in XML becomes the one for what is no letter."""
    ET.SubElement(parent, name, attributes).text = NO_XML.sub(UNKNOWN, text)


def moment(day: date) -> str:
    """Return noon: midnight of Greenwich is the day before in all of America."""
    return f"{day.isoformat()}T12:00:00Z"
