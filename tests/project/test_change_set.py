"""Files that are written together: all of them, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.project.on_disk import change_set
from mkdocs_career_roadmap.project.on_disk.change_set import FileChange, write_all


@pytest.fixture
def three(tmp_path: Path) -> list[FileChange]:
    """Return a file that changes, one that is new in a new folder, and one that goes."""
    (tmp_path / "a.md").write_bytes(b"old\r\n")
    (tmp_path / "c.md").write_bytes(b"gone")
    return [FileChange(tmp_path / "a.md", b"old\r\n", b"new\r\n"),
            FileChange(tmp_path / "b" / "b.md", None, b"b"), FileChange(tmp_path / "c.md", b"gone", None)]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def test_all_are_written(tmp_path: Path, three: list[FileChange]) -> None:
    write_all(three)
    assert files(tmp_path) == {"a.md": b"new\r\n", "b/b.md": b"b"}


@pytest.mark.parametrize("stopped_at", [1, 2, 3])
@pytest.mark.parametrize("error", [ProjectError("no"), OSError(28, "No space left"), KeyboardInterrupt()])
def test_what_was_written_is_put_back_if_one_fails(
    tmp_path: Path, three: list[FileChange], monkeypatch: pytest.MonkeyPatch, stopped_at: int,
    error: BaseException,
) -> None:
    before, write, calls = files(tmp_path), change_set._write, iter(range(1, 99))

    def fail_once(change: FileChange) -> None:
        if next(calls) == stopped_at:
            raise error
        write(change)

    monkeypatch.setattr(change_set, "_write", fail_once)
    with pytest.raises(type(error)):
        write_all(three)
    assert files(tmp_path) == before


def test_file_that_changed_meanwhile_stops_all(tmp_path: Path, three: list[FileChange]) -> None:
    (tmp_path / "c.md").write_bytes(b"mine")
    with pytest.raises(ProjectError, match=r"c\.md has changed just now"):
        write_all(three)
    assert files(tmp_path) == {"a.md": b"old\r\n", "c.md": b"mine"}


def test_new_file_takes_no_place_of_another(tmp_path: Path, three: list[FileChange]) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "b.md").symlink_to("nowhere")
    with pytest.raises(ProjectError, match="is there already"):
        write_all(three)
    assert files(tmp_path) == {"a.md": b"old\r\n", "c.md": b"gone"}
