"""Templates of shortcodes that a blog has of its own: those that are simple are run, within bounds.

What is known: the parameters and the text of the shortcode, conditions, variables, a few functions. What asks
for more, such as partials, data or other pages, raises UnknownInTemplateError, and its shortcode stands in
the page as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from .template_values import (
    FUNCTIONS,
    Safe,
    UnknownInTemplateError,
    is_true,
    known_value,
    parameter,
    shown,
    within,
)

_ACTION = re.compile(r"\{\{(-?)((?:\"(?:\\.|[^\"\\])*\"|`[^`]*`|/\*.*?\*/|(?!\}\}).)*?)(-?)\}\}", re.DOTALL)
_TOKEN = re.compile(
    r"""\s*(?:"(?P<quoted>(?:\\.|[^"\\])*)"|`(?P<raw>[^`]*)`|(?P<number>-?\d+(?:\.\d+)?)(?![\w.])"""
    r"""|(?P<path>\$?\.?\w+(?:\.\w+)*|[$.])|(?P<sign>:=|[|()=,]))"""
)
_SCRIPTS = re.compile(r"<(script|style)\b[^>]*>(.*?)(?:</\1|\Z)", re.DOTALL | re.IGNORECASE)
_MAX_STEPS = 2000


@dataclass(slots=True)
class TemplateScope:
    """What a template may ask for."""

    parameters: Mapping[str, str] | list[str]
    inner: str
    site: Mapping[str, object]
    """What `.Site` has: Params, Title, BaseURL and others, in lower case."""
    page: Mapping[str, object]
    functions: Mapping[str, Callable[..., object]]
    """More functions, by name."""
    markdown: list[str] = field(default_factory=list)
    """The texts that are read as Markdown, each a mark in what comes out."""
    steps: int = 0

    def as_markdown(self, text: object) -> Safe:
        self.markdown.append(str(text))
        return Safe(f"\x02{len(self.markdown) - 1}\x03")


def run_template(template: str, scope: TemplateScope) -> str:
    """Return what a template comes to. Raises UnknownInTemplateError."""
    for match in _SCRIPTS.finditer(template):
        if "{{" in match[2]:
            raise UnknownInTemplateError  # what is put there is written in another language than HTML
    return "".join(_TemplateRun(scope).all(_Nodes(template).read(), {}, None))


@dataclass(slots=True)
class _Node:
    kind: str
    """text, out, set, if, with."""
    text: str = ""
    name: str = ""
    branches: list[tuple[str, str, list[_Node]]] = field(default_factory=list)
    """Of a condition: if or with or else, what is asked, and what follows."""


class _Nodes:
    """Reads a template."""

    def __init__(self, template: str) -> None:
        self._parts = list(_split(template))
        self._at = 0

    def read(self) -> list[_Node]:
        nodes, end = self._until_end()
        if end:
            raise UnknownInTemplateError
        return nodes

    def _until_end(self) -> tuple[list[_Node], str]:
        nodes: list[_Node] = []
        while self._at < len(self._parts):
            is_action, text = self._parts[self._at]
            self._at += 1
            if not is_action:
                nodes.append(_Node("text", text))
                continue
            word = text.split(None, 1)[0] if text else ""
            if text.startswith("/*") or not text:
                continue
            if word in ("end", "else"):
                return nodes, text
            if word in ("if", "with"):
                nodes.append(self._condition(word, text[len(word) :]))
            elif match := re.match(r"(\$\w*)\s*:?=\s*(.*)", text, re.DOTALL):
                nodes.append(_Node("set", match[2], match[1]))
            elif word in ("range", "define", "block", "template", "return", "break", "continue", "try"):
                raise UnknownInTemplateError
            else:
                nodes.append(_Node("out", text))
        return nodes, ""

    def _condition(self, word: str, asked: str) -> _Node:
        node = _Node("if")
        while True:
            inner, end = self._until_end()
            node.branches.append((word, asked.strip(), inner))
            if not end:
                raise UnknownInTemplateError
            if end == "end":
                return node
            rest = end.removeprefix("else").strip()
            word, asked = "else", ""
            if rest.startswith(("if ", "if(", "with ")):
                word, asked = rest[:4].strip(" ("), rest[2 if rest.startswith("if") else 4 :]


def _split(template: str) -> Iterator[tuple[bool, str]]:
    at, trims = 0, False
    for match in _ACTION.finditer(template):
        text = template[at : match.start()]
        text = text.lstrip() if trims else text
        yield False, text.rstrip() if match[1] else text
        yield True, match[2].strip()
        at, trims = match.end(), bool(match[3])
    yield False, template[at:].lstrip() if trims else template[at:]


