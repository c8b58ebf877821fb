"""How the plugin is loaded: what it consists of stays until the process ends, so nobody looks for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_waits() -> Iterator[None]:
    """Let Python look for no garbage meanwhile; afterwards it does as before."""
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks and gc.get_freeze_count() == 0:  # else somebody else has put objects aside
            gc.freeze()
            gc.unfreeze()  # which leaves all among what is old
        if looks:
            gc.enable()
