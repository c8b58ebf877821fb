"""Which tests of a run begin first: those of the rooms in which one may take long.

So no process is left with a long one at the end, when there is nothing more for the others.
"""

from __future__ import annotations

_LONG = ("zensical_host", "browser", "mkdocs_host", "fuzz", "cli", "jekyll", "hugo", "notes")
"""Rooms whose tests start other programs or build whole sites; the longest first."""


def turn_of(test: str) -> int:
    """Return the turn of a test, by its id: 0 is the first. Rooms that are not long have the last one."""
    room = test.removeprefix("tests/").partition("/")[0]
    return _LONG.index(room) if room in _LONG else len(_LONG)
