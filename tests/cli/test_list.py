"""`career-roadmap list`: what the goals and milestones of a site are called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import MakeSite
from helpers import runner
from hosts import HOME
from mkdocs_career_roadmap.cli import cli


def post(written: str, more: str) -> str:
    return f"---\ndate: {written}\n{more}\n---\nWords.\n"


@pytest.fixture(scope="module")
def folder(site: MakeSite) -> Path:
    return site({
        **HOME,
        "a.md": post("2026-01-10", "goal: Sight\nmilestone: Camera"),
        "b.md": post("2026-02-10", "milestone: camera\nstatus: done"),
        "c.md": post("2026-03-10", "milestone: 夜の声\ndepends_on: Ears"),
        "d.md": post("2026-03-20", "goal: Sight\nmilestone: Secret\nvisibility: private"),
        "e.md": post("2026-09-20", "goal: Sight\nmilestone: Later"),
    }, "plugins: [{career-roadmap: {as_of: 2026-06-01}}]")


def listed(folder: Path, *words: str) -> str:
    found = runner().invoke(cli, ["list", *words, "--site", str(folder)])
    assert found.exit_code == 0, found.output
    return found.stdout


def test_names_stand_with_status_posts_and_last_day_below_one_another(folder: Path) -> None:
    assert listed(folder).splitlines() == [
        "goals",
        "  Sight  active  3 posts  2026-03-20",
        "milestones",
        "  Camera  done     2 posts  2026-02-10  Sight",
        "  Ears    planned  0 posts",
        "  Later   ahead    0 posts              Sight",
        "  Secret  active   1 post   2026-03-20  Sight",
        "  夜の声  active   1 post   2026-03-10"]


def test_one_sort_is_listed_without_a_heading(folder: Path) -> None:
    assert listed(folder, "goals") == "Sight  active  3 posts  2026-03-20\n"


def test_public_leaves_out_what_the_built_site_does_not_show(folder: Path) -> None:
    assert "Secret" not in listed(folder, "milestones", "--public")
    assert listed(folder, "goals", "--public") == "Sight  active  2 posts  2026-02-10\n"


def test_json_has_the_same(folder: Path) -> None:
    data = json.loads(listed(folder, "--format", "json"))
    assert data["goals"] == [
        {"id": "sight", "title": "Sight", "status": "active", "posts": 3, "last": "2026-03-20", "goal": None}]
    assert [m["status"] for m in data["milestones"]] == ["done", "planned", None, "active", "active"]


def test_a_site_without_any_says_so(site: MakeSite) -> None:
    found = runner().invoke(cli, ["list", "--site", str(site(HOME))])
    assert (found.stdout, found.stderr) == ("", "there are no goals and no milestones yet\n")
