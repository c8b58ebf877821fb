"""`career-roadmap due`: what changes on a site though nobody has written a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from conftest import MakeSite
from helpers import runner
from hosts import HOME, config
from mkdocs_career_roadmap.cli import cli

TODAY = "1773964800"  # 2026-03-20


def post(written: str, more: str = "") -> str:
    return f"---\ndate: {written}\ngoal: Sight\n{more}\n---\nWords.\n"


@pytest.fixture(scope="module")
def folder(site: MakeSite) -> Path:
    return site({
        **HOME,
        "a.md": post("2026-03-01", "milestone: Detector\nstatus: active\ntarget: 2026-04"),
        "b.md": post("2026-03-02", "milestone: Camera\nstatus: planned\nstarted: 2026-05-10"),
        "c.md": post("2026-03-03", "milestone: Survey\nstatus: dropped\nrevisit: 2027\ntarget: 2026-09-01"),
        "d.md": post("2026-03-20"),
        "e.md": post("2026-03-25"),
        "f.md": post("2026-03-26", "visibility: private"),
        "m.md": "---\ntype: milestone\ntitle: Someday\ndate: 2027-02-01\n---\n",
        "h.md": post("2026-03-05", "milestone: Back\nstatus: active\nrevisit: 2026-07"),
        "g.md": post("2026-03-04", "milestone: Done\nstatus: done\ntarget: 2026-12"),
    }, config(""))


def due(folder: Path, *words: str, today: str = TODAY) -> Result:
    found = runner().invoke(cli, ["due", str(folder), *words], env={"SOURCE_DATE_EPOCH": today})
    assert found.exit_code in (0, 2), found.output
    return found


def test_what_is_ahead_is_told_with_its_days(folder: Path) -> None:
    assert due(folder).stdout.splitlines() == [
        "2026-03-25  E: the day of the post, e.md",
        "2026-05-01  Detector: the target is over (2026-04), a.md",
        "2026-05-10  Camera: to be begun (2026-05-10), b.md",
        "2027-01-01  Survey: to be looked at again (2027), c.md",
        "2027-02-01  Someday: the day of its page, m.md"]


def test_what_has_come_due_since_the_last_build_is_told(folder: Path) -> None:
    assert due(folder, "--until-today").stdout == "2026-03-20  D: the day of the post, d.md\n"
    assert due(folder, "--until-today", "--since", "2026-03-20").stdout == ""
    may = str(int(TODAY) + 52 * 86400)  # 2026-05-11
    found = due(folder, "--until-today", "--since", "2026-05-09", today=may)
    assert found.stdout == "2026-05-10  Camera: to be begun (2026-05-10), b.md\n"


@pytest.mark.parametrize(("day", "answer"), [
    (0, "true"), (1, "false"), (5, "true"), (6, "false"), (42, "true")])
def test_workflow_is_told_whether_to_build(folder: Path, day: int, answer: str) -> None:
    """On the 26th a private post comes, which no built site has; on the first of May a target is over."""
    told = due(folder, "--until-today", "--format", "github", today=str(int(TODAY) + day * 86400))
    assert (told.stdout, told.stderr) == (f"due={answer}\n", "")


def test_site_that_stands_still_has_nothing_ahead(site: MakeSite) -> None:
    still = site({**HOME, "a.md": post("2026-03-25")}, config("{as_of: 2026-03-20}"))
    assert due(still).stdout == ""
    assert "as_of" in due(still).stderr
    assert due(still, "--until-today", "--format", "github").stdout == "due=false\n"


def test_post_that_a_blog_holds_back_is_ahead(site: MakeSite) -> None:
    blog = "[search, blog: {draft_if_future_date: true}, ROADMAP]"
    folder = site({**HOME, "blog/posts/a.md": post("2026-03-25")}, config("", "material", blog))
    assert due(folder).stdout == "2026-03-25  A: the day of the post, blog/posts/a.md\n"


def test_day_of_the_last_build_is_for_what_has_come_due(folder: Path) -> None:
    assert due(folder, "--since", "2026-03-01").exit_code == 2
