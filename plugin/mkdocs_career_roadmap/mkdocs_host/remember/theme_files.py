"""The files of a theme are listed once, and its templates compiled once, as long as they are as they were."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, NamedTuple

import jinja2
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.theme import Theme

_UNSURE = 2 * 10**9
"""Nanoseconds: a folder that was changed so short a time ago may change again and have the same time."""


class Listing(NamedTuple):
    """The files below a folder, and when it and each folder in it was changed."""

    files: tuple[str, ...]
    folders: tuple[tuple[str, int], ...]


class Compiled(BytecodeCache):
    """Compiled templates in memory, by their text and all that decides what is made of it."""

    def __init__(self) -> None:
        self._codes: dict[Any, CodeType] = {}

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        bucket = Bucket(environment, "", "")
        bucket.key = (name, filename, source, *_way_to_compile(environment))  # type: ignore[assignment]
        bucket.code = self._codes.get(bucket.key)
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        if bucket.code is None:
            return
        if len(self._codes) > 1000:  # templates that change all the time
            self._codes.clear()
        self._codes[bucket.key] = bucket.code


@dataclass
class KeptThemeFiles:
    """What lasts from build to build."""

    listings: dict[str, Listing] = field(default_factory=dict)
    compiled: Compiled = field(default_factory=Compiled)


def _way_to_compile(env: jinja2.Environment) -> tuple[Any, ...]:
    """Return what decides, besides the text, which code an environment makes of a template."""
    lexer = (env.block_start_string, env.block_end_string, env.variable_start_string,
             env.variable_end_string, env.comment_start_string, env.comment_end_string,
             env.line_statement_prefix, env.line_comment_prefix, env.trim_blocks, env.lstrip_blocks,
             env.newline_sequence, env.keep_trailing_newline)
    # What a constant goes through is worked out while a template is compiled.
    folded = tuple(env.filters.items()), tuple(env.tests.items())
    return (type(env), *lexer, tuple(sorted(env.extensions)), env.optimized, env.autoescape, env.is_async,
            folded)


def remember_files(theme: Theme, kept: KeptThemeFiles) -> None:
    """Let a theme, which is new in each build, make environments that know its files and templates."""

    def get_env() -> jinja2.Environment:
        env = Theme.get_env(theme)
        loader = env.loader
        if type(loader) is jinja2.FileSystemLoader:
            folders = tuple(map(str, loader.searchpath))
            loader.list_templates = lambda: _listed(folders, kept.listings)  # type: ignore[method-assign]
            env.bytecode_cache = kept.compiled
        return env

    if type(theme) is Theme:
        theme.get_env = get_env  # type: ignore[method-assign]


def _listed(folders: tuple[str, ...], kept: dict[str, Listing]) -> list[str]:
    """Return the files of a theme, without those that MkDocs leaves out for the dot they begin with."""
    found: set[str] = set()
    for folder in folders:
        known = kept.get(folder)
        if known is None or not all(_changed(path) == when for path, when in known.folders):
            known = _listing(folder)
            kept.pop(folder, None)
            if time.time_ns() - max((when for _, when in known.folders), default=0) > _UNSURE:
                kept[folder] = known
        found.update(known.files)
    return sorted(found)


def _listing(folder: str) -> Listing:
    files: list[str] = []
    folders = [(folder, _changed(folder))]
    for at, below, names in os.walk(folder):
        place = at[len(folder):].strip(os.sep).replace(os.sep, "/")
        if place:
            folders.append((at, _changed(at)))
        else:
            below[:] = [name for name in below if name[0] != "."]  # Material has 14,000 icons there
        files += [f"{place}/{name}" if place else name for name in names if place or name[0] != "."]
    return Listing(tuple(files), tuple(folders))


def _changed(path: str) -> int:
    """Return when a folder was changed, in nanoseconds; -1: it is not there."""
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return -1
