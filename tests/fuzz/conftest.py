"""How much is tried: `make test` takes about a minute for it, `make fuzz` as much as one likes."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

TIMES = int(os.environ.get("FUZZ", "1"))
"""How many times as much as in `make test`."""


def tries(examples: int, *, shrinks: bool = True) -> settings:
    """Return the settings of a test that tries so many inputs in `make test`.

    What takes a whole build is told as it was found: to make it smaller would take minutes.
    """
    return settings(
        phases=[
            phase for phase in Phase if phase is not Phase.explain and (shrinks or phase is not Phase.shrink)
        ],
        max_examples=examples * TIMES,
        deadline=None,
        print_blob=True,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.function_scoped_fixture,
        ],
    )
