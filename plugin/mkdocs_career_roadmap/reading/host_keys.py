"""Keys of MkDocs and its themes that stop the build if their values are not what these expect.

Not ours to explain, but ours to catch: Material ends in a traceback on `hide: true`,
and a server that rebuilds would answer nobody until it is mended.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..vocabulary.problems import Place, problem
from .front_matter import FrontMatter
from .yaml_nodes import NULL


class ThemeFile(NamedTuple):
    """A template or an icon of the theme that a page asks for by name."""

    key: str
    """`template` or `icon`."""
    name: str
    place: Place


def check_foreign(front: FrontMatter) -> tuple[ThemeFile, ...]:
    """Tell the values of foreign keys that would stop the build, and withhold them from it.

    Returns what only the host can check: whether the theme has the files a page asks for.
    """
    theme_files = []
    for key, (fits, wanted) in _SHAPES.items():
        node = front.values.get(key)
        if node is None or key in front.withheld or (isinstance(node, ScalarNode) and node.tag == NULL):
            continue
        if not fits(node):
            front.withheld.add(key)
            front.problems.append(problem(
                "bad-host-value", front.place(node), f"{key} is {_shape(node)}; write {wanted}"))
        elif key in ("template", "icon") and isinstance(node, ScalarNode):
            theme_files.append(ThemeFile(key, node.value, front.place(node)))
    return tuple(theme_files)


def _shape(node: Node) -> str:
    if isinstance(node, ScalarNode):
        return repr(node.value[:40])
    if isinstance(node, MappingNode):
        return "a mapping"
    return "a list" if all(map(_is_text, node.value)) else "a list with something else than words"


def _is_text(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.tag != NULL


def _is_list(node: Node) -> bool:
    return isinstance(node, SequenceNode) and all(map(_is_text, node.value))


def _is_tags(node: Node) -> bool:
    # One tag without a list is for the theme to refuse or to take; it does either in good order.
    return _is_text(node) or _is_list(node)


def _is_mapping(node: Node) -> bool:
    return isinstance(node, MappingNode)


def _is_inside(node: Node) -> bool:
    """True for the name of a file that cannot lie outside of the theme's folder."""
    if not isinstance(node, ScalarNode):
        return False
    name: str = node.value
    return (node.tag.endswith(":str") and "\\" not in name and ":" not in name
            and not name.startswith("/") and not posixpath.normpath(name).startswith(".."))


_Shape = tuple[Callable[[Node], bool], str]
_SHAPES: Mapping[str, _Shape] = {
    "title": (_is_text, "one line of text"),
    "hide": (_is_list, "a list, such as [toc]"),
    "search": (_is_mapping, "a mapping, such as {exclude: true}"),
    "template": (_is_inside, "the name of a template of the theme, such as main.html"),
    "icon": (_is_inside, "the name of an icon, such as material/flag"),
    "tags": (_is_tags, "a list of words"),
}
