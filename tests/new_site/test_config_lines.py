"""Each line of the configuration of an imported site is there when it is asked for, and else is not."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from mkdocs_career_roadmap.new_site.config import Blog, config_text
from mkdocs_career_roadmap.new_site.menu import Item
from mkdocs_career_roadmap.new_site.parts import SiteParts
from mkdocs_career_roadmap.new_site.social import Social

PARTS = SiteParts(
    author="Ada", language="de", favicon="img/wing.ico", logo="img/wing.svg",
    social=(Social("fontawesome/brands/github", "https://github.com/ada", "Code: mine"),
            Social("simple/osf", "https://osf.io/ada", "OSF")),
    feed="feed.xml", remarks=("  # one remark", "  # and another"), works=("docs/é.bib",))
MENU = [Item("Home", "index.md"), Item("Ünder", "", (Item("Z", "z.md"), Item("A", "a.md")))]


def read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(text.replace("!!python/object/apply:", ""))
    return found


def text_for(blog: Blog | None = None, parts: SiteParts = PARTS, menu: list[Item] | None = None) -> str:
    extensions = [{"toc": {"permalink": True, "baselevel": 1}}, "abbr"]
    return config_text("Wings", "", "", blog or Blog(), extensions, parts, MENU if menu is None else menu)


def test_the_theme_has_what_the_blog_had() -> None:
    theme = read(text_for())["theme"]
    assert (theme["language"], theme["favicon"], theme["logo"]) == ("de", "img/wing.ico", "img/wing.svg")
    usual = read(text_for(parts=SiteParts(), menu=[]))
    assert usual["theme"]["language"] == "en"
    assert {"favicon", "logo"}.isdisjoint(usual["theme"])
    assert usual["theme"] | {"favicon": "img/wing.ico", "logo": "img/wing.svg", "language": "de"} == theme


def test_the_author_the_menu_and_the_profiles_are_there() -> None:
    text = text_for()
    found = read(text)
    assert found["site_author"] == "Ada"
    assert found["nav"] == [{"Home": "index.md"}, {"Ünder": [{"Z": "z.md"}, {"A": "a.md"}]}]
    assert "Ünder" in text
    assert found["extra"] == {"generator": False, "social": [
        {"icon": "fontawesome/brands/github", "link": "https://github.com/ada", "name": "Code: mine"},
        {"icon": "simple/osf", "link": "https://osf.io/ada", "name": "OSF"}]}
    assert text.endswith("\n  # one remark\n  # and another\n")
    usual = read(text_for(parts=SiteParts(), menu=[]))
    assert {"site_author", "nav", "validation"}.isdisjoint(usual)
    assert usual["extra"] == {"generator": False}


def test_extensions_stay_as_they_were_given() -> None:
    text = text_for()
    assert "    permalink: true\n    baselevel: 1\n" in text
    assert read(text)["markdown_extensions"][:2] == [{"toc": {"permalink": True, "baselevel": 1}}, "abbr"]


def test_dead_links_of_the_blog_stop_no_build() -> None:
    assert read(text_for(Blog(has_dead_links=True)))["validation"] == {"links": {"not_found": "info"}}
    assert "Dead links" not in text_for()


@pytest.mark.parametrize(("blog", "lines"), [
    (Blog(), {"blog_dir": ".", "post_url_format": "{date}/{slug}", "draft_if_future_date": True}),
    (Blog(shows_future=True), {"blog_dir": ".", "post_url_format": "{date}/{slug}"}),
    (Blog("a b", "written", "{categories}/{slug}", "yyyy", 3, "<!--x-->"), {
        "blog_dir": "a b", "post_dir": "{blog}/written", "post_url_format": "{categories}/{slug}",
        "post_url_date_format": "yyyy", "post_url_max_categories": 99, "post_excerpt_separator": "<!--x-->",
        "pagination_per_page": 3, "draft_if_future_date": True}),
])
def test_the_blog_is_told_what_is_not_usual(blog: Blog, lines: dict[str, object]) -> None:
    plugins = read(text_for(blog))["plugins"]
    assert next(one["blog"] for one in plugins if isinstance(one, dict) and "blog" in one) == lines


@pytest.mark.parametrize(("feed", "updated"), [
    ("feed.xml", "feed-updated.xml"), ("a.b/feed", "a.b/feed-updated"), ("feed", "feed-updated")])
@pytest.mark.parametrize(("folder", "posts"), [(".", "posts/.*"), ("a.b", "a\\.b/posts/.*")])
def test_the_feed_is_of_the_posts_and_lies_where_it_did(
    feed: str, updated: str, folder: str, posts: str
) -> None:
    plugins = read(text_for(Blog(folder), SiteParts(feed=feed)))["plugins"]
    assert next(one["rss"] for one in plugins if isinstance(one, dict) and "rss" in one) == {
        "match_path": posts, "date_from_meta": {"as_creation": "date"}, "use_git": False,
        "json_feed_enabled": False, "feeds_filenames": {"rss_created": feed, "rss_updated": updated}}


def test_works_are_named_in_a_comment() -> None:
    assert '  # - career-roadmap: {bibliography: ["docs/é.bib"]}\n' in text_for()
    assert "bibliography" not in text_for(parts=SiteParts())
    assert "rss" not in text_for(parts=SiteParts())
