"""Kramdown's attribute lists, `{: .class #id key="value"}`, read and written for attr_list."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

ID_NAME = r"[A-Za-z0-9_][A-Za-z0-9_-]*"

_PAIR = rf"""(?P<key>{ID_NAME})=(?P<q>["'])(?P<value>(?:\\\}}|\\(?P=q)|(?!(?P=q))[^}}])*)(?P=q)"""
_ID = r"#(?P<id>[A-Za-z][A-Za-z0-9_:-]*)"
_CLASS = r"\.(?P<class>[^\s.#]+)"
_SHORT = re.compile(rf"{_ID}|{_CLASS}")
_ANY = re.compile(
    rf"(?<!\S)(?:{_PAIR}|(?P<ref>{ID_NAME})|(?P<short>(?:#[A-Za-z][A-Za-z0-9_:-]*|\.[^\s.#]+)+))(?=\s|\Z)",
)
_PLAIN = re.compile(r"[^\s{}\"'=#.]+\Z")
_NO_FIRST_LETTER = re.compile(r"[^A-Za-z0-9_:.-]")


@dataclass(slots=True)
class Attributes:
    """What an attribute list says."""

    values: dict[str, str] = field(default_factory=dict)
    """By name; `class` has all classes, separated by spaces."""
    refs: list[str] = field(default_factory=list)
    """The lists it refers to, by name."""

    def __bool__(self) -> bool:
        return bool(self.values or self.refs)


def _set(into: dict[str, str], key: str, value: str) -> None:
    if key == "class" and into.get("class"):
        value = f"{into['class']} {value}"
    into[key] = value


def read(text: str, into: Attributes) -> None:
    """Add to `into` what an attribute list's `text`, without its braces, says."""
    for match in _ANY.finditer(text):
        if ref := match["ref"]:
            into.refs.append(ref)
        elif short := match["short"]:
            for part in _SHORT.finditer(short):
                if part["class"]:
                    _set(into.values, "class", part["class"])
                else:
                    into.values["id"] = part["id"]
        else:
            into.values[match["key"]] = re.sub(rf"\\(\}}|{match['q']})", r"\1", match["value"])


def resolved(given: Attributes, lists: Mapping[str, Attributes], depth: int = 9) -> dict[str, str]:
    """Return the attributes of `given` and of what it refers to; an unknown reference says nothing."""
    result: dict[str, str] = {}
    for ref in given.refs:
        if ref in lists and depth:
            for key, value in resolved(lists[ref], lists, depth - 1).items():
                _set(result, key, value)
    for key, value in given.values.items():
        _set(result, key, value)
    return result


def _pair(key: str, value: str) -> str:
    quote = "'" if '"' in value else '"'
    return f"{key}={quote}{value.replace(quote, html.escape(quote))}{quote}"


def written(values: Mapping[str, str]) -> str:
    """Return `values` as the inside of an attribute list that attr_list reads; nothing: an empty text."""
    parts = []
    for key, value in values.items():
        if key == "class":
            parts += [f".{name}" for name in value.split()]
        elif key == "id" and _PLAIN.match(value):
            parts.append(f"#{value}")
        else:
            parts.append(_pair(key, value.replace("\n", " ").replace("}", "&#125;")))
    return " ".join(parts)


def for_html(text: str) -> bool:
    """Tell whether what `{::nomarkdown text}` holds is meant for HTML, not for LaTeX alone."""
    given = Attributes()
    read(text, given)
    kinds = given.values.get("type", "").split()
    return not kinds or "html" in kinds


def in_tag(values: Mapping[str, str]) -> str:
    """Return `values` as a tag has them, with a space before each."""
    return "".join(f' {key}="{html.escape(value)}"' for key, value in values.items())
