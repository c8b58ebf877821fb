"""What templates of shortcodes are made with: values that are looked up, and functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape


class UnknownInTemplateError(Exception):
    """A template asks for what is not known here."""


class Safe(str):
    """Text that is HTML already."""

    __slots__ = ()


def parameter(given: Mapping[str, str] | list[str], args: list[object]) -> object:
    if len(args) != 1:
        raise UnknownInTemplateError
    key = args[0]
    if isinstance(given, list):
        return given[key] if isinstance(key, int) and 0 <= key < len(given) else ""
    if isinstance(key, int):
        return ""
    return next((value for name, value in given.items() if name.lower() == str(key).lower()), "")


def within(value: object, names: list[str], args: list[object]) -> object:
    for name in names:
        if isinstance(value, Mapping):
            value = next((one for key, one in value.items() if str(key).lower() == name.lower()), None)
        elif name == "Get" and args:
            return parameter(value, args)  # type: ignore[arg-type]
        else:
            raise UnknownInTemplateError
    if args:
        raise UnknownInTemplateError
    return value


def known_value(values: Mapping[str, object], names: list[str]) -> object:
    """Return what a page or a site has. What it does not have is known to be nothing among `Params` alone."""
    value: object = values
    for count, name in enumerate(names):
        if not isinstance(value, Mapping):
            return None
        if name.lower() not in value and not (count and names[0] == "Params"):
            raise UnknownInTemplateError
        value = value.get(name.lower())
    if isinstance(value, Mapping | list) or not names:
        raise UnknownInTemplateError
    return value


def is_true(value: object) -> bool:
    return value not in (None, "", 0, False) and value != [] and value != {}


def shown(value: object) -> str:
    if isinstance(value, Safe):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if not isinstance(value, str | int | float):
        raise UnknownInTemplateError
    return escape(str(value)).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")


def _compare(one: object, *others: object) -> bool:
    return any(one == other for other in others)


def _index(values: object, *keys: object) -> object:
    for key in keys:
        if isinstance(values, list):
            values = values[key] if isinstance(key, int) and 0 <= key < len(values) else None
        else:
            values = within(values, [str(key)], [])
    return values


def _default(usual: object, *given: object) -> object:
    return given[0] if given and given[0] not in (None, "", 0, False) else usual


def _printf(form: str, *values: object) -> str:
    parts = iter(values)
    return re.sub(
        r"%[vsdq%]",
        lambda one: (
            "%"
            if one[0] == "%%"
            else f'"{next(parts)}"'
            if one[0] == "%q"
            else str(_shown_plain(next(parts)))
        ),
        form,
    )


def _shown_plain(value: object) -> str:
    return "true" if value is True else "false" if value is False else str(value)


def _isset(values: object, key: object) -> bool:
    if isinstance(values, list):
        return isinstance(key, int) and 0 <= key < len(values)
    return isinstance(values, Mapping) and any(str(name).lower() == str(key).lower() for name in values)


def _and(*values: object) -> object:
    return next((one for one in values if not is_true(one)), values[-1])


def _or(*values: object) -> object:
    return next((one for one in values if is_true(one)), values[-1])


def _strip_tags(text: object) -> str:
    return re.sub(r"<[^>]*>", "", str(text))


def _replace(text: str, old: str, new: str, *_count: int) -> str:
    return str(text).replace(old, new)


FUNCTIONS: Mapping[str, Callable[..., object]] = {
    "eq": _compare,
    "ne": lambda one, *others: not _compare(one, *others),
    "not": lambda one: not is_true(one),
    "lt": lambda one, other: one < other,
    "le": lambda one, other: one <= other,
    "gt": lambda one, other: one > other,
    "ge": lambda one, other: one >= other,
    "and": _and,
    "or": _or,
    "default": _default,
    "len": len,
    "index": _index,
    "isset": _isset,
    "collections.IsSet": _isset,
    "cond": lambda asked, one, other: one if is_true(asked) else other,
    "safeHTML": Safe,
    "safeHTMLAttr": Safe,
    "safeURL": Safe,
    "safeCSS": Safe,
    "safe.HTML": Safe,
    "safe.URL": Safe,
    "safe.HTMLAttr": Safe,
    "safe.CSS": Safe,
    "htmlEscape": lambda text: Safe(escape(str(text))),
    "plainify": _strip_tags,
    "lower": lambda text: str(text).lower(),
    "upper": lambda text: str(text).upper(),
    "strings.ToLower": lambda text: str(text).lower(),
    "strings.ToUpper": lambda text: str(text).upper(),
    "string": _shown_plain,
    "int": int,
    "print": lambda *all: "".join(map(_shown_plain, all)),
    "printf": _printf,
    "trim": lambda text, cut: str(text).strip(cut),
    "replace": _replace,
    "strings.Trim": lambda text, cut: str(text).strip(cut),
    "strings.TrimSpace": lambda text: str(text).strip(),
    "strings.TrimLeft": lambda cut, text: str(text).lstrip(cut),
    "strings.TrimRight": lambda cut, text: str(text).rstrip(cut),
    "chomp": lambda text: str(text).rstrip("\r\n"),
    "strings.TrimPrefix": lambda cut, text: str(text).removeprefix(cut),
    "strings.TrimSuffix": lambda cut, text: str(text).removesuffix(cut),
    "strings.Replace": _replace,
    "hasPrefix": lambda text, begin: str(text).startswith(begin),
    "strings.HasPrefix": lambda text, begin: str(text).startswith(begin),
    "hasSuffix": lambda text, end: str(text).endswith(end),
    "strings.HasSuffix": lambda text, end: str(text).endswith(end),
    "strings.Contains": lambda text, part: part in str(text),
    "in": lambda whole, part: part in whole,
    "add": lambda one, other: one + other,
    "sub": lambda one, other: one - other,
    "mul": lambda one, other: one * other,
    "markdownify": lambda text: text,
    "transform.Markdownify": lambda text: text,
}
