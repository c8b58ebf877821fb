"""Beside mkdocs-rss-plugin, which makes feeds of the pages."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from conftest import MakeSite
from crawl import parse
from hosts import HOME, URL, Build, build, config
from lab import lab

from mkdocs_host.neighbours.beside import EMBEDDED, OURS, POSTS, BesideOddPages, Other
from mkdocs_host.test_data_files import OVERWRITTEN, told

RSS = Other("rss: {date_from_meta: {as_creation: date}}", in_git=True)


class TestRss(BesideOddPages):
    other = RSS

    def works(self, made: Build) -> None:
        feed = ET.parse(made.site.folder / "feed_rss_created.xml").getroot()
        items = {item.findtext("link"): item.findtext("pubDate") for item in feed.iter("item")}
        files = {(link or "").removeprefix(URL): day for link, day in items.items()}
        address = made.file("posts/second").removesuffix("index.html")
        assert (files[address] or "").startswith("Sun, 01 Feb 2026")
        assert len([link for link in files if link.startswith("posts/")]) == len(POSTS)
        ours = {made.file(page).removesuffix("index.html") for page in OURS if not page.endswith("survey")}
        assert ours & files.keys() == set()


def test_without_git_the_site_is_whole(site: MakeSite) -> None:
    made = build(site(lab(), config(theme="material", plugins="[search, ROADMAP, rss]")), strict=False)
    assert made.code == 0
    assert "Traceback" not in made.log
    assert made.problems == []
    assert "post 2 of 4" in made.text("posts/second")
    assert made.has("roadmap/board")


@pytest.mark.parametrize("plugins", ["[ROADMAP, RSS]", "[RSS, ROADMAP]"])
def test_what_another_plugin_writes_over_a_file_is_told(site: MakeSite, plugins: str) -> None:
    rss = "rss: {use_git: false, feeds_filenames: {rss_created: roadmap/feed.xml}}"
    made = build(site({**HOME, **lab()}, config(plugins=plugins.replace("RSS", rss))), strict=False)
    assert made.problems == [told("feed.xml", OVERWRITTEN)]
    assert b"<rss" in made.content()["roadmap/feed.xml"]


def test_whole_pages_in_a_feed_have_their_blocks_with_whole_addresses(site: MakeSite) -> None:
    rss = "rss: {abstract_chars_count: -1, use_git: false, match_path: 'embedded.*'}"
    made = build(site({**lab(), "embedded.md": EMBEDDED}, config(plugins=f"[ROADMAP, {rss}]")))
    assert (made.code, made.told) == (0, []), made.log
    (item,) = ET.fromstring(made.content()["feed_rss_created.xml"]).iter("item")
    shown = parse(item.findtext("description") or "")
    assert "Run on one watt" in shown.text
    links = [a.get("href") for a in shown.all("a")]
    assert f"{URL}roadmap/milestones/run-on-one-watt/" in links
    assert [href for href in links if not href.startswith(("https:", "#"))] == []


def test_block_of_which_only_the_beginning_is_taken_is_not_in_a_feed(site: MakeSite) -> None:
    rss = "rss: {abstract_chars_count: 60, use_git: false, match_path: 'embedded.*'}"
    made = build(site({**lab(), "embedded.md": EMBEDDED}, config(plugins=f"[ROADMAP, {rss}]")))
    assert b"data-career-roadmap" not in made.content()["feed_rss_created.xml"]


def test_heads_of_pages_name_the_feeds_as_they_are_called(site: MakeSite) -> None:
    """Material writes the usual names into them."""
    rss = "rss: {use_git: false, feeds_filenames: {rss_created: feed one.xml}}"
    made = build(site({**HOME, **lab()}, config(theme="material", plugins=f"[ROADMAP, {rss}]")))
    assert made.code == 0, made.log
    for page in ("index.html", "404.html", made.file("posts/second")):
        links = [link.get("href") for link in parse(made.content()[page].decode()).all("link")
                 if link.get("type") == "application/rss+xml"]
        assert [link.rpartition("/")[2] for link in links if link] == [
            "feed%20one.xml", "feed_rss_updated.xml"], page
