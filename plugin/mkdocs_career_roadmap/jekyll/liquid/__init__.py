"""The Liquid of a page, run as far as an import can; what it can't run stands in the page, visibly."""

from __future__ import annotations

from mkdocs_career_roadmap.new_site.lines import Carried, TextLine

from .contexts import give_forms
from .run import Run
from .tokens import BLOCKS, INCLUDES, UnreadTexts, tokens
from .values import LiquidScope
from .writing import lines_of

__all__ = ["LiquidScope", "carry", "controls", "untouched"]

_CONTROLS = BLOCKS | INCLUDES | {"cycle", "render", "paginate"}


def carry(body: str, first_line: int, scope: LiquidScope, is_markdown: bool = True) -> Carried:
    """Run the Liquid of a page's text, whose first line is `first_line` in its file.

    The lines joined with line ends are the text that Jekyll hands to Markdown, but for code blocks, which are
    fenced, and what is not run, which stands there as it was written. An empty text is one empty line.
    """
    if "{{" not in body and "{%" not in body:
        return untouched(body, first_line)
    run = Run(body.replace("\r\n", "\n"), first_line, scope)
    pieces = run.pieces()
    give_forms(pieces, is_markdown)
    notes = sorted(dict.fromkeys(run.notes), key=lambda note: note[1])
    return Carried(lines_of(pieces, first_line), notes)


def untouched(body: str, first_line: int) -> Carried:
    """Return a text as it is: it has no Liquid, or its front matter says `render_with_liquid: false`."""
    lines = body.replace("\r\n", "\n").split("\n")
    return Carried([TextLine(number, text) for number, text in enumerate(lines, first_line)], [])


def controls(body: str) -> list[tuple[int, str]]:
    """Return line, from 1, and name of each tag that decides, repeats or includes; none: an empty list.

    What stands in `raw` and in comments is none.
    """
    parts = list(tokens(body))
    hidden = UnreadTexts(parts)
    tags: list[tuple[int, str]] = []
    line, shown = 1, 0  # shown: from where on tags are run again
    for at, token in enumerate(parts):
        if at >= shown:
            if token.name == "comment":
                shown = hidden.comment_end(at + 1) or len(parts)
            elif token.name == "raw":
                shown = hidden.raw_end(at + 1) or at
            elif token.name in _CONTROLS:
                tags.append((line, token.name))
        line += token.text.count("\n")
    return tags
