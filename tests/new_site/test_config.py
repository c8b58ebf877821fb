"""The configuration of an imported site."""

from __future__ import annotations

import yaml
from each import each
from mkdocs_career_roadmap.jekyll.kramdown import EXTENSIONS
from mkdocs_career_roadmap.new_site.config import Blog, config_text
from mkdocs_career_roadmap.new_site.permalinks import url_format

USUAL = ("{date}/{slug}", "yyyy/MM/dd")


@each(("permalink", "folder", "made"), [
    ("date", ".", ("{categories}/{date}/{slug}", "yyyy/MM/dd")),
    ("pretty", ".", ("{categories}/{date}/{slug}", "yyyy/MM/dd")),
    ("none", ".", ("{categories}/{slug}", "yyyy/MM/dd")),
    ("/:categories/:year/:month/:day/:title:output_ext", ".", ("{categories}/{date}/{slug}", "yyyy/MM/dd")),
    ("/blog/:title/", ".", ("blog/{slug}", "yyyy/MM/dd")),
    ("/blog/:title.html", "blog", ("{slug}", "yyyy/MM/dd")),
    ("/:year/:i_month/:i_day/:title", ".", ("{date}/{slug}", "yyyy/M/d")),
    ("/:year-:month/:slug", ".", ("{date}/{slug}", "yyyy-MM")),
    ("/news/:short_year.:month/:slug/", "news", ("{date}/{slug}", "yy.MM")),
    ("/:year/:title/:day", ".", USUAL),
    ("ordinal", ".", USUAL),
    ("weekdate", ".", USUAL),
    ("/:year/:y_day/:title", ".", USUAL),
    ("/:short_month/:title", ".", USUAL),
    ("/:categories/", ".", USUAL),
    ("/{x}/:title", ".", USUAL),
    ("", ".", USUAL),
])
def test_addresses_are_as_near_as_the_blog_can_say(
    permalink: str, folder: str, made: tuple[str, str]
) -> None:
    assert url_format(permalink, folder) == made


def read(text: str) -> dict[str, object]:
    """Return a configuration without what its tag stands for, which a build calls."""
    found: dict[str, object] = yaml.safe_load(text.replace("!!python/object/apply:", ""))
    return found


def test_the_configuration_is_yaml_that_says_all() -> None:
    blog = Blog("blog", "all-posts", "{slug}", "yyyy", 5, "<!--cut-->", has_tags=True, has_maths=True)
    found = read(config_text('Me: "here"', "What # I do", "https://me.example/x/", blog, EXTENSIONS))
    assert found["site_name"] == 'Me: "here"'
    assert found["site_description"] == "What # I do"
    assert found["site_url"] == "https://me.example/x/"
    assert found["plugins"] == ["search", "tags", {"blog": {
        "blog_dir": "blog", "post_dir": "{blog}/all-posts", "post_url_format": "{slug}",
        "post_url_date_format": "yyyy", "post_excerpt_separator": "<!--cut-->", "pagination_per_page": 5,
        "draft_if_future_date": True}}, "career-roadmap"]
    assert found["markdown_extensions"] == [
        *EXTENSIONS, {"career-roadmap": "mkdocs_career_roadmap.zensical_host.guard.look []"}]


def test_what_is_not_known_is_a_comment() -> None:
    text = config_text("Me", "", "", Blog(), [])
    found = read(text)
    assert {"site_url", "site_description"}.isdisjoint(found)
    assert "# site_url:" in text
    assert "MathJax" not in text
