"""Where files are served: what Jekyll itself writes, compared with what we say it does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mkdocs_career_roadmap.jekyll.addresses import (
    address,
    categories,
    day,
    file_of,
    output_ext,
    redirects,
    tags,
    written,
)
from mkdocs_career_roadmap.jekyll.config import Config, config_of, read_config
from mkdocs_career_roadmap.jekyll.documents import Document, Hidden, Role
from mkdocs_career_roadmap.jekyll.source import Source, read_source

from jekyll.oracle import build_folder, write

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
    "_posts/2019-03-26-kinds.md": "---\ncategories: [a, null, 2019, 1.0, true, 2019-01-01, 1e3, 1.5e+20]\n---\nx\n",
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
    "Gemfile": "x", "Gemfile.lock": "x", "node_modules/x.js": "x", "vendor/bundle/x": "x", "vendor/js/x.js": "x",
    "_docs/one.md": PAGE, "_docs/sub/two.md": "---\npermalink: /two/\n---\n", "_docs/img.png": "x",
    "_docs/2019-01-02-dated.md": PAGE, "_docs/.hidden.md": PAGE, "_docs/un.md": "---\npublished: false\n---\n",
    "_docs/sub/img..x.png": "x", "_noout/x.md": PAGE, "_noout/x.png": "1",
    "404.html": "---\npermalink: /404.html\n---\n", "no_ext": PAGE, "LICENSE": "x", "a.b/c.d.md": PAGE,
    "noclose.md": "---\ntitle: x\n", "dotsclose.md": "---\ntitle: x\n...\nx\n",
    "unpub.md": "---\npublished: false\n---\n", "t.md": "---\npermalink: /t.md\n---\n", "folder.md/x.md": PAGE,
}
COLLECTIONS = "collections:\n  docs:\n    output: true\n    {}\n  noout:\n    output: false\n"


def read(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Source, Config]:
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
