"""Split a page into front matter and body, and the front matter into placed values.

python-frontmatter finds the fences and splits at them; `yaml_nodes` composes. What a host
may read of it, which constructs values and trips over some, is worked out in `host_text`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from frontmatter.default_handlers import YAMLHandler
from yaml.nodes import MappingNode, Node, ScalarNode

from ..vocabulary.fields import BY_KEY
from ..vocabulary.problems import Place, Problem, problem
from .plain_yaml import Pair, plain_pairs
from .yaml_nodes import Region, compose, is_text, unsafe

MAX_SIZE = 64 * 1024
"""Characters of front matter; real ones have a few hundred."""
MAX_BODY = 1_000_000
"""Characters of a page beyond which it is worth a word: Markdown takes seconds for them."""
STAND_IN_DAY = "1970-01-01"
"""What a blog gets that takes no post without a day, where nobody knows it."""
FIRST_LINE = 2
"""The line on which the text between the fences begins."""

_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|\n|$)")
_CUT = re.compile(r"\s*(#[^\s#]\S*)")
_FENCE_LINE = re.compile(r"(?:---|\.\.\.)[ \t]*")
_ODD_FENCE = re.compile(r"[ \t]*([-\u2010-\u2015\u2212]{1,4}|\+{3}|;{3}|\{)[ \t]*")
_ODD_KEY = re.compile(r'[ \t]*"?([A-Za-z_][\w-]*)"?[ \t]*[:=]')


_FENCES = YAMLHandler(re.compile(r"\A---[ \t]*$\n?|(?<=\n)(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE))
"""The fences MkDocs knows, so that both see the same front matter: exactly three dashes on the first line
to open, three dashes or three dots to close."""


@dataclass(slots=True)
class FrontMatter:
    """A page, split. Without front matter `values` is empty and `body` is all of it."""

    path: str
    body: str
    body_line: int = 1
    """The line of the file on which the body begins, from 1."""
    region: Region = field(default_factory=lambda: Region("", ""))
    """The text between the fences."""
    values: dict[str, Node] = field(default_factory=dict, repr=False)  # a bomb would be printed whole
    """The value of each key, as a YAML node."""
    keys: dict[str, Place] = field(default_factory=dict)
    """Where each key stands."""
    not_words: dict[str, str] = field(default_factory=dict)
    """The keys that are no text to YAML, with what they are."""
    again: list[tuple[str, Node]] = field(default_factory=list, repr=False)
    """The keys that stand a second time, with what they say there."""
    problems: list[Problem] = field(default_factory=list)
    lost: Problem | None = None
    """Why nothing of the front matter could be read. None: it could."""
    withheld: set[str] = field(default_factory=set)
    """Keys whose values a host must not get."""
    given: dict[str, str] = field(default_factory=dict)
    """Keys that a host gets in another form than their author wrote, with their values as YAML."""
    is_unloadable: bool = False
    """True when YAML can make nothing of a value: what constructs what it reads stops at the whole."""
    spans: list[tuple[str, int, int]] = field(default_factory=list)
    """Each key, from where to where it and its value stand in `region`. Empty if they share lines."""
    is_closed_at_end: bool = False
    """True when the closing fence is the file's end, without a line break: MkDocs misses it."""

    @property
    def pairs(self) -> list[tuple[str, Node]]:
        """All that it says, also what stands a second time."""
        return [*self.values.items(), *self.again]

    def place(self, node: Node) -> Place:
        """Return where `node` stands in the file."""
        return self.region.at(node.start_mark)

    def cut_comment(self, node: Node) -> str | None:
        """Return the `#word` that YAML took for a comment right behind this value, if any.

        `# word`, with a space, is a comment that somebody meant.
        """
        text, at = self.region.text, node.end_mark.index
        if text[at : at + 1] == "\n":  # as it is behind nearly all
            return None
        match = _CUT.match(self.region.behind(node.end_mark))
        return match[1] if match else None


