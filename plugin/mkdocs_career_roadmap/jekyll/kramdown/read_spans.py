"""What stands within a paragraph, read as kramdown reads it: the spans that hold others, and the loop."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from mkdocs_career_roadmap.new_site.markdown.spans import Span, label

from . import marks
from .read_html import model_of
from .read_leaf_spans import (
    read_autolink,
    read_break,
    read_code,
    read_comment,
    read_entity,
    read_escape,
    read_extension,
    read_math,
    read_note,
    read_quote,
    read_symbol,
)
from .spans import SpanText, add

_MAX_DEPTH = 40
_START = re.compile(
    r"[*_`<\[&\\$]|!\[|\{:|--|\.\.\.|~~|>>| <<| >>|  \n|[^\\]?[\"']",
)
_START_HTML = re.compile(r"<")
Reader = Callable[["SpanText", list[Span], tuple[str, ...]], bool]
"""Reads the span at the place, if it is of its kind, into a list; last come the kinds of those around it."""
Stop = Callable[["SpanText", list[Span]], bool]
_LINK = re.compile(r"!?\[(?=[^^])")
_BRACKET = re.compile(r"(\])|!?\[")
_PAREN = re.compile(r"(\()|(\))|\s(?=['\"])")
_LINK_ID = re.compile(r"\s*?\[([^\]]+)?\]")
_LINK_TITLE = re.compile(r"\s*?([\"'])(.+?)\1\s*?\)", re.DOTALL)


def read_link(spans: SpanText, into: list[Span], around: tuple[str, ...]) -> bool:
    start, text = spans.pos, spans.text
    match = _LINK.match(text, start)
    if not match:
        return False
    kind = "img" if match[0][0] == "!" else "a"
    spans.pos = after = match.end()
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
    add(into, match[0], start)
    return True


def _brackets(spans: SpanText, span: Span, around: tuple[str, ...]) -> bool:
    count, images, seen = 1, 0, 0

    def closes(spans: SpanText, children: list[Span]) -> bool:
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
    return spans.spend(1) and read_until(spans, span.children, around, _BRACKET, closes)


def _target(spans: SpanText, span: Span) -> bool:
    """Read what a link leads to; the place is right after its text's bracket."""
    text = spans.text
    match = _LINK_ID.match(text, spans.pos)
    if not spans.spend(len(span.text) + len(match[0] if match else "")):
        return False
    if match or not text.startswith("(", spans.pos):
        span.mark = label((match[1] if match else None) or span.text)
        if match:
            spans.pos = match.end()
        return span.mark in spans.links
    match = re.compile(r"\(<([^\n]*?)>").match(text, spans.pos)
    if match:
        span.address, spans.pos = match[1], match.end()
        if text.startswith(")", spans.pos):
            spans.pos += 1
            return True
    elif _address(spans, span):
        return True
    match = _LINK_TITLE.match(text, spans.pos)
    if not spans.spend(len(match[0] if match else text) - (0 if match else spans.pos)) or not match:
        return False
    span.title, spans.pos = match[2], match.end()
    return True


def _address(spans: SpanText, span: Span) -> bool:
    """Read an address in parentheses; true: with them; false: a title must follow."""
    start, at, depth = spans.pos, spans.pos, 0
    while match := _PAREN.search(spans.text, at):
        if not spans.spend(match.end() - at):
            return False
        at = match.end()
        if match[2]:
            depth -= 1
            if not depth:
                break
        elif match[1]:
            depth += 1
        else:
            break
    span.address = spans.text[start + 1 : at - 1].strip()
    spans.pos = at
    return depth == 0


_INSIDE_WORD = re.compile(r"[^\W\d_]-?[^\W\d_]*\Z")
_STRIKE = re.compile(r"~~(?![\s~]).*?[^\s~]~~", re.DOTALL)


def read_emphasis(spans: SpanText, into: list[Span], around: tuple[str, ...]) -> bool:
    start = spans.pos
    char = spans.text[start]
    mark = char * 2 if spans.text.startswith(char, start + 1) else char
    kind = "strong" if len(mark) == 2 else "em"
    spans.pos = start + len(mark)
    inside_word = mark[0] == "_" and _INSIDE_WORD.search(spans.text[max(0, start - 60) : start])
    if inside_word or spans.text[spans.pos : spans.pos + 1].isspace() or kind in around:
        add(into, mark, start)
        return True
    span = _emphasised(spans, start, mark, kind, around)
    if span is None and kind == "strong" and (not around or around[-1] != "em"):
        span = _emphasised(spans, start, mark[0], "em", around) if "em" not in around[:-1] else None
    if span is None:
        spans.pos = start + len(mark)
        add(into, mark, start)
    else:
        into.append(span)
    return True


def _emphasised(spans: SpanText, start: int, mark: str, kind: str, around: tuple[str, ...]) -> Span | None:
    def closes(spans: SpanText, children: list[Span]) -> bool:
        text, at = spans.text, spans.pos
        if text[at - 1].isspace() or not children:
            return False
        if kind == "em" and text.startswith(mark * 2, at) and not text.startswith(mark * 3, at):
            return False
        return not (mark[0] == "_" and text[at + len(mark) : at + len(mark) + 1].isalnum())

    spans.pos = start + len(mark)
    span = Span(kind, start, mark=mark)
    memo = f"{mark} {' '.join(around)}"
    if not spans.spend(1) or spans.never.get(memo, 0) > 3:
        return None
    if read_until(spans, span.children, (*around, kind), re.compile(re.escape(mark)), closes):
        spans.pos += len(mark)
        return span
    spans.never[memo] = spans.never.get(memo, 0) + 1
    return None


