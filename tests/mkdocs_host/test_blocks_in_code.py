"""A `roadmap` block that a page shows as code stays the code that its author wrote."""

from __future__ import annotations

import pytest
from markdown import markdown
from mkdocs_career_roadmap.mkdocs_host.filling import Blocks

BLOCK = "```roadmap\nview: board\n```"


def indented(spaces: int, block: str = BLOCK) -> str:
    return "\n".join(" " * spaces + line for line in block.split("\n"))


TAB = BLOCK.replace("```", "\t```").replace("view", "\tview")
CODE = {
    "at the top": indented(4),
    "behind a paragraph": f"Write this:\n\n{indented(4)}\n\nEnd.",
    "by a tab": f"Write this:\n\n{TAB}\n",
    "in a list": f"- item\n\n{indented(8)}\n",
    "in a list behind a paragraph": f"- item\n\n    More.\n\n{indented(8)}\n",
    "behind a list": f"- item\n\nText.\n\n{indented(4)}\n",
    "behind other code": f"Text.\n\n    code\n\n{indented(4)}\n",
    "with a fence in code before it": f"Text.\n\n    ```\n    open\n\nText.\n\n{indented(4)}\n",
    "goes on with a paragraph": f"Text\n{indented(4)}\n",
}
VIEWS = {
    "at the margin": BLOCK,
    "a little indented": indented(2),
    "in a list": f"- item\n\n{indented(4)}\n",
    "in a list right below": f"1. item\n{indented(4)}\n",
    "in a list behind two lines": f"- item\n  that goes on\n\n{indented(4)}\n",
    "in a list behind code": f"- item\n\n        code\n\n{indented(4)}\n",
    "in a list in a list": f"- item\n\n    - sub\n\n{indented(8)}\n",
    "in an admonition": f"!!! note\n    Text.\n\n{indented(4)}\n",
    "behind a fence in code": f"Text.\n\n    ```\n    open\n\nText.\n\n{BLOCK}\n",
    "behind a fence in a list": f"- item\n\n    ```\n    x\n    ```\n\n{indented(4)}\n",
}


def shown(body: str, *more: str) -> str:
    """Return what Python-Markdown makes of a page, where a view stands for its block."""
    blocks = Blocks()
    html = markdown(blocks.take("a.md", body), extensions=["tables", "admonition", *more])
    return blocks.fill(html, lambda embed, _: f"<b>{embed.view}</b>")


@pytest.mark.parametrize("fences", ["fenced_code", "pymdownx.superfences"])
@pytest.mark.parametrize("body", CODE.values(), ids=CODE.keys())
def test_block_in_code_is_left_as_it_was_written(body: str, fences: str) -> None:
    html = shown(body, fences)
    assert html == markdown(body, extensions=["tables", "admonition", fences])
    assert "view: board" in html


@pytest.mark.parametrize("fences", ["fenced_code", "pymdownx.superfences"])
@pytest.mark.parametrize("body", VIEWS.values(), ids=VIEWS.keys())
def test_block_that_is_no_code_is_a_view(body: str, fences: str) -> None:
    html = shown(body, fences)
    assert "<b>board</b>" in html
    assert "data-career-roadmap-block" not in html