def split(path: str, text: str) -> FrontMatter:
    """Return the page at `path`, split; never raises, whatever the text.

    What cannot be read is told in `problems`, and `values` is then empty.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _FENCES.detect(text):  # "----" or "--- title" is a rule or a heading, no fence
        return _without(path, text)
    try:
        inner, body = _FENCES.split(text)
    except ValueError:
        return _unclosed(path, text)
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    page = FrontMatter(path, body, body_line, Region(path, inner, FIRST_LINE))
    if len(inner) > MAX_SIZE:
        return _lose(page, problem(
            "too-large", Place(path),
            f"the front matter has {len(inner)} characters; at most {MAX_SIZE} are read"))
    page.is_closed_at_end = not body and not text.endswith("\n")
    if (pairs := plain_pairs(inner)) is not None:
        _take_plain(page, pairs)
        _tell_second(page)
        return page
    node, wrong = compose(page.region)
    if inner[:1] == "\n" and not isinstance(node, MappingNode) and not _KEY.match(inner.lstrip()):
        return FrontMatter(path, text)  # prose between two rules
    if wrong:
        return _lose(page, wrong)
    if node is not None and not isinstance(node, MappingNode):
        return _lose(page, problem(
            "not-a-mapping", page.place(node),
            "the front matter must be lines of the form `key: value`"))
    if isinstance(node, MappingNode):
        _take_pairs(page, node)
    _tell_second(page)
    return page


def _lose(page: FrontMatter, why: Problem) -> FrontMatter:
    page.problems.append(why)
    page.lost = why
    return page


def _unclosed(path: str, text: str) -> FrontMatter:
    page = FrontMatter(path, text)
    if not _KEY.match(text.partition("\n")[2]):
        return page
    return _lose(page, problem(
        "unclosed-front-matter", Place(path),
        "the front matter opened here is never closed; add a line `---` after it"))


def kind_of(node: ScalarNode) -> str:
    """Return what a scalar that is no text is to YAML, in words; empty for text."""
    return _NO_WORDS.get(node.tag, "")


_NO_WORDS = {f"tag:yaml.org,2002:{tag}": kind for tag, kind in {
    "int": "a number", "float": "a number", "bool": "true or false", "null": "no value",
    "timestamp": "a date"}.items()}


def _take_plain(page: FrontMatter, pairs: Sequence[Pair]) -> None:
    """Take pairs of which all can be read, and each key once."""
    ends = [*[mark.index for _, mark, _ in pairs][1:], len(page.region.text)]
    for (name, mark, value), end in zip(pairs, ends, strict=True):
        page.keys[name] = page.region.at(mark)
        page.values[name] = value
        page.spans.append((name, mark.index, end))


def _take_pairs(page: FrontMatter, node: MappingNode) -> None:
    seen: set[int] = set()
    starts: list[tuple[str, int]] = []
    for key, value in node.value:
        name = key.value if isinstance(key, ScalarNode) else None
        if not isinstance(name, str):
            page.lost = problem("bad-yaml", page.place(key), "a key must be one word")
            page.problems.append(page.lost)
            list(unsafe(value, seen))  # what is an alias of it, further down, is one
            continue
        starts.append((name, key.start_mark.index))
        if kind := _NO_WORDS.get(key.tag):
            page.not_words[name] = kind
        _take_pair(page, name, key, value, seen)
    if starts and not node.flow_style:
        ends = [at for _, at in starts[1:]] + [len(page.region.text)]
        page.spans = [(name, at, end) for (name, at), end in zip(starts, ends, strict=True)]


def _take_pair(page: FrontMatter, name: str, key: Node, value: Node, seen: set[int]) -> None:
    problems = [bad for node in (key, value) if not is_text(node, seen) for bad in unsafe(node, seen)]
    if name in page.keys:
        page.problems.append(problem(
            "duplicate-key", page.place(key),
            f"{name!r} stands twice; keep one of the two", page.keys[name]))
        page.again.append((name, value))
        if problems:
            page.withheld.add(name)
        return
    page.keys[name] = page.place(key)
    page.values[name] = value
    page.is_unloadable |= any(bad.code != "yaml-reference" for bad in problems)
    for bad in problems[:1]:  # one for a key: the others come of the same slip
        # An alias stands where its anchor does, which may be far above.
        page.problems.append(problem(
            bad.code, max(page.keys[name], page.place(bad.node)), f"{name}{bad.why}"))
        page.withheld.add(name)


def _without(path: str, text: str) -> FrontMatter:
    """Return a page that does not begin with front matter, with a word if it seems to want some."""
    page = FrontMatter(path, text)
    start = text.lstrip()
    at = Place(path, text.count("\n", 0, len(text) - len(start)) + 1)
    first, _, rest = start.partition("\n")
    if _ODD_FENCE.fullmatch(first) and _leading_keys(rest) & BY_KEY.keys():
        page.problems.append(problem(
            "odd-fence", at, "the front matter must begin with three dashes, `---`, on the first line"))
    elif _leading_keys(start) & {"goal", "goals", "milestone", "milestones"}:
        page.problems.append(problem(
            "odd-fence", at, "these lines are no front matter; put a line `---` before and after them"))
    return page


def _tell_second(page: FrontMatter) -> None:
    start = page.body.lstrip()
    keys = start.split("\n", 1)[1] if start.startswith("---\n") else start
    if (second := _leading_keys(keys)) & BY_KEY.keys():
        behind = keys.split("\n", len(second))[-1]
        if _FENCE_LINE.fullmatch(behind.partition("\n")[0]):
            line = page.body_line + page.body.count("\n", 0, len(page.body) - len(start))
            page.problems.append(problem(
                "second-front-matter", Place(page.path, line),
                "this looks like a second front matter, which is printed as text; put its lines into "
                "the first"))


def _leading_keys(text: str) -> set[str]:
    """Return the keys of the lines that a text begins with, as far as they are `key: value`."""
    keys: set[str] = set()
    start = 0
    while (match := _ODD_KEY.match(text, start, 5000)) and match[1] not in keys:
        keys.add(match[1])
        start = text.find("\n", start) + 1 or len(text)
    return keys


def host_text(front: FrontMatter, withheld: Collection[str] = ()) -> str | None:
    """Return the page as a host can read it; None: as its author wrote it.

    Keys in `withheld` are left out besides those that no host should get. Of front
    matter that is lost nothing is left but a day, without which a blog has no post.
    """
    keys = {key for key in (*front.withheld, *withheld) if key in front.keys}
    if front.lost:
        return f"---\ndate: {STAND_IN_DAY}\n---\n{front.body}"
    if not keys and not front.given and not front.is_closed_at_end:
        return None
    text = front.region.text
    keys |= front.given.keys()
    if keys and not front.spans:
        text = ""
    for key, start, end in reversed(front.spans):
        if key in keys:
            text = text[:start] + text[end:]
    given = "".join(f"{key}: {value}\n" for key, value in front.given.items())
    return f"---\n{given}{text.rstrip(chr(10))}\n---\n{front.body}"
