"""Kramdown's curly quotes."""

from __future__ import annotations

import re

from mkdocs_career_roadmap.new_site.markdown.quotes import LEFT, RIGHT

_PUNCT = r"""[!"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"""
_CLOSE = r"[^ \\\t\r\n\[{(\-]"
_W = "[A-Za-z0-9_]"

_RULES: list[tuple[re.Pattern[str], dict[str, str]]] = [
    (re.compile(r"(?P<q>[\"'])(?=[_*]{1,2}\S)"), LEFT),
    (re.compile(rf"(?P<q>[\"'])(?={_PUNCT}(?!\.\.)\B)"), RIGHT),
    (re.compile(rf"(?P<before>\s?)(?P<q>\"')(?={_W})"), LEFT),
    (re.compile(rf"(?P<before>\s?)(?P<q>'\")(?={_W})"), LEFT),
    (re.compile(r"(?P<before>\s?)(?P<q>')(?=\d\ds)"), RIGHT),
    (re.compile(rf"(?P<before>\s)(?P<q>['\"])(?={_W})"), LEFT),
    (re.compile(rf"(?P<before>{_CLOSE})(?P<q>['\"])"), RIGHT),
    (re.compile(r"(?P<q>[\"'])(?=\s|s\b|$)", re.MULTILINE), RIGHT),
    (re.compile(r"(?P<before>.?)(?P<q>')", re.DOTALL), LEFT),
    (re.compile(r"(?P<before>.?)(?P<q>\")", re.DOTALL), LEFT),
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
