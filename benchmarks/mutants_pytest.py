"""Makes tests fail fast on a mutant: a plugin of pytest's for mutants.py."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper

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
