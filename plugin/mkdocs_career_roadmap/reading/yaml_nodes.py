"""YAML text to nodes, each with its place: never constructed, so that it runs nothing.

Every value stays what its author wrote (`no`, `007` and `12:30` are text until a
field says otherwise), and what would stall or crash a less careful reader (deep
nesting, bombs of aliases, numbers of 5000 digits) is found before anybody walks
into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

import yaml
from yaml.constructor import SafeConstructor
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import Reader

from ..vocabulary.dates import parse_moment
from ..vocabulary.problems import Place, Problem, problem

MAX_DEPTH = 32
"""Levels of nesting; ours need four."""

_DEEP = re.compile(rf"(?:[-?:][ \t]+){{{MAX_DEPTH}}}")
_BEHIND_INDENT = re.compile(r"[^ \t\n].*")
_YAML = "tag:yaml.org,2002:"
_TEXT = f"{_YAML}str"
NULL = f"{_YAML}null"
"""The tag of a value that is not there: `~`, `null`, or nothing behind the colon."""
_PLAIN_TAGS = frozenset(
    _YAML + name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "value")
)
FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""That of libyaml, where PyYAML has it."""


class Region(NamedTuple):
    """A stretch of YAML within a file."""

    path: str
    text: str
    line: int = 1
    """The line of the file on which it begins, from 1; always at its first column."""

    def at(self, mark: yaml.Mark) -> Place:
        """Return the place of a mark of YAML's in the file.

        YAML ends lines at U+0085, U+2028 and U+2029, too, which no editor does.
        """
        if self.text.isascii():
            return Place(self.path, mark.line + self.line, mark.column + 1)
        return self.place(mark.index)

    def place(self, index: int) -> Place:
        """Return the place of the character at `index` of the text."""
        before = self.text[:index]
        return Place(self.path, before.count("\n") + self.line, index - before.rfind("\n"))

    def line_at(self, mark: yaml.Mark) -> str:
        """Return the whole line that a mark stands in; empty behind the last."""
        begin = self.text.rfind("\n", 0, mark.index) + 1
        return self.text[begin:].partition("\n")[0]

    def behind(self, mark: yaml.Mark) -> str:
        """Return what follows a mark on its line."""
        return self.text[mark.index :].partition("\n")[0]


def compose(region: Region) -> tuple[Node | None, Problem | None]:
    """Return the root node, None if there is none, and what is wrong if it cannot be read.

    libyaml is fifteen times as fast as PyYAML's own loader, but its composer dies of
    deep nesting with a signal that Python cannot catch: what might nest deeply is looked
    at event by event first. What libyaml refuses goes to the slow one, which tells places
    better.
    """
    text = region.text
    if bad := Reader.NON_PRINTABLE.search(text):
        return None, problem(
            "bad-yaml", region.place(bad.start()),
            f"character U+{ord(bad[0]):04X} cannot stand in YAML; take it out")
    may_be_deep = text.count("[") + text.count("{") > MAX_DEPTH or _DEEP.search(text)
    if may_be_deep and (deep := _first_too_deep(text)) is not None:
        return None, _too_deep(region.place(deep))
    with suppress(yaml.YAMLError):
        return _refuse_depth(region, yaml.compose(text, Loader=FAST_LOADER))
    # It refuses every tab, though between words YAML and libyaml allow them.
    loader = yaml.SafeLoader(_BEHIND_INDENT.sub(lambda m: m[0].replace("\t", " "), text))
    try:
        return _refuse_depth(region, loader.get_single_node())
    except RecursionError:
        return None, _too_deep(region.place(0))
    except yaml.MarkedYAMLError as error:
        return None, _refused(region, error)
    except (ValueError, OverflowError):  # PyYAML trips over "\UFFFFFFFF" and a %YAML of 5000 digits
        return None, problem(
            "bad-yaml", region.at(loader.get_mark()), "not valid YAML: a number here is too large")


