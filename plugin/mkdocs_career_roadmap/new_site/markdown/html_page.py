"""A page that is written in HTML: carried as it is, but for where its links lead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_career_roadmap.new_site.lines import Carried, LinkRule, TextLine

from .writing import tag_with, without_markdown

_PART = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|pre)\b[^<>]*>(?:.*?</\1\s*>|.*\Z)|<[A-Za-z][^<>]*>",
    re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"^([ \t]*)([`~])(?=\2\2)")


def convert_html(lines: Sequence[TextLine], link: LinkRule) -> Carried:
    """Return HTML so that MkDocs shows it as it is: one element, in which it finds no Markdown.

    No lines, or blank ones: none.
    """
    text = "\n".join(line.text for line in lines)
    if not text.strip():
        return Carried([], [])
    starts = [line.number for line in lines]
    done: list[str] = []
    at = 0
    row = 0
    for match in _PART.finditer(text):
        done.append(text[at: match.start()])
        row += done[-1].count("\n")
        done.append(_part(match, starts[min(row, len(starts) - 1)], link))
        row += match[0].count("\n")
        at = match.end()
    done.append(text[at:])
    written = "".join(done).split("\n")
    numbers = starts if len(written) == len(starts) else [starts[0]] * len(written)
    inner = [
        TextLine(number, _FENCE.sub(_harmless, line)) for number, line in zip(numbers, written, strict=True)
    ]
    return Carried([TextLine(starts[0], "<div>"), *inner, TextLine(starts[-1], "</div>")], [])


def _part(match: re.Match[str], line: int, link: LinkRule) -> str:
    """Return a tag with its links as they are now; comments, and what holds no markup, as they are."""
    part = match[0]
    if part.startswith("<!--"):
        return part
    if match[1] and match[1].lower() != "pre":
        end = part.index(">") + 1
        return tag_with(part[:end], line, link, {}) + part[end:]
    if match[1]:
        end = part.index(">") + 1
        return without_markdown(part[:end]) + part[end:]
    return without_markdown(tag_with(part, line, link, {}))


def _harmless(match: re.Match[str]) -> str:
    """Return what would begin a block of code, so that it does not."""
    return f"{match[1]}&#{ord(match[2])};"
