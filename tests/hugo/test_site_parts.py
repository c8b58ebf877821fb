"""What a blog of Hugo had besides its pages: in the words of Material, or in the report."""

from __future__ import annotations

import pytest
from each import each
from mkdocs_career_roadmap.hugo.blog.components import Components
from mkdocs_career_roadmap.hugo.blog.config import HugoConfig
from mkdocs_career_roadmap.hugo.blog.data_text import lowered
from mkdocs_career_roadmap.hugo.mapping.site_parts import about_of, author_of, parts_of, templates_left

FEEDS = "The feeds of sections and tags: the site has that of all posts alone"


def config(language: str = "en", languages: tuple[str, ...] = (), **raw: object) -> HugoConfig:
    made = lowered(raw)
    assert isinstance(made, dict)
    return HugoConfig({"baseurl": "https://birds.example/", **made}, language=language, languages=languages)


def missing(**raw: object) -> list[str]:
    found = list(parts_of(config(**raw), ()).missing)
    assert found.pop(0) == FEEDS
    return found


def test_a_blog_that_says_nothing_has_the_parts_of_every_site() -> None:
    made = parts_of(config(), ())
    assert (made.author, made.language, made.favicon, made.logo, made.social, made.feed) == (
        "", "en", "", "", (), "index.xml")
    assert made.missing == (FEEDS,)


@each(("raw", "author"), [
    ({"params": {"author": " Ada  L. "}, "author": "Bob"}, "Ada L."),
    ({"params": {"authors": ["Ada", "Bob"]}}, "Ada"),
    ({"params": {"author": {"name": "Ada"}}}, "Ada"),
    ({"params": {"author": [{"name": "Ada"}]}}, "Ada"),
    ({"params": {"author": {"email": "a@b.example"}}, "author": {"name": "Bob"}}, "Bob"),
    ({"params": {"author": " "}, "authors": "Bob"}, "Bob"),
    ({"author": []}, ""),
    ({"author": 7}, ""),
])
def test_the_author_is_the_first_that_is_named(raw: dict[str, object], author: str) -> None:
    assert author_of(config(**raw)) == author
    assert parts_of(config(**raw), ()).author == author


@pytest.mark.parametrize(("raw", "about"), [
    ({"params": {"description": "Wings\n and more"}, "description": "Other"}, "Wings and more"),
    ({"description": " Other "}, "Other"),
    ({"params": {"description": ["x"]}}, ""),
    ({}, ""),
])
def test_a_site_says_of_itself_what_its_configuration_says(raw: dict[str, object], about: str) -> None:
    assert about_of(config(**raw)) == about


@pytest.mark.parametrize(("raw", "of", "language"), [
    ({"languageCode": "de-AT", "locale": "fr"}, "en", "de"),
    ({"locale": "pt-br"}, "en", "pt-BR"),
    ({}, "fr", "fr"),
    ({"languageCode": "ZH-hant"}, "en", "zh-Hant"),
])
def test_a_language_is_one_of_the_theme(raw: dict[str, object], of: str, language: str) -> None:
    made = parts_of(config(of, **raw), ())
    assert made.language == language
    assert made.missing == (FEEDS,)


def test_a_language_that_the_theme_does_not_know_is_told() -> None:
    made = parts_of(config(languageCode="tlh-" + "x" * 60), ())
    assert made.language == "en"
    assert made.missing == (
        f"The blog's language, tlh-{'x' * 36}: the theme does not know it, and speaks English", FEEDS)


@pytest.mark.parametrize(("params", "files", "icon"), [
    ({"favicon": " /my.ico ", "assets": {"favicon": "other.ico"}}, {"my.ico", "other.ico"}, "my.ico"),
    ({"favicon": "gone.ico", "assets": {"favicon": "/other.ico"}}, {"other.ico", "favicon.ico"}, "other.ico"),
    ({"favicon": ["x"]}, {"img/favicon.ico", "favicon.svg", "favicon.png"}, "favicon.svg"),
    ({}, {"images/favicon.png", "picture.png"}, "images/favicon.png"),
    ({"assets": "x"}, {"picture.png"}, ""),
])
def test_the_icon_is_a_file_that_is_there(params: dict[str, object], files: set[str], icon: str) -> None:
    assert parts_of(config(params=params), files).favicon == icon


@pytest.mark.parametrize(("logo", "found"), [
    (" /img/wing.svg ", "img/wing.svg"),
    ({"src": "img/wing.svg"}, "img/wing.svg"),
    ("img/gone.svg", ""),
    ({"text": "Wing"}, ""),
    (True, ""),
])
def test_the_logo_is_a_file_that_is_there(logo: object, found: str) -> None:
    assert parts_of(config(params={"logo": logo}), {"img/wing.svg", "wing.svg"}).logo == found


