"""What markdown-it-py reads, a flat list, as the tree that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token


def elements(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Yield each token of the upper level with those within it."""
    at = 0
    while at < len(tokens):
        end, depth = at, int(tokens[at].nesting)
        while depth > 0:
            end += 1
            depth += tokens[end].nesting
        yield tokens[at], tokens[at + 1 : end]
        at = end + 1
