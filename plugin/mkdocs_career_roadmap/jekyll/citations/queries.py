"""Which entries a tag asks for, and in which order: the queries, sorting and groups of jekyll-scholar.

Rules: bibtex-ruby 6, lib/bibtex/elements.rb; jekyll-scholar 7, lib/jekyll/scholar/utilities.rb.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from ..liquid.expressions import NotKnownError
from .files import BibEntry

_QUERY = re.compile(r"(!)?@(\*|\w+)(?:\[([^\]]*)\])?")
_CONDITION = re.compile(r"\s*([!~/^<>]?=|!~|<|>)\s*")
_ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TYPE_NAMES = {
    "article": "Journal Articles", "book": "Books", "incollection": "Book Chapters",
    "inproceedings": "Conference Articles", "thesis": "Theses", "mastersthesis": "Master's Theses",
    "phdthesis": "PhD Theses", "manual": "Manuals", "techreport": "Technical Reports",
    "misc": "Miscellaneous", "unpublished": "Unpublished"}
_TYPE_ALIASES = {"phdthesis": "thesis", "mastersthesis": "thesis"}
_MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December")


class EntryGroup(NamedTuple):
    """Entries below one another, and the groups in them, of which there are either."""

    name: str
    entries: Sequence[BibEntry]
    groups: Sequence[EntryGroup]


def chosen(entries: Iterable[BibEntry], query: str) -> list[BibEntry]:
    """Return the entries that a query asks for; an empty one asks for all, one without `@` for none. Raises
    NotKnownError.
    """
    query = query.strip()
    if not query:
        return list(entries)
    parts = [(bool(match[1]), match[2], match[3] or "") for match in _QUERY.finditer(query)]
    return [entry for entry in entries if any(_fits(entry, *part) for part in parts)]


def _fits(entry: BibEntry, is_not: bool, type: str, condition: str) -> bool:
    if (type in ("*", "entry") or entry.type == type.lower()) == is_not:
        return False
    return not condition.strip() or any(
        all(_meets(entry, one) for one in re.split(r"\s*(?:,|&&)\s*", some))
        for some in re.split(r"\s*\|\|\s*", condition))


def _meets(entry: BibEntry, condition: str) -> bool:
    name, *others = _CONDITION.split(condition.strip(), maxsplit=1)
    value = _value(entry, name.strip())
    if not others:
        return not name.strip() or value is not None
    sign, wanted = others[0], others[1].strip()
    if sign in ("!=", "/="):
        return value != wanted
    if sign in _ORDERS:
        if value is not None and value.isdecimal() and wanted.isdecimal():
            return _ORDERS[sign](int(value), int(wanted))
        return value is not None and _ORDERS[sign](value, wanted)
    if sign in ("^=", "~=", "!~"):
        pattern = _pattern(f"^(?:{wanted})" if sign == "^=" else wanted)
        found = value is not None and bool(pattern.search(value))
        return not found if sign == "!~" else found
    return value == wanted


def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.MULTILINE)
    except re.error:
        raise NotKnownError(f"the query {text[:60]} is not read") from None


def _value(entry: BibEntry, name: str) -> str | None:
    if name == "key":
        return entry.work.key
    if name == "month" and (number := _month(entry)):
        return _MONTHS[number - 1]
    return entry.fields.get(name)


# --- order ---


def names_of(value: object, usual: str = "") -> list[str]:
    """Return what a setting lists, as a list or between commas."""
    listed = value if isinstance(value, list) else [value if value is not None else usual]
    return [part for one in listed for part in re.split(r"\s*,\s*", str(one).strip()) if part]


def in_order(entries: Iterable[BibEntry], keys: Sequence[str], orders: Sequence[str]) -> list[BibEntry]:
    """Return entries sorted by the fields `keys`, each upwards or as `orders` say; `none` sorts nothing."""
    made = list(entries)
    if not keys or keys[0] == "none":
        return made
    for at in range(len(keys) - 1, -1, -1):
        order = orders[min(at, len(orders) - 1)] if orders else "ascending"
        made.sort(key=partial(_sortable, key=keys[at]), reverse=_is_down(order))
    return made


def _is_down(order: str) -> bool:
    return order.lower().startswith(("desc", "reverse"))


def _sortable(entry: BibEntry, key: str) -> tuple[int, int, str]:
    if key == "key":
        return 0, 0, ""  # which is no field, so that nothing is sorted by it
    if key == "name":
        made = next((text for field in _NAMES if (text := entry.fields.get(field))), "")
        return 1, 0, _people(entry) if entry.work.authors else made.lower()
    if key == "author" and entry.work.authors:
        return 1, 0, _people(entry)
    if key in ("month", "month_numeric"):
        return 0, _month(entry), ""
    value = _value(entry, key) or ""
    return (0, int(value), "") if value.isdecimal() else (1 if value else -1, 0, value)


_NAMES = ("author", "editor", "institution", "organization", "publisher")
"""The fields of which the first that is there is a work's `name`."""


def _people(entry: BibEntry) -> str:
    return " ".join(f"{one.family} {one.given}" for one in entry.work.authors).lower()


def _month(entry: BibEntry) -> int:
    if len(entry.work.day) > 1:
        return entry.work.day[1]
    word = entry.fields.get("month", "")[:3].lower()
    return _MONTHS.index(word) + 1 if word in _MONTHS else 0


def in_groups(entries: Sequence[BibEntry], keys: Sequence[str], orders: Sequence[str],
              settings: Mapping[str, object]) -> list[EntryGroup]:
    """Return entries below the values of the fields `keys`, the groups of the first outermost."""
    key = "month_numeric" if keys[0] == "month" else keys[0]
    aliases = {**_TYPE_ALIASES, **_mapping(settings.get("type_aliases"))}
    groups: dict[str, list[BibEntry]] = {}
    for entry in entries:
        value = (aliases.get(entry.type, entry.type) if key == "type" else str(_month(entry))
                 if key == "month_numeric" else _value(entry, key) or "")
        groups.setdefault(value, []).append(entry)
    wanted = names_of(settings.get("type_order"), "") if key == "type" else []

    def place(value: str) -> tuple[int, int, str]:
        if key == "type":  # types that no order names stay as they come
            return (wanted.index(value), 0, "") if value in wanted else (len(wanted), 0, "")
        return (0, int(value), "") if value.isdecimal() else (1, 0, value)

    made = sorted(groups, key=place, reverse=_is_down(orders[0] if orders else "ascending"))
    return [EntryGroup(_name(key, value, settings), () if keys[1:] else groups[value],
                       in_groups(groups[value], keys[1:], orders[1:] or orders, settings) if keys[1:] else ())
            for value in made]


def _name(key: str, value: str, settings: Mapping[str, object]) -> str:
    if key == "type":
        return {**_TYPE_NAMES, **_mapping(settings.get("type_names"))}.get(value, value)
    if key == "month_numeric":
        return _MONTH_NAMES[int(value) - 1] if 1 <= int(value) <= 12 else "(unknown)"
    return value


def _mapping(value: object) -> dict[str, str]:
    return {str(key): str(one) for key, one in value.items()} if isinstance(value, Mapping) else {}
