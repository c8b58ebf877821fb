"""Runs the tests that mutmut asks for, and lets them fail fast: a plugin of pytest's for mutants.py."""

from __future__ import annotations

import gc
import re
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

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


def pytest_sessionstart() -> None:
    """Forget what the code remembers: each mutant is tested in a fork of the process that ran all tests."""
    for found in gc.get_objects():
        if isinstance(found, _lru_cache_wrapper) and found.__module__.startswith("mkdocs_career_roadmap"):
            found.cache_clear()


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
