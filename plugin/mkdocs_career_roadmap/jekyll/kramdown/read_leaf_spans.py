"""The spans that hold no others, read as kramdown reads them: code, notes, mathematics, symbols."""

from __future__ import annotations

import re

from mkdocs_career_roadmap.new_site.markdown import attributes
from mkdocs_career_roadmap.new_site.markdown.attributes import Attributes
from mkdocs_career_roadmap.new_site.markdown.spans import Span

from . import marks, quotes
from .spans import SpanText, add

_AUTOLINK = re.compile(r"<((mailto|https?|ftps?):[^>\n]+|[\w.-]+@[\w.-]+)>")


def read_code(spans: SpanText, into: list[Span], _around: tuple[str, ...]) -> bool:
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


def read_autolink(spans: SpanText, into: list[Span], _around: tuple[str, ...]) -> bool:
    text, start = spans.text, spans.pos
    if start < spans.never.get(">", 0):
        return False
    match = _AUTOLINK.match(text, start)
    if not match:
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        if text.find(">", start, line_end) < 0:
            spans.never[">"] = line_end  # up to there nothing closes an address
        return False
    into.append(Span("auto", spans.pos, match[1]))
    spans.pos = match.end()
    return True


def read_comment(spans: SpanText, into: list[Span]) -> bool:
    if spans.never.get("-->", len(spans.text)) <= spans.pos:
        return False
    match = marks.COMMENT.match(spans.text, spans.pos)
    if not match:
        spans.never["-->"] = spans.pos
        return False
    into.append(Span("comment", spans.pos, match[0]))
    spans.pos = match.end()
    return True


def read_note(spans: SpanText, into: list[Span], _around: tuple[str, ...]) -> bool:
    match = marks.FOOTNOTE_MARK.match(spans.text, spans.pos)
    if not match:
        return False
    if match[1] in spans.notes:
        into.append(Span("note", spans.pos, match[1]))
    else:
        add(into, match[0], spans.pos)
    spans.pos = match.end()
    return True


_MATH = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=~-])")
_SYMBOL = re.compile(r"---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>")
_SYMBOLS = {
    "---": "—", "--": "–", "...": "…", "<< ": "«&nbsp;", " >>": "&nbsp;»", "<<": "«", ">>": "»",
}


def read_math(spans: SpanText, into: list[Span], _around: tuple[str, ...]) -> bool:
    match = _MATH.match(spans.text, spans.pos)
    if not match:
        return False
    into.append(Span("math", spans.pos, match[1].strip()))
    spans.pos = match.end()
    return True


def read_extension(spans: SpanText, into: list[Span], _around: tuple[str, ...]) -> bool:
    text, start = spans.text, spans.pos
    if not text.startswith("{:", start) or text.rfind("}") < start:
        return False
    if text.startswith(("{::", "{:/"), start):
        match = marks.EXT.match(text, start)
        return match is not None and _named(spans, into, match)
    match = marks.IAL_SPAN.match(text, start)
    if not match or not spans.spend(len(match[0])) or not into or into[-1].kind == "text":
        return False
    into[-1].attributes = into[-1].attributes or Attributes()
    attributes.read(match[1], into[-1].attributes)
    spans.pos = match.end()
    return True


def _named(spans: SpanText, into: list[Span], match: re.Match[str]) -> bool:
    content, end = "", match.end()
    if not spans.spend(len(match[0])):
        return False
    if not match[3]:
        stop = re.compile(marks.EXT_STOP % re.escape(match[1])).search(spans.text, end)
        if not stop or not spans.spend(stop.end() - end):
            return False
        content, end = spans.text[end : stop.start()], stop.end()
    if match[1] not in {"comment", "nomarkdown", "options"}:
        return False
    shown = match[1] == "nomarkdown" and attributes.for_html(match[2] or "")
    into.append(Span("raw" if shown else "gone", spans.pos, content))
    spans.pos = end
    return True


def read_entity(spans: SpanText, into: list[Span], _around: tuple[str, ...]) -> bool:
    match = marks.ENTITY.match(spans.text, spans.pos)
    if not match:
        return False
    into.append(Span("entity", spans.pos, match[0]))
    spans.pos = match.end()
    return True


def read_symbol(spans: SpanText, into: list[Span], _around: tuple[str, ...]) -> bool:
    match = _SYMBOL.match(spans.text, spans.pos)
    if not match:
        return False
    if match[0] in _SYMBOLS:
        into.append(Span("symbol", spans.pos, _SYMBOLS[match[0]], mark=match[0]))
    else:
        add(into, match[0][1:], spans.pos)
    spans.pos = match.end()
    return True


def read_break(spans: SpanText, into: list[Span], around: tuple[str, ...]) -> bool:
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


def read_escape(spans: SpanText, into: list[Span], _around: tuple[str, ...]) -> bool:
    match = _ESCAPED.match(spans.text, spans.pos)
    if not match or (match[1] == "~" and not spans.gfm):
        return False
    add(into, match[1], spans.pos)
    spans.pos = match.end()
    return True


def read_quote(spans: SpanText, into: list[Span], _around: tuple[str, ...]) -> bool:
    if not quotes.START.match(spans.text, spans.pos):
        return False
    before, marks, curly, end = quotes.curled(spans.text, spans.pos)
    add(into, before, spans.pos)
    into.append(Span("quote", spans.pos + len(before), curly, mark=marks))
    spans.pos = end
    return True
