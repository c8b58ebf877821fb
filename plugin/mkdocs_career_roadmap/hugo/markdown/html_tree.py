"""Pieces of HTML, as the blocks and spans that hold what is between their tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import NamedTuple, TypeVar

from mkdocs_career_roadmap.new_site.lines import TextLine
from mkdocs_career_roadmap.new_site.markdown.kinds import Html, MarkdownBlock, Raw
from mkdocs_career_roadmap.new_site.markdown.spans import Span

_PART = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<![A-Za-z].*?(?:>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|</\s*(?P<end>[A-Za-z][\w:-]*)\s*>"
    r"""|<(?P<name>[A-Za-z][\w:-]*)(?=[\s/>])(?:[^"'<>]++|"[^"]*+"|'[^']*+'){0,99}+>""",
    re.DOTALL,
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_VERBATIM = frozenset({"script", "style", "textarea"})


class HtmlPart(NamedTuple):
    """A tag, or what is between two."""

    kind: str
    """text, open, close, empty; comments are none."""
    text: str
    name: str = ""
    at: int = 0


def html_parts(text: str) -> Iterator[HtmlPart]:
    """Yield the parts of a piece of HTML. Comments and declarations are left out: nobody sees them."""
    at = 0
    while match := _PART.search(text, at):
        if match.start() > at:
            yield HtmlPart("text", text[at : match.start()], "", at)
        at = match.end()
        name = (match["name"] or match["end"] or "").lower()
        if match["end"]:
            yield HtmlPart("close", match[0], name, match.start())
        elif name:
            is_empty = name in _VOID or match[0].endswith("/>")
            yield HtmlPart("empty" if is_empty else "open", match[0], name, match.start())
            if name in _VERBATIM and not is_empty:
                end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, at)
                until = end.start() if end else len(text)
                if until > at:
                    yield HtmlPart("text", text[at:until], "", at)
                at = until
    if at < len(text):
        yield HtmlPart("text", text[at:], "", at)


def html_spans(text: str, at: int = 0) -> list[Span]:
    """Return a piece of HTML as spans; what opens nothing or closes nothing is left out."""
    return nested([part_span(part, at) for part in html_parts(text)])


def part_span(part: HtmlPart, at: int = 0) -> Span:
    """Return a part as a span; `nested` puts those of elements together."""
    if part.kind == "text":
        return Span("text", at, unescape(part.text))
    return Span(f"html-{part.kind}", at, part.text, mark=part.name)


def nested(spans: list[Span]) -> list[Span]:
    """Return spans in which the tags of an element hold what is between them.

    A tag that nothing closes ends where what it is in does; one that closes nothing is left out.
    """
    top: list[Span] = []
    stack: list[Span] = []
    waits: Counter[str] = Counter()
    for span in spans:
        into = stack[-1].children if stack else top
        if span.kind == "html-open":
            element = Span("html", span.at, span.text, mark=span.mark)
            into.append(element)
            stack.append(element)
            waits[span.mark] += 1
        elif span.kind == "html-empty":
            into.append(Span("html", span.at, span.text, mark=span.mark, title="closed"))
        elif span.kind == "html-close":
            del stack[_kept(stack, lambda one: one.mark, span.mark, waits) :]
        else:
            into.append(span)
    return top


def html_blocks(parts: list[tuple[HtmlPart | MarkdownBlock, int]]) -> list[MarkdownBlock]:
    """Return blocks in which elements hold the blocks between their tags; an element that holds any is
    read as Markdown, others are HTML alone. Each part comes with its line.
    """
    top: list[MarkdownBlock] = []
    stack: list[Html] = []
    waits: Counter[str] = Counter()
    for part, line in parts:
        into = stack[-1].children if stack else top
        if not isinstance(part, HtmlPart):
            _hold_blocks(stack)
            into.append(part)
        elif part.kind == "open":
            element = Html(line, tag=part.name, opening=part.text)
            into.append(element)
            stack.append(element)
            waits[part.name] += 1
        elif part.kind == "empty":
            into.append(Html(line, tag=part.name, opening=part.text, closed=True))
        elif part.kind == "close":
            del stack[_kept(stack, lambda one: one.tag, part.name, waits) :]
        elif part.text.strip() or (stack and stack[-1].tag in {"pre", "span", "a", "p", "code"}):
            into.append(Raw(line, [TextLine(line, text) for text in part.text.split("\n")]))
    return top


def _hold_blocks(stack: Sequence[Html]) -> None:
    """Let all of the elements that hold one another hold blocks."""
    for one in reversed(stack):
        if one.model == "block":
            break  # and so are those around it
        one.model = "block"


T = TypeVar("T")


def _kept(stack: Sequence[T], name_of: Callable[[T], str], name: str, waits: Counter[str]) -> int:
    """Return how many of the open elements stay open once the last with a name is closed: all, if there is
    none. `waits` counts the names of those that are open.
    """
    at = len(stack)
    while waits[name]:
        at -= 1
        closed = name_of(stack[at])
        waits[closed] -= 1
        if closed == name:
            break
    return at
