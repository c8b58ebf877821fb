"""A theme's files are listed anew when one came or went, and its templates compiled when one has changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import pytest
from conftest import write
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme
from mkdocs_career_roadmap.mkdocs_host.remember import theme_files
from mkdocs_career_roadmap.mkdocs_host.remember.theme_files import Compiled, KeptThemeFiles, remember_files

Change = Callable[[jinja2.Environment], object]


def files_of(folder: Path, kept: KeptThemeFiles) -> list[str]:
    """Return the files of a theme that are in the folder; MkDocs chooses the same of them as without."""
    theme = Theme(name=None, custom_dir=str(folder))
    plain = theme.get_env().list_templates()
    chosen = chosen_by_mkdocs(theme)
    remember_files(theme, kept)
    assert chosen_by_mkdocs(theme) == chosen
    assert theme.get_env().list_templates() == plain
    assert theme.get_env().list_templates(["html"]) == [name for name in plain if name.endswith(".html")]
    return [name for name in chosen if (folder / name).is_file()]


def chosen_by_mkdocs(theme: Theme) -> list[str]:
    files, config = Files([]), MkDocsConfig()
    config.theme, config.site_dir, config.use_directory_urls = theme, "site", True
    files.add_files_from_theme(theme.get_env(), config)
    return [file.src_uri for file in files]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(theme_files, "_UNSURE", -(10**18))  # a folder of a test is new
    for name in ("a.css", "a.html", "deep/er/b.css", ".icons/c.svg", "deep/.d"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


def test_files_that_come_and_go_are_seen(folder: Path) -> None:
    kept = KeptThemeFiles()
    assert files_of(folder, kept) == ["a.css", "deep/er/b.css"]
    (folder / "deep/er/c.css").write_text("", "utf-8")
    (folder / "a.css").unlink()
    assert files_of(folder, kept) == ["deep/er/b.css", "deep/er/c.css"]
    (folder / "new").mkdir()
    (folder / "new/e.css").write_text("", "utf-8")
    assert "new/e.css" in files_of(folder, kept)


def test_folder_that_is_made_later_is_seen(folder: Path) -> None:
    kept = KeptThemeFiles()
    assert files_of(folder / "later", kept) == []
    (folder / "later").mkdir()
    (folder / "later/a.css").write_text("", "utf-8")
    assert files_of(folder / "later", kept) == ["a.css"]


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


def test_templates_that_change_all_the_time_do_not_fill_the_memory(tmp_path: Path) -> None:
    kept = KeptThemeFiles(compiled=Compiled(most=3))
    for number in range(8):
        write(tmp_path, {"a.html": f"{number}"})
        theme = Theme(name=None, custom_dir=str(tmp_path))
        remember_files(theme, kept)
        assert theme.get_env().get_template("a.html").render() == f"{number}"
        assert 0 < len(kept.compiled._codes) <= 3


_POST = {"day": "1 May", "n": 5, "more": {"day": "2 May"}}


def compiled_in_runs(
    folder: Path, cache: Path | None, change: Change = id, kept: KeptThemeFiles | None = None
) -> tuple[str, list[str]]:
    """Return what a template shows in the second of two runs, and what that had to compile. They share a
    folder or, as the builds of a server do, what is kept in memory.
    """
    shown, compiled = "", []
    for _ in range(2):
        theme = Theme(name=None, custom_dir=str(folder))
        remember_files(theme, kept or KeptThemeFiles(), str(cache) if cache else None)
        env = theme.get_env()
        change(env)
        real, compiled = env.compile, []

        def compile_(source: str, *more: Any, real: Any = real, compiled: list[str] = compiled) -> Any:
            compiled.append(source)
            return real(source, *more)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(env, "compile", compile_)
            shown = env.get_template("a.html").render(post=_POST, day="7 June")
    return shown, compiled


def _undefined(env: jinja2.Environment) -> None:
    env.undefined = jinja2.StrictUndefined


def _trimmed(env: jinja2.Environment) -> None:
    env.trim_blocks = True


def _louder(env: jinja2.Environment) -> None:
    env.filters["upper"] = lambda text: f"{text}!"


def _asking(env: jinja2.Environment) -> None:
    env.tests["odd"] = lambda _: True


@jinja2.pass_context
def _of_page(context: Any, text: str) -> str:
    return f"{text} here"


def _of_the_page(env: jinja2.Environment) -> None:
    env.filters["upper"] = _of_page


@pytest.mark.parametrize(("change", "shown", "is_compiled"), [
    (id, "HERE", False), (_trimmed, "HERE", False), (_of_the_page, "here here", False),
    (_louder, "here!", True), (_asking, "HERE", True), (_undefined, "HERE", True)])
def test_run_takes_what_another_has_compiled_if_all_that_decides_of_it_is_known(
    tmp_path: Path, change: Change, shown: str, is_compiled: bool
) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "cache").mkdir()
    (tmp_path / "theme/a.html").write_text("{{ 'here' | upper }}", "utf-8")
    assert compiled_in_runs(tmp_path / "theme", tmp_path / "cache")[0] == "HERE"
    found, compiled = compiled_in_runs(tmp_path / "theme", tmp_path / "cache", change)
    assert (found, bool(compiled)) == (shown, is_compiled)


def _softer(env: jinja2.Environment) -> None:
    env.filters["upper"] = lambda text: f"({text})"


@pytest.mark.parametrize(("text", "is_kept"), [
    ("{{ post.day | upper }}", True),
    ("{{ post.more.day|upper }} {{ post.day\n|upper }}", True),
    ("{% if post.day %}{{ -post.n | upper }}{{ [post.day | upper, 'b' | lower] | join }}{% endif %}", True),
    ("no filter", True),
    ("{{ 'a' | lower | upper }}", False),
    ("{{ 'a' .real | upper }} {{ 1.real|upper }}", False),
    ("{{ none.day | upper }}", False),
    ("{{ 'ab'[0] | upper }}", False),
    ("{{ ('a') | upper }}", False),
    ("{{ post.day | upper }} {{ 'a' ~ 'b'|upper }}", False),
    ("{{ 7|upper }}", False),
    ("{{ day | upper }}", False),  # it has no constant; none of Material's is written so
    ("{% filter upper %}a{% endfilter %}{{ post.day }}", True),  # which is done on the page alone
    ("{{ ['a'] | map('upper') | list }}", True),
])
def test_a_filter_of_a_plugin_is_what_it_is_in_this_run(tmp_path: Path, text: str, is_kept: bool) -> None:
    def runs(cache: str, change: Change) -> tuple[str, list[str]]:
        (tmp_path / cache).mkdir(exist_ok=True)
        return compiled_in_runs(tmp_path / "theme", tmp_path / cache, change)

    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/a.html").write_text(text, "utf-8")
    runs("used", _louder)
    found, compiled = runs("used", _softer)
    assert found == runs("fresh", _softer)[0]
    assert (not compiled) is is_kept
    kept = KeptThemeFiles()
    compiled_in_runs(tmp_path / "theme", None, _louder, kept)
    in_memory, compiled = compiled_in_runs(tmp_path / "theme", None, _softer, kept)
    assert (in_memory, not compiled) == (found, is_kept)


def test_text_that_changes_is_compiled_anew_whatever_lies_on_the_disk(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "theme").mkdir()
    for text in ("one", "two"):
        (tmp_path / "theme/a.html").write_text(text, "utf-8")
        assert compiled_in_runs(tmp_path / "theme", tmp_path / "cache") == (text, [])
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(file.read_bytes()[:-9])  # half a file
    assert compiled_in_runs(tmp_path / "theme", tmp_path / "cache") == ("two", [])


def test_theme_of_another_make_is_left_alone() -> None:
    class Other(Theme):
        pass

    theme = Other(name=None)
    remember_files(theme, KeptThemeFiles())
    assert "get_env" not in vars(theme)
