"""What templates of shortcodes are made with: values, what is within them, and how they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape


class UnknownInTemplateError(Exception):
    """A template asks for what is not known here."""


class Safe(str):
    """Text that is HTML already."""

    __slots__ = ()


class Known(dict[str, object]):
    """What is known of something, by names in lower case: of any other name it is not known what it is.

    A value that can be called is a method, and is called with what follows it.
    """

    __slots__ = ()


def within(value: object, names: list[str], args: list[object]) -> object:
    """Return what lies within a value by names, one within the other; of a mapping that lacks one: None.

    Raises UnknownInTemplateError.
    """
    for count, name in enumerate(names):
        value = _member(value, name)
        if callable(value):
            given, args = (args, []) if count + 1 == len(names) else ([], args)
            value = _called(value, given)
    if args:
        raise UnknownInTemplateError
    return value


def _called(method: Callable[..., object], given: list[object]) -> object:
    try:
        return method(*given)
    except (TypeError, ValueError, LookupError):
        raise UnknownInTemplateError from None


def _member(value: object, name: str) -> object:
    if isinstance(value, Known):
        if name.lower() not in value:
            raise UnknownInTemplateError
        return value[name.lower()]
    if isinstance(value, Mapping):
        return next((one for key, one in value.items() if str(key).lower() == name.lower()), None)
    if value is None:
        return None
    raise UnknownInTemplateError


def parameter(given: Mapping[str, object] | list[object], key: object) -> object:
    """Return a parameter of a shortcode by its name or place; empty: it has none."""
    if isinstance(given, list):
        return given[key] if isinstance(key, int) and 0 <= key < len(given) else ""
    if isinstance(key, int):
        return ""
    return next((value for name, value in given.items() if name.lower() == str(key).lower()), "")


def is_true(value: object) -> bool:
    """Tell whether a value is taken for true: what is empty, zero, false or nothing is not."""
    return value not in (None, "", 0, False) and value != [] and value != {}


def shown(value: object) -> str:
    """Return a value as it stands in HTML. Raises UnknownInTemplateError for what has no such form."""
    if isinstance(value, Safe):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, Known) or not isinstance(value, str | int | float | list | Mapping):
        raise UnknownInTemplateError
    return escape(plain(value)).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")


def plain(value: object) -> str:
    """Return a value as text, as `printf "%v"` has it."""
    if value is None:
        return "<nil>"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    if isinstance(value, list):
        return f"[{' '.join(map(plain, value))}]"
    if isinstance(value, Known) or callable(value):
        raise UnknownInTemplateError
    if isinstance(value, Mapping):
        return f"map[{' '.join(f'{key}:{plain(value[key])}' for key in sorted(value, key=str))}]"
    return str(value)


def numbers_of(*values: object) -> list[int | float]:
    """Return values, all of which are numbers. Raises TypeError."""
    made: list[int | float] = []
    for one in values:
        if isinstance(one, bool) or not isinstance(one, int | float):
            raise TypeError
        made.append(one)
    return made
