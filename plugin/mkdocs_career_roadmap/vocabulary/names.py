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
_WIKI = re.compile(r"\[\[(?:[^\[\]|#]*/)?([^\[\]|#/]+)(?:#[^\[\]|]*)?(?:\|[^\[\]]*)?\]\]")
_PAGE = re.compile(r"\.(?:md|markdown|html?)$", re.IGNORECASE)
_PATH = re.compile(
    r"(?:https?://|www\.)\S+|\.{0,2}/\S*|\S+\.(?:md|markdown|html?)(?:[?#]\S*)?", re.IGNORECASE)
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


class IdRule(NamedTuple):
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


RULES: tuple[IdRule, ...] = (
    IdRule("letters and digits of any script", lambda text, at, _: text[at].isalnum(), None, Left.LETTER,
         "Größe 2, 目标"),
    IdRule("marks on a letter, such as the vowels of Hindi, Tamil and Thai", _is_mark, None, Left.LETTER,
         "पत्थर"),
    IdRule("a space, `-`, `_`", lambda text, at, _: text[at] in "-_" or text[at].isspace(), "-", Left.NOTHING,
         "Two step-by_step"),
    IdRule("`/` and dashes such as `–` between words", _is_dash, _BORDER, Left.NOTHING, "CI/CD 2024–2026"),
    IdRule("`+` behind a letter or a digit", _is_behind("+"), " plus ", Left.WORD, "Learn C++"),
    IdRule("`#` behind a letter or a digit", _is_behind("#"), " sharp ", Left.WORD, "Learn C#"),
    IdRule("`.` before a word", _is_leading_dot, " dot ", Left.WORD, "Learn .NET"),
    IdRule("`.` between digits", _is_point, _BORDER, Left.NOTHING, "Release 1.1"),
    IdRule("`<` before a number", _is_bound("<"), " under ", Left.NOTHING, "Loss < 0.1"),
    IdRule("`>` before a number", _is_bound(">"), " over ", Left.NOTHING, "Recall > 0.9"),
    IdRule("all else", lambda *_: True, "", Left.NOTHING, "What's next, Node.js (or “Bun”)?"),
)
"""How the id of a name is made, in lower case: of each character by the first rule that means it."""


_OF_RULES = re.compile(r"[+#./<>\t-\r\x1c-\x1f]")
"""Characters of ASCII about which a rule asks what stands beside them, and spaces that nobody types."""
_ASCII = {ord(c): "-" if c in " -_" else None for c in map(chr, range(128)) if not c.isalnum()}
"""What becomes of all others that are no letters or digits."""


@lru_cache(maxsize=4096)  # the same names stand on many posts
def slug(name: str) -> str:
    """Return the id a name has in addresses: lower case, NFC, words joined by dashes, see `RULES`.

    Empty when the name has neither letters nor digits.
    """
    if name.isascii() and not _OF_RULES.search(name):
        return name.strip(" ").lower().translate(_ASCII).strip("-")
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


@lru_cache(maxsize=4096)
def slug_before(name: str) -> str:
    """Return the id that a name had before there were `RULES`: without marks, `+`, `.` and the like.

    Material's blog makes addresses of titles in the same way.
    """
    result = normalize("NFC", _BEFORE(name, "-")).strip("-")
    return result if result.strip("-_") else ""


def name_in_link(text: str) -> str:
    """Return the name that a wiki link such as `[[path/Name#part|words]]` leads to; another text as it is."""
    link = _WIKI.fullmatch(text)
    return (link[1].strip().removesuffix(".md").strip() if link else "") or text


def name_in_path(text: str) -> str | None:
    """Return what a path or an address calls the page that it leads to. None: the text is neither."""
    if not _PATH.fullmatch(text):
        return None
    parts = [part for part in re.split("[?#]", text)[0].split("/") if part not in ("", ".", "..")]
    stem = _PAGE.sub("", parts[-1]) if parts else ""
    return parts[-2] if stem.lower() in ("index", "readme") and len(parts) > 1 else stem


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


@lru_cache(maxsize=1024)  # the same words stand on many posts
def fold_word(word: str) -> str:
    """Return `word` as statuses and choices are compared: case, `-` and `_` do not matter."""
    return re.sub(r"[\s_-]+", " ", word).strip().casefold().replace("\u2019", "'")
