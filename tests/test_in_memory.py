"""The tests write to memory only where there is room for all of it, and leave nothing of a good run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import in_memory
import pytest


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is as if it were in memory, with room."""
    monkeypatch.setattr(tempfile, "tempdir", tempfile.tempdir)
    monkeypatch.setattr(in_memory, "_free", lambda _: in_memory.ROOM)
    monkeypatch.setattr(in_memory, "_available", lambda: in_memory.ROOM)
    monkeypatch.setattr(in_memory, "_is_for_programs", os.path.isdir)
    return tmp_path


def test_what_is_temporary_lies_there_and_is_gone_after_a_good_run(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    folder = in_memory.begin(memory)
    assert folder is not None
    assert Path(tempfile.mkdtemp()).parent == folder == Path(os.environ["TMPDIR"])
    in_memory.end(folder, is_good=True)
    assert list(memory.iterdir()) == []


def test_what_failed_stays_until_the_next_run_and_what_still_runs_is_let_be(memory: Path) -> None:
    nobody = int(Path("/proc/sys/kernel/pid_max").read_text("ascii")) + 1 if Path("/proc/sys").exists() else 0
    of_others = [memory / f"tests-of-roadmap-{number}-x" for number in (nobody, os.getppid())]
    for folder in (*of_others, memory / "else"):
        folder.mkdir()
    failed = in_memory.begin(memory, {})
    in_memory.end(failed, is_good=False)
    assert {*memory.iterdir()} == {of_others[1], memory / "else", failed}


@pytest.mark.parametrize("lacking", ["_free", "_available"])
def test_where_there_is_no_room_all_is_as_ever(
    memory: Path, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    monkeypatch.setattr(in_memory, lacking, lambda *_: in_memory.ROOM - 1)
    environ: dict[str, str] = {}
    assert in_memory.begin(memory, environ) is None
    assert (environ, list(memory.iterdir())) == ({}, [])
    in_memory.end(None, is_good=True)


def test_who_says_where_is_obeyed_and_no_folder_is_made_up(memory: Path) -> None:
    assert in_memory.begin(memory, {"TMPDIR": "/elsewhere"}) is None
    assert in_memory.begin(memory / "none", {}) is None


def test_a_system_that_tells_nothing_has_no_room(tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text("MemTotal: 9 kB\nMemAvailable:   7 kB\n", "ascii")
    assert in_memory._available(tmp_path / "meminfo") == 7 * 1024
    assert in_memory._available(tmp_path / "none") == 0
    assert not in_memory._is_for_programs(tmp_path / "none")
