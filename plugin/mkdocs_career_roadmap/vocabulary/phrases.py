"""Turns of phrase that messages for authors have in common. They are in English, whatever the site is in."""

from __future__ import annotations


def some(n: int, what: str) -> str:
    """Return a number of things: `1 page`, `2 pages`."""
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
