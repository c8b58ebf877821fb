"""Where YAML names goals and milestones: in the front matter of pages, in folder defaults and in blocks."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from ...reading.yaml_nodes import parts
from ...vocabulary.fields import BY_KEY, Kind, Role
from ...vocabulary.names import slug
from ..scaffold import yaml_text
from .text import Edit

_OF_HISTORY = {"moved_from": Role.GOAL, "split_from": Role.MILESTONE}


class YamlPart(NamedTuple):
    """An item of a list, or a pair of a mapping, which may be taken out."""

    holder: CollectionNode
    at: int
    """Which of its items it is, from 0."""
    within: YamlPart | None
    """What the holder itself is a part of. None: it is the whole front matter."""


class Mention(NamedTuple):
    """A place where a goal or a milestone is named."""

    role: Role
    field: str
    text: str
    """As written, on one line."""
    node: ScalarNode
    part: YamlPart
    group: int
    """The same number for all names of one list, in which each may stand once only."""

    @property
    def id(self) -> str:
        return slug(self.text)


_PLAIN = re.compile(r"(?=.*/)[./]*\w[\w./-]*(?:#[\w-]+)?|\d{4}-\d\d-\d\d")
"""A path or a day, which need no quotes in YAML, wherever they stand."""
_BEFORE = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)+")
"""An anchor and a tag, as they stand before a value."""
NAMING = {key: of.name for key, of in BY_KEY.items()
           if of.name == "milestone" or (of.kind in (Kind.NAME, Kind.NAMES) and of.name != "id")}
"""From the keys that name goals and milestones to their fields."""
_OUTCOME = frozenset({"milestone", "status", *(part.name for part in BY_KEY["milestone"].parts)})
"""The keys of what a post says of one milestone alone, its name among them."""


def mentions_of(root: Node | None, withheld: Container[str] = ()) -> list[Mention]:
    """Return all names of goals and milestones in the mapping of a page, a folder or a block, in order, but
    for those of keys that are withheld.
    """
    if not isinstance(root, MappingNode):
        return []
    found: list[Mention] = []
    for at, (key, value) in enumerate(root.value):
        field = NAMING.get(key.value) if isinstance(key, ScalarNode) else None
        if isinstance(key, ScalarNode) and key.value == "history" and "history" not in withheld:
            found += _of_history(value, YamlPart(root, at, None))
        if field and key.value not in withheld:
            role = Role.GOAL if field == "goal" else Role.MILESTONE
            found += (Mention(role, field, " ".join(node.value.split()), node, part, at)
                      for node, part in _names(field, value, YamlPart(root, at, None)) if node.value.strip())
    return found


def _of_history(value: Node, part: YamlPart) -> Iterator[Mention]:
    """Yield what a milestone's page says of where it was before. None of these is in a list with others."""
    if not isinstance(value, SequenceNode):
        return
    for at, item in enumerate(value.value):
        for key, node in item.value if isinstance(item, MappingNode) else ():
            role = _OF_HISTORY.get(key.value) if isinstance(key, ScalarNode) else None
            if role and isinstance(node, ScalarNode) and node.value.strip():
                yield Mention(role, key.value, " ".join(node.value.split()), node, YamlPart(value, at, part),
                              -1 - at)


def _names(field: str, value: Node, part: YamlPart) -> Iterator[tuple[ScalarNode, YamlPart]]:
    """Yield what a value names: itself, an outcome, or each of a list of these."""
    if isinstance(value, SequenceNode):
        for at, item in enumerate(value.value):
            yield from _named(field, item, YamlPart(value, at, part))
    else:
        yield from _named(field, value, part)


def _named(field: str, node: Node, part: YamlPart) -> Iterator[tuple[ScalarNode, YamlPart]]:
    """Yield a name, the one of an outcome by its parts, or those of a mapping from names to outcomes."""
    if isinstance(node, ScalarNode):
        yield node, part
    elif isinstance(node, MappingNode):
        pairs = [(at, key, value) for at, (key, value) in enumerate(node.value)
                 if isinstance(key, ScalarNode)]
        if any(key.value in _OUTCOME for _, key, _ in pairs):
            yield from ((value, part) for _, key, value in pairs
                        if isinstance(value, ScalarNode) and NAMING.get(key.value) == field)
        else:
            yield from ((key, YamlPart(node, at, part)) for at, key, _ in pairs)


# --- edits ---


def renamed(text: str, mention: Mention, name: str) -> Edit:
    """Return the edit that writes another name in the place of one, in the same quotes if they can hold it.

    `text` is what the nodes were composed of.
    """
    node, is_in_line = mention.node, _is_in_line(mention.part)
    return Edit(start_of(text, node), end_of(text, node), scalar(name, node.style, is_in_line=is_in_line))


def scalar(value: str, style: str | None, *, is_in_line: bool) -> str:
    """Return one line of text as YAML, in a style of quotes; `is_in_line`: between brackets or as a key."""
    plain = value if _PLAIN.fullmatch(value) else yaml_text(value)
    quoted = plain if plain.startswith('"') else f'"{plain}"'
    if style == "'":
        return "'" + value.replace("'", "''") + "'" if value.isprintable() else quoted
    if style == '"' or (is_in_line and "," in value):
        return quoted
    return plain


def _is_in_line(part: YamlPart) -> bool:
    return bool(part.holder.flow_style)


def start_of(text: str, node: Node) -> int:
    """Return where a value itself begins: behind an anchor, which others may lead to, and behind a tag."""
    match = _BEFORE.match(text, node.start_mark.index)
    return match.end() if match else node.start_mark.index


def end_of(text: str, node: Node) -> int:
    """Return where a node ends in the text it was composed of: behind its last sign, not before the next."""
    while isinstance(node, CollectionNode) and not node.flow_style and parts(node):
        node = parts(node)[-1]
    begin, end = node.start_mark.index, node.end_mark.index
    return begin + len(text[begin:end].rstrip())


def removals(text: str, gone: Iterable[YamlPart]) -> list[Edit]:
    """Return the edits that take parts out: lines where each has its own, else what stands between commas.
    A list of which nothing is left goes with its key.
    """
    by_holder: dict[int, tuple[YamlPart, set[int]]] = {}
    for part in gone:
        by_holder.setdefault(id(part.holder), (part, set()))[1].add(part.at)
    edits: list[Edit] = []
    for part, places in by_holder.values():
        if part.within and len(places) == len(part.holder.value):
            edits += removals(text, [part.within])
        elif part.holder.flow_style:
            edits += _without_items(text, part.holder, places)
        else:
            edits += (_without_lines(text, part.holder, at) for at in sorted(places))
    return edits


def _span(text: str, holder: CollectionNode, at: int) -> tuple[int, int]:
    item = holder.value[at]
    first, last = item if isinstance(holder, MappingNode) else (item, item)
    return first.start_mark.index, end_of(text, last)


def _without_lines(text: str, holder: CollectionNode, at: int) -> Edit:
    start, stop = _span(text, holder, at)
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", stop) + 1
    return Edit(begin, end or len(text), "")


def _without_items(text: str, holder: CollectionNode, places: set[int]) -> Iterator[Edit]:
    """Yield what takes items out from between brackets, each with the comma before it, or behind it."""
    spans = [_span(text, holder, at) for at in range(len(holder.value))]
    kept = [at for at in range(len(spans)) if at not in places]
    for at in sorted(places):
        if at < kept[0]:
            yield Edit(spans[at][0], spans[at + 1][0], "")
        else:
            yield Edit(spans[at - 1][1], spans[at][1], "")
