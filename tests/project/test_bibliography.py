"""The files of works that a configuration names: found beside it, told where they are wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli.test_check import run
from conftest import write
from mkdocs_career_roadmap.project import bibliography
from mkdocs_career_roadmap.project.config import read_project
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.zensical_host.watching import state_of

CONFIG = "site_name: Ada\nplugins: [search, career-roadmap: {{as_of: 2026-04-01, bibliography: {}}}]\n"
PAGE = "---\ndate: 2026-03-01\nmilestone: One\nevidence: ['@a', '@A2']\n---\n"
ENTRY = "@misc{a, title = {T}, url = {https://example.org}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {"mkdocs.yml": CONFIG.format("[refs.bib, docs/more.json]"), "docs/a.md": PAGE,
                     "refs.bib": ENTRY, "docs/more.json": '[{"id": "a2", "title": "U"}]'})
    return tmp_path


def test_works_of_all_files_are_known(folder: Path) -> None:
    found = read_project(folder / "mkdocs.yml").settings.bibliography
    assert [(work.title, work.place.path) for work in found.works.values()] == [
        ("T", "../refs.bib"), ("U", "more.json")]
    assert run(folder, "check").returncode == 0


@pytest.mark.parametrize(("content", "why"), [
    (None, "the option bibliography names this file of works, which is missing; mend its path"),
    (b"\xff\xfe@misc", "this file of works is no UTF-8 text; save it as UTF-8"),
    (b"@misc{b, title = {T}}" * 3, "this file of works is larger than 20 million bytes; name a smaller"),
], ids=["missing", "encoding", "size"])
def test_a_file_that_cannot_be_read_is_told_beside_the_docs_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, why: str
) -> None:
    monkeypatch.setattr(bibliography, "_MOST", 60)
    (folder / "refs.bib").unlink()
    if content is not None:
        (folder / "refs.bib").write_bytes(content)
    [line] = [line for line in run(folder, "check").stdout.splitlines() if "bibliography" in line]
    assert line.startswith("refs.bib:1:1: warning: ")
    assert why in line


def test_a_pipe_is_not_read(folder: Path) -> None:
    (folder / "refs.bib").unlink()
    os.mkfifo(folder / "refs.bib")
    assert not read_project(folder / "mkdocs.yml").settings.bibliography.is_whole


@pytest.mark.parametrize(("written", "why"), [
    ("refs.txt", "'refs.txt' is no file of works by its name; write one that ends in .bib, .json, .cff"),
    ("[1]", "write the path of a file of works, or a list of them"), ("{a: b}", "write the path of a file"),
    ("['']", "write the path of a file of works"),
])
def test_an_option_that_names_no_such_file_is_told(folder: Path, written: str, why: str) -> None:
    write(folder, {"mkdocs.yml": CONFIG.format(written)})
    with pytest.raises(ProjectError) as error:
        read_project(folder / "mkdocs.yml")
    assert why in str(error.value)


def test_one_path_is_enough_and_a_file_named_twice_is_read_once(folder: Path) -> None:
    write(folder, {"mkdocs.yml": CONFIG.format("refs.bib")})
    assert len(read_project(folder / "mkdocs.yml").settings.bibliography.works) == 1
    write(folder, {"mkdocs.yml": CONFIG.format("[refs.bib, refs.bib]")})
    assert read_project(folder / "mkdocs.yml").settings.bibliography.problems == ()


def test_a_preview_by_zensical_looks_at_them(folder: Path) -> None:
    project = read_project(folder / "mkdocs.yml")
    before = state_of(project)
    (folder / "refs.bib").write_text(ENTRY * 2, "utf-8")
    assert state_of(project) != before
