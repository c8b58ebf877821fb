"""Which way a text is written: words from left to right among those from right to left, and the other way."""

from __future__ import annotations

from unicodedata import bidirectional

_RIGHT_TO_LEFT = frozenset({"ar"})
"""The languages of the plugin's own words that are written from right to left."""


def is_from_right(language: str) -> bool:
    """Return whether one of LANGUAGES is written from right to left."""
    return language in _RIGHT_TO_LEFT


def begins_from_right(text: str) -> bool:
    """Return whether the first letter of a text is one of a script that runs from right to left, which is
    how HTML and the Unicode bidirectional algorithm find out which way all of it runs.
    """
    kinds = map(bidirectional, text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def turns(text: str, language: str) -> bool:
    """Return whether some of a text runs against a language: marks and numbers beside it would jump to its
    other end if nothing kept it apart. A text without letters never does.
    """
    if is_from_right(language):
        return any(bidirectional(letter) == "L" for letter in text)
    return not text.isascii() and any(bidirectional(letter) in {"R", "AL"} for letter in text)
