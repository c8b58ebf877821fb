"""Folders that `module.mounts` puts in the place of the usual ones, held against Hugo."""

from __future__ import annotations

from pathlib import Path

from each import each
from jekyll.oracle import write
from mkdocs_career_roadmap.hugo.blog.config import read_hugo_config
from mkdocs_career_roadmap.hugo.blog.mounts import Mount, mounts_left, mounts_of
from mkdocs_career_roadmap.hugo.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.report import REPORT

from .oracle import LAYOUT, build_folder

CONFIG = """\
baseURL = "https://birds.example/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[[module.mounts]]
source = "papers"
target = "content/docs"
files = ["! secret*", "**.md", "**/s.md"]
[[module.mounts]]
source = "README.md"
target = "content/about.md"
[[module.mounts]]
source = "content"
target = "content"
[[module.mounts]]
source = "more/"
target = "content"
[[module.mounts]]
source = "drawn"
target = "static/deep"
[[module.mounts]]
source = "translated"
target = "content"
[module.mounts.sites.matrix]
languages = ["fr"]
[languages]
en.weight = 1
fr.weight = 2
"""
FILES: dict[str, str | bytes] = {
    "hugo.toml": CONFIG,
    "layouts/single.html": LAYOUT,
    "layouts/list.html": LAYOUT,
    "papers/a.md": "a ![f](/deep/f.txt)\n",
    "papers/secret.md": "secret\n",
    "papers/sub/s.md": "s\n",
    "papers/sub/t.md": "t\n",
    "papers/n.txt": "n",
    "README.md": "# Read me\n",
    "content/posts/p.md": "---\ntitle: P\ndate: 2020-01-01\n---\n[s](/docs/sub/s/) the first\n",
    "more/posts/p.md": "the second\n",
    "more/posts/q.md": "---\ntitle: Q\ndate: 2020-01-02\n---\nq\n",
    "drawn/f.txt": "f",
    "static/g.txt": "g",
    "translated/b.md": "b\n",
}


def test_mounts_are_read_as_hugo_reads_them(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    theirs = build_folder(tmp_path)
    made = plan(tmp_path, Wishes())
    listed = ("index.html", "en/index.html", "docs/index.html", "posts/index.html")
    ours = {
        f"{row.address.strip('/')}/index.html"
        for row in made.rows
        if row.address not in ("/docs/", "/posts/")
    }
    assert ours == {path for path in theirs if path.endswith(".html") and path[:3] != "fr/"} - set(listed)
    assert "docs/deep/f.txt" in made.files
    assert "docs/g.txt" not in made.files
    post = str(made.files[next(row.made for row in made.rows if row.address == "/posts/p/")])
    assert "[s](../docs/sub/s.md) the first" in post
    assert not [text for text in made.files.values() if isinstance(text, str) and "secret" in text]


def test_mounts_that_are_not_read_are_told(tmp_path: Path) -> None:
    config = """
module:
  mounts:
    - {source: ../outside, target: content}
    - {source: tables, target: data}
    - {source: layouts, target: layouts}
    - {source: 3, target: content}
    - x
"""
    write(tmp_path, {"hugo.yaml": config, "content/a.md": "a\n"})
    (tmp_path.parent / "outside").mkdir(exist_ok=True)
    (tmp_path.parent / "outside/b.md").write_text("b\n", "utf-8")
    made = plan(tmp_path, Wishes())
    report = str(made.files[REPORT])
    assert "The mount of ../outside as content: " in report
    assert "The mount of tables as data: " in report
    assert "layouts as" not in report
    assert made.rows == ()


@each(
    ("rules", "taken"),
    [  # what Hugo 0.168 took of d.md, n.txt, secret.md and sub/s.md
        ([], "d.md n.txt secret.md sub/s.md"),
        (["**.md", "! secret.md"], "d.md secret.md"),
        (["! secret.md", "**.md"], "d.md"),
        (["**/*.md"], "sub/s.md"),
        (["! secret.md"], "d.md n.txt sub/s.md"),
        (["! **/secret.md", "**"], "d.md n.txt secret.md sub/s.md"),
        (["/sub/**"], "sub/s.md"),
        (["sub"], ""),
        (["S.MD", "**/S.md"], "sub/s.md"),
        (["{d,n}.*"], "d.md n.txt"),
        (["?.md"], "d.md"),
        (["**.md", "**/s.md"], "d.md secret.md sub/s.md"),
        (["!secret.md"], ""),
        (["! **"], ""),
    ],
)
def test_rules_say_which_files_are_taken(rules: list[str], taken: str) -> None:
    mount = Mount("docs", "", tuple(rules))
    assert " ".join(name for name in ("d.md", "n.txt", "secret.md", "sub/s.md") if mount.has(name)) == taken


ODD = """\
contentDir: texts
staticDir: [drawn, more]
module:
  mounts:
    - {source: a/b//, target: /assets/x/y/, includeFiles: "*.svg", excludeFiles: [z.svg, y.svg]}
    - {source: "C:/x", target: assets}
    - {source: /etc, target: assets/etc}
    - {source: x/../y, target: assets}
    - {source: t, target: data/deep}
    - {source: layouts, target: layouts}
    - {source: "/", target: assets}
    - {source: fr, target: assets, lang: FR}
    - {source: en, target: assets, sites: {matrix: {languages: [EN]}}}
    - {source: last, target: assets}
"""


def test_mounts_are_what_the_configuration_says(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.yaml": ODD})
    config = read_hugo_config(tmp_path)
    assert mounts_of(config, "content") == [Mount("texts", "")]
    assert mounts_of(config, "static") == [Mount("drawn", ""), Mount("more", "")]
    assert mounts_of(config, "assets") == [
        Mount("a/b", "x/y", ("! z.svg", "! y.svg", "*.svg")),
        Mount("en", ""),
        Mount("last", ""),
    ]
    assert mounts_left(config) == [
        "C:/x as assets",
        "/etc as assets/etc",
        "x/../y as assets",
        "t as data/deep",
    ]
    write(tmp_path, {"hugo.yaml": "module: {mounts: {source: a, target: content}}\n"})
    assert mounts_of(read_hugo_config(tmp_path), "content") == [Mount("content", "")]


def test_a_rule_of_folders_looks_into_those_that_it_names() -> None:
    mount = Mount("docs", "", ("/a/b/*.md", "x y.md"))
    assert [name for name in ("a/b/c.md", "a/c.md", "b/c.md", "a/b/c/d.md", "x y.md") if mount.has(name)] == [
        "a/b/c.md",
        "x y.md",
    ]
