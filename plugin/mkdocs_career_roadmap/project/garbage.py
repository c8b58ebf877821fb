"""How often Python looks for objects that only lead to one another in circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 100_000
"""So many new objects before Python looks through them; it would after 700."""


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Let Python look less often meanwhile: what a command makes of a site stays until it ends, so that there
    is little to find, and a third of the time of a check of ten thousand pages goes into looking.
    """
    before = gc.get_threshold()
    if before[0]:  # else somebody has switched it off
        gc.set_threshold(max(YOUNG, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
