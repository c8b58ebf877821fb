"""A Liquid template, cut into text, tags and outputs as Liquid 4 and 5 cut it.

Also which of its texts Liquid does not read, and what is known of the blocks that are left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

_OPENING = re.compile(r"\{[%{]")
_TAG = re.compile(r"\{%-?\s*(#|\w+)\s*(.*?)-?%\}", re.ASCII | re.DOTALL)

_COMMENT = re.compile(r"\{%-?\s*comment\b", re.ASCII)


class Part(Enum):
    """What a token is."""

    TEXT = auto()
    TAG = auto()
    OUTPUT = auto()
    BROKEN = auto()
    """An opening that nothing closes, or closes wrongly: a template with it does not build."""


class Token(NamedTuple):
    """A part of a template."""

    part: Part
    start: int
    text: str
    """As it stands; the texts of all tokens make up the template again."""
    name: str
    """Of a tag: `if`, `#` for an inline comment, "" for a tag without a name."""
    markup: str
    """What a tag or output holds behind its name, without the signs of white space control."""

    @property
    def trims_before(self) -> bool:
        return self.text[2:3] == "-"

    @property
    def trims_behind(self) -> bool:
        return self.text[-3:-2] == "-"


class _Finder:
    """Finds the next of each sign; what was found once is not looked for again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next_of: dict[str, int] = {}

    def next(self, sign: str, start: int) -> int:
        """Return where `sign` stands next, from `start`; behind the text: nowhere."""
        at = self._next_of.get(sign, -1)
        if at < start:
            at = self._text.find(sign, start)
            at = self._next_of[sign] = len(self._text) if at < 0 else at
        return at


def tokens(text: str) -> Iterator[Token]:
    """Cut a template into its tokens; none for an empty text.

    Where a tag or output swallows the opening of the next tag, as an unclosed one does, Liquid fails;
    here it is cut off before that opening, so that `{% comment %}` and `{% endraw %}` are always seen.
    Only a `#` may swallow tags, but not the opening of a comment, whose text it would bring to light.
    """
    finder = _Finder(text)
    done = 0
    while opening := _OPENING.search(text, done):
        start = opening.start()
        if start > done:
            yield _plain(Part.TEXT, done, text[done:start])
        token = (_tag if text[start + 1] == "%" else _output)(text, start, finder)
        yield token
        done = start + len(token.text)
    if done < len(text):
        yield _plain(Part.TEXT, done, text[done:])


def _plain(part: Part, start: int, text: str) -> Token:
    return Token(part, start, text, "", "")


def _tag(text: str, start: int, finder: _Finder) -> Token:
    end = finder.next("%}", start + 2) + 2
    if end > len(text):
        return _plain(Part.BROKEN, start, "{%")
    match = _TAG.fullmatch(text, start, end)
    name = match[1] if match else ""
    inner = finder.next("{%", start + 2)
    if inner < end and name == "#" and (opened := _COMMENT.search(text, inner, end)):
        return Token(Part.TAG, start, text[start : opened.start()], name, "")
    if inner < end and name not in {"#", "comment"}:  # those may hold anything, and nothing of it is shown
        return _plain(Part.BROKEN, start, text[start:inner])
    return Token(Part.TAG, start, text[start:end], name, match[2] if match else "")


def _output(text: str, start: int, finder: _Finder) -> Token:
    brace = finder.next("}", start + 2)
    if brace == len(text):
        return _plain(Part.BROKEN, start, "{{")
    if text[brace + 1 : brace + 2] == "}":
        markup = text[start + 2 : brace].removeprefix("-").removesuffix("-")
        return Token(Part.OUTPUT, start, text[start : brace + 2], "", markup)
    inner = finder.next("{%", start + 1)  # "{{% raw %}" is a brace before a tag
    return _plain(Part.BROKEN, start, text[start : min(inner, brace + 1)])


class UnreadTexts:
    """The ends of such texts in a template."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        ends = [at for at, token in enumerate(tokens) if token.name == "endraw"]
        self._raw_ends = [at for at in ends if not tokens[at].trims_before]
        self._trimming_raw_ends = [at for at in ends if tokens[at].trims_before]

    def raw_end(self, at: int) -> int | None:
        """Return the place of the tag that closes a `raw`, whose text begins at `at`; None: it is not closed.

        `{%- endraw %}` closes one only for newer Liquids, so another is preferred.
        """
        for ends in (self._raw_ends, self._trimming_raw_ends):
            behind = bisect_left(ends, at)
            if behind < len(ends):
                return ends[behind]
        return None

    def comment_end(self, at: int) -> int | None:
        """Return the place of the tag that closes a comment, whose text begins at `at`; None: none does."""
        depth = 1
        while at < len(self._tokens):
            name = self._tokens[at].name
            depth += (name == "comment") - (name == "endcomment")
            if not depth:
                return at
            at += 1
            if name == "raw":
                end = self.raw_end(at)
                at = at if end is None else end + 1
        return None


def block_ends(tokens: Sequence[Token], hidden: UnreadTexts) -> dict[int, int]:
    """Return where each block is closed, by the place of the tag that opens it; those that are not: none."""
    ends: dict[int, int] = {}
    open_: list[tuple[str, int]] = []
    at = 0
    while at < len(tokens):
        name = tokens[at].name
        if name in BLOCKS:
            open_.append((name, at))
        elif open_ and name == f"end{open_[-1][0]}":
            ends[open_.pop()[1]] = at
        elif name.startswith("end") and name[3:] in BLOCKS:
            open_.clear()  # blocks that overlap are none
        skip = (hidden.comment_end(at + 1) if name == "comment" else
                hidden.raw_end(at + 1) if name == "raw" else None)
        at = at + 1 if skip is None else skip + 1
    return ends


BLOCKS = frozenset({"if", "unless", "case", "for", "tablerow", "ifchanged"})
INCLUDES = frozenset({"include", "include_relative", "include_cached"})
MIDDLES = frozenset({"else", "elsif", "when"})
LOOPS = frozenset({"for", "tablerow"})
NAME = re.compile(r"\s*([\w-]+)", re.ASCII)


class LeftBlocks:
    """Those around a place, from the outermost."""

    def __init__(self) -> None:
        self.loops = Counter[str]()
        """The variables of the loops."""
        self._around: list[tuple[str, str]] = []  # name, and the variable of a loop
        self._names = Counter[str]()

    def __bool__(self) -> bool:
        return bool(self._around)

    def enter(self, name: str, markup: str) -> None:
        variable = NAME.match(markup) if name in LOOPS else None
        self._around.append((name, variable[1] if variable else ""))
        self._names[name] += 1
        if name in LOOPS:
            self.loops[self._around[-1][1]] += 1

    def exit(self, name: str) -> None:
        """Close the innermost block of a name, and those in it that are not closed; without one, nothing."""
        while self._names[name]:
            inner, variable = self._around.pop()
            self._names[inner] -= 1
            if inner in LOOPS:
                self.loops[variable] -= 1
                if not self.loops[variable]:
                    del self.loops[variable]
            if inner == name:
                break
