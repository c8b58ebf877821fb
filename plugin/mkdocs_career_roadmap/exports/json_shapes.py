"""What a value of a data file looks like: how it is written, and how a JSON Schema tells of it.

Both are said in one place, so that a file cannot differ from its schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from ..roadmap.model import Roadmap
from ..vocabulary.dates import PartialDate
from ..vocabulary.escaping import json_for_html

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Url = Callable[[str], str | None]
"""From the source path of a page to its address; None: the site does not have it."""


class JsonContext(NamedTuple):
    """What is told, as each value may need to know it."""

    roadmap: Roadmap
    url: Url


class Shape(NamedTuple):
    """What a value looks like."""

    schema: Mapping[str, Any]
    """A JSON Schema."""
    write: Callable[[Any, JsonContext], Any]
    """Returns a value of the model as plain data."""


class JsonKey(NamedTuple):
    """One key of an object."""

    name: str
    shape: Shape
    doc: str
    """One line for the schema."""
    get: Callable[[Any, JsonContext], Any]
    """Returns its value from what the object is made of."""


def key(name: str, shape: Shape, doc: str, get: Callable[[Any, JsonContext], Any] | None = None) -> JsonKey:
    """Return a key; unless said, its value is the attribute of that name."""
    of = attrgetter(name)
    return JsonKey(name, shape, doc, get or (lambda thing, _: of(thing)))


TEXT = Shape({"type": "string"}, lambda value, _: value)
NUMBER = Shape({"type": "number"}, lambda value, _: value)
COUNT = Shape({"type": "integer", "minimum": 0}, lambda value, _: value)
FLAG = Shape({"type": "boolean"}, lambda value, _: value)


def _day(value: date, _: JsonContext) -> str:
    return value.isoformat()


def _partial(value: PartialDate, _: JsonContext) -> str:
    return str(value)


DAY = Shape({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}, _day)
PARTIAL = Shape({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|-H[12])?$"}, _partial)


def optional(shape: Shape) -> Shape:
    """Return the shape of what may be null."""
    return Shape({"anyOf": [shape.schema, {"type": "null"}]},
                 lambda value, context: None if value is None else shape.write(value, context))


def many(shape: Shape) -> Shape:
    """Return the shape of a list."""
    return Shape({"type": "array", "items": shape.schema},
                 lambda values, context: [shape.write(value, context) for value in values])


def choice(words: type[StrEnum]) -> Shape:
    """Return the shape of one of some words."""
    return Shape({"type": "string", "enum": [str(word) for word in words]}, lambda value, _: str(value))


def record(keys: Iterable[JsonKey]) -> Shape:
    """Return the shape of an object that has all of these keys, in their order.

    More keys are allowed: they may be added without a new version.
    """
    keys = tuple(keys)
    schema = {
        "type": "object",
        "properties": {k.name: {"description": k.doc, **k.shape.schema} for k in keys},
        "required": [k.name for k in keys],
    }
    return Shape(schema, lambda thing, context: {
        k.name: k.shape.write(k.get(thing, context), context) for k in keys})


def as_text(value: object) -> str:
    """Return plain data as JSON that may stand in any HTML, where nothing of it opens or ends an element, and
    in any terminal, which obeys nothing of it.
    """
    return json_for_html(value, indent=2) + "\n"
