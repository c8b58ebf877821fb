"""What stands within a paragraph, read as kramdown reads it."""

from __future__ import annotations

import re
from collections.abc import Collection

from .span_html import read_autolink, read_code, read_html
from .span_links import read_link, read_note
from .span_marks import (
    read_break,
    read_emphasis,
    read_entity,
    read_escape,
    read_extension,
    read_math,
    read_quote,
    read_strike,
    read_symbol,
)
from .spans import Reader, Span, Spans, add, read

_START_CODE = re.compile(r"[`<]")
_READERS: dict[str, tuple[Reader, ...]] = {
    "*": (read_emphasis,),
    "_": (read_emphasis,),
    "`": (read_code,),
    "<": (read_autolink, read_html, read_symbol),
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
    "html": (read_html,),
    "": (read_quote,),
}


def read_spans(
    text: str,
    links: Collection[str],
    notes: Collection[str],
    gfm: bool = True,
    hard_wrap: bool = False,
) -> list[Span]:
    """Return the spans of a paragraph's text; nothing: none."""
    spans = Spans(text, links, notes, _READERS, gfm, hard_wrap, budget=8 * len(text) + 20_000)
    into: list[Span] = []
    read(spans, into, ())
    return into


def code_and_html(text: str) -> list[tuple[str, str]]:
    """Return the pieces of a text, where nothing but code and HTML is marked up: their kinds and contents.

    Of HTML the content is its tag's name.
    """
    spans = Spans(text, (), (), _READERS, gfm=True, hard_wrap=False, budget=8 * len(text) + 20_000)
    into: list[Span] = []
    while spans.pos < len(text):
        found = _START_CODE.search(text, spans.pos)
        end = found.start() if found else len(text)
        add(into, text[spans.pos : end], spans.pos)
        spans.pos = end
        if not found or (read_code if found[0] == "`" else read_html)(spans, into, ("raw",)):
            continue
        add(into, text[end], end)
        spans.pos += 1
    return [(span.kind, span.mark or span.text) for span in into]
