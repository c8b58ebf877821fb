"""Which entries of a folder Jekyll leaves out (rule: jekyll/entry_filter.rb)."""

from __future__ import annotations

import re
from functools import cache

from .config import Config

_SPECIAL = (".", "_", "#", "~")


def is_kept(config: Config, base: str, entry: str, *, is_folder: bool = False) -> bool:
    """True when Jekyll takes an entry.

    `base` is the folder that is read, from the blog's; `entry` is below it, and may be several folders deep.
    What is included is looked for by the entry alone, what is excluded by its whole path.
    """
    if entry.endswith("."):
        return False
    name = entry.rpartition("/")[2]
    if _is_listed(config.include, entry, is_folder) or _is_listed(config.include, name, is_folder):
        return True
    excludes = tuple(one for one in config.exclude if one not in config.include)
    if _is_listed(excludes, f"{base}/{entry}".lstrip("/"), is_folder):
        return False
    return not (entry.startswith(_SPECIAL) or name.startswith(_SPECIAL) or entry.endswith("~"))


def _is_listed(patterns: tuple[str, ...], path: str, is_folder: bool) -> bool:
    for written in patterns:
        pattern = written.lstrip("/")
        if path.startswith(pattern) or (is_folder and pattern == f"{path}/") or _matches(pattern, path):
            return True
    return False


def _matches(pattern: str, path: str) -> bool:
    return any(sign in pattern for sign in "*?[\\") and bool(_fnmatch(pattern).fullmatch(path))


@cache
def _fnmatch(pattern: str) -> re.Pattern[str]:
    """Return what matches as Ruby's File.fnmatch: a star takes slashes, too."""
    parts = re.findall(r"\\.|\*+|\?|\[[!^]?[^\]]+\]|.", pattern, re.DOTALL)
    return re.compile("".join(_part(part) for part in parts), re.DOTALL)


def _part(part: str) -> str:
    if part[0] in "*?":
        return ".*" if part[0] == "*" else "."
    if len(part) > 2 and part[0] == "[":
        inner = re.sub(r"([\\\[&~|])", r"\\\1", part[1:-1])
        return f"[^{inner[1:]}]" if inner[0] in "!^" and len(inner) > 1 else f"[{inner}]"
    return re.escape(part[1:] if len(part) == 2 and part[0] == "\\" else part)
