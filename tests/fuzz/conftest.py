"""How much is tried: what other tests try, or as much as one likes with `make fuzz`."""

from __future__ import annotations

import depth
from hypothesis import HealthCheck, Phase, settings

OF_BUILDS = max(2, depth.MOST // 8)
"""The most sites that a test builds."""
STEPS = 50 if depth.PROFILE == "full" else 8
"""The most edits of a session."""


def tries(examples: int, *, builds: bool = False) -> settings:
    """Return the settings of a test that tries so many inputs at full depth; what `builds` sites, fewer.

    What takes a whole build is told as it was found: to make it smaller would take minutes.
    """
    return depth.tries(
        min(examples * depth.TIMES, OF_BUILDS) if builds else examples * depth.TIMES,
        stateful_step_count=STEPS,
        phases=[
            phase for phase in Phase if phase is not Phase.explain and not (builds and phase is Phase.shrink)
        ],
        print_blob=True,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.function_scoped_fixture,
        ],
    )
