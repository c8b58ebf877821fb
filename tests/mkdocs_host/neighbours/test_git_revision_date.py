"""Beside mkdocs-git-revision-date, which asks git for the day of each page."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import MakeSite
from hosts import build, config
from lab import lab
from mkdocs_career_roadmap.mkdocs_host import assets
from mkdocs_career_roadmap.mkdocs_host.neighbours import git_revision_date

from mkdocs_host.neighbours.beside import commit


def test_git_is_asked_for_no_page_that_nobody_wrote(
    site: MakeSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "generated.md"  # as where the package is installed, which is in no repository
    elsewhere.write_text("", "utf-8")
    for module in (assets, git_revision_date):
        monkeypatch.setattr(module, "PLACEHOLDER", elsewhere)
    tree = {**lab(), "day.md": "# Day\n\nOf {{ git_revision_date }}.\n"}
    made = build(commit(site(tree, config(plugins="[git-revision-date, ROADMAP]"))))
    assert (made.code, made.told) == (0, []), made.log
    assert "Of 2026-03-25." in made.text("day")
    assert made.has("roadmap/board")
