"""Runs the tests that mutmut asks for, and lets them fail fast: a plugin of pytest's for mutants.py."""

from __future__ import annotations

import gc
import re
import sys
from collections import defaultdict
from collections.abc import Generator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from mutmut.mutation.trampoline import get_mutant_under_test
from mutmut.state import state

# One failing example is enough, the smallest is not wanted; and the score is the
# same each time. Loaded before the tests are, whose own settings build upon it.
settings.register_profile(
    "mutants",
    database=None,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutants")
# A call of the code is three with mutmut between, and what is deep is to be as deep as before.
sys.setrecursionlimit(3 * sys.getrecursionlimit())


_CACHES: dict[int, _lru_cache_wrapper] = {}
"""Those of the code, by identity: once mutmut has frozen what is there, the collector finds none of it."""
_LOADED = 0
"""So many modules were loaded when the caches were looked for."""
_REACHED: defaultdict[object, set[str]] = defaultdict(set)
"""By fixture: the functions that it called when it was set up."""


def pytest_sessionstart() -> None:
    """Forget what the code remembers: each mutant is tested in a fork of the process that ran all tests."""
    _forget()


def _forget() -> None:
    global _LOADED  # noqa: PLW0603 - a plugin of pytest is a module
    if len(sys.modules) != _LOADED:
        _LOADED = len(sys.modules)
        for found in gc.get_objects():
            if isinstance(found, _lru_cache_wrapper) and found.__module__.startswith("mkdocs_career_roadmap"):
                _CACHES[id(found)] = found
    for cache in _CACHES.values():
        cache.cache_clear()


def _is_asking() -> bool:
    """Tell whether mutmut asks which test calls which function."""
    return bool(get_mutant_under_test() == "stats")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Let each test call what it needs, though another one called it before."""
    if _is_asking():
        _forget()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
    """Note what a fixture calls: it is set up for the first of its tests, and all of them reach that."""
    if not _is_asking():
        return (yield)
    before = set(state()._stats)
    state()._stats.clear()
    try:
        return (yield)
    finally:
        _REACHED[fixturedef] |= state()._stats
        state()._stats |= before


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Add to what a test calls what its fixtures called, before mutmut notes it."""
    if _is_asking() and isinstance(item, pytest.Function):
        for name in item.fixturenames:
            for fixturedef in item._fixtureinfo.name2fixturedefs.get(name, ()):
                state()._stats |= _REACHED[fixturedef]


WANTED = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Ask for files, and for the tests in them later.

    Each time it collects in one process, pytest escapes the names that `ids`
    makes once more, and does not find those with a backslash again. Mutmut takes
    that for a failed test, and every mutant that it was to judge for killed.
    """
    config.stash[WANTED] = [_name(arg) for arg in config.args if "::" in arg]
    config.args[:] = dict.fromkeys(arg.partition("::")[0] for arg in config.args)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that were asked for, in that order: those that take long come last."""
    if config.stash[WANTED]:
        place = {name: at for at, name in enumerate(config.stash[WANTED])}
        kept = [item for item in items if _name(item.nodeid) in place]
        items[:] = sorted(kept, key=lambda item: place[_name(item.nodeid)])
        lost = place.keys() - {_name(item.nodeid) for item in kept}
        if lost:
            Path("lost.txt").write_text("\n".join(lost), encoding="utf-8")


def _name(id: str) -> str:
    """Return a test's id, however often it was escaped."""
    return re.sub(r"\\+", r"\\", id)
