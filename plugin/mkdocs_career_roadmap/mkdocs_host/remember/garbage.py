"""Python looks for garbage when there may be some, and not again and again while a site is built.

What is remembered are hundreds of thousands of objects that stay. Python goes through all of them each time
that a quarter of a build is made, which takes as long as the build. A build that remembers nothing makes more
garbage, which is thrown away fastest as soon as there is some: there only all objects are not gone through.
Nothing here changes what is garbage.
"""

from __future__ import annotations

import gc
import threading

_YOUNG = 50_000
"""So many new objects until Python looks among them, in place of 700: few objects of a build are garbage
before its end.
"""
_NEVER = 100_000
"""So many looks among what is older until Python looks among all there is."""
_MOST = 2
"""So many builds whose objects may wait for a moment of quiet."""
_QUIET = 0.5
"""Seconds after a build until the moment is one: its pages are served first."""


class Garbage:
    """When the process of one server looks for it. A process that builds once does not need to."""

    def __init__(self) -> None:
        self.is_served = False
        """True: somebody waits for what is built, and the process lives on."""
        self._before: tuple[int, int, int] | None = None
        """How Python looks for it outside of builds. None: no build is under way."""
        self._waiting = 0
        self._timer: threading.Timer | None = None

    def begin(self, *, remembers: bool) -> None:
        """A build begins. What there is already is not looked at before its end."""
        self.end()
        self.close()
        if self._waiting >= _MOST:
            self._collect()
        young, older, every = self._before = gc.get_threshold()
        if young:  # else somebody has switched it off
            gc.set_threshold(*((max(_YOUNG, young), older, every) if remembers else (young, older, _NEVER)))
        gc.freeze()

    def end(self) -> None:
        """The build has ended, in whatever way."""
        if self._before is None:
            return
        gc.unfreeze()
        gc.set_threshold(*self._before)
        self._before = None
        self._waiting += 1
        if self.is_served:
            self._timer = threading.Timer(_QUIET, self._collect)
            self._timer.daemon = True
            self._timer.start()

    def close(self) -> None:
        """Wait for no moment of quiet any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _collect(self) -> None:
        self._waiting = 0
        gc.collect()
