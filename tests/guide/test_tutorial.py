"""The tutorial, done as it says: every file written, every command run, every promise looked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from crawl import BuiltSite, dead_links
from hosts import build

from guide.play import ROOT, Command, File, Played, Promise, loose_fences, sections

TUTORIAL = sections("tutorial")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    return Played(tmp_path_factory.mktemp("birds"))


@pytest.mark.parametrize("title", TUTORIAL)
def test_section_does_what_it_says(title: str, played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    """They follow one another on one site, so the first that fails may take others along."""
    monkeypatch.chdir(played.folder)
    played.play(TUTORIAL[title])


def test_end_of_the_tutorial_is_a_site_that_builds_strictly_and_can_be_published(played: Played) -> None:
    made = build(played.folder, SOURCE_DATE_EPOCH="1791000000")  # in October 2026
    assert (made.code, made.told) == (0, []), made.log
    assert dead_links(BuiltSite(made.site.folder, "https://YOUR-NAME.github.io/birds/")) == []
    assert "Tell neighbours apart" in made.text("")
    assert "Females seldom sing" in made.text("posts/2026-01-15-what-counts")
    assert (played.folder / "requirements.txt").is_file()
    workflows = "".join(path.read_text("utf-8") for path in played.folder.glob(".github/workflows/*.yml"))
    assert "mkdocs build --strict" in workflows
    assert "deploy-pages" in workflows


def test_commands_that_are_not_ours_are_those_of_a_terminal(played: Played) -> None:
    assert {line.split()[0] for line in played.commands} == {"mkdir", "cd", "pip", "mkdocs", "git"}


def test_tutorial_shows_every_file_by_its_name_and_promises_much() -> None:
    steps = [step for section in TUTORIAL.values() for step in section]
    assert loose_fences("tutorial") == []
    assert len([step for step in steps if isinstance(step, Promise)]) > 20
    assert len({step.path for step in steps if isinstance(step, File)}) == 10
    assert len([step for step in steps if isinstance(step, Command) and step.output]) == 3


def test_story_has_as_many_posts_and_years_as_it_says() -> None:
    text = (ROOT / "docs/guide/tutorial.md").read_text("utf-8")
    posts = {Path(step.path).name for section in TUTORIAL.values() for step in section
             if isinstance(step, File) and step.path.startswith("docs/posts/")}
    assert "seven posts did" in text
    assert len(posts) == 7
    days = [re.match(r"(\d+)-(\d+)", post) for post in sorted(posts)]
    first, last = (int(day[1]) + int(day[2]) / 12 for day in (days[0], days[-1]) if day)
    assert 1.9 < last - first <= 2.1
