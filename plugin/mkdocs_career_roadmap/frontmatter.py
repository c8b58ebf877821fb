"""Split a page into front matter and body, and the front matter into placed values.

python-frontmatter splits; YAML is composed to nodes and never constructed, so
that every value keeps its line and column, stays what its author wrote (`no`,
`007` and `12:30` are text until a field says otherwise) and runs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace

import yaml
from frontmatter.default_handlers import YAMLHandler
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import Reader

from .problems import Place, Problem, problem

MAX_SIZE = 64 * 1024
"""Characters of front matter; real ones have a few hundred."""
MAX_DEPTH = 32
"""Levels of nesting; ours need four."""
FIRST_LINE = 2
"""The line on which the text between the fences begins."""

_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|\n|$)")
_DEEP = re.compile(rf"(?:[-?:][ \t]+){{{MAX_DEPTH}}}")
_BEHIND_INDENT = re.compile(r"[^ \t\n].*")
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "value")
)


class _Fences(YAMLHandler):
    """The fences MkDocs knows, so that both see the same front matter: exactly
    three dashes to open, three dashes or three dots to close.
    """

    FM_BOUNDARY = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)


_FENCES = _Fences()
_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class FrontMatter:
    """A page, split. Without front matter `values` is empty and `body` is all of it."""

    path: str
    body: str
    body_line: int = 1
    """The line of the file on which the body begins, from 1."""
    values: dict[str, Node] = field(default_factory=dict)
    """The value of each key, as a YAML node."""
    keys: dict[str, Place] = field(default_factory=dict)
    """Where each key stands."""
    problems: list[Problem] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """The text between the fences."""

    def place(self, node: Node) -> Place:
        """Return where `node` stands in the file."""
        return self.at(node.start_mark)

    def at(self, mark: yaml.Mark) -> Place:
        """Return the place of a mark of YAML's, which counts from 0 behind the first fence."""
        return Place(self.path, mark.line + FIRST_LINE, mark.column + 1)

    def cut_comment(self, node: Node) -> str | None:
        """Return the `#word` that YAML took for a comment right behind this value, if any.

        `# word`, with a space, is a comment that somebody meant.
        """
        end = node.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        match = re.match(r"\s*(#[^\s#]\S*)", rest)
        return match[1] if match else None


