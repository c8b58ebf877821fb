"""Dates as Jekyll reads them, and when a document was written.

Rules: jekyll/utils.rb, jekyll/document.rb, ruby/time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cmp_to_key
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from ..date_text import DateParts, parts_of
from .config import Config
from .documents import Document, FileRole
from .ruby import moment_of, text_of

_OFFSET = re.compile(r"([+-])(\d\d)(?:(:?)(\d\d)(?:\3(\d\d))?)?")
_POSIX = re.compile(r"(?:[A-Za-z]{3,}|<[^>]+>)([+-]?)(\d{1,2})(?::(\d\d))?")
_HOURS = {
    "UTC": 0, "Z": 0, "UT": 0, "GMT": 0,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    **{letter: hours for hours, letter in enumerate("ABCDEFGHIKLM", 1)},
    **{letter: -hours for hours, letter in enumerate("NOPQRSTUVWXY", 1)},
}


class Moment(NamedTuple):
    """When something was written."""

    when: datetime
    """In the site's zone."""
    has_time: bool
    """True when a time of day was written, if only midnight."""

    @property
    def day(self) -> date:
        return self.when.date()


def zone_of(name: str | None) -> tzinfo:
    """Return the zone that `timezone` names. None and names that nobody knows: UTC.

    A name such as `UTC-9` counts westward, as POSIX has it.
    """
    if match := _POSIX.fullmatch(name or ""):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return timezone(offset if match[1] == "-" else -offset) if offset < timedelta(days=1) else UTC
    try:
        return ZoneInfo(name) if name else UTC
    except (ValueError, OSError, LookupError):  # a path, a folder of zones, no such zone
        return UTC


def is_zone(name: str) -> bool:
    """True for a zone that is known here; the others are read as UTC."""
    return bool(_POSIX.fullmatch(name)) or zone_of(name) is not UTC


def parse_date(value: Any, zone: tzinfo) -> Moment:
    """Return the moment that a value of YAML, or the date in a file name, means in a site's zone.

    A day is its midnight there; a text without a zone is in the site's, but a moment that YAML knows for one
    (with seconds and without quotes) is in UTC. Raises ValueError, with a sentence for the author, for what
    Jekyll refuses, and for a date without a year, which it takes for one of this year.
    """
    if isinstance(value, datetime):
        try:
            return Moment(value.replace(microsecond=0).astimezone(zone), has_time=True)
        except OverflowError:
            raise ValueError(f"{value} is too far away; write a year from 2 to 9998") from None
    if isinstance(value, date):
        return Moment(datetime.combine(value, time(), zone), has_time=False)
    text = text_of(value)
    parts = parts_of(text)
    if parts.is_empty:
        raise ValueError(f"{text!r} is not a date; write 2026-04-03 or 2026-04-03 10:00")
    if parts.year is None:
        raise ValueError(f"{text!r} names no year; write it like 2026-04-03")
    return Moment(_when(parts, zone, text), parts.hour is not None)


def _when(parts: DateParts, zone: tzinfo, text: str) -> datetime:
    try:
        year = parts.year or 0
        month, day = _day_of_year(year, parts.day_of_year) or (
            1 if parts.month is None else parts.month, 1 if parts.day is None else parts.day)
        local = moment_of(year, month, day, parts.hour or 0, parts.minute or 0, parts.second or 0)
        offset = _offset(parts.zone, zone, year)
        when = _local(local, zone) if offset is None else (local - offset).replace(tzinfo=UTC)
        return when.astimezone(UTC).astimezone(zone)
    except (ValueError, OverflowError):
        raise ValueError(f"{text!r} is a date that does not exist; write it like 2026-04-03") from None


def _day_of_year(year: int, number: int | None) -> tuple[int, int] | None:
    if number is None:
        return None
    day = date(year, 1, 1) + timedelta(days=number - 1)
    if day.year != year:
        raise ValueError("out of range")
    return day.month, day.day


def _local(moment: datetime, zone: tzinfo) -> datetime:
    """Return a moment as the clocks of a zone show it.

    Of an hour that they skip it is the one after that, of an hour that they show twice the second.
    """
    first, second = (moment.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    is_twice = (first.utcoffset() or timedelta()) > (second.utcoffset() or timedelta())
    return second if is_twice else first


def _offset(name: str | None, zone: tzinfo, year: int) -> timedelta | None:
    """Return how far a zone that was written is from UTC; None: it is none that Ruby knows."""
    word = (name or "").upper()
    if match := _OFFSET.fullmatch(word):
        offset = timedelta(hours=int(match[2]), minutes=int(match[4] or 0), seconds=int(match[5] or 0))
        return -offset if match[1] == "-" else offset
    if word in _HOURS:
        return timedelta(hours=_HOURS[word])
    for month in (1, 7):
        there = datetime(year, month, 1, tzinfo=zone)
        if word and (there.tzname() or "").upper() == word:
            return there.utcoffset()
    return None


def moment(document: Document, config: Config) -> Moment | None:
    """Return when a document was written: its `date`, else the date in its file's name.

    None: it says nothing of it; Jekyll then takes the time of the build, or a draft's last change. Raises
    ValueError, with a sentence for the author, for a date that Jekyll refuses.
    """
    zone, data = zone_of(config.timezone), document.data
    if document.role in (FileRole.PAGE, FileRole.STATIC):
        return parse_date(data["date"], zone) if data.get("date") else None
    if "date" in data:
        return parse_date(data["date"], zone)
    name = document.dated
    return parse_date(name[1], zone) if name else None


def in_turn(documents: Iterable[Document], config: Config) -> list[Document]:
    """Return documents in the order in which Jekyll writes them: what is written last to a file is shown
    (rules: jekyll/site.rb, jekyll/reader.rb, jekyll/document.rb).

    Pages go by their names, and static files come behind them, those of collections last. Then come the
    others, the posts first, then collection by collection as the configuration names them, each by its dates,
    or by the paths where one of two has none.
    """
    turns = {name: turn for turn, name in enumerate(config.collections, 1)}

    def moment_of(document: Document) -> datetime | None:
        try:
            found = moment(document, config)
        except ValueError:  # such a document ends Jekyll's build
            return None
        return found.when if found else None

    def compared(one: tuple[Document, datetime | None], other: tuple[Document, datetime | None]) -> int:
        (left, begun), (right, ended) = one, other
        if begun and ended and begun != ended:
            return -1 if begun < ended else 1
        return (left.path > right.path) - (left.path < right.path)

    pages: list[Document] = []
    static: list[Document] = []
    dated: list[tuple[Document, datetime | None]] = []
    for one in documents:
        if one.role is FileRole.PAGE:
            pages.append(one)
        elif one.role is FileRole.STATIC:
            static.append(one)
        else:
            dated.append((one, moment_of(one)))
    dated.sort(key=cmp_to_key(compared))
    dated.sort(key=lambda of: turns.get(of[0].collection, 0))
    pages.sort(key=lambda one: (one.name, one.path))
    static.sort(key=lambda one: bool(one.collection))
    return [*pages, *static, *(one for one, _ in dated)]
