"""A bound for what holds others: nothing is so deep that a program which follows it cannot return."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from . import kinds
from .kinds import MarkdownBlock
from .spans import Span

DEEPEST = 40
"""How many blocks, or spans, may hold one another."""
TOO_DEEP = f"parts of it lie more than {DEEPEST} deep in one another, and not so deep here; all words stay"

T = TypeVar("T")


def bound_spans(spans: list[Span]) -> bool:
    """Put what lies too deep in the place of what holds it. Returns True if there was any."""
    return _bound(spans, lambda span: span.children, lambda span: span)


def bound_blocks(blocks: list[MarkdownBlock]) -> bool:
    """Put what lies too deep in the place of what holds it. Returns True if there was any."""
    return _bound(blocks, _within, _alone)


def _within(block: MarkdownBlock) -> list[MarkdownBlock]:
    return [] if isinstance(block, kinds.Table) else block.children


def _alone(block: MarkdownBlock) -> MarkdownBlock:
    """Return a block that stood in a list so that it can stand anywhere."""
    if isinstance(block, kinds.ListItem):
        return kinds.Nothing(block.line)
    return kinds.Paragraph(block.line, block.lines) if isinstance(block, kinds.Term) else block


def _bound(tree: list[T], within: Callable[[T], list[T]], alone: Callable[[T], T]) -> bool:
    was_deep = False
    waiting = [(tree, 1)]
    while waiting:
        level, depth = waiting.pop()
        if depth >= DEEPEST and any(map(within, level)):
            level[:] = [alone(one) for one in _leaves(level, within)]
            was_deep = True
            continue
        waiting += [(inner, depth + 1) for one in level if (inner := within(one))]
    return was_deep


def _leaves(level: list[T], within: Callable[[T], list[T]]) -> Iterator[T]:
    waiting = level[::-1]
    while waiting:
        one = waiting.pop()
        if inner := within(one):
            waiting += reversed(inner)
        else:
            yield one
