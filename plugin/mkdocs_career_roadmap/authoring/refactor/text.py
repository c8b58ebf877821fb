r"""A file as it is on the disk, changed at places that were found in its lines.

Our readers see every text without a byte order mark and with `\\n` at the end of each line. `FileText` knows
where that is in the file, so that everything else in it stays, to the byte.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

MARK = "\ufeff"


class Edit(NamedTuple):
    """A stretch of a text, by its places in the text as it is read, and what comes there."""

    start: int
    stop: int
    new: str


@dataclass(frozen=True)
class FileText:
    """The text of a file as it is on the disk, decoded."""

    raw: str

    @cached_property
    def read(self) -> str:
        """The text as our readers see it."""
        return self.raw.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def line_end(self) -> str:
        r"""What ends its first line; `\\n` where no line ends."""
        at = self.raw.find("\n")
        carriage = self.raw.find("\r")
        if carriage >= 0 and (at < 0 or carriage < at):
            return "\r\n" if self.raw[carriage + 1 : carriage + 2] == "\n" else "\r"
        return "\n"

    @cached_property
    def _double(self) -> list[int]:
        """Where in the text as read those lines end that have two characters there in the file."""
        found: list[int] = []
        at = self.raw.find("\r\n")
        while at >= 0:
            found.append(at - len(found) - self._before)
            at = self.raw.find("\r\n", at + 2)
        return found

    @property
    def _before(self) -> int:
        return len(MARK) if self.raw.startswith(MARK) else 0

    def place(self, at: int) -> int:
        """Return where a place of the text as read is in the file."""
        return at + self._before + bisect_left(self._double, at)

    def edited(self, edits: Iterable[Edit]) -> str:
        """Return the file with some stretches changed, which must not overlap. Lines that come into it end as
        its own do.
        """
        parts, done = [], 0
        for edit in sorted(edits):
            start, stop = self.place(edit.start), self.place(edit.stop)
            parts += [self.raw[done:start], edit.new.replace("\n", self.line_end)]
            done = stop
        return "".join(parts) + self.raw[done:]
