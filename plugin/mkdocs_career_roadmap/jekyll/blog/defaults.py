"""Front matter that a configuration gives to many files (rule: jekyll/frontmatter_defaults.rb)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from .config import Config, Defaults


def defaults_for(config: Config, path: str, kind: str | None) -> dict[str, Any]:
    """Return the defaults of a file: the most specific scope wins, mappings are merged.

    `path` is from the blog's folder, `kind` is `pages`, `posts` or a collection; None: a file that is none of
    them. Empty when no scope fits.
    """
    values: dict[str, Any] = {}
    old: Defaults | None = None
    for one in fitting(config, path, kind):
        if old is None or _is_nearer(one, old):
            values = merged(values, one.values)
            old = one
        else:
            values = merged(one.values, values)
    return values


def fitting(config: Config, path: str, kind: str | None) -> Sequence[Defaults]:
    """Return the defaults whose scope a file is in, in their order."""
    return [one for one in config.defaults
            if (one.type is None or one.type == kind)
            and _is_in(one.path, path, config.collections_dir, is_document=kind not in (None, "pages"))]


def merged(base: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Return two mappings in one; `more` wins, except where it says nothing (rule: jekyll/utils.rb)."""
    result = dict(base)
    for key, value in more.items():
        old = result.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            result[key] = merged(old, value)
        elif key not in result or value is not None:
            result[key] = value
    return result


def _is_nearer(new: Defaults, old: Defaults) -> bool:
    new_size, old_size = len(new.path.removeprefix("/")), len(old.path.removeprefix("/"))
    if new_size != old_size:
        return new_size > old_size
    return new.type is not None or old.type is None


def _is_in(scope: str, path: str, collections_dir: str, *, is_document: bool) -> bool:
    if not scope:
        return True
    if "*" not in scope:
        inner = _inner(path, collections_dir) if is_document else path
        return inner.startswith(_inner(scope, collections_dir))
    pattern = _glob(scope)
    parts = path.split("/")
    return any(pattern.fullmatch("/".join(parts[:size])) for size in range(1, len(parts) + 1))


def _inner(path: str, collections_dir: str) -> str:
    return path.removeprefix(f"{collections_dir}/") if collections_dir else path


@cache
def _glob(pattern: str) -> re.Pattern[str]:
    """Return what matches as Ruby's Dir.glob: a star stops at slashes and at a leading dot."""
    parts = re.findall(r"\*\*/|\*+|\?|\[[^\]]*\]|\{[^{}]*\}|.", pattern, re.DOTALL)
    return re.compile("".join(_glob_part(part) for part in parts), re.DOTALL)


def _glob_part(part: str) -> str:
    if part == "**/":
        return r"(?:(?!\.)[^/]+/)*"
    if part[0] == "*":
        return r"(?:(?<=[^/])|(?!\.))[^/]*"
    if part == "?":
        return "[^/]"
    if len(part) > 1 and part[0] == "{":
        return "(?:" + "|".join(map(re.escape, part[1:-1].split(","))) + ")"
    if len(part) > 2 and part[0] == "[":
        inner = re.sub(r"([\\\[&~|])", r"\\\1", part[1:-1].replace("^", "!", 1))
        return f"[^{inner[1:]}]" if inner[0] == "!" and len(inner) > 1 else f"[{inner}]"
    return re.escape(part)
