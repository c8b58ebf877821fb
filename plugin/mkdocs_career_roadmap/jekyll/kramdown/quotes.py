"""Kramdown's curly quotes, and when Python-Markdown's smarty would curl a quote alike."""

from __future__ import annotations

import re

_PUNCT = r"""[!"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"""
_CLOSE = r"[^ \\\t\r\n\[{(\-]"
_LEFT = {'"': "“", "'": "‘"}
_RIGHT = {'"': "”", "'": "’"}
_W = "[A-Za-z0-9_]"

_RULES: list[tuple[re.Pattern[str], dict[str, str]]] = [
    (re.compile(r"(?P<q>[\"'])(?=[_*]{1,2}\S)"), _LEFT),
    (re.compile(rf"(?P<q>[\"'])(?={_PUNCT}(?!\.\.)\B)"), _RIGHT),
    (re.compile(rf"(?P<before>\s?)(?P<q>\"')(?={_W})"), _LEFT),
    (re.compile(rf"(?P<before>\s?)(?P<q>'\")(?={_W})"), _LEFT),
    (re.compile(r"(?P<before>\s?)(?P<q>')(?=\d\ds)"), _RIGHT),
    (re.compile(rf"(?P<before>\s)(?P<q>['\"])(?={_W})"), _LEFT),
    (re.compile(rf"(?P<before>{_CLOSE})(?P<q>['\"])"), _RIGHT),
    (re.compile(r"(?P<q>[\"'])(?=\s|s\b|$)", re.MULTILINE), _RIGHT),
    (re.compile(r"(?P<before>.?)(?P<q>')", re.DOTALL), _LEFT),
    (re.compile(r"(?P<before>.?)(?P<q>\")", re.DOTALL), _LEFT),
]
START = re.compile(r"[^\\]?[\"']", re.DOTALL)


def curled(text: str, at: int) -> tuple[str, str, str, int]:
    """Return what stands before the quotes at `at`, the quotes, how kramdown curls them, and their end.

    `at` is a place where START matches: that of the quote, or of the character before it.
    """
    matches = ((rule.match(text, at), curl) for rule, curl in _RULES)
    match, curl = next((match, curl) for match, curl in matches if match)  # the last two match any
    before = match.groupdict().get("before") or ""
    return before, match["q"], "".join(curl[quote] for quote in match["q"]), match.end()


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
        return _LEFT[quote]
    if not _AFTER_WORD.match(before) or not _NEXT.match(after):
        return ""
    return "" if quote == "'" and after.isdigit() else _RIGHT[quote]
