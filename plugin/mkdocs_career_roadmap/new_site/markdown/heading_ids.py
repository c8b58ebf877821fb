"""The ids of headings: those that they had, and those that Python-Markdown gives."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Protocol

from .spans import Span


class Ids(Protocol):
    """The ids of one page so far, as the blog's own Markdown gives them."""

    taken: set[str]

    def next(self, spans: list[Span], source: str, in_html: bool = False) -> tuple[str, bool]:
        """Return the id of a heading that names none, and whether it must be written."""
        ...


def raw_text(spans: list[Span]) -> str:
    """Return a heading's words as kramdown makes an id of them; no words: an empty text."""
    parts = []
    for span in spans:
        if span.kind in {"text", "code", "math", "quote"}:
            parts.append(span.text)
        elif span.kind in {"entity", "symbol"}:
            parts.append(unescape(span.text))
        elif span.kind == "auto":
            parts.append(span.text.removeprefix("mailto:"))
        elif span.kind != "img":
            parts.append(raw_text(span.children))
    return "".join(parts)


def toc_id(text: str) -> str:
    """Return the id that Python-Markdown's toc gives to the first heading with this text."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
