"""What themes, modules, partials, data and words bring to the shortcodes of a blog, held against Hugo."""

from __future__ import annotations

from pathlib import Path

import pytest
from jekyll.oracle import write
from mkdocs_career_roadmap.hugo.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.report import REPORT
from new_site.rendering import rendered

from .oracle import LAYOUT, build_folder, structure, visible

FILES: dict[str, str | bytes] = {
    "hugo.toml": """\
baseURL = "https://birds.example/"
theme = ["perch", "nowhere/branch"]
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
enableRobotsTXT = true
ignoreFiles = ["\\\\.Rmd$"]
[params]
mood = "calm"
[module]
[[module.imports]]
path = "birds.example/module"
[markup.goldmark.renderer]
unsafe = true
""",
    "layouts/single.html": LAYOUT,
    "layouts/list.html": LAYOUT,
    "layouts/_shortcodes/own.html": (
        "mine: {{ site.Params.mood }}, {{ site.Params.colour }}, {{ i18n `hello` }}"
    ),
    "layouts/_markup/render-link.html": '<a href="{{ .Destination }}">{{ .Text }}</a>',
    "i18n/en.toml": '[hello]\nother = "Good morning"\n',
    "data/wings.yaml": "swift: long\n",
    "themes/perch/hugo.toml": (
        '[params]\nmood = "wild"\ncolour = "grey"\n[[menus.main]]\nname = "Tree"\nurl = "/tree/"\n'
    ),
    "themes/perch/layouts/_shortcodes/own.html": "theirs",
    "themes/perch/layouts/shortcodes/notice.html": """\
{{ $kind := .Get 0 | default "note" }}
<div class="notice {{ $kind }}">
  <p class="head">{{ i18n (printf "%s_title" $kind) | default (title $kind) }}</p>
  <div class="body">{{ .Inner | markdownify }}
    {{- partial "end.html" (dict "kind" $kind "page" .Page) }}</div></div>
""",
    "themes/perch/layouts/shortcodes/wing.html": (
        "{{ index site.Data.wings (.Get 0) }} {{ hugo.Data.nests.swift }}"
    ),
    "themes/perch/layouts/partials/end.html": " <small>{{ .kind }} of {{ .page.Title }}</small>",
    "themes/perch/i18n/en.yaml": (
        "- id: hello\n  translation: Hi\n- id: tip_title\n  translation: Take care\n"
    ),
    "themes/perch/data/nests.json": '{"swift": "holes"}',
    "themes/perch/static/theme.css": "a{}",
    "_vendor/birds.example/module/layouts/_shortcodes/far.html": "<em>far {{ .Get 0 }}</em>",
    "static/notes.Rmd": "x",
    "content/a.md": """\
---
title: A
---
{{< own >}} and {{< wing swift >}} and {{< far "away" >}}.

{{< notice tip >}}
One *word*.

- a list
{{< /notice >}}

{{< notice >}}A **short** one.{{< /notice >}}

- in a list

  {{% notice warning %}}
  Look [there](/a/).
  {{% /notice %}}

end
""",
    "content/b/index.md": "---\ntitle: B\n---\n[n](n.ipynb) [m](m.mmark)\n",
    "content/b/n.ipynb": "{}",
    "content/b/m.mmark": "m",
    "content/b/left.Rmd": "m",
}


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blog")
    write(folder, FILES)
    return folder


def test_shortcodes_of_themes_and_modules_come_to_what_hugo_makes_of_them(blog: Path, tmp_path: Path) -> None:
    made = plan(blog, Wishes())
    assert not [note for note in made.notes if note.kind is NoteKind.LEFT]
    ours = rendered(str(made.files["docs/a.md"]).partition("\n---\n")[2])
    # Hugo knows modules from a registry alone, or beside a list of them: this one is a theme to it.
    config = str(FILES["hugo.toml"]).replace('"nowhere/branch"', '"module"').partition("[module]")
    files = {path.replace("_vendor/birds.example", "themes"): text for path, text in FILES.items()}
    write(tmp_path, files | {"hugo.toml": config[0] + config[2].partition('module"\n')[2]})
    theirs = build_folder(tmp_path)["a/index.html"].decode()
    assert visible(ours).removeprefix("A ") == visible(theirs)
    assert "Take care" in ours
    kinds = ("li", "em", "strong")
    assert [one for one in structure(ours) if one.split(" ")[1] in kinds] == [
        one for one in structure(theirs) if one.split(" ")[1] in kinds
    ]


def test_what_a_theme_says_counts_after_the_blog_and_the_report_names_what_is_not_there(blog: Path) -> None:
    made = plan(blog, Wishes())
    report = str(made.files[REPORT])
    assert "mine: calm, grey, Good morning" in str(made.files["docs/a.md"])
    assert "The menu's entry Tree (/tree/), which leads nowhere" in report
    assert "The shortcodes of nowhere/branch: its folder is not there" in report
    assert "`layouts/_markup/render-link.html`" in report
    assert "docs/theme.css" not in made.files


def test_files_beside_pages_are_those_that_hugo_publishes(blog: Path) -> None:
    made = plan(blog, Wishes())
    assert {name for name in made.files if name.endswith((".ipynb", ".mmark", ".Rmd"))} == {
        "docs/b/n.ipynb",
        "docs/b/m.mmark",
        "docs/notes.Rmd",
    }
    assert made.files["docs/robots.txt"] == "User-agent: *\n"


def test_partials_data_and_words_that_cannot_be_read_are_not_there(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "hugo.toml": "theme = ['../out', 'odd']\n",
            "themes/odd/hugo.toml": "x = [",
            "i18n/en.yaml": "a: [",
            "data/a.yaml": b"\xff",
            "data/b.toml": "x = [",
            "data/c/d.yaml": "e: 1\n",
            "layouts/shortcodes/s.html": "{{ i18n `a` }}{{ site.Data.a }}{{ site.Data.c.d.e }}",
            "content/a.md": "{{< s >}}\n",
        },
    )
    made = plan(tmp_path, Wishes())
    assert str(made.files["docs/a.md"]).endswith("\n1\n")


def test_what_a_theme_says_is_merged_as_the_blog_lets_it(tmp_path: Path) -> None:
    theme = (
        "[markup.goldmark.renderer]\nunsafe = true\n[permalinks.page]\nposts = '/:slug/'\n"
        "[author]\nname = 'Ada'\n"
    )
    page = "---\ntitle: A\ndate: 2020-01-01\n---\nx <b>y</b>\n"
    for merge, html, address in (
        ("", "x y", "/posts/a/"),
        ("[markup]\n_merge = 'deep'\n", "<b>", "/posts/a/"),
    ):
        folder = tmp_path / str(len(merge))
        files: dict[str, str | bytes] = {
            "hugo.toml": f"theme = 'th'\n{merge}",
            "themes/th/hugo.toml": theme,
            "content/posts/a.md": page,
            "layouts/single.html": LAYOUT,
        }
        write(folder, files)
        made = plan(folder, Wishes())
        assert [row.address for row in made.rows] == [address]
        assert html in str(next(text for path, text in made.files.items() if path.endswith("/a.md")))
        assert ("<b>y</b>" in build_folder(folder)["posts/a/index.html"].decode()) is (html == "<b>")
