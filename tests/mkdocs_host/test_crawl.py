"""The crawler finds what is dead, and leaves alone what is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import html5lib
import pytest
from conftest import files_of, write
from crawl import BuiltSite, dead_links, parse, text_of
from each import each
from payloads import PAYLOADS

PAGES = {
    "index.html": '<p id="top"><a href="a/">A</a> <a href="a/#part">A, part</a> <a href="#top">up</a></p>',
    "a/index.html": '<h2 id="part">Part</h2><a name="old"></a><a href="..">home</a><img src="../x%20y.png">',
    "404.html": '<a href="/sub/a/#old">A</a> <a href="https://example.org/sub/">home</a>',
    "x y.png": "",
}


def built(folder: Path, page: str = "") -> BuiltSite:
    write(folder, {**PAGES, "page.html": page})
    return BuiltSite(folder, "https://example.org/sub/")


def test_a_site_whose_links_are_all_alive_has_no_dead_ones(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert dead_links(site) == []
    assert sum(len(list(site.links(page))) for page in site.pages) == 7


@pytest.mark.parametrize(
    "planted",
    [
        "b/",  # no such page
        "a/#no-such-part",
        "#nowhere",
        "/sub/b/",  # absolute, inside of the site's path
        "/a/",  # absolute, but outside of it
        "https://example.org/sub/b/",
        "../other/",
        "x y.pdf",
        "a",  # a folder is served with its slash only
    ],
)
def test_a_planted_dead_link_is_found(tmp_path: Path, planted: str) -> None:
    site = built(tmp_path, page=f'<a href="{planted}">x</a>')
    assert dead_links(site) == [("page.html", planted)]


@pytest.mark.parametrize(
    "element", ['<img src="gone.png">', '<script src="gone.js"></script>',
                '<link rel="stylesheet" href="gone.css">', '<svg><use xlink:href="#gone"/></svg>',
                '<svg><a href="gone/"><text>x</text></a></svg>', '<iframe src="gone.html"></iframe>'])
def test_not_only_anchors_are_followed(tmp_path: Path, element: str) -> None:
    assert len(dead_links(built(tmp_path, page=element))) == 1


@pytest.mark.parametrize(
    "href", ["https://other.org/gone", "mailto:me@example.org", "data:image/png;base64,AA", "#",
             "//cdn.org/x.js", "http://example.org/sub/gone/"])
def test_what_leaves_the_site_is_not_followed(tmp_path: Path, href: str) -> None:
    assert dead_links(built(tmp_path, page=f'<a href="{href}">x</a>')) == []


def test_a_fragment_of_another_page_is_looked_for_in_that_page(tmp_path: Path) -> None:
    site = built(tmp_path, page='<p id="here"></p><a href="a/#here">x</a>')
    assert dead_links(site) == [("page.html", "a/#here")]


def test_the_text_of_a_page_leaves_out_what_no_reader_sees() -> None:
    page = parse("<title>T</title><style>p{}</style><p>A\n <b>b</b>c</p><script>var x</script><!-- no -->")
    assert page.text == "TA bc"


def test_a_tree_is_split_at_its_separators() -> None:
    assert files_of("""
        -- a.md
        ---
        title: A
        ---
        -- b/c.md
        Text
    """) == {"a.md": "---\ntitle: A\n---\n", "b/c.md": "Text\n"}


@pytest.mark.parametrize("tree", ["", "no separator", "lost text\n-- a.md\nText", "-- a.md\n1\n-- a.md\n2"])
def test_a_tree_that_loses_text_is_refused(tree: str) -> None:
    with pytest.raises(ValueError, match=r"a tree begins|stands twice"):
        files_of(tree)


FOREIGN = ("<svg viewBox='0 0 1 1'><a xlink:href='#x'><title>t</title>"
           "<foreignObject><p>x<svg/></foreignObject></svg><math><mi>y")


@each("words", [*PAYLOADS.values(), *PAGES.values(), FOREIGN])
def test_page_is_parsed_as_html5lib_does(words: str) -> None:
    def seen(root: Any) -> list[Any]:
        return [(e.tag, e.attrib, text_of(e)) for e in root.iter() if isinstance(e.tag, str)]

    page = f"<!doctype html><title>A</title><!-- c --><p class>{words}<table><tr><td>1</table>after</p>"
    assert seen(parse(page).root) == seen(html5lib.parse(page, namespaceHTMLElements=False))
