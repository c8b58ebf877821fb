"""`career-roadmap show`: what an audience sees of a site, and what is kept from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import MakeSite
from helpers import runner
from hosts import HOME, config
from mkdocs_career_roadmap.cli import cli


@pytest.fixture(scope="module")
def folder(site: MakeSite) -> Path:
    return site({
        **HOME,
        "a.md": "---\ndate: 2026-03-01\ngoal: Sight\nmilestone: Detector\nstatus: done\n---\n",
        "b.md": "---\ndate: 2026-03-02\ngoal: Sight\nmilestone: Okapi\nvisibility: private\n---\n",
        "c.md": "---\ndate: 2026-03-03\ngoal: Sight\nmilestone: Quokka\ndraft: true\n---\n",
    }, config("{as_of: 2026-04-01, views: {board: 'off', ideas: preview}, "
              "fields: {reason: preview, actual: 'off'}}"))


def shown(folder: Path, *words: str) -> list[str]:
    found = runner().invoke(cli, ["show", str(folder), *words])
    assert (found.exit_code, found.stderr) == (0, "")
    return found.stdout.splitlines()


def test_public_sees_what_a_built_site_has(folder: Path) -> None:
    assert shown(folder) == shown(folder, "--as", "public") == [
        "1 long-term goal, 1 milestone: 1 done.",
        "pages: Roadmap, Timeline, Posts, 2026, All on one page",
        "views not shown: board, ideas, report, focus, advice",
        "fields not shown: reason, actual",
        "kept back: b.md (private), c.md (a draft)"]


def test_mentor_sees_what_a_preview_has(folder: Path) -> None:
    assert shown(folder, "--as", "mentor") == [
        "1 long-term goal, 2 milestones: 1 done, 1 under way.",
        "pages: Roadmap, Timeline, Posts, Report, 2026, All on one page",
        "views not shown: board",
        "fields not shown: actual",
        ("shown here alone: b.md (private), c.md (draft), roadmap/milestones/okapi.md (private), "
         "roadmap/report.md (private)")]
