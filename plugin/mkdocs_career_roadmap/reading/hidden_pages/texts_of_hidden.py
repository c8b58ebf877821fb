"""Whether a text says what a hidden page says: it then took that page in, in whatever way.

Plugins have many ways to take in a file, by names that are put together when they run, through files
between, or for all pages at once. So it is looked at what came of it, in words alone: what Markdown makes of
signs and spaces does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from ..entry import Source
from ..front_matter import split
from ..page import Page
from .runs import Runs
from .traces import readable

_FEWEST_LETTERS = 24
"""Letters of a run of words that nobody else writes by chance."""
_FEWEST_OF_ALL = 16
"""Letters of a page that has no such run, and is looked for as a whole."""
_MOST = 40
"""Runs of one page that are looked for, the longest ones: who takes it in has them, too."""
_PARTS = re.compile(r"\]\([^()\n]*\)|[^\w\s,.;:?]+|\n[ \t]*\n|(?<=[.?])\s")
_WORD = re.compile(r"\w+")
_SIGN = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]"
"""Compiled when it is asked for: so many signs take their time."""
_KEY = re.compile(r"^[\s-]*(?:[\w-]+:\s)?")


class TextsOfHidden:
    """What the hidden pages of a site say and no public one does."""

    def __init__(self, hidden: Iterable[Source], public: Iterable[Source]) -> None:
        self._public = list(public)
        self._long: Runs[tuple[str, str]] = Runs()
        self._short: Runs[tuple[str, str]] = Runs()
        """Each with the path of the page that says it."""
        self._is_public: dict[str, bool] = {}
        for source in hidden:
            for of_kind, runs in ((self._long, runs_of(source)), (self._short, _short_runs(source))):
                for run in runs:
                    of_kind.add(run, (run, source.path))

    def found_in(self, html: str, *, short: bool = False) -> str | None:
        """Return the source path of a hidden page whose words stand in the HTML; None: of none.

        `short`: looked for are the short words of lists and the like, one after the other, which may also be
        the titles that a page of the roadmap lists.
        """
        text = _text_of(html)
        return next((path for run, path in (self._short if short else self._long).begun_in(text.split())
                     if f" {run} " in text and not self._says_so_in_public(run)), None)

    def _says_so_in_public(self, run: str) -> bool:
        if run not in self._is_public:
            self._is_public[run] = any(f" {run} " in text for text in self._public_texts)
        return self._is_public[run]

    @cached_property
    def _public_texts(self) -> list[str]:
        """What public pages say: as it is written and, as a reader sees it, without the targets of links."""
        both = ((source.text, joined(source.text)) for source in self._public)
        return [f" {words_of(text)} " for texts in both for text in dict.fromkeys(texts)]


@lru_cache(maxsize=1)  # a page is asked for long runs and then for short ones
def _text_of(html: str) -> str:
    return f" {words_of(readable(html))} "


def words_of(text: str) -> str:
    """Return the words of a text, one space between them."""
    return " ".join(_WORD.findall(text))


def joined(text: str) -> str:
    """Return a text without the marks of Markdown, and the targets of links."""
    return " ".join(_PARTS.split(text))


def runs_of(source: Source) -> Iterator[str]:
    """Yield the runs of words by which a page is known, each once."""
    front = split(source.path, source.text)
    values = [_KEY.sub("", line) for line in front.region.text.split("\n")]
    parts = {words_of(part) for value in (*values, front.body) for part in _PARTS.split(value)}
    found = sorted((run for run in parts if is_known_by(run)),
                   key=lambda run: (-len(run), run))
    whole = words_of(joined(front.body))
    yield from found[:_MOST] or ([whole] if is_known_by(whole, _FEWEST_OF_ALL) else [])


def is_known_by(words: str, fewest: int = _FEWEST_LETTERS) -> bool:
    """Return whether nobody else writes these words by chance: several, of so many letters. A sign of
    Chinese, Japanese or Korean counts for three letters, and stands without spaces.
    """
    signs = 0 if words.isascii() else len(re.findall(_SIGN, words))
    return len(words) + 2 * signs >= fewest and (" " in words or signs > 0)


def _short_runs(source: Source) -> Iterator[str]:
    """Yield what is said in parts too short to be looked for, several of them in a row."""
    row: list[str] = []
    for part in map(words_of, _PARTS.split(split(source.path, source.text).body)):
        row = [*row, part] if part and len(part) < _FEWEST_LETTERS else row if not part else []
        if len(run := " ".join(row)) >= _FEWEST_LETTERS:
            yield run
            row = []


def private_words(page: Page, source: Source) -> tuple[Source | None, Source]:
    """Return what a public page keeps to itself, its private decisions, and what it says to all.

    None: it keeps nothing to itself.
    """
    decisions = page.entry.decisions if page.entry and page.has_private_parts else ()
    kept = [text for d in decisions if d.visibility != "public"
            for text in (d.question, d.predicted, d.decided, d.by, d.why) if text]
    if not kept:
        return None, source
    told = [text for d in decisions if d.visibility == "public"
            for text in (d.question, d.predicted, d.decided, d.by, d.why) if text]
    body = split(source.path, source.text).body
    return Source(page.path, "\n\n".join(kept)), Source(page.path, "\n\n".join([page.title, *told, body]))
