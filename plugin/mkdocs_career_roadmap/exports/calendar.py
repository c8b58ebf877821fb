"""`roadmap.ics`: when things should be done or looked at again, for calendars (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from ..roadmap.model import Goal, Milestone, Roadmap
from ..vocabulary.dates import PartialDate
from ..vocabulary.labels import Words
from .json_shapes import Url

PRODID = "-//mkdocs-career-roadmap//roadmap.ics//EN"
"""What made the calendar."""
WIDTH = 75
"""How many octets a line has at most, without its end."""
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What cannot stand in a text, or what some readers of calendars end a line at."""
_OF_ADDRESSES = "!#$%&'()*+,/:;=?@[]"
_LAST = date.max
_UID = 255
"""How many octets a name of an event has at most (RFC 7986, 5.3)."""
_NOTHING = (
    "BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:20000101T000000", "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE")
"""What a calendar without events has, since it must have something (RFC 5545, 3.6)."""
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


class Date(NamedTuple):
    """A day of the calendar."""

    of: Goal | Milestone
    what: str
    """`target` or `revisit`."""
    when: PartialDate
    """As exact as its author was."""

    @property
    def day(self) -> date:
        """A month, a quarter or a year is over with its last day, and is to be looked at from its first."""
        return self.when.last if self.what == "target" else self.when.first

    @property
    def id(self) -> str:
        """Stays when the day is put off, so that a calendar moves what it has."""
        kind = "goal" if isinstance(self.of, Goal) else "milestone"
        return f"{kind}/{quote(self.of.id, safe='')}/{self.what}"


def dates(roadmap: Roadmap) -> tuple[Date, ...]:
    """Return the targets of all that is open and the days to look again at what was put aside,
    the first day first.
    """
    things: tuple[Goal | Milestone, ...] = (*roadmap.goals, *roadmap.milestones)
    unordered = [date for thing in things for date in _of(thing)]
    return tuple(sorted(unordered, key=lambda date: (date.day, date.id)))


def _of(thing: Goal | Milestone) -> Iterator[Date]:
    if thing.target and not thing.status.is_closed:
        yield Date(thing, "target", thing.target)
    if thing.revisit and thing.status.is_put_aside:
        yield Date(thing, "revisit", thing.revisit)


def calendar(
    roadmap: Roadmap, words: Words, title: str, address: str, url: Url, person: str = ""
) -> str:
    """Return the text of `roadmap.ics`. Without a day it has no event, and is a calendar all the same: who
    takes it in as a subscription would be told of an error once the last thing is done.

    `address` is the whole address of the file; empty: the site knows none, and then events
    lead to no page, either. `person` is whose roadmap it is; empty: not said.
    """
    due = dates(roadmap)
    parts = urlsplit(address)
    where = f"{parts.hostname or 'career-roadmap'}{quote(parts.path.rpartition('/')[0], safe='/%')}"
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}",
        # Two readers, ical.js and Python's icalendar, take neither for a text unless it says so.
        f"NAME;VALUE=TEXT:{_text(title)}", f"X-WR-CALNAME;VALUE=TEXT:{_text(title)}",
        *(line for date in due for line in _event(
            date, roadmap, words, where, url if address else None, person)),
        *([] if due else _NOTHING),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(
    date: Date, roadmap: Roadmap, words: Words, where: str, url: Url | None, person: str
) -> list[str]:
    of, day = date.of, words.day(date.when)
    what = words("due", end=day) if date.what == "target" else words("revisit", day=day)
    vague = words("vague_day", day=day) if date.when.day is None else ""
    about = of.statement if isinstance(of, Goal) else of.description
    description = "\n".join(text for text in (vague, about, of.reason) if text)
    page = url and url(of.page)
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(f'{date.id}@{where}')}",
        f"DTSTAMP:{_basic(roadmap.as_of)}T000000Z",
        f"DTSTART;VALUE=DATE:{_basic(date.day)}",
        # It would last that day without an end, too, but some programs show it without a length.
        *([f"DTEND;VALUE=DATE:{_basic(date.day + timedelta(days=1))}"] if date.day != _LAST else []),
        f"SUMMARY:{_text(of.title + words('colon') + what)}",
        *([f"DESCRIPTION:{_text(description)}"] if description else []),
        # RFC 5545 takes no letters here that an address of RFC 3986 has not; a site_url may have any.
        *([f"URL:{quote(page, safe=_OF_ADDRESSES)}"] if page else []),
        *([f"CONTACT:{_text(person)}"] if person else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _uid(name: str) -> str:
    """Return a name as it is, or its digest if it is too long: both stay when the day is put off."""
    return name if len(name) <= _UID else sha256(name.encode()).hexdigest()


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    lines = _NO_TEXT.sub(" ", re.sub("\r\n?", "\n", text))
    return re.sub(r"[\\;,\n]", lambda sign: _ESCAPES[sign[0]], lines)


def folded(line: str) -> str:
    """Return a line cut into several where it is too long, none of them within a letter's octets."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > WIDTH:
            parts.append("")
            size = 1  # the space that begins it
        parts[-1] += letter
        size += octets
    return "\r\n ".join(parts)
