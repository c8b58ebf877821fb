"""Values that can be compared with those of the next build, made of values that may change meanwhile."""

from __future__ import annotations

import dataclasses
import enum
import functools
import types
from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta, timezone
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

_PLAIN = (str, int, float, bytes, date, datetime, time, timedelta, timezone, enum.Enum, PurePath)
_NEXT = frozenset({bool, int, date})
"""Of these, values are what they are compared by."""
_OURS = "mkdocs_career_roadmap"
_PURE = ("markdown", "pymdownx", "material.extensions", "material.plugins.blog", "mkdocs", "jinja2",
         "builtins")
"""The packages whose functions answer by what they are asked, and nothing else."""


_DIGEST = 20
"""Bytes that stand for a text: that two texts have the same is not going to happen."""


class UnfitError(Exception):
    """A value that cannot be compared, or a step that cannot be followed. Its text says why, for people."""


def frozen(value: Any) -> Hashable:
    """Return what equals that of another value only if the two are the same through and through.

    Types count, too: 1, 1.0 and True print differently. It prints as that of the same value in another
    process, for `stamp`. Raises UnfitError for what it does not know.
    """
    if type(value) is str or value is None:  # most are, and nothing else is made one
        return value
    kind = type(value)
    if kind in _NEXT:  # the rest of nearly all, told apart before all that has to be asked of classes
        return (kind, value)
    if kind is dict or (kind is not list and isinstance(value, Mapping)):
        return (kind, tuple([(frozen(key), frozen(item)) for key, item in value.items()]))
    if isinstance(value, list | tuple):
        return (kind, tuple(map(frozen, value)))
    if isinstance(value, _PLAIN):
        return (kind, _plain(value))
    if isinstance(value, AbstractSet):
        return (type(value), tuple(sorted(map(frozen, value), key=repr)))  # in any order they are the same
    if isinstance(value, functools.partial):
        return (functools.partial, frozen(value.func), frozen(value.args), frozen(value.keywords))
    if isinstance(value, types.FunctionType | types.BuiltinFunctionType | type) and is_pure(value):
        return (type(value).__name__, value.__module__, value.__qualname__)
    if dataclasses.is_dataclass(value) and within(type(value).__module__, (_OURS,)):
        return (type(value), tuple(frozen(getattr(value, part.name)) for part in dataclasses.fields(value)))
    raise UnfitError(f"a value of the type {kind.__module__}.{kind.__qualname__} cannot be compared")


def _plain(value: Any) -> Hashable:
    if isinstance(value, enum.Enum):
        return value.name
    if isinstance(value, float | datetime | time):
        return repr(value)  # 0.0 is -0.0, and noon in Paris is another hour elsewhere
    if isinstance(value, str):
        return str.__str__(value)
    return str(value) if isinstance(value, PurePath) else value


def digest(text: str | None) -> str | None:
    """Return what stands for a long text: two texts with the same are the same, also in another process."""
    if text is None:
        return None
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()


def stamp(value: Hashable) -> str:
    """Return what stands for a value that `frozen` and the like have made: values with the same are the same,
    also in another process.
    """
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()


def is_pure(function: Any) -> bool:
    """True for a function of a module that is known to keep nothing; one made inside another is not."""
    module = getattr(function, "__module__", None) or ""
    return within(module, _PURE) and "<locals>" not in getattr(function, "__qualname__", "<locals>")


def within(module: str, packages: tuple[str, ...]) -> bool:
    """True if a module is one of the packages, or lies in one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)
