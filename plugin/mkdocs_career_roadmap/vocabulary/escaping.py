"""Texts for themes, which print titles as they are, and decode some of them twice."""

from __future__ import annotations

import html
import re

_MARKUP = re.compile(r'<|&(?:lt|#)|".*=', re.DOTALL | re.IGNORECASE)
"""What is an element or would be one once decoded, or an attribute of one; `"quotes"` are not."""
_OPENING = re.compile(r"&lt;(?=[a-z/!?])", re.IGNORECASE)


def is_markup(text: str) -> bool:
    """Return whether a theme that prints a text as it is could make more of it than a text."""
    return _MARKUP.search(text) is not None


def title_for_themes(title: str) -> str:
    """Return a plain text as HTML that is a text even if it is decoded once too often.

    Material takes what it shows of a title that is too long for its place, and makes HTML of
    that for a tooltip. `<` opens no element before a word joiner, which nobody sees.
    """
    return _OPENING.sub("&lt;\u2060", html.escape(title))
