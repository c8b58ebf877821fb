"""What a site is without the plugin: what docs/guide/start.md says of leaving."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import MakeSite
from hosts import Build, build, config
from lab import PRIVATE, lab

SITE = {**lab(), "block.md": "# Block\n\n```roadmap\nview: progress\n```\n\n[Generated](roadmap/board.md)\n"}
WITHOUT = config(plugins="[search]")


@pytest.fixture(scope="module")
def sites(site: MakeSite) -> tuple[Build, Build]:
    """The same pages with and without the plugin."""
    return build(site(SITE, config())), build(site(SITE, WITHOUT), strict=False)


def pages(made: Build) -> set[str]:
    return {name for name in made.site.files if name.endswith(".html")}


def written(made: Build) -> set[str]:
    """Return the pages that have a file in the docs folder."""
    names = (path.removesuffix(".md") for path in SITE if path.endswith(".md"))
    return {made.file(re.sub(r"(^|/)index$", "", name)) for name in names}


def test_every_page_that_was_in_the_site_and_has_a_file_keeps_its_address(sites: tuple[Build, Build]) -> None:
    with_it, without = sites
    assert without.code == 0
    assert pages(with_it) & written(without) <= pages(without)
    assert "post 2 of 4" in with_it.text("posts/second")
    assert "post 2 of 4" not in without.text("posts/second")


def test_generated_pages_are_gone_and_links_to_them_are_told(sites: tuple[Build, Build]) -> None:
    with_it, without = sites
    assert with_it.has("roadmap/board")
    assert not without.has("roadmap/board")
    assert any("'roadmap/board.md'" in told for told in without.told)


def test_blocks_are_shown_as_their_lines(sites: tuple[Build, Build]) -> None:
    assert "view: progress" in sites[1].text("block")
    assert "view: progress" not in sites[0].text("block")


def test_private_pages_are_published_so_the_guide_says_to_hide_them_first(
        sites: tuple[Build, Build]) -> None:
    with_it, without = sites
    assert not with_it.has("goals/zeppelin")
    assert without.has("goals/zeppelin")
    text = (Path(__file__).parents[2] / "docs/guide/start.md").read_text("utf-8").partition("## Leave")[2]
    pattern = re.search(r'grep -rnE "(.*)" docs', text)
    assert pattern is not None
    found = {path for path, page in SITE.items() if re.search(pattern[1], page, re.MULTILINE)}
    assert {path for path, page in SITE.items() if any(word in path for word in PRIVATE)} <= found
