"""Blocks and includes of Liquid, run by python-liquid: loops, conditions, and the blog's own `_includes`.

It runs nothing but Liquid, reads no file, and has bounds for loops, depth and length. What only Jekyll's own
run would know raises NotKnownError, so that a page shows no wrong answer; the rest is nil, as in Jekyll.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from typing import Any

from .code_tags import code_tags
from .expression_filters import PLUGIN_FILTERS, expression_filters
from .expressions import NotKnownError
from .filters import FILTERS
from .known_includes import known_include
from .known_tags import CITING, NAMES, PAIRED, TagValues, known_tag
from .markdown_text import html_of
from .pictures import PARAMETER, picture_of
from .urls import relative_url
from .values import LiquidScope, text_of

EXTRA = "jekyll"
"""The extra of this package that brings python-liquid."""
_LOOPS, _DEPTH, _LONGEST = 100_000, 30, 2_000_000
_NAMES_OF_JEKYLL = frozenset({"layout", "content", "paginator", "jekyll", "theme", "seo_tag"})
"""Variables that are there while Jekyll puts a page into its layout, and not known here."""


def has_engine() -> bool:
    """True where python-liquid is installed."""
    return find_spec("liquid") is not None


class Namespace(Mapping[str, object]):
    """Values by name, some of which nobody knows here: asking for one raises NotKnownError."""

    def __init__(self, known: Mapping[str, object], unknown: frozenset[str], of: str = "") -> None:
        self._known, self._unknown, self._of = known, unknown, of

    def __getitem__(self, name: str) -> object:
        if name in self._known:
            value = self._known[name]
            return value() if callable(value) else value
        if name in self._unknown:
            raise NotKnownError(f"{self._of}{name} is not known")
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def __str__(self) -> str:
        if "content" in self._known and self._of == "page.":  # so Jekyll prints a document
            return str(self["content"])
        raise NotKnownError(f"{self._of.rstrip('.') or 'a value with parts'} is not printed")


class LiquidEngine:
    """Runs templates of one blog."""

    def __init__(self, includes: Mapping[str, str]) -> None:
        """`includes` are the texts of the blog's `_includes`, by path there. Raises ImportError."""
        self._liquid: Any = import_module("liquid")
        self._env = _environment(self._liquid, includes)

    def run(
        self, template: str, scope: LiquidScope, site: Mapping[str, object], page: Mapping[str, object],
        assigned: Mapping[str, object], unknown: frozenset[str] = frozenset(),
    ) -> tuple[str, dict[str, object]]:
        """Return what a template comes to, and the variables that it assigned. `unknown` are names that were
        assigned what nobody knows. NotKnownError when it can't be told, or python-liquid does not read it.
        """
        names = Namespace({**assigned, "site": site, "page": page}, _NAMES_OF_JEKYLL | unknown)
        try:
            bound = self._env.from_string(spelled(template))
            context = self._liquid.RenderContext(bound, globals=names)
            context.tag_namespace["scope"] = scope
            buffer = bound._get_buffer()
            bound.render_with_context(context, buffer)
        except NotKnownError:
            raise
        except self._liquid.exceptions.LiquidError as error:
            raise NotKnownError(_reason(error)) from None
        except (TypeError, ValueError, ArithmeticError, AttributeError, LookupError, RecursionError) as error:
            raise NotKnownError(f"it is not read: {type(error).__name__}") from None
        return str(buffer.getvalue()), dict(context.locals)


_CODE = re.compile(
    r"\{%-?\s*(?P<raw>raw)\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_WORDS = re.compile(
    r"""("[^"]*"|'[^']*')|(?<=[\w\]-])\.(and|as|blank|cols|contains|continue|else|empty|false|for|if|in|limit|nil
    |none|not|null|offset|or|required|reversed|true|with)(?![\w-])""", re.VERBOSE)
"""Names behind a dot that python-liquid 2.3 takes for words of its own everywhere; Ruby's does not."""


