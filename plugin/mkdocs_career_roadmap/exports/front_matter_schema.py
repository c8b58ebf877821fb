"""A JSON Schema of the front matter, from the table of fields, for editors that use one.

Its schemas are as flat as can be: a checker tells of every branch of an `anyOf` that does not
fit, and nothing of an `if`. But yaml-language-server 1.x offers no word that stands in a branch of an `if`,
so those to be offered stand beside it, too, as examples.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from ..reading.values import MAX_TEXT
from ..vocabulary.amounts import PATTERN
from ..vocabulary.fields import FIELDS, STATUS_ALIASES, Field, Kind, Status
from ..vocabulary.identifiers import KINDS, SCHEMES
from ..vocabulary.names import RESERVED

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What editors understand; many know nothing later."""

_Schema = dict[str, Any]
_TEXT: _Schema = {"type": ["string", "number", "boolean", "null"]}
"""A text may look like a number, too: `title: 2026`. Null: an empty field says nothing."""
_MONTH_AND_DAY = r"-(0?[1-9]|1[0-2])(-(0?[1-9]|[12]\d|3[01])([Tt\s].*)?)"
_DAY = rf"^\s*\d{{4}}({_MONTH_AND_DAY}?|-Q[1-4]|-H[12])?\s*$"
_MOMENT = rf"^\s*\d{{4}}{_MONTH_AND_DAY}$"
_OLD_ADDRESS = r"^(?!(?![Hh][Tt][Tt][Pp][Ss]?:)[A-Za-z][A-Za-z0-9+.-]*:)[^?#\\]*$"
_PERCENT = r"^\s*[+]?\d+(\.\d+)?\s*%?\s*$"
_FLAG = ("true", "false", "yes", "no", "on", "off")


def _some(one: _Schema) -> _Schema:
    """Return the schema of one value or a list of them."""
    if "type" in one:
        return {**one, "type": list(dict.fromkeys([*one["type"], "array"])), "items": one}
    return {"if": {"type": "array"}, "then": {"items": one}, "else": one, **_examples(one)}


def _examples(schema: _Schema) -> _Schema:
    """Return what an editor offers by a schema, as a part of one."""
    return {"examples": schema["examples"]} if "examples" in schema else {}


def _words(best: Iterable[str], also: Iterable[str] = (), others: Iterable[object] = ()) -> _Schema:
    """Return the schema of one of some words; an editor offers those that are `best`, and `others`,
    which are no words. Case does not matter, nor whether words are joined by a space, `-` or `_`.
    """
    best = [str(word) for word in best]
    patterns = "|".join(map(_pattern, (*best, *also)))
    return {"if": {"type": "string", "pattern": rf"^[\s_-]*({patterns})[\s_-]*$"},
            "else": {"enum": [*best, *others, None]}, "examples": [*best, *others]}


def _pattern(word: str) -> str:
    return r"[\s_-]+".join("".join(map(_letter, part)) for part in re.split(r"[\s_-]+", word))


def _letter(letter: str) -> str:
    if letter.lower() != letter.upper():
        return f"[{letter.lower()}{letter.upper()}]"
    return "['\u2019]" if letter == "'" else letter if letter.isalnum() else f"\\{letter}"


def _record(of: Field) -> _Schema:
    """Return the schema of a record, which takes no other keys, unlike a page."""
    return {"type": ["object", "null"], "additionalProperties": False,
            "properties": {part.name: _documented(part, ()) for part in of.parts}}


_SCHEMES = "|".join(map(_pattern, ("http", "https", "mailto", *SCHEMES)))
_ADDRESS = rf"(?!(?!({_SCHEMES}):)[A-Za-z][A-Za-z0-9+.-]*:)"
"""What is relative, or begins as a reader can follow it or as an identifier does."""
_FOLLOWED = rf"^(?!//){_ADDRESS}[^\\]*$"
_RESERVED = "|".join(map(_pattern, sorted(RESERVED)))
_LINKED: _Schema = {
    "type": [*_TEXT["type"], "object"], "additionalProperties": False,
    "if": {"anyOf": [{"required": ["value"]}, {"required": ["work"]}]}, "else": {"required": ["url"]},
    "properties": {"title": _TEXT, "url": {"type": "string", "pattern": _FOLLOWED}, "kind": _words(KINDS),
                   "value": _TEXT, "unit": _TEXT, "was": _TEXT, "work": _TEXT}, "pattern": _FOLLOWED}
_NAME: _Schema = {
    "type": [*_TEXT["type"], "array"], "maxLength": MAX_TEXT,
    "items": {"type": [*_TEXT["type"], "array"], "items": _TEXT},  # `[[Name]]` is a list in a list to YAML
    # No device of Windows, and more than marks: which letters there are, not all checkers know.
    "pattern": rf"^(?![\s_-]*({_RESERVED})[\s_-]*$)[\s\S]*[^\s!-/:-@\[-`{{-~]"}
SCHEMA_TITLE = "Front matter of mkdocs-career-roadmap"
_CREATED: _Schema = {
    "type": ["string", "object", "null"], "pattern": _MOMENT, "required": ["created"],
    "properties": {"created": {"type": "string", "pattern": _MOMENT}}}

