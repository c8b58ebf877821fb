"""What a shell offers behind the commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from conftest import write
from mkdocs_career_roadmap.cli import cli
from refactoring import post

PAGES = {
    "mkdocs.yml": "site_name: A\nplugins: [{career-roadmap: {as_of: 2026-11-28}}]\n",
    "docs/a.md": post("2026-01-01", "goal: Good sight", "milestone: Old one"),
    "docs/b.md": post("2026-02-01", "milestone: [Other, 夜]", "status: done"),
    "docs/c.md": post("2026-02-01", "goal: Oslo", "visibility: private"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, PAGES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def offered(*words: str, begun: str = "") -> list[str]:
    complete = ShellComplete(cli, {}, "career-roadmap", "_CAREER_ROADMAP_COMPLETE")
    return [item.value for item in complete.get_completions([*words], begun)]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("words", "begun", "names"), [
    (("rename", "goal"), "", ["good-sight", "oslo"]),
    (("rename", "milestone"), "o", ["old-one", "other"]),
    (("rename",), "m", ["milestone"]),
    (("merge",), "", ["old-one", "other", "夜", "good-sight", "oslo"]),
    (("merge", "old-one"), "Oth", ["other"]),
    (("move", "old-one", "--goal"), "Good s", ["good-sight"]),
    (("split",), "ol", ["old-one"]),
    (("finish",), "o", ["oslo"]),
    (("finish", "oslo", "--open"), "", ["drop", "pause", "keep", "move:good-sight", "move:oslo"]),
    (("finish", "oslo", "--open"), "move:g", ["move:good-sight"]),
    (("new", "post", "A title", "--milestone"), "", ["old-one", "other", "夜"]),
    (("new", "post", "A title", "--status"), "d", ["done", "dropped"]),
    (("adopt", "--goal"), "g", ["good-sight"]),
])
def test_names_of_the_site_are_offered(words: tuple[str, ...], begun: str, names: list[str]) -> None:
    assert offered(*words, begun=begun) == names


def test_title_stands_beside_the_id(folder: Path) -> None:
    complete = ShellComplete(cli, {}, "career-roadmap", "_CAREER_ROADMAP_COMPLETE")
    found = complete.get_completions(["finish"], "g")
    assert [(item.value, item.help) for item in found] == [("good-sight", "Good sight")]
    assert folder.is_dir()


def test_site_that_is_named_is_the_one_that_is_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert offered("finish", "--site", str(folder)) == ["good-sight", "oslo"]


@pytest.mark.parametrize("broken", [None, "plugins: [\n", "docs_dir: nowhere\n"])
def test_where_there_is_no_site_nothing_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str | None
) -> None:
    if broken:
        (tmp_path / "mkdocs.yml").write_text(broken, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert offered("finish") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_guide_has_the_line_for_each_shell(shell: str) -> None:
    guide = (Path(__file__).parents[2] / "docs/guide/ask.md").read_text("utf-8")
    assert f"_CAREER_ROADMAP_COMPLETE={shell}_source career-roadmap" in guide