def spelled(template: str) -> str:
    """Return a template whose names behind dots python-liquid reads: `a["limit"]` for `a.limit`.

    What stands in a `raw` stays as it is: it is shown as it was written.
    """
    return _CODE.sub(lambda code: code[0] if code["raw"] else _in_brackets(code[0]), template)


def _in_brackets(code: str) -> str:
    return _WORDS.sub(lambda found: found[1] or f'["{found[2]}"]', _FOR.sub(_of_loop, _NO_FILTER.sub(
        lambda found: found[1] or "", code)))


_FOR = re.compile(
    r"""(\{%-?\s*for\s+[\w-]+\s+in\s+)((?:"[^"]*"|'[^']*'|\([^()]*\)|[^\s,|'"%])+)([^%]*?)(-?%\})""",
    re.ASCII)
_NO_FILTER = re.compile(r"""("[^"]*"|'[^']*')|\|\s*(?=[|}%-])|\|\s*(?:"[^"]*"|'[^']*')""")
"""A text, which stays, or what stands in the place of a filter and is none: Ruby's Liquid passes over it."""
_BOUND = re.compile(r"(?:limit|offset)\s*:\s*[^\s,]+")


def _of_loop(found: re.Match[str]) -> str:
    """Return the tag of a loop without what Ruby's Liquid does not look at, as filters."""
    bounds = " ".join(_BOUND.findall(found[3]))
    is_back = re.match(r"\s*reversed\b", found[3])
    return f"{found[1]}{found[2]}{' reversed' if is_back else ''} {bounds}{found[4]}"


def _reason(error: Exception) -> str:
    return " ".join(str(error.args[0] if error.args else error).split())[:120]


def _environment(liquid: Any, includes: Mapping[str, str]) -> Any:
    class Bounded(liquid.Environment):  # type: ignore[misc]
        loop_iteration_limit = _LOOPS
        output_stream_limit = _LONGEST
        context_depth_limit = _DEPTH
        suppress_blank_control_flow_blocks = False

    env = Bounded(loader=liquid.CachingDictLoader({path: spelled(text) for path, text in includes.items()}))
    for name in ("render", "tablerow", "doc"):
        env.tags.pop(name, None)
    for tag in _tags():
        env.add_tag(tag)
    for name, (_, _, run) in FILTERS.items():
        env.add_filter(name, _filter(liquid, run))
    for name, made in expression_filters(liquid).items():
        env.add_filter(name, made)
    for name, plain in {**_LISTS, **PLUGIN_FILTERS}.items():
        env.add_filter(name, plain)
    env.filters = _Filters(env.filters, liquid)
    return env


_HIDES = re.compile(
    r"crypt|protect|obfus|hid|mask|redact|censor|secret|privat|remov|strip|without|only|filter|select|reject"
    r"|escap|sanit|clean|safe|limit|trunc|mail", re.IGNORECASE)
"""What is in the name of a filter that may take something away, which must not be seen then."""


class _Filters(dict[str, Any]):
    """Those of an environment. One that nobody knows, as of a blog's own `_plugins`, leaves a text as it is,
    as Ruby's Liquid does with one that no plugin has; unless it may hide something.
    """

    def __init__(self, known: Mapping[str, Any], liquid: Any) -> None:
        super().__init__(known)
        self._with_context = liquid.filter.with_context

    def __missing__(self, name: str) -> Any:
        if _HIDES.search(name):
            raise KeyError(name)

        def unchanged(value: object, *_: object, context: Any, **_more: object) -> str:
            if not isinstance(value, str):
                raise NotKnownError(f"the filter {name} is not known")
            context.tag_namespace["scope"].passed.add(name)
            return value

        return self._with_context(unchanged)


def _filter(liquid: Any, run: Callable[..., object]) -> Callable[..., object]:
    """Return a filter of ours for python-liquid: it is the one that was held against Ruby's."""
    def filtered(value: object, *given: object, context: Any) -> object:
        plain = [None if liquid.is_undefined(one) else one for one in (value, *given)]
        return run(context.tag_namespace["scope"], *plain)

    with_context: Callable[..., object] = liquid.filter.with_context(filtered)
    return with_context


