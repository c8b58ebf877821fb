"""Shortcodes in the text of a page: what each is called with, and what it holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_OPEN = re.compile(r"\{\{(?P<mark>[<%])(?P<comment>/\*)?")
_STOP = re.compile(r"[\"`]|[>%]\}\}")
_QUOTED = {'"': re.compile(r'"(?:\\.|[^"\\])*+"', re.DOTALL), "`": re.compile(r"`[^`]*+`")}
_END_OF_COMMENT = re.compile(r"\*/[>%]\}\}")
_WORD = re.compile(
    r"""\s*(?:(?P<key>[\w-]+)=)?(?:"(?P<quoted>(?:\\.|[^"\\])*)"|`(?P<raw>[^`]*)`|(?P<bare>[^\s"`=][^\s=]*))""",
    re.DOTALL,
)
DEEPEST = 40
"""How many shortcodes may hold one another; a deeper one holds nothing."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_NAME = re.compile(r"\s*(?P<close>/)?\s*(?P<name>[\w./-]*[\w-])\s*")


class Bare(str):
    """A parameter without quotes, which may be a number."""

    __slots__ = ()


@dataclass(slots=True)
class Shortcode:
    """One shortcode of a page."""

    name: str
    text: str
    """Its tag, as written."""
    at: int
    """Where that begins."""
    is_markdown: bool
    """Written with `%`: what it comes to is read as a part of the page."""
    positional: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    is_closed: bool = False
    """It has an end, and holds what is before that."""
    inner: list[Shortcode | str] = field(default_factory=list)
    end: str = ""
    """Its closing tag, as written."""
    ordinal: int = 0
    """How many others are before it in what it stands in."""

    def get(self, key: str, position: int | None = None) -> str:
        """Return a parameter by its name, or its place from 0; empty: it has none."""
        if key in self.named:
            return self.named[key]
        return self.positional[position] if position is not None and position < len(self.positional) else ""

    @property
    def rows(self) -> int:
        """How many lines end within it."""
        inner = sum(one.count("\n") if isinstance(one, str) else one.rows for one in self.inner)
        return self.text.count("\n") + inner + self.end.count("\n")


def shortcodes_of(text: str) -> list[Shortcode | str]:
    """Return a text in pieces: its shortcodes, and what is between them; empty: none."""
    flat = list(_flat(text))
    ends: dict[str, int] = {}
    for one in flat:
        if isinstance(one, _Tag) and one.closes:
            ends[one.name] = ends.get(one.name, 0) + 1
    return _nested(iter(flat), ends, "", 0)


@dataclass(slots=True)
class _Tag:
    name: str
    text: str
    at: int
    closes: bool
    code: Shortcode


def _flat(text: str) -> Iterator[_Tag | str]:
    at = 0
    for mark, is_comment, begin, end in _tags(text):
        body = text[begin + 3 + 2 * is_comment : end - 3 - 2 * is_comment]
        if text[end - 3] != (">" if mark == "<" else "%"):
            continue
        if is_comment:
            yield f"{text[at:begin]}{{{{{mark}{body}{text[end - 3]}}}}}"
            at = end
            continue
        name = _NAME.match(body)
        if name is None:
            continue
        yield text[at:begin]
        at = end
        written = text[begin:end]
        code = Shortcode(name["name"], written, begin, mark == "%")
        body = body[name.end() :].strip()
        code.is_closed = body.endswith("/") and not name["close"]
        _parameters(body.removesuffix("/") if code.is_closed else body, code)
        yield _Tag(code.name, written, begin, name["close"] is not None, code)
    yield text[at:]


def _tags(text: str) -> Iterator[tuple[str, bool, int, int]]:
    """Yield the tags of a text: `<` or `%`, whether it is a comment, where it begins and ends. What nothing
    ends is none.
    """
    ends = _Ends(text)
    at, in_comments = 0, True
    while match := _OPEN.search(text, at):
        at = match.end("mark")
        if match["comment"]:
            found = _END_OF_COMMENT.search(text, match.end()) if in_comments else None
            in_comments = found is not None
            end = found.end() if found else 0
        else:
            end = ends.after(at)
        if end:
            yield match["mark"], match["comment"] is not None, match.start(), end
            at = end


class _Ends:
    """Where the tags of a text end; what is looked for in vain is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._unended: set[int] = set()
        """The places from which on there is no end."""
        self._stops = list(_STOP.finditer(text))
        self._starts = [match.start() for match in self._stops]
        self._unclosed: dict[str, int] = {}
        """By the mark of a quote, the first that nothing closes: none behind it is closed, too."""

    def after(self, at: int) -> int:
        """Return where the tag ends that is open at a place, outside of its quotes; 0: nowhere."""
        passed = []
        while (place := bisect_left(self._starts, at)) < len(self._stops):
            match = self._stops[place]
            if match.start() in self._unended:
                break
            if match[0] not in _QUOTED:
                return match.end()
            passed.append(match.start())
            at = self._behind(match)
        self._unended.update(passed)
        return 0

    def _behind(self, quote: re.Match[str]) -> int:
        """Return where the text in quotes ends that a mark begins; without an end the mark is a letter."""
        if quote.start() < self._unclosed.get(quote[0], len(self._text)):
            if inside := _QUOTED[quote[0]].match(self._text, quote.start()):
                return inside.end()
            self._unclosed[quote[0]] = quote.start()
        return quote.end()


def _parameters(body: str, code: Shortcode) -> None:
    for match in _WORD.finditer(body):
        value = match["quoted"]
        if value is not None:
            value = re.sub(r"\\(.)", lambda one: {"n": "\n", "t": "\t"}.get(one[1], one[1]), value)
        else:
            value = match["raw"] if match["raw"] is not None else Bare(match["bare"])
        if match["key"]:
            code.named[match["key"]] = value
        else:
            code.positional.append(value)


def _nested(
    flat: Iterator[_Tag | str], ends: dict[str, int], until: str, depth: int
) -> list[Shortcode | str]:
    found: list[Shortcode | str] = []
    count = 0
    for one in flat:
        if isinstance(one, str):
            if one:
                found.append(one)
            continue
        if one.closes:
            ends[one.name] -= 1
            if one.name == until:
                found.append(Shortcode("/", one.text, one.at, False))
                return found
            found.append(one.code)  # it closes nothing
            continue
        code = one.code
        code.ordinal, count = count, count + 1
        if not code.is_closed and ends.get(code.name, 0) > 0 and depth < DEEPEST:
            inner = _nested(flat, ends, code.name, depth + 1)
            last = inner[-1] if inner else None
            if isinstance(last, Shortcode) and last.name == "/":
                code.end, code.is_closed = inner.pop().text, True  # type: ignore[union-attr]
                code.inner = inner
                found.append(code)
            else:
                found += [code, *inner]
            continue
        found.append(code)
    return found


def parameters(code: Shortcode) -> Mapping[str, object] | list[object]:
    """Return what a shortcode is called with, as `.Params` has it: what has no quotes may be a number, true
    or false.
    """
    if code.named:
        return {key: _typed(value) for key, value in code.named.items()}
    return [_typed(value) for value in code.positional]


def _typed(text: str) -> object:
    if not isinstance(text, Bare):
        return text
    if text in ("true", "false"):
        return text == "true"
    match = _NUMBER.fullmatch(text)
    if match is None:
        return str(text)
    return float(text) if match[1] else int(text)
