"""A file that looks as it did is not read again, and one that may have changed is."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from mkdocs_career_roadmap.project.docs_folder import DocsFolder
from mkdocs_career_roadmap.project.on_disk import looks
from mkdocs_career_roadmap.project.on_disk.looks import KeptByLook, is_settled, look


class Reading:
    """Reads one file by what is kept, and counts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept: KeptByLook[str] = KeptByLook()
        self.times = 0

    def read(self, name: str = "a") -> str:
        return self.kept.of(name, str(self.path), self._text)

    def _text(self) -> str:
        self.times += 1
        return self.path.read_text("utf-8")


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Return what reads a file that is old enough to be sure of."""
    monkeypatch.setattr(looks, "UNSURE", -(10**18))
    (tmp_path / "a.md").write_text("one", "utf-8")
    return Reading(tmp_path / "a.md")


def test_file_that_looks_as_it_did_is_read_once(reading: Reading) -> None:
    assert [reading.read(), reading.read(), reading.times] == ["one", "one", 1]


@pytest.mark.parametrize("other", ["two", "longer"])
def test_file_that_was_written_is_read_again(reading: Reading, other: str) -> None:
    reading.read()
    stamp = reading.path.stat().st_mtime_ns
    time.sleep(0.02)  # the clocks of file systems are coarse
    reading.path.write_text(other, "utf-8")
    os.utime(reading.path, ns=(stamp, stamp))  # as tools do that keep the times of what they copy
    assert reading.read() == other


def test_other_file_in_its_place_is_read_again(reading: Reading, tmp_path: Path) -> None:
    reading.read()
    (tmp_path / "b.md").write_text("two", "utf-8")
    (tmp_path / "b.md").replace(reading.path)
    assert reading.read() == "two"


def test_file_at_another_path_is_another(reading: Reading, tmp_path: Path) -> None:
    reading.read()
    os.link(reading.path, tmp_path / "b.md")
    reading.path = tmp_path / "b.md"
    reading.read()
    assert reading.times == 2


def test_file_that_was_just_written_is_read_each_time(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "UNSURE", 10**18)
    assert [reading.read(), reading.read(), reading.times] == ["one", "one", 2]


def test_what_cannot_be_read_is_asked_for_each_time(reading: Reading) -> None:
    reading.read()
    reading.path.unlink()
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            reading.read()
    reading.path.write_text("again", "utf-8")
    assert reading.read() == "again"


def test_what_is_not_to_be_kept_is_forgotten(reading: Reading) -> None:
    reading.read("a"), reading.read("b")
    reading.kept.keep_only({"b"})
    reading.read("b"), reading.read("a")
    assert reading.times == 3


def test_link_looks_as_what_it_leads_to_unless_it_is_asked_for_itself(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one", "utf-8")
    (tmp_path / "b.md").symlink_to("a.md")
    there, link = look(str(tmp_path / "a.md")), look(str(tmp_path / "b.md"), follows_links=False)
    assert look(str(tmp_path / "b.md")) == there
    assert there is not None
    assert there != link
    assert look(str(tmp_path / "c.md")) is None
    assert not is_settled(there)


def test_docs_folder_reads_a_page_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "UNSURE", -(10**18))
    (tmp_path / "a.md").write_text("one", "utf-8")
    folder = DocsFolder(str(tmp_path), kept=KeptByLook())
    first, again = folder.read("a.md"), folder.read("a.md")
    assert first == DocsFolder(str(tmp_path)).read("a.md")
    assert again[0] is first[0]
