"""Dates as people write them elsewhere: not read, as some mean two days, but told with the right spelling."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: month
    for month, names in enumerate((
        "january jan januar jänner janvier enero", "february feb februar février fevrier febrero",
        "march mar märz maerz mars marzo", "april apr avril abril", "may mai mayo",
        "june jun juni juin junio",
        "july jul juli juillet julio", "august aug août aout agosto",
        "september sep sept septembre septiembre", "october oct oktober okt octobre octubre",
        "november nov novembre noviembre", "december dec dezember dez décembre decembre diciembre"), 1)
    for name in names.split()
}
_SEASONS = frozenset({
    "spring", "summer", "autumn", "fall", "winter", "frühling", "frühjahr", "sommer", "herbst", "printemps",
    "été", "automne", "hiver", "primavera", "verano", "otoño", "invierno"})
_FORMS = "2026-04-03, 2026-04, 2026-Q2 or 2026"
_QUARTER = re.compile(r"(?:(\d{4})[\s/-]*([qh])\s*([1-4])|([qh])\s*([1-4])[\s/,-]*(\d{4})|"
                      r"([1-4])\s*([qh])[\s/,-]*(\d{4}))", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?\.?")
_GERMAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?")
_BETWEEN = frozenset({"st", "nd", "rd", "th", "of", "de", "er"})
_WORDS = re.compile(r"[^\W\d_]+|\d+")


def right_spelling(text: str) -> str:
    """Return what to write for a text that is no date: `write 2026-06` for `June 2026`; all the forms where
    nobody can tell what it means.
    """
    text = text.strip()[:40]
    if _is_season(text):
        return "a season is not the same everywhere; write a quarter like 2026-Q3, or a month like 2026-07"
    found = _quarter(text) or _digits(text) or _words(text)
    return f"write {found}" if found else f"write {_FORMS}"


def _is_season(text: str) -> bool:
    return any(word in _SEASONS for word in re.findall(r"[^\W\d_]+", text.casefold()))


def _quarter(text: str) -> str:
    match = _QUARTER.fullmatch(text)
    if match is None:
        return ""
    parts = [part for part in match.groups() if part]
    year = next(part for part in parts if len(part) == 4)
    kind = next(part for part in parts if part.isalpha()).upper()
    number = next(part for part in parts if part.isdigit() and len(part) == 1)
    return f"{year}-{kind}{number}" if kind == "Q" or number in "12" else ""


def _digits(text: str) -> str:
    if match := _YEAR_FIRST.fullmatch(text) or _CHINESE.fullmatch(text):
        return _joined(*match.groups())
    if match := _GERMAN.fullmatch(text):
        return _joined(*reversed(match.groups()))
    return ""


def _words(text: str) -> str:
    """Return the date of a text with a month in words: `June 2026`, `15 June 2026`, `June 15th, 2026`."""
    words = [word for word in _WORDS.findall(text.casefold()) if word not in _BETWEEN]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    years = [word for word in words if word.isdigit() and len(word) == 4]
    days = [word for word in words if word.isdigit() and len(word) < 3]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(words) != 2 + len(days):
        return ""
    return _joined(years[0], str(months[0]), *days)


def _joined(year: str, month: str | None = None, day: str | None = None) -> str:
    """Return a date as it is read; empty for one that no calendar has."""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
