"""Each recipe, done on the site at the end of the tutorial: what it promises is there, and all is well."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from helpers import runner
from mkdocs_career_roadmap.cli import cli

from guide.play import Command, File, Played, Promise, loose_fences, sections

RECIPES = sections("recipes")
TODAY = "2026-12-01"


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Played:
    """Return the site of the tutorial at its end, some weeks later."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(
        "SOURCE_DATE_EPOCH", f"{datetime.fromisoformat(TODAY).replace(tzinfo=UTC).timestamp():.0f}")
    site = Played(tmp_path)
    site.play([step for steps in sections("tutorial").values() for step in steps if isinstance(step, File)])
    return site


def test_there_are_enough_and_each_shows_something_and_promises_something() -> None:
    assert len(RECIPES) >= 15
    assert loose_fences("recipes") == []
    for steps in RECIPES.values():
        assert {File, Promise} <= {type(step) for step in steps}


@pytest.mark.parametrize("title", RECIPES)
def test_recipe_does_what_it_says_and_leaves_nothing_to_mend(title: str, played: Played) -> None:
    steps = RECIPES[title]
    files, rest = ([step for step in steps if isinstance(step, File) == kind] for kind in (True, False))
    promises = [step for step in rest if not isinstance(step, Command)]
    hushed = [File(step.path, step.text.replace("visibility: private\n", "")) for step in files
              if "visibility: private\n" in step.text]
    with pytest.raises(AssertionError):  # without it, or its line that hides, not all of that is so
        played.play(hushed + promises)
    played.play(files + rest)
    told = runner().invoke(cli, ["check", "--strict", "--quiet"])
    assert told.exit_code == 0, told.output
