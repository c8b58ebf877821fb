"""Blocks of code, and what is said of them behind their fences."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mkdocs_career_roadmap.new_site.lines import TextLine
from mkdocs_career_roadmap.new_site.markdown import kinds
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCE = re.compile(r"(?P<name>[^\s{]*)[ \t]*(?:\{(?P<more>.*)\})?")
_OPTION = re.compile(r"""([\w-]+)\s*=\s*(\[[^\]]*\]|"[^"]*"|'[^']*'|[^,\s}]+)""")


def code_block(token: Token, line: int, as_text: Callable[[str], str]) -> MarkdownBlock:
    """Return a block of code; `as_text` gives what the words for shortcodes in it stand for."""
    body = token.content.removesuffix("\n").split("\n")
    first = line + (token.type == "fence")
    body = [as_text(text) for text in body]
    lines = [TextLine(first + count, text) for count, text in enumerate(body)]
    if token.type == "code_block":
        return kinds.CodeBlock(line, lines, fence=_ticks(body))
    match = _FENCE.match(token.info.strip())
    name, more = (match["name"], match["more"] or "") if match else ("", "")
    return kinds.CodeBlock(
        line, lines, fence=_ticks(body), language=name.lower(), options=fence_options(more)
    )


def _ticks(body: Sequence[str]) -> str:
    longest = max((len(run) for text in body for run in re.findall(r"^ *(`{3,})", text)), default=2)
    return "`" * (longest + 1)


def fence_options(more: str) -> str:
    """Return the options of a block of code as pymdownx.highlight has them, with a space before each."""
    given = {key.lower(): value.strip("[]\"' ") for key, value in _OPTION.findall(more)}
    numbers = given.get("linenos", "").lower()
    start = given.get("linenostart", "1")
    result = ""
    if numbers in ("true", "table", "inline"):
        result += f' linenums="{start if start.isdigit() else 1}"'
    marked = " ".join(re.findall(r"\d+(?:-\d+)?", given.get("hl_lines", "")))
    if marked:
        result += f' hl_lines="{marked}"'
    return result