def split(path: str, text: str) -> FrontMatter:
    """Return the page at `path`, split; never raises, whatever the text.

    What cannot be read is told in `problems`, and `values` is then empty.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    if first.rstrip(" \t") != "---":  # "----" or "--- title" is a rule or a heading, no fence
        return FrontMatter(path, text)
    try:
        inner, body = _FENCES.split(text)
    except ValueError:
        return _unclosed(path, text, rest)
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    # Split as YAML counts lines: U+0085, U+2028 and U+2029 end one, too.
    page = FrontMatter(path, body, body_line, lines=inner.splitlines())
    if len(inner) > MAX_SIZE:
        page.problems.append(problem(
            "too-large", Place(path),
            f"the front matter has {len(inner)} characters; at most {MAX_SIZE} are read"))
        return page
    node = _compose(page, inner)
    if inner[:1] == "\n" and not isinstance(node, MappingNode) and not _KEY.match(inner.lstrip()):
        return FrontMatter(path, text)  # prose between two rules
    if node is None:
        return page
    if not isinstance(node, MappingNode):
        page.problems.append(problem(
            "not-a-mapping", page.place(node),
            "the front matter must be lines of the form `key: value`"))
        return page
    _take_pairs(page, node)
    return page


def _unclosed(path: str, text: str, rest: str) -> FrontMatter:
    page = FrontMatter(path, text)
    if _KEY.match(rest):
        page.problems.append(problem(
            "unclosed-front-matter", Place(path),
            "the front matter opened here is never closed; add a line `---` after it"))
    return page


def _compose(page: FrontMatter, inner: str) -> Node | None:
    """Return the root node, or None for an empty or a broken front matter.

    libyaml is fifteen times as fast as PyYAML's own loader, but dies of deep
    nesting with a signal that Python cannot catch: what might nest deeply, and
    what libyaml refuses, goes to the slow one, which also tells places better.
    """
    if bad := Reader.NON_PRINTABLE.search(inner):
        before = f"{inner[: bad.start()]}.".splitlines()
        page.problems.append(problem(
            "bad-yaml", Place(page.path, len(before) + FIRST_LINE - 1, len(before[-1])),
            f"character U+{ord(bad[0]):04X} cannot stand in YAML; take it out"))
        return None
    if inner.count("[") + inner.count("{") <= MAX_DEPTH and not _DEEP.search(inner):
        with suppress(yaml.YAMLError):
            return _refuse_depth(page, yaml.compose(inner, Loader=_FAST_LOADER))
    # It refuses every tab, though between words YAML and libyaml allow them.
    loader = yaml.SafeLoader(_BEHIND_INDENT.sub(lambda m: m[0].replace("\t", " "), inner))
    try:
        return _refuse_depth(page, loader.get_single_node())
    except RecursionError:
        page.problems.append(_too_deep(Place(page.path, FIRST_LINE)))
    except yaml.MarkedYAMLError as error:
        page.problems.append(_refused(page, error))
    except (ValueError, OverflowError):  # PyYAML trips over "\UFFFFFFFF" and a %YAML of 5000 digits
        page.problems.append(problem(
            "bad-yaml", page.at(loader.get_mark()), "not valid YAML: a number here is too large"))
    return None


def _refuse_depth(page: FrontMatter, root: Node | None) -> Node | None:
    """Return `root`, or None if lists and mappings nest too deeply in it.

    Goes down level by level and meets no node twice, so that aliases cost nothing.
    """
    level: dict[int, Node] = {id(root): root} if root is not None else {}
    seen: set[int] = set()
    for _ in range(MAX_DEPTH):
        seen.update(level)
        below = (part for node in level.values() for part in _parts(node))
        level = {id(n): n for n in below if isinstance(n, CollectionNode) and id(n) not in seen}
    if not level:
        return root
    page.problems.append(_too_deep(page.place(next(iter(level.values())))))
    return None


def _too_deep(place: Place) -> Problem:
    return problem("too-deep", place,
                   f"the front matter nests too deeply; at most {MAX_DEPTH} levels are read")


def _refused(page: FrontMatter, error: yaml.MarkedYAMLError) -> Problem:
    """Return what YAML refused, with the fix where the line gives it away."""
    what = " ".join(part for part in (error.context, error.problem) if part)
    marks = [mark for mark in (error.context_mark, error.problem_mark) if mark]
    # What is missed only at the end began before: an open quote, a key without its colon.
    began = marks[-1].line >= len(page.lines) or "a simple key" in what
    mark = marks[0 if began else -1]
    line = page.lines[mark.line] if mark.line < len(page.lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        place = replace(page.at(mark), column=indent.index("\t") + 1)
        return problem("bad-yaml", place, "a tab stands here; YAML takes spaces only")
    key, _, value = (part.strip() for part in line.partition(": "))
    advice = f"not valid YAML: {what}"
    if "mapping values are not allowed" in what and (": " in value or value.endswith(":")):
        advice = f"a value with a colon wants quotes: {key}: {quoted(value)}"
    elif value.startswith(("@", "%", "*", "&", "`", "!", "{{", "{%")):
        advice = f"a value that begins with {value[0]} wants quotes: {key}: {quoted(value)}"
    return problem("bad-yaml", page.at(mark), advice)


def quoted(value: str) -> str:
    """Return `value`, one line of text, as YAML takes it whatever it holds."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _take_pairs(page: FrontMatter, node: MappingNode) -> None:
    for key, value in node.value:
        name = key.value if isinstance(key, ScalarNode) else None
        if not isinstance(name, str):
            page.problems.append(problem(
                "bad-yaml", page.place(key), "a key must be one word"))
        elif name in page.keys:
            page.problems.append(problem(
                "duplicate-key", page.place(key),
                f"{name!r} stands twice; keep one of the two", page.keys[name]))
        else:
            page.keys[name] = page.place(key)
            page.values[name] = value


def references(root: Node, seen: set[int]) -> Iterator[Node]:
    """Yield the nodes below `root` that are aliases of others or carry a tag.

    `seen` holds the nodes already met, so that an alias is its second sight;
    a reference is not walked into, so a bomb of them costs nothing.
    """
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen or node.tag not in _PLAIN_TAGS:
            yield node
            continue
        seen.add(id(node))
        waiting.extend(_parts(node))


def _parts(node: Node) -> list[Node]:
    """Return the nodes directly below: a list's items, a mapping's keys and values."""
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, SequenceNode) else []
