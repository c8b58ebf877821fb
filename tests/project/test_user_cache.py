"""Where compiled templates lie: what is there is run, so nobody else may put anything there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from mkdocs_career_roadmap.project.on_disk import user_cache
from mkdocs_career_roadmap.project.on_disk.user_cache import compiled_templates

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders have no modes there")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process write what it has compiled, and the folders of the test be as those of a home."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    tmp_path.chmod(0o755)


def test_folder_is_made_for_the_user_alone_and_named_by_all_versions(tmp_path: Path) -> None:
    folder = compiled_templates({"XDG_CACHE_HOME": str(tmp_path)})
    assert folder
    assert Path(folder).parent == tmp_path / "mkdocs-career-roadmap"
    assert Path(folder).stat().st_mode & 0o777 == 0o700
    assert str(sys.implementation.cache_tag) in Path(folder).name
    assert compiled_templates({"XDG_CACHE_HOME": str(tmp_path)}) == folder


def test_without_a_place_of_its_own_it_is_the_one_of_the_home(tmp_path: Path) -> None:
    folder = compiled_templates({"HOME": str(tmp_path), "XDG_CACHE_HOME": "not/from/the/root"})
    assert folder
    assert Path(folder).is_relative_to(tmp_path)
    assert compiled_templates({}) is None
    assert compiled_templates({"HOME": "here"}) is None


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_folder_that_others_may_write_to_is_not_taken(tmp_path: Path, mode: int) -> None:
    environ = {"XDG_CACHE_HOME": str(tmp_path)}
    Path(compiled_templates(environ) or "").chmod(mode)
    assert compiled_templates(environ) is None


def test_folder_in_one_whose_entries_others_may_change_is_not_taken(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    assert compiled_templates({"XDG_CACHE_HOME": str(tmp_path)}) is None
    tmp_path.chmod(0o1777)  # as /tmp: others may add, and change nothing that is ours
    assert compiled_templates({"XDG_CACHE_HOME": str(tmp_path)})


def test_folder_of_somebody_else_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environ = {"XDG_CACHE_HOME": str(tmp_path)}
    assert compiled_templates(environ)
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    assert compiled_templates(environ) is None


def test_link_to_a_folder_that_others_may_write_to_is_not_taken(tmp_path: Path) -> None:
    environ = {"XDG_CACHE_HOME": str(tmp_path)}
    folder = Path(compiled_templates(environ) or "")
    folder.rmdir()
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    (tmp_path / "open/own").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "open/own")
    assert compiled_templates(environ) is None


def test_where_nothing_can_be_made_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert compiled_templates({"XDG_CACHE_HOME": str(tmp_path / "file")}) is None


def test_who_wants_no_compiled_files_gets_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled_templates({"XDG_CACHE_HOME": str(tmp_path)}) is None


def test_machine_that_refuses_the_names_of_the_files_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise ValueError

    monkeypatch.setattr(user_cache.hashlib, "sha1", refuse)
    assert compiled_templates({"XDG_CACHE_HOME": str(tmp_path)}) is None
