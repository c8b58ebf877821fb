"""What stands in a Liquid output: a value and its filters, read as Liquid's strict parser reads it."""

from __future__ import annotations

import re
from typing import NamedTuple

_LEXEME = re.compile(
    r"""\s*(?:
      (?P<string>'[^']*'|"[^"]*")
    | (?P<number>-?\d+(?:\.\d+)?)
    | (?P<id>[a-zA-Z_][\w-]*\??)
    | (?P<sign>[|.:,\[\]])
    )""",
    re.VERBOSE | re.ASCII,
)
_LITERALS: dict[str, object] = {
    "nil": None,
    "null": None,
    "true": True,
    "false": False,
    "blank": "",
    "empty": "",
}


class NotKnownError(Exception):
    """A value that only Jekyll's own run of the site would know; its text says which."""


class Lookup(NamedTuple):
    """A variable: `page.author["name"]`."""

    root: str
    keys: tuple[Key, ...]
    written: str
    """As a reader knows it, on one line."""


class Key(NamedTuple):
    """What is looked up in a value."""

    value: Expression
    dotted: bool
    """A name behind a dot, which may also be one of the commands `size`, `first` and `last`."""


class Literal(NamedTuple):
    """A text, number or name that stands for itself."""

    value: object


Expression = Lookup | Literal


class Filter(NamedTuple):
    """One filter with its arguments."""

    name: str
    arguments: tuple[Expression, ...]


class Output(NamedTuple):
    """What an output prints."""

    value: Expression
    filters: tuple[Filter, ...]


class _ExpressionReader:
    """The lexemes of an expression, one after the other."""

    def __init__(self, markup: str) -> None:
        self._lexemes: list[tuple[str, str]] = []
        at, end = 0, len(markup.rstrip())
        while at < end:
            match = _LEXEME.match(markup, at)
            if not match or match.end() > end:
                raise NotKnownError(f"{shown(markup)} is not read")
            kind = match.lastgroup or ""
            self._lexemes.append((kind, match[kind]))
            at = match.end()
        self._markup = markup
        self._at = 0

    def ended(self) -> bool:
        return self._at == len(self._lexemes)

    def failed(self) -> NotKnownError:
        return NotKnownError(f"{shown(self._markup)} is not read")

    def take(self, kind: str, text: str | None = None) -> str | None:
        """Return the next lexeme if it is of a kind, or also a given one; None, and nothing is taken."""
        if self.ended():
            return None
        next_kind, lexeme = self._lexemes[self._at]
        if next_kind != kind or (text is not None and lexeme != text):
            return None
        self._at += 1
        return lexeme

    def need(self, kind: str, text: str | None = None) -> str:
        lexeme = self.take(kind, text)
        if lexeme is None:
            raise self.failed()
        return lexeme


def output_of(markup: str) -> Output:
    """Read what an output or an assignment holds; nothing at all is nil.

    NotKnownError: ranges, comparisons, named arguments, and what only Liquid's lax parser reads.
    """
    reader = _ExpressionReader(markup)
    if reader.ended():
        return Output(Literal(None), ())
    value = _expression(reader)
    filters: list[Filter] = []
    while reader.take("sign", "|"):
        name = reader.need("id")
        arguments: list[Expression] = []
        if reader.take("sign", ":"):
            arguments.append(_expression(reader))
            while reader.take("sign", ","):
                arguments.append(_expression(reader))
        filters.append(Filter(name, tuple(arguments)))
    if not reader.ended():
        raise reader.failed()
    return Output(value, tuple(filters))


def _expression(reader: _ExpressionReader) -> Expression:
    if (text := reader.take("string")) is not None:
        return Literal(text[1:-1])
    if (number := reader.take("number")) is not None:
        return Literal(float(number) if "." in number else _whole(number, reader))
    root = reader.need("id")
    keys: list[Key] = []
    written = [root]
    while True:
        if reader.take("sign", "."):
            name = reader.need("id")
            keys.append(Key(Literal(name), dotted=True))
            written.append(f".{name}")
        elif reader.take("sign", "["):
            key = _key(reader)
            reader.need("sign", "]")
            keys.append(Key(key, dotted=False))
            written.append(f"[{key.written if isinstance(key, Lookup) else key.value}]")
        else:
            break
    if not keys and root in _LITERALS:
        return Literal(_LITERALS[root])
    return Lookup(root, tuple(keys), shown("".join(written)))


def _key(reader: _ExpressionReader) -> Expression:
    """Return what stands in brackets: a text, a number or a plain variable; more is not read."""
    if (text := reader.take("string")) is not None:
        return Literal(text[1:-1])
    if (number := reader.take("number")) is not None:
        return Literal(_whole(number, reader))
    name = reader.need("id")
    return Lookup(name, (), name)


def _whole(number: str, reader: _ExpressionReader) -> int:
    if "." in number or len(number) > 18:
        raise reader.failed()
    return int(number)


def shown(markup: str) -> str:
    """Return a piece of Liquid as a note shows it: on one line, and not too long."""
    text = " ".join(markup[:500].split())
    return text if len(text) <= 80 else f"{text[:79]}…"
