"""What long work says of itself: one line on a terminal, which is gone when the work is over."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterator
from types import TracebackType
from typing import Self, TextIO, TypeVar

from .clock import seconds

PATIENCE = 1.0
"""Seconds of silence: what takes no longer needs no word."""
_PAUSE = 0.1
"""Seconds between two states of the line: more of them only flicker."""

_T = TypeVar("_T")


class ProgressLine:
    """A line that says how far the work has come, once that took longer than anybody likes to wait.

    As a context it wipes the line at its end, however that comes.
    """

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = seconds) -> None:
        """`stream` is a terminal; None: nobody is told. `clock` returns seconds from any start."""
        self._stream = stream
        self._clock = clock
        self._next = clock() + PATIENCE
        self._shown = 0
        """How many letters of the terminal's line are ours."""

    def over(self, items: Collection[_T], what: str) -> Iterator[_T]:
        """Yield the items, and tell at times how many of them are done: `reading pages: 7 of 90`."""
        if self._stream is None:
            yield from items
            return
        for done, item in enumerate(items):
            if self._clock() >= self._next:
                self._show(f"{what}: {done} of {len(items)}")
                self._next = self._clock() + _PAUSE
            yield item

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._show("")

    def _show(self, text: str) -> None:
        if self._stream is None or not (text or self._shown):
            return
        # A line that the terminal breaks in two cannot be wiped.
        text = text[: shutil.get_terminal_size().columns - 1]
        self._stream.write(f"\r{text.ljust(self._shown)}" if text else f"\r{' ' * self._shown}\r")
        self._stream.flush()
        self._shown = len(text)


SILENT = ProgressLine()


def on_terminal(*, quiet: bool = False) -> ProgressLine:
    """Return the progress to tell somebody who sits at a terminal. In a pipe, in CI, or where a line
    cannot be overwritten, nobody does.
    """
    is_seen = (not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
               and os.environ.get("CI", "").casefold() in ("", "0", "false"))
    return ProgressLine(sys.stderr if is_seen else None)


class Stopwatch:
    """Adds up the seconds of work that is done piece by piece, each as a context."""

    def __init__(self, clock: Callable[[], float] = seconds) -> None:
        self._clock = clock
        self._began = 0.0
        self.seconds = 0.0

    def __enter__(self) -> Self:
        self._began = self._clock()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.seconds += self._clock() - self._began
