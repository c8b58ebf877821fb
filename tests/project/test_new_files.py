"""Files are written whole: what was there stays until all of the new content is."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.project.on_disk.new_files import (
    put_new,
    remove_unfinished,
    rewrite,
    write_new,
    write_over,
    write_whole,
)


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


# --- files that are not there yet ---


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_full_disk_leaves_no_new_file_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    real = Path.open
    monkeypatch.setattr(Path, "open", lambda path, mode: (real(path, mode).close(), Full())[1])
    with pytest.raises(ProjectError, match=r"a.md cannot be written \(No space left on device\); mend that"):
        write_new(tmp_path / "a.md", "new")
    assert list(tmp_path.iterdir()) == []


def test_new_file_never_replaces_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "b.md").symlink_to("nowhere")
    assert [write_new(tmp_path / name, "new") for name in ("a.md", "b.md", "c/d.md")] == [False, False, True]
    assert (tmp_path / "a.md").read_text() == "old"
    assert not (tmp_path / "nowhere").exists()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.md", "b.md", "c", "d.md"]


@pytest.mark.parametrize("has_links", [True, False])
def test_file_that_came_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    real = os.link

    def link(new: Path, path: Path) -> None:
        path.write_text("theirs")
        if not has_links:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        real(new, path)

    monkeypatch.setattr(os, "link", link)
    assert not put_new(tmp_path / "a.md", b"ours")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.md": "theirs"}


def test_new_file_is_written_where_a_file_has_one_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", full)
    assert put_new(tmp_path / "a.md", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"new"}


# --- files that somebody holds on to ---


def test_read_only_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(ProjectError, match=r"a\.md is read-only and stays as it is; make it writable"):
        rewrite(path, b"old", b"new")
    with pytest.raises(ProjectError, match="is read-only"):
        write_over(path, b"new")
    assert path.read_bytes() == b"old"


def test_file_with_other_names_stays(tmp_path: Path) -> None:
    path, other = tmp_path / "a.md", tmp_path / "b.md"
    path.write_bytes(b"old")
    os.link(path, other)
    with pytest.raises(ProjectError, match=r"a\.md has other names \(hard links\)"):
        rewrite(path, b"old", b"new")
    assert other.samefile(path)
    assert path.read_bytes() == b"old"


def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    path, link = tmp_path / "a.md", tmp_path / "link.md"
    path.write_bytes(b"old")
    link.symlink_to("a.md")
    rewrite(link, b"old", b"new")
    assert (link.is_symlink(), path.read_bytes()) == (True, b"new")
    write_over(link, b"newer")
    assert (link.is_symlink(), path.read_bytes()) == (True, b"newer")


@pytest.mark.skipif("os.name == 'nt'", reason="Windows has no such files")
def test_what_is_no_file_gets_the_content_and_stays_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_over(pipe, b"new")
    assert os.read(reader, 9) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


# --- what a kill leaves ---


def test_unfinished_files_are_removed_and_no_other(tmp_path: Path) -> None:
    left = ".career-roadmap-0123456789abcdef.tmp"
    (tmp_path / left).touch()
    (tmp_path / "folder" / left).mkdir(parents=True)
    (tmp_path / ".career-roadmap-mine.tmp").touch()
    remove_unfinished([tmp_path, tmp_path, tmp_path / "folder", tmp_path / "none"])
    assert sorted(path.name for path in tmp_path.rglob("*")) == [left, ".career-roadmap-mine.tmp", "folder"]
