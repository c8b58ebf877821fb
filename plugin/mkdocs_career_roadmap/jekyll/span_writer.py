"""Spans, written as Python-Markdown with attr_list, smarty and arithmatex reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape

from . import attributes, literal, quotes
from .attributes import Attributes
from .blocks import Block
from .html_blocks import without_markdown
from .literal import EDGE, MARKUP
from .shapes import LinkRule
from .span_reader import Span, label, line_of

_ADDRESS = re.compile(
    r"""(\s(?:href|src|poster|data)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))""",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^<>]*\Z")
_UNESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])")
_TAGS = re.compile(r"(<!--.*?-->|</?[A-Za-z][^>]*>)", re.DOTALL)
_UNREADABLE = re.compile(r"[`\\\[]")
"""What in a link's label is read before the label is."""
_ODD = re.compile(r"[\s()\"']")


@dataclass(slots=True)
class Inline:
    """A paragraph's text that is being written."""

    link: LinkRule
    lists: Mapping[str, Attributes]
    links: Mapping[str, Block]
    notes: Mapping[str, Block]
    numbers: list[int]
    """Of the source's lines."""
    starts: list[int]
    """Where in the text each line begins."""
    hard_wrap: bool = False
    ends: bool = False
    """The text's end may be read as an attribute list: a heading, a cell."""
    cell: bool = False
    breaks: list[int] = field(default_factory=list)
    """The source's line after each line break that was written."""
    lost: list[int] = field(default_factory=list)
    """The lines of what had attributes that cannot be written."""

    def number(self, at: int) -> int:
        return self.numbers[min(line_of(self.starts, at), len(self.numbers) - 1)]


def tag_with(tag: str, line: int, link: LinkRule, more: Mapping[str, str] | None = None) -> str:
    """Return a tag, on one line, with its addresses replaced and more attributes."""
    def replaced(found: re.Match[str]) -> str:
        old = unescape(next(value for value in found.groups()[1:] if value is not None))
        new = link(old, line, True)
        return found[0] if new == old else f'{found[1]}"{escape(new)}"'

    tag = _ADDRESS.sub(replaced, without_markdown(" ".join(tag.split("\n"))))
    if not more:
        return tag
    end = tag.rstrip("/> \n")
    return f"{end}{attributes.in_tag(more)}{' /' if tag.endswith('/>') else ''}>"


def _inline_tag(tag: str) -> str:
    """Return a tag without what would be read within it."""
    return tag.replace("\\", "&#92;").replace("`", "&#96;").replace("[", "&#91;")


def _before(spans: list[Span], index: int, outside: str) -> str:
    if not index:
        return outside
    span = spans[index - 1]
    if span.kind in {"quote", "symbol"}:
        return span.mark[-1:]
    return span.text[-1:] if span.kind == "text" else MARKUP


def _after(spans: list[Span], index: int, outside: str) -> str:
    if index + 1 >= len(spans):
        return outside
    span = spans[index + 1]
    if span.kind in {"quote", "symbol"}:
        return span.mark[:1]
    return span.text[:1] if span.kind == "text" else MARKUP


def write(
    inline: Inline,
    spans: list[Span],
    before: str = "",
    after: str = "",
    inside: str = "",
) -> str:
    """Return spans as text; `inside`: link, raw, both or nothing."""
    spans = [span for span in spans if span.kind != "gone"]
    parts = []
    for index, span in enumerate(spans):
        left, right = _before(spans, index, before), _after(spans, index, after)
        text = _WRITERS[span.kind](inline, span, left, right, inside)
        if span.attributes is not None:
            text += _attributes(inline, span)
        parts.append(text)
    return "".join(parts)


def _attributes(inline: Inline, span: Span) -> str:
    if span.kind in {"html", "a", "img"}:
        return ""  # they have written theirs
    values = attributes.resolved(span.attributes or Attributes(), inline.lists)
    if not values:
        return ""
    if span.kind in {"em", "strong", "code", "del"}:
        return f"{{: {attributes.written(values)} }}"
    inline.lost.append(inline.number(span.at))
    return ""


