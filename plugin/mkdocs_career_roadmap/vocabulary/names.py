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
    result = normalize("NFC", _SLUG(name, "-")).strip("-")  # what stood apart may now combine
    return result if result.strip("-_") else ""


RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt")
                                                   for n in range(10))})
"""Ids that cannot be a file's or folder's name on Windows, whatever its ending."""


def fold_word(word: str) -> str:
    """Return `word` as statuses and choices are compared: case, `-` and `_` do not matter."""
    return re.sub(r"[\s_-]+", " ", word).strip().casefold().replace("\u2019", "'")