def read_strike(spans: SpanText, into: list[Span], around: tuple[str, ...]) -> bool:
    text, start = spans.text, spans.pos
    match = _STRIKE.match(text, start) if spans.gfm and spans.never.get("~~", 0) < 20 else None
    spans.never["~~"] = 0 if match else spans.never.get("~~", 0) + 1
    if not match or not spans.spend(len(match[0])):
        return False
    inside = replace(spans, text=text[: match.end() - 2], pos=start + 2, never={})
    span = Span("del", start)
    read_until(inside, span.children, around)
    into.append(span)
    spans.pos, spans.budget = match.end(), inside.budget
    return True


def read_tag(spans: SpanText, into: list[Span], around: tuple[str, ...]) -> bool:
    start, text = spans.pos, spans.text
    if text.startswith("<!--", start):
        return read_comment(spans, into)
    match = marks.TAG_CLOSE.match(text, start)
    if match:
        add(into, match[0], start)
        spans.pos = match.end()
        return True
    match = marks.TAG.match(text, start)
    if not match or not spans.spend(len(match[0])):
        return False
    name = match["name"].lower() if match["name"].lower() in marks.KNOWN_TAGS else match["name"]
    spans.pos = match.end()
    if name in marks.BLOCK_TAGS:
        add(into, match[0], start)
        return True
    raw = name in marks.HOLDS_RAW or (around and around[-1] == "raw")
    raw = model_of(name, match[0], "raw" if raw else "span") == "raw"
    span = Span("html", start, match[0], mark=name)
    into.append(span)
    if match["closed"] or name in marks.EMPTY_TAGS:
        span.title = "closed"
        return True
    stop = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE if name in marks.KNOWN_TAGS else 0)
    if read_until(spans, span.children, (*around, "raw" if raw else "html"), stop, only_html=raw):
        spans.pos = stop.match(text, spans.pos).end()  # type: ignore[union-attr]
    else:
        add(span.children, text[spans.pos :], spans.pos)
        spans.pos = len(text)
    return True


_START_CODE = re.compile(r"[`<]")
_READERS: dict[str, tuple[Reader, ...]] = {
    "*": (read_emphasis,),
    "_": (read_emphasis,),
    "`": (read_code,),
    "<": (read_autolink, read_tag, read_symbol),
    "[": (read_note, read_link),
    "!": (read_link,),
    "$": (read_math,),
    "{": (read_extension,),
    "&": (read_entity,),
    "-": (read_symbol,),
    ".": (read_symbol,),
    ">": (read_symbol,),
    " ": (read_symbol, read_break),
    "\\": (read_symbol, read_break, read_escape),
    "~": (read_strike,),
    "html": (read_tag,),
    "": (read_quote,),
}


def read_until(
    spans: SpanText,
    into: list[Span],
    around: tuple[str, ...],
    stop: re.Pattern[str] | None = None,
    stops: Stop | None = None,
    only_html: bool = False,
) -> bool:
    """Read up to where `stop` matches and `stops` agrees, or to the end; tell whether it was met."""
    start = _START_HTML if only_html else _START
    text = spans.text
    closing = stop.search(text, spans.pos) if stop else None
    match = start.search(text, spans.pos)
    while spans.pos < len(text):
        at = spans.pos
        if match and match.start() < at:
            match = start.search(text, at)
        if stop and closing and closing.start() < at:
            closing = stop.search(text, at)
        if closing and (not match or closing.start() <= match.start()):
            spans.pos = closing.start()
            add(into, text[at : spans.pos], at)
            if stops is None or stops(spans, into):
                return True
        elif match:
            spans.pos = match.start()
            add(into, text[at : spans.pos], at)
        else:
            break
        if not spans.spend(spans.pos - at + 1):
            add(into, text[spans.pos :], spans.pos)
            spans.pos = len(text)
        elif not _read_one(spans, into, around, only_html):
            add(into, text[spans.pos], spans.pos)
            spans.pos += 1
    if stop is None:
        add(into, text[spans.pos :], spans.pos)
        spans.pos = len(text)
    return False


def _read_one(spans: SpanText, into: list[Span], around: tuple[str, ...], only_html: bool) -> bool:
    """Read the span at the place, if one begins there."""
    if spans.depth > _MAX_DEPTH:
        return False
    readers = _READERS.get("html" if only_html else spans.text[spans.pos], ())
    if not only_html:
        readers = (*readers, *_READERS.get("", ()))
    spans.depth += 1
    done = any(reader(spans, into, around) for reader in readers)
    spans.depth -= 1
    return done


def read_spans(
    text: str,
    links: Collection[str],
    notes: Collection[str],
    gfm: bool = True,
    hard_wrap: bool = False,
) -> list[Span]:
    """Return the spans of a paragraph's text; nothing: none."""
    spans = SpanText(text, links, notes, gfm, hard_wrap, budget=8 * len(text) + 20_000)
    into: list[Span] = []
    read_until(spans, into, ())
    return into


def code_and_html(text: str) -> list[tuple[str, str]]:
    """Return the pieces of a text, where nothing but code and HTML is marked up: their kinds and contents.

    Of HTML the content is its tag's name.
    """
    spans = SpanText(text, (), (), gfm=True, hard_wrap=False, budget=8 * len(text) + 20_000)
    into: list[Span] = []
    while spans.pos < len(text):
        match = _START_CODE.search(text, spans.pos)
        end = match.start() if match else len(text)
        add(into, text[spans.pos : end], spans.pos)
        spans.pos = end
        if not match or (read_code if match[0] == "`" else read_tag)(spans, into, ("raw",)):
            continue
        add(into, text[end], end)
        spans.pos += 1
    return [(span.kind, span.mark or span.text) for span in into]
