"""Which folders hold the content of a blog, its files and its assets: `module.mounts` may name others."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from .config import HugoConfig

READ = ("content", "static", "assets")
"""What mounts are read for."""
_USUAL = {
    "content": ("contentDir", "content"),
    "static": ("staticDir", "static"),
    "assets": ("assetDir", "assets"),
}


class Mount(NamedTuple):
    """A folder, or a file, and where it stands."""

    source: str
    """From the blog's folder."""
    target: str
    """From the folder of what it is read for; empty: that is it."""
    rules: tuple[str, ...] = ()
    """Which of its files are taken; none: all."""

    def has(self, name: str) -> bool:
        """Tell whether it takes a file, by its path from the folder: the first rule that fits decides. A
        folder that no rule is about is not looked into.
        """
        asked = [rule for rule in self.rules if not rule.startswith("! ")]
        folder = posixpath.dirname(name)
        while folder and asked:
            if not any(_pattern(part).fullmatch(f"/{folder}") for rule in asked for part in _parts(rule)):
                return False
            folder = posixpath.dirname(folder)
        for rule in self.rules:
            if _pattern(rule.removeprefix("! ")).fullmatch(f"/{name}"):
                return not rule.startswith("! ")
        return not asked


def _parts(rule: str) -> list[str]:
    """Return a rule, and what it says of the folders above."""
    names = rule.strip("/").split("/")
    return ["/".join(names[:count]) for count in range(1, len(names) + 1)]


@lru_cache(maxsize=256)
def _pattern(rule: str) -> re.Pattern[str]:
    """Return a rule as a pattern of paths, which begin with a slash, in letters of either case."""
    made = []
    rule = f"/{rule.strip().lstrip('/')}"
    for part in re.findall(r"\*+|\?|\{[^{}]*\}|.", rule, re.DOTALL):
        if part == "*":
            made.append("[^/]*")
        elif part.startswith("*"):
            made.append(".*")
        elif part == "?":
            made.append("[^/]")
        elif part.startswith("{"):
            made.append(f"(?:{'|'.join(map(re.escape, part[1:-1].split(',')))})")
        else:
            made.append(re.escape(part))
    return re.compile("".join(made), re.IGNORECASE | re.DOTALL)


def mounts_of(config: HugoConfig, what: str) -> list[Mount]:
    """Return the folders of a kind, `content`, `static` or `assets`; the first that has a file counts."""
    found = [
        Mount(source, posixpath.relpath(target, what).removeprefix("."), rules)
        for source, target, rules, languages in _written(config)
        if (target == what or target.startswith(f"{what}/"))
        and (not languages or config.language in languages)
    ]
    if found:
        return [one for one in found if _is_inside(one.source)]
    return [Mount(folder, "") for folder in config.folders(*_USUAL[what])]


def mounts_left(config: HugoConfig) -> list[str]:
    """Return the mounts that are not read, as they are written: those of folders out of the blog's, and of
    templates, data and words in other folders than usual.
    """
    return [
        f"{source} as {target}"
        for source, target, _, _ in _written(config)
        if not _is_inside(source) or (target.partition("/")[0] not in READ and source != target)
    ]


def _is_inside(source: str) -> bool:
    return not re.match(r"[A-Za-z]:|/", source) and ".." not in source.split("/")


def _written(config: HugoConfig) -> Iterator[tuple[str, str, tuple[str, ...], frozenset[str]]]:
    mounts = config.mapping("module").get("mounts")
    for one in mounts if isinstance(mounts, list) else ():
        source, target = (one.get("source"), one.get("target")) if isinstance(one, Mapping) else (None, None)
        if not (isinstance(source, str) and isinstance(target, str) and source.strip("/")):
            continue
        rules = one.get("files", one.get("includefiles"))
        listed = rules if isinstance(rules, list) else [rules]
        left = one.get("excludefiles")
        out = [f"! {rule}" for rule in (left if isinstance(left, list) else [left]) if isinstance(rule, str)]
        taken = (*out, *(rule for rule in listed if isinstance(rule, str)))
        yield source.rstrip("/"), posixpath.normpath(target.strip("/")), taken, _languages(one)


def _languages(mount: Mapping[str, object]) -> frozenset[str]:
    """Return the languages that a mount is for; none: all."""
    value: object = mount.get("sites")
    for key in ("matrix", "languages"):
        value = value.get(key) if isinstance(value, Mapping) else None
    listed = value if isinstance(value, list) else [value, mount.get("lang")]
    return frozenset(one.lower() for one in listed if isinstance(one, str))
