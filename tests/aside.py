"""Puts aside what the tests consist of, so that Python does not look for garbage among it.

Those are half a million objects, which all stay. A look through them takes longer than most tests.
"""

from __future__ import annotations

import gc
from types import SimpleNamespace

from mkdocs_career_roadmap.mkdocs_host.remember import garbage


def put_aside() -> None:
    """Put aside what there is by now, and look for garbage seldom among what is made from now on.

    A build puts aside what there is before it, and takes all back when it ends, what was put aside here, too;
    and a server looks for garbage after each: here they do none of that, until `take_back`.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()
    garbage.gc = SimpleNamespace(  # type: ignore[assignment]
        **{**vars(gc), "freeze": lambda: None, "unfreeze": lambda: None, "collect": lambda: 0})


def take_back() -> None:
    """Let Python be as it is without these tests: nothing is put aside, and builds do as they do."""
    gc.unfreeze()
    garbage.gc = gc
