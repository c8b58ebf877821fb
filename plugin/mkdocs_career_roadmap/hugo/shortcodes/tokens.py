"""Shortcodes in the text of a page: what each is called with, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_TAG = re.compile(
    r"\{\{(?P<mark>[<%])(?P<comment>/\*)?(?P<body>(?:\"(?:\\.|[^\"\\])*\"|`[^`]*`|(?!%\}\}|>\}\}).)*?)(?(comment)\*/)"
    r"(?P<end>>|%)\}\}",
    re.DOTALL,
)
_WORD = re.compile(
    r"""\s*(?:(?P<key>[\w-]+)=)?(?:"(?P<quoted>(?:\\.|[^"\\])*)"|`(?P<raw>[^`]*)`|(?P<bare>[^\s"`=][^\s=]*))""",
    re.DOTALL,
)
_NAME = re.compile(r"\s*(?P<close>/)?\s*(?P<name>[\w./-]*[\w-])\s*")


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

    def get(self, key: str, position: int | None = None) -> str:
        """Return a parameter by its name, or its place from 0; empty: it has none."""
        if key in self.named:
            return self.named[key]
        return self.positional[position] if position is not None and position < len(self.positional) else ""

    def source(self) -> str:
        """Return what it holds, as written."""
        return "".join(one if isinstance(one, str) else one.whole() for one in self.inner)

    def whole(self) -> str:
        return self.text + self.source() + self.end


def shortcodes_of(text: str) -> list[Shortcode | str]:
    """Return a text in pieces: its shortcodes, and what is between them; empty: none."""
    flat = list(_flat(text))
    ends: dict[str, int] = {}
    for one in flat:
        if isinstance(one, _Tag) and one.closes:
            ends[one.name] = ends.get(one.name, 0) + 1
    return _nested(iter(flat), ends, "")


@dataclass(slots=True)
class _Tag:
    name: str
    text: str
    at: int
    closes: bool
    code: Shortcode


def _flat(text: str) -> Iterator[_Tag | str]:
    at = 0
    for match in _TAG.finditer(text):
        if (match["mark"] == "<" and match["end"] != ">") or (match["mark"] == "%" and match["end"] != "%"):
            continue
        if match["comment"] is not None:
            yield text[at : match.start()] + f"{{{{{match['mark']}{match['body']}{match['end']}}}}}"
            at = match.end()
            continue
        name = _NAME.match(match["body"])
        if name is None:
            continue
        yield text[at : match.start()]
        at = match.end()
        code = Shortcode(name["name"], match[0], match.start(), match["mark"] == "%")
        body = match["body"][name.end() :].strip()
        code.is_closed = body.endswith("/") and not name["close"]
        _parameters(body.removesuffix("/") if code.is_closed else body, code)
        yield _Tag(code.name, match[0], match.start(), name["close"] is not None, code)
    yield text[at:]


def _parameters(body: str, code: Shortcode) -> None:
    for match in _WORD.finditer(body):
        value = match["quoted"]
        if value is not None:
            value = re.sub(r"\\(.)", lambda one: {"n": "\n", "t": "\t"}.get(one[1], one[1]), value)
        else:
            value = match["raw"] if match["raw"] is not None else match["bare"]
        if match["key"]:
            code.named[match["key"]] = value
        else:
            code.positional.append(value)


def _nested(flat: Iterator[_Tag | str], ends: dict[str, int], until: str) -> list[Shortcode | str]:
    found: list[Shortcode | str] = []
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
        if not code.is_closed and ends.get(code.name, 0) > 0:
            inner = _nested(flat, ends, code.name)
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


def parameters(code: Shortcode) -> Mapping[str, str] | list[str]:
    """Return what a shortcode is called with, as `.Params` has it."""
    return code.named or code.positional
