"""What MkDocs refuses in its configuration: `check` and MkDocs itself are asked, and must agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.test_check import run
from conftest import write
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs_career_roadmap.project.host_config import refusals

REFUSED = [
    "pages: [index.md]", "site_url: example.org", "site_url: 5", "repo_url: example.org/x",
    "use_directory_urls: maybe", "strict: 1", "nav: index.md", "nav: {Home: index.md}",
    "extra_css: a.css", "extra: [a]", "extra:", "validation:", "plugins: search", "plugins: [5]",
    "plugins: [{search: {}, autorefs: {}}]", "plugins: [search: 5]", "markdown_extensions: toc",
    "markdown_extensions: [toc: 5]", "theme: 5", "theme: {}", "theme: {language: en}", "docs_dir: .",
    "site_dir: docs/site", "site_dir: .", "copyright: [a]", "exclude_docs: [a]", "validation: warn",
    "extra_javascript: a.js", "watch: docs", "site_author: 5",
]
TAKEN = [
    "", "plugins:\n", "plugins: []", "nav:", "plugins: {search: }",
    "plugins: [search, search: {lang: en}]",
    "markdown_extensions: [toc: {permalink: true}, toc: , admonition]",
    "markdown_extensions: {toc: {permalink: true}}", "theme: {name: mkdocs}",
    "theme: {name: null, custom_dir: docs}", "site_url: ''", "site_url: https://example.org/a",
    "extra_javascript: [a.js, {path: b.mjs}]", "nav: [index.md, {More: [index.md]}]", "site_dir: ../out",
    "x: [y]", "validation: {nav: {omitted_files: warn}}", "strict: true",
]
NAMES = {"site_description: x": True, "site_name:": True, "site_name: 5": True, "site_name: ''": False}
"""Whole configurations, with whether they are refused."""
CASES = {**{f"site_name: A\n{text}": True for text in REFUSED},
         **{f"site_name: A\n{text}": False for text in TAKEN}, **NAMES}


@pytest.mark.parametrize(("written", "is_refused"), CASES.items(), ids=CASES)
def test_what_mkdocs_stops_at_is_told_and_nothing_else(
    tmp_path: Path, written: str, is_refused: bool
) -> None:
    write(tmp_path, {"mkdocs.yml": written, "docs/index.md": "# Home\n"})
    config = tmp_path / "mkdocs.yml"
    stops = False
    try:
        load_config(str(config))
    except (Abort, ConfigurationError):
        stops = True
    assert stops == is_refused
    assert bool(refusals(config)) == stops, refusals(config)


@pytest.mark.parametrize(("folders", "is_refused"), [
    ("docs_dir: .", False), ("docs_dir: .\nsite_dir: ../out", False), ("site_dir: docs/site", False),
    ("docs_dir: site/a", True), ("docs_dir: .\nsite_dir: .", True),
])
def test_pages_beside_the_configuration_are_no_fault_with_the_plugin_that_is_made_for_them(
    tmp_path: Path, folders: str, is_refused: bool
) -> None:
    # As mkdocs-same-dir 0.1.5 has it, which is no package of these tests: MkDocs takes and refuses the same.
    write(tmp_path, {"mkdocs.yml": "site_name: A\nplugins: [search, same-dir]\n" + folders})
    assert bool(refusals(tmp_path / "mkdocs.yml")) == is_refused


STOPS = "at which MkDocs stops"
TOLD = {
    "pages: [a.md]": "pages is read by MkDocs no more, which stops at it; write nav in its place",
    "docs_dir: .": f"docs_dir is the folder of this file, {STOPS}; put the pages into a folder of their own",
    "docs_dir: site/a":
        f"docs_dir 'site/a' and site_dir 'site' lie in one another, {STOPS}; choose two folders side by side",
    "docs_dir: 5": "docs_dir and site_dir are names of folders; write them as texts",
    "site_dir: [a]": "docs_dir and site_dir are names of folders; write them as texts",
    "extra:": f"extra is '', {STOPS}; write lines like `key: value` below it",
    "site_url: 'mailto:a'": f"site_url is 'mailto:a', {STOPS}; write a whole address, like https://example.org/",
    "strict: yes please": f"strict is 'yes please', {STOPS}; write true or false",
}


@pytest.mark.parametrize(("written", "told"), TOLD.items(), ids=TOLD)
def test_it_is_told_with_what_to_do(tmp_path: Path, written: str, told: str) -> None:
    write(tmp_path, {"mkdocs.yml": f"site_name: A\n{written}\n"})
    assert refusals(tmp_path / "mkdocs.yml") == [f"{tmp_path / 'mkdocs.yml'}: {told}"]


def test_check_of_a_site_that_mkdocs_does_not_build_ends_with_two(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "site_url: example.org\nplugins: [career-roadmap]\n",
                     "docs/index.md": "---\ngoal: x\nstatus: dnoe\n---\n"})
    done = run(tmp_path, "check")
    assert (done.returncode, done.stdout.count("[bad-status]")) == (2, 1)
    missing, address = done.stderr.splitlines()[1:]
    assert missing.startswith("mkdocs.yml: site_name is missing, and MkDocs builds no site without it; write")
    assert address.startswith("mkdocs.yml: site_url is 'example.org', at which MkDocs stops; write a whole")


def test_configuration_of_zensical_is_not_for_mkdocs_to_refuse(tmp_path: Path) -> None:
    (tmp_path / "zensical.toml").write_text("[project]\ntheme = 5\n", encoding="utf-8")
    assert refusals(tmp_path / "zensical.toml") == []
