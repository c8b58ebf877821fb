"""The text of a paragraph of a note, from tokens of CommonMark to spans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape, unescape
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote

from mkdocs_career_roadmap.new_site.markdown.attributes import Attributes
from mkdocs_career_roadmap.new_site.markdown.deepest import bound_spans
from mkdocs_career_roadmap.new_site.markdown.heading_ids import raw_text
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock
from mkdocs_career_roadmap.new_site.markdown.spans import Span

if TYPE_CHECKING:
    from markdown_it.token import Token


class NoteSurroundings(Protocol):
    """What a text of a note asks of the site that it becomes a part of."""

    def wiki(self, inner: str, line: int) -> list[Span]:
        """Return what stands for `[[inner]]`."""

    def embed(self, inner: str, line: int) -> list[Span]:
        """Return what stands for `![[inner]]` within a paragraph."""

    def section(self, inner: str, line: int) -> list[MarkdownBlock]:
        """Return what stands for `![[inner]]` between paragraphs; empty: it stands within them."""

    def address(self, href: str, line: int, *, in_html: bool = False) -> str | None:
        """Return where a link leads now; None: it must not lead anywhere. The host leaves HTML as it is."""

    def hides(self, href: str, words: str) -> bool:
        """True for words that are the name of what is not published."""

    def words_of(self, inner: str) -> str | None:
        """Return the words of `[[inner]]`; None: it is not published, and has no other words."""

    def leave_out(self, line: int, what: str) -> None:
        """Say that something is left out."""

    def leave_flat(self, line: int) -> None:
        """Say that what lies too deep in something is no deeper than may be."""

    def wants(self, block_id: str) -> bool:
        """True for the id of a block that a link leads to."""


_BARE = re.compile(r"(?<![\w/])https?://[^\s<>\"']+")
_TRAILING = re.compile(r"[?!.,:;*_~'\")\]]+$")
_TAG = re.compile(r"(?:(?<=\s)|^)#([\w/-]+)")
_BLOCK_ID = re.compile(r"(?:^|\s|(?<=\]\]))\^([A-Za-z0-9-]+)\s*$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TEMPLATER = re.compile(r"<%.*?(?:%>|$)", re.DOTALL)
_DATAVIEW = re.compile(r"\$?=\s*\S")
_SIZE = re.compile(r"\s*(\d+)(?:x(\d+))?\s*$")
_TAG_NAME = re.compile(r"</?\s*([A-Za-z][\w-]*)")
_HREF = re.compile(
    r"""(\s(?:href|src|poster|data|srcset)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))""", re.IGNORECASE
)
_LIKE_WIKI = re.compile(r"!?\[\[(?P<inner>[^\[\]\n]+)(?:\]\])?|(?<![^\[\]\n|])(?P<end>[^\[\]\n|]++)\]\]")
"""A link, or half of one, as the bar in a table's cell leaves it."""
_MACHINE = re.compile(r"<?\b(?:file|obsidian):/[^\s<>()\[\]]+>?", re.IGNORECASE)
_LIKE_DEFINITION = re.compile(r"((?:\]|^):[ \t]*)(?:<([^<>\n]+)>|([^\s<>]+))")
"""The definition of a link, where it is none: within a paragraph, or in code."""
_LIKE_LINK = re.compile(r"(?:!?\[([^\[\]\n]*))?\]\(<?([^()<>\n]+)>?\)")
"""A link, or its second half."""
_VOID = frozenset({"area", "br", "embed", "hr", "img", "input", "source", "track", "wbr"})
HIDDEN = "…"
"""Stands for the name of a note that was not named."""
UNSEEN = frozenset({"script", "style"})
"""Elements of which nothing is seen in a note."""


def tags_in_text(text: str) -> list[str]:
    """Return the tags that stand in a text; one of digits alone is a number."""
    return [tag.strip("/") for tag in _TAG.findall(text) if not tag.replace("/", "").isdigit()]


def block_id(text: str) -> str:
    """Return the id at the end of a block's text; empty: it has none."""
    match = _BLOCK_ID.search(text)
    return match[1] if match else ""


