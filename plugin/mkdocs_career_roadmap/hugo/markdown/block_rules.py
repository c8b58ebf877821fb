"""What Goldmark reads besides CommonMark, as rules of markdown-it-py for blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_DELIMITERS = re.compile(r"[-:|][-:|\s]+")
_BEGINS = re.compile(r"[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|#{1,6}(?:\s|$)|>|```|~~~|<|$")
"""What no line may begin with that continues a paragraph less far in."""
ATTRIBUTES = re.compile(
    r"\{((?:[ \t]*(?:[#.][^\s{}#.]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s{}\"']+))[ \t,]*)+)\}[ \t]*"
)


def lazy_tables(made: MarkdownIt) -> None:
    """Let the lines of a table in a list or a quote begin less far in, as those of a paragraph may: to
    Goldmark a table is a paragraph at first. The line below its head may have more cells than that.
    """
    rules = import_module("markdown_it.rules_block.table")
    table: Callable[[StateBlock, int, int, bool], bool] = rules.table
    cells: Callable[[str], list[str]] = rules.escapedSplit

    def lazy_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if start + 2 > end or not _DELIMITERS.fullmatch(_line(state, start + 1)):
            return False
        before = state.sCount[:]
        written = state.src, state.bMarks[start], state.eMarks[start], state.tShift[start]
        head = _line(state, start).strip()
        if _BEGINS.match(head) and not head.startswith("<"):
            return False  # what begins there comes first
        rule = _line(state, start + 1).strip()
        missing = rule.strip("|").count("|") - len(cells(head.strip("|"))) + 1
        if head and (missing > 0 or (missing == 0 and "|" not in head and not {*rule} <= {"-"})):
            _write(state, start, head.removesuffix("|") + " | " * missing + "|")
        try:
            _raise(state, start + 1)
            if silent or not table(state, start, end, True):
                return silent and table(state, start, end, True)
            row = start + 2
            while row < end and not _BEGINS.match(_line(state, row)):
                _raise(state, row)
                row += 1
            return table(state, start, end, False)
        finally:
            state.sCount[:] = before
            state.src, state.bMarks[start], state.eMarks[start], state.tShift[start] = written

    made.block.ruler.at("table", lazy_table, {"alt": ["paragraph", "reference"]})


def _raise(state: StateBlock, row: int) -> None:
    state.sCount[row] = max(state.sCount[row], state.blkIndent)


def _write(state: StateBlock, row: int, text: str) -> None:
    """Let a row read as a text that stands behind all others."""
    state.bMarks[row], state.tShift[row] = len(state.src) + 1, 0
    state.src = f"{state.src}\n{text}"
    state.eMarks[row] = len(state.src)


def _line(state: StateBlock, row: int) -> str:
    return state.src[state.bMarks[row] + state.tShift[row] : state.eMarks[row]]


def block_attributes(made: MarkdownIt) -> None:
    """Read a line of attributes, which are those of the block before it."""

    def attributes(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001
        match = ATTRIBUTES.fullmatch(_line(state, start))
        if match is None or state.is_code_block(start):
            return False
        if not silent:
            token: Any = state.push("attributes", "", 0)
            token.map = [start, start + 1]
            token.content = match[1]
            token.hidden = start == 0 or state.isEmpty(start - 1)  # it stands alone, and says nothing
            state.line = start + 1
        return True

    where: Any = {"alt": ["paragraph", "reference", "blockquote", "list", "table"]}
    made.block.ruler.before("reference", "attributes", attributes, where)