_OF: Mapping[Kind, Callable[[Field], _Schema]] = {
    Kind.TEXT: lambda of: {**_TEXT, "maxLength": MAX_TEXT} if of.name == "title" else _TEXT,
    Kind.NAME: lambda _: _NAME,
    Kind.NAMES: lambda _: _some(_NAME),
    Kind.ALIASES: lambda _: _some(_TEXT),  # on posts they are what other tools take
    Kind.STATUSES: lambda _: _some(_words(Status, STATUS_ALIASES)),
    Kind.CHOICE: lambda of: _words(of.choices),
    Kind.CHOICES: lambda of: _some(_words(of.choices)),
    Kind.DAY: lambda _: {
        "type": ["string", "integer", "null"], "pattern": _DAY, "minimum": 1000, "maximum": 9999},
    Kind.MOMENT: lambda _: _CREATED,
    Kind.FLAG: lambda _: _words((), _FLAG, (True, False)),
    Kind.NUMBER: lambda of: {
        "type": ["number", "string", "null"], "pattern": _PERCENT, "minimum": 0,
        **({} if of.most is None else {"maximum": of.most})},
    Kind.COUNT: lambda _: {
        "type": ["integer", "string", "null"], "pattern": r"^\s*[1-9]\d*\s*$", "minimum": 1},
    Kind.AMOUNT: lambda of: {
        **_record(of), "type": ["object", "string", "number", "null"], "minimum": 0,
        "pattern": rf"^\s*({PATTERN}|[tT][aA][sS][kK][sS])\s*$"},
    Kind.TEXTS: lambda _: _some(_TEXT),
    Kind.PEOPLE: lambda _: _some({**_TEXT, "maxLength": MAX_TEXT}),
    Kind.LINK: lambda _: {**_TEXT, "pattern": rf"^(?!//)({_ADDRESS}|(?=.*\S\s+\S))[^\\]*$"},
    Kind.ADDRESS: lambda _: {**_TEXT, "pattern": _FOLLOWED},
    Kind.LINKS: lambda _: _some(_LINKED),
    Kind.OLD_ADDRESSES: lambda _: _some({**_TEXT, "pattern": _OLD_ADDRESS}),
    Kind.RECORD: _record,
    Kind.RECORDS: lambda of: _some(_record(of)),
    Kind.HOST: lambda _: {},
}
"""The schema of each kind, but for those of a rung, a status and an outcome, which depend on the site."""


def _rung(scopes: tuple[str, ...]) -> _Schema:
    numbers = range(1, len(scopes) + 1)
    return _words(scopes, map(str, numbers), numbers)


class SiteNames(NamedTuple):
    """What an editor may offer of a site: examples, since any other name is as good."""

    goals: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    """The site's own words for a status."""


_NO_NAMES = SiteNames()


def _outcomes(parts: dict[str, _Schema], one: _Schema, names: tuple[str, ...]) -> _Schema:
    """Return the schema of names, of outcomes by their parts, and of mappings from names to either; `one` is
    that of a name, and an editor offers these `names` as keys of the mapping, but not of one in a list: there
    it offers them as names.
    """
    of_name = {name: part for name, part in parts.items() if name != "milestone"}
    said = {"if": {"type": "object"}, "then": {"additionalProperties": False, "properties": of_name},
            "else": parts["status"], **_examples(parts["status"])}
    made = _some({
        **one, "type": [*one["type"], "object"],
        "if": {"type": "object", "anyOf": [{"required": [name]} for name in parts]},
        "then": {"properties": parts, "additionalProperties": False, "required": ["milestone"]},
        "else": {"additionalProperties": said}})
    return made | {"else": made["else"] | {"properties": dict.fromkeys(names, said)}}


def _documented(
    of: Field, scopes: tuple[str, ...], status_words: Iterable[str] = (), names: SiteNames = _NO_NAMES
) -> _Schema:
    """Return the schema of a field with its line of documentation."""
    if of.kind is Kind.SCOPE:
        schema = _rung(scopes)
    elif of.kind is Kind.STATUS:
        schema = _offering(_words(Status, status_words), names.statuses)
    elif of.kind in (Kind.NAME, Kind.NAMES) and of.name != "id":
        one = _offering(_NAME, names.goals if of.name == "goal" else names.milestones)
        schema = one if of.kind is Kind.NAME else _some(one)
    elif of.kind is Kind.OUTCOMES:
        schema = _outcomes({part.name: _documented(part, scopes, status_words, names) for part in of.parts},
                           _offering(_NAME, names.milestones), names.milestones)
    else:
        schema = _OF[of.kind](of)
    return {"description": of.doc, **schema}


def _offering(schema: _Schema, words: tuple[str, ...]) -> _Schema:
    return {**schema, "examples": [*words, *schema.get("examples", ())]} if words else schema


def front_matter_schema(
    scopes: tuple[str, ...], status_words: Iterable[str] = STATUS_ALIASES, names: SiteNames = _NO_NAMES
) -> dict[str, Any]:
    """Return the JSON Schema of the front matter of a site with these rungs, words for a status, and names.

    Other keys are allowed, since themes and other plugins have theirs.
    """
    return {
        "$schema": DRAFT,
        "title": SCHEMA_TITLE,
        "type": "object",
        "properties": {key: _documented(of, scopes, status_words, names)
                       for of in FIELDS for key in (of.name, *of.aliases)},
    }
