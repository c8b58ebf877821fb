"""What changed between two sentences, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

_WIDE = "\u3001-\u30ff\u3400-\u9fff\uff01-\uffef"
"""Characters of scripts that put no blanks between words: each is a word of its own here."""
_WORD = rf"(\s*)([{_WIDE}]|[^\s{_WIDE}]+)"
"""Compiled when it is asked for: so many signs take their time, and few goals have had other sentences."""
_MARKS = ".,;:!?"
_MOST = 250_000
"""So many pairs of words are compared at most, for the time grows with them: 500 words and 500."""


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """Words in a row that share their fate; never empty."""

    fate: Fate
    text: str
    is_apart: bool
    """True when a blank parts it from what stands before it; of the first piece it says nothing."""


class _Word(NamedTuple):
    text: str
    is_apart: bool


class Block(NamedTuple):
    """Words that both sentences have."""

    old: int
    """From which word of the old one."""
    new: int
    size: int


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces that make `after` of `before`, in the order they are read.

    What was kept and removed is the old sentence, what was kept and added the new one; blanks
    in a row count as one. Sentences that share little are replaced as a whole, and a word or
    two between larger changes go with them: single words that stay by chance say nothing.
    """
    old, new = _words(before), _words(after)
    blocks = _blocks(old, new)
    if 2 * sum(block.size for block in blocks) < min(len(old), len(new)):
        blocks = []
    pieces: list[Piece | None] = []
    i = j = 0
    for a, b, size in [*blocks, Block(len(old), len(new), 0)]:
        pieces += (_piece(Fate.REMOVED, old[i:a]), _piece(Fate.ADDED, new[j:b]),
                   _piece(Fate.KEPT, new[b : b + size]))
        i, j = a + size, b + size
    return tuple(piece for piece in pieces if piece)


def joined(pieces: Iterable[Piece], *fates: Fate) -> str:
    """Return the words of these fates as one text."""
    text = "".join(" " * p.is_apart + p.text for p in pieces if p.fate in fates)
    return text.strip()


def _words(text: str) -> list[_Word]:
    """Return the words of a text, and the marks that end them: one may stay without the other."""
    words: list[_Word] = []
    for blank, word in re.findall(_WORD, text.strip()):
        # The first word would stand apart if anything were put before it.
        is_apart = bool(blank) or (not words and not re.match(f"[{_WIDE}]", word))
        bare = word.rstrip(_MARKS)
        words += [_Word(bare, is_apart)] if bare else []
        words += [_Word(word[len(bare):], is_apart and not bare)] if bare != word else []
    return words


def _blocks(old: Sequence[_Word], new: Sequence[_Word]) -> list[Block]:
    if len(old) * len(new) > _MOST:
        return []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = [Block(a, b, size) for a, b, size in matcher.get_matching_blocks()[:-1]]
    while small := [at for at in range(1, len(blocks) - 1) if _is_chance(blocks, at)]:
        del blocks[small[0]]
    return blocks


def _is_chance(blocks: Sequence[Block], at: int) -> bool:
    """True for a word or two between larger changes on both sides."""
    size = blocks[at].size
    return size < 3 and all(
        size < max(right.old - left.old, right.new - left.new) - left.size
        for left, right in pairwise(blocks[at - 1 : at + 2]))


def _piece(fate: Fate, words: Sequence[_Word]) -> Piece | None:
    text = "".join(" " * word.is_apart + word.text for word in words).strip()
    return Piece(fate, text, words[0].is_apart) if words else None
