"""The reader of CommonMark with what Obsidian adds to it; it is an extra of the package."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mkdocs_career_roadmap.new_site.markdown.commonmark import keep_bounds
from mkdocs_career_roadmap.project.errors import ProjectError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_NEEDED = "notes are read with packages that are not installed: pip install markdown-it-py mdit-py-plugins"
_WIKI = re.compile(r"(!?)\[\[([^\[\]\n]+)\]\]")
_MARK_BEGINS = re.compile(r"==(?=[^\s=])")
_MARK_ENDS = re.compile(r"(?<=[^\s=])==(?!=)")

_FORMULA = re.compile(
    r"\$\$(?P<double>(?:[^$\\]|\\.)+?)\$\$|\$(?!\s)(?P<text>(?:[^$\\]|\\.)+?)(?<!\s)\$(?!\d)", re.DOTALL
)


@cache
def parser() -> MarkdownIt:
    """Return a reader of texts. Raises ProjectError where its packages are not installed."""
    try:
        made: MarkdownIt = import_module("markdown_it").MarkdownIt("commonmark")
        footnote: Any = import_module("mdit_py_plugins.footnote").footnote_plugin
        maths: Any = import_module("mdit_py_plugins.dollarmath").dollarmath_plugin
    except ImportError:
        raise ProjectError(_NEEDED) from None
    made.enable(["table", "strikethrough"])
    vars(made)["validateLink"] = _is_link  # without it an address of the author's machine would be text
    made.use(footnote)
    made.use(maths, allow_labels=False)
    made.inline.ruler.disable("math_inline")  # which forbids a digit before the end, as in $x_1$
    made.inline.ruler.before("escape", "formula", _formula)
    made.inline.ruler.before("link", "wiki", _wiki)
    made.inline.ruler.before("emphasis", "marked", _marked)
    keep_bounds(made)
    return made


def _is_link(address: str) -> bool:
    return not re.match(r"\s*(?:javascript|vbscript|data:(?!image/))", address, re.IGNORECASE)


def _wiki(state: StateInline, silent: bool) -> bool:
    match = _WIKI.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("embed" if match[1] else "wiki", "", 0)
        token.content = match[2]
    state.pos = match.end()
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    match = _FORMULA.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("math_inline_double" if match["double"] else "math_inline", "math", 0)
        token.content = match["double"] or match["text"]
    state.pos = match.end()
    return True


def _marked(state: StateInline, silent: bool) -> bool:
    begin = state.pos + 2
    if _MARK_BEGINS.match(state.src, state.pos, state.posMax) is None:
        return False
    ends = _mark_ends(state.src)
    after = bisect_left(ends, begin + 1)
    if after == len(ends) or ends[after] + 2 > state.posMax:
        return False
    end = ends[after]
    if not silent:
        most = state.posMax
        state.push("mark_open", "mark", 1)
        state.pos, state.posMax = begin, end
        state.md.inline.tokenize(state)
        state.push("mark_close", "mark", -1)
        state.posMax = most
    state.pos = end + 2
    return True


@lru_cache(maxsize=4)
def _mark_ends(text: str) -> list[int]:
    """Return where lit text of a paragraph may end, looked for once."""
    return [match.start() for match in _MARK_ENDS.finditer(text)]
