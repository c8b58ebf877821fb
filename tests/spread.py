"""Which tests share a process when several run at once: those that share what takes long to make.

That is a file, for the sites that it builds, or, of the browser's tests, a site, in whatever files they are.
What comes first is given out first, see `turns`.
"""

from __future__ import annotations

import re

from xdist.scheduler import LoadFileScheduling

_SITE = re.compile(
    r"\[.*?\b(demo|baited-nav-plain|baited-nav|baited-plain|baited|corners-plain|corners|rtl|plain|empty)\b")


def shared(test: str) -> str:
    """Return what a test shares with others, by its id: a file, or a site of the browser."""
    file = test.partition("::")[0]
    if "/browser/" not in file:
        return file
    site = _SITE.search(test)
    return f"browser {site[1] if site else 'demo'}"


class Spread(LoadFileScheduling):
    """Gives all tests that share something to one process."""

    def _split_scope(self, nodeid: str) -> str:
        return shared(nodeid)
