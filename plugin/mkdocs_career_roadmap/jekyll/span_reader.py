"""What stands within a paragraph, read as kramdown reads it.

Nothing is read twice as often as a budget allows: a text made to be slow is shown as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from . import attributes, patterns, quotes
from .attributes import Attributes
from .html_blocks import model_of

_MAX_DEPTH = 40
_START = re.compile(
    r"[*_`<\[&\\$]|!\[|\{:|--|\.\.\.|~~|>>| <<| >>|  \n|[^\\]?[\"']",
)
_START_CODE = re.compile(r"[`<]")
_START_HTML = re.compile(r"<")
_EMPHASIS = re.compile(r"\*\*?|__?")
_INSIDE_WORD = re.compile(r"[^\W\d_]-?[^\W\d_]*\Z")
_AUTOLINK = re.compile(r"<((mailto|https?|ftps?):[^>\n]+|[\w.-]+@[\w.-]+)>")
_LINK = re.compile(r"!?\[(?=[^^])")
_BRACKET = re.compile(r"(\])|!?\[")
_PAREN = re.compile(r"(\()|(\))|\s(?=['\"])")
_LINK_ID = re.compile(r"\s*?\[([^\]]+)?\]")
_LINK_TITLE = re.compile(r"\s*?([\"'])(.+?)\1\s*?\)", re.DOTALL)
_MATH = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)
_STRIKE = re.compile(r"~~(?![\s~]).*?[^\s~]~~", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=~-])")
_SYMBOL = re.compile(r"---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>")
_SYMBOLS = {
    "---": "—", "--": "–", "...": "…", "<< ": "«&nbsp;", " >>": "&nbsp;»", "<<": "«", ">>": "»",
}


@dataclass(slots=True)
class Span:
    """A piece of a paragraph."""

    kind: str
    """text em strong del code a img auto br math html comment raw entity symbol quote note"""
    at: int
    """Where it begins in the text."""
    text: str = ""
    """What is seen, or what a reader of the kind needs: code, mathematics, a tag, an entity."""
    children: list[Span] = field(default_factory=list)
    mark: str = ""
    """Em, strong: the character; symbol, quote: as written; html: the tag's name; link: its label."""
    address: str = ""
    title: str = ""
    attributes: Attributes | None = None


@dataclass(slots=True)
class Spans:
    """The text of a paragraph that is being read."""

    text: str
    links: Collection[str]
    """The labels of links that are defined, normalised."""
    notes: Collection[str]
    """The names of footnotes that are defined."""
    gfm: bool
    hard_wrap: bool
    pos: int = 0
    budget: int = 0
    depth: int = 0
    never: dict[str, int] = field(default_factory=dict)

    def spend(self, size: int) -> bool:
        """Take from the budget; false: it is used up."""
        self.budget -= size
        return self.budget > 0


def label(text: str) -> str:
    """Return a link's label as it is looked up."""
    return re.sub(r"\s+", " ", text).lower()


def _add(children: list[Span], text: str, at: int) -> None:
    if not text:
        return
    if children and children[-1].kind == "text":
        children[-1].text += text
    else:
        children.append(Span("text", at, text))


Stop = Callable[[Spans, list[Span]], bool]


def _read(
    spans: Spans,
    into: list[Span],
    around: tuple[str, ...],
    stop: re.Pattern[str] | None = None,
    stops: Stop | None = None,
    only_html: bool = False,
) -> bool:
    """Read up to where `stop` matches and `stops` agrees, or to the end; tell whether it was met."""
    start = _START_HTML if only_html else _START
    text = spans.text
    closing = stop.search(text, spans.pos) if stop else None
    found = start.search(text, spans.pos)
    while spans.pos < len(text):
        at = spans.pos
        if found and found.start() < at:
            found = start.search(text, at)
        if stop and closing and closing.start() < at:
            closing = stop.search(text, at)
        if closing and (not found or closing.start() <= found.start()):
            spans.pos = closing.start()
            _add(into, text[at : spans.pos], at)
            if stops is None or stops(spans, into):
                return True
        elif found:
            spans.pos = found.start()
            _add(into, text[at : spans.pos], at)
        else:
            break
        if not spans.spend(spans.pos - at + 1):
            _add(into, text[spans.pos :], spans.pos)
            spans.pos = len(text)
        elif not _read_one(spans, into, around, only_html):
            _add(into, text[spans.pos], spans.pos)
            spans.pos += 1
    if stop is None:
        _add(into, text[spans.pos :], spans.pos)
        spans.pos = len(text)
    return False