class _TemplateRun:
    """Runs a template."""

    def __init__(self, scope: TemplateScope) -> None:
        self._scope = scope

    def all(self, nodes: list[_Node], variables: dict[str, object], dot: object) -> Iterator[str]:
        for node in nodes:
            self._scope.steps += 1
            if self._scope.steps > _MAX_STEPS:
                raise UnknownInTemplateError
            if node.kind == "text":
                yield node.text
            elif node.kind == "out":
                yield shown(self._value(node.text, variables, dot))
            elif node.kind == "set":
                variables[node.name] = self._value(node.text, variables, dot)
            else:
                yield from self._condition(node, variables, dot)

    def _condition(self, node: _Node, variables: dict[str, object], dot: object) -> Iterator[str]:
        for word, asked, inner in node.branches:
            name = re.match(r"(\$\w+)\s*:=\s*(.*)", asked, re.DOTALL)
            value = True if word == "else" else self._value(name[2] if name else asked, variables, dot)
            if name:
                variables[name[1]] = value
            if is_true(value):
                yield from self.all(inner, variables, value if word == "with" else dot)
                return

    def _value(self, text: str, variables: dict[str, object], dot: object) -> object:
        tokens = list(_tokens(text))
        value, end = self._pipeline(tokens, 0, variables, dot)
        if end != len(tokens):
            raise UnknownInTemplateError
        return value

    def _pipeline(
        self, tokens: list[tuple[str, str]], at: int, variables: dict[str, object], dot: object
    ) -> tuple[object, int]:
        value: object = None
        has_value = False
        while True:
            head, args = None, []
            while at < len(tokens) and tokens[at] not in (("sign", "|"), ("sign", ")")):
                kind, text = tokens[at]
                if (kind, text) == ("sign", "("):
                    inner, at = self._pipeline(tokens, at + 1, variables, dot)
                    if at >= len(tokens):
                        raise UnknownInTemplateError
                    args.append(inner)
                elif kind == "path" and not args and head is None and _is_call(text):
                    head = text
                elif kind == "path":
                    args.append(self._path(text, [], variables, dot))
                elif kind == "sign":
                    raise UnknownInTemplateError
                else:
                    args.append(
                        float(text) if "." in text else int(text) if kind == "number" else text
                    ) if kind == "number" else args.append(text)
                at += 1
            if has_value:
                args.append(value)
            value = self._path(head, args, variables, dot) if head else self._only(args)
            has_value = True
            if at >= len(tokens) or tokens[at] == ("sign", ")"):
                return value, at
            at += 1

    def _only(self, args: list[object]) -> object:
        if len(args) != 1:
            raise UnknownInTemplateError
        return args[0]

    def _path(self, path: str, args: list[object], variables: dict[str, object], dot: object) -> object:
        scope = self._scope
        if path in _CONSTANTS:
            return _CONSTANTS[path]
        if re.match(r"\$\w", path):
            name, _, rest = path.partition(".")
            if name not in variables:
                raise UnknownInTemplateError
            return within(variables[name], rest.split(".") if rest else [], args)
        if path == "." or (path.startswith(".") and dot is not None):
            return within(dot, [one for one in path.split(".") if one], args)
        if path.startswith((".", "$.")):
            return self._of_shortcode(path.removeprefix("$").removeprefix(".").split("."), args)
        if path.partition(".")[0] in ("site", "page"):
            return self._of_shortcode([path.partition(".")[0].title(), *path.split(".")[1:]], args)
        function = FUNCTIONS.get(path) or scope.functions.get(path)
        if function is None:
            raise UnknownInTemplateError
        if path in ("markdownify", "transform.Markdownify"):
            return scope.as_markdown(args[-1]) if args else ""
        try:
            return function(*args)
        except (TypeError, ValueError, IndexError, ZeroDivisionError, AttributeError):
            raise UnknownInTemplateError from None

    def _of_shortcode(self, names: list[str], args: list[object]) -> object:
        scope = self._scope
        first, rest = names[0], names[1:]
        if first == "Get":
            return parameter(scope.parameters, args)
        if first in ("Inner", "InnerDeindent"):
            return Safe(scope.inner)
        if first == "Params":
            return within(scope.parameters, rest, args)
        if first == "IsNamedParams":
            return isinstance(scope.parameters, Mapping) and bool(scope.parameters)
        if (first in ("Page", "page") and rest[:1] == ["RenderString"]) or first == "RenderString":
            return scope.as_markdown(args[-1]) if args else ""
        if first in ("Page", "page") and rest[:1] == ["Site"]:
            first, rest = "Site", rest[1:]
        if first in ("Page", "Site"):
            return known_value(scope.page if first == "Page" else scope.site, rest)
        raise UnknownInTemplateError


_CONSTANTS: Mapping[str, object] = {"true": True, "false": False, "nil": None}


def _is_call(path: str) -> bool:
    """Tell whether a name takes the words behind it: all do but variables and constants."""
    return bool(path) and path not in _CONSTANTS and not re.fullmatch(r"\$\w+(?:\.\w+)*|\.", path)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            raise UnknownInTemplateError
        at = match.end()
        if match["quoted"] is not None:
            yield (
                "quoted",
                re.sub(r"\\(.)", lambda one: {"n": "\n", "t": "\t"}.get(one[1], one[1]), match["quoted"]),
            )
        elif match["raw"] is not None:
            yield "quoted", match["raw"]
        elif match["number"] is not None:
            yield "number", match["number"]
        elif match["sign"] is not None:
            yield "sign", match["sign"]
        elif match["path"]:
            yield "path", match["path"]
