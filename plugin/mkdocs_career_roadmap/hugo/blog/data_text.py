"""TOML, YAML and JSON, as configurations and front matter have them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""What reads YAML as MkDocs does."""
_TAB = re.compile(r"^([\w-]+:) *\t[ \t]*", re.MULTILINE)
ENDINGS = {".toml": "toml", ".yaml": "yaml", ".yml": "yaml", ".json": "json"}
"""By the ending of a file: how it is written."""


class DataTextError(Exception):
    """A text that cannot be read."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line, self.what = line, what


def read_data(text: str, form: str) -> dict[str, object]:
    """Return the mapping that a text is; an empty one: none. Raises DataTextError."""
    value = read_value(text, form)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise DataTextError(1, "it is no mapping of keys and values")
    return {str(key): one for key, one in value.items()}


def read_value(text: str, form: str) -> object:
    """Return what a text is; an empty one: None, or an empty mapping. Raises DataTextError."""
    try:
        if form == "toml":
            return tomllib.loads(text)
        return json.loads(text) if form == "json" else read_yaml(text)
    except (
        tomllib.TOMLDecodeError,
        json.JSONDecodeError,
        yaml.YAMLError,
        ValueError,
        RecursionError,
    ) as error:
        raise DataTextError(_line(error, text), _what(error)) from None


def read_yaml(text: str) -> object:
    """Return what a text in YAML is. A tab may stand behind the colon of a key, as the standard has it."""
    try:
        return yaml.load(text, Loader=LOADER)  # noqa: S506 - it is a safe one
    except yaml.YAMLError:
        spaced = _TAB.sub(r"\1 ", text)
        if spaced == text:
            raise
        return yaml.load(spaced, Loader=LOADER)  # noqa: S506 - likewise


def _line(error: Exception, text: str) -> int:
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    if mark is not None:
        return int(mark.line) + 1
    if isinstance(error, json.JSONDecodeError):
        return error.lineno
    found = re.search(r"\(at line (\d+)", str(error))
    return int(found[1]) if found else text.rstrip("\n").count("\n") + 1


def _what(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return error.msg
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    problem = getattr(error, "problem", None)
    return str(problem or re.sub(r" \(at (?:line \d+.*|end of document)\)", "", str(error))).strip()


def lowered(value: object) -> object:
    """Return a value with all its keys in lower case, as Hugo looks them up."""
    if isinstance(value, Mapping):
        return {str(key).lower(): lowered(one) for key, one in value.items()}
    if isinstance(value, list):
        return [lowered(one) for one in value]
    return value


def merged(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """Return two mappings as one: what the first says counts, and mappings are merged again."""
    result = dict(second)
    for key, value in first.items():
        other = result.get(key)
        both = isinstance(value, Mapping) and isinstance(other, Mapping)
        result[key] = merged(value, other) if both else value  # type: ignore[arg-type]
    return result
