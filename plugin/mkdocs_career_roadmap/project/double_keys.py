"""Options of ours that stand twice in a configuration, of which YAML takes the last and says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_KEY = "career-roadmap"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST = 20
"""How many configurations may inherit from one another."""


def double_keys(config: Path, depth: int = 0) -> list[str]:
    """Return a sentence for each key that stands twice below our name, in a configuration or in one that it
    inherits from. One that cannot be read has none: that is told elsewhere.
    """
    try:
        root = yaml.compose(config.read_text("utf-8-sig"), Loader=_LOADER)
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return []
    found, parent = [], None
    for key, value in _pairs(root):
        if key.value == "plugins":
            twice = ((key.start_mark, key.value) for key in _twice(value, is_ours=False))
            found += [f"{config}:{at.line + 1}:{at.column + 1}: {name} stands twice below {_KEY}; "
                      "keep one of them" for at, name in twice]
        elif key.value == "INHERIT" and isinstance(value, ScalarNode):
            parent = config.parent / value.value
    return [*double_keys(parent, depth + 1), *found] if parent and depth < _MOST else found


def _pairs(node: Node | None) -> list[tuple[ScalarNode, Node]]:
    pairs = node.value if isinstance(node, MappingNode) else []
    return [(key, value) for key, value in pairs if isinstance(key, ScalarNode)]


def _twice(node: Node, *, is_ours: bool) -> Iterator[ScalarNode]:
    """Yield the keys of a value that its mappings have already, at any depth below our name."""
    for part in node.value if isinstance(node, SequenceNode) else ():
        yield from _twice(part, is_ours=is_ours)
    seen = set()
    for key, value in _pairs(node):
        if is_ours and key.value in seen:
            yield key
        seen.add(key.value)
        if is_ours or key.value == _KEY:
            yield from _twice(value, is_ours=True)
