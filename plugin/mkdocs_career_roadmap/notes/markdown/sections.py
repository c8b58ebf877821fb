"""The part of a note that a link or an embed names: what is below a heading, or a block with an id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import dedent
from typing import TYPE_CHECKING

from mkdocs_career_roadmap.new_site.lines import TextLine

from .parser import parser
from .read_spans import block_id

if TYPE_CHECKING:
    from markdown_it.token import Token


def folded(heading: str) -> str:
    """Return a heading as links to it are compared: its letters and digits alone."""
    return re.sub(r"[\W_]+", "", heading).casefold()


def section(lines: Sequence[TextLine], part: str) -> list[TextLine] | None:
    """Return the lines that `part` names, `Heading` or `^id`; None: the text has none such."""
    tokens = parser().parse("\n".join(line.text for line in lines), {})
    rows = _of_block(tokens, part[1:]) if part.startswith("^") else _of_heading(tokens, part)
    if rows is None:
        return None
    chosen = lines[rows[0] : rows[1]]
    texts = dedent("\n".join(line.text for line in chosen)).split("\n")
    return [TextLine(line.number, text) for line, text in zip(chosen, texts, strict=True)]


def _of_heading(tokens: Sequence[Token], part: str) -> tuple[int, int | None] | None:
    wanted = folded(part.rpartition("#")[2])
    start, level = None, 0
    for at, token in enumerate(tokens):
        if token.type != "heading_open" or token.level or not token.map:
            continue
        rank = int(token.tag[1])
        if start is not None and rank <= level:
            return start, token.map[0]
        if start is None and folded(tokens[at + 1].content) == wanted:
            start, level = token.map[0], rank
    return None if start is None else (start, None)


def _of_block(tokens: Sequence[Token], name: str) -> tuple[int, int] | None:
    above: list[tuple[int, int]] = []
    whole, before = (0, 0), (0, 0)
    for token in tokens:
        if token.level == 0 and token.map and token.nesting >= 0:
            before, whole = whole, (token.map[0], token.map[1])
        if token.type == "list_item_open" and token.map:
            above.append((token.map[0], token.map[1]))
        elif token.type == "list_item_close" and above:
            above.pop()
        elif token.type == "inline" and token.map and block_id(token.content).lower() == name.lower():
            if token.content.strip() == f"^{block_id(token.content)}":
                return before
            return above[-1] if above else (token.map[0], token.map[1])
    return None
