"""Blocks of code that Liquid's tags highlight: what they say, and the HTML that a template has of them.

A block in a loop, an include or a capture is part of a text that filters may change, as in Jekyll
(jekyll/tags/highlight.rb), so it is HTML there; what is printed of it whole is a block of code again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from mkdocs_career_roadmap.new_site.lines import TextLine

from .writing import HighlightedCode, OutputPiece

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


def code_of(language: str, options: str, pieces: Iterable[OutputPiece], end: int) -> HighlightedCode:
    """Return the code of a block that ends on a line, without empty lines around it; nothing has no lines."""
    lines: list[TextLine] = [TextLine(end, "")]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        number = piece.line
        lines[-1] = TextLine(lines[-1].number if lines[-1].text else number, lines[-1].text + first)
        for text in others:
            number += piece.from_source
            lines.append(TextLine(number, text))
    if not lines[-1].text.strip():  # what the closing tag is indented by
        lines.pop()
    start, stop = 0, len(lines)
    while start < stop and not lines[start].text:
        start += 1
    while stop > start and not lines[stop - 1].text:
        stop -= 1
    return HighlightedCode(language, options, tuple(lines[start:stop]), end)


def figure_of(code: HighlightedCode) -> str:
    """Return a block as the HTML that Jekyll makes of it, without colours."""
    text = escape("\n".join(line.text for line in code.lines), quote=False)
    options = code.options.replace(" linenums=", " data-linenums=").replace(" hl_lines=", " data-hl-lines=")
    return (f'<figure class="highlight"><pre><code class="language-{code.language}" '
            f'data-lang="{code.language}"{options}>{text}</code></pre></figure>')


_FIGURE = re.compile(
    r'<figure class="highlight"><pre><code class="language-([\w.#+-]+)" data-lang="\1"'
    r'(?: data-linenums="(1)")?(?: data-hl-lines="([\d ]+)")?>([^<]*)</code></pre></figure>', re.ASCII)


def pieces_of(text: str, line: int) -> Iterator[OutputPiece]:
    """Yield the pieces of a text that a template printed on a line of the source: the blocks of code in it,
    and what stands between them; none for an empty text.
    """
    done = 0
    for figure in _FIGURE.finditer(text):
        if figure.start() > done:
            yield OutputPiece(text[done : figure.start()], line, from_source=False)
        options = ' linenums="1"' * bool(figure[2]) + (f' hl_lines="{figure[3]}"' if figure[3] else "")
        lines = tuple(TextLine(line, one) for one in unescape(figure[4]).split("\n")) if figure[4] else ()
        yield OutputPiece("", line, code=HighlightedCode(figure[1], options, lines, line))
        done = figure.end()
    if done < len(text):
        yield OutputPiece(text[done:], line, from_source=False)
