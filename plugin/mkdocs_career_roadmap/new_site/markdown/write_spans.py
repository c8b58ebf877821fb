"""Spans, written as Python-Markdown with attr_list, smarty and arithmatex reads them."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import attributes, literal, quotes
from .attributes import Attributes
from .literal import EDGE, MARKUP
from .spans import Span, label, line_of
from .writing import Surroundings, TextWriting, tag_with

_LANGUAGE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^<>]*\Z")
_UNESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])")
_TAGS = re.compile(r"(<!--.*?-->|</?[A-Za-z][^>]*>)", re.DOTALL)
_FORMULA = re.compile(r"\\\(([^\n\\]*(?:\\[^()\n][^\n\\]*)*)\\\)")
_UNREADABLE = re.compile(r"[`\\\[]")
"""What in a link's label is read before the label is."""
_ODD = re.compile(r"[\s()\"']")


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
    inline: TextWriting,
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
        text = _WRITERS[span.kind](inline, span, Surroundings(left, right, inside))
        if span.attributes is not None:
            text += _attributes(inline, span)
        parts.append(text)
    return "".join(parts)


def _attributes(inline: TextWriting, span: Span) -> str:
    if span.kind in {"html", "a", "img", "auto"}:
        return ""  # they have written theirs
    values = attributes.resolved(span.attributes or Attributes(), inline.lists)
    if not values:
        return ""
    if span.kind in {"em", "strong", "code", "del"}:
        return f"{{: {attributes.written(values)} }}"
    inline.lost.append(inline.number(span.at))
    return ""


def _text(inline: TextWriting, span: Span, at: Surroundings) -> str:
    parts = _FORMULA.split(span.text) if not at.inside else [span.text]
    text = _with_formulas(inline, parts, at)
    if inline.cell:
        text = text.replace("|", "\\|")
    line = line_of(inline.starts, span.at)
    for count in range(1, text.count("\n") + 1):
        inline.breaks.append(inline.numbers[min(line + count, len(inline.numbers) - 1)])
    return text.replace("\n", "  \n") if inline.hard_wrap and "html" not in at.inside else text


def _with_formulas(inline: TextWriting, parts: list[str], at: Surroundings) -> str:
    """Return text in which every second part is a formula for MathJax, which kramdown took for text."""
    result = []
    for count, part in enumerate(parts):
        left = at.left if not count else MARKUP
        right = at.right if count == len(parts) - 1 else MARKUP
        formula = f"\\({part}\\)"
        result.append(formula if count % 2 else _plain(inline, part, Surroundings(left, right, at.inside)))
    return "".join(result)


def _plain(inline: TextWriting, part: str, at: Surroundings) -> str:
    return literal.written(
        part,
        at.left,
        at.right,
        inline.links,
        inline.notes,
        "link" in at.inside,
        "raw" in at.inside,
        inline.ends,
    )


def _emphasis(inline: TextWriting, span: Span, at: Surroundings) -> str:
    mark = span.mark
    ends = [span.children[0], span.children[-1]] if span.children else []
    same = any(end.kind in {"em", "strong"} and end.mark[0] == mark[0] for end in ends)
    odd = (same and len(span.children) > 1) or at.left == mark[0] or at.right == mark[0] or not ends
    if mark[0] == "_":
        odd = odd or at.left == "_" or at.left.isalnum() or at.right == "_" or at.right.isalnum()
    if odd or at.left == MARKUP or at.right == MARKUP:
        odd = odd or mark[0] == "_" or span.title == "touches"
    if not odd:
        return f"{mark}{write(inline, span.children, EDGE, EDGE, at.inside)}{mark}"
    values = attributes.resolved(span.attributes, inline.lists) if span.attributes else {}
    span.attributes = None
    inner = write(inline, span.children, MARKUP, MARKUP, at.inside)
    return f"<{span.kind}{attributes.in_tag(values)}>{inner}</{span.kind}>"


def _strike(inline: TextWriting, span: Span, at: Surroundings) -> str:
    inner = write(inline, span.children, EDGE, EDGE, at.inside)
    return f"<del>{inner}</del>" if "~" in inner or "~" in {at.left, at.right} else f"~~{inner}~~"


def _code(_inline: TextWriting, span: Span, at: Surroundings) -> str:
    text = " ".join(span.text.split("\n"))
    runs = {len(run) for run in re.findall(r"`+", text)}
    ticks = "`" * next(size for size in range(1, len(runs) + 2) if size not in runs)
    if text != text.strip() or not text or (at.left in {"", "\n"} and len(ticks) > 2):
        return _plain_code(text)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _plain_code(text: str) -> str:
    """Return code as HTML, for where its marks would begin a block."""
    return f"<code>{literal.written(text, MARKUP, MARKUP, (), (), inside_link=True)}</code>"


