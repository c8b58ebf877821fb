"""What git has in no commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from mkdocs_career_roadmap.project.on_disk.working_tree import working_tree


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org", *words],
                   check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "ä b.md").write_text("x", "utf-8")
    (tmp_path / "readme.md").write_text("x", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "All")
    return tmp_path


def test_folder_without_git_has_no_tree(tmp_path: Path) -> None:
    assert working_tree(tmp_path, []).root is None


def test_tree_is_clean_after_a_commit(repository: Path) -> None:
    tree = working_tree(repository / "docs", [repository / "docs" / "ä b.md"])
    assert (tree.root, tree.dirty) == (repository.resolve(), ())


def test_changed_file_of_git_is_dirty_wherever_it_lies(repository: Path) -> None:
    (repository / "readme.md").write_text("y", "utf-8")
    (repository / "docs" / "ä b.md").write_text("y", "utf-8")
    assert set(working_tree(repository / "docs", []).dirty) == {"readme.md", "docs/ä b.md"}


def test_file_that_git_does_not_have_counts_only_if_it_is_to_be_changed(repository: Path) -> None:
    for name in ("ours.md", "others.md"):
        (repository / "docs" / name).write_text("x", "utf-8")
    assert working_tree(repository / "docs", [repository / "docs" / "ours.md"]).dirty == ("docs/ours.md",)


def test_repository_runs_nothing_of_its_own(repository: Path) -> None:
    hook = repository / "hook"
    hook.write_text(f"#!/bin/sh\ntouch {repository}/ran\n", "utf-8")
    hook.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(hook))
    working_tree(repository / "docs", [])
    assert not (repository / "ran").exists()


def test_without_git_nobody_can_tell(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert working_tree(repository / "docs", []).root is None
