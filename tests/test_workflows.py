"""Workflows of GitHub, ours and the one that a new site gets: least rights, and nothing that moves."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from lowest import lowest
from mkdocs_career_roadmap.authoring import scaffold

ROOT = Path(__file__).parent.parent
WORKFLOWS = [
    *sorted((ROOT / ".github/workflows").glob("*.yml")),
    Path(scaffold.__file__).with_name("site.yml"),
]
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


@each_workflow
def test_workflow_has_no_right_and_each_job_those_it_needs(path: Path) -> None:
    written = read(path)
    assert written["permissions"] == {}
    assert "concurrency" in written
    for job in written["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 30
        may_write = {right for right, how in job["permissions"].items() if how == "write"}
        assert may_write <= {"pages", "id-token"}


@each_workflow
def test_job_that_may_write_runs_nothing_of_its_own(path: Path) -> None:
    for job in read(path)["jobs"].values():
        if "write" in job["permissions"].values():
            assert [step for step in job["steps"] if "run" in step] == []


@each_workflow
def test_checkout_leaves_no_secret_behind(path: Path) -> None:
    steps = [step for job in read(path)["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step.get("with") != {"persist-credentials": False}] == []


def test_each_action_has_one_commit_and_its_version_beside_it() -> None:
    pins = defaultdict(set)
    for path in WORKFLOWS:
        for line in re.findall(r"uses: (.*)", path.read_text("utf-8")):
            pin = re.fullmatch(r"([\w./-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", line)
            assert pin is not None, line
            pins[pin[1]].add(pin[2])
    assert [action for action, commits in pins.items() if len(commits) > 1] == []


def test_lowest_dependencies_are_exact() -> None:
    assert [line for line in lowest() if not re.fullmatch(r"[\w-]+==[\d.]+(; sys_platform .*)?", line)] == []
    assert len(lowest()) > 5
