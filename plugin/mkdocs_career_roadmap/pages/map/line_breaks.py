"""Texts in lines: about how wide they are, and where one ends.

Nobody measures letters before a browser has the page: what has to know how many lines a text will have
counts them by these widths.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_MOST_READ = 400
"""Letters of a text that are looked at; fewer fit."""
_SPACELESS = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\uffef"
_BREAKS = rf"[{_SPACELESS}]|[^\s{_SPACELESS}]+\s*|\s+"
"""Compiled when it is asked for: so many signs take their time, and most builds draw no picture."""
_JOINERS = "\u200c\u200d"


def drawn(text: str) -> str:
    """Return a text on one line with what can be drawn of it: without signs that control, change the order
    of letters, or have no place in XML. At most some hundred letters.
    """
    text = "".join(c if c in _JOINERS or unicodedata.category(c)[0] != "C" else " " if c.isspace() else ""
                   for c in text[: 4 * _MOST_READ])
    return " ".join(text.split())[:_MOST_READ]


def fitted(text: str, size: int, room: int, weight: int = 400) -> str:
    """Return a text that is no wider than so many pixels, with an ellipsis where it was cut."""
    return wrapped(text, size, room, 1, weight)[0]


def wrapped(text: str, size: int, room: int, most: int, weight: int = 700) -> tuple[str, ...]:
    """Return a text in one line or more, `most` at most; where it goes on, the last has an ellipsis."""
    lines, width, ellipsis = [""], 0.0, "\u2026"
    limit = room / size
    for word in _words(drawn(text), limit, weight):
        wide = width_of(word, weight)
        if lines[-1] and width + width_of(word.rstrip(), weight) > limit:
            if len(lines) == most:
                return (*lines[:-1], _cut(lines[-1], limit, weight) + ellipsis)
            lines.append("")
            width = 0.0
        lines[-1] += word
        width += wide
    return tuple(line.strip() for line in lines)


def _words(text: str, limit: float, weight: int) -> Iterator[str]:
    """Yield what a line may end behind: words, letters of scripts without spaces, pieces of longer words."""
    for word in re.findall(_BREAKS, text):
        piece, width = "", 0.0
        for letter in word:
            wide = width_of(letter, weight)
            if piece and width + wide > limit and not letter.isspace():
                yield piece
                piece, width = "", 0.0
            piece, width = piece + letter, width + wide
        yield piece


def _cut(line: str, limit: float, weight: int) -> str:
    """Return a line with room for an ellipsis."""
    line = line.rstrip()
    while line and width_of(line, weight) + 1 > limit:
        line = line[:-1]
    return line.rstrip(" ,;:.")


_WIDTHS = {
    letter: width / 100 for width, letters in {
        26: "!,.:;Iijl ", 30: "'`", 36: "()/[\\]t|", 41: "1fr", 47: "-^{}", 51: '"_', 57: "*7?JLaceksvxyz",
        62: "25689EFbdghnopqu", 68: "#$&+034<=>BPRSTZ~", 73: "ADHKUVXY", 78: "CGNOQ", 86: "w", 92: "Mm",
        97: "%", 102: "@W"}.items() for letter in letters}
"""How wide letters are, bold, in parts of their height: a little more than they are in the font."""


def width_of(text: str, weight: int) -> float:
    """Return about how wide a text is, in parts of its height; rather too much than too little."""
    wide = sum(map(_letter, text))
    return wide if weight >= 600 else wide * 0.95


@cache
def _letter(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter) or letter in _JOINERS:
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.04
    base = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get(base, 1.04 if unicodedata.category(letter) in ("So", "Lu") else 0.8)
