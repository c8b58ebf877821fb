"""What shortcodes come to, as blocks: HTML, with Markdown in it perhaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape

from mkdocs_career_roadmap.new_site.markdown import kinds
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock
from mkdocs_career_roadmap.new_site.markdown.spans import Span
from mkdocs_career_roadmap.new_site.markdown.write_leaves import BLOCKS_OF_MARKDOWN

from .dialect import Inserted
from .html_tree import HtmlPart, html_blocks, html_parts, nested, part_span
from .page_text import ReadText
from .read_spans import ReadSpans

_TITLES = frozenset({"figcaption", "summary"})
"""Elements that stand within a line beside what they are the title of."""
_DEEPEST_BLOCKS = 12
"""How deep elements of a shortcode hold one another as blocks; what is deeper is written within a line."""


class InsertedBlocks:
    """Makes blocks of what shortcodes of a page come to."""

    def __init__(self, read: ReadText, parse: Callable[[str], list[MarkdownBlock]]) -> None:
        self._read, self._parse = read, parse

    def of(self, found: Inserted, line: int) -> list[MarkdownBlock]:
        """Return the blocks of a shortcode that comes to HTML, with Markdown in it perhaps."""
        inserted = self._read.dialect.inserted
        marks = self._read.dialect.words()
        texts = [*found.markdown]
        read: dict[str, list[MarkdownBlock]] = {}
        for mark in marks.findall(found.html):
            if mark in inserted:
                inner = inserted[mark]
                read[mark] = list(inner.blocks) or (
                    self.of(inner, line)
                    if inner.is_block
                    else [
                        self._paragraph_of(
                            ReadSpans(self._read.dialect, self._read.inline, [0]).of_inserted(inner), line
                        )
                    ]
                )
            else:
                read[mark] = self._parse(texts[int(mark[1:-1])])
        if any(
            len(blocks) > 1 or not isinstance(block, kinds.Paragraph)
            for blocks in read.values()
            for block in blocks
        ):
            return html_blocks([(part, line) for part in self._mixed(found, read, marks)])
        if not read:
            return html_blocks([(part, line) for part in html_parts(found.html)])
        return self._with_spans(found, read, line)

    def _mixed(
        self, found: Inserted, read: Mapping[str, list[MarkdownBlock]], marks: re.Pattern[str]
    ) -> Iterator[HtmlPart | MarkdownBlock]:
        for part in html_parts(found.html):
            if part.kind != "text":
                yield part
                continue
            for text in marks.split(part.text):
                if text in read:
                    yield from read[text]
                elif text:
                    yield HtmlPart("text", text)

    def _with_spans(
        self, found: Inserted, read: Mapping[str, list[MarkdownBlock]], line: int
    ) -> list[MarkdownBlock]:
        """Return the elements of HTML whose Markdown is that of a paragraph each."""
        spans: list[Span] = []
        for part in html_parts(found.html):
            if part.kind != "text":
                spans.append(part_span(part))
                continue
            for text in self._read.dialect.words().split(part.text):
                if text in read:
                    spans += [one for block in read[text] for one in self._read.spans[tuple(block.lines)]]
                elif text:
                    spans.append(Span("text", 0, unescape(" ".join(text.split("\n"))), mark="escaped"))
        return self._of_spans(nested(spans), line)

    def _of_spans(self, spans: Sequence[Span], line: int, depth: int = 0) -> list[MarkdownBlock]:
        """Return blocks for spans, of which some are elements that cannot stand within a paragraph."""
        blocks: list[MarkdownBlock] = []
        run: list[Span] = []
        for span in (*spans, None):
            if span is not None and not _is_block(span):
                run.append(span)
                continue
            if any(one.kind != "text" or one.text.strip() for one in run):
                blocks.append(self._paragraph_of(run, line))
            run = []
            if span is None:
                continue
            holds = depth < _DEEPEST_BLOCKS and any(map(_holds_block, span.children))
            inner = (
                self._of_spans(span.children, line, depth + 1)
                if holds
                else [self._paragraph_of(span.children, line)]
            )
            model = "block" if holds else "span"
            blocks.append(kinds.Html(line, children=inner, tag=span.mark, opening=span.text, model=model))
        return blocks

    def _paragraph_of(self, spans: list[Span], line: int) -> MarkdownBlock:
        return kinds.Paragraph(line, self._read.made_leaf(spans, line))


def _is_block(span: Span) -> bool:
    return span.kind == "html" and span.title != "closed" and span.mark in BLOCKS_OF_MARKDOWN


def _holds_block(span: Span, depth: int = 0) -> bool:
    """Tell whether an element is a block, or holds one; one that is very deep is not looked for."""
    if _is_block(span) and span.mark not in _TITLES:
        return True
    return depth < _DEEPEST_BLOCKS and any(_holds_block(one, depth + 1) for one in span.children)