def _read_one(spans: Spans, into: list[Span], around: tuple[str, ...], only_html: bool) -> bool:
    """Read the span at the place, if one begins there."""
    if spans.depth > _MAX_DEPTH:
        return False
    char = spans.text[spans.pos]
    readers = (_html,) if only_html else _READERS.get(char, ())
    spans.depth += 1
    done = any(reader(spans, into, around) for reader in readers)
    spans.depth -= 1
    return done or (not only_html and _quote(spans, into, around))


def _emphasis(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    start = spans.pos
    found = _EMPHASIS.match(spans.text, start)
    if not found:
        return False
    mark = found[0]
    kind = "strong" if len(mark) == 2 else "em"
    spans.pos = found.end()
    inside_word = mark[0] == "_" and _INSIDE_WORD.search(spans.text[max(0, start - 60) : start])
    if inside_word or spans.text[spans.pos : spans.pos + 1].isspace() or kind in around:
        _add(into, mark, start)
        return True
    span = _emphasised(spans, start, mark, kind, around)
    if span is None and kind == "strong" and (not around or around[-1] != "em"):
        span = _emphasised(spans, start, mark[0], "em", around) if "em" not in around[:-1] else None
    if span is None:
        spans.pos = start + len(mark)
        _add(into, mark, start)
    else:
        into.append(span)
    return True


def _emphasised(spans: Spans, start: int, mark: str, kind: str, around: tuple[str, ...]) -> Span | None:
    def closes(spans: Spans, children: list[Span]) -> bool:
        text, at = spans.text, spans.pos
        if text[at - 1].isspace() or not children:
            return False
        if kind == "em" and text.startswith(mark * 2, at) and not text.startswith(mark * 3, at):
            return False
        return not (mark[0] == "_" and text[at + len(mark) : at + len(mark) + 1].isalnum())

    spans.pos = start + len(mark)
    span = Span(kind, start, mark=mark)
    memo = f"{mark} {' '.join(around)}"
    if not spans.spend(1) or spans.never.get(memo, 0) > 3:
        return None
    if _read(spans, span.children, (*around, kind), re.compile(re.escape(mark)), closes):
        spans.pos += len(mark)
        return span
    spans.never[memo] = spans.never.get(memo, 0) + 1
    return None


def _code(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    text, start = spans.text, spans.pos
    found = re.compile(r"`+").match(text, start)
    if not found:
        return False
    ticks, after = found[0], found.end()
    spans.pos = after
    before_space = start == 0 or text[start - 1].isspace()
    end = -1
    if not (len(ticks) == 1 and before_space and text[after : after + 1].isspace()):
        end = text.find(ticks, after) if len(ticks) < spans.never.get("`", 1 << 60) else -1
        if end < 0:
            spans.never["`"] = min(len(ticks), spans.never.get("`", 1 << 60))
    if end < 0:
        _add(into, ticks, start)
        return True
    content = text[after:end]
    if len(ticks) > 1:
        content = content.removeprefix(" ").removesuffix(" ")
    into.append(Span("code", start, content))
    spans.pos = end + len(ticks)
    return True


def _autolink(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    found = _AUTOLINK.match(spans.text, spans.pos)
    if not found:
        return False
    into.append(Span("auto", spans.pos, found[1]))
    spans.pos = found.end()
    return True


def _comment(spans: Spans, into: list[Span]) -> bool:
    if spans.text.rfind("-->") <= spans.pos:
        return False
    found = patterns.COMMENT.match(spans.text, spans.pos)
    if not found:
        return False
    into.append(Span("comment", spans.pos, found[0]))
    spans.pos = found.end()
    return True


def _html(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    start, text = spans.pos, spans.text
    if text.startswith("<!--", start):
        return _comment(spans, into)
    found = patterns.TAG_CLOSE.match(text, start)
    if found:
        _add(into, found[0], start)
        spans.pos = found.end()
        return True
    found = patterns.TAG.match(text, start)
    if not found or not spans.spend(len(found[0])):
        return False
    name = found["name"].lower() if found["name"].lower() in patterns.KNOWN_TAGS else found["name"]
    spans.pos = found.end()
    if name in patterns.BLOCK_TAGS:
        _add(into, found[0], start)
        return True
    raw = name in patterns.HOLDS_RAW or (around and around[-1] == "raw")
    raw = model_of(name, found[0], "raw" if raw else "span") == "raw"
    span = Span("html", start, found[0], mark=name)
    into.append(span)
    if found["closed"] or name in patterns.EMPTY_TAGS:
        span.title = "closed"
        return True
    stop = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE if name in patterns.KNOWN_TAGS else 0)
    if _read(spans, span.children, (*around, "raw" if raw else "html"), stop, only_html=raw):
        spans.pos = stop.match(text, spans.pos).end()  # type: ignore[union-attr]
    else:
        _add(span.children, text[spans.pos :], spans.pos)
        spans.pos = len(text)
    return True


def _note(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    found = patterns.FOOTNOTE_MARK.match(spans.text, spans.pos)
    if not found:
        return False
    if found[1] in spans.notes:
        into.append(Span("note", spans.pos, found[1]))
    else:
        _add(into, found[0], spans.pos)
    spans.pos = found.end()
    return True


def _link(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    start, text = spans.pos, spans.text
    found = _LINK.match(text, start)
    if not found:
        return False
    kind = "img" if found[0][0] == "!" else "a"
    spans.pos = after = found.end()
    span = Span(kind, start)
    inside_link = kind == "a" and ("a" in around or "img" in around)
    if not inside_link and _brackets(spans, span, (*around, kind)):
        end = spans.pos
        span.text = text[after:end]
        spans.pos += 1
        if _target(spans, span):
            into.append(span)
            return True
    spans.pos = after
    _add(into, found[0], start)
    return True


def _brackets(spans: Spans, span: Span, around: tuple[str, ...]) -> bool:
    count, images, seen = 1, 0, 0

    def closes(spans: Spans, children: list[Span]) -> bool:
        nonlocal count, images, seen
        count += -1 if spans.text[spans.pos] == "]" else 1
        images += sum(child.kind == "img" for child in children[seen:])
        seen = len(children)
        return count - images == 0

    if spans.never.get("]", len(spans.text)) <= spans.pos:
        return False
    if spans.text.find("]", spans.pos) < 0:
        spans.never["]"] = spans.pos
        return False
    return spans.spend(1) and _read(spans, span.children, around, _BRACKET, closes)


def _target(spans: Spans, span: Span) -> bool:
    """Read what a link leads to; the place is right after its text's bracket."""
    text = spans.text
    found = _LINK_ID.match(text, spans.pos)
    if not spans.spend(len(span.text) + len(found[0] if found else "")):
        return False
    if found or not text.startswith("(", spans.pos):
        span.mark = label((found[1] if found else None) or span.text)
        if found:
            spans.pos = found.end()
        return span.mark in spans.links
    found = re.compile(r"\(<([^\n]*?)>").match(text, spans.pos)
    if found:
        span.address, spans.pos = found[1], found.end()
        if text.startswith(")", spans.pos):
            spans.pos += 1
            return True
    elif _address(spans, span):
        return True
    found = _LINK_TITLE.match(text, spans.pos)
    if not spans.spend(len(found[0] if found else text) - (0 if found else spans.pos)) or not found:
        return False
    span.title, spans.pos = found[2], found.end()
    return True


def _address(spans: Spans, span: Span) -> bool:
    """Read an address in parentheses; true: with them; false: a title must follow."""
    start, at, depth = spans.pos, spans.pos, 0
    while found := _PAREN.search(spans.text, at):
        if not spans.spend(found.end() - at):
            return False
        at = found.end()
        if found[2]:
            depth -= 1
            if not depth:
                break
        elif found[1]:
            depth += 1
        else:
            break
    span.address = spans.text[start + 1 : at - 1].strip()
    spans.pos = at
    return depth == 0


def _math(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    found = _MATH.match(spans.text, spans.pos)
    if not found:
        return False
    into.append(Span("math", spans.pos, found[1].strip()))
    spans.pos = found.end()
    return True


def _extension(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    text, start = spans.text, spans.pos
    if not text.startswith("{:", start) or text.rfind("}") < start:
        return False
    if text.startswith(("{::", "{:/"), start):
        found = patterns.EXT.match(text, start)
        return bool(found) and _named(spans, into, found)
    found = patterns.IAL_SPAN.match(text, start)
    if not found or not spans.spend(len(found[0])) or not into or into[-1].kind == "text":
        return False
    into[-1].attributes = into[-1].attributes or Attributes()
    attributes.read(found[1], into[-1].attributes)
    spans.pos = found.end()
    return True


def _named(spans: Spans, into: list[Span], found: re.Match[str]) -> bool:
    content, end = "", found.end()
    if not spans.spend(len(found[0])):
        return False
    if not found[3]:
        stop = re.compile(patterns.EXT_STOP % re.escape(found[1])).search(spans.text, end)
        if not stop or not spans.spend(stop.end() - end):
            return False
        content, end = spans.text[end : stop.start()], stop.end()
    if found[1] not in {"comment", "nomarkdown", "options"}:
        return False
    into.append(Span("raw" if found[1] == "nomarkdown" else "gone", spans.pos, content))
    spans.pos = end
    return True


def _entity(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    found = patterns.ENTITY.match(spans.text, spans.pos)
    if not found:
        return False
    into.append(Span("entity", spans.pos, found[0]))
    spans.pos = found.end()
    return True


def _symbol(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    found = _SYMBOL.match(spans.text, spans.pos)
    if not found:
        return False
    if found[0] in _SYMBOLS:
        into.append(Span("symbol", spans.pos, _SYMBOLS[found[0]], mark=found[0]))
    else:
        _add(into, found[0][1:], spans.pos)
    spans.pos = found.end()
    return True


def _break(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    for mark in ("  \n", "\\\\\n"):
        if not spans.hard_wrap and spans.text.startswith(mark, spans.pos):
            into.append(Span("br", spans.pos, mark[:-1]))
            spans.pos += len(mark) - 1
            return True
    if spans.gfm and not spans.hard_wrap and "raw" not in around and spans.text.startswith("\\\n", spans.pos):
        into.append(Span("br", spans.pos, "\\"))
        spans.pos += 1
        return True
    return False


def _escape(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    found = _ESCAPED.match(spans.text, spans.pos)
    if not found or (found[1] == "~" and not spans.gfm):
        return False
    _add(into, found[1], spans.pos)
    spans.pos = found.end()
    return True


def _strike(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    text, start = spans.text, spans.pos
    found = _STRIKE.match(text, start) if spans.gfm and spans.never.get("~~", 0) < 20 else None
    spans.never["~~"] = 0 if found else spans.never.get("~~", 0) + 1
    if not found or not spans.spend(len(found[0])):
        return False
    inside = Spans(text[: found.end() - 2], spans.links, spans.notes, spans.gfm, spans.hard_wrap)
    inside.pos, inside.budget, inside.depth = start + 2, spans.budget, spans.depth
    span = Span("del", start)
    _read(inside, span.children, around)
    into.append(span)
    spans.pos, spans.budget = found.end(), inside.budget
    return True


def _quote(spans: Spans, into: list[Span], around: tuple[str, ...]) -> bool:
    if not quotes.START.match(spans.text, spans.pos):
        return False
    before, marks, curly, end = quotes.curled(spans.text, spans.pos)
    _add(into, before, spans.pos)
    into.append(Span("quote", spans.pos + len(before), curly, mark=marks))
    spans.pos = end
    return True


_Reader = Callable[[Spans, list[Span], tuple[str, ...]], bool]
_READERS: dict[str, tuple[_Reader, ...]] = {
    "*": (_emphasis,),
    "_": (_emphasis,),
    "`": (_code,),
    "<": (_autolink, _html, _symbol),
    "[": (_note, _link),
    "!": (_link,),
    "$": (_math,),
    "{": (_extension,),
    "&": (_entity,),
    "-": (_symbol,),
    ".": (_symbol,),
    ">": (_symbol,),
    " ": (_symbol, _break),
    "\\": (_symbol, _break, _escape),
    "~": (_strike,),
}


def read_spans(
    text: str,
    links: Collection[str],
    notes: Collection[str],
    gfm: bool = True,
    hard_wrap: bool = False,
) -> list[Span]:
    """Return the spans of a paragraph's text; nothing: none."""
    spans = Spans(text, links, notes, gfm, hard_wrap, budget=8 * len(text) + 20_000)
    into: list[Span] = []
    _read(spans, into, ())
    return into


def code_and_html(text: str) -> list[tuple[str, str]]:
    """Return the pieces of a text, where nothing but code and HTML is marked up: their kinds and contents.

    Of HTML the content is its tag's name.
    """
    spans = Spans(text, (), (), gfm=True, hard_wrap=False, budget=8 * len(text) + 20_000)
    into: list[Span] = []
    while spans.pos < len(text):
        found = _START_CODE.search(text, spans.pos)
        end = found.start() if found else len(text)
        _add(into, text[spans.pos : end], spans.pos)
        spans.pos = end
        if not found or (_code if found[0] == "`" else _html)(spans, into, ("raw",)):
            continue
        _add(into, text[end], end)
        spans.pos += 1
    return [(span.kind, span.mark or span.text) for span in into]


def line_of(starts: list[int], at: int) -> int:
    """Return which line, from 0, a place lies in; `starts`: where each begins."""
    return max(0, bisect_right(starts, at) - 1)
