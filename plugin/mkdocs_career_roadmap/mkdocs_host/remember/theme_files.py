"""The files of a theme are listed once, and its templates compiled once, as long as they are as they were."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, NamedTuple

import jinja2
from jinja2 import defaults
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.theme import Theme

from ...pages.render import CompiledTemplates, passed, way_to_compile

_UNSURE = 2 * 10**9
"""Nanoseconds: a folder that was changed so short a time ago may change again and have the same time."""
_OF_MKDOCS = "Files.add_files_from_theme.<locals>.filter"
"""The name of what MkDocs itself chooses files of a theme by."""


class Listing(NamedTuple):
    """The files below a folder, and when it and each folder in it was changed."""

    files: tuple[str, ...]
    folders: tuple[tuple[str, int], ...]


class Compiled(BytecodeCache):
    """Compiled templates in memory, by their text and all that decides what is made of it; those that other
    runs can tell apart on the disk, too. Some may change all the time: at `most` of them all are forgotten.
    """

    def __init__(self, most: int = 1000) -> None:
        self._most = most
        self.on_disk: CompiledTemplates | None = None
        """None: nothing is kept on the disk."""
        self._codes: dict[Any, CodeType] = {}

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        key = (name, filename, source, *_whole_way(environment, source))
        bucket = _KeptBucket(environment, "", "")
        if key not in self._codes and self.on_disk is not None and _is_known(environment, source):
            bucket.on_disk = self.on_disk.get_bucket(environment, name, filename, source)
            if bucket.on_disk.code is not None:
                self._keep(key, bucket.on_disk.code)
        bucket.key = key  # type: ignore[assignment]
        bucket.code = self._codes.get(key)
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        if bucket.code is None:
            return
        self._keep(bucket.key, bucket.code)
        if self.on_disk is not None and isinstance(bucket, _KeptBucket) and bucket.on_disk is not None:
            bucket.on_disk.code = bucket.code
            self.on_disk.set_bucket(bucket.on_disk)

    def _keep(self, key: Any, code: CodeType) -> None:
        if len(self._codes) >= self._most:
            self._codes.clear()
        self._codes[key] = code


class _KeptBucket(Bucket):
    """The place of one compiled template."""

    on_disk: Bucket | None = None
    """Its place on the disk. None: it has none."""


@dataclass
class KeptThemeFiles:
    """What lasts from build to build."""

    listings: dict[str, Listing] = field(default_factory=dict)
    compiled: Compiled = field(default_factory=Compiled)


_FILTERS, _TESTS, _POLICIES = (
    vars(defaults)[f"DEFAULT_{name}"] for name in ("FILTERS", "TESTS", "POLICIES"))
_OF_JINJA = "jinja2.ext."


def _whole_way(env: jinja2.Environment, source: str) -> tuple[Any, ...]:
    """Return all that decides, besides the text, which code an environment makes of a template."""
    return (type(env), *way_to_compile(env), tuple(sorted(_own_filters(env, source).items())),
            tuple(env.tests.items()))


def _is_known(env: jinja2.Environment, source: str) -> bool:
    """True if every process that compiles a template in the same way makes the same code of it: nothing takes
    part of which another process may have another version under the same name.
    """
    return (all(isinstance(filter, str) for filter in _own_filters(env, source).values())
            and all(_TESTS.get(name) is function for name, function in env.tests.items())
            and type(env) is jinja2.Environment and env.finalize is None
            and env.undefined is jinja2.Undefined and env.policies == _POLICIES
            and isinstance(env.autoescape, bool)
            and all(name.startswith(_OF_JINJA) for name in env.extensions))


def _own_filters(env: jinja2.Environment, source: str) -> dict[str, Any]:
    """Return, by name, the filters that are not Jinja's own: what each gets besides its value; or itself,
    where it may be asked for a constant while the template is compiled.

    What reads the page it is on never is, and no more what gets something that is known of a page alone,
    as `date` of Material's blog does, which is another function in each build.
    """
    own = {name: env.filters.get(name) for name in env.filters.keys() | _FILTERS.keys()
           if env.filters.get(name) is not _FILTERS.get(name)}
    kinds = {name: passed(function) for name, function in own.items()}
    unsure = {name for name, kind in kinds.items() if kind != "context"}
    return kinds if not unsure or _get_no_constant(unsure, source) else own


_FILTER = re.compile(r"\|\s*([\w.]+)")
_ATTRIBUTE = re.compile(r"(?<![\w.])([^\W\d]\w*)(?:\.[^\W\d]\w*)+\Z")
_CONSTANTS = {"true", "false", "none", "True", "False", "None"}


def _get_no_constant(filters: Collection[str], source: str) -> bool:
    """True if these filters stand in a template, if at all, right after a name with an attribute."""
    for match in _FILTER.finditer(source):
        if match[1] in filters:
            before = source[max(0, match.start() - 200):match.start()].rstrip()
            value = _ATTRIBUTE.search(before)
            if value is None or value[1] in _CONSTANTS or before[:value.start()].rstrip().endswith("."):
                return False
    return True


def remember_files(theme: Theme, kept: KeptThemeFiles, folder: str | None = None) -> None:
    """Let a theme, which is new in each build, make environments that know its files and templates. `folder`
    is where compiled templates lie on the disk, one that only the user can write to; None: nowhere.
    """
    kept.compiled.on_disk = CompiledTemplates(folder) if folder else None

    def get_env() -> jinja2.Environment:
        env = Theme.get_env(theme)
        loader = env.loader
        if type(loader) is jinja2.FileSystemLoader:
            _list_fast(env, tuple(map(str, loader.searchpath)), kept.listings)
            env.bytecode_cache = kept.compiled
        return env

    if type(theme) is Theme:
        theme.get_env = get_env  # type: ignore[method-assign]


def _list_fast(env: jinja2.Environment, folders: tuple[str, ...], kept: dict[str, Listing]) -> None:
    """Let an environment list its files fast for MkDocs, which leaves out those that begin with a dot. All
    others get the whole list as ever.
    """
    of_jinja = env.list_templates

    def list_templates(
        extensions: Collection[str] | None = None, filter_func: Callable[[str], bool] | None = None
    ) -> list[str]:
        if extensions is None and filter_func is not None and (
                getattr(filter_func, "__qualname__", "") == _OF_MKDOCS):
            return [name for name in _listed(folders, kept) if filter_func(name)]
        return of_jinja(extensions, filter_func)

    env.list_templates = list_templates  # type: ignore[method-assign]


def _listed(folders: Sequence[str], kept: dict[str, Listing]) -> list[str]:
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
