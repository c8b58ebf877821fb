"""What a theme of MkDocs wants of a page's text that Jekyll's layouts did not: one title, and a mark
where the excerpt ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .lines import TextLine

MORE = "<!-- more -->"
"""Where the excerpt of a post ends, as Material's blog has it."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RAW = re.compile(r"<(pre|script|style|div|table|section|figure|details|aside|svg)\b|<!--", re.IGNORECASE)
_ATX = re.compile(r"(#{1,6})(?=[ \t]|$)")
_HTML_LINK = re.compile(r'<a href="(#[^"<>\s()]+)">([^<>\[\]]*)</a>')
"""A link of HTML within its page. In a list of posts Material leads only those of Markdown to the post."""
_H1 = re.compile(r"# +(.*?)(?: *\{[^}]*\})?(?: +#+)? *$")
_UNDERLINE = re.compile(r"(=+|-+) *$")
_PLAIN = re.compile(r"[^\s<>{}|#`~*+\-:=\d\[!$\\]|\*\*?\w|\[[^\]^]+\][(\[]|`[^`]|\\|\d+[^\d.)]")
"""What begins a line of a paragraph, and of nothing else."""


def with_one_title(lines: Sequence[TextLine], title: str | None) -> list[TextLine]:
    """Return the text of a page below its title: a heading of the first level is for that title alone,
    so all headings are one level lower if there are others of it.

    A theme shows the title itself unless the text has a heading of the first level: one which says the
    title, and is the only one, stays. Without a title nothing is changed.
    """
    levels = dict(_headings(lines))
    tops = [at for at, level in levels.items() if level == 1]
    if not title or not tops:
        return list(lines)
    if len(tops) == 1 and _says(lines, tops[0], title):
        return list(lines)
    result: list[TextLine] = []
    underlined = False
    for at, line in enumerate(lines):
        if underlined:
            underlined = False
            continue
        level = levels.get(at)
        if level is None:
            result.append(line)
        elif line.text.startswith("#"):
            result.append(TextLine(line.number, "#" * min(level + 1, 6) + line.text.lstrip("#")))
        else:
            result.append(TextLine(line.number, f"{'#' * (level + 1)} {line.text.strip()}"))
            underlined = True
    return result


def _says(lines: Sequence[TextLine], at: int, title: str) -> bool:
    match = _H1.match(lines[at].text)
    return _bare(match[1] if match else lines[at].text) == _bare(title)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _headings(lines: Sequence[TextLine]) -> Iterator[tuple[int, int]]:
    """Yield the place and the level of each heading that no block of code or HTML holds."""
    for at in _outside(lines):
        text = lines[at].text
        if match := _ATX.match(text):
            yield at, len(match[1])
        elif at + 1 < len(lines) and text.strip() and text[0] not in " \t>|-*+" and (
                at == 0 or not lines[at - 1].text.strip()) and (
                match := _UNDERLINE.match(lines[at + 1].text)) and (len(match[1]) > 1 or match[1] == "="):
            yield at, 1 if match[1][0] == "=" else 2


def _outside(lines: Sequence[TextLine]) -> Iterator[int]:
    """Yield the places of the lines that no fence and no HTML block holds."""
    # Not `prose.Fences`: ticks shown in indented code, which those take for a fence, would hide all behind.
    fence, raw = "", ""
    for at, line in enumerate(lines):
        text = line.text
        if fence:
            if re.match(rf" *{re.escape(fence)}{fence[0]}* *$", text):
                fence = ""
        elif raw:
            raw = "" if raw in text.lower() else raw
        elif match := _FENCE.match(text):
            fence = match[1]
        elif match := _RAW.match(text):
            end = f"</{match[1].lower()}>" if match[1] else "-->"
            raw = "" if end in text.lower() else end
        else:
            yield at


def with_excerpt(lines: Sequence[TextLine], own: str = "", mark: str = MORE) -> list[TextLine]:
    """Return a text with a mark where its excerpt ends: at its `own` mark, if it has one that is there, or
    behind its first paragraph, which is what Jekyll takes for the excerpt. Without a plain paragraph near its
    beginning it stays as it is.
    """
    if any(line.text.strip() == mark for line in lines):
        return list(lines)
    if own and (there := next((at for at, line in enumerate(lines) if own in line.text), None)) is not None:
        number, text = lines[there]
        return [*lines[:there], TextLine(number, text.replace(own, mark, 1)), *lines[there + 1:]]
    outside = set(_outside(lines))
    start = next((at for at in sorted(outside) if _PLAIN.match(lines[at].text)
                  and (at == 0 or not lines[at - 1].text.strip() or _ATX.match(lines[at - 1].text))), None)
    if start is None:
        return list(lines)
    end = start
    while end < len(lines) and lines[end].text.strip():
        end += 1
    if end >= len(lines) or not any(line.text.strip() for line in lines[end:]) or (
            not all(at in outside for at in range(start, end))):
        return list(lines)
    number = lines[end - 1].number
    begin = [TextLine(line.number, _HTML_LINK.sub(r"[\2](\1)", line.text)) for line in lines[start:end]]
    return [*lines[:start], *begin, TextLine(number, ""), TextLine(number, mark), *lines[end:]]


def with_first_part(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return a text whose excerpt ends before its second heading, unless it has a mark already; one with
    fewer headings stays as it is.
    """
    begins = next((at for at, line in enumerate(lines) if line.text.strip()), 0)
    later = [at for at in sorted(set(_outside(lines))) if at > begins and _ATX.match(lines[at].text)]
    if not later or any(line.text.strip() == MORE for line in lines):
        return list(lines)
    number, at = lines[later[0]].number, later[0]
    return [*lines[:at], TextLine(number, ""), TextLine(number, MORE), TextLine(number, ""), *lines[at:]]
