"""Quotation marks and dashes, as Goldmark's typographer sets them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from mkdocs_career_roadmap.new_site.markdown.spans import Span

_MARK = re.compile(r"---|--|\.\.\.|<<|>>|[\"']")
_SYMBOLS = {"---": "—", "--": "–", "...": "…", "<<": "«", ">>": "»"}
_NEAR = 8
"""How many of the characters behind a quote decide how it is set."""
_DECADE = re.compile(r"\d\ds(?!\w)")
_SHORT = re.compile(r"(?:[smtd]|ve|ll|re)(?!\w)")


def set_in_type(spans: list[Span], opened: Counter[str]) -> None:
    """Put quotes and symbols in the place of those that stand straight in the texts of spans. `opened` are
    the quotes that wait for their ends: those of a page, since one may end in another paragraph.
    """
    _set(spans, opened, "\n", "\n")


def _set(spans: list[Span], opened: Counter[str], before: str, after: str) -> None:
    made: list[Span] = []
    for place, span in enumerate(spans):
        left = before if not place else _last(spans[place - 1])
        right = after if place + 1 == len(spans) else _first(spans[place + 1])
        if span.kind == "text" and not span.mark:
            made += _of_text(span, left, right, opened)
            continue
        if span.children and span.kind != "code":
            _set(span.children, opened, *_WITHIN.get(span.kind, ("\n", "\n")))
        made.append(span)
    spans[:] = made


_WITHIN = {"em": "**", "strong": "**", "del": "~~", "a": "[]", "html": "><"}
"""By the kind of a span, the characters around what is in it."""
_EDGES = {
    "em": "**", "strong": "**", "del": "~~", "code": "``", "a": "[)", "img": "!)", "html": "<>", "note": "[]"}
"""By the kind of a span, the characters that it begins and ends with as it is written."""


def _last(span: Span) -> str:
    edges = _EDGES.get(span.kind)
    return edges[1] if edges else span.text[-1:] or "\n"


def _first(span: Span) -> str:
    edges = _EDGES.get(span.kind)
    return edges[0] if edges else span.text[:1] or "\n"


def _of_text(span: Span, before: str, after: str, opened: Counter[str]) -> Iterator[Span]:
    text, at = span.text, 0
    for match in _MARK.finditer(text):
        mark = match[0]
        left = text[match.start() - 1] if match.start() else before
        near = text[match.end() : match.end() + _NEAR].partition("\n")
        rest = near[0] + near[1] if len(text) > match.end() + _NEAR or near[1] else near[0] + after
        shown = _SYMBOLS.get(mark) or _quote(mark, left, rest, opened)
        if match.start() > at:
            yield Span("text", span.at, text[at : match.start()])
        at = match.end()
        kind = "quote" if mark in "\"'" else "symbol"
        yield Span(kind, span.at, shown, mark=mark) if shown != mark else Span("text", span.at, mark)
    if at < len(text):
        yield Span("text", span.at, text[at:])


def _quote(mark: str, left: str, rest: str, opened: Counter[str]) -> str:
    """Return how a quote is set behind a character and before the rest of its line; as it is where it neither
    opens nor closes. `opened` has the quotes that wait for their ends.
    """
    right = rest[:1]
    opens, closes = _flanks(left, right)
    if mark == "'" and (_is_apostrophe(left, rest) or (opens and not closes and _SHORT.match(rest))):
        return "’"
    if opens and not closes:
        opened[mark] += 1
        return "“" if mark == '"' else "‘"
    if mark == "'" and len(rest) > 1 and not right.isdigit():
        return "’"
    ends = closes and (not opens or (_is_sign(right) and (len(rest) == 1 or not rest[1].isalnum())))
    if not ends or not opened[mark] or (mark == '"' and right == '"' and left.isdigit()):
        return mark
    opened[mark] -= 1
    return "”" if mark == '"' else "’"


def _is_apostrophe(left: str, rest: str) -> bool:
    """Tell whether a single quote stands for letters that are left out: don't, 'tis, '90s."""
    if _DECADE.match(rest) and _flanks(left, rest[:1]) == (True, False):
        return True
    if not left.isalnum():
        return rest[:1] in ("t", "e", "n", "l")  # whatever else the word is
    return rest[:1].isalpha()


def _flanks(left: str, right: str) -> tuple[bool, bool]:
    """Return whether a mark is left-flanking, and whether it is right-flanking, as CommonMark says."""
    space_before, space_after = left.isspace(), right.isspace()
    sign_before, sign_after = _is_sign(left), _is_sign(right)
    return (
        not space_after and (not sign_after or space_before or sign_before),
        not space_before and (not sign_before or space_after or sign_after),
    )


def _is_sign(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "PS"
