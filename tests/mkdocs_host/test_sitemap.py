"""What a built site says of itself to search engines: its sitemap, canonical addresses and titles."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from conftest import MakeSite
from crawl import text_of
from hosts import HOME, URL, Build, build, config, good
from lab import PRIVATE, lab
from pages.test_more_pages import ALL

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ODD = {
    # MkDocs and the theme read something else in its place, so that they read it at all.
    "odd.md": "---\ntitle: Odd\nhide: toc\n---\nWords.\n",
    "posts/alias.md": "---\ntitle: Alias\ndate: 2026-01-02\nfirst: &a x\nother: *a\n---\nWords.\n",
    # Nobody knows what it says, so a build leaves it out.
    "posts/broken.md": "---\ntitle: Broken\n  goal: - [\n---\nWords.\n",
}
# By file, since posts of one day and title would lie at one place.
BLOG = "[search, {blog: {post_url_format: '{file}'}}, ROADMAP]"


def tree(posts: str = "posts") -> dict[str, str]:
    more = {path.replace("posts/", f"{posts}/"): text for path, text in {**ALL, **ODD}.items()}
    index = {"blog/index.md": "# Blog\n"} if posts != "posts" else {}
    return {**HOME, **lab(posts), **more, **index}


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def flat(request: pytest.FixtureRequest) -> bool:
    return not request.param


@pytest.fixture(scope="module", params=["mkdocs", "material", "blog"])
def made(site: MakeSite, flat: bool, request: pytest.FixtureRequest) -> Build:
    blog = request.param == "blog"
    written = config("{as_of: 2026-04-01, views: {report: public}, "
                     "problems: {bad-host-value: 'off', yaml-reference: warning}}",
                     "mkdocs" if request.param == "mkdocs" else "material",
                     BLOG if blog else "[search, ROADMAP]",
                     f"use_directory_urls: {str(not flat).lower()}\ndraft_docs: /later.md\n")
    files = tree("blog/posts" if blog else "posts") | {"later.md": "# Later\n"}
    found = build(site(files, written), strict=False, SOURCE_DATE_EPOCH="1775000000")
    assert "Traceback" not in found.log
    assert found.site.files, found.log
    return found


def entries(made: Build) -> list[Mapping[str, str | None]]:
    root = ET.parse(made.site.folder / "sitemap.xml").getroot()
    return [{key: entry.findtext(f"s:{key}", None, NAMES) for key in ("loc", "lastmod")}
            for entry in root.findall("s:url", NAMES)]


def test_sitemap_has_every_page_of_the_site_once(made: Build, flat: bool) -> None:
    def address(page: str) -> str:
        return URL + (page if flat else page.removesuffix("index.html"))

    found = [entry["loc"] for entry in entries(made)]
    pages = {page for page in made.site.pages if page != "404.html"}
    assert sorted(map(str, found)) == sorted(map(address, pages))


def test_sitemap_has_every_kind_of_generated_page(made: Build) -> None:
    found = {str(entry["loc"]).removeprefix(f"{URL}roadmap/").removesuffix("/").removesuffix(".html")
             for entry in entries(made)}
    assert found >= {"board", "timeline", "posts", "evidence", "lessons", "ideas", "not-doing",
                     "replications", "decisions", "report", "all",
                     "2025", "2026", "milestones/run-on-one-watt", "goals/honest-models"}
    assert found & {"", "index"}


def test_sitemap_has_no_page_that_the_site_has_not(made: Build) -> None:
    text = (made.site.folder / "sitemap.xml").read_text("utf-8").lower()
    assert not [word for word in (*PRIVATE, "draft", "later", "broken", "career-roadmap-") if word in text]


def test_sitemap_has_what_is_read_by_way_of_another_text_at_its_own_address(made: Build) -> None:
    found = [str(entry["loc"]) for entry in entries(made)]
    assert len([address for address in found if re.search(r"/odd(/|\.html)$", address)]) == 1


def test_sitemap_has_the_day_of_the_build_as_mkdocs_gives_it(made: Build) -> None:
    day = date.fromtimestamp(1775000000).isoformat()
    assert {entry["lastmod"] for entry in entries(made)} == {day}


def test_packed_sitemap_says_the_same(made: Build) -> None:
    packed = gzip.decompress((made.site.folder / "sitemap.xml.gz").read_bytes())
    assert packed == (made.site.folder / "sitemap.xml").read_bytes()


# --- the pages themselves ---


def canonical(made: Build, page: str) -> list[str | None]:
    return [link.get("href") for link in made.site.html(page).all("link") if link.get("rel") == "canonical"]


def test_every_page_names_its_own_address_once(made: Build) -> None:
    there = {str(entry["loc"]) for entry in entries(made)}
    named = [address for page in made.site.pages if page != "404.html" for address in canonical(made, page)]
    assert sorted(map(str, named)) == sorted(there)


def test_every_page_of_the_roadmap_has_a_title_of_its_own(made: Build) -> None:
    titles = {}
    for page in made.site.pages:
        if page.startswith("roadmap/"):
            (title,) = made.site.html(page).all("title")
            titles[page] = " ".join(text_of(title).split())
    assert len(set(titles.values())) == len(titles) > 12
    assert all(title.endswith(" - Ada") and len(title) > len(" - Ada") for title in titles.values())


@pytest.mark.parametrize("url", ["https://example.org/people/ada", "https://example.org/a/b/c/"])
def test_address_of_the_site_may_lack_its_slash_and_be_of_any_depth(site: MakeSite, url: str) -> None:
    made = build(site(lab(), config().replace(URL, url)))
    assert made.code == 0, made.log
    want = f"{url.removesuffix('/')}/roadmap/board/"
    assert canonical(made, "roadmap/board/index.html") == [want]
    assert want in {entry["loc"] for entry in entries(made)}


def test_site_without_an_address_has_no_canonical_one(site: MakeSite) -> None:
    made = build(site(lab(), config().replace(URL, "''")))
    assert made.code == 0, made.log
    assert canonical(made, "roadmap/board/index.html") == []


def test_site_of_two_builds_has_no_page_twice(site: MakeSite) -> None:
    """A second build into the same folder finds the pages of the first there."""
    folder = site(lab(), config())
    good(build(folder))
    found = [entry["loc"] for entry in entries(good(build(folder)))]
    assert len(found) == len(set(found))
