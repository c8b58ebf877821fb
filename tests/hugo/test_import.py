"""A whole blog of Hugo, imported as its author would do it, and held against what Hugo makes of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from helpers import runner
from hosts import build
from jekyll.oracle import write
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.hugo.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.frame import Plan
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.report import REPORT
from mkdocs_career_roadmap.project.config import load_config
from mkdocs_career_roadmap.project.errors import ProjectError
from same_site import file_at, share_of

from .oracle import LAYOUT, build_folder

PNG = b"\x89PNG\r\n\x1a\n"
CONFIG = """\
baseURL = "https://birds.example/notes/"
title = "Notes of a bird watcher"
languageCode = "de-DE"
defaultContentLanguage = "de"
enableRobotsTXT = false
[languages.de]
weight = 1
[languages.fr]
weight = 2
[params]
description = "Wings,\\n and what I learn of them."
[params.author]
name = "Ada"
github = "ada-birds"
[permalinks.page]
tools = "/t/:year/:slug/"
[menus]
[[menus.main]]
name = "How"
pageRef = "/about"
weight = 20
[[menus.main]]
name = "Places"
identifier = "places"
weight = 10
[[menus.main]]
name = "Map"
url = "/map.html"
parent = "places"
[[menus.main]]
name = "Gone"
url = "/gone/"
weight = 30
"""
FIRST = """\
+++
title = "Counting: the *first* spring"
date = 2021-03-02T23:30:00-08:00
lastmod = 2022-01-01
categories = ["field", "walks"]
tags = ["count", "Swifts & co"]
aliases = ["/old/first", "earlier"]
place = "the old bridge"   # where I stood
status = "publish"
[cover]
image = "x.png"
+++

