"""Emphasis, mathematics, symbols, escapes and what else has a mark, read as kramdown reads it."""

from __future__ import annotations

import re
from dataclasses import replace

from . import attributes, patterns, quotes
from .attributes import Attributes
from .spans import Span, Spans, add, read

_INSIDE_WORD = re.compile(r"[^\W\d_]-?[^\W\d_]*\Z")
_MATH = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)
_STRIKE = re.compile(r"~~(?![\s~]).*?[^\s~]~~", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=~-])")
_SYMBOL = re.compile(r"---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>")
_SYMBOLS = {
    "---": "—", "--": "–", "...": "…", "<< ": "«&nbsp;", " >>": "&nbsp;»", "<<": "«", ">>": "»",
}


def read_emphasis(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
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


def _emphasised(spans: Spans, start: int, mark: str, kind: str, around: tuple[str, ...]) -> Span | None:
    def closes(spans: Spans, children: list[Span]) -> bool:
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
    if read(spans, span.children, (*around, kind), re.compile(re.escape(mark)), closes):
        spans.pos += len(mark)
        return span
    spans.never[memo] = spans.never.get(memo, 0) + 1
    return None


def read_strike(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    text, start = spans.text, spans.pos
    found = _STRIKE.match(text, start) if spans.gfm and spans.never.get("~~", 0) < 20 else None
    spans.never["~~"] = 0 if found else spans.never.get("~~", 0) + 1
    if not found or not spans.spend(len(found[0])):
        return False
    inside = replace(spans, text=text[: found.end() - 2], pos=start + 2, never={})
    span = Span("del", start)
    read(inside, span.children, around)
    into.append(span)
    spans.pos, spans.budget = found.end(), inside.budget
    return True


def read_math(spans: Spans, into: list[Span], _around: tuple[str, ...]) -> bool:
    found = _MATH.match(spans.text, spans.pos)
    if not found:
        return False
    into.append(Span("math", spans.pos, found[1].strip()))
    spans.pos = found.end()
    return True


def read_extension(spans: Spans, into: list[Span], _around: tuple[str, ...]) -> bool:
    text, start = spans.text, spans.pos
    if not text.startswith("{:", start) or text.rfind("}") < start:
        return False
    if text.startswith(("{::", "{:/"), start):
        found = patterns.EXT.match(text, start)
        return found is not None and _named(spans, into, found)
    found = patterns.IAL_SPAN.match(text, start)
    if not found or not spans.spend(len(found[0])) or not into or into[-1].kind == "text":
        return False
    into[-1].attributes = into[-1].attributes or Attributes()
    attributes.read(found[1], into[-1].attributes)
    spans.pos = found.end()
    return True


def _named(spans: Spans, into: list[Span], found: re.Match[str]) -> bool:
    content, end = "", found.end()
    if not spans.spend(len(found[0])):
        return False
    if not found[3]:
        stop = re.compile(patterns.EXT_STOP % re.escape(found[1])).search(spans.text, end)
        if not stop or not spans.spend(stop.end() - end):
            return False
        content, end = spans.text[end : stop.start()], stop.end()
    if found[1] not in {"comment", "nomarkdown", "options"}:
        return False
    shown = found[1] == "nomarkdown" and attributes.for_html(found[2] or "")
    into.append(Span("raw" if shown else "gone", spans.pos, content))
    spans.pos = end
    return True


def read_entity(spans: Spans, into: list[Span], _around: tuple[str, ...]) -> bool:
    found = patterns.ENTITY.match(spans.text, spans.pos)
    if not found:
        return False
    into.append(Span("entity", spans.pos, found[0]))
    spans.pos = found.end()
    return True


def read_symbol(spans: Spans, into: list[Span], _around: tuple[str, ...]) -> bool:
    found = _SYMBOL.match(spans.text, spans.pos)
    if not found:
        return False
    if found[0] in _SYMBOLS:
        into.append(Span("symbol", spans.pos, _SYMBOLS[found[0]], mark=found[0]))
    else:
        add(into, found[0][1:], spans.pos)
    spans.pos = found.end()
    return True


def read_break(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    for mark in ("  \n", "\\\\\n"):
        if not spans.hard_wrap and spans.text.startswith(mark, spans.pos):
            into.append(Span("br", spans.pos, mark[:-1]))
            spans.pos += len(mark) - 1
            return True
    if spans.gfm and not spans.hard_wrap and "raw" not in around and spans.text.startswith("\\\n", spans.pos):
        into.append(Span("br", spans.pos, "\\"))
        spans.pos += 1
        return True
    return False


def read_escape(spans: Spans, into: list[Span], _around: tuple[str, ...]) -> bool:
    found = _ESCAPED.match(spans.text, spans.pos)
    if not found or (found[1] == "~" and not spans.gfm):
        return False
    add(into, found[1], spans.pos)
    spans.pos = found.end()
    return True


def read_quote(spans: Spans, into: list[Span], _around: tuple[str, ...]) -> bool:
    if not quotes.START.match(spans.text, spans.pos):
        return False
    before, marks, curly, end = quotes.curled(spans.text, spans.pos)
    add(into, before, spans.pos)
    into.append(Span("quote", spans.pos + len(before), curly, mark=marks))
    spans.pos = end
    return True
