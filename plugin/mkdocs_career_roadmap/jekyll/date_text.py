"""Days and times as people write them, found as Ruby's Date._parse finds them (rule: ruby/date).

What was read is blanked, and the rest is read on; so `March 5, 2019 10:00 PST` and `10:00 5/3/2019` are
both dates. Weeks, eras before Christ and Japan's years are not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_ERA = r"(?:c(?:e|\.e\.)|a(?:d|\.d\.))?"
_NOISE = re.compile(r"[^-+',./:@\w\[\]]+|_+")
_WEEKDAY = re.compile(r"\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*", re.IGNORECASE)
_TIME = re.compile(
    r"""(\d+\s*(?:(?::\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?|h(?:\s*\d+m?(?:\s*\d+s?)?)?)(?:\s*[ap](?:m\b|\.m\.))?
    |[ap](?:m\b|\.m\.)))
    (?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?
    |[^\W\d_]+(?:\sdst)?\b))?""", re.IGNORECASE | re.VERBOSE)
_CLOCK = re.compile(
    r"(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.]\d*)?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?", re.IGNORECASE)
_EU = re.compile(
    rf"('?\d+)[^-\d\s]*\s*({_MONTHS})[^-\d\s']*(?:\s*{_ERA}\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?",
    re.IGNORECASE)
_US = re.compile(
    rf"\b({_MONTHS})[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*{_ERA}\s*('?-?\d+))?", re.IGNORECASE)
_ISO = re.compile(r"('?[-+]?\d+)-(\d+)-('?-?\d+)")
_DAY_NAME_YEAR = re.compile(rf"('?-?\d+)-({_MONTHS})[^-/.]*-('?-?\d+)", re.IGNORECASE)
_NAME_DAY_YEAR = re.compile(rf"\b({_MONTHS})[^-/.]*-('?-?\d+)(?:-('?-?\d+))?", re.IGNORECASE)
_SLASHES = re.compile(r"('?-?\d+)/\s*('?\d+)(?:\D\s*('?-?\d+))?")
_DOTS = re.compile(r"('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)")
_DAY_OF_YEAR = re.compile(r"\b(\d{2}|\d{4})-(\d{3})\b")
_BEFORE_CHRIST = re.compile(r"\b(?:bce?\b|b\.c\.(?:e\.)?)", re.IGNORECASE)
_YEAR = re.compile(r"'(\d+)\b")
_MONTH = re.compile(rf"\b({_MONTHS})\S*", re.IGNORECASE)
_MDAY = re.compile(r"(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_DIGITS = re.compile(r"([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?)?(z\b|[-+]\d{1,4}\b)?", re.IGNORECASE)
_LAST = re.compile(r"\s*(\d{1,2})\s*")
MAX_TEXT = 128
"""Characters that Ruby reads of a date at most."""


@dataclass(slots=True)
class DateParts:
    """What a text says of a day and a time. None: nothing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_of_year: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    two_digits: bool = True
    """False: the year was written out, so 20 is the year 20."""

    @property
    def is_empty(self) -> bool:
        parts = (self.year, self.month, self.day, self.day_of_year, self.hour, self.minute, self.second)
        return all(part is None for part in parts)


def parts_of(text: str) -> DateParts:
    """Return what a text says; all None when that is nothing of a date.

    Raises ValueError for a text that is too long, and for a year before Christ.
    """
    if len(text) > MAX_TEXT:
        raise ValueError(f"a date has at most {MAX_TEXT} characters")
    if _BEFORE_CHRIST.search(text):
        raise ValueError(f"{text!r} is before Christ; leave the era out")
    parts = DateParts()
    rest = _WEEKDAY.sub(" ", _NOISE.sub(" ", text), count=1)
    for reader in (_take_time, _take_day, _take_last):
        rest = reader(rest, parts)
    if parts.year is not None and parts.two_digits and 0 <= parts.year <= 99:
        parts.year += 1900 if parts.year >= 69 else 2000
    return parts


def _blanked(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end():]}"


def _take_time(text: str, parts: DateParts) -> str:
    match = _TIME.search(text)
    clock = _CLOCK.match(match[1]) if match else None
    if not match or not clock:
        return text
    hour, minute, second = (int(part) if part else None for part in clock.groups()[:3])
    if clock[4] and hour is not None:
        hour = hour % 12 + (12 if clock[4] in "pP" else 0)
    parts.hour, parts.minute, parts.second, parts.zone = hour, minute, second, match[2]
    return _blanked(text, match)


