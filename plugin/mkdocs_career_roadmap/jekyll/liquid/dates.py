"""Dates in Liquid: what Ruby reads as one, and how its strftime writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from ..date_text import parts_of
from .expressions import NotKnownError

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ISO = re.compile(
    r"""(\d{4})[-/](\d{1,2})[-/](\d{1,2})
        (?:[t ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?
        (?:\s*(z|utc|[+-]\d{2}:?\d{2}))?""",
    re.VERBOSE,
)
_DIRECTIVE = re.compile(r"%([-0^#_]*)(\d*)(:?[a-zA-Z%+])", re.DOTALL)
_MAYBE_A_DATE = re.compile(
    r"\d|now|today|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat"
)


def date_of(value: object) -> date | None:
    """Return the date, mostly with a time, that Ruby makes of a value; None when it makes none.

    NotKnownError: the day of the build, and ways to write a date that are not read here.
    """
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        return None
    text = str(value).lower()
    if re.fullmatch(r"\d{1,11}", text):
        return datetime.fromtimestamp(int(text), UTC)
    match = _ISO.fullmatch(text.strip())
    if match:
        try:
            return _read(match)
        except ValueError as error:  # some of those Ruby takes for a day of the next month
            raise NotKnownError(f"there is no day {text[:40]}") from error
    return _in_words(str(value)) if _MAYBE_A_DATE.search(text) else None


def _in_words(text: str) -> datetime | None:
    """Return a day as people write it, such as June 2016, whose first day it is; None: Ruby finds none in it.

    NotKnownError for one of another zone or of no year, for which Ruby takes that of the build.
    """
    try:
        parts = parts_of(text)
        if parts.is_empty and not re.search(r"now|today", text, re.IGNORECASE):
            return None
        if parts.year is not None and not parts.zone and parts.day_of_year is None:
            return datetime(  # noqa: DTZ001 - of the site's zone, as one that is written in digits
                parts.year, parts.month or 1, parts.day or 1, parts.hour or 0, parts.minute or 0,
                parts.second or 0)
    except ValueError:
        pass
    raise NotKnownError(f"the date {text[:40].lower()} is not read")


def _read(match: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    zone = match[7]
    offset = None
    if zone in {"z", "utc"}:
        offset = UTC
    elif zone:
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        offset = timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
    return datetime(year, month, day, hour, minute, second, tzinfo=offset)


def local(when: date, zone: object) -> date:
    """Return a time as clocks of the site's `timezone` show it; without one, as it is."""
    if not isinstance(when, datetime) or when.tzinfo is None or not isinstance(zone, str):
        return when
    try:
        return when.astimezone(ZoneInfo(zone))
    except (ValueError, OSError, KeyError, OverflowError) as error:
        raise NotKnownError(f"the time zone {zone[:40]} is not known") from error


def strftime(when: date, form: str) -> str:
    """Write a date as Ruby does, in English. NotKnownError: a directive that is not written here."""
    time = when if isinstance(when, datetime) else datetime(when.year, when.month, when.day)  # noqa: DTZ001
    return _DIRECTIVE.sub(lambda match: _written(match, time), form)


def _written(match: re.Match[str], time: datetime) -> str:
    flags, width, letter = match.groups()
    if match[0] == "%%":
        return "%"
    if letter in _COMPOUND:
        text, fill, least = strftime(time, _COMPOUND[letter]), " ", 0
    elif letter in _NUMBERS:
        number, fill, least = _NUMBERS[letter](time)
        text = str(number)
    elif letter in _TEXTS:
        text, fill, least = _TEXTS[letter](time), " ", 0
    else:
        raise NotKnownError(f"the date format {match[0]} is not carried")
    if len(width) > 3:
        raise NotKnownError(f"the date format {match[0]} is not carried")
    least = int(width or least)
    for flag in flags:
        if flag == "-":
            least = 0
        elif flag in "0_":
            fill = flag.replace("_", " ")
        else:
            text = text.upper() if flag == "^" else text.swapcase() if letter in "pZ" else text.upper()
    return text.rjust(least, fill)


def _hour12(time: datetime) -> int:
    return time.hour % 12 or 12


def _zone(time: datetime, colon: str) -> str:
    offset = time.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{colon}{abs(minutes) % 60:02}"


def _zone_name(time: datetime) -> str:
    if time.tzinfo is None or time.tzinfo is UTC:
        return "UTC"
    name = time.tzname() or ""
    return name if name.isalpha() else ""


def _epoch(time: datetime) -> int:
    return int((time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp())


_Number = Callable[[datetime], tuple[int, str, int]]
_NUMBERS: Mapping[str, _Number] = {
    "Y": lambda time: (time.year, "0", 4),
    "C": lambda time: (time.year // 100, "0", 2),
    "y": lambda time: (time.year % 100, "0", 2),
    "m": lambda time: (time.month, "0", 2),
    "d": lambda time: (time.day, "0", 2),
    "e": lambda time: (time.day, " ", 2),
    "j": lambda time: (time.timetuple().tm_yday, "0", 3),
    "H": lambda time: (time.hour, "0", 2),
    "k": lambda time: (time.hour, " ", 2),
    "I": lambda time: (_hour12(time), "0", 2),
    "l": lambda time: (_hour12(time), " ", 2),
    "M": lambda time: (time.minute, "0", 2),
    "S": lambda time: (time.second, "0", 2),
    "u": lambda time: (time.isoweekday(), "0", 1),
    "w": lambda time: (time.isoweekday() % 7, "0", 1),
    "G": lambda time: (time.isocalendar().year, "0", 4),
    "g": lambda time: (time.isocalendar().year % 100, "0", 2),
    "V": lambda time: (time.isocalendar().week, "0", 2),
    "U": lambda time: ((time.timetuple().tm_yday + 6 - time.isoweekday() % 7) // 7, "0", 2),
    "W": lambda time: ((time.timetuple().tm_yday + 6 - time.weekday()) // 7, "0", 2),
    "s": lambda time: (_epoch(time), "0", 1),
}
_TEXTS: Mapping[str, Callable[[datetime], str]] = {
    "B": lambda time: _MONTHS[time.month - 1],
    "b": lambda time: _MONTHS[time.month - 1][:3],
    "h": lambda time: _MONTHS[time.month - 1][:3],
    "A": lambda time: _DAYS[time.weekday()],
    "a": lambda time: _DAYS[time.weekday()][:3],
    "p": lambda time: "AM" if time.hour < 12 else "PM",
    "P": lambda time: "am" if time.hour < 12 else "pm",
    "z": lambda time: _zone(time, ""),
    ":z": lambda time: _zone(time, ":"),
    "Z": _zone_name,
    "n": lambda _: "\n",
    "t": lambda _: "\t",
}
_COMPOUND = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "x": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "v": "%e-%^b-%Y",
    "R": "%H:%M",
    "T": "%H:%M:%S",
    "X": "%H:%M:%S",
    "r": "%I:%M:%S %p",
    "+": "%a %b %e %H:%M:%S %Z %Y",
}
