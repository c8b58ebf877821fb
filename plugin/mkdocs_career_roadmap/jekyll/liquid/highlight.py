"""The tag `highlight`, as the fenced block that it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..lines import Line
from .pieces import Code, Piece

_SYNTAX = re.compile(r'([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*)', re.ASCII)
_OPTION = re.compile(r'(\w+)(?:="([^"]*)"|=(\w+))?', re.ASCII)


def options_of(markup: str) -> tuple[str, str] | None:
    """Return a block's language, and what follows it in a fence; None: Jekyll reads no such tag."""
    match = _SYNTAX.fullmatch(markup.strip())
    if not match:
        return None
    options = ""
    names = {option[1]: option[2] or option[3] or "" for option in _OPTION.finditer(match[2])}
    if "linenos" in names:
        options += ' linenums="1"'
    marks = names.get("hl_lines") or names.get("mark_lines")
    if marks and all(mark.isdigit() for mark in marks.split()):
        options += f' hl_lines="{" ".join(marks.split())}"'
    return match[1].lower(), options


def code_of(language: str, options: str, pieces: Iterable[Piece], end: int) -> Code:
    """Return the code of a block that ends on a line, without empty lines around it; nothing has no lines."""
    lines: list[Line] = [Line(end, "")]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        number = piece.line
        lines[-1] = Line(lines[-1].number if lines[-1].text else number, lines[-1].text + first)
        for text in others:
            number += piece.from_source
            lines.append(Line(number, text))
    if not lines[-1].text.strip():  # what the closing tag is indented by
        lines.pop()
    start, stop = 0, len(lines)
    while start < stop and not lines[start].text:
        start += 1
    while stop > start and not lines[stop - 1].text:
        stop -= 1
    return Code(language, options, tuple(lines[start:stop]), end)
