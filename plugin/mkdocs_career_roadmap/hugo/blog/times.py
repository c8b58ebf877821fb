"""Dates in front matter, as Hugo reads them, and what of them hides a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

_HOUR = r"(?:[01]?\d|2[0-3])"
_CLOCK = rf"(?P<time>{_HOUR}:\d\d:\d\d)(?:[.,]\d+)?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>(?i:{'|'.join(_MONTHS)}))"
_WEEKDAY = r"(?i:Sun|Mon|Tue|Wed|Thu|Fri|Sat)"
_LONG_WEEKDAY = r"(?i:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)"
_OFFSET = r"(?P<zone>[+-]\d{4})"
_ZONE_NAME = r"[A-Z]{3,4}"
_ISO_ZONE = rf"(?: ?(?P<zone>Z|[+-]\d\d:?\d\d(?: {_ZONE_NAME})?))?"
_FORMS = tuple(re.compile(form, re.ASCII) for form in (
    rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]{_CLOCK}{_ISO_ZONE})?",
    rf"(?P<day>\d\d) {_MONTH} (?P<year>\d{{4}})",
    rf"(?P<day>\d\d) {_MONTH} (?P<year>\d\d) (?P<time>{_HOUR}:\d\d) (?:{_OFFSET}|{_ZONE_NAME})",
    rf"{_WEEKDAY}, (?P<day>\d\d) {_MONTH} (?P<year>\d{{4}}) {_CLOCK} (?:{_OFFSET}|{_ZONE_NAME})",
    rf"{_LONG_WEEKDAY}, (?P<day>\d\d)-{_MONTH}-(?P<year>\d\d) {_CLOCK} {_ZONE_NAME}",
    rf"{_WEEKDAY} {_MONTH} +(?P<day>\d?\d) {_CLOCK}(?: {_ZONE_NAME})? (?P<year>\d{{4}})",
    rf"{_WEEKDAY} {_MONTH} (?P<day>\d\d) {_CLOCK} {_OFFSET} (?P<year>\d{{4}})",
))
"""The forms that Hugo reads, if they have a year; to it an offset is a zone, and a name says nothing."""
_FIRST_OF_1900S = 69
"""A year of two digits from this one on was before 2000."""
DATE_KEYS = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
"""The keys that a page's date is taken from: the first that is there."""
PUBLISH_KEYS = ("publishdate", "pubdate", "published", "date")
EXPIRY_KEYS = ("expirydate", "unpublishdate")


def zone_of(name: str) -> tzinfo:
    """Return a time zone by its name; one that is not known, or has none, is UTC."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return UTC


def moment_of(value: object, zone: tzinfo) -> datetime | None:
    """Return the moment that a value says; None: it says none. Raises ValueError for one that Hugo does not
    read. What has no zone is in `zone`; what has one keeps it.
    """
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    if isinstance(value, date):
        return datetime.combine(value, time(), zone)
    if value is None or value == "":
        return None
    text = str(value)
    try:
        found = _moment_in(text)
    except ValueError:
        raise ValueError(
            f"{text[:40]!r} is no date to Hugo; write it like 2026-04-03 or 2026-04-03T09:30:00Z"
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _moment_in(text: str) -> datetime:
    """Return the moment in a text, without a zone if that has no offset. Raises ValueError."""
    match = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if match is None:
        raise ValueError(text)
    said = match.groupdict()
    year, month = int(said["year"]), said["month"].lower()
    if len(said["year"]) == 2:
        year += 1900 if year >= _FIRST_OF_1900S else 2000
    hour, minute, second = map(int, f"{said.get('time') or '0:00'}:00".split(":")[:3])
    zone = (said.get("zone") or "").partition(" ")[0]
    return datetime(
        year,
        _MONTHS.index(month) + 1 if month in _MONTHS else int(month),
        int(said["day"]),
        hour,
        minute,
        second,
        tzinfo=datetime.strptime(zone, "%z").tzinfo if zone else None,
    )


def first_moment(data: Mapping[str, object], keys: tuple[str, ...], zone: tzinfo) -> datetime | None:
    """Return the first moment that some keys say; None: none does. Raises ValueError."""
    for key in keys:
        value = data.get(key)
        if isinstance(value, bool):
            continue
        if found := moment_of(value, zone):
            return found
    return None


def has_time(value: object) -> bool:
    """Tell whether a value says a time of the day besides its day."""
    return isinstance(value, datetime) or bool(re.search(r"\d:\d", str(value)))