def _address(address: str) -> str:
    address = "".join(address.split("\n")).replace("\\", "\\\\")
    address = address.replace("<", "%3C").replace(">", "%3E").replace("`", "%60")
    odd = _ODD.search(address.replace("()", "")) or not address
    return f"<{address}>" if odd else address


def _title(title: str) -> str:
    if not title:
        return ""
    title = " ".join(title.split()).replace("\\", "\\\\")
    return f" '{title}'" if '"' in title and "'" not in title else f' "{title.replace(chr(34), "&quot;")}"'


def _link_attributes(inline: TextWriting, span: Span) -> str:
    values: dict[str, str] = {}
    if span.mark and span.mark in inline.links:
        values = attributes.resolved(inline.links[span.mark].attributes, inline.lists)
    if span.attributes is not None:
        values |= attributes.resolved(span.attributes, inline.lists)
    return f"{{: {attributes.written(values)} }}" if values else ""


def _link(inline: TextWriting, span: Span, at: Surroundings) -> str:
    if span.kind == "img":
        text = _UNESCAPED.sub(r"\1", " ".join(span.text.split("\n")))
        inner = re.sub(r"([\\`\[\]])", r"\\\1", text)
        start, same = "![", inner == span.text
    else:
        inner = write(inline, span.children, "", "", f"{at.inside} link")
        start, same = "[", inner == span.text
    address, title = span.address, span.title
    if span.mark and _UNREADABLE.search(span.mark):
        address, title = inline.links[span.mark].address, inline.links[span.mark].title
    elif span.mark:
        same = same and label(span.text) == span.mark
        alone = same and at.right not in {"[", "(", ":", MARKUP} and not at.right.isspace()
        name = "" if alone else f"[{span.mark}]"
        return f"{start}{inner}]{name}{_link_attributes(inline, span)}"
    address = inline.link(address, inline.number(span.at), False)
    return f"{start}{inner}]({_address(address)}{_title(title)}){_link_attributes(inline, span)}"


def _auto(inline: TextWriting, span: Span, _at: Surroundings) -> str:
    text = span.text
    values = _link_attributes(inline, span)
    if not values and ("@" in text or _LANGUAGE.match(text)):
        return f"<{text}>"
    shown = literal.written(text.removeprefix("mailto:"), "", "", (), (), inside_link=True)
    target = text if ":" in text else f"mailto:{text}"
    return f"[{shown}]({_address(target)}){values}"


def _html(inline: TextWriting, span: Span, at: Surroundings) -> str:
    values = attributes.resolved(span.attributes, inline.lists) if span.attributes else {}
    tag = _inline_tag(tag_with(span.text, inline.number(span.at), inline.link, values))
    if span.title == "closed":
        return tag
    raw = " raw" if "raw" in at.inside or span.mark in {"code", "kbd", "samp", "var", "pre"} else ""
    inner = write(inline, span.children, MARKUP, MARKUP, f"{at.inside} html{raw}")
    return f"{tag}{inner}</{span.mark}>"


def _quote(_inline: TextWriting, span: Span, at: Surroundings) -> str:
    around = at.left.strip(EDGE), at.right.strip(EDGE)
    straight = len(span.mark) == 1 and quotes.by_smarty(span.mark, *around) == span.text
    return span.mark if straight else span.text


def _symbol(_inline: TextWriting, span: Span, at: Surroundings) -> str:
    straight = span.mark in {"--", "---", "..."} and span.mark[0] not in {at.left, at.right}
    return span.mark if straight else span.text


def _break(_inline: TextWriting, span: Span, _at: Surroundings) -> str:
    return "  " if span.text == "  " else "<br>"


def _math(_inline: TextWriting, span: Span, _at: Surroundings) -> str:
    return f"\\({' '.join(span.text.split())}\\)" if span.text else ""


def _literal_html(_inline: TextWriting, span: Span, _at: Surroundings) -> str:
    parts = _TAGS.split(" ".join(span.text.split("\n")))
    return "".join(
        _inline_tag(part) if count % 2 else literal.written(part, MARKUP, MARKUP, (), (), True, True)
        for count, part in enumerate(parts)
    )


def _raw(_inline: TextWriting, span: Span, _at: Surroundings) -> str:
    return " ".join(span.text.split("\n"))


_WRITERS: dict[str, Callable[[TextWriting, Span, Surroundings], str]] = {
    "text": _text,
    "em": _emphasis,
    "strong": _emphasis,
    "del": _strike,
    "code": _code,
    "a": _link,
    "img": _link,
    "auto": _auto,
    "br": _break,
    "math": _math,
    "html": _html,
    "comment": _raw,
    "raw": _literal_html,
    "entity": _raw,
    "symbol": _symbol,
    "quote": _quote,
    "note": lambda _inline, span, _at: f"[^{span.text}]",
}
