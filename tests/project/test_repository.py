"""What a git repository says of itself, read from its files."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import write
from mkdocs_career_roadmap.project.on_disk.repository import from_root, repository_of


def test_branch_that_nobody_can_tell_is_main(tmp_path: Path) -> None:
    write(tmp_path, {".git/HEAD": "0123456789abcdef0123456789abcdef01234567\n"})
    found = repository_of(tmp_path / "a/b")
    assert found is not None
    assert (found.root, found.branch, found.pages_url) == (tmp_path.resolve(), "main", "")


def test_configuration_with_odd_bytes_is_read(tmp_path: Path) -> None:
    write(tmp_path, {".git/HEAD": "ref: refs/heads/x\n"})
    (tmp_path / ".git/config").write_bytes(
        b'[user]\n\tname = \xe9\n[remote "origin"]\n\turl = git@github.com:ada/n.git\n')
    found = repository_of(tmp_path)
    assert found is not None
    assert (found.branch, found.pages_url) == ("x", "https://ada.github.io/n/")


@pytest.mark.parametrize(("path", "shown"), [
    ("docs/a.md", "people/docs/a.md"), ("../b.md", "b.md"), ("../../c.md", "../../c.md"),
    ("../../ab/d.md", "../../ab/d.md")])
def test_path_is_seen_from_the_root_unless_it_leads_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, shown: str
) -> None:
    write(tmp_path, {"a/.git/HEAD": "", "a/people/x.md": ""})
    monkeypatch.chdir(tmp_path / "a/people")
    assert from_root(path, repository_of(Path())) == shown
    assert from_root(path, None) == path
