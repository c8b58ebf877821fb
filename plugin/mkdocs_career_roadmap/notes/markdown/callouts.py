"""Callouts, `> [!note]- Title`: their kinds, and the words of Material for them."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEAD = re.compile(r"\[!([^\]\n|]+)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*([^\n]*)(?:\n|\Z)")
_KINDS = {
    "note": "note",
    "abstract": "abstract",
    "summary": "abstract",
    "tldr": "abstract",
    "info": "info",
    "todo": "info",
    "tip": "tip",
    "hint": "tip",
    "important": "tip",
    "success": "success",
    "check": "success",
    "done": "success",
    "question": "question",
    "help": "question",
    "faq": "question",
    "warning": "warning",
    "caution": "warning",
    "attention": "warning",
    "failure": "failure",
    "fail": "failure",
    "missing": "failure",
    "danger": "danger",
    "error": "danger",
    "bug": "bug",
    "example": "example",
    "quote": "quote",
    "cite": "quote",
}
"""From each kind and synonym of Obsidian to the kind of Material that looks alike."""


class CalloutHead(NamedTuple):
    """The first line of a callout."""

    kind: str
    """Of Material; one that nobody knows is a note, as in Obsidian."""
    fold: str
    """`-`: it is closed, `+`: it is open and can be closed; empty: it cannot."""
    title: str
    """As written; without one, what the kind is called."""
    length: int
    """How many characters the head takes, with its line's end."""


def callout_head(text: str) -> CalloutHead | None:
    """Return the head of the callout that a quote's first paragraph begins; None: it begins none."""
    match = _HEAD.match(text)
    if match is None:
        return None
    name = match[1].strip()
    title = match[3].strip() or name.replace("-", " ").capitalize()
    return CalloutHead(_KINDS.get(name.lower(), "note"), match[2], title, match.end())
