"""When Python-Markdown's smarty curls a quote, and how."""

from __future__ import annotations

import re

LEFT = {'"': "“", "'": "‘"}
RIGHT = {'"': "”", "'": "’"}

_AFTER_WORD = re.compile(r"[^\W_]|[.,;:?!%)]")
_NEXT = re.compile(r"[^\W_]|[\s.,;:?!)]")


def by_smarty(quote: str, before: str, after: str) -> str:
    r"""Return how smarty curls a quote between two characters; empty: that is not certain from here.

    `before` and `after` are empty where a text begins and ends, and \\0 where markup stands.
    """
    word = after[:1].isalnum()
    if before == "" or before.isspace():
        if not word or (quote == "'" and (after[0].isdigit() or (before == "" and after[0] == "s"))):
            return ""
        return LEFT[quote]
    if not _AFTER_WORD.match(before) or not _NEXT.match(after):
        return ""
    return "" if quote == "'" and after.isdigit() else RIGHT[quote]
