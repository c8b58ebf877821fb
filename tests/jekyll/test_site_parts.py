"""What a blog had besides its pages: in the words of Material, as a comment, or in the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import material
import pytest
import yaml
from each import each
from mkdocs_career_roadmap.jekyll.blog.config import config_of
from mkdocs_career_roadmap.jekyll.mapping.site_parts import parts_of
from mkdocs_career_roadmap.jekyll.plan import Plan, Wishes, plan
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.parts import LANGUAGES
from mkdocs_career_roadmap.new_site.social import _NETWORKS, social_links

from .oracle import write

THEME = Path(material.__file__).parent / "templates"
POST = {"_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText.\n"}


def imported(folder: Path, config: str, **files: str) -> Plan:
    write(folder, {"_config.yml": config, **POST, **files})
    return plan(folder, Wishes())


def settings(made: Plan) -> dict[str, Any]:
    text = str(made.files["mkdocs.yml"]).replace("!!python/object/apply:", "")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def missing(made: Plan) -> list[str]:
    return [note.what for note in made.notes if note.kind is NoteKind.MISSING]


@pytest.mark.newest
def test_icons_and_languages_are_those_of_material() -> None:
    for icon, _, _ in _NETWORKS.values():
        assert (THEME / ".icons" / f"{icon}.svg").is_file(), icon
    there = {path.stem for path in (THEME / "partials/languages").glob("*.html")}
    assert there >= LANGUAGES


@each(("config", "links"), [
    ({}, []),
    ({"github_username": "ada", "twitter_username": "@ada_l"}, ["https://github.com/ada", "https://x.com/ada_l"]),
    ({"github_username": None, "github": "metadata", "x_id": True}, []),
    ({"github": {"username": "ada"}}, ["https://github.com/ada"]),
    ({"author": {"name": "Ada", "orcid": "https://orcid.org/0", "googlescholar": "https://scholar.example/a"}},
     ["https://orcid.org/0", "https://scholar.example/a"]),
    ({"author": {"links": [{"label": "Code", "url": "https://gitlab.com/ada"}, {"url": "/about/"}]}},
     ["https://gitlab.com/ada"]),
    ({"social": {"links": ["https://github.com/ada", "https://github.com/ada/", "ftp://x"]}},
     ["https://github.com/ada"]),
    ({"social-network-links": {"linkedin": "ada", "email": "a@b.c"}}, ["https://www.linkedin.com/in/ada"]),
    ({"minima": {"social_links": [{"platform": "x", "user_url": "https://x.com/ada"}]}}, ["https://x.com/ada"]),
    ({"mastodon_username": "mas.example/@ada"}, ["https://mas.example/@ada"]),
    ({"mastodon_username": "@ada@mas.example"}, ["https://mas.example/@ada"]),
    ({"github_username": "javascript:alert(1)", "linkedin_url": "javascript:alert(1)"}, []),
])
def test_profiles_are_found_where_themes_have_them(config: dict[str, object], links: list[str]) -> None:
    assert [one.link for one in social_links(config)] == links


def test_profiles_of_a_file_of_data_have_their_titles() -> None:
    own = {"title": "Puzzles", "url": "https://p.example/ada"}
    assert [(one.name, one.link) for one in social_links({}, {"scholar_userid": "abc", "own": own})] == [
        ("Google Scholar", "https://scholar.google.com/citations?user=abc"),
        ("Puzzles", "https://p.example/ada")]


def test_author_language_and_icons_are_those_of_the_blog(tmp_path: Path) -> None:
    config = "title: blank\nfirst_name: Ada\nlast_name: Lovelace\nlocale: pt_BR.UTF-8\nlogo: /img/l.svg\n"
    made = imported(tmp_path, config, **{"images/favicon.ico": "x", "img/l.svg": "<svg/>"})
    found = settings(made)
    assert (found["site_name"], found["site_author"]) == ("Ada Lovelace", "Ada Lovelace")
    assert (found["theme"]["language"], found["theme"]["favicon"], found["theme"]["logo"]) == (
        "pt-BR", "images/favicon.ico", "img/l.svg")


def test_blog_that_says_nothing_gets_nothing(tmp_path: Path) -> None:
    made = imported(tmp_path, "title: x\n")
    found = settings(made)
    assert found["theme"]["language"] == "en"
    assert not {"site_author", "nav"} & found.keys()
    assert found["extra"] == {"generator": False}
    assert "favicon" not in found["theme"]
    assert missing(made) == []
    assert "What the site had" not in str(made.files["import-report.md"])
    assert "rss" not in str(made.files["mkdocs.yml"]) + str(made.files["requirements.txt"])


def test_statistics_and_comments_are_comments(tmp_path: Path) -> None:
    made = imported(tmp_path, "title: x\nanalytics: {provider: google, google: {tracking_id: G-1234}}\n"
                              "giscus: {repo: ada/b}\n")
    text = str(made.files["mkdocs.yml"])
    assert "\n  # analytics:\n  #   provider: google\n  #   property: G-1234\n" in text
    assert "comment, with Giscus." in text
    assert settings(made)["extra"] == {"generator": False}
    assert missing(made) == ["Statistics by Google (G-1234): the lines are a comment in mkdocs.yml",
                             "Comments by Giscus: mkdocs.yml tells how to have them"]


def test_empty_places_for_comments_are_none(tmp_path: Path) -> None:
    made = imported(tmp_path, "title: x\ncomments: {provider: , disqus: {shortname: }}\n"
                              "disqus: {shortname: }\ngoogle_analytics:\n")
    assert missing(made) == []


def test_what_a_site_had_is_told_in_a_line_each(tmp_path: Path) -> None:
    made = imported(
        tmp_path, "title: x\ntheme: minima\nlang: tlh\nicon: 🐦\nemail: a@b.example\n"
                  "plugins: [jekyll-sitemap, jekyll-archives]\ngoogle_site_verification: abc\n"
                  "author: {name: Ada, bio: Writes., avatar: me.png}\n",
        **{"cv.md": "---\nlayout: cv\n---\n", "_data/jobs.yml": "- a\n"})
    report = str(made.files["import-report.md"])
    section = report[report.index("## What the site had that this one has not"):].partition("\n## ")[0]
    for words in ("language, tlh", "🐦", "address for mail", "theme minima", "avatar, bio", "layouts cv",
                  "data jobs", "plugin jekyll-archives", "search engines"):
        assert words in section, words
    assert "jekyll-sitemap" not in section
    assert section.count("\n- `_config.yml`: ") == len(missing(made)) == 9


@pytest.mark.parametrize(("config", "feed"), [
    ("url: https://a.example\nplugins: [jekyll-feed]\n", "feed.xml"),
    ("url: https://a.example\nplugins: [jekyll-feed]\nfeed: {path: atom.xml}\n", "atom.xml"),
    ("url: https://a.example\nplugins: [jekyll-feed]\nfeed: {path: far/away/atom.xml}\n", ""),
    ("plugins: [jekyll-feed]\n", ""), ("url: https://a.example\n", "")])
def test_feed_is_where_it_was(tmp_path: Path, config: str, feed: str) -> None:
    made = imported(tmp_path, f"title: x\n{config}")
    rss = [one["rss"] for one in settings(made)["plugins"] if isinstance(one, dict) and "rss" in one]
    assert [one["feeds_filenames"]["rss_created"] for one in rss] == ([feed] if feed else [])
    assert ("mkdocs-rss-plugin" in str(made.files["requirements.txt"])) == bool(feed)
    assert bool(missing(made)) == ("jekyll-feed" in config and not feed)


def test_feed_that_the_blog_made_itself_is_not_frozen(tmp_path: Path) -> None:
    own = "---\n---\n<rss>{% for post in site.posts %}{{ post.title }}{% endfor %}</rss>\n"
    made = imported(tmp_path, "title: x\nurl: https://a.example\n", **{"rss.xml": own})
    assert "docs/rss.xml" not in made.files
    assert parts_of(config_of({"url": "https://a.example"}), [], {}, (), ".").feed == ""
    rss = next(one["rss"] for one in settings(made)["plugins"] if isinstance(one, dict) and "rss" in one)
    assert rss["feeds_filenames"]["rss_created"] == "rss.xml"
