"""Kramdown's curly quotes, and when Python-Markdown's smarty would curl a quote alike."""

from __future__ import annotations

import re

_PUNCT = r"""[!"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"""
_CLOSE = r"[^ \\\t\r\n\[{(\-]"
_LEFT = {'"': "“", "'": "‘"}
_RIGHT = {'"': "”", "'": "’"}
_W = "[A-Za-z0-9_]"

_RULES: list[tuple[re.Pattern[str], str]] = [
    (re.compile(r"(?P<q>[\"'])(?=[_*]{1,2}\S)"), "left"),
    (re.compile(rf"(?P<q>[\"'])(?={_PUNCT}(?!\.\.)\B)"), "right"),
    (re.compile(rf"(?P<before>\s?)(?P<q>\"')(?={_W})"), "left"),
    (re.compile(rf"(?P<before>\s?)(?P<q>'\")(?={_W})"), "left"),
    (re.compile(r"(?P<before>\s?)(?P<q>')(?=\d\ds)"), "right"),
    (re.compile(rf"(?P<before>\s)(?P<q>['\"])(?={_W})"), "left"),
    (re.compile(rf"(?P<before>{_CLOSE})(?P<q>['\"])"), "right"),
    (re.compile(r"(?P<q>[\"'])(?=\s|s\b|$)", re.MULTILINE), "right"),
    (re.compile(r"(?P<before>.?)(?P<q>')", re.DOTALL), "left"),
    (re.compile(r"(?P<before>.?)(?P<q>\")", re.DOTALL), "left"),
]
START = re.compile(r"[^\\]?[\"']", re.DOTALL)


def curled(text: str, at: int) -> tuple[str, str, str, int]:
    """Return what stands before the quotes at `at`, the quotes, how kramdown curls them, and their end.

    `at` is a place where START matches: that of the quote, or of the character before it.
    """
    for rule, side in _RULES:
        if found := rule.match(text, at):
            quotes = found["q"]
            curl = _LEFT if side == "left" else _RIGHT
            before = found.groupdict().get("before") or ""
            return before, quotes, "".join(curl[q] for q in quotes), found.end()
    raise AssertionError("the last rules match wherever a quote is near")


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
