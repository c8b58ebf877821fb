"""The commands that change names: a diff first, files only with --write, and git knows the way back."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import write
from helpers import runner
from mkdocs_career_roadmap.cli import cli, main
from refactoring import post

PAGES = {
    "mkdocs.yml": "site_name: A\nplugins: [{career-roadmap: {as_of: 2026-11-28}}]\n",
    "docs/a.md": post("2026-01-01", "goal: Sight", "milestone: Old one"),
    "docs/b.md": "# No post\n",
}


def git(*words: str) -> str:
    done = subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words],
                          check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, PAGES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(folder: Path) -> Path:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "All")
    return folder


def ran(*words: str, code: int = 0) -> tuple[str, str]:
    found = runner().invoke(cli, [*words])
    assert (found.exit_code, found.exception is None) == (code, code == 0), found.output
    return found.stdout, found.stderr


def test_diff_is_shown_and_nothing_written(repository: Path) -> None:
    out, err = ran("rename", "milestone", "Old one", "New")
    assert out.splitlines()[:3] == ["--- a/docs/a.md", "+++ b/docs/a.md", "@@ -1,6 +1,6 @@"]
    assert "-milestone: Old one\n+milestone: New\n" in out
    assert "--- /dev/null\n+++ b/docs/roadmap/milestones/new.md\n" in out
    assert err == "nothing written, 2 files would change; add --write\n"
    assert git("status", "--porcelain") == ""


def test_diff_is_one_that_git_can_apply(repository: Path) -> None:
    (repository / "patch").write_text(ran("rename", "milestone", "Old one", "New")[0], "utf-8")
    git("apply", "patch")
    after = (repository / "docs/a.md").read_text("utf-8")
    assert after == post("2026-01-01", "goal: Sight", "milestone: New")


def test_written_it_is_undone_by_git(repository: Path) -> None:
    _, err = ran("rename", "milestone", "Old one", "New", "--write")
    assert "2 files written" in err
    assert (repository / "docs/roadmap/milestones/new.md").is_file()
    (repository / "notes.txt").write_text("Mine", "utf-8")
    subprocess.run(err.partition("to take it back: ")[2], shell=True, check=True)
    assert git("status", "--porcelain") == "?? notes.txt\n"
    assert (repository / "docs/a.md").read_text("utf-8") == PAGES["docs/a.md"]
    assert not (repository / "docs/roadmap/milestones/new.md").exists()


def test_dirty_tree_is_refused_unless_forced(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "docs/b.md").write_text("# Changed\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["career-roadmap", "rename", "milestone", "Old one", "New", "--write"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "not committed (docs/b.md)" in capsys.readouterr().err
    assert (repository / "docs/a.md").read_text("utf-8") == PAGES["docs/a.md"]
    ran("rename", "milestone", "Old one", "New", "--write", "--force")
    assert "New" in (repository / "docs/a.md").read_text("utf-8")


def test_posts_of_a_site_that_stands_still_are_of_its_day(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773964800")  # 2026-03-20
    out, _ = ran("finish", "Sight", "--open", "keep")
    assert "+date: 2026-11-28\n" in out
    assert repository.is_dir()


def test_without_git_it_goes_on_and_says_so(folder: Path) -> None:
    _, err = ran("rename", "milestone", "Old one", "New", "--write")
    assert "no git knows these files" in err
    assert "New" in (folder / "docs/a.md").read_text("utf-8")
