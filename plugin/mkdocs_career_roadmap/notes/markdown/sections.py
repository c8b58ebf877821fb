"""The part of a note that a link or an embed names: what is below a heading, or a block with an id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


class NoteParts:
    """All that may be named of one text: each heading, and each block with an id."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        """`lines` are a text without comments; no lines: it has no parts."""
        self._lines = lines
        tokens = parser().parse("\n".join(line.text for line in lines), {})
        self._headings = dict(_headings(tokens, len(lines)))
        self._blocks = dict(_blocks(tokens))

    def find(self, part: str) -> list[TextLine] | None:
        """Return the lines that `part` names, `Heading` or `^id`; None: the text has none such."""
        if part.startswith("^"):
            rows = self._blocks.get(part[1:].lower())
        else:
            rows = self._headings.get(folded(part.rpartition("#")[2]))
        if rows is None:
            return None
        chosen = self._lines[rows[0] : rows[1]]
        texts = dedent("\n".join(line.text for line in chosen)).split("\n")
        return [TextLine(line.number, text) for line, text in zip(chosen, texts, strict=True)]


def _headings(tokens: Sequence[Token], end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the rows of each heading with all that is below it, the first of some that are alike last."""
    below: dict[int, int] = {}
    """By rank, where the next heading of this or a higher one begins."""
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token.type != "heading_open" or token.level or not token.map:
            continue
        rank = int(token.tag[1])
        words = tokens[at + 1].content
        words = words[: words.rindex("^")] if block_id(words) else words
        yield folded(words), (token.map[0], below.get(rank, end))
        below |= dict.fromkeys(range(rank, 7), token.map[0])


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the rows of each block with an id, the first of an id last."""
    above: list[tuple[int, int]] = []
    found: list[tuple[str, tuple[int, int]]] = []
    whole, before = (0, 0), (0, 0)
    for token in tokens:
        if token.level == 0 and token.map and token.nesting >= 0:
            before, whole = whole, (token.map[0], token.map[1])
        if token.type == "list_item_open" and token.map:
            above.append((token.map[0], token.map[1]))
        elif token.type == "list_item_close" and above:
            above.pop()
        elif token.type == "inline" and token.map and (name := block_id(token.content)):
            own = above[-1] if above else (token.map[0], token.map[1])
            found.append((name.lower(), before if token.content.strip() == f"^{name}" else own))
    yield from reversed(found)