@each(("raw", "links"), [
    ({"params": {"author": {"github": "ada"}}}, ["https://github.com/ada"]),
    ({"author": {"github": "ada"}}, ["https://github.com/ada"]),
    ({"params": {"author": "Ada"}, "author": {"github": "ada"}}, ["https://github.com/ada"]),
    ({"params": {"socialIcons": [{"name": "github", "url": "https://github.com/ada"}],
                 "social": [{"url": "https://gitlab.com/ada"}]}}, ["https://github.com/ada"]),
    ({"params": {"social": [{"name": "Code", "link": "https://gitlab.com/ada"}]}}, ["https://gitlab.com/ada"]),
    ({"params": {"social": {"github": "ada", "weight": 3, "orcid": {"username": "x"}}}}, ["https://github.com/ada"]),
    ({"social": {"github": "ada"}}, ["https://github.com/ada"]),
    ({"params": {"social": {"github": "ada"}}, "social": {"github": "bob"}}, ["https://github.com/ada"]),
    ({"params": {"social": "ada"}, "social": "bob"}, []),
])
def test_profiles_are_found_where_themes_have_them(raw: dict[str, object], links: list[str]) -> None:
    assert [one.link for one in parts_of(config(**raw), ()).social] == links


def test_a_profile_has_the_name_that_the_blog_gives_it() -> None:
    params = {"social": [{"name": "Code", "link": "https://gitlab.com/ada"}]}
    assert [one.name for one in parts_of(config(params=params), ()).social] == ["Code"]


@each(("raw", "feed", "told"), [
    ({"outputFormats": {"RSS": {"baseName": "feed-1"}}}, "feed-1.xml", [FEEDS]),
    ({"outputFormats": {"RSS": {"baseName": "../feed"}}}, "index.xml", [FEEDS]),
    ({"outputFormats": {"RSS": {"baseName": 5}}}, "index.xml", [FEEDS]),
    ({"disableKinds": ["RSS"]}, "", []),
    ({"baseURL": "/", "outputFormats": {"rss": {"baseName": "feed"}}}, "",
     ["The feed /feed.xml: a feed needs the site's address, and the configuration has no `baseURL`", FEEDS]),
    ({"defaultContentLanguageInSubdir": True}, "",
     ["The feed /en/index.xml: mkdocs-rss-plugin makes one, but at the root of a site", FEEDS]),
])
def test_the_feed_lies_where_it_was_or_is_told(raw: dict[str, object], feed: str, told: list[str]) -> None:
    made = parts_of(config(**{"baseURL": "https://birds.example/", **raw}), ())
    assert made.feed == feed
    assert list(made.missing) == told


@pytest.mark.parametrize("raw", [
    {"googleAnalytics": "G-1"},
    {"services": {"googleAnalytics": {"ID": "G-1"}}},
])
def test_statistics_are_told(raw: dict[str, object]) -> None:
    assert missing(**raw) == ["Statistics by Google (G-1): `extra.analytics` of the theme does the like"]


@each(("raw", "name"), [
    *[({"params": {name: {"repo": "x"}}}, name)
      for name in ("disqus", "giscus", "utterances", "isso", "commento")],
    ({"params": {"comments": {"giscus": {"repo": "x"}}}}, "giscus"),
    ({"params": {"isso": True, "giscus": True}}, "giscus"),
    ({"disqusShortname": "ada"}, "disqus"),
    ({"services": {"disqus": {"shortname": "ada"}}, "params": {"isso": True}}, "disqus"),
])
def test_comments_are_told(raw: dict[str, object], name: str) -> None:
    assert missing(**raw) == [
        f"Comments by {name}: the theme has them by a template of your own, partials/comments.html"]


def test_comments_that_are_off_are_not_told() -> None:
    assert missing(params={"comments": True, "giscus": False}, services={"disqus": {}}) == []


def test_themes_and_modules_are_told_as_far_as_anybody_reads() -> None:
    assert missing(theme="wing") == ["The look of the theme wing: the site has that of Material"]
    many = missing(theme=[f"{at}" + "x" * 90 for at in range(4)],
                   module={"imports": [{"path": "birds.example/a"}, {"path": "birds.example/b"}]})
    assert [one.removeprefix("The look of the theme ").partition(":")[0] for one in many] == [
        *(f"{at}{'x' * 79}" for at in range(4)), "birds.example/a"]


def test_mounts_of_other_folders_are_told() -> None:
    mounts = [{"source": "../w", "target": "content"}, {"source": "content", "target": "content"}]
    assert missing(module={"mounts": mounts}) == [
        "The mount of ../w as content: content, static files and assets in the blog's folder alone are read"]


def test_other_languages_are_told() -> None:
    assert parts_of(config("de", ("fr", "de", "it")), ()).missing == (
        FEEDS, "The languages fr, it: only de was imported")
    assert parts_of(config("de", ("de",)), ()).missing == (FEEDS,)


def test_templates_that_are_not_run_are_told() -> None:
    left = templates_left(Components(absent=("wing" * 30,), hooks=("layouts/_markup/render-link.html",)))
    assert list(left) == [
        f"The shortcodes of {'wing' * 20}: its folder is not there; fetch it, and import again",
        "What `layouts/_markup/render-link.html` makes of the Markdown: the pages have the Markdown alone",
    ]
    assert list(templates_left(Components())) == []
