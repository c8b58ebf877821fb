"""The configuration of a blog, with Jekyll's defaults."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent

import pytest
from each import each
from mkdocs_career_roadmap.jekyll.blog.config import (
    Config,
    ConfigError,
    Kramdown,
    config_of,
    read_config,
    with_suffix,
)
from mkdocs_career_roadmap.jekyll.blog.defaults import defaults_for, merged


def config(folder: Path, text: str, name: str = "_config.yml") -> Config:
    (folder / name).write_text(dedent(text), "utf-8")
    return read_config(folder)


def test_without_a_configuration_there_are_defaults(tmp_path: Path) -> None:
    found = read_config(tmp_path)
    assert found == Config()
    assert found.collections["posts"].permalink == "/:categories/:year/:month/:day/:title:output_ext"
    assert found.kramdown.input == "GFM"


@pytest.mark.parametrize("text", ["", "# nothing\n",
    "permalink:\ninclude:\nexclude:\ncollections:\nkramdown:\n"])
def test_an_empty_configuration_is_the_defaults(tmp_path: Path, text: str) -> None:
    found = config(tmp_path, text)
    assert found.raw.keys() <= {"permalink", "include", "exclude", "collections", "kramdown"}
    assert config_of({}) == Config()
    assert found.exclude == Config().exclude
    assert found.permalink == "date"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    found = config(tmp_path, """
        title: My blog
        description: >
          About
          things
        url: https://example.org/
        baseurl: blog/
        author: {name: Ann}
        permalink: pretty
        timezone: Asia/Seoul
        collections_dir: /stuff/
        source: ./site/
        destination: ./public
        include: [_pages]
        exclude: [drafts, Gemfile]
        markdown: CommonMark
        markdown_ext: md,TXT
        excerpt_separator: <!--more-->
        show_drafts: yes
        future: on
        unpublished: true
        limit_posts: 5
        odd: 012
        """)
    assert (found.title, found.description, found.author) == ("My blog", "About things\n", {"name": "Ann"})
    assert (found.url, found.baseurl) == ("https://example.org", "/blog")
    assert (found.permalink, found.timezone, found.collections_dir) == ("pretty", "Asia/Seoul", "stuff")
    assert (found.source, found.destination) == ("site", "public")
    assert found.include == ("_pages",)
    assert found.exclude[:3] == ("drafts", "Gemfile", ".sass-cache")
    assert found.exclude.count("Gemfile") == 1
    assert (found.markdown, found.markdown_ext) == ("commonmark", (".md", ".txt"))
    assert (found.excerpt_separator, found.limit_posts) == ("<!--more-->", 5)
    assert (found.show_drafts, found.future, found.unpublished) == (True, True, True)
    assert found.raw["odd"] == 10


@each(("written", "expected"), [
    ("/", ""), ("", ""), ("/blog", "/blog"), ("blog/", "/blog"), ("/a/b/", "/a/b"), (None, ""), (False, "")])
def test_the_base_begins_with_a_slash(written: object, expected: str) -> None:
    assert config_of({"baseurl": written}).baseurl == expected


def test_a_name_stands_in_for_a_title() -> None:
    assert config_of({"name": "Old"}).title == "Old"
    assert config_of({"name": "Old", "title": "New"}).title == "New"


def test_collections_are_a_list_or_a_mapping() -> None:
    assert list(config_of({"collections": ["docs", "my stuff"]}).collections) == ["posts", "docs", "mystuff"]
    found = config_of({"permalink": "/:title/", "collections": {
        "docs": {"output": True, "permalink": "/d/:name"}, "plain": None,
        "posts": {"output": False}}}).collections
    assert (found["docs"].output, found["docs"].permalink) == (True, "/d/:name")
    assert (found["plain"].output, found["plain"].permalink) == (False, "/:collection/:path/")
    assert (found["posts"].output, found["posts"].permalink) == (True, "/:title/")
    assert config_of({"collections": "docs"}).collections.keys() == {"posts"}


@each(("style", "expected"), [
    ("pretty", "/x/"), ("date", "/x:output_ext"), ("none", "/x:output_ext"), ("ordinal", "/x:output_ext"),
    ("weekdate", "/x"), ("/:title", "/x"), ("/:title/", "/x/"), ("/:title:output_ext", "/x:output_ext")])
def test_a_template_ends_as_the_style_does(style: str, expected: str) -> None:
    assert with_suffix("/x", style) == expected


def test_options_of_kramdown_are_read() -> None:
    found = config_of({"kramdown": {
        "input": "kramdown", "hard_wrap": True, "auto_ids": False, "parse_block_html": True,
        "toc_levels": "2..4",
        "smart_quotes": "apos,apos,quot,quot", "math_engine": None}}).kramdown
    assert found == Kramdown("kramdown", hard_wrap=True, auto_ids=False, parse_block_html=True,
                             toc_levels=(2, 3, 4), smart_quotes=("apos", "apos", "quot", "quot"),
                             raw=found.raw)
    assert config_of({"kramdown": {"smart_quotes": ["apos"] * 4}}).kramdown.smart_quotes == ("apos",) * 4
    assert config_of({"kramdown": "odd"}).kramdown == Kramdown()


@pytest.mark.parametrize(("written", "expected"), [
    ([2, 3, "x"], (2, 3)), ("1,2", (1, 2)), (2, (2,)), ("1...3", (1, 2, 3)), ("all", (1, 2, 3, 4, 5, 6))])
def test_levels_of_headings_have_many_spellings(written: object, expected: tuple[int, ...]) -> None:
    assert config_of({"kramdown": {"toc_levels": written}}).kramdown.toc_levels == expected


def test_the_first_of_several_configurations_counts(tmp_path: Path) -> None:
    (tmp_path / "_config.toml").write_text('title = "toml"\n')
    assert read_config(tmp_path).title == "toml"
    assert config(tmp_path, "title: yaml", "_config.yaml").title == "yaml"
    assert config(tmp_path, "title: yml").title == "yml"


@pytest.mark.parametrize(("text", "what"), [
    ("title: a: b\n", "_config.yml:1: a value with a colon wants quotes"),
    ("a: 1\n\tb: 2\n", "_config.yml:2: a tab stands here"),
    ("- a\n", "_config.yml:1: these must be lines of the form `key: value`"),
    ("include: x\n", "include is 'x'; write a list"),
    ("exclude: {a: b}\n", "exclude is {'a': 'b'}; write a list"),
    ("source: ../other\n", "source is '../other', outside the blog's folder"),
    ("a: &x [*x]\n", "_config.yml:1: an alias of YAML stands within what it names"),
])
def test_what_cannot_be_read_is_told_with_its_place(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(ConfigError, match=r".") as caught:
        config(tmp_path, text)
    assert what in str(caught.value)


def test_broken_toml_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not valid TOML"):
        config(tmp_path, "title = \n", "_config.toml")


def test_a_configuration_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_bytes(b"title: \xff\n")
    with pytest.raises(ConfigError, match="not UTF-8"):
        read_config(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_configuration_that_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    os.mkfifo(tmp_path / "blog" / "_config.yml")
    with pytest.raises(ConfigError, match="special-file"):
        read_config(tmp_path / "blog")
    (tmp_path / "blog" / "_config.yml").unlink()
    (tmp_path / "secret.yml").write_text("title: x\n")
    (tmp_path / "blog" / "_config.yml").symlink_to(tmp_path / "secret.yml")
    with pytest.raises(ConfigError, match="outside-link"):
        read_config(tmp_path / "blog")


@pytest.mark.parametrize("destination", ["../out", "/srv/www"])
def test_a_destination_elsewhere_is_none_of_the_blog(destination: str) -> None:
    assert config_of({"destination": destination}).destination == "_site"


def test_nothing_of_a_configuration_is_run(tmp_path: Path) -> None:
    found = config(tmp_path, "a: !!python/object/apply:os.getcwd []\nb: !ruby/object:Gem::Installer {i: x}\n")
    assert found.raw == {"a": [], "b": {"i": "x"}}


def test_the_nearest_defaults_win_and_mappings_are_merged() -> None:
    found = config_of({"defaults": [
        {"scope": {"path": "_posts/deep", "type": "posts"}, "values": {"a": 1, "m": {"x": 1}}},
        {"scope": {"path": ""}, "values": {"a": 2, "b": 2, "m": {"x": 2, "y": 2}}},
        {"scope": {"path": "", "type": "post"}, "values": {"b": 3}},
        {"scope": {"path": "", "type": "pages"}, "values": {"b": 4}},
        {"scope": {"path": ""}, "values": {"b": 5, "c": 5}},
        {"scope": None, "values": {"d": 6}}, {"scope": {"path": 5}, "values": {"e": 7}},
        {"values": 5}, 5,
    ]})
    assert defaults_for(found, "_posts/deep/x.md", "posts") == {
        "a": 1, "m": {"x": 1, "y": 2}, "b": 2, "c": 5, "d": 6, "e": 7}
    assert defaults_for(found, "x.md", "pages")["b"] == 4
    assert defaults_for(config_of({"defaults": {"a": 1}}), "x.md", "pages") == {}


@each(("scope", "path", "is_in"), [
    ("a/*", "a/b.md", True), ("a/*", "a/b/c.md", True), ("a/*/c*", "a/b/c.md", True),
    ("*.md", "a/b.md", False),
    ("**/b.md", "a/x/b.md", True), ("**/b.md", "b.md", True), ("**/b.md", "a/.x/b.md", False),
    ("*", ".a", False), ("a/*", "a/.b", False), (".*", ".a", True), ("*[bc].md", "ab.md", True),
    ("*[^bc].md", "ab.md", False), ("*{x,y}.md", "ay.md", True), ("*?.md", "a.md", True),
    ("a*]", "ab]", True),
    ("/a*", "a.md", False), ("a**", "abc", True)])
def test_a_scope_may_hold_stars(scope: str, path: str, is_in: bool) -> None:
    found = config_of({"defaults": [{"scope": {"path": scope}, "values": {"a": 1}}]})
    assert bool(defaults_for(found, path, "pages")) is is_in


def test_what_says_nothing_takes_nothing_away() -> None:
    assert merged({"a": 1, "b": None}, {"a": None, "c": None}) == {"a": 1, "b": None, "c": None}
