"""`career-roadmap links`: the check of a built site, as a command of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import write
from helpers import runner
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.project.built.site_links import check_links
from mkdocs_career_roadmap.project.config import ProjectError

DEAD = "'/sub/gone/' leads to gone/index.html, which is not in the site [dead-link]"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a project whose built site has a link to nowhere."""
    write(tmp_path, {"mkdocs.yml": "site_name: x\nsite_url: https://example.org/sub/\n", "docs/a.md": "",
                     "site/index.html": "<a href=/sub/gone/>", "other/index.html": "<a href=/>"})
    monkeypatch.chdir(tmp_path)


def test_links_takes_the_folder_that_mkdocs_builds_into_and_the_address_of_the_project() -> None:
    asked = runner().invoke(cli, ["links"])
    assert (asked.exit_code, asked.stdout) == (
        1, f"site/index.html:1:1: error: {DEAD}\n")


def test_links_takes_another_folder_and_address() -> None:
    asked = runner().invoke(cli, ["links", "other", "--url", "/"])
    assert (asked.exit_code, asked.stdout, asked.stderr) == (
        0, "", "no dead links in 1 page with 1 link within the site\n")


def test_links_prints_what_check_prints_of_a_built_site() -> None:
    words = ["--format", "json", "--quiet"]
    assert runner().invoke(cli, ["links", *words]).output == runner().invoke(
        cli, ["check", "--site", "site", *words]).output


@pytest.mark.parametrize("command", [["links"], ["check", "--site"]])
@pytest.mark.parametrize(("folder", "site"), [
    (".", "site"), ("docs", "site"), ("docs", "../site"), ("site", "."), ("..", "{name}/site"),
    ("/", "{path}/site"), ("other", "site"), ("../elsewhere", "{path}/site")])
def test_built_site_gets_the_same_answer_from_every_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], folder: str, site: str
) -> None:
    """The address of its project, which makes a link dead here, and its private pages are found as well."""
    write(tmp_path, {"docs/diary.md": "---\nvisibility: private\ntitle: The okapi diary\n---\n",
                     "site/a.html": "The okapi diary"})
    write(tmp_path.parent / "elsewhere", {"mkdocs.yml": "site_name: y\n", "docs/a.md": ""})
    monkeypatch.chdir(tmp_path / folder)
    site = site.format(name=tmp_path.name, path=tmp_path)
    asked = runner().invoke(cli, [*command, site])
    assert f"index.html:1:1: error: {DEAD}\n" in asked.stdout
    assert ("of diary.md stands here" in asked.stdout) == (command[0] == "check")


def test_site_that_was_built_elsewhere_is_that_of_the_project_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where another project lies above it, which builds into another folder."""
    write(tmp_path, {"people/mkdocs.yml": "site_name: y\nsite_url: https://example.org/\n",
                     "people/docs/a.md": "", "out/index.html": "<a href=/sub/gone/>"})
    monkeypatch.chdir(tmp_path / "people")
    assert "to sub/gone/index.html" in runner().invoke(cli, ["links", "../out"]).stdout


def test_address_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"^'http://\[' is no address \(Invalid IPv6 URL\); write one like https://"):
        check_links(tmp_path, "http://[")
