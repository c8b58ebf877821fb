"""A theme's files are listed anew when one came or went, and its templates compiled when one has changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from mkdocs.theme import Theme
from mkdocs_career_roadmap.mkdocs_host.remember import theme_files
from mkdocs_career_roadmap.mkdocs_host.remember.theme_files import KeptThemeFiles, remember_files


def files_of(folder: Path, kept: KeptThemeFiles) -> list[str]:
    """Return the files of a theme that are in the folder; what is listed is what Jinja lists."""
    theme = Theme(name=None, custom_dir=str(folder))
    plain = [name for name in theme.get_env().list_templates() if name[0] != "."]
    remember_files(theme, kept)
    assert theme.get_env().list_templates() == plain
    return [name for name in plain if (folder / name).is_file()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(theme_files, "_UNSURE", -(10**18))  # a folder of a test is new
    for name in ("a.html", "deep/er/b.html", ".icons/c.svg", "deep/.d"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


def test_files_that_come_and_go_are_seen(folder: Path) -> None:
    kept = KeptThemeFiles()
    assert files_of(folder, kept) == ["a.html", "deep/.d", "deep/er/b.html"]
    (folder / "deep/er/c.html").write_text("", "utf-8")
    (folder / "a.html").unlink()
    assert files_of(folder, kept) == ["deep/.d", "deep/er/b.html", "deep/er/c.html"]
    (folder / "new").mkdir()
    (folder / "new/e.html").write_text("", "utf-8")
    assert "new/e.html" in files_of(folder, kept)


def test_folder_that_is_made_later_is_seen(folder: Path) -> None:
    kept = KeptThemeFiles()
    assert files_of(folder / "later", kept) == []
    (folder / "later").mkdir()
    (folder / "later/a.html").write_text("", "utf-8")
    assert files_of(folder / "later", kept) == ["a.html"]


def test_folder_that_was_just_changed_is_listed_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_files, "_UNSURE", 2 * 10**9)
    kept = KeptThemeFiles()
    files_of(folder, kept)
    assert str(folder) not in kept.listings
    for at, _, _ in os.walk(folder):
        os.utime(at, (1_700_000_000, 1_700_000_000))
    files_of(folder, kept)
    assert str(folder) in kept.listings


def test_template_is_compiled_once_for_each_text(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptThemeFiles()
    compiled: list[str] = []

    def shown() -> str:
        theme = Theme(name=None, custom_dir=str(folder))
        remember_files(theme, kept)
        env = theme.get_env()
        real = env.compile

        def compile_(source: str, *more: Any) -> Any:
            compiled.append(source)
            return real(source, *more)

        monkeypatch.setattr(env, "compile", compile_)
        return env.get_template("a.html").render()

    assert [shown(), shown()] == ["a.html", "a.html"]
    assert compiled == ["a.html"]
    (folder / "a.html").write_text("{{ 1 + 1 }}", "utf-8")
    assert shown() == "2"


def test_theme_of_another_make_is_left_alone() -> None:
    class Other(Theme):
        pass

    theme = Other(name=None)
    remember_files(theme, KeptThemeFiles())
    assert "get_env" not in vars(theme)