# --- tags ---


def _tags() -> list[Any]:
    ast, tag, token, builtin = (import_module(f"liquid.{name}") for name in (
        "ast", "tag", "token", "builtin.expressions"))
    stream_of = import_module("liquid.stream").TokenStream

    class MarkupNode(ast.Node):  # type: ignore[name-defined,misc]
        """A tag with what stands behind its name."""

        __slots__ = ("markup", "run")

        def __init__(self, at: Any, markup: str, run: Callable[[str, Any, StringIO], None]) -> None:
            super().__init__(at)
            self.markup, self.run = markup, run
            setattr(self, "blank", False)  # noqa: B010 - a slot of the class above, which mypy cannot see

        def render_to_output(self, context: Any, buffer: Any) -> int:
            self.run(self.markup, context, buffer)
            return 1

    def written(called: str, run: Callable[..., None]) -> Any:
        class Called(tag.Tag):  # type: ignore[name-defined,misc]
            name, block = called, False

            def parse(self, stream: Any) -> Any:
                at = stream.current
                has_markup = stream.peek.kind == token.TOKEN_EXPRESSION
                if has_markup:
                    stream.next()

                def value(text: str, context: Any) -> object:
                    words = stream_of(builtin.tokenize(_in_brackets(text), at))
                    return builtin.Path.parse(self.env, words).evaluate(context)

                markup = str(stream.current.value) if has_markup else ""
                return MarkupNode(at, markup, lambda markup, context, buffer: run(
                    lambda text: value(text, context), markup, context, buffer))

        return Called

    return [*code_tags(), *(written(name, _include) for name in ("include", "include_cached")),
            *(written(name, _address(name)) for name in ("link", "post_url")),
            *(written(name, _of_plugin(name)) for name in NAMES)]


_Value = Callable[[str], object]


def _include(value: _Value, markup: str, context: Any, buffer: Any) -> None:
    """Run an include as Jekyll does: its parameters are in `include`, its text may be named by an output."""
    text = context.env.from_string(markup) if "{{" in markup else None
    if text is not None:
        inner = StringIO()
        text.render_with_context(context, inner, partial=True)
        markup = inner.getvalue()
    scope: LiquidScope = context.tag_namespace["scope"]
    if picture := picture_of(markup, scope.baseurl, lambda name: text_of(value(name))):
        buffer.write(picture)
        return
    name, *others = markup.split(None, 1)
    if name.strip("\"'") not in context.env.loader.templates and (known := known_include(
            markup, scope.baseurl, lambda name: text_of(value(name)), context.globals["page"])) is not None:
        buffer.write(known)
        return
    rest = "".join(others).rstrip()
    given: dict[str, object] = {}
    at = 0
    while match := PARAMETER.match(f" {rest}", at):
        at = match.end()
        if match[4] is not None:
            given[match[1]] = int(match[4]) if match[4].isdigit() else (
                _LITERALS[match[4]] if match[4] in _LITERALS else value(match[4]))
        else:
            quote = '"' if match[2] is not None else "'"
            given[match[1]] = (match[2] if match[2] is not None else match[3]).replace(f"\\{quote}", quote)
    if f" {rest}"[at:].strip():
        raise NotKnownError(f"the parameters of the include {name} are not read")
    template = context.env.get_template(name.strip("\"'"), context=context, tag="include")
    with context.extend({"include": given}, template=template):
        template.render_with_context(context, buffer, partial=True)


def _of_plugin(kind: str) -> Callable[..., None]:
    """Return what writes a tag that a plugin of a theme has."""
    def run(value: _Value, markup: str, context: Any, buffer: Any) -> None:
        scope: LiquidScope = context.tag_namespace["scope"]
        opened: list[str] = context.tag_namespace.setdefault("opened", [])
        if kind in PAIRED:
            opened.append(markup)
        elif kind.removeprefix("end") in PAIRED and opened:
            begin = opened.pop()
            markup = markup if kind in CITING else begin
        made = known_tag(kind, markup, TagValues(scope.baseurl, value, scope.file_url, scope.cite))
        if made is None:
            raise NotKnownError(f"the tag {kind} {markup.strip()} is not known")
        buffer.write(made)

    return run


