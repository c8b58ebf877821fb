"""The page of the guide on reports: its commands write what it says, on the site of the tutorial."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from conftest import write
from helpers import runner
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.pages.report.shapes import AUDIENCES

from guide.play import ROOT, File, Played, sections

TEXT = (ROOT / "docs/guide/report.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ career-roadmap (report .*)$", TEXT, re.MULTILINE)
ROWS = re.findall(r"^\| `(\w+)` \| (.*) \|$", TEXT, re.MULTILINE)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Played:
    """Return the site of the tutorial at its end, with a program that makes a PDF of a page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 1 December 2026
    write(tmp_path / "bin", {"weasyprint": '#!/bin/sh\nPATH=/bin:/usr/bin cp "$2" "$3"\n'})
    (tmp_path / "bin/weasyprint").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    made = Played(tmp_path)
    made.play([step for steps in sections("tutorial").values() for step in steps if isinstance(step, File)])
    return made


def written(words: str) -> str:
    """Return the report that a command of the guide writes, to the terminal or into its file."""
    done = runner().invoke(cli, shlex.split(words))
    assert done.exit_code == 0, done.output
    return Path(words.rsplit(maxsplit=1)[-1]).read_text("utf-8") if " -o " in words else done.stdout


@pytest.mark.skipif("os.name == 'nt'", reason="its program is no script of a shell")
@pytest.mark.parametrize("words", COMMANDS)
def test_each_command_of_the_guide_writes_a_report(words: str, site: Played) -> None:
    text = written(words)
    assert text.startswith("# " if " -o " not in words else "<!doctype html>")
    assert site.site.roadmap.goals[0].title in text


def test_guide_shows_a_report_in_the_terminal_a_page_and_a_pdf() -> None:
    assert {words.rpartition(".")[2] for words in COMMANDS if " -o " in words} == {"html", "pdf"}
    assert any(" -o " not in words for words in COMMANDS)


def test_guide_tells_of_each_audience_in_their_order() -> None:
    assert [audience for audience, _ in ROWS] == list(AUDIENCES)
