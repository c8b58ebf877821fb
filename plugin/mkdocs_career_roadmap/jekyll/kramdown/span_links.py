"""Links, images and marks of footnotes, read as kramdown reads them."""

from __future__ import annotations

import re

from . import patterns
from .spans import Span, Spans, add, label, read

_LINK = re.compile(r"!?\[(?=[^^])")
_BRACKET = re.compile(r"(\])|!?\[")
_PAREN = re.compile(r"(\()|(\))|\s(?=['\"])")
_LINK_ID = re.compile(r"\s*?\[([^\]]+)?\]")
_LINK_TITLE = re.compile(r"\s*?([\"'])(.+?)\1\s*?\)", re.DOTALL)


def read_note(spans: Spans, into: list[Span], _around: tuple[str, ...]) -> bool:
    found = patterns.FOOTNOTE_MARK.match(spans.text, spans.pos)
    if not found:
        return False
    if found[1] in spans.notes:
        into.append(Span("note", spans.pos, found[1]))
    else:
        add(into, found[0], spans.pos)
    spans.pos = found.end()
    return True


def read_link(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    start, text = spans.pos, spans.text
    found = _LINK.match(text, start)
    if not found:
        return False
    kind = "img" if found[0][0] == "!" else "a"
    spans.pos = after = found.end()
    span = Span(kind, start)
    inside_link = kind == "a" and ("a" in around or "img" in around)
    if not inside_link and _brackets(spans, span, (*around, kind)):
        end = spans.pos
        span.text = text[after:end]
        spans.pos += 1
        if _target(spans, span):
            into.append(span)
            return True
    spans.pos = after
    add(into, found[0], start)
    return True


def _brackets(spans: Spans, span: Span, around: tuple[str, ...]) -> bool:
    count, images, seen = 1, 0, 0

    def closes(spans: Spans, children: list[Span]) -> bool:
        nonlocal count, images, seen
        count += -1 if spans.text[spans.pos] == "]" else 1
        images += sum(child.kind == "img" for child in children[seen:])
        seen = len(children)
        return count - images == 0

    if spans.never.get("]", len(spans.text)) <= spans.pos:
        return False
    if spans.text.find("]", spans.pos) < 0:
        spans.never["]"] = spans.pos
        return False
    return spans.spend(1) and read(spans, span.children, around, _BRACKET, closes)


def _target(spans: Spans, span: Span) -> bool:
    """Read what a link leads to; the place is right after its text's bracket."""
    text = spans.text
    found = _LINK_ID.match(text, spans.pos)
    if not spans.spend(len(span.text) + len(found[0] if found else "")):
        return False
    if found or not text.startswith("(", spans.pos):
        span.mark = label((found[1] if found else None) or span.text)
        if found:
            spans.pos = found.end()
        return span.mark in spans.links
    found = re.compile(r"\(<([^\n]*?)>").match(text, spans.pos)
    if found:
        span.address, spans.pos = found[1], found.end()
        if text.startswith(")", spans.pos):
            spans.pos += 1
            return True
    elif _address(spans, span):
        return True
    found = _LINK_TITLE.match(text, spans.pos)
    if not spans.spend(len(found[0] if found else text) - (0 if found else spans.pos)) or not found:
        return False
    span.title, spans.pos = found[2], found.end()
    return True


def _address(spans: Spans, span: Span) -> bool:
    """Read an address in parentheses; true: with them; false: a title must follow."""
    start, at, depth = spans.pos, spans.pos, 0
    while found := _PAREN.search(spans.text, at):
        if not spans.spend(found.end() - at):
            return False
        at = found.end()
        if found[2]:
            depth -= 1
            if not depth:
                break
        elif found[1]:
            depth += 1
        else:
            break
    span.address = spans.text[start + 1 : at - 1].strip()
    spans.pos = at
    return depth == 0