_LITERALS: Mapping[str, object] = {"true": True, "false": False, "nil": None, "null": None}


def _address(kind: str) -> Callable[..., None]:
    def run(_: _Value, markup: str, context: Any, buffer: Any) -> None:
        scope: LiquidScope = context.tag_namespace["scope"]
        address = (scope.post_url if kind == "post_url" else scope.file_url)(markup.strip())
        if address is None:
            raise NotKnownError(f"the {kind} {markup.strip()} names nothing")
        buffer.write(relative_url(scope.baseurl, address))

    return run


# --- filters of lists, as Jekyll has them (jekyll/filters.rb, jekyll/filters/grouping_filters.rb) ---


def _property(item: object, name: object) -> object:
    try:
        for part in str(name).split("."):
            item = item[part] if isinstance(item, Mapping) else None
    except KeyError:
        return None
    return item


def _items(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else []


def _where(value: object, name: object, wanted: object = None) -> list[object]:
    def fits(found: object) -> bool:
        if isinstance(found, Sequence) and not isinstance(found, str):
            return any(text_of(one) == text_of(wanted) for one in found)
        is_one = found is not None and wanted is not None
        return found == wanted or (is_one and text_of(found) == text_of(wanted))

    return [item for item in _items(value) if fits(_property(item, name))]


def _group_by(value: object, name: object) -> list[object]:
    groups: dict[str, list[object]] = {}
    for item in _items(value):
        groups.setdefault(text_of(_property(item, name)), []).append(item)
    return [{"name": key, "items": some, "size": len(some)} for key, some in groups.items()]


def _sort(value: object, name: object = None, nils: object = "first") -> list[object]:
    keyed = [(item if name is None else _property(item, name), item) for item in _items(value)]
    none = [item for key, item in keyed if key is None]
    some = sorted(((key, at, item) for at, (key, item) in enumerate(keyed) if key is not None),
                  key=lambda one: (one[0], one[1]))
    there = [item for _, _, item in some]
    return [*there, *none] if nils == "last" else [*none, *there]


def _sentence(value: object, connector: object = "and") -> str:
    words = [text_of(one) for one in ([value] if isinstance(value, str) else _items(value))]
    if len(words) < 3:
        return f" {text_of(connector)} ".join(words)
    return f"{', '.join(words[:-1])}, {text_of(connector)} {words[-1]}"


def _size(value: object) -> int:
    return len(value) if isinstance(value, (str, Sequence, Mapping)) else 0


def _limited(value: object, count: object = 50, end: object = "...") -> str:
    text, most, more = text_of(value), _whole(count), text_of(end)
    return text if len(text) <= most else text[: max(0, most - len(more))] + more


def _words(value: object, count: object = 15, end: object = "...") -> str:
    words, most = text_of(value).split(), max(1, _whole(count))
    return " ".join(words) if len(words) <= most else " ".join(words[:most]) + text_of(end)


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise NotKnownError("what is no whole number is not carried as one")
    return value


_LISTS: Mapping[str, Callable[..., object]] = {
    "array_to_sentence_string": _sentence,
    "find": lambda value, name, wanted=None: next(iter(_where(value, name, wanted)), None),
    "group_by": _group_by,
    "markdownify": lambda value: html_of(text_of(value)),
    "number_of_words": lambda value, _mode=None: len(re.findall(r"\S+", text_of(value))),
    "pop": lambda value, n=1: _items(value)[: -n or None],
    "push": lambda value, item: [*_items(value), item],
    "shift": lambda value, n=1: _items(value)[n:],
    "size": _size,
    "smartify": text_of,
    "sort": _sort,
    "sort_natural": lambda value, name=None: sorted(
        _items(value), key=lambda item: text_of(item if name is None else _property(item, name)).casefold()),
    "truncate": _limited,
    "truncatewords": _words,
    "unshift": lambda value, item: [item, *_items(value)],
    "where": _where,
}
