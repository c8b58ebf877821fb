"""What stands below the title of a post besides its day: who wrote it, and how long it takes to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import ceil

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .prose import COMMENT
from .yaml_nodes import NULL

WORDS_A_MINUTE = 265
"""As Material's blog has it."""
SIGNS_A_MINUTE = 500
"""Of writings that have no spaces between words."""
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"\w+")
_NOT_READ = re.compile(r"\]\([^\s()]*|<[a-zA-Z/][^<>]*>|https?://[^\s<>]*")
"""The target of a link, a tag, an address."""
_PICTURE = re.compile(r"!\[|<img\b")
_INT = "tag:yaml.org,2002:int"


def minutes_to_read(body: str) -> int:
    """Return how many minutes a reader takes for a page's Markdown, rounded up. 0: it says nothing.

    Code is read as well. A picture takes twelve seconds, each further one a second less, but at least three.
    """
    end = body.rfind("-->") + 3  # behind it nothing closes a comment, and looking for it takes its time
    text = COMMENT.sub("", body[:end]) + body[end:]
    pictures = len(_PICTURE.findall(text))
    words, signs = _SIGN.subn(" ", _NOT_READ.sub(" ", text))
    seconds = (60 * len(_WORD.findall(words)) / WORDS_A_MINUTE + 60 * signs / SIGNS_A_MINUTE
               + sum(range(12, max(12 - pictures, 3), -1)) + 3 * max(pictures - 9, 0))
    return ceil(seconds / 60)


def minutes_said(pairs: Iterable[tuple[str, Node]]) -> int | None:
    """Return how many minutes a page says itself that it takes, as Material's blog reads it. None: it does
    not say.
    """
    node = next((node for key, node in pairs if key == "readtime"), None)
    if isinstance(node, ScalarNode) and node.tag == _INT and node.value.isascii() and node.value.isdigit():
        return int(node.value[:6])
    return None


def authors_of(pairs: Iterable[tuple[str, Node]]) -> tuple[str, ...]:
    """Return who wrote a page by its `authors` or `author`, each once: names, lists of them, or mappings with
    a `name`. What is none of these is nobody: other tools have forms of their own, and say so themselves.
    """
    found = dict(reversed([pair for pair in pairs if pair[0] in ("author", "authors")]))
    return tuple(dict.fromkeys(name for key in ("authors", "author") if key in found
                               for name in _names(found[key])))


def _names(node: Node, depth: int = 0) -> Iterator[str]:
    if isinstance(node, SequenceNode) and depth == 0:
        for item in node.value:
            yield from _names(item, 1)
    elif isinstance(node, MappingNode):
        yield from (name for key, value in node.value if key.value == "name" and isinstance(value, ScalarNode)
                    for name in _names(value))
    elif isinstance(node, ScalarNode) and node.tag != NULL and (name := " ".join(node.value.split())):
        yield name
