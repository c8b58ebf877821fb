"""The workflow that a new site gets: its own commands, run on it as it is, after a day and after slips."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml
from commands import run, run_alone
from crawl import parse
from hosts import in_process, in_this_process
from mkdocs_career_roadmap.mkdocs_host.remember.disk_memory import USUAL

PROGRAMS = ("career-roadmap", "mkdocs")
WORKFLOW = ".github/workflows/site.yml"


def ran(folder: Path, *words: str) -> CompletedProcess[str]:
    """Run a command in a folder. What MkDocs prints is all in `stdout`."""
    if words[0] == "career-roadmap":
        return run(folder, *words[1:])
    code, log = in_this_process(folder, "mkdocs", words[1:], {"NO_MKDOCS_2_WARNING": "1"})
    return CompletedProcess(words, code, log, "")


def ran_alone(folder: Path, *words: str) -> CompletedProcess[str]:
    """Run a command in a folder and in a process of its own, as its script would."""
    if words[0] == "career-roadmap":
        return run_alone(folder, *words[1:])
    code, log = in_process(folder, "mkdocs", words[1:], {"NO_MKDOCS_2_WARNING": "1"})
    return CompletedProcess(words, code, log, "")


def commands(folder: Path) -> list[list[str]]:
    """Return what the site's workflow runs once everything is installed."""
    steps = yaml.safe_load((folder / WORKFLOW).read_text("utf-8"))["jobs"]["build"]["steps"]
    lines = [step["run"].split() for step in steps if "run" in step]
    return [words for words in lines if words[0] in PROGRAMS]


def red(folder: Path) -> list[str]:
    """Return what the commands of the workflow say that fail. Empty: the workflow is green."""
    done = [ran(folder, *words) for words in commands(folder)]
    return [end.stdout + end.stderr for end in done if end.returncode]


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """Return the folder of a new site."""
    assert ran(tmp_path, "career-roadmap", "init", "mine").returncode == 0
    return tmp_path / "mine"


def test_workflow_checks_builds_and_checks_what_was_built(begun: Path) -> None:
    assert [words[:2] for words in commands(begun)] == [
        ["career-roadmap", "check"], ["mkdocs", "build"], ["career-roadmap", "check"]]


def test_nothing_that_a_pull_request_made_is_remembered(begun: Path) -> None:
    """What is remembered is published, so it comes from pushes to the site's own branch alone, and goes to
    such alone.
    """
    workflow = yaml.safe_load((begun / WORKFLOW).read_text("utf-8"))
    every = workflow["jobs"]["build"]["steps"]
    steps = [step for step in every if "actions/cache" in step.get("uses", "")]
    uses = [step["uses"].partition("@")[0] for step in steps]
    assert uses == ["actions/cache/restore", "actions/cache/save"]
    assert {step["if"] for step in steps} == {"github.event_name == 'push'"}
    assert {Path(step["with"]["path"]) for step in steps} == {Path(USUAL).parent}
    assert workflow[True]["push"] == {"branches": ["main"]}  # YAML reads `on` as true
    assert "actions/cache@" not in (begun / WORKFLOW).read_text("utf-8")


def test_new_site_is_published_as_it_is(tmp_path: Path) -> None:
    assert ran_alone(tmp_path, "career-roadmap", "init", "mine").returncode == 0
    done = [ran_alone(tmp_path / "mine", *words) for words in commands(tmp_path / "mine")]
    assert [(end.returncode, end.stderr) for end in done if end.returncode] == []


def test_what_is_added_in_a_day_is_published(begun: Path) -> None:
    goal, step = "A second goal: mine", "A step of it"
    for words in (["goal", goal], ["milestone", step, "--goal", goal],
                  ["post", 'It "works" #1', "--goal", goal, "--milestone", step, "--status", "active"]):
        made = ran(begun, "career-roadmap", "new", *words)
        assert (made.returncode, made.stderr) == (0, "")
        assert (begun / made.stdout.rstrip("\n")).is_file()
    assert red(begun) == []
    page = parse((begun / "site/roadmap/milestones/a-step-of-it/index.html").read_bytes())
    assert 'It "works" #1' in page.text


def test_site_of_which_only_advice_is_told_is_published(begun: Path) -> None:
    """An unsure date, a name that is near another, and a milestone that is done without a lesson."""
    goal = "goal: Something worth ten years"
    for name, lines in {"near": f"{goal}\nmilestone: Reproduce one reslut\nstatus: planned",
                        "undated": "milestone: Reproduce one result\nstatus: done"}.items():
        (begun / f"docs/posts/{name}.md").write_text(f"---\n{lines}\n---\n# {name}\n\nWords.\n", "utf-8")
    assert ": hint: " in ran(begun, "career-roadmap", "check").stdout
    assert red(begun) == []


def test_workflow_that_builds_when_a_day_has_come_knows_whether_one_has(begun: Path) -> None:
    workflow = yaml.safe_load((begun / ".github/workflows/rebuild.yml").read_text("utf-8"))
    command, _, file = workflow["jobs"]["due"]["steps"][-1]["run"].partition(" >> ")
    assert file == '"$GITHUB_OUTPUT"'
    assert ran(begun, *command.split()).stdout == "due=false\n"
    today = f"---\ndate: {date.today()}\ngoal: Something worth ten years\n---\n# Now\n\nWords.\n"
    (begun / "docs/posts/now.md").write_text(today, "utf-8")
    assert ran(begun, *command.split()).stdout == "due=true\n"


def test_notes_of_a_site_in_a_folder_stand_beside_the_lines_of_its_repository(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", tmp_path], check=True)
    site = tmp_path / "people/ada"
    (site / "docs/posts").mkdir(parents=True)
    (site / "mkdocs.yml").write_text("site_name: A\nplugins: [search, career-roadmap]\n", "utf-8")
    (site / "docs/posts/a.md").write_text("---\ngoal: x\nmilestone: y\nstatus: dnoe\n---\n", "utf-8")
    for folder in (site, site / "docs", tmp_path):
        target = [str(site)] if folder == tmp_path else []
        found = ran(folder, "career-roadmap", "check", "--format", "github", *target)
        assert found.stdout.startswith("::error file=people/ada/docs/posts/a.md,line=4,")


def test_page_that_is_missing_turns_the_workflow_red(begun: Path) -> None:
    assert red(begun) == []
    (begun / "site/roadmap/board/index.html").unlink()
    found = ran(begun, *commands(begun)[-1])
    assert found.returncode == 1
    assert "site/index.html:" in found.stdout
    assert "leads to roadmap/board/index.html, which is not in the site" in found.stdout


def test_mistake_turns_the_workflow_red_beside_its_line(begun: Path) -> None:
    post = begun / "docs/posts/where-i-begin.md"
    text = post.read_text("utf-8")
    post.write_text(text.replace("status: active", "status: actvie"), encoding="utf-8")
    line = 1 + text[: text.index("status: active")].count("\n")
    found = ran(begun, *commands(begun)[0])
    assert found.returncode == 1
    assert found.stdout.startswith(f"::error file=docs/posts/where-i-begin.md,line={line},")
