"""The text that stands between blocks in an element of HTML, as paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import unescape
from itertools import groupby

from mkdocs_career_roadmap.new_site.lines import TextLine

from .kinds import Html, MarkdownBlock, Paragraph, Raw
from .spans import Span
from .write_leaves import BLOCKS_OF_MARKDOWN

Leaf = Callable[[list[Span], int], list[TextLine]]
"""Returns the lines that stand for the spans of a leaf, on a line of the source."""


def with_text(blocks: list[MarkdownBlock], leaf: Leaf) -> None:
    """Make paragraphs of text that stands among blocks: where nothing holds it, and where an element holds
    blocks, too. What HTML holds alone is left to the writer.
    """
    waiting = [blocks]
    while waiting:
        level = waiting.pop()
        level[:] = list(_parted(level, leaf))
        waiting += [one.children for one in level if isinstance(one, Html) and one.model == "block"]


def _parted(level: Sequence[MarkdownBlock], leaf: Leaf) -> Iterator[MarkdownBlock]:
    for is_text, group in groupby(level, _is_text):
        run = list(group)
        if not is_text or not any(isinstance(one, Raw) for one in run):
            yield from run
            continue
        spans = [_span(one) for one in run]
        if any(span.kind == "html" or span.text.strip() for span in spans):
            yield Paragraph(run[0].line, leaf(_trimmed(spans), run[0].line))


def _is_text(block: MarkdownBlock) -> bool:
    is_inline = isinstance(block, Html) and block.model == "raw" and block.tag not in BLOCKS_OF_MARKDOWN
    return isinstance(block, Raw) or is_inline


def _trimmed(spans: list[Span]) -> list[Span]:
    if spans[0].kind == "text":
        spans[0].text = spans[0].text.lstrip()
    if spans[-1].kind == "text":
        spans[-1].text = spans[-1].text.rstrip()
    return [span for span in spans if span.kind != "text" or span.text]


def _span(block: MarkdownBlock) -> Span:
    if not isinstance(block, Html):
        return Span("text", 0, unescape("\n".join(line.text for line in block.lines)))
    children = [_span(child) for child in block.children]
    return Span("html", 0, block.opening, children, mark=block.tag, title="closed" if block.closed else "")
