"""Texts for those who take them for more than a text: themes, which print titles as they are and decode some
of them twice, and terminals, which obey some signs.
"""

from __future__ import annotations

import html
import json
import re
from json.encoder import encode_basestring
from typing import cast

_MARKUP = re.compile(r'<|&(?:lt|#)|".*=', re.DOTALL | re.IGNORECASE)
"""What is an element or would be one once decoded, or an attribute of one; `"quotes"` are not."""
_OPENING = re.compile(r"&lt;(?=[a-z/!?])", re.IGNORECASE)

OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\r(?!\n)")
"""Signs that a terminal obeys, and those that show a line in another order than it is written in."""


def is_markup(text: str) -> bool:
    """Return whether a theme that prints a text as it is could make more of it than a text."""
    return _MARKUP.search(text) is not None


def title_for_themes(title: str) -> str:
    """Return a plain text as HTML that is a text even if it is decoded once too often.

    Material takes what it shows of a title that is too long for its place, and makes HTML of
    that for a tooltip. `<` opens no element before a word joiner, which nobody sees.
    """
    return _OPENING.sub("&lt;\u2060", html.escape(title))


_LEAVES = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


_WORDS = {None: "null", True: "true", False: "false"}


def _leaf(value: object) -> str:
    """Return what is no list or mapping as JSON; what is most often there is told without asking for more."""
    kind = type(value)
    if kind is str:
        return encode_basestring(cast("str", value))
    if value is None or kind is bool:
        return _WORDS[cast("bool | None", value)]
    return repr(value) if kind is int else _LEAVES(value)


def _indented(value: object, step: str, margin: str) -> str:
    """Return what `json.dumps` makes of a value with an indent, but faster: what is no list or mapping is
    left to what is written in C, which knows no indent. `margin` is a line break and the indent so far.
    """
    inner = margin + step
    if isinstance(value, dict) and value:
        items = [f"{_leaf(key)}: {_indented(part, step, inner)}" for key, part in value.items()]
        return f"{{{inner}{f',{inner}'.join(items)}{margin}}}"
    if isinstance(value, list | tuple) and value:
        items = [_indented(part, step, inner) for part in value]
        return f"[{inner}{f',{inner}'.join(items)}{margin}]"
    return _leaf(value)


def json_for_html(value: object, *, indent: int | None = None) -> str:
    """Return plain data as JSON of which nothing opens or ends an element of HTML, and nothing is obeyed by a
    terminal. With `indent` each value of a list or mapping stands on a line of its own; all keys are texts.
    """
    text = _LEAVES(value) if indent is None else _indented(value, " " * indent, "\n")
    for sign in "<>&":  # they stand in strings alone
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return OBEYED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
