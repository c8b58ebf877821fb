"""Where Hugo publishes pages, held against where it does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jekyll.oracle import write
from mkdocs_career_roadmap.hugo.blog.addresses import address_of, aliases_of
from mkdocs_career_roadmap.hugo.blog.config import read_hugo_config
from mkdocs_career_roadmap.hugo.blog.pages import Held
from mkdocs_career_roadmap.hugo.blog.source import read_hugo
from mkdocs_career_roadmap.hugo.mapping.places import file_of

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
}


def files(config: str) -> dict[str, str | bytes]:
    made: dict[str, str | bytes] = {
        "hugo.toml": f'baseURL = "https://x.example/"\ndisableKinds = ["RSS", "sitemap"]\n{config}',
        "layouts/single.html": LAYOUT,
        "layouts/list.html": LAYOUT,
        "content/deep/one/two/Page One.md": "---\ntitle: A Page\n---\nx",
        "content/deep/one/two/bundle/index.md": "---\ntitle: In it\nslug: Own Slug\n---\nx",
        "content/deep/one/_index.md": "---\ntitle: One\n---\nx",
        "content/top.md": "---\ntitle: Top\naliases: [old/top, /older.html]\n---\nx",
        "content/leaf/index.md": "---\ntitle: Leaf\nurl: own/leaf\n---\nx",
        "content/posts/file.md": "---\ntitle: F\ndate: 2020-03-01T23:30:00-05:00\nurl: /F/:year/x.HTML\n---\nx",
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
    built = {path for path in build_folder(tmp_path) if path.endswith((".html", ".HTML"))}
    from datetime import UTC, datetime

    config = read_hugo_config(tmp_path)
    source = read_hugo(tmp_path, config, datetime(2026, 1, 1, tzinfo=UTC))
    ours = set()
    for page in source.pages:
        where = address_of(page, config)
        if page.held is Held.NO:
            ours |= {file_of(where), *(file_of(one) for one in aliases_of(page, where, config))}
    theirs = {path for path in built if path.split("/")[-2:-1] not in (["tags"], ["categories"])}
    assert ours == theirs - ({"index.html"} if config.root else set())
    assert {page.held for page in source.pages} == set(Held)


def test_held_back_pages_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path, files("buildDrafts = true\nbuildFuture = true\nbuildExpired = true\n"))
    source = read_hugo(tmp_path, read_hugo_config(tmp_path))
    assert {page.held for page in source.pages} == {Held.NO, Held.NO_PAGE}
