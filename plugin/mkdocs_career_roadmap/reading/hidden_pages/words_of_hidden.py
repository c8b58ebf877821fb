"""What of hidden pages stands in a file of a finished site: sentences, titles, names of files.

Themes, hooks and other plugins put words into pages when these are rendered, and write files of their own.
All files of a site are looked through, so a look must cost little: it goes through the words of a file once,
however much is looked for, and through the lines that a theme writes on every page once for all of them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from ..entry import Source
from .runs import Runs, edges
from .texts_of_hidden import is_known_by, joined, runs_of, words_of
from .traces import plain

_FEWEST_OF_NAME = 8
"""Letters of a title or of a file's name that nobody else writes by chance."""
_FEWEST_OF_ONE_WORD = 16
"""Letters of a name that is a single word: `Configuration` may stand anywhere."""
_FEWEST_OF_BEGINNING = 40
"""Letters of the beginning of a sentence that gives it away."""
_MOST_LINES = 200_000
"""Lines that are remembered."""
_INLINE = (r"/?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span"
           r"|strong|sub|sup|tt|u|var)(?:\s[^<>]*)?>")
_INLINE_TAG = re.compile(f"<{_INLINE}", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_PART = re.compile(r"""((?:"location":\s*|\bhref=)(?:"[^"<>]*?|'[^'<>]*?))/#""")
"""An address of the site up to its `/#`: a page is named before it, and a part of that page behind it."""
_GAP = r"\1 ꙮꙮ "
"""No word of anybody, so that no name goes on from the one to the other."""


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
    said: Said


class _Line(NamedTuple):
    has_begin: bool
    """True if a run begins in it, with as many words as `Runs` asks for."""
    edges: tuple[tuple[str, ...], tuple[str, ...]]
    """Its first and last words, in each way of `_shown`."""


class WordsOfHidden:
    """What the hidden pages of a site say and nothing that is public does."""

    def __init__(
        self, hidden: Iterable[HiddenText], public: Iterable[str], also_names: Sequence[str] = ()
    ) -> None:
        """`public` is all that everybody may read: pages, settings and templates; none of it is asked for
        unless a file may say what is hidden. `also_names` are texts that may have the title of a hidden page
        as their own, and none of its sentences.
        """
        self._public = public
        self._also_names = also_names
        self._is_public: dict[_Run, bool] = {}
        self._runs: Runs[_Run] = Runs()
        self._lines: dict[str, _Line] = {}
        """What was seen in lines, by the line: a theme writes the same ones on every page."""
        for words, said in _sought(hidden):
            if words:
                self._runs.add(words, _Run(words, said))

    def found_in(self, content: bytes) -> list[Said]:
        """Return what of hidden pages stands in a file, each page once, by its path. None: nothing."""
        written = content.decode("utf-8", "replace")
        if not self._runs or not self._begins_in(written):
            return []
        text = plain(written)
        found = {run.said.path: run.said
                 for words in _shown(text) for run in self._runs.begun_in(words.split())
                 if f" {run.words} " in words and not self._says_so_in_public(run)
                 and (run.said.what == "sentence" or _is_named(run.words, text))}
        return [found[path] for path in sorted(found)]

    def _begins_in(self, written: str) -> bool:
        """Return whether the first words of a run stand in a row somewhere, within a line or over its end."""
        lines = list(self._seen(written))
        ways = zip(*(line.edges for line in lines), strict=True)
        return any(line.has_begin for line in lines) or any(
            self._runs.has_begin(list(chain.from_iterable(of_lines))) for of_lines in ways)

    def _seen(self, written: str) -> Iterator[_Line]:
        """Yield what there is to be seen in each line, several in one where a tag goes on over their end."""
        if len(self._lines) > _MOST_LINES:
            self._lines.clear()
        held: list[str] = []
        for line in filter(None, map(str.strip, written.split("\n"))):
            if not held and (seen := self._lines.get(line)):
                yield seen
                continue
            text = plain(line)
            is_open = text.rfind("<") > text.rfind(">") or bool(held and not {"<", ">"} & set(text))
            if held or is_open:
                held.append(text)
            if not is_open:
                yield self._look("\n".join(held) if held else text, "\n".join(held) or line)
                held = []
        if held:
            yield self._look("\n".join(held), "\n".join(held))

    def _look(self, text: str, line: str) -> _Line:
        """Return what stands in a line, whose `text` is without references, and remember it."""
        if line not in self._lines:
            ways = [words.split() for words in _shown(text)]
            self._lines[line] = _Line(any(map(self._runs.has_begin, ways)), (edges(ways[0]), edges(ways[1])))
        return self._lines[line]

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


def _is_named(name: str, text: str) -> bool:
    """False where a name is met only in addresses, across the end of a page's and the name of its part: there
    both are named, and nobody wrote them in a row.
    """
    apart = _PART.sub(_GAP, text) if "/#" in text else text
    return any(f" {name} " in words for words in _shown(apart))


def _shown(text: str) -> tuple[str, ...]:
    """Return the words of a file, as a reader sees them and, for what stands in attributes, all of them."""
    whole = f" {_words(text)} "
    return (f" {_words(_TAG.sub(' ', _INLINE_TAG.sub('', text)))} " if "<" in text else whole, whole)
