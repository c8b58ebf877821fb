"""Front matter in the few forms that most pages have, line by line: `key: value`, and lists of words.

YAML takes a quarter of the time for which a page is read. What is taken here is what libyaml would make
of it, node by node; at the first line of another form all is left to that.
"""

from __future__ import annotations

import re
from datetime import date

import yaml
from yaml.nodes import Node, ScalarNode, SequenceNode

from .yaml_nodes import FAST_LOADER, NULL, is_loadable

_YAML = "tag:yaml.org,2002:"
_TEXT, _LIST, _TIME = f"{_YAML}str", f"{_YAML}seq", f"{_YAML}timestamp"
_SURE = frozenset({_TEXT, NULL, f"{_YAML}bool"})
"""Tags of which each value can be made."""
_DAY = len("2026-04-03")

_SCALAR = r"""(?:([\w(/.+~$][^\n]*)|"([^"\\\n]*)"[ ]*|'([^'\n]*)'[ ]*)\n"""
"""The rest of a line: a text without quotes, or one in either."""
_KEY = re.compile(rf"([A-Za-z_][A-Za-z0-9_-]{{0,99}}):(?:[ ]+{_SCALAR}|[ ]+(\[)|[ ]*(\n))")
_ITEM = re.compile(rf"([ ]*)-[ ]+{_SCALAR}")
_WORD = re.compile(
    r"""[ ]*(?:([A-Za-z0-9_](?:[\w ./+()-]*[\w./+()-])?)|"([^"\\\n]*)"|'([^'\n]*)')[ ]*([,\]])""")
"""An item of a list in brackets, and what follows it."""
_NO_WORD = re.compile(r"[ ]*\]")
_REST = re.compile(r"[ ]*\n")
_NOTHING = re.compile(r"(?:[ ]*|#[^\n]*)\n")
"""An empty line, or a comment."""


class _Mark(yaml.Mark):
    """A position in a text; all count from 0. It has no more of a mark than what places are made of."""

    def __init__(self, index: int, line: int, column: int) -> None:
        self.index = index
        self.line = line
        self.column = column


Pair = tuple[str, yaml.Mark, Node]
"""A key, where it stands, and its value."""


class _OtherFormError(Exception):
    """The text has another form, or something that its author has to be told."""


def plain_pairs(text: str) -> list[Pair] | None:
    """Return the pairs of a mapping that a text is, whose lines all end with a break. None: it is another
    form of YAML, or none, or has something that its author has to be told.
    """
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _Lines(text).pairs() or None
    except _OtherFormError:
        return None


class _Lines:
    """A text, line by line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = 0
        """Where the line begins that is read next."""
        self._line = 0

    def pairs(self) -> list[Pair]:
        text, pairs, keys = self._text, list[Pair](), set[str]()
        below: SequenceNode | None = None
        while self._start < len(text):
            node: Node
            found = _KEY.match(text, self._start)
            if found is None:
                self._go_on(_NOTHING.match(text, self._start))
                continue
            mark, key = _Mark(self._start, self._line, 0), found[1]
            if key in keys or _tag(key) != _TEXT:
                raise _OtherFormError
            keys.add(key)
            if below is not None:  # to YAML it ends where the next key begins
                below.end_mark, below = mark, None
            if found[6]:
                self._go_on(found)
                below = self._list_below()
                node = below or self._empty(mark, found.end(1) + 1)
            elif found[5]:
                node = self._in_brackets(found.end() - 1)
            else:
                node = self._scalar(found, 2)
                self._go_on(found)
            pairs.append((key, mark, node))
        if below is not None:
            below.end_mark = self._mark(len(text))
        return pairs

    def _go_on(self, line: re.Match[str] | None) -> None:
        """Go to the next line behind one that is read whole."""
        if line is None:
            raise _OtherFormError
        self._start, self._line = line.end(), self._line + 1

    def _empty(self, key: yaml.Mark, index: int) -> ScalarNode:
        """Return the value of a key, at a mark, that says nothing; it stands right behind its colon."""
        mark = _Mark(index, key.line, index - key.index)
        return ScalarNode(NULL, "", mark, mark, "")

    def _mark(self, index: int) -> yaml.Mark:
        """Return the mark of a place in the line that is read."""
        return _Mark(index, self._line, index - self._start)

    def _scalar(self, found: re.Match[str], first: int) -> ScalarNode:
        """Return what one of three groups found, from the `first` on: without quotes, in double ones, or in
        single ones.
        """
        if (value := found[first]) is not None:
            value = value.rstrip(" ")
            if ": " in value or " #" in value or value[-1] == ":":
                raise _OtherFormError
            begin, tag = found.start(first), _tag(value)
            node = ScalarNode(tag, value, self._mark(begin), self._mark(begin + len(value)), "")
            if tag not in _SURE and not _is_day(tag, value) and not is_loadable(node):
                raise _OtherFormError
            return node
        at = first + 1 if found[first + 1] is not None else first + 2
        return ScalarNode(_TEXT, found[at], self._mark(found.start(at) - 1), self._mark(found.end(at) + 1),
                          '"' if at == first + 1 else "'")

    def _list_below(self) -> SequenceNode | None:
        """Return the list that begins with the line, without its end. None: none does."""
        first = found = _ITEM.match(self._text, self._start)
        if first is None:
            return None
        mark, items = self._mark(first.end(1)), []
        while found and found[1] == first[1]:
            items.append(self._scalar(found, 2))
            self._go_on(found)
            found = _ITEM.match(self._text, self._start)
        return SequenceNode(_LIST, items, mark, mark, flow_style=False)

    def _in_brackets(self, at: int) -> SequenceNode:
        """Return the list that begins with a bracket, and go on to the next line."""
        begin, items = self._mark(at), []
        found = _NO_WORD.match(self._text, at + 1)
        while found is None:
            found = _WORD.match(self._text, at + 1)
            if found is None:
                raise _OtherFormError
            items.append(self._scalar(found, 1))
            at = found.end() - 1
            found = found if found[4] == "]" else None
        end = self._mark(found.end())
        self._go_on(_REST.match(self._text, found.end()))
        return SequenceNode(_LIST, items, begin, end, flow_style=True)


def _tag(value: str) -> str:
    """Return what YAML takes a text without quotes for."""
    for tag, pattern in FAST_LOADER.yaml_implicit_resolvers.get(value[0], ()):
        if pattern.match(value):
            return str(tag)
    return _TEXT


def _is_day(tag: str, value: str) -> bool:
    """Return whether a value is a day that exists, which is found without making one of it as YAML does."""
    if tag != _TIME or len(value) != _DAY:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
