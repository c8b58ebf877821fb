"""Markdown that stands in the parameters of includes and in front matter, as HTML on one line."""

from __future__ import annotations

import re
from importlib import import_module

_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)


def markdownified(text: str) -> str:
    """Return a text as HTML, as the filter `markdownify` does, on one line: no line of it can begin anything
    where it is put. An empty text is empty.
    """
    markdown = import_module("markdown")  # that of MkDocs
    made = str(markdown.markdown(text, extensions=["extra"]))
    return made if "<pre" in made else " ".join(made.split())


def inline(text: str) -> str:
    """Return the same of a text that is one paragraph, without its tags."""
    made = markdownified(text)
    match = _PARAGRAPH.fullmatch(made)
    return match[1] if match and "<p>" not in match[1] else made
