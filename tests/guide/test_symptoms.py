"""Each cause of a symptom: `check` says what stands there, and the mended file is as it should be."""

from __future__ import annotations

import re

import pytest
from helpers import runner
from mkdocs_career_roadmap.cli import cli

from guide.play import ROOT, Command, File, Played, Promise, loose_fences, sections
from guide.test_recipes import played

__all__ = ["played"]  # the site of the tutorial, some weeks later
CAUSES = sections("symptoms", level=3)


def test_there_are_enough_and_each_shows_a_file_and_its_mending() -> None:
    assert len(CAUSES) >= 15
    assert loose_fences("symptoms") == []
    for steps in CAUSES.values():
        assert len([step for step in steps if isinstance(step, File)]) == 2
        assert isinstance(steps[-1], Promise)


@pytest.mark.parametrize("title", CAUSES)
def test_cause_is_told_as_it_stands_there_and_the_mended_file_is_right(title: str, played: Played) -> None:
    steps = CAUSES[title]
    mended = max(n for n, step in enumerate(steps) if isinstance(step, File))
    played.play(steps[:mended])
    told = runner().invoke(cli, ["check", "--quiet"]).stdout
    assert bool(told) == any(isinstance(step, Command) for step in steps)  # or the text keeps it to itself
    if not told:
        with pytest.raises(AssertionError):  # or nothing was wrong
            played.play(steps[mended + 1:])
    played.play(steps[mended:])
    told = runner().invoke(cli, ["check", "--strict", "--quiet"])
    assert (told.exit_code, told.stdout) == (0, "")


def test_what_the_messages_say_stands_among_the_problems() -> None:
    text = (ROOT / "docs/guide/symptoms.md").read_text("utf-8")
    codes = re.findall(r" \[([a-z-]+)\]$", text, re.MULTILINE)
    assert len(codes) > 10
    problems = (ROOT / "docs/guide/problems.md").read_text("utf-8")
    assert [code for code in codes if f"### `{code}`" not in problems] == []
