"""A built site that should have a roadmap and has none was not built by us."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import write
from hosts import post
from mkdocs_career_roadmap.project.built.built_site import without_roadmap
from mkdocs_career_roadmap.project.config import read_project
from mkdocs_career_roadmap.project.read_site import read_site

OURS = '<div class="career-roadmap cr-overview cr-on-page">'


def told(folder: Path, plugin: str, docs: dict[str, str], built: dict[str, str]) -> list[str]:
    write(folder, {"mkdocs.yml": f"site_name: A\nplugins: [{plugin}]\n", "docs/index.md": "# Home\n",
                   **{f"docs/{path}": text for path, text in docs.items()},
                   **{f"site/{path}": text for path, text in built.items()}})
    project = read_project(folder / "mkdocs.yml")
    read = read_site(project, project.today())
    return [str(p).replace(f"{folder}/", "") for p in without_roadmap(folder / "site", project, read)]


def test_site_of_another_builder_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "career-roadmap", {"a.md": post()}, {"index.html": "<p>"})
    assert problem.startswith("site:1:1: error: this site has none of the ")
    assert problem.endswith("[no-roadmap-in-site]")


@pytest.mark.parametrize("path", ["roadmap/index.html", "fr/roadmap/index.html", "x/a.html"])
def test_site_with_one_of_our_pages_is_ours(tmp_path: Path, path: str) -> None:
    assert told(tmp_path, "career-roadmap", {"a.md": post()}, {"index.html": "<p>", path: OURS}) == []


@pytest.mark.parametrize(("plugin", "docs"), [
    ("search", {"a.md": post()}), ("career-roadmap: {enabled: false}", {"a.md": post()}),
    ("career-roadmap", {}),
], ids=["not listed", "switched off", "no posts"])
def test_site_that_shall_have_no_roadmap_lacks_none(
    tmp_path: Path, plugin: str, docs: dict[str, str]
) -> None:
    assert told(tmp_path, plugin, docs, {"index.html": "<p>"}) == []
