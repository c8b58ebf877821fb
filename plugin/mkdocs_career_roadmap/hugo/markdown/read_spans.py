"""The text of a paragraph, from tokens of CommonMark to spans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from mkdocs_career_roadmap.new_site.markdown.deepest import DEEPEST, bound_spans
from mkdocs_career_roadmap.new_site.markdown.spans import Span

from .dialect import GoldmarkDialect, Inserted
from .emoji import with_emoji
from .html_tree import html_parts, nested, part_span
from .typographer import set_in_type

if TYPE_CHECKING:
    from markdown_it.token import Token

_STRUCK = re.compile(r"(?<![~\\])~(?![~\s])([^~]*[^~\s])~(?!~)")
_BARE = re.compile(
    r"(?<![^\s*_~(])(?P<address>(?:https?|ftp)://[^\s<]+|www\.[^\s<]+)"
    r"|(?<![\w.+-])(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)(?![\w-])",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[?!.,:*_~'\"]|&[a-zA-Z0-9]+;)+$")
_HOST = re.compile(r"(?:[a-z]+://)?[\w-]+(?:\.[\w-]+)+(?=[/?#:]|$)", re.IGNORECASE)


@dataclass(slots=True)
class ReadSpans:
    """The spans of one text, on their way."""

    dialect: GoldmarkDialect
    inline: Callable[[str], Sequence[Token]]
    """Reads a text that is part of it."""
    starts: Sequence[int]
    """Where each of its lines begins."""
    opened: Counter[str] = field(default_factory=Counter)
    """The quotes of the page that wait for their ends."""
    row: int = 0
    has_html: bool = False
    """Some HTML was left out."""
    is_deep: bool = False
    """Some of it lay too deep in the rest."""
    _depth: int = 0

    @property
    def at(self) -> int:
        return self.starts[min(self.row, len(self.starts) - 1)]

    def read(self, tokens: Sequence[Token]) -> list[Span]:
        """Return the spans of an inline token's children; none: none."""
        spans = nested(list(self._flat(tokens)))
        self.is_deep = bound_spans(spans)
        if self.dialect.typographer:
            set_in_type(spans, self.opened)
        return _joined(spans)

    def _flat(self, tokens: Sequence[Token], in_link: bool = False) -> Iterator[Span]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.nesting == 1 and self._depth <= DEEPEST:
                end = _closing(tokens, at)
                self._depth += 1
                yield from self._holder(token, tokens[at + 1 : end], in_link)
                self._depth -= 1
                at = end + 1
                continue
            yield from self._leaf(token, in_link)  # of what is too deep, the leaves alone
            at += 1

    def _holder(self, token: Token, inner: Sequence[Token], in_link: bool) -> Iterator[Span]:
        begin = self.at
        if token.type == "link_open" and token.markup == "autolink":
            address = str(token.attrs.get("href", ""))
            yield Span("auto", begin, address)
            return
        children = nested(list(self._flat(inner, in_link or token.type == "link_open")))
        if token.type == "link_open":
            address = self._plain(str(token.attrs.get("href", "")))
            title = str(token.attrs.get("title", ""))
            yield Span("a", begin, "", children, address=_written(address), title=self._plain(title))
        else:
            kind = {"em_open": "em", "strong_open": "strong", "s_open": "del"}[token.type]
            yield Span(kind, begin, "", children, mark=token.markup)

    def _leaf(self, token: Token, in_link: bool) -> Iterator[Span]:
        kind = token.type
        if kind == "text":
            yield from self._text(token.content, in_link)
        elif kind in ("softbreak", "hardbreak"):
            yield from self._break(is_hard=kind == "hardbreak" or self.dialect.hard_wraps)
        elif kind == "image":
            yield self._image(token)
        elif kind == "html_inline":
            yield from self._html(token.content)
        else:
            yield from self._simple(token)

    def _simple(self, token: Token) -> Iterator[Span]:
        kind = token.type
        if kind == "text_special":
            yield Span("text", self.at, token.content, mark="escaped")
        elif kind == "code_inline":
            yield Span("code", self.at, self._plain(token.content))
        elif kind == "footnote_ref":
            yield Span("note", self.at, str(token.meta.get("label", "")))
        elif kind in ("formula", "formula_block"):
            yield Span("math", self.at, token.content)

    def _break(self, *, is_hard: bool) -> Iterator[Span]:
        if is_hard:
            yield Span("br", self.at, "  ")
        yield Span("text", self.at, "\n")
        self.row += 1

    def _image(self, token: Token) -> Span:
        words = "".join(_alt(token.children or []))
        shown = [Span("text", 0, with_emoji(words) if self.dialect.emoji else words)]
        if self.dialect.typographer:
            set_in_type(shown, self.opened)
        alt = "".join(one.text for one in shown)
        made = Span(
            "img",
            self.at,
            self._plain(alt),
            address=_written(self._plain(str(token.attrs.get("src", "")))),
            title=self._plain(str(token.attrs.get("title", ""))),
        )
        self.row += alt.count("\n")
        return made

    def _html(self, text: str) -> Iterator[Span]:
        if self.dialect.unsafe:
            yield from (part_span(part, self.at) for part in html_parts(self.dialect.as_html(text)))
        elif not text.startswith("<!--"):
            self.has_html = True

    def _text(self, text: str, in_link: bool) -> Iterator[Span]:
        """Yield the spans of plain text: bare addresses, what single tildes strike out, shortcodes."""
        if self.dialect.linkify and not in_link:
            at = 0
            for match in _BARE.finditer(text):
                written = _address_of(match)
                if not written or match.start() < at:
                    continue
                yield from self._struck(text[at : match.start()])
                at = match.start() + len(written)
                yield self._link_to(written, is_mail=match["mail"] is not None)
            text = text[at:]
        yield from self._struck(text)

    def _link_to(self, text: str, *, is_mail: bool) -> Span:
        if is_mail:
            return Span("auto", self.at, f"mailto:{text}")
        if text.lower().startswith("www."):
            address = f"{self.dialect.linkify_protocol}://{text}"
            return Span("a", self.at, "", [Span("text", self.at, text)], address=address)
        return Span("auto", self.at, text)

    def _struck(self, text: str) -> Iterator[Span]:
        at = 0
        for match in _STRUCK.finditer(text) if self.dialect.strikethrough else ():
            yield from self._words(text[at : match.start()])
            yield Span("del", self.at, "", list(self._words(match[1])))
            at = match.end()
        yield from self._words(text[at:])

    def _words(self, text: str, markdown: Sequence[str] | None = None) -> Iterator[Span]:
        """Yield text, and what its shortcodes come to; with `markdown`, the texts of marks in it, it is of
        HTML, which is set in no type.
        """
        for part in self.dialect.parted(text):
            if part.startswith("\x02"):
                yield from self._flat(self.inline((markdown or ())[int(part[1:-1])]))
            elif found := self.dialect.inserted.get(part):
                yield from self.of_inserted(found)
            else:
                text = with_emoji(part) if self.dialect.emoji else part
                yield Span("text", self.at, text, mark="escaped" if markdown is not None else "")

    def of_inserted(self, found: Inserted) -> list[Span]:
        """Return what a shortcode is within a paragraph."""
        if found.spans:
            return list(found.spans)
        if not found.html:
            return list(self._words(found.text, found.markdown))
        made: list[Span] = []
        for part in html_parts(found.html):
            if part.kind == "text":
                made += self._words(unescape(part.text), found.markdown)
            else:
                made.append(part_span(part, self.at))
        return nested(made)

    def _plain(self, text: str) -> str:
        return self.dialect.as_text(text)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return spans in which no text is followed by another, so that both are seen when one is written."""
    result: list[Span] = []
    for span in spans:
        span.children = _joined(span.children)
        last = result[-1] if result else None
        if last and span.kind == last.kind == "text":
            last.text += span.text
        else:
            result.append(span)
    return result


def _closing(tokens: Sequence[Token], at: int) -> int:
    depth = 0
    for place in range(at, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    return len(tokens)


def _alt(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        yield from _alt(token.children or [])


_SAFE = re.compile(r"%(?:[0-9A-F]{2})")


def _written(address: str) -> str:
    """Return an address as a person would write it: letters of other alphabets are letters."""
    from urllib.parse import unquote  # noqa: PLC0415

    def plain(match: re.Match[str]) -> str:
        try:
            text = unquote(match[0], errors="strict")
        except UnicodeDecodeError:
            return match[0]
        return text if all(char.isalpha() and not char.isascii() for char in text) else match[0]

    return re.sub(r"(?:%[89A-F][0-9A-F])+", plain, address)


def _address_of(match: re.Match[str]) -> str:
    """Return the address that a bare one is, without the punctuation of its sentence; empty: it is none."""
    text = match[0]
    if match["mail"]:
        return text.rstrip(".-_")
    while True:
        shorter = _TRAILING.sub("", text)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == text:
            break
        text = shorter
    return text if _HOST.match(text) else ""