def _text(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    text = literal.written(
        span.text, left, right, inline.links, inline.notes, "link" in inside, "raw" in inside,
        inline.ends,
    )
    if inline.cell:
        text = text.replace("|", "\\|")
    line = line_of(inline.starts, span.at)
    for count in range(1, text.count("\n") + 1):
        inline.breaks.append(inline.numbers[min(line + count, len(inline.numbers) - 1)])
    return text.replace("\n", "  \n") if inline.hard_wrap and "html" not in inside else text


def _emphasis(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    mark = span.mark
    ends = [span.children[0], span.children[-1]] if span.children else []
    same = any(end.kind in {"em", "strong"} and end.mark[0] == mark[0] for end in ends)
    odd = (same and len(span.children) > 1) or left == mark[0] or right == mark[0] or not ends
    if mark[0] == "_":
        odd = odd or left == "_" or left.isalnum() or right == "_" or right.isalnum()
    if odd or left == MARKUP or right == MARKUP:
        odd = odd or mark[0] == "_" or span.title == "touches"
    if not odd:
        return f"{mark}{write(inline, span.children, EDGE, EDGE, inside)}{mark}"
    values = attributes.resolved(span.attributes, inline.lists) if span.attributes else {}
    span.attributes = None
    inner = write(inline, span.children, MARKUP, MARKUP, inside)
    return f"<{span.kind}{attributes.in_tag(values)}>{inner}</{span.kind}>"


def _strike(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    inner = write(inline, span.children, EDGE, EDGE, inside)
    return f"<del>{inner}</del>" if "~" in inner or "~" in {left, right} else f"~~{inner}~~"


def _code(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    text = " ".join(span.text.split("\n"))
    runs = {len(run) for run in re.findall(r"`+", text)}
    ticks = "`" * next(size for size in range(1, len(runs) + 2) if size not in runs)
    if text != text.strip() or not text or (left in {"", "\n"} and len(ticks) > 2):
        return _plain_code(text)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _plain_code(text: str) -> str:
    """Return code as HTML, for where its marks would begin a block."""
    return f"<code>{literal.written(text, MARKUP, MARKUP, (), (), inside_link=True)}</code>"


def _address(address: str) -> str:
    address = "".join(address.split("\n")).replace("\\", "\\\\").replace("<", "%3C").replace(">", "%3E").replace("`", "%60")
    odd = _ODD.search(address.replace("()", "")) or not address
    return f"<{address}>" if odd else address


def _title(title: str) -> str:
    if not title:
        return ""
    title = " ".join(title.split()).replace("\\", "\\\\")
    return f" '{title}'" if '"' in title and "'" not in title else f' "{title.replace(chr(34), "&quot;")}"'


def _link_attributes(inline: Inline, span: Span) -> str:
    values: dict[str, str] = {}
    if span.mark and span.mark in inline.links:
        values = attributes.resolved(inline.links[span.mark].attributes, inline.lists)
    if span.attributes is not None:
        values |= attributes.resolved(span.attributes, inline.lists)
    return f"{{: {attributes.written(values)} }}" if values else ""


def _link(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    if span.kind == "img":
        text = _UNESCAPED.sub(r"\1", " ".join(span.text.split("\n")))
        inner = re.sub(r"([\\`\[\]])", r"\\\1", text)
        start, same = "![", inner == span.text
    else:
        inner = write(inline, span.children, "", "", f"{inside} link")
        start, same = "[", inner == span.text
    address, title = span.address, span.title
    if span.mark and _UNREADABLE.search(span.mark):
        address, title = inline.links[span.mark].text, inline.links[span.mark].title
    elif span.mark:
        same = same and label(span.text) == span.mark
        name = "" if same and right not in {"[", "(", ":", MARKUP} and not right.isspace() else f"[{span.mark}]"
        return f"{start}{inner}]{name}{_link_attributes(inline, span)}"
    address = inline.link(address, inline.number(span.at), False)
    return f"{start}{inner}]({_address(address)}{_title(title)}){_link_attributes(inline, span)}"


def _auto(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    text = span.text
    if "@" in text or _LANGUAGE.match(text):
        return f"<{text}>"
    return f"[{literal.written(text, '', '', (), (), inside_link=True)}]({_address(text)})"


def _html(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    values = attributes.resolved(span.attributes, inline.lists) if span.attributes else {}
    tag = _inline_tag(tag_with(span.text, inline.number(span.at), inline.link, values))
    if span.title == "closed":
        return tag
    raw = " raw" if "raw" in inside or span.mark in {"code", "kbd", "samp", "var", "pre"} else ""
    inner = write(inline, span.children, MARKUP, MARKUP, f"{inside} html{raw}")
    return f"{tag}{inner}</{span.mark}>"


def _quote(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    straight = len(span.mark) == 1 and quotes.by_smarty(span.mark, left.strip(EDGE), right.strip(EDGE)) == span.text
    return span.mark if straight else span.text


def _symbol(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    straight = span.mark in {"--", "---", "..."} and span.mark[0] not in {left, right}
    return span.mark if straight else span.text


def _break(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    return "  " if span.text == "  " else "<br>"


def _math(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    return f"\\({' '.join(span.text.split())}\\)" if span.text else ""


def _literal_html(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    parts = _TAGS.split(" ".join(span.text.split("\n")))
    return "".join(
        _inline_tag(part) if count % 2 else literal.written(part, MARKUP, MARKUP, (), (), True, True)
        for count, part in enumerate(parts)
    )


def _raw(inline: Inline, span: Span, left: str, right: str, inside: str) -> str:
    return " ".join(span.text.split("\n"))


_WRITERS = {
    "text": _text, "em": _emphasis, "strong": _emphasis, "del": _strike, "code": _code, "a": _link,
    "img": _link, "auto": _auto, "br": _break, "math": _math, "html": _html, "comment": _raw, "raw": _literal_html,
    "entity": _raw, "symbol": _symbol, "quote": _quote,
    "note": lambda inline, span, left, right, inside: f"[^{span.text}]",
}
