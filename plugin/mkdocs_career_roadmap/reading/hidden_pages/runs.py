"""Rows of words that are looked for in a text, many at once.

A text is gone through once, however many are sought: each is known by the words with which it begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar

_T = TypeVar("_T")

_ByBegin = dict[tuple[str, ...], list[_T]]

_BEGIN = 5
"""Words in a row that few texts have by chance."""


class Runs(Generic[_T]):
    """Things that are known by rows of words, by the first words of each."""

    def __init__(self) -> None:
        self._begun: list[_ByBegin[_T]] = [{} for _ in range(_BEGIN)]
        """By how many first words they have, from one."""
        self._marks: set[str] = set()
        """The longest of the first words of each: few texts have one of these, and none begins without."""

    def add(self, words: str, of: _T) -> None:
        """Look for a row of words, with one space between them; there is at least one."""
        begin = tuple(words.split(" ", _BEGIN)[:_BEGIN])
        self._begun[len(begin) - 1].setdefault(begin, []).append(of)
        self._marks.add(max(begin, key=len))

    def __bool__(self) -> bool:
        return any(self._begun)

    def has_begin(self, words: Sequence[str]) -> bool:
        """Return whether one begins somewhere in a text of these words."""
        return not all(by_begin.keys().isdisjoint(rows) for by_begin, rows in self._rows(words))

    def begun_in(self, words: Sequence[str]) -> Iterator[_T]:
        """Yield what begins somewhere in a text of these words, each once, the first words first; whether all
        of it stands there is still to be looked at.
        """
        for by_begin, rows in self._rows(words):
            for begin in dict.fromkeys(filter(by_begin.__contains__, rows)):
                yield from by_begin[begin]

    def _rows(self, words: Sequence[str]) -> Iterator[tuple[_ByBegin[_T], Iterable[tuple[str, ...]]]]:
        if self._marks.isdisjoint(words):
            return
        for length, by_begin in enumerate(self._begun, 1):
            if by_begin and length <= len(words):
                yield by_begin, zip(*(islice(words, at, None) for at in range(length)), strict=False)


def edges(words: Sequence[str]) -> tuple[str, ...]:
    """Return the first and the last words of a piece of text: with them a beginning may end that began before
    it, or begin that ends behind it; between the two a gap, which is no word.
    """
    most = _BEGIN - 1
    return tuple(words) if len(words) <= 2 * most else (*words[:most], "", *words[-most:])
