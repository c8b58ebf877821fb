"""Beside mkdocs-alias, which writes the titles of pages where other pages name them by an alias."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import HOME, build, config


@pytest.mark.parametrize("plugins", ["[ROADMAP, alias]", "[alias, ROADMAP]"])
def test_title_of_a_private_page_comes_into_no_other(site: MakeSite, plugins: str) -> None:
    made = build(site({
        **HOME, "diary.md": "---\nvisibility: private\nalias: mine\n---\n# Xylophone\n",
        "shown.md": "---\nalias: shown\n---\n# Giraffe\n",
        "posts/a.md": "---\ngoal: Vision\n---\n# A\n\nTo [[mine]] and [[shown]].\n",
    }, config(plugins=plugins)), strict=False)
    assert made.code == 0
    assert "Giraffe" in made.text("posts/a")
    assert "Alias 'mine' not found in 'posts/a.md'" in made.log
    assert [name for name, content in made.content().items() if b"xylophone" in content.lower()] == []
