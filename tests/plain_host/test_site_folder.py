"""The folder of a site: all of it or nothing, and nothing of anybody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import write
from mkdocs_career_roadmap.plain_host.site_folder import LIST, write_site
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.project.on_disk import change_set

SITE = {"index.html": b"one", "a/index.html": b"two"}


def there(folder: Path) -> dict[str, bytes]:
    """Return what a folder has, without the list."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != LIST}


def test_site_is_written_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert write_site(SITE, tmp_path / "x/y").changed == 2
    assert there(tmp_path / "x/y") == SITE


def test_same_site_again_changes_nothing(tmp_path: Path) -> None:
    write_site(SITE, tmp_path)
    assert write_site(SITE, tmp_path).changed == 0


def test_what_the_site_has_no_more_goes_with_its_folder(tmp_path: Path) -> None:
    write_site(SITE, tmp_path)
    assert write_site({"index.html": b"new"}, tmp_path).changed == 2
    assert there(tmp_path) == {"index.html": b"new"}
    assert not (tmp_path / "a").exists()


def test_file_of_others_stays(tmp_path: Path) -> None:
    write_site(SITE, tmp_path)
    write(tmp_path, {"a/of-others.txt": "x"})
    write_site({"index.html": b"new"}, tmp_path)
    assert there(tmp_path) == {"index.html": b"new", "a/of-others.txt": b"x"}


def test_old_file_that_was_changed_since_stays_and_is_told(tmp_path: Path) -> None:
    write_site(SITE, tmp_path)
    write(tmp_path, {"a/index.html": "by hand"})
    assert write_site({"index.html": b"one"}, tmp_path).left == ("a/index.html",)
    assert there(tmp_path)["a/index.html"] == b"by hand"


@pytest.mark.parametrize(("lying", "told"), [
    ({"x.md": "# Mine\n"}, "has files, and none of them is from this command"),
    ({LIST: "# empty\n", "a/index.html": "mine"}, "a/index.html is there and is not from this command"),
])
def test_folder_that_is_not_ours_is_refused(tmp_path: Path, lying: dict[str, str], told: str) -> None:
    write(tmp_path / "site", lying)
    before = there(tmp_path / "site")
    with pytest.raises(ProjectError, match=told):
        write_site(SITE, tmp_path / "site")
    assert there(tmp_path / "site") == before


def test_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"site": "x"})
    with pytest.raises(ProjectError, match="is a file"):
        write_site(SITE, tmp_path / "site")


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    write_site({"index.html": b"one"}, tmp_path / "site")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site/a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProjectError, match="link that leads elsewhere"):
        write_site(SITE, tmp_path / "site")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_list_that_names_what_lies_outside_removes_nothing_there(tmp_path: Path) -> None:
    write(tmp_path, {"mine.txt": "x"})
    write_site({**SITE, "gone.txt": b"x"}, tmp_path / "site")
    text = (tmp_path / "site" / LIST).read_text("utf-8")
    (tmp_path / "site" / LIST).write_text(
        text.replace("  gone.txt", "  ../mine.txt") + f"{'0' * 64}  {tmp_path}/mine.txt\n", "utf-8")
    write_site(SITE, tmp_path / "site")
    assert (tmp_path / "mine.txt").read_text("utf-8") == "x"


def test_two_files_that_are_one_on_many_disks_are_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="upper and lower case are the same"):
        write_site({"a.html": b"", "A.html": b""}, tmp_path / "site")
    write_site({"a.html": b""}, tmp_path / "site")


@pytest.mark.parametrize("is_first", [True, False])
def test_build_that_is_stopped_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_first: bool
) -> None:
    site = tmp_path / "site"
    if not is_first:
        write_site({"index.html": b"old", "old.html": b"old"}, site)
    before = there(tmp_path)
    write_one, written = change_set.write_new, []

    def stopped(path: Path, content: str | bytes) -> bool:
        written.append(path)
        if len(written) == len(SITE):
            raise KeyboardInterrupt
        return write_one(path, content)

    monkeypatch.setattr(change_set, "write_new", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_site({**SITE, "b.html": b""}, site)
    assert written
    assert there(tmp_path) == before
    assert site.exists() is not is_first


def test_list_is_written_first_so_that_the_folder_of_a_killed_run_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_one, written = change_set.write_new, []

    def seen(path: Path, content: str | bytes) -> bool:
        written.append(path.name)
        return write_one(path, content)

    monkeypatch.setattr(change_set, "write_new", seen)
    write_site(SITE, tmp_path / "site")
    assert written[0] == LIST
    (tmp_path / "site/a/index.html").unlink()  # as if it had not come to be written
    assert write_site(SITE, tmp_path / "site").changed == 1
