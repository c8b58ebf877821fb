"""Values of YAML as Ruby reads them: made of nodes that were composed and nothing run.

Where Ruby (Psych) and PyYAML differ, Ruby is right here: `08` and `1e5` are text, `no` is false and `y` is
not true, a moment without a zone is UTC.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.resolver import Resolver

from mkdocs_career_roadmap.reading.yaml_nodes import Region, compose
from mkdocs_career_roadmap.vocabulary.problems import Place

from .ruby import moment_of

MAX_VALUES = 200_000
"""Values of one text with its aliases written out; a bomb has more."""
MAX_DIGITS = 4000
"""Python refuses longer numbers."""

_TAG = "tag:yaml.org,2002:"
_TRUE, _FALSE = frozenset(("yes", "true", "on")), frozenset(("no", "false", "off"))
_DAY = re.compile(r"(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)")
_MOMENT = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?"
    r"(?:\s*(Z|([-+]\d{1,2}):?(\d\d)?))?")
_FLOAT = re.compile(r"[-+]?([0-9][0-9_,]*)?\.[0-9]*([eE][-+][0-9]+)?")
_INT = re.compile(
    r"(?P<sign>[-+]?)(?:0b(?P<b2>[01_,]+)|0(?P<b8>[0-7_,]+)|(?P<b10>0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)"
    r"|0x(?P<b16>[0-9a-fA-F_,]+))")
_SIXTIES = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(\.[0-9_]*)?")
_HALF = re.compile("[\ud800-\udfff]")
_ODD_FLOATS = {".inf": float("inf"), "+.inf": float("inf"), "-.inf": float("-inf"), ".nan": float("nan")}


class YamlError(Exception):
    """A text that YAML does not read, with its place and one sentence for its author."""

    def __init__(self, place: Place, what: str) -> None:
        super().__init__(what)
        self.place, self.what = place, what


def mapping_of(region: Region) -> tuple[dict[str, Any], dict[str, Node], dict[str, int]]:
    """Return a text's values, their nodes and the lines of their keys, by key; empty for an empty text.

    Raises YamlError for what is no YAML or no mapping.
    """
    root, wrong = compose(region)
    if wrong is not None:
        raise YamlError(wrong.place, wrong.message)
    if root is None or (isinstance(root, ScalarNode) and value_of(root) is None):
        return {}, {}, {}
    if not isinstance(root, MappingNode):
        raise YamlError(region.at(root.start_mark), "these must be lines of the form `key: value`")
    values = _Values(region)
    pairs = [pair for pair in root.value if isinstance(pair[0], ScalarNode)]
    nodes = {key.value: value for key, value in pairs if key.value != "<<"}
    lines = {key.value: region.at(key.start_mark).line for key, _ in pairs}
    return values.mapping(root), nodes, lines


def value_of(node: Node) -> Any:
    """Return the value of a node. Raises YamlError when there are too many in it."""
    return _Values(Region("", "")).of(node)


class _Values:
    """Makes values, and counts what they would be with every alias written out."""

    def __init__(self, region: Region) -> None:
        self.region = region
        self.cache: dict[int, tuple[Any, int]] = {}
        self.open: set[int] = set()

    def of(self, node: Node) -> Any:
        return self._sized(node)[0]

    def mapping(self, node: MappingNode) -> dict[str, Any]:
        values: dict[str, Any] = self.of(node)
        return values

    def _sized(self, node: Node) -> tuple[Any, int]:
        if isinstance(node, ScalarNode):
            if _HALF.search(node.value):
                self._refuse(node, "it holds half a character (a surrogate)")
            return _scalar(node), 1
        if id(node) not in self.cache:
            if id(node) in self.open:
                self._refuse(node, "an alias of YAML stands within what it names")
            self.open.add(id(node))
            self.cache[id(node)] = made = self._made(node)
            if made[1] > MAX_VALUES:
                self._refuse(node, "the aliases of YAML in it make too many values")
        return self.cache[id(node)]

    def _made(self, node: Node) -> tuple[Any, int]:
        if isinstance(node, SequenceNode):
            parts = [self._sized(part) for part in node.value]
            return [value for value, _ in parts], 1 + sum(size for _, size in parts)
        values: dict[str, Any] = {}
        size = 1
        for key, part in node.value:
            value, more = self._sized(part)
            size += more
            if key.value == "<<" and isinstance(key, ScalarNode):
                for base in value if isinstance(value, list) else [value]:
                    values.update(base if isinstance(base, Mapping) else {})
            else:
                named = self.of(key)
                values[key.value if isinstance(key, ScalarNode) else str(named)] = value
        return values, size

    def _refuse(self, node: Node, what: str) -> None:
        raise YamlError(self.region.at(node.start_mark), what)


_RESOLVER = Resolver()


def _scalar(node: ScalarNode) -> Any:
    """Return the value of a scalar; quotes and `!!str` make it text."""
    text: str = node.value
    if node.style:  # of a plain one it is None, or empty when libyaml read it
        return text
    meant: str = _RESOLVER.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    is_told = node.tag == f"{_TAG}str" != meant
    return text if is_told else plain(text)


def plain(text: str) -> Any:
    """Return the value of a word without quotes (rule: psych/scalar_scanner.rb)."""
    word = text.lower()
    if word in ("", "~", "null"):
        return None
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    if text[0] not in "+-.0123456789":
        return text
    return _day(text) or _number(text)


def _day(text: str) -> date | datetime | None:
    if match := _DAY.fullmatch(text):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            return None
    return _moment(match) if (match := _MOMENT.fullmatch(text)) else None


def _moment(match: re.Match[str]) -> datetime | None:
    hours, minutes = int(match[9] or 0), int(match[10] or 0)
    offset = timedelta(hours=hours, minutes=-minutes if hours < 0 else minutes)
    try:
        zone = timezone(offset) if offset else UTC
        return moment_of(*map(int, match.groups()[:6])).replace(tzinfo=zone)
    except ValueError:
        return None


def _number(text: str) -> Any:
    if text.lower() in _ODD_FLOATS:
        return _ODD_FLOATS[text.lower()]
    if len(text) > MAX_DIGITS:
        return text
    if match := _SIXTIES.fullmatch(text):
        make = float if match[1] else int
        parts = text.replace("_", "").split(":")
        return sum(make(part) * 60 ** abs(at - 2) for at, part in enumerate(parts))
    if _FLOAT.fullmatch(text) and re.search(r"\d", text):
        return float(re.sub("[,_]", "", text))
    if match := _INT.fullmatch(text):
        kind = match.lastgroup or ""
        digits = re.sub("[,_]", "", match[kind])
        base = int(kind[1:])
        return int(match["sign"] + digits, base) if digits else 0 if base == 8 else text
    return text
