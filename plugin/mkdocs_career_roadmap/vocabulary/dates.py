"""Days as authors write them: a day, a month, a quarter, a half or a year; a moment in a zone or in none.

A date is kept as it was written. The day of `2020-12-02 10:00:00 +0900` is the
second of December, wherever the site is built, because that is the day its
author had; nothing here knows a clock or a time zone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from .date_spellings import right_spelling

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_PERIOD = re.compile(r"(\d{4})-([QH])(\d)")
QUARTER, HALF = 3, 6
"""How many months each has."""
_CLOCK = re.compile(
    r"""[Tt\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d*)?)?  # 10:00, 10:00:00.5
        (?:\s*(Z|UTC|[+-]\d{1,2}(?::?\d{2})?))?            # Z, +0900, -08:00""",
    re.VERBOSE,
)
_ZONE = re.compile(r"([+-])(\d{1,2})(?::?(\d{2}))?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month, a quarter, a half or a year: as exact as its author was."""

    year: int
    month: int | None = None
    """1 to 12. None: the whole year."""
    day: int | None = None
    """1 to 31. None: the whole month."""
    months: int = 1
    """How many months it lasts from its month on: QUARTER or HALF, of which it is the first; else 1."""

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return the partial date that is exactly this day."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        if self.day is not None:
            return self.first
        month = self.month + self.months - 1 if self.month else 12
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def number(self) -> int | None:
        """Which quarter or half of the year it is, from 1. None: it is neither."""
        return None if self.month is None or self.months == 1 else (self.month - 1) // self.months + 1

    def __str__(self) -> str:
        """Return it in the form of ISO 8601: `2026`, `2026-04` or `2026-04-03`; or `2026-Q2` and `2026-H1`,
        for which that has no form.
        """
        if self.number:
            return f"{self.year:04}-{'Q' if self.months == QUARTER else 'H'}{self.number}"
        rest = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join([f"{self.year:04}", *rest])


def parse_day(text: str) -> PartialDate:
    """Return the day, month, quarter, half or year that `text` names; a time of day is ignored.

    Raises ValueError, with a message for the author, on anything else.
    """
    if written := _usual(text):
        return PartialDate.of(written)
    if period := _PERIOD.fullmatch(text.strip()):
        return _period(*period.groups())
    match = _DAY.match(text.strip())
    rest = text.strip()[match.end() :] if match else ""
    if match is None or (rest and (match[3] is None or not _CLOCK.fullmatch(rest))):
        raise ValueError(f"{text[:40]!r} is not a date; {right_spelling(text)}")
    year = int(match[1])
    month, day = (int(part) if part else None for part in match.groups()[1:])
    if year == 0:
        raise ValueError("there is no year 0")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}; months go from 1 to 12")
    if month is not None and day is not None:
        last = monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise ValueError(f"there is no day {day} in {year}-{month:02}; it has {last} days")
    return PartialDate(year, month, day)


def _usual(text: str) -> date | None:
    """Return the day of a text that has the form of most, `2026-04-03`. None: it has another, or is none."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _period(year: str, kind: str, number: str) -> PartialDate:
    """Return a quarter (Q) or a half (H) of a year. Raises ValueError."""
    if int(year) == 0:
        raise ValueError("there is no year 0")
    name, months = ("quarter", QUARTER) if kind == "Q" else ("half", HALF)
    if not 1 <= int(number) <= 12 // months:
        raise ValueError(f"there is no {name} {number}; they go from {kind}1 to {kind}{12 // months}")
    return PartialDate(int(year), (int(number) - 1) * months + 1, None, months)


def parse_moment(text: str) -> datetime:
    """Return when a post was written: its day, and the time of day it names, else midnight.

    Takes what YAML, Material and Jekyll write: `2026-03-02`, `2026-03-02T10:00Z`,
    `2020-12-02 10:00:00 +0900`. The zone is read over: see the module's text.
    Raises ValueError, with a message for the author, on anything else.
    """
    if written := _usual(text):
        return datetime.combine(written, time())
    day = parse_day(text)
    if day.day is None:
        raise ValueError(f"{text!r} names no day; write it like 2026-04-03")
    clock = _CLOCK.search(text.strip())
    if not clock:
        return datetime.combine(day.first, time())
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3])
    try:
        # 23:59:60 is a leap second, which datetime does not know.
        return datetime.combine(day.first, time(hour, minute, 59 if second == 60 else second))
    except ValueError:
        raise ValueError(f"{text!r} has no time of day that exists; write it like 10:30") from None


def parse_instant(text: str) -> datetime:
    """Return a moment in the zone that its text names; without a zone where it names none that exists.

    Raises ValueError as `parse_moment` does.
    """
    moment = parse_moment(text)
    clock = _CLOCK.search(text.strip())
    if clock is None or clock[4] is None:
        return moment
    zone = _ZONE.fullmatch(clock[4])
    if zone is None:  # Z, UTC
        return moment.replace(tzinfo=UTC)
    offset = timedelta(hours=int(zone[2]), minutes=int(zone[3] or 0))
    if offset >= timedelta(days=1):
        return moment
    return moment.replace(tzinfo=timezone(-offset if zone[1] == "-" else offset))
