"""Beside mkdocs-git-authors, which asks git who wrote a page."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import build, config
from lab import lab

from mkdocs_host.neighbours.beside import commit


@pytest.mark.parametrize("options", ["{}", "{exclude: [index.md]}"])
def test_git_is_asked_for_no_page_that_nobody_wrote(site: MakeSite, options: str) -> None:
    tree = {**lab(), **dict.fromkeys(("by.md", "index.md"), "# By\n\n{{ git_page_authors }}\n")}
    made = build(commit(site(tree, config(plugins=f"[ROADMAP, git-authors: {options}]"))))
    assert (made.code, made.told) == (0, []), made.log
    assert "Ada" in made.text("by")
    assert ("git_page_authors" in made.text("")) == (options != "{}")