def _take_day(text: str, parts: DateParts) -> str:
    for pattern, take in _DAYS:
        if match := pattern.search(text):
            take(match, parts)
            return _blanked(text, match)
    return text


def _take_last(text: str, parts: DateParts) -> str:
    """Read a number that is left over: an hour behind a day, or a day behind an hour."""
    if match := _LAST.fullmatch(text):
        number = int(match[1])
        if parts.hour is not None and parts.day is None and 1 <= number <= 31:
            parts.day = number
        elif parts.day is not None and parts.hour is None and number <= 24:
            parts.hour = number
    return text


def _month(name: str) -> str:
    return str(_MONTHS.split("|").index(name[:3].lower()) + 1)


def _three(parts: DateParts, year: str | None, month: str | None, day: str | None) -> None:
    """Set three numbers; the one with an apostrophe or more than two digits is the year."""
    if year is not None and month is not None and day is None:
        year, month, day = None, year, month
    if year is None and day is not None and _is_year(day):
        year, day = day, None
    if year is not None and (number := re.search(r"[-+]?\d+", year)) and number.end() < len(year):
        year, day = day, number[0]
    if month is not None and _is_year(month):
        year, month, day = month, day, year
    if day is not None and _is_year(day):
        year, day = day, year
    if year is not None and (number := re.search(r"[-+]?\d+", year)):
        parts.year = int(number[0])
        parts.two_digits = number[0][0] not in "+-" and len(number[0]) <= 2
    parts.month, parts.day = _digits(month), _digits(day)


def _is_year(text: str) -> bool:
    return text[0] == "'" or len(text) > 2


def _digits(text: str | None) -> int | None:
    number = re.search(r"\d+", text) if text is not None else None
    return int(number[0]) if number else None


def _take_digits(match: re.Match[str], parts: DateParts) -> None:
    """Read a run of digits by its length: `20190305`, `190305`, `0305`, `2019064`, `20190305101500`."""
    sign, digits, clock, zone = match.groups()
    size = len(digits)
    width = _YEAR_WIDTH.get(size, 0)
    if width:
        parts.year, parts.two_digits = int(sign + digits[:width]), width == 2 and not sign
    rest = digits[width:]
    if size in (3, 5, 7):
        parts.day_of_year = int(rest)
    elif size == 2:
        parts.day = int(rest)
    elif size % 2 == 0:
        parts.month, parts.day = _pairs(rest)[:2]
    if size in (10, 12, 14):
        clock = rest[4:]
    if clock:
        parts.hour, parts.minute, parts.second = (*_pairs(clock), None, None)[:3]
    parts.zone = zone or parts.zone


_YEAR_WIDTH = {5: 2, 6: 2, 7: 4, 8: 4, 10: 4, 12: 4, 14: 4}
"""How many digits of a run are the year's, by the length of the run; none of another length."""


def _pairs(digits: str) -> list[int]:
    return [int(digits[at : at + 2]) for at in range(0, len(digits), 2)]


def _take_day_of_year(match: re.Match[str], parts: DateParts) -> None:
    parts.year, parts.day_of_year = int(match[1]), int(match[2])


def _take_year(match: re.Match[str], parts: DateParts) -> None:
    parts.year = int(match[1])


def _take_month(match: re.Match[str], parts: DateParts) -> None:
    parts.month = int(_month(match[1]))


def _take_mday(match: re.Match[str], parts: DateParts) -> None:
    parts.day = int(match[1])


_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], DateParts], None]], ...] = (
    (_EU, lambda m, parts: _three(parts, m[3], _month(m[2]), m[1])),
    (_US, lambda m, parts: _three(parts, m[3], _month(m[1]), m[2])),
    (_ISO, lambda m, parts: _three(parts, *m.groups())),
    (_DAY_NAME_YEAR, lambda m, parts: _three(parts, m[3], _month(m[2]), m[1])),
    (_NAME_DAY_YEAR, lambda m, parts: _three(parts, m[3], _month(m[1]), m[2])),
    (_SLASHES, lambda m, parts: _three(parts, *m.groups())),
    (_DOTS, lambda m, parts: _three(parts, *m.groups())),
    (_DAY_OF_YEAR, _take_day_of_year),
    (_YEAR, _take_year),
    (_MONTH, _take_month),
    (_MDAY, _take_mday),
    (_DIGITS, _take_digits),
)
