"""What the guide says of renaming and the like, done on the site at the end of the tutorial."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import runner
from mkdocs_career_roadmap.cli import cli

from guide.play import Command, File, Played, Promise, loose_fences, sections

STEPS = sections("rename")


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Played:
    """Return the site of the tutorial at its end, on the first of December."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")
    site = Played(tmp_path)
    site.play([step for steps in sections("tutorial").values() for step in steps if isinstance(step, File)])
    return site


def test_each_command_is_done_and_promises_something() -> None:
    assert loose_fences("rename") == []
    commands = [step.line for steps in STEPS.values() for step in steps if isinstance(step, Command)]
    assert [line.split()[1] for line in commands] == [
        "rename", "move", "split", "merge", "finish"]
    assert all(any(isinstance(step, Promise) for step in steps) for steps in STEPS.values())


@pytest.mark.parametrize("title", STEPS)
def test_command_does_what_the_guide_says_and_leaves_nothing_to_mend(title: str, played: Played) -> None:
    steps = STEPS[title]
    with pytest.raises(AssertionError):  # without the command, not all of that is so
        played.play([step for step in steps if not isinstance(step, Command)])
    played.play([step for step in steps if not isinstance(step, Promise)])
    played.play([step for step in steps if isinstance(step, Promise)])
    told = runner().invoke(cli, ["check", "--strict", "--quiet"])
    assert told.exit_code == 0, told.output
