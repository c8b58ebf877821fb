"""Names as people write them, made comparable: slugs for addresses, folded words for choices."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

from pymdownx.slugs import slugify

_BEFORE = slugify(case="lower", normalize="NFC")
_UNSEEN = re.compile("[\u034f\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Marks that change the form of a letter at most: nobody sees them, so no name differs by them."""
_NUMBER = re.compile(r"\s?=?\s?\d")
_BORDER = " "
"""Stands between parts of an id; a dash in the end, unless there is one or an end of the id."""


class Left(Enum):
    """What a character left behind."""

    NOTHING = auto()
    LETTER = auto()
    """A letter, a digit, or a mark on one."""
    WORD = auto()
    """A sign that was spelled out behind a letter."""


class Rule(NamedTuple):
    """What becomes of some characters of a name in its id."""

    what: str
    """Which characters, for the guide."""
    is_meant: Callable[[str, int, Left], bool]
    """True for the character at a place of a text, given what was left by the one before."""
    becomes: str | None
    """None: it stays as it is."""
    leaves: Left
    example: str
    """A name that has it."""


def _is_behind(sign: str) -> Callable[[str, int, Left], bool]:
    """Return what knows a sign behind a letter, or behind another such sign."""
    return lambda text, at, left: text[at] == sign and left is not Left.NOTHING


def _is_mark(text: str, at: int, left: Left) -> bool:
    return left is Left.LETTER and not text[at].isascii() and category(text[at]) in ("Mn", "Mc")


def _is_dash(text: str, at: int, _: Left) -> bool:
    return text[at] == "/" or (not text[at].isascii() and category(text[at]) == "Pd")


def _is_leading_dot(text: str, at: int, left: Left) -> bool:
    return (text[at] == "." and left is Left.NOTHING and text[at - 1 : at] != "."
            and text[at + 1 : at + 2].isalpha())


def _is_point(text: str, at: int, _: Left) -> bool:
    return text[at] == "." and text[at - 1 : at].isnumeric() and text[at + 1 : at + 2].isnumeric()


def _is_bound(sign: str) -> Callable[[str, int, Left], bool]:
    """Return what knows a sign before a number, unless it is a part of an arrow or of another sign."""
    return lambda text, at, left: (
        text[at] == sign and _NUMBER.match(text, at + 1) is not None
        and (at == 0 or text[at - 1] == " " or left is not Left.NOTHING))


RULES: tuple[Rule, ...] = (
    Rule("letters and digits of any script", lambda text, at, _: text[at].isalnum(), None, Left.LETTER,
         "Größe 2, 目标"),
    Rule("marks on a letter, such as the vowels of Hindi, Tamil and Thai", _is_mark, None, Left.LETTER,
         "पत्थर"),
    Rule("a space, `-`, `_`", lambda text, at, _: text[at] in "-_" or text[at].isspace(), "-", Left.NOTHING,
         "Two step-by_step"),
    Rule("`/` and dashes such as `–` between words", _is_dash, _BORDER, Left.NOTHING, "CI/CD 2024–2026"),
    Rule("`+` behind a letter or a digit", _is_behind("+"), " plus ", Left.WORD, "Learn C++"),
    Rule("`#` behind a letter or a digit", _is_behind("#"), " sharp ", Left.WORD, "Learn C#"),
    Rule("`.` before a word", _is_leading_dot, " dot ", Left.WORD, "Learn .NET"),
    Rule("`.` between digits", _is_point, _BORDER, Left.NOTHING, "Release 1.1"),
    Rule("`<` before a number", _is_bound("<"), " under ", Left.NOTHING, "Loss < 0.1"),
    Rule("`>` before a number", _is_bound(">"), " over ", Left.NOTHING, "Recall > 0.9"),
    Rule("all else", lambda *_: True, "", Left.NOTHING, "What's next, Node.js (or “Bun”)?"),
)
"""How the id of a name is made, in lower case: of each character by the first rule that means it."""


@lru_cache(maxsize=4096)  # the same names stand on many posts
def slug(name: str) -> str:
    """Return the id a name has in addresses: lower case, NFC, words joined by dashes, see `RULES`.

    Empty when the name has neither letters nor digits.
    """
    seen = "".join(c for c in _UNSEEN.sub("", name) if c.isascii() or category(c) != "Cf")
    text = normalize("NFC", normalize("NFC", seen.strip()).replace("\u0130", "i").lower())
    parts, left = [], Left.NOTHING
    for at, character in enumerate(text):
        rule = next(rule for rule in RULES if rule.is_meant(text, at, left))
        parts.append(character if rule.becomes is None else rule.becomes)
        left = rule.leaves
    joined = re.sub(" +", " ", "".join(parts)).strip(" -")
    id = joined.replace(" -", "-").replace("- ", "-").replace(" ", "-")
    return normalize("NFC", id)  # what stood apart may now combine


def slug_before(name: str) -> str:
    """Return the id that a name had before there were `RULES`: without marks, `+`, `.` and the like.

    Material's blog makes addresses of titles in the same way.
    """
    result = normalize("NFC", _BEFORE(name, "-")).strip("-")
    return result if result.strip("-_") else ""


def bare(name: str) -> str:
    """Return what two names have in common that are one to a reader: they may differ in case, spaces, dashes,
    `_`, the form of a quotation mark, quotation marks around them and other marks at their end.
    """
    text = normalize("NFC", name).casefold().translate(_QUOTES)
    kept = [c for c in _UNSEEN.sub("", text)
            if not (c.isspace() or c == "_" or category(c) in ("Pd", "Cf"))]
    while kept and category(kept[-1])[0] in "PS":
        kept.pop()
    return normalize("NFC", "".join(kept).lstrip("'\""))


_QUOTES = str.maketrans("\u2018\u2019\u201a\u201b\u00b4`\u201c\u201d\u201e\u201f\u00ab\u00bb",
                        "''''''\"\"\"\"\"\"")


RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt")
                                                   for n in range(10))})
"""Ids that cannot be a file's or folder's name on Windows, whatever its ending."""


def fold_word(word: str) -> str:
    """Return `word` as statuses and choices are compared: case, `-` and `_` do not matter."""
    return re.sub(r"[\s_-]+", " ", word).strip().casefold().replace("\u2019", "'")
