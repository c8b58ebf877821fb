"""Turns of phrase that messages for authors have in common. They are in English, whatever the site is in."""

from __future__ import annotations

from collections.abc import Iterable

from .slips import did_you_mean


def some(n: int, what: str) -> str:
    """Return a number of things: `1 page`, `2 pages`."""
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def hint(meant: str | None, otherwise: str = "") -> str:
    """Return the end of a message: the word that was probably meant, else what to do otherwise.

    Empty for neither.
    """
    if meant:
        return f"; did you mean {meant!r}?"
    return f"; {otherwise}" if otherwise else ""


def suggestion(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the end of a message about a word that is none of those known; see `hint`."""
    return hint(did_you_mean(word, known), otherwise)
