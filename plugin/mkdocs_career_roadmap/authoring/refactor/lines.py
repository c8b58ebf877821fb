"""A page with another title, and with more or fewer values in the lists of its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from yaml.nodes import Node, ScalarNode, SequenceNode

from ...reading.front_matter import FrontMatter, split
from ...reading.hidden_pages.naming import masked
from ...reading.prose import plain, title_of
from ...vocabulary.names import slug
from ..front_matter_edit import insert_lines
from ..scaffold import yaml_text
from .mentions import end_of, scalar, start_of
from .text import Edit, FileText

_ATX = re.compile(r"(#[ \t]+)(.+?)((?:[ \t]*\{[^{}]*\})?(?:[ \t]+#+)?[ \t]*)$", re.MULTILINE)
_SETEXT = re.compile(r"(.+)\n=+[ \t]*$", re.MULTILINE)


def with_title(path: str, raw: str, title: str) -> str:
    """Return a page with another title wherever it has one: in a line, in its heading, or in both. With
    neither it gets a line. Raises ValueError.
    """
    file = FileText(raw)
    front = split(path, file.read)
    node = front.values.get("title")
    edits = []
    heading = title_of(front.body)
    is_in_line = isinstance(node, ScalarNode) and bool(node.value.strip())
    if is_in_line and isinstance(node, ScalarNode):
        begin = file.read.find("\n") + 1
        edits.append(Edit(begin + start_of(front.region.text, node), begin + end_of(front.region.text, node),
                          scalar(title, node.style, is_in_line=False)))
    if heading and (not is_in_line or slug(heading) == slug(front.values["title"].value)):
        edits.append(_heading_edit(file.read, front, title))
    if not edits:
        return insert_lines(raw, [f"title: {yaml_text(title)}"])
    return file.edited(edits)


def _heading_edit(text: str, front: FrontMatter, title: str) -> Edit:
    before, body = len(text) - len(front.body), masked(front.body)
    at = len(body) - len(body.lstrip())
    shown = title if plain(title) == title else re.sub(r"([\\`*_\[\]{}])", r"\\\1", title)
    if match := _ATX.match(body, at):
        return Edit(before + match.start(2), before + match.end(2), shown)
    match = _SETEXT.match(body, at)
    if match is None:
        raise ValueError("its heading cannot be changed as it is written; change it by hand")
    return Edit(before + match.start(1), before + match.end(1), shown)


def with_values(path: str, raw: str, key: str, values: Iterable[str]) -> str:
    """Return a page that has more values in the list of a key; those that it has already stay once.

    Raises ValueError.
    """
    file = FileText(raw)
    front = split(path, file.read)
    node = front.values.get(key)
    there = [" ".join(item.value.split()) for item in items_of(node) if isinstance(item, ScalarNode)]
    more = [value for value in dict.fromkeys(values) if value not in there]
    if not more:
        return raw
    if node is None:
        written = [scalar(value, None, is_in_line=len(more) > 1) for value in more]
        line = written[0] if len(more) == 1 else f"[{', '.join(written)}]"
        return insert_lines(raw, [f"{key}: {line}"])
    begin, inner = file.read.find("\n") + 1, front.region.text
    edit = _added(inner, node, more)
    after = file.edited([Edit(begin + edit.start, begin + edit.stop, edit.new)])
    now = items_of(split(path, after).values.get(key))
    if [" ".join(item.value.split()) for item in now if isinstance(item, ScalarNode)] != [*there, *more]:
        raise ValueError(f"its line {key!r} takes no more values as it is written; add them by hand")
    return after


def with_record(path: str, raw: str, key: str, record: Mapping[str, str]) -> str:
    """Return a page that has one more record, of texts, at the end of a list. Raises ValueError."""
    parts = (f"{name}: {scalar(text, None, is_in_line=True)}" for name, text in record.items())
    written = f"{{{', '.join(parts)}}}"
    file = FileText(raw)
    front = split(path, file.read)
    node = front.values.get(key)
    if node is None:
        raw = insert_lines(raw, [f"{key}: [{written}]"])
        return FileText(raw).edited([_as_lines(raw, key, written)])
    if not isinstance(node, SequenceNode) or not node.value:
        raise ValueError(f"its line {key!r} takes no more as it is written; add {written} by hand")
    begin = file.read.find("\n") + 1
    edit = _more(front.region.text, node, [written], [written])
    return file.edited([Edit(begin + edit.start, begin + edit.stop, edit.new)])


def _as_lines(raw: str, key: str, written: str) -> Edit:
    """Return the edit that gives the only record of a new list a line of its own."""
    text = FileText(raw).read
    at = text.index(f"{key}: [{written}]")
    indent = " " * (at - text.rfind("\n", 0, at) - 1)
    return Edit(at + len(key) + 1, at + len(key) + 4 + len(written), f"\n{indent}  - {written}")


def items_of(node: Node | None) -> list[Node]:
    if isinstance(node, SequenceNode):
        return list(node.value)
    return [node] if isinstance(node, ScalarNode) and node.value.strip() else []


def _added(text: str, node: Node, more: list[str]) -> Edit:
    """Return the edit that brings more values into a list, or makes one of a single value."""
    written = [scalar(value, None, is_in_line=True) for value in more]
    if isinstance(node, SequenceNode):
        return _more(text, node, written, [scalar(value, None, is_in_line=False) for value in more])
    if isinstance(node, ScalarNode):
        own = [" ".join(node.value.split())] if node.value.strip() else []
        listed = [*(scalar(value, node.style, is_in_line=True) for value in own), *written]
        return Edit(start_of(text, node), end_of(text, node), f"[{', '.join(listed)}]")
    raise ValueError("its other names are no list; write them by hand")


def _more(text: str, node: SequenceNode, in_line: list[str], in_lines: list[str]) -> Edit:
    """Return the edit that brings more items into a list, as written in brackets or each on a line."""
    if node.flow_style or not node.value:
        at = end_of(text, node.value[-1]) if node.value else start_of(text, node) + 1
        return Edit(at, at, (", " if node.value else "") + ", ".join(in_line))
    first = node.value[0].start_mark.index
    line = text[text.rfind("\n", 0, first) + 1 : first]  # with its dash
    at = text.find("\n", end_of(text, node))
    at = at if at >= 0 else len(text)
    return Edit(at, at, "".join(f"\n{line}{item}" for item in in_lines))