def _first_too_deep(text: str) -> int | None:
    """Return the index where the first list or mapping begins that nests too deeply; None if there is none.

    Events come one by one, without recursion. Where the text is no YAML they end.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=FAST_LOADER):
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH and event.start_mark:
                    return int(event.start_mark.index)
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if mark and "nesting" in (error.problem or ""):  # libyaml looks a thousand brackets ahead
            return text.rfind("\n", 0, mark.index) + 1
    return None


def _refuse_depth(region: Region, root: Node | None) -> tuple[Node | None, Problem | None]:
    """Return `root`, or what is wrong if lists and mappings nest too deeply in it.

    Goes down level by level and meets no node twice, so that aliases cost nothing. Each list or mapping
    takes one of a few signs: where there are fewer of these, nothing is that deep.
    """
    if sum(map(region.text.count, "[{-:?")) <= MAX_DEPTH:
        return root, None
    level: dict[int, Node] = {id(root): root} if root is not None else {}
    seen: set[int] = set()
    for _ in range(MAX_DEPTH):
        seen.update(level)
        below = (part for node in level.values() for part in parts(node))
        level = {id(n): n for n in below if isinstance(n, CollectionNode) and id(n) not in seen}
    if not level:
        return root, None
    return None, _too_deep(region.at(next(iter(level.values())).start_mark))


def _too_deep(place: Place) -> Problem:
    return problem("too-deep", place,
                   f"the front matter nests too deeply; at most {MAX_DEPTH} levels are read")


def _refused(region: Region, error: yaml.MarkedYAMLError) -> Problem:
    """Return what YAML refused, with the fix where the line gives it away."""
    what = " ".join(part for part in (error.context, error.problem) if part)
    marks = [mark for mark in (error.context_mark, error.problem_mark) if mark]
    # What is missed only at the end began before: an open quote, a key without its colon.
    began = not region.text[marks[-1].index :].strip("\n\0") or "a simple key" in what
    mark = marks[0 if began else -1]
    line = region.line_at(mark)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        place = replace(region.at(mark), column=indent.index("\t") + 1)
        return problem("bad-yaml", place, "a tab stands here; YAML takes spaces only")
    key, _, value = (part.strip() for part in line.partition(": "))
    advice = f"not valid YAML: {what}"
    if "mapping values are not allowed" in what and (": " in value or value.endswith(":")):
        advice = f"a value with a colon wants quotes: {key}: {quoted(value)}"
    elif value.startswith(("@", "%", "*", "&", "`", "!", "{{", "{%")):
        advice = f"a value that begins with {value[0]} wants quotes: {key}: {quoted(value)}"
    return problem("bad-yaml", region.at(mark), advice)


def quoted(value: str) -> str:
    """Return `value`, one line of text, as YAML takes it whatever it holds."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def with_wiki_links(node: Node) -> Node:
    """Return a value, or a list, with what YAML makes of `[[a name]]` without quotes as a text again: it is a
    list in a list. More than one name in it is no link.
    """
    if not isinstance(node, SequenceNode):
        return node
    inner = node.value[0] if len(node.value) == 1 else None
    if isinstance(inner, SequenceNode) and inner.flow_style and len(inner.value) == 1 and isinstance(
            inner.value[0], ScalarNode):
        name = inner.value[0]
        return ScalarNode("tag:yaml.org,2002:str", f"[[{name.value}]]", name.start_mark, name.end_mark, '"')
    items = [with_wiki_links(item) for item in node.value]
    return SequenceNode(node.tag, items, node.start_mark, node.end_mark, node.flow_style)


def parts(node: Node) -> list[Node]:
    """Return the nodes directly below: a list's items, a mapping's keys and values."""
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, SequenceNode) else []


def mappings_of(node: Node) -> list[MappingNode]:
    """Return the mappings that a merge key `<<` lends the keys of: its value, or each of a list of them."""
    found = node.value if isinstance(node, SequenceNode) else [node]
    return [part for part in found if isinstance(part, MappingNode)]


class Unsafe(NamedTuple):
    """A node that a host, which constructs what it reads, must not get."""

    node: Node
    code: str
    why: str
    """What is wrong and the fix, to be read behind the key."""


def is_text(node: Node, seen: set[int]) -> bool:
    """Return whether a node is a text that nothing is wrong with, as most are; it then counts as met."""
    if id(node) in seen or node.tag != _TEXT or not isinstance(node, ScalarNode) or not node.value.isascii():
        return False
    seen.add(id(node))
    return True


def unsafe(root: Node, seen: set[int]) -> Iterator[Unsafe]:
    """Yield the nodes at or below `root` that are aliases, carry a tag, or that YAML takes
    for a value that does not exist.

    `seen` holds the nodes already met, so that an alias is its second sight;
    a reference is not walked into, so a bomb of them costs nothing.
    """
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen or node.tag not in _PLAIN_TAGS:
            yield Unsafe(node, "yaml-reference", " uses an alias or a tag of YAML; write the value out")
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            if wrong := _unloadable(node):
                yield wrong
        else:
            waiting.extend(parts(node))


def is_loadable(node: ScalarNode) -> bool:
    """Return whether YAML can make a value of a scalar."""
    return _unloadable(node) is None


def _unloadable(node: ScalarNode) -> Unsafe | None:
    """Return why YAML cannot make a value of a scalar. MkDocs then drops the whole front
    matter without a word, and prints it as text.
    """
    value: str = node.value
    if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
        return Unsafe(node, "bad-value", " holds half a character (a surrogate)")
    maker = _MAKERS.get(node.tag)
    if maker is None:
        return None
    try:
        maker(SafeConstructor(), node)
    except (ValueError, OverflowError, LookupError, AttributeError):  # the last of `!!timestamp x`
        return _no_such(node, node.tag.removeprefix(_YAML))
    return None


def _no_such(node: ScalarNode, kind: str) -> Unsafe:
    if kind == "timestamp":
        try:
            parse_moment(node.value)
        except ValueError as error:
            return Unsafe(node, "bad-date", f": {error}")
    return Unsafe(node, "bad-value", f" is {node.value[:40]}, which YAML takes for a {_WORDS[kind]} "
                  "that does not exist; put it in quotes")


_WORDS = {"int": "number", "float": "number", "timestamp": "date", "value": "default"}


def _no_value(_constructor: SafeConstructor, node: Node) -> None:
    raise ValueError(node.value)


_MAKERS = {
    f"{_YAML}int": SafeConstructor.construct_yaml_int,
    f"{_YAML}float": SafeConstructor.construct_yaml_float,
    f"{_YAML}timestamp": SafeConstructor.construct_yaml_timestamp,
    f"{_YAML}value": _no_value,  # a lone "=", for which PyYAML has no maker
}
