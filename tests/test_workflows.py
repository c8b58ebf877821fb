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
    Path(scaffold.__file__).with_name("rebuild.yml"),
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
        assert "uses" in job or job["timeout-minutes"] <= 30  # what is called has its own
        may_write = {right for right, how in job["permissions"].items() if how == "write"}
        assert may_write <= {"pages", "id-token"}


@each_workflow
def test_job_that_may_write_runs_nothing_of_its_own(path: Path) -> None:
    for job in read(path)["jobs"].values():
        if "write" in job["permissions"].values():
            assert [step for step in job.get("steps", ()) if "run" in step] == []


@each_workflow
def test_checkout_leaves_no_secret_behind(path: Path) -> None:
    steps = [step for job in read(path)["jobs"].values() for step in job.get("steps", ())]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step.get("with") != {"persist-credentials": False}] == []


def test_each_action_has_one_commit_and_its_version_beside_it() -> None:
    pins = defaultdict(set)
    for path in WORKFLOWS:
        for line in re.findall(r"uses: ([^$].*)", path.read_text("utf-8")):
            pin = re.fullmatch(r"([\w./-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", line)
            assert pin is not None, line
            pins[pin[1]].add(pin[2])
    assert [action for action, commits in pins.items() if len(commits) > 1] == []


def test_schedule_has_a_file_of_its_own_which_calls_one_beside_it() -> None:
    """GitHub switches off files with a schedule after 60 quiet days, and what else they are for with them."""
    for path in WORKFLOWS:
        events = read(path)[True]  # `on` is a yes to YAML
        if "schedule" in events:
            assert set(events) <= {"schedule", "workflow_dispatch"}, path
            called = [job["uses"] for job in read(path)["jobs"].values() if "uses" in job]
            assert called, path
            for name in called:
                beside = read(path.with_name(name.removeprefix("$/.github/workflows/")))
                assert "workflow_call" in beside[True]


def test_workflow_that_is_called_waits_for_nobody_who_calls_it() -> None:
    """GitHub ends two that share a name of concurrency, and a called one has the name of its caller."""
    for path in WORKFLOWS:
        if "workflow_call" in read(path)[True]:
            assert "github.workflow" not in read(path)["concurrency"]["group"]


def test_lowest_dependencies_are_exact() -> None:
    assert [line for line in lowest() if not re.fullmatch(r"[\w-]+==[\d.]+(; sys_platform .*)?", line)] == []
    assert len(lowest()) > 5
