"""Dates in front matter, as Hugo reads them, and what of them hides a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d:\d\d)(?:\.\d+)?"
    r"(?: ?(?P<zone>Z|[+-]\d\d:?\d\d))?(?: [A-Z]{3,4})?)?"
)
_NAMED = re.compile(r"(?P<day>\d\d) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATE_KEYS = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
"""The keys that a page's date is taken from: the first that is there."""
PUBLISH_KEYS = ("publishdate", "pubdate", "published", "date")
EXPIRY_KEYS = ("expirydate", "unpublishdate")


def zone_of(name: str) -> tzinfo:
    """Return a time zone by its name; one that is not known is UTC."""
    try:
        return ZoneInfo(name) if name else UTC
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
    text = str(value).strip()
    if match := _ISO.fullmatch(text):
        written = f"{match['day']}T{match['time'] or '00:00:00'}{match['zone'] or ''}"
        found = datetime.fromisoformat(written)
        return found if found.tzinfo else found.replace(tzinfo=zone)
    if (match := _NAMED.fullmatch(text)) and match["month"] in _MONTHS:
        return datetime(int(match["year"]), _MONTHS.index(match["month"]) + 1, int(match["day"]), tzinfo=zone)
    if re.match(r"[A-Z][a-z]{2}, ", text):
        found = parsedate_to_datetime(text)
        return found if found.tzinfo else found.replace(tzinfo=zone)
    raise ValueError(f"{text[:40]!r} is no date to Hugo; write it like 2026-04-03 or 2026-04-03T09:30:00Z")


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
