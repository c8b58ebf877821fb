"""A template of Hugo, read: what stands in it as text, and what is to be done between the braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from .template_values import UnknownInTemplateError

_ACTION = re.compile(r"\{\{(-?)((?:\"(?:\\.|[^\"\\])*\"|`[^`]*`|/\*.*?\*/|(?!\}\}).)*?)(-?)\}\}", re.DOTALL)
_TOKEN = re.compile(
    r"""\s*(?:"(?P<quoted>(?:\\.|[^"\\])*)"|`(?P<raw>[^`]*)`"""
    r"""|(?P<number>-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.])"""
    r"""|(?<=\))(?P<member>(?:\.\w+)+)|(?P<path>\$?\.?\w+(?:\.\w+)*|[$.])|(?P<sign>:=|[|()=,]))"""
)
_SCRIPTS = re.compile(r"<(script|style)\b[^>]*>(.*?)(?:</\1|\Z)", re.DOTALL | re.IGNORECASE)
_SET = re.compile(r"(\$\w+)\s*(:?=)\s*(.*)", re.DOTALL)
_RANGE = re.compile(r"(?:(\$\w+)\s*(?:,\s*(\$\w+)\s*)?:=)?\s*(.*)", re.DOTALL)
_NOT_RUN = frozenset({"define", "block", "template", "try"})


class TemplateToken(NamedTuple):
    """A part of what is asked."""

    kind: str
    """text, number, path, member (of what is in brackets before it), sign."""
    text: str


@dataclass(frozen=True, slots=True)
class TemplateBranch:
    """What follows from a condition."""

    kind: str
    """if, with, range, else."""
    asked: tuple[TemplateToken, ...]
    nodes: tuple[TemplateNode, ...]
    names: tuple[str, ...] = ()
    """The variables that it sets: that of its value, or of a loop's place and value."""


@dataclass(frozen=True, slots=True)
class TemplateNode:
    """A step."""

    kind: str
    """text, out, new and set of a variable, branches, return, break, continue."""
    text: str = ""
    """Of a text, itself; of a variable, its name."""
    asked: tuple[TemplateToken, ...] = ()
    branches: tuple[TemplateBranch, ...] = field(default=())
    """One of them is taken: the first that is true."""


@lru_cache(maxsize=512)
def nodes_of(template: str) -> tuple[TemplateNode, ...]:
    """Return the steps of a template; an empty one: none. Raises UnknownInTemplateError for what is not run
    here: named parts of templates, and values within scripts and styles, which are no HTML.
    """
    for match in _SCRIPTS.finditer(template):
        if "{{" in match[2]:
            raise UnknownInTemplateError
    return _NodeReader(template).read()


class _NodeReader:
    """Reads a template."""

    def __init__(self, template: str) -> None:
        self._parts = list(_split(template))
        self._at = 0

    def read(self) -> tuple[TemplateNode, ...]:
        nodes, end = self._until_end()
        if end:
            raise UnknownInTemplateError
        return nodes

    def _until_end(self) -> tuple[tuple[TemplateNode, ...], str]:
        nodes: list[TemplateNode] = []
        while self._at < len(self._parts):
            is_action, text = self._parts[self._at]
            self._at += 1
            if not is_action:
                nodes.append(TemplateNode("text", text))
            elif text and not text.startswith("/*"):
                word = text.split(None, 1)[0]
                if word in ("end", "else"):
                    return tuple(nodes), text
                nodes.append(self._node(word, text))
        return tuple(nodes), ""

    def _node(self, word: str, text: str) -> TemplateNode:
        if (head := re.match(r"(?:if|with|range)(?=[\s($.])", text)) is not None:
            return self._branches(head[0], text[head.end() :])
        if match := _SET.match(text):
            return TemplateNode("new" if match[2] == ":=" else "set", match[1], tokens_of(match[3]))
        if word in ("break", "continue"):
            return TemplateNode(word)
        if word == "return":
            return TemplateNode("return", "", tokens_of(text.removeprefix("return")))
        if word in _NOT_RUN:
            raise UnknownInTemplateError
        return TemplateNode("out", "", tokens_of(text))

    def _branches(self, kind: str, asked: str) -> TemplateNode:
        branches: list[TemplateBranch] = []
        while True:
            inner, end = self._until_end()
            branches.append(_branch(kind, asked, inner))
            if not end:
                raise UnknownInTemplateError
            if end == "end":
                return TemplateNode("branches", branches=tuple(branches))
            rest = re.match(r"else\s*(?:(if|with)(?=[\s($.])(.*))?\Z", end, re.DOTALL)
            if rest is None:
                raise UnknownInTemplateError
            kind, asked = rest[1] or "else", rest[2] or ""


def _branch(kind: str, asked: str, inner: tuple[TemplateNode, ...]) -> TemplateBranch:
    if kind == "else":
        return TemplateBranch(kind, (), inner)
    match = _RANGE.match(asked.strip())
    names = tuple(one for one in (match[1], match[2]) if one) if match else ()
    return TemplateBranch(kind, tokens_of(match[3] if match else asked), inner, names)


def _split(template: str) -> Iterator[tuple[bool, str]]:
    at, trims = 0, False
    for match in _ACTION.finditer(template):
        text = template[at : match.start()]
        text = text.lstrip() if trims else text
        yield False, text.rstrip() if match[1] else text
        yield True, match[2].strip()
        at, trims = match.end(), bool(match[3])
    yield False, template[at:].lstrip() if trims else template[at:]


def tokens_of(text: str) -> tuple[TemplateToken, ...]:
    """Return the parts of what is asked; nothing: none. Raises UnknownInTemplateError."""
    found: list[TemplateToken] = []
    at, text = 0, text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            raise UnknownInTemplateError
        at = match.end()
        kind = match.lastgroup or ""
        written = match[kind]
        if kind == "quoted":
            written = re.sub(r"\\(.)", lambda one: {"n": "\n", "t": "\t"}.get(one[1], one[1]), written)
        found.append(TemplateToken("text" if kind in ("quoted", "raw") else kind, written))
    return tuple(found)
