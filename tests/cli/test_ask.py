"""`career-roadmap next`, `log` and `decisions`: answers in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from conftest import MakeSite
from helpers import runner
from hosts import HOME, config
from mkdocs_career_roadmap.cli import cli

PRIVATE = """
decisions:
  - {question: Pay?, predicted: pay, decided: wait, by: my mentor, confidence: 70, why: Money.}
  - {question: Go on?, predicted: yes, decided: Yes!, visibility: public}
"""


def post(written: str, more: str) -> str:
    return f"---\ndate: {written}\ngoal: Sight\n{more}\n---\nWords.\n"


@pytest.fixture(scope="module")
def folder(site: MakeSite) -> Path:
    return site({
        **HOME,
        "a.md": post("2026-01-10", "milestone: Detector\nstatus: done"),
        "b.md": post("2026-02-10", "milestone: Camera\nstatus: planned\ndepends_on: Detector"),
        "c.md": post("2026-03-10", "milestone: Survey\nstatus: planned\ndepends_on: Camera"),
        "d.md": post("2026-03-20", f"milestone: Detector\nsharpens: See at night.{PRIVATE}"),
        "e.md": post("2026-03-21", "milestone: Secret\nstatus: active\nvisibility: private"),
    }, config())


def ask(folder: Path, *words: str) -> Result:
    found = runner().invoke(cli, [*words, str(folder)])
    assert found.exit_code == 0, found.output
    return found


def test_next_tells_what_is_free_and_the_longest_way(folder: Path) -> None:
    assert ask(folder, "next").stdout.splitlines() == [
        "Sight", "  Active: Secret", "  Free to begin: Camera",
        "  The longest way still to go: Camera → Survey"]


def test_next_answers_for_another_day(folder: Path) -> None:
    found = ask(folder, "next", "--as-of", "2026-01-15")
    assert (found.stdout, found.stderr) == ("", "nothing is planned\n")


def test_log_tells_what_changed_since_a_day_your_own_private_work_too(folder: Path) -> None:
    assert ask(folder, "log", "--since", "2026-02-10").stdout.splitlines() == [
        "2026-02-10  Camera: Planned (b.md)",
        "2026-03-10  Survey: Planned (c.md)",
        "2026-03-20  Sight: sharpened, “See at night.” (d.md)",
        "2026-03-21  Secret: Active (e.md)"]


def test_log_tells_of_ninety_days_unless_said(folder: Path) -> None:
    assert ask(folder, "log", "--as-of", "2026-04-10").stdout.startswith("2026-01-10  ")
    found = ask(folder, "log", "--as-of", "2026-09-01")
    assert (found.stdout, found.stderr) == ("", "nothing changed since 2026-06-03\n")


def test_log_of_the_first_year_begins_with_its_first_day(folder: Path) -> None:
    assert ask(folder, "log", "--as-of", "0001-01-02").stderr == "nothing changed since 0001-01-01\n"


def test_next_and_log_tell_without_what_is_private_if_asked(folder: Path) -> None:
    assert ask(folder, "next", "--public").stdout.splitlines() == [
        "Sight", "  Free to begin: Camera", "  The longest way still to go: Camera → Survey"]
    log = ask(folder, "log", "--since", "2026-02-10", "--public").stdout
    assert [line[:10] for line in log.splitlines()] == ["2026-02-10", "2026-03-10", "2026-03-20"]
    assert "Secret" not in log


def test_decisions_are_told_the_differences_first(folder: Path) -> None:
    assert ask(folder, "decisions").stdout.splitlines() == [
        "2026-03-20  Pay? (Not as predicted)",
        "  predicted, 70 % sure: pay",
        "  decided by my mentor: wait",
        "  Money.",
        "2026-03-20  Go on? (As predicted)",
        "  predicted: yes",
        "  decided: Yes!"]


def test_decisions_are_told_without_the_private_ones_if_asked(folder: Path) -> None:
    first = ask(folder, "decisions", "--public").stdout.splitlines()[0]
    assert first == "2026-03-20  Go on? (As predicted)"


def test_site_without_decisions_says_so(site: MakeSite) -> None:
    found = ask(site({**HOME, "a.md": "---\ngoal: x\n---\n"}, config()), "decisions")
    assert (found.stdout, found.stderr) == ("", "no decisions yet\n")


def test_rate_and_confidence_are_told_from_twenty_decisions_on(site: MakeSite) -> None:
    decisions = "".join(
        f"\n  - {{question: Q{n}?, predicted: yes, confidence: {60 + n}, decided: {answer}}}"
        for n, answer in enumerate(["no", "yes", "yes", "yes"] * 5))
    found = ask(site({**HOME, "a.md": post("2026-01-10", f"decisions:{decisions}")}, config()), "decisions")
    assert found.stdout.splitlines()[-2:] == ["15 of 20 predictions were right.", "  60-80 %: 15/20"]


def test_question_alone_is_not_decided_yet(site: MakeSite) -> None:
    text = "---\ngoal: x\ndecisions: [{question: Why?}]\n---\n"
    assert ask(site({**HOME, "a.md": text}, config()), "decisions").stdout == "Why? (Not decided yet)\n"
