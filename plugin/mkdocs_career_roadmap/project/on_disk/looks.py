"""Whether a file is as it was when it was last looked at, without reading it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection
from typing import Generic, TypeVar

UNSURE = 2 * 10**9
"""Nanoseconds: what was changed so short a time ago may change again and look the same."""

Look = tuple[int, int, int, int]
"""The size of a file, its number, and when it and what is known of it were changed: all of it differs when
it was written."""

_T = TypeVar("_T")


def look(path: str, *, follows_links: bool = True) -> Look | None:
    """Return how a file looks, or what a link leads to; None: there is none."""
    try:
        status = (os.stat if follows_links else os.lstat)(path)
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns


def is_settled(look: Look) -> bool:
    """True for a file that cannot change from here on and look as it does."""
    return time.time_ns() - max(look[2:]) >= UNSURE


class KeptByLook(Generic[_T]):
    """What was made of texts of files, read again when its file looks otherwise. At first it is empty."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[tuple[str, Look], _T]] = {}

    def of(self, name: str, path: str, make: Callable[[], _T]) -> _T:
        """Return what `make` makes of the file at `path`. It reads nothing else, and `name` names it here."""
        seen = look(path)  # first: what changes while it is read looks otherwise next time
        known = self._made.pop(name, None)
        if known is None or known[0] != (path, seen):
            made = make()
            if seen is None or not is_settled(seen):
                return made
            known = (path, seen), made
        self._made[name] = known
        return known[1]

    def keep_only(self, names: Collection[str]) -> None:
        """Forget all files but these."""
        for name in self._made.keys() - set(names):
            del self._made[name]
