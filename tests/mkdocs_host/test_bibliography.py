"""A site whose evidence names works of a bibliography, as MkDocs builds it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import MakeSite
from hosts import HOME, Build, build, config, post
from mkdocs.config.defaults import MkDocsConfig
from mkdocs_career_roadmap.mkdocs_host.plugin import CareerRoadmapPlugin

BIB = """@article{smith2025, title = {On {Trees}}, author = {Smith, Ann}, journal = {Journal of Trees},
  year = 2025, doi = {10.5555/trees}, note = {Quaggas}, keywords = {Quaggas}, file = {/home/quagga/trees.pdf}}
@misc{okapi, title = {Okapis, counted}, author = {Zebra, Zoe}, url = {https://okapi.example}}
@misc{nobody, title = {Tapirs}, url = {https://tapir.example}}
"""
SITE = {**HOME, "posts/a.md": post("status: done\nevidence: '@smith2025'"),
        "posts/secret.md": post("visibility: private\nevidence: '@okapi'", "Reproduce it")}


@pytest.fixture(scope="module")
def made(site: MakeSite) -> Build:
    folder = site(SITE, config("{as_of: 2026-04-01, bibliography: [refs.bib, gone.bib]}"))
    (folder / "refs.bib").write_text(BIB, "utf-8")
    return build(folder, strict=False)


def test_it_is_shown_wherever_evidence_is(made: Build) -> None:
    for path in ("roadmap/evidence", "roadmap/milestones/reproduce-it", "posts/a"):
        assert "On Trees" in made.text(path), path
        assert "paper, Smith 2025, Journal of Trees" in made.text(path), path
    assert b'"https://doi.org/10.5555/trees"' in made.content()["roadmap/roadmap.json"]


def test_a_file_that_is_missing_is_told_where_it_should_be(made: Build) -> None:
    assert made.code == 0
    [told] = made.problems
    assert told.endswith("as seen from the configuration, or put the file there [bad-bibliography]")
    assert "/docs/../" not in told
    assert "gone.bib:1:1: warning:" in told


@pytest.mark.parametrize("word", ["okapi", "zebra", "tapir", "quagga"])
def test_what_no_public_page_names_is_in_no_file(made: Build, word: str) -> None:
    assert [path for path, content in made.content().items() if word.encode() in content.lower()] == []


def test_a_preview_looks_at_the_files_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    plugin = CareerRoadmapPlugin()
    plugin.load_config({"bibliography": ["refs.bib", "gone.bib"]})
    watched: list[str] = []
    server = SimpleNamespace(watch=watched.append, builder=None)
    of_mkdocs = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    plugin.on_serve(server, config=of_mkdocs, builder=lambda: None)
    assert watched == [str(tmp_path / "refs.bib")]