class NoteSpans:
    """Reads the tokens of one leaf."""

    def __init__(self, around: NoteSurroundings, line: int) -> None:
        self._around, self._line = around, line
        self.tags: list[str] = []
        self.is_deep = False
        """Some of it lay too deep in the rest."""

    def of(self, tokens: Sequence[Token]) -> list[Span]:
        top: list[Span] = []
        stack: list[tuple[str, list[Span]]] = [("", top)]
        waits: Counter[str] = Counter()
        for token in tokens:
            into = stack[-1][1]
            kind = token.type
            if kind in ("em_open", "strong_open", "s_open", "mark_open", "link_open"):
                span = self._opened(token)
                into.append(span)
                _open(kind.replace("_open", "_close"), span, stack, waits)
            elif kind.endswith("_close"):
                _close(kind, stack, waits)
            elif kind == "html_inline":
                self._html(token.content, stack, waits)
            else:
                into += self._leaf(token, in_link=bool(waits["link_close"] or waits["</a"]))
        self.is_deep = bound_spans(top)
        return [one for span in top for one in self._flat(span)]

    def _opened(self, token: Token) -> Span:
        if token.type == "link_open":
            address = self._around.address(str(token.attrs.get("href", "")), self._line)
            if address is None:
                return Span("words", 0, str(token.attrs.get("href", "")))
            return Span("a", 0, address=address, title=str(token.attrs.get("title", "")))
        if token.type == "mark_open":
            return Span("html", 0, "<mark>", mark="mark")
        kind = {"em_open": "em", "strong_open": "strong", "s_open": "del"}[token.type]
        return Span(kind, 0, mark="*" if kind == "em" else "**")

    def _leaf(self, token: Token, *, in_link: bool) -> list[Span]:
        kind = token.type
        if kind in ("text", "text_special"):
            return list(self._text(token.content, in_link=in_link))
        if kind in ("softbreak", "hardbreak"):
            return [*([Span("br", 0, "  ")] if kind == "hardbreak" else []), Span("text", 0, "\n")]
        if kind == "code_inline":
            if _DATAVIEW.match(token.content):
                self._around.leave_out(self._line, "a query within the text, which only its plugin can run")
                return []
            return [Span("code", 0, without_names(self._around, token.content))]
        if kind in ("math_inline", "math_inline_double"):
            return [Span("math", 0, of_formula(self._around, token.content, self._line))]
        if kind == "footnote_ref":
            return [Span("note", 0, footnote_name(token))]
        return self._from_elsewhere(token)

    def _from_elsewhere(self, token: Token) -> list[Span]:
        kind = token.type
        if kind == "wiki":
            return self._around.wiki(token.content, self._line)
        if kind == "embed":
            return self._around.embed(token.content, self._line)
        if kind == "image":
            return self._picture(token)
        return []

    def _picture(self, token: Token) -> list[Span]:
        words, size = parted_size(token.content)
        source = str(token.attrs.get("src", ""))
        address = self._around.address(source, self._line)
        if address is None:
            words = HIDDEN if self._around.hides(source, words) else words
            return [Span("text", 0, words)] if words else []
        title = str(token.attrs.get("title", ""))
        return [Span("img", 0, words, address=address, title=title, attributes=size)]

    def _text(self, text: str, *, in_link: bool) -> Iterator[Span]:
        """Yield what stands in a text; an address in the words of a link leads where the link does."""
        if "%%" in text:  # what the first look took for code, and the reader did not
            self._around.leave_out(self._line, "what stands behind the mark of a comment")
            text = text[: text.index("%%")]
        text = without_names(self._around, without_commands(self._around, text, self._line))
        self.tags += tags_in_text(text)
        at = 0
        for match in () if in_link else _BARE.finditer(text):
            address = match[0]
            if end := _TRAILING.search(address):
                address = address[: end.start()]
                if ")" in end[0] and "(" in address:
                    address += ")"
            if match.start() > at:
                yield Span("text", 0, text[at : match.start()])
            yield Span("auto", 0, address)
            at = match.start() + len(address)
        if at < len(text):
            yield Span("text", 0, text[at:])

    def _html(self, text: str, stack: list[tuple[str, list[Span]]], waits: Counter[str]) -> None:
        match = _TAG_NAME.match(text)
        if match is None:
            return  # a comment or a declaration, which nobody sees
        name = match[1].lower()
        if text.startswith("</"):
            _close(f"</{name}", stack, waits)
            return
        tag = tag_of_page(self._around, text, self._line)
        if name in _VOID or text.endswith("/>"):
            stack[-1][1].append(Span("html", 0, tag, mark=name, title="closed"))
            return
        span = Span("gone" if name in UNSEEN else "html", 0, tag, mark=name)
        stack[-1][1].append(span)
        _open(f"</{name}", span, stack, waits)

    def _flat(self, span: Span) -> list[Span]:
        """Return a span without those in it that have lost what they were: a link that must lead nowhere."""
        span.children = [one for child in span.children for one in self._flat(child)]
        if span.kind in ("em", "strong", "del", "a") and not span.children:
            return []
        if span.kind == "words":
            return (
                [Span("text", 0, HIDDEN)]
                if self._around.hides(span.text, raw_text(span.children))
                else span.children
            )
        return [span]


