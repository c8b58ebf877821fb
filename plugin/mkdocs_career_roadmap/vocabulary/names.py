"""Names as people write them, made comparable: slugs for addresses, folded words for choices."""

from __future__ import annotations

import re
from unicodedata import normalize

from pymdownx.slugs import slugify

_SLUG = slugify(case="lower", normalize="NFC")


def slug(name: str) -> str:
    """Return the id a name has in addresses: lower case, NFC, words joined by dashes.

    Empty when the name has neither letters nor digits.
    """
    found = normalize("NFC", _SLUG(name, "-")).strip("-")  # what stood apart may now combine
    return found if found.strip("-_") else ""


RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt")
                                                   for n in range(10))})
"""Ids that cannot be a file's or folder's name on Windows, whatever its ending."""

_ALIKE = str.maketrans(dict(zip(
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u043a\u043c\u0442\u043d\u0432"
    "\u03b1\u03bf\u03c1\u03bd\u03c5\u03c7\u03ba\u03b9\u0261\u0131\u0127",
    "aceopxyijshdqwkmtnbaopvuxkigih", strict=True)))
"""Letters of Cyrillic and Greek that look like Latin ones, after those of Unicode's table of
confusables that stand in words people write."""


def skeleton(id: str) -> str:
    """Return an id as it looks: two that look the same have the same skeleton."""
    return id if id.isascii() else normalize("NFKC", id).translate(_ALIKE)


def fold_word(word: str) -> str:
    """Return `word` as statuses and choices are compared: case, `-` and `_` do not matter."""
    return re.sub(r"[\s_-]+", " ", word).strip().casefold().replace("\u2019", "'")
