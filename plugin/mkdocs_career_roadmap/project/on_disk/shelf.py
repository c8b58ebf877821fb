"""Long texts that a preview keeps, but does not need to have in memory: they lie in a file without a name."""

from __future__ import annotations

from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, Any
from weakref import finalize

_SHORT = 256
"""Bytes: what is shorter stays in memory, where it takes little more than its place on the shelf."""
_FINE = 4
"""So many leading bits of a length count: a place is at most an eighth longer than what lies in it, and fits
what comes after that with the same bits.
"""


class Shelf:
    """Where texts lie. Nobody can open its file by a name, and it goes when the process does, however that
    ends. At first it is closed, and keeps all in memory.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._end = 0
        self._free: dict[int, list[int]] = {}
        """Places where nothing lies any more, by their length."""

    def open(self) -> None:
        """Keep what comes from here on in the file, if there can be one."""
        if self._file is None:
            with suppress(OSError):
                self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - it is open as long as this
                finalize(self, self._file.close)

    @property
    def is_open(self) -> bool:
        return self._file is not None

    def text(self, text: str) -> Shelved:
        """Return what has a text; see `content`."""
        return self.content(text.encode("utf-8", "surrogatepass"))

    def content(self, content: bytes) -> Shelved:
        """Return what has these bytes. Where the file takes no more, they stay in memory."""
        length = len(content)
        if self._file is None or length < _SHORT:
            return Shelved(content)
        size = _place_for(length)
        free = self._free.get(size)
        at = free.pop() if free else self._end
        try:
            self._file.seek(at)
            is_whole = self._file.write(content) == length
        except OSError:
            is_whole = False
        if at == self._end:
            self._end += size
        if is_whole:
            return Shelved(None, self, at, length)
        self.put_back(at, length)
        return Shelved(content)

    def read(self, at: int, length: int) -> bytes:
        """Return what lies at a place. Raises OSError."""
        if self._file is None:
            raise OSError("nothing lies on a shelf that is closed")
        self._file.seek(at)
        content = self._file.read(length)
        if len(content) != length:
            raise OSError("a file without a name has become shorter")
        return content

    def put_back(self, at: int, length: int) -> None:
        """Let a place be used again. Python may ask for it at any time, when it looks for garbage."""
        self._free.setdefault(_place_for(length), []).append(at)


class Shelved:
    """Bytes that lie on a shelf, or in memory. One is another only if it is the same object."""

    __slots__ = ("_at", "_content", "_length", "_shelf")

    def __init__(
        self, content: bytes | None = None, shelf: Shelf | None = None, at: int = 0, length: int = 0
    ) -> None:
        """`content` is None where it lies at a place of the shelf."""
        self._content, self._shelf, self._at, self._length = content, shelf, at, length

    @property
    def content(self) -> bytes:
        if self._shelf is not None:
            return self._shelf.read(self._at, self._length)
        return self._content or b""

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "surrogatepass")

    def __reduce__(self) -> Any:
        return Shelved, (self.content,)  # a copy has no place of its own, and must not give one back

    def __del__(self) -> None:
        if self._shelf is not None:
            self._shelf.put_back(self._at, self._length)


def _place_for(length: int) -> int:
    """Return the length of the places for what has a length, in bytes."""
    step = max(length.bit_length() - _FINE, 0)
    return -(-length >> step) << step
