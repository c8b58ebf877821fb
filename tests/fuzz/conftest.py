"""How much is tried: `make test` takes about a minute for it, `make fuzz` as much as one likes."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("FUZZ", "1"))
"""How many times as much as in `make test`."""


def tries(examples: int) -> settings:
    """Return the settings of a test that tries so many inputs in `make test`."""
    return settings(
        max_examples=examples * TIMES, deadline=None, print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large,
                               HealthCheck.function_scoped_fixture])
