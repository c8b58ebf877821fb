"""Where in a Markdown text a tag that is left must not become a code span: in code, HTML and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .writing import Form, OutputPiece

_FENCE = re.compile(r"[ \t]*(?:[>*+-][ \t]+|\d+[.)][ \t]+)*(`{3,}|~{3,})([^\n]*)")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_HOLDS_BLOCKS = re.compile(r"[ \t]*(?:[*+-]|\d+[.)]|\[\^[^\]\n]*\]:|:)[ \t]")
_BLOCK = re.compile(
    r"""[ \t>]*<(?:!--|(address|article|aside|audio|blockquote|body|center|dd|details|dialog|div|dl|dt
      |fieldset|figcaption|figure|footer|form|h[1-6]|header|html|iframe|legend|li|main|menu|nav|noscript|object|ol|p|pre
      |script|section|style|summary|svg|table|tbody|td|textarea|tfoot|th|thead|tr|ul|video)(?=[\s>/])([^<>]*))""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKED = re.compile(r"\bmarkdown\s*=")
"""The text in such an element is Markdown, too."""
_RAW = frozenset({"pre", "script", "style", "textarea"})
_INLINE = re.compile(
    r"""\\.                             # an escaped sign
      | (?P<ticks>`+)
      | (?P<html><!--|</?[a-zA-Z][^<>]*(?:>|\Z))
      | (?P<math>\$\$)
      | (?P<address>\]\([^)\n]*|^[ ]{0,3}\[[^\]\n]+\]:[^\n]*)
    """,
    re.VERBOSE | re.MULTILINE,
)


class TextRegion(NamedTuple):
    """A part of the text that is no running text."""

    start: int
    stop: int
    is_html: bool
    is_block: bool = False
    """Whether it is whole lines, and no part of a paragraph."""


def give_forms(pieces: Sequence[OutputPiece], is_markdown: bool) -> None:
    """Tell each piece that is left, and each block of code, how it is written where it stands."""
    special = [piece for piece in pieces if piece.left or piece.code]
    if not special:
        return
    if not is_markdown:
        for piece in special:
            piece.form = Form.PLAIN
        return
    # What is left may hold anything; for what surrounds it, it is a word.
    words = ("x" * (len(piece.text) or 1) if piece.left or piece.code else piece.text for piece in pieces)
    text = "".join(words)
    found = regions(text)
    region = next(found, None)
    at = 0
    for piece in pieces:
        while region and region.stop <= at:
            region = next(found, None)
        if region and region.start <= at and (region.is_html or not piece.code):
            piece.form = Form.PLAIN
        at += 1 if piece.code else len(piece.text)


def regions(text: str) -> Iterator[TextRegion]:
    """Yield what is code, HTML or an address, in order; the pieces of a paragraph need not be all of it."""
    at, paragraph, holder = 0, -1, ""
    unclosed: dict[str, int] = {}
    while at < len(text):
        end = _line_end(text, at)
        line = text[at:end]
        blank = not line.strip()
        block = None if blank else _block(text, at, end, holder if paragraph < 0 else None, unclosed)
        if (blank or block) and paragraph >= 0:
            yield from _inline(text, paragraph, at)
            paragraph = -1
        if block:
            yield block
            at = block.stop
            continue
        if not blank:
            paragraph = at if paragraph < 0 else paragraph
            holder = holder if _INDENTED.match(line) else line
        at = end + 1
    if paragraph >= 0:
        yield from _inline(text, paragraph, len(text))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _block(text: str, at: int, end: int, holder: str | None, unclosed: dict[str, int]) -> TextRegion | None:
    """Return the block of code or HTML that begins with a line.

    `holder` is the last line without indent, of which an indented one may be a part; None: in a paragraph.
    """
    fence = _FENCE.match(text, at, end)
    if fence and "`" not in fence[2] and (stop := _fence_end(text, end, fence[1], unclosed)):
        return TextRegion(at, stop, is_html=False, is_block=True)
    match = _BLOCK.match(text, at)
    if match and not _MARKED.search(match[2] or ""):
        return TextRegion(at, _html_end(text, match), is_html=True, is_block=True)
    if holder is not None and _INDENTED.match(text, at) and not _HOLDS_BLOCKS.match(holder):
        return TextRegion(at, min(end + 1, len(text)), is_html=False, is_block=True)
    return None


def _fence_end(text: str, at: int, fence: str, unclosed: dict[str, int]) -> int | None:
    """Return where a fence is closed; None: nowhere, so it is none. `unclosed` has the shortest of those."""
    sign, length = fence[0], len(fence)
    if length >= unclosed.get(sign, length + 1):
        return None
    match = re.compile(rf"\n[ \t>]*{sign}{{{length},}}[ \t]*(?=\n|\Z)").search(text, at)
    if not match:
        unclosed[sign] = length
    return match.end() if match else None


def _html_end(text: str, opening: re.Match[str]) -> int:
    name = (opening[1] or "").lower()
    if not name:
        end = text.find("-->", opening.end())
        return len(text) if end < 0 else end + 3
    depth = 0
    tags = re.compile(rf"<(/?){name}(?=[\s>/])[^<>]*>", re.IGNORECASE)
    for tag in tags.finditer(text, opening.start()):
        if tag[1] or not (depth and name in _RAW):
            depth += -1 if tag[1] else 1
        if depth <= 0:
            return tag.end()
    return len(text)


def _inline(text: str, start: int, stop: int) -> Iterator[TextRegion]:
    """Yield the code spans, tags, formulas and addresses of a paragraph."""
    closers = _closers(text, start, stop)
    at = start
    while match := _INLINE.search(text, at, stop):
        at = match.end()
        kind = match.lastgroup
        if kind == "ticks":
            at = closers.get(match.start(), at)
        elif kind == "html" and match[0] == "<!--":
            at = _behind(text, "-->", at, stop)
        elif kind == "math":
            at = _behind(text, "$$", at, stop)
        if kind and at > match.start():
            yield TextRegion(match.start(), at, is_html=kind == "html")


def _behind(text: str, sign: str, at: int, stop: int) -> int:
    end = text.find(sign, at, stop)
    return stop if end < 0 else end + len(sign)


def _closers(text: str, start: int, stop: int) -> dict[int, int]:
    """Return for each run of backticks where the code span that it opens ends; none: it opens nothing."""
    next_of: dict[int, int] = {}
    closers: dict[int, int] = {}
    for run in reversed(list(re.compile("`+").finditer(text, start, stop))):
        length = len(run[0])
        if length in next_of:
            closers[run.start()] = next_of[length]
        next_of[length] = run.end()
    return closers
