"""How much Hypothesis tries: HYPOTHESIS_PROFILE is `quick`, `default` or `full`.

`make quick` and `make test` look for what is broken now; `make coverage` and `make fuzz` take the
time to look for what nobody thought of.
"""

from __future__ import annotations

import os
from typing import Any

from hypothesis import settings

_MOST = {"quick": 8, "default": 25, "full": 1_000_000}
"""The most examples that a test tries, by profile."""
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "default")
MOST = _MOST[PROFILE]


def tries(examples: int = 100, **more: Any) -> settings:
    """Return the settings of a test that tries so many examples at full depth, else as many as may be.

    `more` are further settings of Hypothesis. None has a deadline: how long an example takes says
    how busy the machine is.
    """
    return settings(**{"max_examples": min(examples, MOST), "deadline": None, **more})


def load() -> None:
    """Let a test without settings of its own, which is one of a hundred examples, keep to the profile."""
    name = f"career-roadmap-{PROFILE}"
    settings.register_profile(name, parent=tries())  # what Hypothesis chose, for CI say, stays
    settings.load_profile(name)
