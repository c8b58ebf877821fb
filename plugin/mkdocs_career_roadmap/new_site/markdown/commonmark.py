"""Bounds for the reader of CommonMark: no text takes it longer than its length, and none is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_LEVELS = 40
"""How deep the reader's blocks stand in one another; a list is two of them."""
_HOLDERS = frozenset({"blockquote", "list", "deflist", "footnote_def"})
_COLUMNS = 128
"""The most columns of a table: each row has all of them, however short it is written."""
_LINES = 30
"""The most lines that the definition of a link takes."""
_DEFINITION = re.compile(r" {0,3}\[(?:[^\[\]\\\n]|\\.)+\]:[ \t]*[^\s<>()\\]+(?:[ \t]+\"[^\"\\\n]*\")?[ \t]*$")
_TITLE = re.compile(r"[ \t]*[\"'(]")

Rule = Callable[[Any, int, int, bool], bool]


def keep_bounds(reader: MarkdownIt) -> None:
    """Give a reader, with all its plugins, bounds.

    What lies deeper than it reads it leaves out; so what would hold that is text here. For the definition of
    a link it looks at all lines of the paragraph, for the next one, too, so it sees no more than it may need.
    """
    reader.options["maxNesting"] = _LEVELS
    rules: list[Any] = reader.block.ruler.__rules__
    for rule in rules:
        if rule.name in _HOLDERS:
            rule.fn = _shallow(rule.fn)
        elif rule.name == "table":
            rule.fn = _narrow(rule.fn)
        elif rule.name == "reference":
            rule.fn = _near(rule.fn)
    reader.block.ruler.enable([])  # it keeps what it called before
    reader.inline.ruler2.before("fragments_join", "runs", lambda state: _join(state.tokens))
    reader.core.ruler.at("text_join", _join_all)


def _join_all(state: Any) -> None:
    """Make one of the texts that stand side by side, those among them that were escaped, too."""
    for token in state.tokens:
        for child in token.children or ():
            child.type = "text" if child.type == "text_special" else child.type
        _join(token.children or [])


def _join(tokens: list[Any]) -> None:
    """Make one of the texts that stand side by side; the reader copies the first for each of the others."""
    joined: list[Any] = []
    for is_text, group in groupby(tokens, lambda token: token.type == "text"):
        run = list(group)
        if is_text and len(run) > 1:
            run[-1].content = "".join(token.content for token in run)
            del run[:-1]
        joined += run
    tokens[:] = joined


def _shallow(rule: Rule) -> Rule:
    def shallow(state: Any, start: int, end: int, silent: bool) -> bool:
        return state.level + 2 < _LEVELS and rule(state, start, end, silent)

    return shallow


def _narrow(rule: Rule) -> Rule:
    def narrow(state: Any, start: int, end: int, silent: bool) -> bool:
        line = state.src[state.bMarks[start] : state.eMarks[start]]
        return line.count("|") <= _COLUMNS and rule(state, start, end, silent)

    return narrow


def _near(rule: Rule) -> Rule:
    def near(state: Any, start: int, end: int, silent: bool) -> bool:
        most, line = state.lineMax, state.src[state.bMarks[start] : state.eMarks[start]]
        title = start + 1 < most and _TITLE.match(state.src, state.bMarks[start + 1], state.eMarks[start + 1])
        state.lineMax = min(most, start + (1 if _DEFINITION.match(line) and not title else _LINES))
        try:
            return rule(state, start, end, silent)
        finally:
            state.lineMax = most

    return near
