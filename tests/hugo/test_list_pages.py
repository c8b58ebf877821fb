"""The parts of long lists, which Hugo numbers, lead to the lists in the new site."""

from __future__ import annotations

from pathlib import Path

from each import each
from helpers import runner
from jekyll.oracle import write
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.hugo.blog.config import HugoConfig
from mkdocs_career_roadmap.hugo.mapping.list_pages import parts_of_list
from same_site import build_new, file_at

from .oracle import LAYOUT, build_folder

POSTS = {
    f"content/posts/p{day}.md": f"---\ntitle: P{day}\ndate: 202{day % 2}-01-0{day}\ntags: [wing]\n---\nx\n"
    for day in range(1, 6)
}
NOTES = {f"content/notes/n{count}.md": f"---\ntitle: N{count}\n---\nx\n" for count in range(5)}
FILES: dict[str, str | bytes] = {
    "hugo.toml": 'baseURL = "https://birds.example/"\ndisableKinds = ["RSS", "sitemap"]\n'
    'taxonomies = {tag = "tags", archive = "archive"}\n[pagination]\npagerSize = 2\n',
    "layouts/single.html": LAYOUT,
    "layouts/list.html": LAYOUT + "{{ range .Paginator.Pages }}{{ .Title }}{{ end }}",
    "layouts/home.html": (
        '{{ range (.Paginate (where site.RegularPages "Section" "posts")).Pages }}{{ .Title }}{{ end }}'
    ),
    "content/about.md": (
        '---\ntitle: About\narchive: "2021"\n---\n[second](/notes/page/2/), [third](/posts/page/3/)\n'
    ),
    **POSTS,
    **NOTES,
}


def test_the_parts_of_long_lists_lead_to_the_lists(tmp_path: Path) -> None:
    write(tmp_path / "blog", FILES)
    served = [path for path in build_folder(tmp_path / "blog") if path.endswith(".html")]
    assert "notes/page/3/index.html" in served
    assert "page/1/index.html" in served
    new = tmp_path / "new"
    done = runner().invoke(cli, ["import", "hugo", str(tmp_path / "blog"), str(new)])
    assert done.exit_code == 0, done.output
    assert build_new(new) == []  # Material's own list of 2021 stands where that of the blog stood
    lost = [one for one in served if file_at(new / "site", f"/{one.removesuffix('index.html')}") is None]
    assert [one for one in lost if "/page/1/" not in one] == [
        "index.html"
    ]  # what has one part has no numbers
    about = (new / "docs/about.md").read_text("utf-8")
    assert "[second](notes/index.md), [third](index.md)" in about
    assert (new / "site/archive/2021/index.html").is_file()


@each(
    ("raw", "where", "count", "parts"),
    [  # as Hugo 0.168 names them
        (
            {"pagination": {"pagersize": 2}},
            "/tags/a/",
            5,
            ["/tags/a/page/1/", "/tags/a/page/2/", "/tags/a/page/3/"],
        ),
        ({"paginate": 3, "paginatepath": "p"}, "/", 4, ["/p/1/", "/p/2/"]),
        ({"pagination": {"path": "/q/"}}, "/x/", 11, ["/x/q/1/", "/x/q/2/"]),
        ({"pagination": {"pagersize": 2}}, "/tags/a.html", 3, ["/tags/a/page/1.html", "/tags/a/page/2.html"]),
        ({}, "/x/", 10, []),
        ({"paginate": -1}, "/x/", 10, []),
        ({"paginate": True}, "/x/", 2, []),
    ],
)
def test_parts_have_the_addresses_that_hugo_gives_them(
    raw: dict[str, object], where: str, count: int, parts: list[str]
) -> None:
    assert [*parts_of_list(where, count, HugoConfig(raw))] == parts
