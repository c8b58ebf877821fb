"""A JSON Schema of the front matter, from the table of fields, for editors that use one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .fields import FIELDS, STATUS_ALIASES, Field, Kind, Status

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What editors understand; many know nothing later."""

_Schema = dict[str, Any]
_NULL: _Schema = {"type": "null"}
_TEXT: _Schema = {"type": ["string", "number", "boolean"]}
"""A text may look like a number, too: `title: 2026`."""
_DAY = r"^\s*\d{4}(-\d{1,2}(-\d{1,2}([Tt\s].*)?)?)?\s*$"
_MOMENT = r"^\s*\d{4}-\d{1,2}-\d{1,2}([Tt\s].*)?$"
_PERCENT = r"^\s*[+-]?\d+(\.\d+)?\s*%?\s*$"


def _any(*schemas: _Schema) -> _Schema:
    return {"anyOf": list(schemas)}


def _like(pattern: str) -> _Schema:
    return {"type": "string", "pattern": pattern}


def _some(one: _Schema) -> _Schema:
    """Return the schema of one value or a list of them."""
    return _any(one, {"type": "array", "items": _any(one, _NULL)})


def _words(best: Iterable[str], also: Iterable[str] = ()) -> _Schema:
    """Return the schema of one of some words; an editor offers those that are `best`. Case does
    not matter, nor whether words are joined by a space, `-` or `_`.
    """
    best = [str(word) for word in best]
    return _any({"enum": best}, _one_of((*best, *also)))


def _one_of(words: Iterable[str]) -> _Schema:
    return _like(rf"^[\s_-]*({'|'.join(map(_pattern, words))})[\s_-]*$")


def _pattern(word: str) -> str:
    return r"[\s_-]+".join("".join(map(_letter, part)) for part in re.split(r"[\s_-]+", word))


def _letter(letter: str) -> str:
    if letter.lower() != letter.upper():
        return f"[{letter.lower()}{letter.upper()}]"
    return "['\u2019]" if letter == "'" else letter if letter.isalnum() else f"\\{letter}"


def _record(of: Field) -> _Schema:
    """Return the schema of a record, which takes no other keys, unlike a page."""
    return {"type": "object", "additionalProperties": False,
            "properties": {part.name: _said(part, ()) for part in of.parts}}


_LINKED: _Schema = {
    "type": "object", "additionalProperties": False, "required": ["url"],
    "properties": {"title": _any(_TEXT, _NULL), "url": {"type": "string"}}}
_FLAG = _any({"type": "boolean"}, _one_of(("true", "false", "yes", "no", "on", "off")))
_CREATED: _Schema = {"type": "object", "required": ["created"],
                     "properties": {"created": _like(_MOMENT)}}
_STATUS = _words(Status, [alias for alias in STATUS_ALIASES if alias not in list(Status)])

_OF: Mapping[Kind, Callable[[Field], _Schema]] = {
    Kind.TEXT: lambda _: _TEXT,
    Kind.NAME: lambda _: _TEXT,
    Kind.NAMES: lambda _: _some(_TEXT),
    Kind.STATUS: lambda _: _STATUS,
    Kind.STATUSES: lambda _: _some(_STATUS),
    Kind.CHOICE: lambda of: _words(of.choices),
    Kind.CHOICES: lambda of: _some(_words(of.choices)),
    Kind.DAY: lambda _: _any(_like(_DAY), {"type": "integer", "minimum": 1000, "maximum": 9999}),
    Kind.MOMENT: lambda _: _any(_like(_MOMENT), _CREATED),
    Kind.FLAG: lambda _: _FLAG,
    Kind.NUMBER: lambda _: _any({"type": "number"}, _like(_PERCENT)),
    Kind.COUNT: lambda _: _any({"type": "integer", "minimum": 1}, _like(r"^\s*[1-9]\d*\s*$")),
    Kind.TEXTS: lambda _: _some(_TEXT),
    Kind.LINK: lambda _: _TEXT,
    Kind.ADDRESS: lambda _: _TEXT,
    Kind.LINKS: lambda _: _some(_any(_TEXT, _LINKED)),
    Kind.RECORD: _record,
    Kind.RECORDS: lambda of: _some(_record(of)),
    Kind.HOST: lambda _: {},
}
"""The schema of each kind; that of a rung depends on the site."""


def _rung(scopes: tuple[str, ...]) -> _Schema:
    return _any(_words(scopes), {"type": "integer", "minimum": 1, "maximum": len(scopes)})


def _said(of: Field, scopes: tuple[str, ...]) -> _Schema:
    """Return the schema of a field with its line of documentation. An empty field says nothing."""
    schema = _rung(scopes) if of.kind is Kind.SCOPE else _OF[of.kind](of)
    return {"description": of.doc, **(_any(schema, _NULL) if schema else {})}


def front_matter_schema(scopes: tuple[str, ...]) -> dict[str, Any]:
    """Return the JSON Schema of the front matter of a site with these rungs.

    Other keys are allowed, since themes and other plugins have theirs.
    """
    return {
        "$schema": DRAFT,
        "title": "Front matter of mkdocs-career-roadmap",
        "type": "object",
        "properties": {key: _said(of, scopes) for of in FIELDS for key in (of.name, *of.aliases)},
    }