def _open(end: str, span: Span, stack: list[tuple[str, list[Span]]], waits: Counter[str]) -> None:
    stack.append((end, span.children))
    waits[end] += 1


def _close(end: str, stack: list[tuple[str, list[Span]]], waits: Counter[str]) -> None:
    """End a span, and what is open in it; what ends none is left out."""
    while waits[end]:
        closed, _ = stack.pop()
        waits[closed] -= 1
        if closed == end:
            return


def tag_of_page(around: NoteSurroundings, tag: str, line: int) -> str:
    """Return a tag of HTML with the addresses of the site; one that must lead nowhere is left out."""

    def replaced(match: re.Match[str]) -> str:
        old = next(value for value in match.groups()[1:] if value is not None)
        new = around.address(unescape(old), line, in_html=True)
        return "" if new is None else f'{match[1]}"{escape(new)}"'

    return _HREF.sub(replaced, " ".join(tag.split("\n")))


def without_commands(around: NoteSurroundings, text: str, line: int) -> str:
    """Return text without the commands of Templater, which are told."""
    if "<%" not in text:
        return text
    around.leave_out(line, "a command of a template, which was not run")
    return _TEMPLATER.sub("", text)


def of_formula(around: NoteSurroundings, text: str, line: int) -> str:
    """Return a formula without what nobody should read. TeX knows no comments of HTML, so that a page would
    show them; whoever wrote one meant it to be none of the formula.
    """
    return without_names(around, without_commands(around, _COMMENT.sub("", text), line))


def without_names(around: NoteSurroundings, text: str) -> str:
    """Return text in which no link is read, as code, without what looks like one to what is not published."""

    def of_wiki(match: re.Match[str]) -> str:
        inner = match["inner"] or match["end"]
        is_open = around.words_of(inner.partition("|")[0]) is not None
        return match[0] if is_open else around.words_of(inner) or HIDDEN

    def of_markdown(match: re.Match[str]) -> str:
        if not around.hides(match[2], unquote(match[2])):
            return match[0]
        return HIDDEN if match[1] is None or around.hides(match[2], match[1]) else match[1]

    def of_definition(match: re.Match[str]) -> str:
        address = match[2] or match[3]
        return match[1] + HIDDEN if around.hides(address, unquote(address)) else match[0]

    def of_tag(match: re.Match[str]) -> str:
        address = next(value for value in match.groups()[1:] if value is not None)
        return "" if around.hides(address, unquote(address)) else match[0]

    text = _MACHINE.sub(HIDDEN, text) if ":" in text else text
    text = _HREF.sub(of_tag, text) if "=" in text else text
    text = _LIKE_DEFINITION.sub(of_definition, text) if ":" in text else text
    return _LIKE_LINK.sub(of_markdown, _LIKE_WIKI.sub(of_wiki, text)) if "[" in text or "]" in text else text


def parted_size(words: str) -> tuple[str, Attributes | None]:
    """Return the words of a picture, and the width and height that stand behind a bar, or alone."""
    before, bar, last = words.rpartition("|")
    match = _SIZE.fullmatch(last)
    if match is None:
        return words.replace("|", " ").strip(), None
    size = Attributes({"width": match[1], **({"height": match[2]} if match[2] else {})})
    return (before.replace("|", " ").strip() if bar else ""), size


def footnote_name(token: Token) -> str:
    """Return the name of a footnote; one that stands in the text has none of its own."""
    label = str(token.meta.get("label") or "")
    return re.sub(r"[^\w-]", "-", label) if label else f"inline-{int(token.meta.get('id', 0)) + 1}"
