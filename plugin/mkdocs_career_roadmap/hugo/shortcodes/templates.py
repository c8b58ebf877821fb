"""Templates of shortcodes that a blog or its theme has: those that are simple are run, within bounds.

What is known: the parameters and the text of the shortcode, conditions, loops, variables, partials, data,
words of `i18n`, and functions of texts, numbers and lists. What asks for more, such as other pages, raises
UnknownInTemplateError, and its shortcode stands in the page as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .template_functions import FUNCTIONS, words_of
from .template_nodes import TemplateBranch, TemplateNode, TemplateToken, nodes_of
from .template_values import Known, Safe, UnknownInTemplateError, is_true, parameter, shown, within

_MAX_STEPS = 5000
_MAX_SIZE = 500_000
"""How many letters a value may have: no text grows without end."""
_DEEPEST = 30
"""How many partials may run within one another."""


@dataclass(slots=True)
class TemplateScope:
    """What a template may ask for."""

    parameters: Mapping[str, object] | list[object]
    inner: str
    site: Mapping[str, object]
    """What `.Site` has: Params, Title, BaseURL and others, in lower case."""
    page: Mapping[str, object]
    functions: Mapping[str, Callable[..., object]]
    """More functions, by name."""
    name: str = ""
    ordinal: int = 0
    partials: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, object] = field(default_factory=dict)
    """Those of `i18n`, in the language of the page."""
    memory: dict[object, object] = field(default_factory=dict)
    """What the shortcodes of the page have stored."""
    markdown: list[str] = field(default_factory=list)
    """The texts that are read as Markdown, each a mark in what comes out."""
    steps: int = 0

    def as_markdown(self, *given: object) -> Safe:
        if not given:
            raise UnknownInTemplateError
        self.markdown.append(str(given[-1]))
        return Safe(f"\x02{len(self.markdown) - 1}\x03")

    def call(self) -> Known:
        """Return what the template of the shortcode has before it."""
        store, own = _store(self.memory), _store({})
        site = Known(self.site)
        page = Known(
            {**self.page, "site": site, "renderstring": self.as_markdown, "scratch": store, "store": store}
        )
        given = self.parameters
        return Known(
            {
                "get": lambda key: parameter(given, key),
                "params": given,
                "inner": Safe(self.inner),
                "innerdeindent": Safe(self.inner),
                "isnamedparams": isinstance(given, Mapping) and bool(given),
                "page": page,
                "site": site,
                "hugo": site.get("hugo", Known()),
                "name": self.name,
                "ordinal": self.ordinal,
                "scratch": own,
                "store": own,
                "position": "",
            }
        )


def _store(memory: dict[object, object]) -> Known:
    """Return what templates keep values in."""

    def remember(key: object, value: object) -> str:
        memory[key] = value
        return ""

    return Known(set=remember, get=memory.get)


def run_template(template: str, scope: TemplateScope) -> str:
    """Return what a template comes to. Raises UnknownInTemplateError."""
    try:
        out, _ = _TemplateRun(scope, scope.call()).whole(nodes_of(template), scope.call())
    except RecursionError:
        raise UnknownInTemplateError from None
    return out


class _LeaveError(Exception):
    """A loop, or a partial, is left."""

    def __init__(self, kind: str, value: object = None) -> None:
        super().__init__(kind)
        self.kind, self.value = kind, value


_Variables = list[dict[str, object]]
"""Those of a block and of the blocks around it, the innermost last."""


class _TemplateRun:
    """Runs a template."""

    def __init__(self, scope: TemplateScope, call: Known, depth: int = 0) -> None:
        self._scope, self._call, self._depth = scope, call, depth
        self._root: object = None

    def whole(self, nodes: Sequence[TemplateNode], root: object) -> tuple[str, object]:
        """Return what all steps come to with what is before the template, and what it returns."""
        self._root = root
        parts: list[str] = []
        try:
            parts.extend(self._all(nodes, [{}], root))
        except _LeaveError as left:
            if left.kind != "return":
                raise UnknownInTemplateError from None
            return "".join(parts), left.value
        return "".join(parts), None

    def _all(self, nodes: Sequence[TemplateNode], variables: _Variables, dot: object) -> Iterator[str]:
        for node in nodes:
            self._scope.steps += 1
            if self._scope.steps > _MAX_STEPS:
                raise UnknownInTemplateError
            if node.kind == "text":
                yield node.text
            elif node.kind == "out":
                yield shown(self._value(node.asked, variables, dot))
            elif node.kind == "new":
                variables[-1][node.text] = self._value(node.asked, variables, dot)
            elif node.kind == "set":
                _holder(variables, node.text)[node.text] = self._value(node.asked, variables, dot)
            elif node.kind == "branches":
                yield from self._branches(node.branches, variables, dot)
            else:
                raise _LeaveError(node.kind, self._value(node.asked, variables, dot) if node.asked else None)

    def _branches(
        self, branches: Sequence[TemplateBranch], variables: _Variables, dot: object
    ) -> Iterator[str]:
        for branch in branches:
            if branch.kind == "else":
                yield from self._all(branch.nodes, [*variables, {}], dot)
                return
            inner = [*variables, {}]
            value = self._value(branch.asked, inner, dot)
            if branch.kind == "range":
                pairs = _pairs(value)
                yield from self._loop(branch, pairs, inner)
                if pairs:
                    return
                continue
            if is_true(value):
                if branch.names:
                    inner[-1][branch.names[0]] = value
                yield from self._all(branch.nodes, inner, value if branch.kind == "with" else dot)
                return

    def _loop(
        self, branch: TemplateBranch, pairs: list[tuple[object, object]], variables: _Variables
    ) -> Iterator[str]:
        for key, value in pairs:
            inner = [*variables, dict(zip(branch.names, (key, value)[2 - len(branch.names) :], strict=True))]
            try:
                yield from self._all(branch.nodes, inner, value)
            except _LeaveError as left:
                if left.kind == "return":
                    raise
                if left.kind == "break":
                    return

    def _value(self, tokens: Sequence[TemplateToken], variables: _Variables, dot: object) -> object:
        value, end = self._pipeline(tokens, 0, variables, dot)
        if end != len(tokens):
            raise UnknownInTemplateError
        return value

    def _pipeline(
        self, tokens: Sequence[TemplateToken], at: int, variables: _Variables, dot: object
    ) -> tuple[object, int]:
        value: object = None
        has_value = False
        while True:
            head, args, at = self._command(tokens, at, variables, dot)
            if has_value:
                args.append(value)
            value = self._path(head, args, variables, dot) if head else _only(args)
            if isinstance(value, str) and len(value) > _MAX_SIZE:
                raise UnknownInTemplateError
            has_value = True
            if at >= len(tokens) or tokens[at].text == ")":
                return value, at
            at += 1

    def _command(
        self, tokens: Sequence[TemplateToken], at: int, variables: _Variables, dot: object
    ) -> tuple[str, list[object], int]:
        """Return the name that a command begins with, what it is given, and where it ends."""
        head = ""
        args: list[object] = []
        while at < len(tokens) and tokens[at] not in _ENDS:
            kind, text = tokens[at]
            if (kind, text) == ("sign", "("):
                inner, at = self._pipeline(tokens, at + 1, variables, dot)
                if at >= len(tokens):
                    raise UnknownInTemplateError
                if at + 1 < len(tokens) and tokens[at + 1].kind == "member":
                    at += 1
                    names = tokens[at].text[1:].split(".")
                    if not args and not head:  # what follows is given to it
                        given, at = self._given(tokens, at + 1, variables, dot)
                        return "", [within(inner, names, given)], at
                    inner = within(inner, names, [])
                args.append(inner)
            elif kind == "path" and not args and not head and _is_call(text):
                head = text
            elif kind == "path":
                args.append(self._path(text, [], variables, dot))
            elif kind == "number":
                args.append(int(text) if text.lstrip("-").isdigit() else float(text))
            elif kind == "text":
                args.append(text)
            else:
                raise UnknownInTemplateError
            at += 1
        return head, args, at

    def _given(
        self, tokens: Sequence[TemplateToken], at: int, variables: _Variables, dot: object
    ) -> tuple[list[object], int]:
        head, args, at = self._command(tokens, at, variables, dot)
        return [self._path(head, [], variables, dot), *args] if head else args, at

    def _path(self, path: str, args: list[object], variables: _Variables, dot: object) -> object:
        if path in _CONSTANTS:
            return _CONSTANTS[path]
        first, *names = path.split(".")
        if not first:
            return within(dot, [one for one in names if one], args)
        if first == "$":
            return within(self._root, names, args)
        if first.startswith("$"):
            return within(_holder(variables, first)[first], names, args)
        if first in ("site", "page", "hugo"):
            return within(self._call[first], names, args)
        return self._function(path, args)

    def _function(self, name: str, args: list[object]) -> object:
        if name in ("markdownify", "transform.Markdownify"):
            return self._scope.as_markdown(*args)
        if name in ("partial", "partials.Include", "partialCached", "partials.IncludeCached"):
            return self._partial(args)
        if name in ("i18n", "T", "lang.Translate"):
            return self._translated(args)
        if name == "templates.Exists":
            return _partial_name(args) in self._scope.partials
        function = FUNCTIONS.get(name) or self._scope.functions.get(name)
        if function is None:
            raise UnknownInTemplateError
        try:
            return function(*args)
        except (TypeError, ValueError, LookupError, ArithmeticError, AttributeError, re.error):
            raise UnknownInTemplateError from None

    def _partial(self, args: list[object]) -> object:
        template = self._scope.partials.get(_partial_name(args))
        if template is None or self._depth > _DEEPEST:
            raise UnknownInTemplateError
        inner = _TemplateRun(self._scope, self._call, self._depth + 1)
        out, returned = inner.whole(nodes_of(template), args[1] if len(args) > 1 else None)
        return Safe(out) if returned is None else returned

    def _translated(self, args: list[object]) -> object:
        template, given = words_of(self._scope.words, args)
        if "{{" not in template:
            return template
        return _TemplateRun(self._scope, self._call, self._depth + 1).whole(nodes_of(template), given)[0]


_CONSTANTS: Mapping[str, object] = {"true": True, "false": False, "nil": None}
_ENDS = (TemplateToken("sign", "|"), TemplateToken("sign", ")"))


def _only(args: list[object]) -> object:
    if len(args) != 1:
        raise UnknownInTemplateError
    return args[0]


def _holder(variables: _Variables, name: str) -> dict[str, object]:
    """Return the variables among which one is. Raises UnknownInTemplateError if there is none."""
    for one in reversed(variables):
        if name in one:
            return one
    raise UnknownInTemplateError


def _pairs(value: object) -> list[tuple[object, object]]:
    """Return the places and values of a loop; nothing: none."""
    if isinstance(value, Known):
        raise UnknownInTemplateError
    if isinstance(value, Mapping):
        return [(key, value[key]) for key in sorted(value, key=str)]
    if isinstance(value, int) and not isinstance(value, bool):
        value = list(range(min(value, _MAX_STEPS)))
    if isinstance(value, list):
        return list(enumerate(value))
    if value is None:
        return []
    raise UnknownInTemplateError


def _is_call(path: str) -> bool:
    """Tell whether a name takes the words behind it: all do but variables and constants."""
    return path not in _CONSTANTS and path != "." and not (path.startswith("$") and "." not in path)


def _partial_name(args: list[object]) -> str:
    """Return the name of a partial without its ending and its folder."""
    name = str(args[0]) if args else ""
    return name.removeprefix("_partials/").removeprefix("partials/").removesuffix(".html").lower().strip("/")
