"""How much the tests try: HYPOTHESIS_PROFILE is `quick`, `default` or `full`.

`make quick` and `make test` look for what is broken now; `make coverage` and `make fuzz` take the
time to look for what nobody thought of. So it is with what Hypothesis makes up: the first two try the same at
each run, so that no change is stopped by what it did not do, the others something new each time. And so with
tables of which every pair may be tried: at full depth each is, else each row and each column, see `some` and
`turn`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import settings

_MOST = {"quick": 8, "default": 10, "full": 1_000_000}
"""The most examples that a test tries, by profile."""
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "default")
MOST = _MOST[PROFILE]
IS_FULL = PROFILE == "full"
TIMES = int(os.environ.get("FUZZ", "1"))
"""How many times as many as at full depth those tests try that may be asked for more."""
_HAS_SEED = any(word.startswith("--hypothesis-seed") for word in sys.argv)
"""Who asks for other input gets it, in one process."""

T = TypeVar("T")


def tries(examples: int = 100, **more: Any) -> settings:
    """Return the settings of a test that tries so many examples at full depth, else as many as may be.

    `more` are further settings of Hypothesis. None has a deadline: how long an example takes says
    how busy the machine is.
    """
    return settings(**{
        "max_examples": min(examples, MOST),
        "derandomize": not IS_FULL and not _HAS_SEED,
        "deadline": None,
        **more,
    })


def some(cases: Sequence[T], every: int, first: int = 0) -> Sequence[T]:
    """Return all cases at full depth, else one in so many, from the one at `first` on."""
    return cases if IS_FULL else cases[first::every]


def turn(cases: Sequence[T], number: int) -> Sequence[T]:
    """Return all cases at full depth, else the one of this turn; with the turns from 0 on, each comes."""
    return cases if IS_FULL else [cases[number % len(cases)]]


def load() -> None:
    """Let a test without settings of its own, which is one of a hundred examples, keep to the profile."""
    name = f"career-roadmap-{PROFILE}"
    settings.register_profile(name, parent=tries())  # what Hypothesis chose, for CI say, stays
    settings.load_profile(name)
