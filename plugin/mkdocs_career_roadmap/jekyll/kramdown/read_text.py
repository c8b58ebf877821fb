"""The text of a leaf, read as kramdown reads it."""

from __future__ import annotations

import re

from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.markdown.spans import Span
from mkdocs_career_roadmap.new_site.markdown.writing import Lines, PageWriting

from .blocks import Dialect
from .read_spans import read_spans

_EXTENSION = re.compile(r"\{::?/?[A-Za-z]\w*[^}\n]*\}?")


def read_text(page: PageWriting, lines: Lines, dialect: Dialect) -> list[Span]:
    """Return the spans of a leaf's lines."""
    text = "\n".join(line.text for line in lines)
    spans = read_spans(text, page.links, page.footnotes, dialect.gfm, dialect.hard_wrap)
    _say_left(page, spans, lines)
    return spans


def _say_left(page: PageWriting, spans: list[Span], lines: Lines) -> None:
    """Say which of kramdown's extensions stand in the text because it knows none of that name."""
    for span in spans:
        _say_left(page, span.children, lines)
        for match in _EXTENSION.finditer(span.text if span.kind == "text" else ""):
            number = next((number for number, text in lines if match[0] in text), lines[0].number)
            page.say(NoteKind.LEFT, number, f"kramdown knows no extension like {match[0]}")