I stood on the bridge and counted -- "by hand". See [the next spring]({{< relref "second" >}}) and
[how I count](/notes/about/#how).
* one
  * nested
* two

# Numbers

```python {linenos=true}
print("swifts")
```

{{< figure src="/img/swifts.png" caption="Swifts *over* the bridge" >}}

<!-- secret of the nest -->
{{< chart x="y" >}} and {{< nest >}}a *call*{{< /nest >}}, {{% param place %}}.

<div>left out</div>

Dead: [nobody](/nowhere/) ![lost](lost.png)
"""
FILES: dict[str, str | bytes] = {
    "hugo.toml": CONFIG,
    "content/_index.md": "---\ntitle: Home\n---\nWelcome to [the first](/posts/first-spring/).\n",
    "content/posts/_index.md": (
        "---\ntitle: Posts\ncascade:\n  mood: calm\n  tags: [given]\n---\nWords above the list.\n"
    ),
    "content/posts/first-spring.md": FIRST,
    "content/posts/second/index.md": """\
---
title: The second spring
date: 2022-04-05
# my remark
slug: second-spring
---
After [the first](../first-spring/). ![pair](img/pair.png) {{< figure src="egg.png" >}}

<!--more-->

More.
""",
    "content/posts/second/egg.png": PNG,
    "content/posts/second/img/pair.png": PNG,
    "content/posts/second/notes.md": "---\ntitle: Part\n---\nPart of a bundle.\n",
    "content/posts/2020/deep.md": '{"title": "Deep", "date": "2020-01-01", "weight": 3}\n\nDeep inside.\n',
    "content/posts/first-spring.fr.md": "---\ntitle: Premier\n---\nEn français.\n",
    "content/posts/hidden.md": "---\ntitle: Hidden\ndate: 2021-01-01\ndraft: true\n---\nsecret draft\n",
    "content/posts/held/index.md": (
        "---\ntitle: Held\ndate: 2021-01-01\npublishDate: 2999-01-01\n---\nsecret until then\n"
    ),
    "content/posts/held/secret.txt": "secret beside\n",
    "content/posts/over.md": (
        "---\ntitle: Over\ndate: 2021-01-01\nexpiryDate: 2021-02-01\n---\nsecret again\n"
    ),
    "content/posts/tomorrow.md": "---\ntitle: Tomorrow\ndate: 2999-01-01\n---\nNot yet.\n",
    "content/posts/broken.md": "---\ntitle: [a\n---\nBroken.\n",
    "content/posts/odd.md": "---\ndate: 1/2/2020\n---\nx\n",
    "content/posts/wiki.org": "* Org\n",
    "content/about.md": (
        "---\ntitle: About\nmenu: main\n---\n## How\n\nSlowly. [Map](/map.html) [tag](/tags/count/)\n"
    ),
    "content/tools/counter.md": "---\ntitle: The counter\ndate: 2019-05-05\n---\nClick.\n",
    "content/tools/scope.md": "---\ntitle: The scope\ndate: 2020-05-05\nurl: /Scope.html\n---\nLook.\n",
    "content/tools/secret.md": "---\ntitle: S\nbuild:\n  render: never\n---\nsecret tool\n",
    "content/tags/count/_index.md": "---\ntitle: Counting\n---\nWords of a tag.\n",
    "layouts/shortcodes/nest.html": '<span class="nest">{{ .Inner | markdownify }}</span>',
    "layouts/shortcodes/chart.html": "{{ range first 1 site.RegularPages }}a chart{{ end }}",
    "static/img/swifts.png": PNG,
    "static/map.html": "<p>A map</p>\n",
    "static/read.md": "# no page\n",
    "static/.well-known/x": "x",
    "static/favicon.ico": b"icon",
    "assets/unused.scss": "a{}",
    "layouts/single.html": LAYOUT,
    "layouts/list.html": LAYOUT,
}
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blog")
    write(folder, FILES)
    return folder


@pytest.fixture(scope="module")
def site(blog: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The new site, imported and built by the commands that a user types."""
    folder = tmp_path_factory.mktemp("new") / "site"
    done = runner().invoke(
        cli, ["import", "hugo", str(blog), str(folder), "--category-goal", "field=Know birds"]
    )
    assert done.exit_code == 0, done.output
    built = build(folder)
    assert built.code == 0, built.log
    return folder


def text_of(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def test_every_page_is_imported_or_told(site: Path) -> None:
    there = sorted(
        path.relative_to(site / "docs").as_posix() for path in (site / "docs").rglob("*") if path.is_file()
    )
    assert there == [
        "Scope.md",
        "about.md",
        "blog-posts/2020/deep.md",
        "blog-posts/first-spring.md",
        "blog-posts/held/index.md",
        "blog-posts/hidden.md",
        "blog-posts/over.md",
        "blog-posts/second/index.md",
        "blog-posts/tomorrow.md",
        "favicon.ico",
        "img/swifts.png",
        "index.md",
        "map.html",
        "posts/second-spring/egg.png",
        "posts/second-spring/img/pair.png",
        "t/2019/the-counter.md",
        "tools/index.md",
    ]
    report = text_of(site, REPORT)
    for path in (
        "content/posts/broken.md:2",
        "content/posts/odd.md:2",
        "content/posts/wiki.org",
        "content/posts/second/notes.md",
        "content/posts/first-spring.fr.md",
        "content/posts/_index.md",
        "content/tags/count/_index.md",
        "content/tools/secret.md",
        "content/posts/held/secret.txt",
        "static/read.md",
        "static/.well-known/x",
    ):
        assert f"- `{path}`:" in report.partition("## Dead links")[0], path


def test_the_front_matter_says_what_hugo_understood(site: Path) -> None:
    assert text_of(site, "docs/blog-posts/first-spring.md").startswith("""\
---
title: "Counting: the *first* spring"
date: 2021-03-02 23:30:00
categories:
  - field
  - walks
tags:
  - count
  - "Swifts & co"
slug: first-spring
lastmod: 2022-01-01
place: the old bridge
hugo_status: publish
cover:
  image: x.png
mood: calm
redirect_from:
  - "/posts/first-spring/"
  - "/old/first/"
  - "/posts/earlier/"
goal: Know birds
---
""")
    second = text_of(site, "docs/blog-posts/second/index.md")
    assert "# my remark\n" in second
    assert "tags:\n  - given\n" in second
    assert "slug: second-spring\n" in second


def test_the_text_is_carried(site: Path) -> None:
    text = text_of(site, "docs/blog-posts/first-spring.md")
    for part in (
        "(second/index.md)",
        "(../about.md#how)",
        "    - nested",
        "\n## Numbers",
        '```python linenums="1"',
        (
            '<figure markdown="span">![Swifts over the bridge](../img/swifts.png)<figcaption>Swifts'
            " *over* the bridge"
        ),
        '`{{< chart x="y" >}}`',
        '<span class="nest">a *call*</span>',
        "the old bridge.",
    ):
        assert part in text, part
    assert "left out" not in text
    second = text_of(site, "docs/blog-posts/second/index.md")
    assert "![pair](../../posts/second-spring/img/pair.png)" in second
    assert second.count("<!-- more -->") == 1


def test_what_was_hidden_stays_hidden(site: Path) -> None:
    for file in (site / "site").rglob("*"):
        if file.is_file() and file.suffix in (".html", ".json", ".xml", ".txt"):
            assert b"secret" not in file.read_bytes(), file
    for name in ("hidden", "over", "held/index"):
        assert "draft: true" in text_of(site, f"docs/blog-posts/{name}.md"), name
    assert "draft" not in text_of(site, "docs/blog-posts/tomorrow.md")
    assert not [one for one in (site / "site").rglob("*.html") if b"Not yet." in one.read_bytes()]
    assert "secret of the nest" not in text_of(site, "docs/blog-posts/first-spring.md")


def test_what_was_left_and_what_is_dead_is_told_with_its_line(site: Path) -> None:
    report = text_of(site, REPORT)
    left = report.split("## Left as they were")[1].split("## ")[0]
    assert "- `content/posts/first-spring.md:29`: the shortcode chart is not known" in left
    for what in (
        "33`: /nowhere/ leads nowhere",
        "33`: lost.png leads nowhere",
        "31`: HTML in the text was left out",
    ):
        assert f"- `content/posts/first-spring.md:{what}" in report
    assert "only de, that of the site's root, is imported" in report
    assert "The menu's entry Gone (/gone/), which leads nowhere" in report
    assert "status means something else here, so it is hugo_status now" in report


def test_dead_links_of_the_blog_are_known_to_the_workflow(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    look = re.search(
        r"career-roadmap (check --site .*?) --format", text_of(site, ".github/workflows/site.yml")
    )
    assert look
    assert look[1] == f"check --site site --known {REPORT}"
    asked = runner().invoke(cli, look[1].split())
    assert asked.exit_code == 0, asked.output


def test_every_address_that_hugo_serves_leads_to_its_page(blog: Path, site: Path, tmp_path: Path) -> None:
    refused = (
        "content/posts/broken.md",
        "content/posts/wiki.org",
        "content/posts/odd.md",
    )
    write(
        tmp_path / "blog",
        {path: text for path, text in FILES.items() if path not in refused},
    )
    built = build_folder(tmp_path / "blog")
    write(tmp_path / "old", built)
    pages = [
        f"/{path.removesuffix('index.html')}"
        for path in built
        if path.endswith(".html") and not path.startswith("fr/")
    ]
    assert len(pages) > 15
    lost = [one for one in pages if one != "/" and file_at(site / "site", one) is None]
    assert lost == []
    for where in (
        "/about/",
        "/posts/first-spring/",
        "/posts/second-spring/",
        "/posts/2020/deep/",
        "/t/2019/the-counter/",
    ):
        share = share_of(tmp_path / "old", site / "site", where)
        assert share is not None
        assert share > 0.9, where
    for path in (
        "img/swifts.png",
        "posts/second-spring/egg.png",
        "posts/second-spring/img/pair.png",
        "map.html",
    ):
        assert (site / "site" / path).read_bytes() == built[path]


def test_the_site_says_what_the_blog_said_of_itself(site: Path) -> None:
    config = load_config(site / "mkdocs.yml")
    assert config["site_name"] == "Notes of a bird watcher"
    assert config["site_description"] == "Wings, and what I learn of them."
    assert config["site_url"] == "https://birds.example/notes/"
    assert config["site_author"] == "Ada"
    assert config["theme"]["language"] == "de"
    assert config["theme"]["favicon"] == "favicon.ico"
    assert config["extra"]["social"][0]["link"] == "https://github.com/ada-birds"
    assert config["nav"] == [
        {"Home": "index.md"},
        {"Places": [{"Map": "https://birds.example/notes/map.html"}]},
        {"How": "about.md"},
        {"About": "about.md"},
    ]
    assert "rss_created: index.xml" in text_of(site, "mkdocs.yml")
    home = text_of(site, "docs/index.md")
    assert "Welcome to [the first](blog-posts/first-spring.md)." in home
    assert '- "/tags/swifts--co/"' in home
    assert text_of(site, "docs/tools/index.md").endswith(
        "# Tools\n\n- [The scope](../Scope.md)\n- [The counter](../t/2019/the-counter.md)\n"
    )


def imported(folder: Path, files: dict[str, str | bytes]) -> Plan:
    write(folder, files)
    return plan(folder, Wishes(), NOW)


FORMS: dict[str, dict[str, str]] = {
    "yaml": {"hugo.yaml": "title: T\nbaseurl: https://a.example/b\npermalinks: {posts: '/:slug/'}\n"},
    "json": {
        "config.json": '{"Title": "T", "BaseURL": "https://a.example/b", "permalinks": {"posts": "/:slug/"}}'
    },
    "folder": {
        "config/_default/hugo.toml": 'title = "T"\nbaseURL = "https://old.example"\n',
        "config/_default/permalinks.yaml": "posts: /:slug/\n",
        "config/production/config.toml": 'baseURL = "https://a.example/b"\n',
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_a_configuration_is_read_in_all_its_forms(form: str, tmp_path: Path) -> None:
    made = imported(
        tmp_path, {**FORMS[form], "content/posts/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\nx\n"}
    )
    assert "site_name: T\n" in str(made.files["mkdocs.yml"])
    assert 'site_url: "https://a.example/b/"\n' in str(made.files["mkdocs.yml"])
    assert [row.address for row in made.rows] == ["/a/"]
    assert 'post_url_format: "{slug}"' in str(made.files["mkdocs.yml"])


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"content/a.md": "x"}, "is no blog of Hugo"),
        ({"hugo.toml": 'title = "a'}, "hugo.toml:1: it cannot be read"),
        ({"hugo.yaml": "a: [1\nb: 2\n"}, "hugo.yaml:1: it cannot be read"),
        ({"config.json": "{\n!"}, "config.json:2: it cannot be read"),
        ({"config.yaml": "- a\n"}, "config.yaml:1: it cannot be read: it is no mapping"),
    ],
)
def test_what_is_no_blog_is_told_with_its_place(
    files: dict[str, str | bytes], message: str, tmp_path: Path
) -> None:
    with pytest.raises(ProjectError, match=re.escape(message)):
        imported(tmp_path, files)


def test_a_goal_for_a_category_that_no_post_has_is_refused(blog: Path) -> None:
    with pytest.raises(ProjectError, match="no post has the category 'filed'; did you mean 'field'"):
        plan(blog, Wishes(by_category={"filed": "x"}))


def test_front_matter_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    made = imported(
        tmp_path,
        {
            "hugo.toml": "",
            "content/a.md": "+++\ntitle = 1\nx = [\n+++\nx\n",
            "content/b.md": "---\ntitle: x\n",
            "content/c.md": '{"title": }\nx\n',
            "content/d.md": b"\xff\xfe",
        },
    )
    assert [(note.path, note.line) for note in made.notes if note.kind is NoteKind.SKIPPED] == [
        ("content/a.md", 3),
        ("content/b.md", 1),
        ("content/c.md", 1),
        ("content/d.md", 1),
    ]


def test_a_tab_may_stand_behind_a_key(tmp_path: Path) -> None:
    text = "---\ntitle:\tA\nplace: \tthere\ntext: |\n  x:\ty\n---\nx\n"
    made = imported(tmp_path, {"hugo.toml": "", "content/a.md": text})
    front = str(made.files["docs/a.md"]).split("---\n")[1]
    assert yaml.safe_load(front)["title"] == "A"
    assert yaml.safe_load(front)["place"] == "there"
    assert yaml.safe_load(front)["text"] == "x:\ty\n"
    assert not [note for note in made.notes if note.kind is NoteKind.SKIPPED]


def test_a_post_of_lists_alone_has_its_first_part_for_an_excerpt(tmp_path: Path) -> None:
    text = "---\ntitle: A\ndate: 2020-01-01\n---\n## One\n\n- a\n\n## Two[^1]\n\n- b\n\n[^1]: note\n"
    made = imported(tmp_path, {"hugo.toml": "", "content/posts/a.md": text})
    body = re.sub(r"\n+", "\n", str(made.files[made.rows[0].made]))
    assert "- a\n<!-- more -->\n## Two[^1]" in body
    short = imported(tmp_path, {"content/posts/a.md": text.replace("## Two[^1]", "- c")})
    assert "<!-- more -->" not in str(short.files[short.rows[0].made])


def test_a_page_of_the_main_section_without_a_date_is_no_post(tmp_path: Path) -> None:
    made = imported(
        tmp_path,
        {
            "hugo.toml": "",
            "content/posts/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\nx\n",
            "content/posts/b.md": "---\ntitle: B\n---\nx\n",
        },
    )
    assert [(row.made, row.address) for row in made.rows] == [
        ("docs/blog-posts/a.md", "/posts/a/"),
        ("docs/posts/b.md", "/posts/b/"),
    ]
    assert "it has no date, so it is a page of its own" in str(made.files[REPORT])


def test_a_link_to_the_file_of_a_page_leads_to_the_page(tmp_path: Path) -> None:
    made = imported(
        tmp_path,
        {
            "hugo.toml": "",
            "content/notes/a.md": "---\nslug: first\n---\n[b](b%20c.md#part) [d](/d/index.md) [none](e.md)\n",
            "content/notes/b c.md": "## Part\n",
            "content/d/index.md": "[up](../notes/a.md) [out](https://a.example/x.md)\n",
        },
    )
    assert str(made.files["docs/notes/first.md"]).endswith(
        "[b](b-c.md#part) [d](../d/index.md) [none](e.md)\n"
    )
    assert str(made.files["docs/d/index.md"]).endswith(
        "[up](../notes/first.md) [out](https://a.example/x.md)\n"
    )
    assert [note.what for note in made.notes if note.kind is NoteKind.DEAD] == ["e.md leads nowhere"]


def test_a_heading_that_is_called_like_its_page_has_its_name_in_lists_of_posts_too(tmp_path: Path) -> None:
    made = imported(
        tmp_path,
        {
            "hugo.toml": "",
            "content/posts/a.md": ("---\ntitle: Owl\ndate: 2020-01-01\n---\nx\n\n## Owl\n\n## Wren\n"),
        },
    )
    assert str(made.files[made.rows[0].made]).endswith("\n## Owl { #owl }\n## Wren\n")


def test_what_cascades_from_the_configuration_is_what_nothing_nearer_says(tmp_path: Path) -> None:
    config = """
[[cascade]]
mood = "wild"
tags = ["given"]
[cascade.target]
path = "/posts/**"
[[cascade]]
place = "here"
"""
    files: dict[str, str | bytes] = {
        "hugo.toml": config,
        "layouts/single.html": "{{ .Params.mood }} {{ .Params.tags }} {{ .Params.place }}",
        "layouts/list.html": "",
        "content/posts/_index.md": "---\ncascade: {mood: calm}\n---\n",
        "content/posts/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\nx\n",
        "content/posts/b.md": "---\ntitle: B\ndate: 2020-01-01\ntags: [own]\nplace: there\n---\nx\n",
        "content/c.md": "---\ntitle: C\n---\nx\n",
    }
    made = imported(tmp_path, files)
    built = build_folder(tmp_path)
    for row in made.rows:
        if not row.address.strip("/") or row.address == "/posts/":
            continue
        front = str(made.files[row.made]).split("---\n")[1]
        mood, tags, place = re.match(
            r"(\w*) (?:\[(.*)\])? ?(\w*)", built[f"{row.address[1:]}index.html"].decode()
        ).groups()
        assert (f"mood: {mood}\n" in front) is bool(mood), row
        assert (f"- {tags}\n" in front) is bool(tags), row
        assert f"place: {place}\n" in front, row


def test_an_address_leads_to_one_page(tmp_path: Path) -> None:
    made = imported(
        tmp_path,
        {
            "hugo.toml": "",
            "content/a.md": "---\ntitle: A\naliases: [/x/, /b/, /tags/]\n---\nx\n",
            "content/b.md": "---\ntitle: B\naliases: /x/\n---\nx\n",
        },
    )
    texts = [str(made.files[f"docs/{name}.md"]) for name in ("a", "b", "index")]
    assert [re.findall(r'  - "(.*)"', text) for text in texts] == [
        ["/a/", "/x/", "/tags/"],
        ["/b/"],
        ["/categories/"],
    ]
    assert "its address '/x/' leads to content/a.md" in str(made.files[REPORT])


def test_links_out_of_the_blog_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: S\n---\nsecret\n", "utf-8")
    write(tmp_path / "blog", {"hugo.toml": "", "content/a.md": "---\ntitle: A\n---\nx\n"})
    (tmp_path / "blog/content/out.md").symlink_to(tmp_path / "secret.md")
    made = plan(tmp_path / "blog", Wishes(), NOW)
    assert [row.path for row in made.rows] == ["content/a.md"]
    assert not [text for text in made.files.values() if isinstance(text, str) and "secret\n" in text]
