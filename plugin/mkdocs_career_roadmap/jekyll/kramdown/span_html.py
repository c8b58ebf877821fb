"""Code, addresses in brackets, HTML and comments within a paragraph, read as kramdown reads them."""

from __future__ import annotations

import re

from . import patterns
from .html_blocks import model_of
from .spans import Span, Spans, add, read

_AUTOLINK = re.compile(r"<((mailto|https?|ftps?):[^>\n]+|[\w.-]+@[\w.-]+)>")


def read_code(spans: Spans, into: list[Span], _around: tuple[str, ...]) -> bool:
    text, start = spans.text, spans.pos
    after = start
    while text.startswith("`", after):
        after += 1
    ticks = text[start:after]
    spans.pos = after
    before_space = start == 0 or text[start - 1].isspace()
    end = -1
    if not (len(ticks) == 1 and before_space and text[after : after + 1].isspace()):
        end = text.find(ticks, after) if len(ticks) < spans.never.get("`", 1 << 60) else -1
        if end < 0:
            spans.never["`"] = min(len(ticks), spans.never.get("`", 1 << 60))
    if end < 0:
        add(into, ticks, start)
        return True
    content = text[after:end]
    if len(ticks) > 1:
        content = content.removeprefix(" ").removesuffix(" ")
    into.append(Span("code", start, content))
    spans.pos = end + len(ticks)
    return True


def read_autolink(spans: Spans, into: list[Span], _around: tuple[str, ...]) -> bool:
    found = _AUTOLINK.match(spans.text, spans.pos)
    if not found:
        return False
    into.append(Span("auto", spans.pos, found[1]))
    spans.pos = found.end()
    return True


def _comment(spans: Spans, into: list[Span]) -> bool:
    if spans.text.rfind("-->") <= spans.pos:
        return False
    found = patterns.COMMENT.match(spans.text, spans.pos)
    if not found:
        return False
    into.append(Span("comment", spans.pos, found[0]))
    spans.pos = found.end()
    return True


def read_html(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    start, text = spans.pos, spans.text
    if text.startswith("<!--", start):
        return _comment(spans, into)
    found = patterns.TAG_CLOSE.match(text, start)
    if found:
        add(into, found[0], start)
        spans.pos = found.end()
        return True
    found = patterns.TAG.match(text, start)
    if not found or not spans.spend(len(found[0])):
        return False
    name = found["name"].lower() if found["name"].lower() in patterns.KNOWN_TAGS else found["name"]
    spans.pos = found.end()
    if name in patterns.BLOCK_TAGS:
        add(into, found[0], start)
        return True
    raw = name in patterns.HOLDS_RAW or (around and around[-1] == "raw")
    raw = model_of(name, found[0], "raw" if raw else "span") == "raw"
    span = Span("html", start, found[0], mark=name)
    into.append(span)
    if found["closed"] or name in patterns.EMPTY_TAGS:
        span.title = "closed"
        return True
    stop = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE if name in patterns.KNOWN_TAGS else 0)
    if read(spans, span.children, (*around, "raw" if raw else "html"), stop, only_html=raw):
        spans.pos = stop.match(text, spans.pos).end()  # type: ignore[union-attr]
    else:
        add(span.children, text[spans.pos :], spans.pos)
        spans.pos = len(text)
    return True
