"""The reader of CommonMark, set up as Goldmark is; it is an extra of the package."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mkdocs_career_roadmap.new_site.markdown.commonmark import keep_bounds
from mkdocs_career_roadmap.project.errors import ProjectError

from .block_rules import block_attributes, lazy_tables
from .dialect import GoldmarkDialect

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

PACKAGES = "markdown-it-py mdit-py-plugins"
_NEEDED = f"a blog of Hugo is read with packages that are not installed: pip install {PACKAGES}"


def parser(dialect: GoldmarkDialect) -> MarkdownIt:
    """Return a reader of texts. Raises ProjectError where its packages are not installed."""
    try:
        made: MarkdownIt = import_module("markdown_it").MarkdownIt("commonmark")
        footnote: Any = import_module("mdit_py_plugins.footnote").footnote_plugin
        definitions: Any = import_module("mdit_py_plugins.deflist").deflist_plugin
    except ImportError:
        raise ProjectError(_NEEDED) from None
    made.disable("text_join")  # what was escaped is set in no type
    if dialect.table:
        made.enable("table")
        lazy_tables(made)
    if dialect.block_attributes:
        block_attributes(made)
    if dialect.strikethrough:
        made.enable("strikethrough")
    if dialect.footnote:
        made.use(footnote)
        made.disable("footnote_inline")
    if dialect.definition_list:
        made.use(definitions)
    if dialect.math_inline or dialect.math_block:
        made.inline.ruler.before("escape", "formula", _formulas(dialect))
    keep_bounds(made)
    return made


def _formulas(dialect: GoldmarkDialect) -> Any:
    marks = [(begin, end, True) for begin, end in dialect.math_block]
    marks += [(begin, end, False) for begin, end in dialect.math_inline]

    def formula(state: StateInline, silent: bool) -> bool:
        for begin, end, is_block in marks:
            if not state.src.startswith(begin, state.pos):
                continue
            until = state.src.find(end, state.pos + len(begin))
            if until < 0:
                continue
            if not silent:
                token = state.push("formula_block" if is_block else "formula", "", 0)
                token.content = state.src[state.pos + len(begin) : until]
            state.pos = until + len(end)
            return True
        return False

    return formula
