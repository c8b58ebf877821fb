"""What an import writes: all of it once, and nothing that is not its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs_career_roadmap.new_site.destination import MANIFEST, Content, FolderChanges, compare, write
from mkdocs_career_roadmap.project.errors import ProjectError


def run(folder: Path, files: dict[str, Content], *, overwrite: bool = False) -> FolderChanges:
    found = compare(folder, files, overwrite=overwrite)
    write(folder, files, found)
    return found


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Content]:
    picture = tmp_path / "source.png"
    picture.write_bytes(b"\x89PNG\r\n")
    return {"mkdocs.yml": "site_name: x\n", "docs/posts/a.md": "A é\n", "docs/p.png": picture}


def test_everything_is_written_once(tmp_path: Path, files: dict[str, Content]) -> None:
    folder = tmp_path / "new/site"
    assert run(folder, files).new == ["docs/p.png", "docs/posts/a.md", "mkdocs.yml"]
    assert (folder / "docs/posts/a.md").read_bytes() == "A é\n".encode()
    assert (folder / "docs/p.png").read_bytes() == b"\x89PNG\r\n"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    again = run(folder, files)
    assert again == FolderChanges(same=["docs/p.png", "docs/posts/a.md", "mkdocs.yml"])
    assert again.changes == 0
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_what_its_author_has_changed_stays(tmp_path: Path, files: dict[str, Content]) -> None:
    folder = tmp_path / "site"
    run(folder, files)
    (folder / "docs/posts/a.md").write_text("mine\n")
    found = run(folder, files | {"docs/posts/a.md": "new\n", "mkdocs.yml": "site_name: y\n"})
    assert (found.kept, found.renewed) == (["docs/posts/a.md"], ["mkdocs.yml"])
    assert (folder / "docs/posts/a.md").read_text() == "mine\n"
    assert (folder / "mkdocs.yml").read_text() == "site_name: y\n"


def test_overwrite_is_a_wish_of_its_own(tmp_path: Path, files: dict[str, Content]) -> None:
    folder = tmp_path / "site"
    run(folder, files)
    (folder / "docs/posts/a.md").write_text("mine\n")
    assert run(folder, files, overwrite=True).renewed == ["docs/posts/a.md"]
    assert (folder / "docs/posts/a.md").read_text() == "A é\n"


def test_a_file_that_was_there_before_any_import_is_its_authors(
    tmp_path: Path, files: dict[str, Content]
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text("site_name: mine\n")
    assert run(folder, files).kept == ["mkdocs.yml"]
    assert run(folder, files).kept == ["mkdocs.yml"]
    assert (folder / "mkdocs.yml").read_text() == "site_name: mine\n"


def test_what_the_blog_has_no_more_is_told_and_stays(tmp_path: Path, files: dict[str, Content]) -> None:
    folder = tmp_path / "site"
    run(folder, files)
    del files["docs/posts/a.md"]
    assert run(folder, files).gone == ["docs/posts/a.md"]
    assert (folder / "docs/posts/a.md").exists()


def test_a_link_or_a_folder_in_the_way_stays(tmp_path: Path, files: dict[str, Content]) -> None:
    folder = tmp_path / "site"
    (folder / "mkdocs.yml").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs/p.png").symlink_to(tmp_path / "elsewhere")
    assert run(folder, files, overwrite=True).kept == ["docs/p.png", "mkdocs.yml"]
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_where_a_folder_must_be_is_told(tmp_path: Path, files: dict[str, Content]) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "docs").write_text("a file")
    with pytest.raises(ProjectError, match=r"docs/p\.png cannot be written"):
        run(folder, files)


def test_no_half_file_is_left(
    tmp_path: Path, files: dict[str, Content], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    run(folder, {"docs/posts/a.md": "old\n"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(ProjectError, match=r"docs/posts/a.md cannot be written \(No space left"):
        run(folder, {"docs/posts/a.md": "new\n"})
    assert (folder / "docs/posts/a.md").read_text() == "old\n"
    assert [path.name for path in (folder / "docs/posts").iterdir()] == ["a.md"]


def test_a_broken_memory_is_told(tmp_path: Path, files: dict[str, Content]) -> None:
    folder = tmp_path / "site"
    run(folder, files)
    (folder / MANIFEST).write_text("{")
    with pytest.raises(ProjectError, match="delete it"):
        run(folder, files)
    (folder / MANIFEST).write_text("[]")
    assert run(folder, files).changes == 0


def test_rights_of_the_source_are_no_rights_of_the_copy(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"x")
    picture.chmod(0o444)
    run(tmp_path / "site", {"docs/a.png": picture})
    assert os.access(tmp_path / "site/docs/a.png", os.W_OK)


def test_what_must_not_be_replaced_stays(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    run(folder, {"a.md": "a", "b.md": "b", "c.md": "c"})
    (folder / "a.md").chmod(0o444)
    os.link(folder / "b.md", tmp_path / "backup.md")
    found = run(folder, {"a.md": "new", "b.md": "new", "c.md": "new"}, overwrite=True)
    assert (found.kept, found.renewed) == (["a.md", "b.md"], ["c.md"])
    assert (folder / "b.md").samefile(tmp_path / "backup.md")


def test_what_comes_while_it_is_written_stays(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    found = compare(folder, {"a.md": "ours"}, overwrite=False)
    folder.mkdir()
    (folder / "a.md").write_text("theirs")
    with pytest.raises(ProjectError, match=r"a\.md cannot be written \(it has come just now\)"):
        write(folder, {"a.md": "ours"}, found)
    assert (folder / "a.md").read_text() == "theirs"
