"""How much is tried: what other tests try, or as much as one likes with `make fuzz`."""

from __future__ import annotations

import os

import depth
from hypothesis import HealthCheck, Phase, settings

TIMES = int(os.environ.get("FUZZ", "1"))
"""How many times as many as at full depth."""


def tries(examples: int, *, shrinks: bool = True) -> settings:
    """Return the settings of a test that tries so many inputs at full depth.

    What takes a whole build is told as it was found: to make it smaller would take minutes.
    """
    return depth.tries(
        examples * TIMES,
        phases=[
            phase for phase in Phase if phase is not Phase.explain and (shrinks or phase is not Phase.shrink)
        ],
        print_blob=True,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.function_scoped_fixture,
        ],
    )
