"""How the time of some work grows with its text: a ratio, which no slow or busy machine changes.

It sees what `work` does not, which counts calls: how long a pattern is looked for.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TIMES = 8
LIMIT = 24
"""What is linear takes some 8 times as long for a text of 8 times the length, what is quadratic 64 times."""


def growth(work: Callable[[str], object], text_of: Callable[[int], str], size: int) -> float:
    """Return how many times as long `TIMES * size` pieces take as `size` do; too much is tried again."""
    for _ in range(3):
        ratio = _took(work, text_of(TIMES * size)) / _took(work, text_of(size))
        if ratio < LIMIT:
            break
    return ratio


def _took(work: Callable[[str], object], text: str) -> float:
    """Return the nanoseconds of this process; garbage, which earlier tests may have left, waits."""
    collects = gc.isenabled()
    gc.disable()
    start = time.process_time_ns()
    try:
        work(text)
        return max(time.process_time_ns() - start, 500_000)
    finally:
        if collects:
            gc.enable()
