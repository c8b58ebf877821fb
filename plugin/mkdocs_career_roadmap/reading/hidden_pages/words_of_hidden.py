"""What of hidden pages stands in a file of a finished site: sentences, titles, names of files.

Themes, hooks and other plugins put words into pages when these are rendered, and write files of their own.
All files of a site are looked through, so a look must cost little: a file is first asked whether it has the
rarest words of a sentence at all, which is nearly never so.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from ..entry import Source
from .texts_of_hidden import is_known_by, joined, runs_of, words_of
from .traces import plain

_FEWEST_OF_NAME = 8
"""Letters of a title or of a file's name that nobody else writes by chance."""
_FEWEST_OF_ONE_WORD = 16
"""Letters of a name that is a single word: `Configuration` may stand anywhere."""
_FEWEST_OF_BEGINNING = 40
"""Letters of the beginning of a sentence that gives it away."""
_RAREST = 4
"""Words of a run that a file must have before it is read closely."""
_NO_LETTERS = bytes(byte + 32 if 65 <= byte <= 90 else byte if chr(byte).isalnum() and byte < 128 else 32
                    for byte in range(256))
"""What makes a word of UTF-8 of each row of ASCII letters, all small, and a gap of all else."""
_OTHER_LETTERS = re.compile(r"[^\W\x00-\x7f]+")
_INLINE = (r"/?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span"
           r"|strong|sub|sup|tt|u|var)(?:\s[^<>]*)?>")
_INLINE_TAG = re.compile(f"<{_INLINE}", re.IGNORECASE)
_WITHIN_WORD = re.compile(rf"<(?<=\w<){_INLINE}(?=\w)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


class HiddenText(NamedTuple):
    """A page, or a part of one, that a site has not."""

    source: Source
    names: tuple[str, ...] = ()
    """Its title and the name of its file. Empty: all may know these."""


class Said(NamedTuple):
    """What gives away a hidden page."""

    path: str
    """Of its source."""
    what: str
    """`sentence`, or `title or file name`."""


class _Run(NamedTuple):
    words: str
    """As `_words` gives them."""
    rarest: frozenset[bytes]
    """Pieces of some of its words. Empty: it has none, such as a row of single letters."""
    said: Said


class WordsOfHidden:
    """What the hidden pages of a site say and nothing that is public does."""

    def __init__(
        self, hidden: Iterable[HiddenText], public: Sequence[str], also_names: Sequence[str] = ()
    ) -> None:
        """`public` is all that everybody may read: pages, settings and templates. `also_names` are texts
        that may have the title of a hidden page as their own, and none of its sentences.
        """
        self._public = public
        self._also_names = also_names
        self._is_public: dict[_Run, bool] = {}
        self._by_piece: dict[bytes, list[_Run]] = {}
        """By the rarest piece of each."""
        self._harmless: set[str] = set()
        """Lines without any such piece: a theme writes the same ones on every page."""
        common = Counter(piece for text in (*public, *also_names) for piece in _pieces(text.lower()))
        for words, said in _sought(hidden):
            rarest = sorted(_pieces(words), key=lambda piece: (common[piece], -len(piece), piece))[:_RAREST]
            if rarest:
                self._by_piece.setdefault(rarest[0], []).append(_Run(words, frozenset(rarest), said))

    def found_in(self, content: bytes) -> list[Said]:
        """Return what of hidden pages stands in a file, each page once, by its path. None: nothing."""
        if not self._by_piece:
            return []
        written = content.decode("utf-8", "replace")
        new = [line for line in dict.fromkeys(written.split("\n")) if line not in self._harmless]
        if not self._has_rarest("\n".join(new)):
            self._harmless.update(new)
            return []
        self._harmless.update(line for line in new if not self._has_rarest(line))
        text = plain(written)
        pieces = _pieces(text.lower())
        runs = [run for piece in self._by_piece.keys() & pieces for run in self._by_piece[piece]
                if run.rarest <= pieces and not self._is_public.get(run)]
        shown = _shown(text) if runs else ()
        found = {run.said.path: run.said for run in runs
                 if any(f" {run.words} " in words for words in shown) and not self._says_so_in_public(run)}
        return [found[path] for path in sorted(found)]

    def _has_rarest(self, written: str) -> bool:
        return not self._by_piece.keys().isdisjoint(_pieces(plain(written).lower()))

    def _says_so_in_public(self, run: _Run) -> bool:
        if run not in self._is_public:
            texts = (*self._public_words, *(self._words_of_names if run.said.what != "sentence" else ()))
            self._is_public[run] = any(f" {run.words} " in text for text in texts)
        return self._is_public[run]

    @cached_property
    def _public_words(self) -> list[str]:
        """What is public as it is written and, as a reader sees it, without the targets of links."""
        return [f" {_words(text)} " for written in self._public
                for text in dict.fromkeys((written, joined(written)))]

    @cached_property
    def _words_of_names(self) -> list[str]:
        return [f" {_words(text)} " for text in self._also_names]


def _sought(hidden: Iterable[HiddenText]) -> Iterable[tuple[str, Said]]:
    for source, names in hidden:
        for run in runs_of(source):
            for words in dict.fromkeys((run, _beginning(run))):
                yield _words(words), Said(source.path, "sentence")
        for name in names:
            words = _words(name)
            if len(words) >= (_FEWEST_OF_NAME if " " in words else _FEWEST_OF_ONE_WORD) or is_known_by(words):
                yield words, Said(source.path, "title or file name")


def _beginning(run: str) -> str:
    """Return the first words of a long run: summaries are cut somewhere."""
    end = run.find(" ", _FEWEST_OF_BEGINNING)
    return run[:end] if end > 0 else run


def _words(text: str) -> str:
    """Return the words of a text as they are compared: no capitals, and `_` is a gap as in addresses."""
    return words_of(text.replace("_", " ")).lower()


def names_of(path: str, title: str, blog_slug: str = "") -> tuple[str, ...]:
    """Return by which names a page is known."""
    stem = posixpath.splitext(posixpath.basename(path))[0]
    return title, blog_slug, re.sub(r"^[\d\W_]+", "", stem)  # without its day


def _pieces(text: str) -> set[bytes]:
    """Return the rows of letters of a text. Every word of it is one of them or made of some."""
    if _WITHIN_WORD.search(text):
        text += _INLINE_TAG.sub("", text)
    pieces = set(text.encode("utf-8", "replace").translate(_NO_LETTERS).split())
    if not text.isascii():
        pieces.update(piece.encode() for piece in _OTHER_LETTERS.findall(text))
    return pieces


def _shown(text: str) -> tuple[str, ...]:
    """Return the words of a file, as a reader sees them and, for what stands in attributes, all of them."""
    seen = _TAG.sub(" ", _INLINE_TAG.sub("", text))
    return tuple(f" {_words(each)} " for each in (seen, text))
