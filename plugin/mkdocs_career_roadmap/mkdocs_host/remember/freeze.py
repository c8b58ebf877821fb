"""Values that can be compared with those of the next build, made of values that may change meanwhile."""

from __future__ import annotations

import enum
import functools
import types
from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta, timezone
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

_PLAIN = (str, int, float, bool, bytes, type(None), date, datetime, time, timedelta, timezone)
_PURE = ("markdown", "pymdownx", "material.extensions", "mkdocs", "jinja2", "builtins")
"""The packages whose functions answer by what they are asked, and nothing else."""


class UnfitError(Exception):
    """A value that cannot be compared, or a step that cannot be followed. Its text says why, for people."""


def frozen(value: Any) -> Hashable:
    """Return what equals that of another value only if the two are the same through and through.

    Types count, too: 1, 1.0 and True print differently. Raises UnfitError for what it does not know.
    """
    if isinstance(value, _PLAIN) or (isinstance(value, enum.Enum) and isinstance(value, Hashable)):
        return (type(value), value)
    if isinstance(value, Mapping):
        return (type(value), tuple((frozen(key), frozen(item)) for key, item in value.items()))
    if isinstance(value, list | tuple):
        return (type(value), tuple(map(frozen, value)))
    if isinstance(value, AbstractSet):
        return (type(value), frozenset(map(frozen, value)))
    if isinstance(value, PurePath):
        return (type(value), str(value))
    if isinstance(value, functools.partial):
        return (functools.partial, frozen(value.func), frozen(value.args), frozen(value.keywords))
    if isinstance(value, types.FunctionType | types.BuiltinFunctionType | type) and is_pure(value):
        return value
    kind = f"{type(value).__module__}.{type(value).__qualname__}"
    raise UnfitError(f"a value of the type {kind} cannot be compared")


def digest(text: str | None) -> bytes | None:
    """Return what stands for a long text: two texts with the same are the same."""
    return None if text is None else blake2b(text.encode("utf-8", "surrogatepass")).digest()


def is_pure(function: Any) -> bool:
    """True for a function of a module that is known to keep nothing; one made inside another is not."""
    module = getattr(function, "__module__", None) or ""
    return within(module, _PURE) and "<locals>" not in getattr(function, "__qualname__", "<locals>")


def within(module: str, packages: tuple[str, ...]) -> bool:
    """True if a module is one of the packages, or lies in one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)
