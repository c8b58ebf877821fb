"""Comments of Obsidian, `%%like this%%`: they hold what nobody should read, and are gone before all else."""

from __future__ import annotations

import re

from mkdocs_career_roadmap.new_site.lines import TextLine

from .parser import parser

_MARK = "%%"
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t>]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_MOST = 50


def without_comments(lines: list[TextLine]) -> tuple[list[TextLine], list[int]]:
    """Return a text without its comments, and the lines of those that nothing ends: they hide the rest.

    A mark in code is none. What is code is known only once the comments are gone, since one may hold the
    beginning of a fence, so this looks anew until nothing is left to take away.
    """
    open_at: list[int] = []
    for _ in range(_MOST):
        if not any(_MARK in line.text for line in lines):
            break
        taken, unclosed = _once(lines)
        open_at += unclosed
        if taken == lines:
            break
        lines = taken
    else:
        lines = [line for line in lines if _MARK not in line.text]
    return lines, open_at


def _once(lines: list[TextLine]) -> tuple[list[TextLine], list[int]]:  # noqa: C901 - one walk over the rows
    """Take away the comments that begin in what is no code now."""
    code: set[int] = set()
    for token in parser().parse("\n".join(line.text for line in lines)):
        if token.type == "fence" and token.map:
            code.update(range(*token.map))
    text = "\n".join("" if row in code else line.text for row, line in enumerate(lines))
    inside = [(match.start(), match.end()) for match in _CODE.finditer(text)]
    starts, at = [], 0
    for row, line in enumerate(lines):
        starts.append(at)
        at += (0 if row in code else len(line.text)) + 1
    marks = _marks(text, inside)
    made: list[TextLine] = []
    hidden, unclosed = False, []
    for row, line in enumerate(lines):
        if row in code and not hidden:
            made.append(line)
            continue
        here = [(start - starts[row], is_code) for start, is_code in marks.get(row, [])]
        if row in code:
            here = [(match.start(), True) for match in re.finditer(_MARK, line.text)]
        if not hidden and all(is_code for _, is_code in here):
            made.append(line)
            continue
        was_hidden, kept, begin = hidden, "", 0
        for place, is_code in here:
            if is_code and not hidden:
                continue
            if not hidden:
                kept += line.text[begin:place]
                unclosed = [line.number]
            hidden, begin = not hidden, place + len(_MARK)
        kept += "" if hidden else line.text[begin:]
        if was_hidden and kept.strip() and made and made[-1].text.strip() and made[-1].number < line.number:
            made[-1] = TextLine(made[-1].number, f"{made[-1].text.rstrip()} {kept.lstrip()}")
        elif kept.strip():
            made.append(TextLine(line.number, kept.rstrip() if was_hidden or hidden else kept))
        elif not made or made[-1].text.strip():
            made.append(TextLine(line.number, ""))
    return made, unclosed if hidden else []


def _marks(text: str, inside: list[tuple[int, int]]) -> dict[int, list[tuple[int, bool]]]:
    """Return the places of the marks, and whether code holds each, by the row that it is in."""
    found: dict[int, list[tuple[int, bool]]] = {}
    row, last, at = 0, 0, 0
    for match in re.finditer(_MARK, text):
        while at < len(inside) and inside[at][1] <= match.start():
            at += 1
        row += text.count("\n", last, match.start())
        last = match.start()
        is_code = at < len(inside) and inside[at][0] < match.start()
        found.setdefault(row, []).append((match.start(), is_code))
    return found
