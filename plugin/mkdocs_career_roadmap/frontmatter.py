"""Split a page into front matter and body, and the front matter into placed values.

python-frontmatter splits; YAML is composed to nodes and never constructed, so
that every value keeps its line and column, stays what its author wrote (`no`,
`007` and `12:30` are text until a field says otherwise) and runs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from frontmatter.default_handlers import YAMLHandler
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .problems import Place, Problem, problem

MAX_SIZE = 64 * 1024
"""Characters of front matter; real ones have a few hundred."""
MAX_DEPTH = 32
"""Levels of nesting; ours need four."""
FIRST_LINE = 2
"""The line on which the text between the fences begins."""

_LOOKS_LIKE_KEY = re.compile(r"---[ \t]*\n[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|\n|$)")
_DEEP = re.compile(r"(?:[-?:][ \t]+){%d}" % MAX_DEPTH)
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
        mark = node.start_mark
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
    if not text.startswith("---"):
        return FrontMatter(path, text)
    try:
        inner, body = _FENCES.split(text)
        opened = not text.partition("\n")[0][3:].strip(" \t")
    except ValueError:
        return _unclosed(path, text)
    if not opened:  # "----" or "--- title": a rule or a heading, no fence
        return FrontMatter(path, text)
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    page = FrontMatter(path, body, body_line, lines=inner.split("\n"))
    if len(inner) > MAX_SIZE:
        page.problems.append(problem(
            "too-large", Place(path),
            f"the front matter has {len(inner)} characters; at most {MAX_SIZE} are read"))
        return page
    node = _compose(page, inner)
    if node is None:
        return page
    if isinstance(node, ScalarNode) and inner.startswith("\n"):
        return FrontMatter(path, text)  # prose between two rules
    if not isinstance(node, MappingNode):
        page.problems.append(problem(
            "not-a-mapping", page.place(node),
            "the front matter must be lines of the form `key: value`"))
        return page
    _take_pairs(page, node)
    return page


def _unclosed(path: str, text: str) -> FrontMatter:
    page = FrontMatter(path, text)
    if _LOOKS_LIKE_KEY.match(text):
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
    if inner.count("[") + inner.count("{") <= MAX_DEPTH and not _DEEP.search(inner):
        try:
            return yaml.compose(inner, Loader=_FAST_LOADER)
        except (yaml.YAMLError, ValueError):
            pass
    try:
        return yaml.compose(inner, Loader=yaml.SafeLoader)
    except RecursionError:
        page.problems.append(problem(
            "too-deep", Place(page.path, FIRST_LINE),
            f"the front matter nests too deeply; at most {MAX_DEPTH} levels are read"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(page.path, mark.line + FIRST_LINE, mark.column + 1) if mark else Place(page.path)
        page.problems.append(problem("bad-yaml", place, _yaml_advice(page, error, place)))
    except yaml.reader.ReaderError as error:
        before = inner[: error.position]
        place = Place(page.path, before.count("\n") + FIRST_LINE,
                      len(before) - (before.rfind("\n") + 1) + 1)
        page.problems.append(problem(
            "bad-yaml", place, f"character U+{ord(inner[error.position]):04X} cannot stand in YAML; take it out"))
    return None


def _yaml_advice(page: FrontMatter, error: yaml.MarkedYAMLError, place: Place) -> str:
    """Return what YAML refused, with the fix where the line gives it away."""
    what = " ".join(part for part in (error.context, error.problem) if part)
    line = page.lines[place.line - FIRST_LINE] if place.line - FIRST_LINE < len(page.lines) else ""
    if "\t" in line[: place.column]:
        return "a tab stands here; YAML takes spaces only"
    key, colon, value = line.partition(": ")
    if "mapping values are not allowed" in what and colon and ": " in value:
        return f'a value with a colon wants quotes: {key}: "{value.strip()}"'
    if colon and value[:1] and value[:1] in "@%*&`!{":
        return f'a value that begins with {value[:1]} wants quotes: {key}: "{value.strip()}"'
    return f"not valid YAML: {what}"


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
    waiting: list[tuple[Node, int]] = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        if id(node) in seen or node.tag not in _PLAIN_TAGS or depth > MAX_DEPTH:
            yield node
            continue
        seen.add(id(node))
        if isinstance(node, SequenceNode):
            waiting.extend((item, depth + 1) for item in node.value)
        elif isinstance(node, MappingNode):
            waiting.extend((part, depth + 1) for pair in node.value for part in pair)
