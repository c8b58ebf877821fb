"""Where Hugo publishes pages, held against where it does."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jekyll.oracle import write
from mkdocs_career_roadmap.hugo.blog.addresses import address_of, aliases_of
from mkdocs_career_roadmap.hugo.blog.config import read_hugo_config
from mkdocs_career_roadmap.hugo.blog.pages import Held
from mkdocs_career_roadmap.hugo.blog.source import read_hugo
from mkdocs_career_roadmap.hugo.mapping.places import file_of
from mkdocs_career_roadmap.hugo.plan import file_address

from .oracle import LAYOUT, build_folder

NAMES = [
    "C++ & C#",
    "Hello, World!",
    "a  b",
    "a - b",
    "Ünï Cödé",
    "foo_bar.baz",
    "it's",
    "What?",
    "a/b",
    "--x--",
    "Foo: Bar",
    "日本 語",
    "a@b",
    "x+y~z",
    "“quotes”",
    "a–b",
    "emoji 😀 x",
    "CamelCase",
    "dot.",
    "(brackets)",
    "a...b",
    "é",
    "– begins so",
    "ends so –",
    "- a",
    "a -",
    "x -- y",
    "%c2%ab x",
]
CONFIG = {
    "plain": '[permalinks]\nposts = "/:year/:month/:slug/"\ndeep = "/:sections/:title/"\n',
    "kinds": '[permalinks.page]\nposts = "/p/:year/:yearday/:weekday/:monthname/:contentbasename/"\n'
    'deep = "/d/:sections[1:]/:slugorcontentbasename/"\n[permalinks.section]\nposts = "/all-posts/"\n',
    "ugly": "uglyURLs = true\nremovePathAccents = true\n",
    "cased": "disablePathToLower = true\ndefaultContentLanguageInSubdir = true\n[permalinks]\n"
    'posts = "/:section/:day-:filename/"\n',
    "terms": '[permalinks]\ntags = "/tag/:slug/"\ncategories = "/:year-:month/:section/:contentbasename"\n'
    'posts = "/:section/:sectionslug/:sections/:sectionslugs/:slug"\n',
    "kinds of lists": '[taxonomies]\nbird = "birds"\ntag = "tags"\n[permalinks.taxonomy]\ntags = '
    '"/all/:slug"\n'
    '[permalinks.term]\ntags = "/t/:sectionslugs/:title/"\nbirds = "/b/:filename/:slugorcontentbasename"\n'
    '[permalinks.section]\nmoved = "/s/:sections/:slug:contentbasename/"\n',
    "ugly lists": 'uglyURLs = true\n[permalinks]\ntags = "/tag/:slug/"\nposts = "/p/:slug/"\n'
    '[permalinks.taxonomy]\ncategories = "/c/"\n',
    "no lists": 'disableKinds = ["RSS", "sitemap", "term", "taxonomy"]\n',
}


def files(config: str) -> dict[str, str | bytes]:
    made: dict[str, str | bytes] = {
        "hugo.toml": f'baseURL = "https://x.example/"\n{config}'
        if "disableKinds" in config
        else f'baseURL="https://x.example/"\ndisableKinds = ["RSS", "sitemap"]\n{config}',
        "layouts/single.html": LAYOUT,
        "layouts/list.html": LAYOUT,
        "content/deep/one/two/Page One.md": "---\ntitle: A Page\n---\nx",
        "content/deep/one/two/bundle/index.md": "---\ntitle: In it\nslug: Own Slug\n---\nx",
        "content/deep/one/_index.md": "---\ntitle: One\n---\nx",
        "content/top.md": "---\ntitle: Top\naliases: [old/top, /older.html]\n---\nx",
        "content/leaf/index.md": "---\ntitle: Leaf\nurl: own/leaf\n---\nx",
        "content/posts/file.md": (
            "---\ntitle: F\ndate: 2020-03-01T23:30:00-05:00\nurl: /F/:year/x.HTML\n---\nx"
        ),
        "content/posts/al.md": "---\ntitle: Al\ndate: 2020-03-01\naliases: [near, /far/, ../up/x]\n---\nx",
        "content/posts/held.md": "---\ntitle: H\ndraft: true\n---\nx",
        "content/none.md": "no front matter\n",
        "content/posts/late.md": "---\ntitle: L\ndate: 2999-01-01\n---\nx",
        "content/posts/gone.md": "---\ntitle: G\nexpiryDate: 2001-01-01\n---\nx",
        "content/posts/later.md": "---\ntitle: P\ndate: 2020-01-01\npublishDate: 2999-01-01\n---\nx",
        "content/posts/less.md": "---\ntitle: N\nbuild: {render: never}\n---\nx",
        "content/posts/headless/index.md": "---\ntitle: N\nheadless: true\n---\nx",
        "content/many/_index.md": "---\ntitle: M\ncascade:\n  build: {render: never}\n---\nx",
        "content/many/below.md": "---\ntitle: B\n---\nx",
        "content/moved/_index.md": "---\ntitle: M\nslug: My Place\ntags: [of a section]\n---\nx",
        "content/moved/In It/_index.md": "---\ntitle: I\nslug: other/way\n---\nx",
        "content/moved/In It/Page.md": "---\ntitle: P\nbirds: wren\n---\nx",
        "content/moved/In It/Far Off/Pic.PNG": "x",
        "content/moved/bundle/index.md": "---\ntitle: P\n---\nx",
        "content/moved/bundle/Deep/Pic.png": "x",
        "content/moved/html/index.md": "---\ntitle: P\nurl: /x/y.html\n---\nx",
        "content/moved/html/Pic.png": "x",
        "content/Files/Of Home.png": "x",
        "content/tags/_index.md": "---\ntitle: Tags\nslug: labels\n---\nx",
        "content/tags/foo_bar.baz/_index.md": "---\nslug: Its Own\n---\nx",
        "content/tags/lone/_index.md": "---\ntitle: Nobody has it\naliases: [/lonely/]\n---\nx",
        "content/categories/big-cat/_index.md": "---\ntitle: Lynx\n---\nx",
        "content/posts/one.md": "---\ntitle: One\ndate: 2021-05-01\ncategories: [Big Cat, small]\n---\nx",
        "content/posts/two.md": "---\ntitle: Two\ndate: 2022-06-01\ncategories: Big cat\ndraft: true\n---\nx",
        "content/posts/tagged.md": "---\ntitle: T\ndate: 2021-06-01\ncategories: [small]\ntags:"
        " [C++ & C#, 'Hello, World!', Ünï Cödé, a/b, foo_bar.baz, x - y]\n---\nx",
    }
    for count, name in enumerate(NAMES):
        date = f"2020-01-{count + 1:02}"
        made[f"content/posts/t{count}.md"] = json.dumps({"title": name, "date": date}) + "\nx"
        made[f"content/x/s{count}.md"] = json.dumps({"title": "t", "slug": name}) + "\nx"
        if "/" not in name and "%" not in name:
            made[f"content/y/F{name}.md"] = json.dumps({"title": "t"}) + "\nx"
    return made


@pytest.mark.parametrize("name", CONFIG)
def test_a_page_is_where_hugo_has_it(name: str, tmp_path: Path) -> None:
    write(tmp_path, files(CONFIG[name]))
    built = set(build_folder(tmp_path))
    config = read_hugo_config(tmp_path)
    source = read_hugo(tmp_path, config, datetime(2026, 1, 1, tzinfo=UTC))
    ours = set()
    for page in source.pages:
        where = address_of(page, config)
        if page.held is Held.NO:
            ours |= {file_of(where), *(file_of(one) for one in aliases_of(page, where, config))}
    ours |= {file_address(one, config) for one in source.files}
    assert ours == built - ({"index.html"} if config.root else set())
    assert {page.held for page in source.pages} == set(Held)


def test_held_back_pages_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path, files("buildDrafts = true\nbuildFuture = true\nbuildExpired = true\n"))
    source = read_hugo(tmp_path, read_hugo_config(tmp_path))
    assert {page.held for page in source.pages} == {Held.NO, Held.NO_PAGE}
