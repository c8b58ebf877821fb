"""Markdown that stands in front matter, data and the parameters of includes, as HTML."""

from __future__ import annotations

import re
from importlib import import_module

_WITHIN = re.compile(r"(?<=\w)‘(?=\w)")
"""In a word it is an apostrophe, as kramdown has it: MkDocs opens a quotation before digits."""
_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)


_SIGNS = {
    "left-single-quote": "‘", "right-single-quote": "’", "left-double-quote": "“", "right-double-quote": "”",
    "left-angle-quote": "«", "right-angle-quote": "»", "ellipsis": "…", "ndash": "–", "mdash": "—"}
"""The signs that kramdown sets."""


def html_of(text: str) -> str:
    """Return a text as HTML, with a line end behind it: near what kramdown makes of it, by the Markdown of
    MkDocs.
    """
    markdown = import_module("markdown")
    made = str(markdown.markdown(text, extensions=["extra", "smarty"], extension_configs={
        "smarty": {"smart_angled_quotes": True, "substitutions": _SIGNS}}))
    return _WITHIN.sub("’", made) + "\n"


def markdownified(text: str) -> str:
    """Return a text as HTML, as the filter `markdownify` does, on one line: no line of it can begin anything
    where it is put. An empty text is empty.
    """
    made = html_of(text).rstrip("\n")
    return made if "<pre" in made else " ".join(made.split())


def inline(text: str) -> str:
    """Return the same of a text that is one paragraph, without its tags."""
    made = markdownified(text)
    match = _PARAGRAPH.fullmatch(made)
    return match[1] if match and "<p>" not in match[1] else made
