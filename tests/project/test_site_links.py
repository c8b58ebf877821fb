"""`career-roadmap check --site`: what is dead in a built site, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.test_check import run
from conftest import MakeSite, write
from crawl import BuiltSite, dead_links
from each import each
from hosts import HOME, build, config, good, post
from lab import lab
from mkdocs_career_roadmap.project.built.site_links import Resolver, Target, check_links, site_address
from mkdocs_host.test_crawl import PAGES
from work import LINEAR, growth

URL = "https://example.org/sub/"


def told(folder: Path, html: str, url: str = URL, file: str = "page.html") -> list[str]:
    """Return what is wrong with a page in a site that is well otherwise."""
    write(folder, {**PAGES, file: html})
    return [str(p).removeprefix(f"{folder.as_posix()}/") for p in check_links(folder, url).problems]


def test_site_whose_links_are_all_alive_has_no_dead_ones(tmp_path: Path) -> None:
    assert told(tmp_path, "") == []
    assert check_links(tmp_path, URL).summary == "no dead links in 4 pages with 7 links within the site"


@pytest.mark.parametrize(
    ("href", "why"),
    [
        ("b/", "leads to b/index.html, which is not in the site"),
        ("a/#no-such-part", "leads to #no-such-part, which is not in a/index.html"),
        ("#nowhere", "leads to #nowhere, which is not in page.html"),
        ("/sub/b/", "leads to b/index.html, which is not in the site"),
        ("/a/", "leads out of the site, which lies at /sub/"),
        ("../other/", "leads out of the site, which lies at /sub/"),
        ("https://example.org/sub/b/", "leads to b/index.html, which is not in the site"),
        ("x%20y.pdf", "leads to x y.pdf, which is not in the site"),
        ("a#no", "leads to #no, which is not in a/index.html"),
        ("A/", "leads to A/index.html, which is not in the site"),
        ("http://[x", "leads out of the site, which lies at /sub/"),
    ],
)
def test_dead_link_is_told_with_its_place_and_the_reason(tmp_path: Path, href: str, why: str) -> None:
    assert told(tmp_path, f'<p>\n  <a href="{href}">x</a>') == [
        f"page.html:2:3: error: {href!r} {why} [dead-link]"
    ]


@pytest.mark.parametrize(
    "element",
    [
        "<img src=gone.png>",
        "<script src=gone.js></script>",
        "<link href=gone.css>",
        "<iframe src=gone.html></iframe>",
        "<img srcset='x%20y.png 1x, gone.png 2x'>",
        "<video poster=gone.png></video>",
        "<svg><use xlink:href='#gone'/></svg>",
    ],
)
def test_not_only_anchors_are_followed(tmp_path: Path, element: str) -> None:
    assert len(told(tmp_path, element)) == 1


@pytest.mark.parametrize(
    "href",
    [
        "https://other.org/gone",
        "mailto:me@example.org",
        "data:image/png;base64,AA",
        "#",
        "",
        "//cdn.org/x.js",
        "http://example.org/sub/gone/",
        "javascript:void(0)",
        "a/#part",
        "a",
        "a#part",
        "%61/",
        "./a/",
        " a/ ",
        "a/?x=1#old",
        "#top",
        "#TOP",
        "#:~:text=x",
        "a/#part:~:text=x",
        "/sub",
        "../sub/a/",
        "https://example.org/other/",
        "a/../a/",
        "x%20y.png#p",
    ],
)
def test_what_is_alive_or_leaves_the_site_is_not_told(tmp_path: Path, href: str) -> None:
    assert told(tmp_path, f'<a href="{href}">x</a>') == []


def test_fragment_may_be_written_out_or_encoded(tmp_path: Path) -> None:
    assert told(tmp_path, '<p id="größe"><a href="#größe">x</a><a href="#gr%C3%B6%C3%9Fe">x</a>') == []


def test_links_start_where_base_says(tmp_path: Path) -> None:
    assert told(tmp_path, '<base href="a/"><a href="../x%20y.png">x</a><a href=".">x</a>') == []
    assert len(told(tmp_path, '<base href="a/"><a href="a/">x</a>')) == 1


def test_page_of_missing_addresses_has_links_from_the_root(tmp_path: Path) -> None:
    assert told(tmp_path, '<a href="/sub/a/">A</a>', file="404.html") == []
    assert len(told(tmp_path, '<a href="/a/">A</a>', file="404.html")) == 1


def test_place_that_many_links_miss_is_told_once(tmp_path: Path) -> None:
    write(tmp_path, {"other/index.html": "<a href='../gone/'>x</a>\n<a href='../gone/'>x</a>"})
    (found,) = told(tmp_path, "<a href='gone/'>x</a>")
    assert found.startswith(
        "other/index.html:1:1: error: '../gone/' leads to gone/index.html, which is not "
        "in the site; 2 more links to it (see "
    )


def test_link_to_one_more_is_counted_in_words(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "<a href='#x'>x</a><a href='#x'>y</a>")
    assert "; 1 more link to it (see " in found


@each(
    ("file", "base", "href", "expected"),
    [
        ("index.html", None, "a.b/c", "a.b/c"),
        ("a/b/index.html", None, "../c/", "a/c/index.html"),
        ("a/b/index.html", None, "../../", "index.html"),
        ("a/b.html", None, "c.html", "a/c.html"),
        ("a/b.html", None, "..", "index.html"),
        ("a/b.html", None, "./", "a/index.html"),
        ("a/b.html", None, "?q", "a/b.html"),
    ],
)
def test_relative_links_are_followed_from_their_page(
    file: str, base: str | None, href: str, expected: str
) -> None:
    assert Resolver(URL, file, base).target(href) == Target(expected, "")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("", "http://localhost/"),
        ("/sub", "http://localhost/sub/"),
        ("https://a.org", "https://a.org/"),
        ("https://a.org/x/?y#z", "https://a.org/x/"),
    ],
)
def test_address_of_a_site_ends_with_a_slash(written: str, address: str) -> None:
    assert site_address(written) == address


@pytest.fixture(scope="module")
def built(site: MakeSite) -> Path:
    """Return a project whose site has been built, below a path of its host."""
    folder = site({**HOME, "posts/a.md": post()}, config(theme="material"))
    good(build(folder))
    return folder


def test_built_site_has_the_links_that_the_crawler_of_the_tests_finds(built: Path) -> None:
    site = BuiltSite(built / "site", "https://example.org/people/ada/")
    assert dead_links(site) == []
    done = run(built, "check", "--site", "site")
    links = sum(len(list(site.links(page))) for page in site.pages)
    assert (done.returncode, done.stdout) == (0, ""), done
    counted = f"no dead links in {len(site.pages)} pages with {links} links within the site; "
    assert done.stderr.startswith(counted)


def test_dead_links_are_those_that_the_crawler_of_the_tests_finds(site: MakeSite) -> None:
    tree = lab() | {"odd.md": "[x](nowhere.png) <a href='gone/'>y</a> [z](#none)\n"}
    made = build(site(tree, config()), strict=False)
    found = check_links(made.site.folder, made.site.url).problems
    told = {
        (p.place.path.removeprefix(f"{made.site.folder.as_posix()}/"), p.message.split("'")[1]) for p in found
    }
    assert told == set(dead_links(made.site))
    assert len(told) == 3


def test_address_comes_from_the_project_unless_it_is_said(built: Path) -> None:
    done = run(built, "check", "--site", "site", "--url", "https://example.org/elsewhere/")
    assert done.returncode == 1
    assert "site/404.html:" in done.stdout
    assert "leads out of the site, which lies at /elsewhere/" in done.stdout


def test_formats_are_those_of_posts(tmp_path: Path) -> None:
    write(tmp_path, {"site/index.html": "<a href=x>"})
    found = json.loads(run(tmp_path, "check", "--site", "site", "--url", "/", "--format", "json").stdout)
    assert [p["path"] for p in found["problems"]] == ["site/index.html"]
    annotated = run(tmp_path, "check", "--site", "site", "--url", "/", "--format", "github").stdout
    assert annotated.startswith("::error file=site/index.html,line=1,col=1,title=dead-link::")


@pytest.mark.parametrize("folder", ["gone", "empty"])
def test_folder_without_pages_ends_with_two(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    done = run(tmp_path, "check", "--site", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "`mkdocs build` makes" in done.stderr


def test_link_of_the_file_system_to_nowhere_ends_with_two(tmp_path: Path) -> None:
    (tmp_path / "index.html").symlink_to("gone")
    done = run(tmp_path, "check", "--site", ".")
    assert (done.returncode, done.stderr) == (
        2,
        "index.html: this page cannot be read (No such file or directory)\n",
    )


def test_work_of_checking_links_grows_with_their_number(tmp_path: Path) -> None:
    def check(pages: int) -> None:
        found = check_links(tmp_path / str(pages), URL)
        assert (found.links, found.problems) == (30 * pages, ())

    for pages in (50, 200):
        nav = "".join(f'<li><a href="../p{n}/#part">Page {n}</a></li>' for n in range(30))
        write(tmp_path / str(pages), {f"p{n}/index.html": f'<h2 id="part">P</h2><ul>{nav}</ul>'
                                      for n in range(pages)})
    assert growth(check, 50) < LINEAR


def test_page_with_a_number_sign_in_its_name_has_links(tmp_path: Path) -> None:
    write(tmp_path, {
        "c/C#-1/index.html": "<a href=../C%23-2/>", "c/C#-2/index.html": "<a href='../C%23-1/?x#y'>",
        "c/50%/index.html": "<a href=../C%23-1/>"})
    [dead] = check_links(tmp_path, "https://a.example/b/").problems
    assert "leads to #y, which is not in c/C#-1/index.html" in dead.message
