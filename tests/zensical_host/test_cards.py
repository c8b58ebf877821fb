"""Pictures of pages for where somebody shares them, on a site that Zensical builds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from commands import run
from conftest import MakeSite
from hosts import HOME, build, config, post

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
FILES = {**HOME, "a.md": post(), "posts/b.md": post("evidence: https://doi.org/10.5555/1", "Second"),
         "me.svg": SVG}
OPTIONS = ("{as_of: 2026-04-01, cards: true, person: {name: Ada, portrait: {file: me.svg, alt: Ada}}}")
PAGES = ("a/index.html", "posts/b/index.html", "roadmap/index.html", "roadmap/milestones/second/index.html")


@pytest.fixture(scope="module")
def folder(site: MakeSite) -> Path:
    """Return a site that both have built: MkDocs into `mkdocs`, Zensical into `site`."""
    made = site(FILES, config(OPTIONS, theme="{name: material, font: false}"))
    build(made, out="mkdocs")
    done = run(made, "zensical", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def pictures(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (site / "roadmap/cards").iterdir()}


def head(site: Path, path: str) -> tuple[list[tuple[str, str]], object]:
    """Return the tags of a page's picture, and what it tells of itself."""
    html = (site / path).read_text("utf-8")
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return re.findall(r'<meta property="(og:image[^"]*)" content="([^"]*)"', html), json.loads(told)


@pytest.mark.slow
def test_pictures_are_those_of_mkdocs(folder: Path) -> None:
    of_mkdocs = pictures(folder / "mkdocs")
    assert len(of_mkdocs) == 6  # two posts, two milestones, a goal and the overview
    assert pictures(folder / "site") == of_mkdocs


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES)
def test_head_leads_to_them_and_tells_the_same(folder: Path, path: str) -> None:
    shown, told = head(folder / "mkdocs", path)
    assert dict(shown)["og:image"].startswith("https://example.org/people/ada/roadmap/cards/")
    assert head(folder / "site", path) == (shown, told)


@pytest.mark.slow
def test_picture_of_what_is_private_by_now_is_gone(folder: Path) -> None:
    before = pictures(folder / "site")
    (folder / "docs/posts/b.md").write_text(post("visibility: private", "Second"), "utf-8")
    done = run(folder, "zensical", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    after = pictures(folder / "site")
    assert len(before.keys() - after.keys()) >= 2  # the post's and its milestone's
    assert len(after) == 4  # of a post, a milestone, a goal and the overview


@pytest.mark.slow
def test_site_without_an_address_is_told_what_it_lacks(site: MakeSite) -> None:
    text = config("{as_of: 2026-04-01, cards: true}", theme="{name: material, font: false}")
    done = run(site(FILES, re.sub("site_url: .*\n", "", text)), "zensical", "build")
    assert done.returncode == 0, done.stderr
    assert "no-cards" in done.stdout
    assert "write site_url:" in done.stdout
