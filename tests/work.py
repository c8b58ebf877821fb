"""How much work something is, counted: a busy machine takes longer for it, but does no more."""

from __future__ import annotations

import cProfile
import gc
import math
import sys
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called while `work` is done, those written in C among them.

    Garbage of earlier tests is not collected meanwhile: what is called as it goes is no work of this one.
    """
    seen = cProfile.Profile(subcalls=False)  # counts in C; a function of ours would be called for each
    before, collects = sys.getprofile(), gc.isenabled()
    gc.disable()
    sys.setprofile(None)
    try:
        seen.runcall(work)
    finally:
        sys.setprofile(before)
        if collects:
            gc.enable()
    return sum(function.callcount for function in seen.getstats())


def growth(work: Callable[[int], object], size: int, times: int = 4) -> float:
    """Return how the work grows with its size: 1 with the size, 2 with its square.

    It compares the calls for `size` with those for so many times as much. What one call does, a
    search for a pattern say, is not seen: `make bench` measures its time.
    """
    for once in (size, times * size):
        work(once)  # what is kept for a second time is made before
    return math.log(calls(lambda: work(times * size)) / calls(lambda: work(size)), times)


LINEAR = 1.25
"""What a growth with the size may reach; sorting adds a little."""
