"""Files are written whole: what was there stays until all of the new content is."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs_career_roadmap.project.new_files import write_whole


def test_new_file_has_the_content_and_the_rights_of_any_other(tmp_path: Path) -> None:
    usual, path = tmp_path / "usual", tmp_path / "new"
    usual.touch()
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode) == (b"new", usual.stat().st_mode)


@pytest.mark.skipif("os.name == 'nt'", reason="Windows knows no such rights")
def test_file_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_copy_has_the_content_of_the_other_file(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\x89PNG")
    write_whole(tmp_path / "copy", tmp_path / "picture")
    assert (tmp_path / "copy").read_bytes() == b"\x89PNG"


@pytest.mark.parametrize("step", ["open", "replace"])
def test_failure_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, fail)
        with pytest.raises(OSError, match="No space left"):
            write_whole(path, b"new")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.md": b"old"}
