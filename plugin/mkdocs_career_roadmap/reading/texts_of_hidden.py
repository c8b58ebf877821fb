"""Whether a text says what a hidden page says: it then took that page in, in whatever way.

Plugins have many ways to take in a file, by names that are put together when they run, through files
between, or for all pages at once. So it is looked at what came of it, in words alone: what Markdown makes of
signs and spaces does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from .entry import Source
from .front_matter import split
from .traces import readable

_FEWEST_LETTERS = 24
"""Letters of a run of words that nobody else writes by chance."""
_FEWEST_OF_ALL = 16
"""Letters of a page that has no such run, and is looked for as a whole."""
_MOST = 40
"""Runs of one page that are looked for, the longest ones: who takes it in has them, too."""
_PARTS = re.compile(r"\]\([^()\n]*\)|[^\w\s,.;:?]+|\n[ \t]*\n|(?<=[.?])\s")
_WORD = re.compile(r"\w+")
_KEY = re.compile(r"^[\s-]*(?:[\w-]+:\s)?")


class TextsOfHidden:
    """What the hidden pages of a site say and no public one does."""

    def __init__(self, hidden: Iterable[Source], public: Iterable[Source]) -> None:
        self._public = list(public)
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        self._is_public: dict[str, bool] = {}
        for source in hidden:
            for run in _runs(source):
                self._by_word.setdefault(max(run.split(), key=len), []).append((run, source.path))

    def found_in(self, html: str) -> str | None:
        """Return the source path of a hidden page whose words stand in the HTML; None: of none."""
        words = _WORD.findall(readable(html)) if self._by_word else []
        text = f" {' '.join(words)} "
        of_words = (self._by_word[word] for word in dict.fromkeys(words) if word in self._by_word)
        return next((path for runs in of_words for run, path in runs
                     if f" {run} " in text and not self._says_so_in_public(run)), None)

    def _says_so_in_public(self, run: str) -> bool:
        if run not in self._is_public:
            self._is_public[run] = any(f" {run} " in text for text in self._public_texts)
        return self._is_public[run]

    @cached_property
    def _public_texts(self) -> list[str]:
        return [f" {_words(source.text)} " for source in self._public]


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _runs(source: Source) -> Iterator[str]:
    """Yield the runs of words by which a page is known, each once."""
    front = split(source.path, source.text)
    values = [_KEY.sub("", line) for line in front.region.text.split("\n")]
    parts = {_words(part) for value in (*values, front.body) for part in _PARTS.split(value)}
    found = sorted((run for run in parts if len(run) >= _FEWEST_LETTERS and " " in run),
                   key=lambda run: (-len(run), run))
    whole = _words(" ".join(_PARTS.split(front.body)))
    yield from found[:_MOST] or ([whole] if len(whole) >= _FEWEST_OF_ALL and " " in whole else [])
