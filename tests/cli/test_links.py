"""`career-roadmap links`: the check of a built site, as a command of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import write
from helpers import runner
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.project.config import ProjectError
from mkdocs_career_roadmap.project.site_links import check_links

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


def test_address_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"^'http://\[' is no address \(Invalid IPv6 URL\); write one like https://"):
        check_links(tmp_path, "http://[")
