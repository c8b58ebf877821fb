"""Lines put into the front matter of a page, of which everything else stays as it is, to the byte."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml.nodes import Node, ScalarNode

from ..reading.front_matter import FrontMatter, split
from ..reading.yaml_nodes import parts

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*")


def insert_lines(text: str, lines: Sequence[str]) -> str:
    """Return the text of a page with more lines, each a `key: value`, at the end of its front matter.

    A page without front matter gets one at its top. `text` is the file as it is, with its byte order
    mark and its own line ends, which the new lines get, too. No lines change nothing. Raises
    ValueError, with a message for the author, where the result would not say what the page said
    before and the lines besides: of front matter that is broken, in braces, or has one of the keys.
    """
    if not lines:
        return text
    front = _sound(text)
    page = text.removeprefix("\ufeff")
    end = next(match[2] for match in _LINE.finditer(page)) or "\n"
    indent = " " * min((place.column - 1 for place in front.keys.values()), default=0)
    added = "".join(f"{indent}{line}{end}" for line in lines)
    at = 0
    if front.body_line > 1:
        at = _closing_fence(page)
    else:
        added = f"---{end}{added}---{end}"
    new = text[: len(text) - len(page)] + page[:at] + added + page[at:]
    alone, after = _sound("\n".join(("---", *lines, "---", ""))), split("", new)
    if twice := sorted(front.keys.keys() & alone.keys.keys()):
        raise ValueError(f"the front matter has a line {twice[0]!r} already; change that one")
    if after.problems or after.body != front.body or _values(after) != _values(front) | _values(alone):
        raise ValueError("the front matter takes no further lines as it is written; add them by hand")
    return new


def _sound(text: str) -> FrontMatter:
    """Return a page, split, of whose front matter nothing is wrong."""
    front = split("", text)
    if front.problems:
        raise ValueError(front.problems[0].message)
    return front


def _closing_fence(page: str) -> int:
    """Return where the line begins that closes the front matter; there is one."""
    fences = (match.start() for match in _LINE.finditer(page) if _FENCE.fullmatch(match[1]))
    next(fences)
    return next(fences)


def _values(front: FrontMatter) -> dict[str, object]:
    return {key: plain_value(node) for key, node in front.values.items()}


def plain_value(node: Node) -> object:
    """Return a node as it can be compared with another one."""
    value = node.value if isinstance(node, ScalarNode) else [plain_value(part) for part in parts(node)]
    return node.tag, value
