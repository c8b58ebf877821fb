"""A page with other names in it: in its front matter and in its blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node

from ...reading.front_matter import FrontMatter, split
from ...reading.prose import RoadmapBlock, roadmap_blocks
from ...reading.yaml_nodes import Region, compose
from ...vocabulary.fields import Role
from ...vocabulary.names import slug
from ...vocabulary.paths import is_page
from ..front_matter_edit import plain_value
from .mentions import NAMING, Mention, YamlPart, mentions_of, removals, renamed
from .text import Edit, FileText

NewName = Callable[[Mention], str | None]
"""Returns what is to stand in the place of a name: another one, nothing at all (`""`), or (None) the same."""



Means = Callable[[Role, str], tuple[str, str]]
"""Returns the ids that a name stands for, before the change and after it: two may come to be one."""


def _by_itself(_role: Role, name: str) -> tuple[str, str]:
    return slug(name), slug(name)


@dataclass(frozen=True, slots=True)
class _Yaml:
    """A stretch of YAML within a text."""

    text: str
    root: Node | None
    place: Callable[[int], int]
    """From a place in `text` to one in the whole."""
    withheld: frozenset[str] = frozenset()
    """Keys that nobody reads."""

    @property
    def mentions(self) -> list[Mention]:
        return mentions_of(self.root, self.withheld)


def mentions_on(path: str, raw: str) -> list[Mention]:
    """Return the names on a page, or in the defaults of a folder, those of its blocks last."""
    return [mention for part in _parts_of(path, FileText(raw).read) for mention in part.mentions]


def with_names(path: str, raw: str, new_name: NewName, means: Means = _by_itself) -> str:
    """Return a file with other names in it. What a list then names twice stands in it once.

    Raises ValueError, with a message for its author, where the file cannot be changed without changing more.
    """
    file = FileText(raw)
    edits, wanted = [], []
    for part in _parts_of(path, file.read):
        changed, kept = _changed(part, new_name, means)
        edits += [Edit(part.place(e.start), part.place(e.stop), e.new) for e in changed]
        wanted += kept
    if not edits:
        return raw
    after = file.edited(edits)
    now = [(m.field, m.text) for m in mentions_on(path, after)]
    before, rest = _rest(path, raw), _rest(path, after)
    if now == wanted and (also := [key for key in before if key in rest and before[key] != rest[key]]):
        raise ValueError(f"its line {also[0]!r} is an alias (`*`) of a name in it, and would change, too; "
                         "write out what it is to say, and run this again")
    if now != wanted or rest != before:
        raise ValueError("its front matter takes no other names as it is written; change them by hand")
    return after


def _changed(part: _Yaml, new_name: NewName, means: Means) -> tuple[list[Edit], list[tuple[str, str]]]:
    """Return the edits of one stretch, and which names then stand in it."""
    told = [(mention, new_name(mention)) for mention in part.mentions]
    second = _second(told, means)
    edits: list[Edit] = []
    gone: list[YamlPart] = []
    wanted: list[tuple[str, str]] = []
    for mention, name in told:
        now = mention.text if name is None else name
        if not now or id(mention) in second:
            gone.append(mention.part)
        else:
            wanted.append((mention.field, now))
            if now != mention.text:
                edits.append(renamed(part.text, mention, now))
    edits = list(dict.fromkeys(edits))  # a name at an anchor is named by each alias, too
    return [*edits, *_apart(removals(part.text, gone), edits)], wanted


def _second(told: list[tuple[Mention, str | None]], means: Means) -> set[int]:
    """Return which of some names a change makes the same as another one of their list: all but the first, or
    the first that says more. Raises ValueError where two say different things.
    """
    same: dict[tuple[int, str], list[Mention]] = {}
    for mention, name in told:
        if now := mention.text if name is None else name:
            same.setdefault((mention.group, means(mention.role, now)[1]), []).append(mention)
    second: set[int] = set()
    for found in same.values():
        if len({means(m.role, m.text)[0] for m in found}) > 1:
            kept = next((m for m in found if _said(m)), found[0])
            others = [m for m in found if m is not kept]
            if other := next((m for m in others if _said(m) not in (None, _said(kept))), None):
                raise ValueError(f"it says different things of {kept.text!r} and {other.text!r}, which are "
                                 "to be one; take one of them out")
            second |= {id(m) for m in others}
    return second


def _apart(removed: list[Edit], edits: list[Edit]) -> list[Edit]:
    """Return what is removed; raises ValueError where that has to do with what is changed."""
    if any(e.start < r.stop and r.start < e.stop for r in removed for e in edits):
        raise ValueError("two names stand in each other's way in it; change them by hand")
    return removed


def _said(mention: Mention) -> object:
    """Return what stands beside a name in its list. None: nothing does."""
    holder, at = mention.part.holder, mention.part.at
    item = holder.value[at]
    if isinstance(holder, MappingNode):
        return plain_value(item[1]) if mention.part.within else None
    if isinstance(item, MappingNode):
        return [(key.value, plain_value(value)) for key, value in item.value
                if value is not mention.node] or None
    return None


# --- where YAML stands ---


def _parts_of(path: str, text: str) -> Iterator[_Yaml]:
    if not is_page(path):
        root, wrong = compose(Region(path, text))
        yield _Yaml(text, None if wrong else root, lambda at: at)
        return
    front = split(path, text)
    if root := root_of(front):
        begin = text.find("\n") + 1
        yield _Yaml(front.region.text, root, lambda at: at + begin, frozenset(front.withheld))
    lines = front.body.split("\n")
    before = len(text) - len(front.body)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for block in roadmap_blocks(front.body):
        root, wrong = compose(Region(path, block.inner))
        if wrong is None:
            yield _Yaml(block.inner, root, _in_block(block, lines, starts, before))


def root_of(front: FrontMatter) -> MappingNode | None:
    """Return the front matter as one mapping; None: there is none, or it is broken."""
    root, _ = compose(front.region) if front.keys and not front.lost else (None, None)
    return root if isinstance(root, MappingNode) else None


def _in_block(
    block: RoadmapBlock, lines: list[str], starts: list[int], before: int
) -> Callable[[int], int]:
    """Return what finds a place of a block's text in the whole one, in which the block is indented."""
    def place(at: int) -> int:
        row = block.inner.count("\n", 0, at)
        column = at - (block.inner.rfind("\n", 0, at) + 1)
        line = block.start + 1 + row
        indent = len(block.indent) if lines[line].startswith(block.indent) else 0
        return before + starts[line] + indent + column

    return place


def _rest(path: str, raw: str) -> dict[str, object]:
    """Return what a page says besides names, by its keys, to be compared."""
    pairs = split(path, raw).pairs if is_page(path) else []
    return {key: plain_value(node) for key, node in pairs if key not in (*NAMING, "history")}
