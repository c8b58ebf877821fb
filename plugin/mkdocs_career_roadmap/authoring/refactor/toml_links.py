"""Pages that come to have another path, or another title, in zensical.toml."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping

from ...vocabulary.names import slug
from .text import MARK

_TOKEN = re.compile(r"#[^\n]*|\"\"\"[\s\S]*?\"\"\"|'''[\s\S]*?'''|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
"""A comment or a text: what begins in one is neither."""
_LABEL = re.compile(r"\s*=\s*(['\"])(?P<page>[^'\"\n]*)\1")
"""What stands behind the key of a menu's entry."""


def with_toml_paths(raw: str, moved: Mapping[str, str]) -> str:
    """Return a zensical.toml whose values name the new paths of pages. One that is no TOML stays, and so does
    one in which more than that would change.
    """
    def now(token: re.Match[str]) -> str:
        text = token[0]
        new = moved.get(text[1:-1]) if text[0] in "'\"" else None
        return _text(new, text[0]) if new else text

    return _checked(raw, _TOKEN.sub(now, raw), lambda data: _with_paths(data, moved))


def with_toml_label(raw: str, page: str, old: str, new: str) -> str:
    """Return a zensical.toml whose menu calls a page by its new title, where it called it by the old one."""
    def now(token: re.Match[str]) -> str:
        text, behind = token[0], _LABEL.match(raw, token.end())
        is_page = text[0] in "'\"" and behind and behind["page"] == page
        return _text(new, text[0]) if is_page and slug(text[1:-1]) == slug(old) else text

    return _checked(raw, _TOKEN.sub(now, raw), _without_keys)


def _text(value: str, quote: str) -> str:
    """Return a text of TOML, in the same quotes if they can hold it."""
    if quote == "'" and value.isprintable() and "'" not in value:
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _checked(raw: str, after: str, wanted: Callable[[object], object]) -> str:
    """Return the text after a change if it says what is wanted of the one before, else the one before."""
    try:
        before, now = (tomllib.loads(text.removeprefix(MARK)) for text in (raw, after))
        return after if wanted(before) == wanted(now) else raw
    except (tomllib.TOMLDecodeError, RecursionError):
        return raw


def _with_paths(data: object, moved: Mapping[str, str]) -> object:
    """Return data in which single values that are old paths are the new ones; keys stay."""
    if isinstance(data, dict):
        return {key: _with_paths(value, moved) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_paths(value, moved) for value in data]
    return moved.get(data, data) if isinstance(data, str) else data


def _without_keys(data: object) -> object:
    if isinstance(data, dict):
        return [_without_keys(value) for value in data.values()]
    return [_without_keys(value) for value in data] if isinstance(data, list) else data
