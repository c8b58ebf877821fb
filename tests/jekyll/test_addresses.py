"""Where files are served: what Jekyll itself writes, compared with what we say it does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest
from depth import tries
from each import each
from hypothesis import HealthCheck, Phase, given, reject, seed
from hypothesis import strategies as st
from mkdocs_career_roadmap.jekyll.blog.addresses import (
    address,
    categories,
    day,
    file_of,
    output_ext,
    redirects,
    tags,
    written,
)
from mkdocs_career_roadmap.jekyll.blog.config import Config, config_of, read_config
from mkdocs_career_roadmap.jekyll.blog.documents import Document, FileRole
from mkdocs_career_roadmap.jekyll.blog.ruby import text_of
from mkdocs_career_roadmap.jekyll.blog.source import BlogSource, read_source
from mkdocs_career_roadmap.jekyll.blog.times import moment

from jekyll.oracle import build_folder, ruby, write

NOW = datetime.now(UTC)
PAGE = "---\n---\nx\n"
STYLES = (
    "date", "pretty", "ordinal", "weekdate", "none",
    "/blog/:year/:i_month/:i_day/:short_month/:long_month/:slug",
    "/:categories/:year:month:day/:title.html",
    "/:slugified_categories/:title/",
    "/:month_:day_:hour:minute:second-:short_year/:name/:title:output_ext",
    "/:collection/:path:output_ext",
    "/:w_year/:week/:w_day/:long_day/:title",
    "/:y_day/:short_day/:slug/",
    "/a//b/../c./:title",
    "blog/:year/:title",
)
FILES = {
    "_posts/2019-03-05-hello-world.md": "---\ntitle: A\ncategories: [Foo Bar, baz]\n---\nx\n",
    "_posts/2019-3-5-b.markdown": "---\ncategories: Foo bar Foo\ntags: a b\n---\nx\n",
    "_posts/19-03-05-two.md": "---\ncategory: One Two\n---\nx\n",
    "_posts/sub/2019-03-06-in-sub.md": PAGE,
    "x/Y/_posts/2019-03-07-super.md": "---\ncategories: y z\n---\nx\n",
    "_posts/2019-03-08-C++_and C#? [x] ~.md":
        "---\ncategories: ['C#', 'a?b', 'x:y', 'ü Ö', '50%', '(a|b)', 'q/r', '\"']\n---\nx\n",
    "_posts/2019-03-09-한국어 글.md": PAGE,
    "_posts/2019-03-10-no-front.md": "just text\n",
    "_posts/2019-03-11-dots...md": PAGE,
    "_posts/2019-03-12-a.b.c.md": PAGE,
    "_posts/2019-03-13-date.md": "---\ndate: 2020-12-02 20:00:00\n---\nx\n",
    "_posts/2019-03-14-date2.md": "---\ndate: 2020-12-02 20:00:00 -0800\n---\nx\n",
    "_posts/2019-03-15-date3.md": "---\ndate: 2020-12-02 20:00\n---\nx\n",
    "_posts/2019-03-16-slug.md": "---\nslug: My Slug_x\n---\nx\n",
    "_posts/2019-03-17-perma.md": "---\npermalink: /p/:title/:year\n---\nx\n",
    "_posts/2019-03-18-perma2.md": "---\npermalink: /p2/x.php\n---\nx\n",
    "_posts/2019-03-19-perma3.md": "---\npermalink: p3//../y/\n---\nx\n",
    "_posts/2019-03-20-html.html": PAGE,
    "_posts/2019-03-21-txt.txt": PAGE,
    "_posts/2019-03-22-unpub.md": "---\npublished: false\n---\nx\n",
    "_posts/2099-03-22-future.md": PAGE,
    "_posts/nodate.md": PAGE,
    "_posts/_hid/2019-03-23-hid.md": PAGE,
    "_posts/a/_hid/2019-03-23-hid2.md": PAGE,
    "_posts/a/.hid/2019-03-23-hid3.md": PAGE,
    "_posts/2019-03-24-x.md~": PAGE,
    "_posts/2019-02-30-roll.md": PAGE,
    "_posts/2019-03-26-kinds.md":
        "---\ncategories: [a, null, 2019, 1.0, true, 2019-01-01, 1e3, 1.5e+20]\n---\nx\n",
    "_posts/2019-03-27-nested.md": "---\ncategory: [q, [r, s]]\n---\nx\n",
    "_posts/2019-03-28-Σίσυφος ΣΑΣ.md": "---\ncategories: ΣΑΣ\n---\nx\n",
    "_posts/2019-03-29-both.md": "---\ncategories: [a, b]\ncategory: c d\n---\nx\n",
    "_posts/2019-03-30-textile.textile": PAGE,
    "_posts/2019-03-31-UPPER.MD": PAGE,
    "_posts/2019-04-01-old\\name.md": PAGE,
    "_posts/2019-04-02-.md": PAGE,
    "_drafts/draft.md": PAGE,
    "about.md": PAGE, "index.html": PAGE, "sub/index.md": PAGE, "sub/a b.md": PAGE, "feed.xml": PAGE,
    "pp.md": "---\npermalink: /pp/\n---\nx\n", "pf.xml": "---\npermalink: /pf/\n---\nx\n",
    "style.css": PAGE, "s.htm": PAGE, "dots...md": PAGE, "plain.md": "# no front\n",
    "img/a b.png": b"\x89PNG", "img/a%20c..png": "x", "p4.md": "---\npermalink: /:path/x:basename\n---\nx\n",
    "bom.md": b"\xef\xbb\xbf---\n---\nx\n", "crlf.md": "---\r\ntitle: x\r\n---\r\nx\r\n",
    "_hidden/x.md": PAGE, "keep/.htaccess": "x", ".htaccess": "x", "README.md~": "x", "#x.md": "x",
    "Gemfile": "x", "Gemfile.lock": "x", "node_modules/x.js": "x", "vendor/bundle/x": "x",
    "vendor/js/x.js": "x",
    "_docs/one.md": PAGE, "_docs/sub/two.md": "---\npermalink: /two/\n---\n", "_docs/img.png": "x",
    "_docs/2019-01-02-dated.md": PAGE, "_docs/.hidden.md": PAGE,
    "_docs/un.md": "---\npublished: false\n---\n",
    "_docs/sub/img..x.png": "x", "_noout/x.md": PAGE, "_noout/x.png": "1",
    "404.html": "---\npermalink: /404.html\n---\n", "no_ext": PAGE, "LICENSE": "x", "a.b/c.d.md": PAGE,
    "noclose.md": "---\ntitle: x\n", "dotsclose.md": "---\ntitle: x\n...\nx\n",
    "unpub.md": "---\npublished: false\n---\n", "t.md": "---\npermalink: /t.md\n---\n",
    "folder.md/x.md": PAGE,
}
COLLECTIONS = "collections:\n  docs:\n    output: true\n    {}\n  noout:\n    output: false\n"


def read(folder: Path, files: Mapping[str, str | bytes]) -> tuple[BlogSource, Config]:
    write(folder, files)
    config = read_config(folder)
    return read_source(folder, config, NOW), config


def assert_same(folder: Path, files: Mapping[str, str | bytes], tz: str = "UTC") -> int:
    """Assert that Jekyll writes what we say, and nothing else; return how many files that is."""
    source, config = read(folder, files)
    said = {written(one, config): one.path for one in source.documents if not one.hidden}
    site = build_folder(folder, tz)
    assert {path: said.get(path) for path in site} == said
    return len(site)


@pytest.mark.parametrize(("style", "at"), [(style, at) for at, style in enumerate(STYLES)])
def test_every_file_is_where_jekyll_writes_it(tmp_path: Path, style: str, at: int) -> None:
    zone = ("", "timezone: Asia/Seoul\n", "timezone: America/Los_Angeles\n")[at % 3]
    own = ("", "permalink: /d/:path/:title:output_ext", "permalink: /:name/")[at % 3]
    config = f"permalink: {style}\n{zone}{COLLECTIONS.format(own)}"
    assert assert_same(tmp_path, {**FILES, "_config.yml": config}) > 50


CONFIGS = {
    "collections in a folder": """
        collections_dir: stuff
        collections: {docs: {output: true}, posts: {permalink: "/p/:categories/:title/"}}
        defaults:
          - scope: {path: stuff/_posts/sub}
            values: {category: from-scope}
          - scope: {path: _docs/sub}
            values: {permalink: "/of-docs/:name/"}
    """,
    "what is included and left out": """
        include: [_hidden, .well-known, "*.keep~", kept.md, node_modules/x.js, "_r?om"]
        exclude: [img, "sub/a*", "LIC", "*.css", "s.[hx]tm", kept.md, folder.md/, /about.md, 5]
    """,
    "defaults": """
        collections: {docs: {output: true}}
        defaults:
          - scope: {path: ""}
            values: {permalink: "/all/:title/", layout: x}
          - scope: {path: "", type: posts}
            values: {permalink: "/posts/:categories/:title", categories: one Two, tags: [t]}
          - scope: {path: _posts/sub}
            values: {permalink: "/sub/:title", category: three}
          - scope: {path: "_docs/*/two.md", type: docs}
            values: {permalink: "/glob/:name/"}
          - scope: {path: "**/a*", type: page}
            values: {permalink: "/starred/:basename/"}
          - scope: {path: "_po?ts/*rick{s,}*"}
            values: {permalink: "/braces"}
          - scope: {path: "img"}
            values: {published: false}
          - scope: {path: /x/Y/}
            values: {categories: slashed, published: true}
          - {scope: {}, values: {date: "2001-02-03"}}
          - scope: {path: ""}
          - 5
    """,
    "elsewhere": """
        permalink: /:year/:title:output_ext
        future: true
        unpublished: true
        show_drafts: true
        markdown_ext: "md, txt"
        timezone: No/Such
        source: .
    """,
    "a style of pages": "permalink: /:title/",
    "a style without an ending": "permalink: /x/:title\nbaseurl: /base",
    "a style that ends as it comes": "permalink: /x/:title:output_ext",
    "none of it": "",
}
MORE: dict[str, str | bytes] = {
    "stuff/_posts/sub/2019-01-01-a.md": PAGE, "stuff/deep/_posts/2019-01-01-b.md": PAGE,
    "stuff/_docs/sub/c.md": PAGE, "stuff/_docs/d.png": "x", "stuff/page.md": PAGE,
    "_hidden/x/y.md": PAGE, ".well-known/x": "x",
    "sub/b.keep~": "x", "kept.md": PAGE, "sub/kept.md": PAGE, "_room/z.md": PAGE,
    "_posts/2019-05-01-tricks.md": "---\ncategories:\n---\n", "about/abc.md": PAGE, "ab/c.md": PAGE,
    "_posts/2019-05-02-nodate.md": "---\npermalink:\ntags:\n---\n", "notes.txt": PAGE,
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_configuration_moves_files_as_jekyll_moves_them(tmp_path: Path, name: str) -> None:
    files = {**FILES, **MORE, "_config.yml": dedent(CONFIGS[name])}
    if name == "elsewhere":  # a draft's date is its last change
        files["_drafts/draft.md"] = "---\ndate: 2020-01-01\n---\n"
    assert assert_same(tmp_path, files) > 30


DUMP = ("{{ page.categories | jsonify }}|{{ page.tags | jsonify }}"
        "|{{ page.date | date: '%F %T %z' }}|{{ page.url }}")
# Without colons and slashes: Jekyll stops at some, for it takes what is before them for a scheme or a host.
NAMES = st.text(st.sampled_from("aZé한Σß0_-.~ &'#?%[]+,;=@!$()\\\"|"), min_size=1, max_size=10).filter(
    lambda name: name.strip(" .") == name)
WORDS = st.text(st.sampled_from("aBéΣ한0 _-.&#?%[]+\\'\"!~"), max_size=8)
GROUPS = st.one_of(
    WORDS, st.lists(st.one_of(WORDS, st.none(), st.booleans(), st.integers(0, 3000)), max_size=3), st.none())
PERMALINKS = st.one_of(st.none(), st.none(), st.lists(st.sampled_from(
    [":title", ":slug", ":categories", ":year", ":month", ":i_day", ":name", ":short_year", "/", "/", "..",
     "X", ".html", "é", ":slugified_categories", ".php", ":title_", ":path", "-"],
), max_size=6).map("".join))
FRONTS = st.fixed_dictionaries({}, optional={
    "categories": GROUPS, "category": GROUPS, "tags": GROUPS, "tag": GROUPS, "slug": WORDS,
    "permalink": PERMALINKS,
    "date": st.sampled_from(["2020-01-31 23:30 -0800", "2020-12-31", "2021-01-01 00:00:00 +0900",
                             "1 May 2019 3pm"])})


@seed(1)  # the same ones each time: what Jekyll makes of odd corners is no news of a change
@tries(6, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None)
@given(st.lists(st.tuples(NAMES, FRONTS), min_size=120, max_size=120,
    unique_by=lambda post: post[0].casefold()),
       st.sampled_from(STYLES), st.sampled_from(["UTC", "Asia/Seoul", "America/Los_Angeles"]))
def test_any_post_is_where_jekyll_writes_it(
    posts: list[tuple[str, dict[str, object]]], style: str, zone: str
) -> None:
    files = {f"{'Sub Dir/' if at % 3 else ''}_posts/2019-{at % 12 + 1}-{at % 28 + 1:02}-{name}.txt":
             f"---\n{json.dumps({'at': at, **front})}\n---\n{at}|{DUMP}" for at,
             (name, front) in enumerate(posts)}
    config = config_of({"permalink": style, "timezone": zone})
    with TemporaryDirectory() as folder:
        write(Path(folder), {**files, "_config.yml": json.dumps({"permalink": style, "timezone": zone})})
        source = read_source(Path(folder), config, NOW)
        try:
            site = build_folder(Path(folder))
        except RuntimeError as error:
            if "(Errno::E" not in str(error):
                raise
            reject()  # a file of one post is where another has its folder
    assert not source.notes
    told = {}
    for content in site.values():
        at, groups, marks, when, url = content.decode().split("|", 4)
        told[int(at)] = ([one for one in map(text_of, json.loads(groups)) if one],
                         [one for one in map(text_of, json.loads(marks)) if one], when, url)
    for one in source.documents:
        if one.front["at"] in told:  # two may be written to the same file
            groups, marks, when, url = told[one.front["at"]]
            found = moment(one, config)
            assert found is not None
            ours = (address(one, config), categories(one), tags(one), f"{found.when:%Y-%m-%d %H:%M:%S %z}")
            theirs = (url, list(dict.fromkeys(groups)), list(dict.fromkeys(marks)), when)
            assert (one.path, one.front, *ours) == (one.path, one.front, *theirs)
    assert {written(one, config) for one in source.documents} == set(site)
    assert len(site) > 10


def a_post(name: str = "2020-01-02-a.md", **front: object) -> Document:
    return Document(f"_posts/{name}", FileRole.POST, "posts", f"_posts/{name}", front)


@each(("address", "ext", "expected"), [
    ("/foo", ".html", "foo.html"), ("/foo.html", ".html", "foo.html"), ("/foo/", ".html", "foo/index.html"),
    ("/", ".html", "index.html"), ("/a%20b/%ED%95%9C", ".html", "a b/한.html"),
    ("/feed.xml", ".xml", "feed.xml"),
    ("/feed/", ".xml", "feed/index.xml"), ("/a/%2e%2e/b", ".html", "b.html"), ("/50%", ".html", "50%.html")])
def test_an_address_is_held_by_a_file(address: str, ext: str, expected: str) -> None:
    assert file_of(address, ext) == expected


@each(("document", "expected"), [
    (a_post(), ".html"), (a_post("2020-01-02-a.MKD"), ".html"), (a_post("2020-01-02-a.textile"), ".textile"),
    (a_post(permalink="/x.php"), ".php"), (a_post(permalink="/x.y/"), ".html"),
    (a_post(permalink="/x"), ".html"),
    (Document("a/b.scss", FileRole.PAGE), ".css"), (Document("a/b.xml", FileRole.PAGE), ".xml")])
def test_what_is_written_has_an_ending(document: Document, expected: str) -> None:
    assert output_ext(document, Config()) == expected


@each(("written", "expected"), [
    ("/old/", ["/old/"]), ("old.html", ["/old.html"]), (["/a", "b/", None, "/a"], ["/a", "/b/"]), (None, []),
    ([], []), (2019, ["/2019"])])
def test_old_addresses_are_kept(written: object, expected: list[str]) -> None:
    assert redirects(a_post(redirect_from=written)) == expected


def test_a_draft_without_a_date_has_none_in_its_address() -> None:
    draft = Document("_drafts/a.md", FileRole.DRAFT, "posts", "_drafts/a.md")
    assert day(draft, Config()) is None
    assert address(draft, Config()) == "/:year/:month/:day/a.html"


def test_the_day_is_that_of_the_zone_of_the_site() -> None:
    late = a_post(date="2020-12-02 20:00 +0000")
    assert str(day(late, config_of({"timezone": "Asia/Seoul"}))) == "2020-12-03"
    assert str(day(late, Config())) == "2020-12-02"
    assert str(day(a_post(), Config())) == "2020-01-02"
    assert day(Document("a.md", FileRole.PAGE), Config()) is None


def test_a_placeholder_that_jekyll_does_not_know_stays() -> None:
    assert address(a_post(permalink="/:nothing/:title"), Config()) == "/:nothing/a"


def test_a_default_of_a_page_is_hidden_by_nothing() -> None:
    page = Document(
        "a.md", FileRole.PAGE, "", "a.md", {"permalink": None}, defaults={"permalink": "/x/", "b": 1}
    )
    assert address(page, Config()) == "/a.html"
    assert page.data == {"permalink": None, "b": 1}
    post = Document("_posts/2020-01-02-a.md", FileRole.POST, "posts", "_posts/2020-01-02-a.md",
        {"permalink": None},
                    defaults={"permalink": "/x/"})
    assert address(post, Config()) == "/x/"


def test_the_jekyll_that_is_asked_is_that_of_the_rules() -> None:
    [version] = ruby("require 'jekyll'; Jekyll::VERSION", [0])
    assert str(version).startswith("4.3.")
