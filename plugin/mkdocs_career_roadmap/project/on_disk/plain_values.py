"""Values of our types as JSON takes them, and back: each type by what its fields are declared to be.

Nothing that is read is run, and no name in it is looked up but those of the members of an enumeration.
"""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from ...vocabulary.problems import Place

Way = Callable[[Any, str], Any]
"""Takes a value, and the path of the page that it is of: most places lie there."""
_SCALARS = frozenset({str, int, float, bool, type(None)})


class NotPlainError(Exception):
    """A value that is not of its type, in whatever way."""


@lru_cache(maxsize=64)
def ways(of: Any) -> tuple[Way, Way]:
    """Return what makes plain values of those of a type, and what makes them again, which raises
    NotPlainError. A type that it does not know raises TypeError.
    """
    if of is Place:
        return _plain_place, _place
    if of in _SCALARS:
        return _same, _scalar(frozenset({of}))
    origin, inner = typing.get_origin(of), typing.get_args(of)
    if origin in (typing.Union, types.UnionType):
        return _of_union(inner)
    if origin in (tuple, frozenset):
        return _of_items(origin, inner)
    if origin in (dict, Mapping):
        return _of_mapping(*inner)
    if isinstance(of, type) and issubclass(of, enum.Enum):
        return lambda value, _: value.name, lambda value, _: _member(of, value)
    if of in (date, datetime):
        return lambda value, _: value.isoformat(), lambda value, _: _time(of, value)
    if isinstance(of, type) and (dataclasses.is_dataclass(of) or issubclass(of, tuple)):
        return _of_fields(of)
    raise TypeError(f"{of} has no plain form")


def _same(value: Any, _path: str) -> Any:
    return value


def _scalar(kinds: frozenset[type]) -> Way:
    def scalar(value: Any, _path: str) -> Any:
        if type(value) not in kinds:
            raise NotPlainError
        return value

    return scalar


def _plain_place(place: Place, path: str) -> list[Any]:
    if place.path == path:
        return [place.line, place.column]
    return [place.line, place.column, place.path]


def _place(value: Any, path: str) -> Place:
    if type(value) is not list or not 2 <= len(value) <= 3:
        raise NotPlainError
    if len(value) == 2 and type(value[0]) is type(value[1]) is int:  # as nearly all are
        return Place(path, value[0], value[1])
    line, column, *other = value
    if not type(line) is type(column) is int or not all(type(one) is str for one in other):
        raise NotPlainError
    return Place(other[0] if other else path, line, column)


def _of_union(of: tuple[Any, ...]) -> tuple[Way, Way]:
    """A union is of scalars, or of one type and None."""
    if _SCALARS.issuperset(of):
        return _same, _scalar(frozenset(of))
    (one,) = (kind for kind in of if kind is not type(None))
    plain, made = ways(one)
    return (lambda value, path: None if value is None else plain(value, path),
            lambda value, path: None if value is None else made(value, path))


def _of_items(origin: type, of: tuple[Any, ...]) -> tuple[Way, Way]:
    if origin is tuple and of[-1:] != (Ellipsis,):
        each = tuple(map(ways, of))

        def all_of(value: Any, path: str) -> tuple[Any, ...]:
            if type(value) is not list or len(value) != len(each):
                raise NotPlainError
            return tuple([made(item, path) for (_, made), item in zip(each, value, strict=True)])

        return (lambda value, path: [plain(item, path) for (plain, _), item in zip(each, value, strict=True)],
                all_of)
    plain, made = ways(of[0])
    is_set = origin is frozenset

    def items(value: Any, path: str) -> Any:
        if type(value) is not list:
            raise NotPlainError
        return origin([made(item, path) for item in value])

    return (lambda value, path: [plain(item, path) for item in (sorted(value) if is_set else value)], items)


def _of_mapping(key: Any, of: Any) -> tuple[Way, Way]:
    """A mapping of texts."""
    if key is not str:
        raise TypeError(f"{key} is no text")
    plain, made = ways(of)

    def mapping(value: Any, path: str) -> dict[str, Any]:
        if type(value) is not dict:
            raise NotPlainError
        return {name: made(item, path) for name, item in value.items()}

    return lambda value, path: {name: plain(item, path) for name, item in value.items()}, mapping


def _of_fields(of: type) -> tuple[Way, Way]:
    """A dataclass, or a tuple with names: its fields by their names, without those that say what they do when
    nothing is said.
    """
    hints = typing.get_type_hints(of)
    each = {name: ways(hints[name]) for name in _defaults(of)}
    usual = [(name, each[name][0], default) for name, default in _defaults(of).items()]
    parts = attrgetter(*each) if len(each) > 1 else lambda value: [getattr(value, name) for name in each]

    def plain(value: Any, path: str) -> dict[str, Any]:
        return {name: way(part, path) for (name, way, default), part in zip(usual, parts(value), strict=True)
                if part is not default and (part != default or type(part) is not type(default))}

    def made(value: Any, path: str) -> Any:
        if type(value) is not dict or not value.keys() <= each.keys():
            raise NotPlainError
        try:
            return of(**{name: each[name][1](part, path) for name, part in value.items()})
        except (TypeError, ValueError):  # one that must be there is not, or what a type refuses itself
            raise NotPlainError from None

    return plain, made


def _defaults(of: type) -> dict[str, Any]:
    """Return the fields of a type with what each is when nothing is said; MISSING: it must be said."""
    if not dataclasses.is_dataclass(of):
        names: tuple[str, ...] = getattr(of, "_fields")  # noqa: B009 - not every tuple has names
        usual: dict[str, Any] = getattr(of, "_field_defaults")  # noqa: B009
        return {name: usual.get(name, dataclasses.MISSING) for name in names}
    return {part.name: part.default if part.default_factory is dataclasses.MISSING else part.default_factory()
            for part in dataclasses.fields(of)}


def _member(of: type[enum.Enum], value: Any) -> enum.Enum:
    if type(value) is not str or value not in of.__members__:
        raise NotPlainError
    return of.__members__[value]


def _time(of: type[date], value: Any) -> date:
    if type(value) is not str:
        raise NotPlainError
    try:
        return of.fromisoformat(value)
    except ValueError:
        raise NotPlainError from None
