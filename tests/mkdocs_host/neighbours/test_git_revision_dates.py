"""Beside mkdocs-git-revision-date-localized-plugin, which asks git for the day of each page."""

from __future__ import annotations

import subprocess
from pathlib import Path

from conftest import MakeSite
from hosts import Build, build, config
from lab import lab

from mkdocs_host.neighbours.beside import BesideOddPages, Other, commit

REVISION_DATES = Other("git-revision-date-localized", "material", in_git=True)


class TestRevisionDates(BesideOddPages):
    other = REVISION_DATES

    def works(self, made: Build) -> None:
        assert "March 25, 2026" in made.text("about")


def test_without_git_the_site_is_whole(site: MakeSite) -> None:
    plugin = "git-revision-date-localized: {fallback_to_build_date: true}"
    made = build(site(lab(), config(theme="material", plugins=f"[search, ROADMAP, {plugin}]")), strict=False)
    assert made.code == 0
    assert "Traceback" not in made.log
    assert made.problems == []
    assert "post 2 of 4" in made.text("posts/second")
    assert made.has("roadmap/board")


def test_shallow_clone_builds_with_revision_dates(site: MakeSite, tmp_path: Path) -> None:
    folder = commit(site(lab(), config(
        theme="material", plugins="[ROADMAP, git-revision-date-localized: {fallback_to_build_date: true}]")))
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", folder.as_uri(), clone], check=True)
    made = build(clone, strict=False)
    assert made.code == 0
    assert made.problems == []
    assert "March 25, 2026" in made.text("about")
    assert made.has("roadmap/board")
