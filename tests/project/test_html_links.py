"""The links of a page are those that an HTML parser of the standard finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from crawl import parse
from each import each
from hosts import HOME, build, config, post
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.project.built.site_links import HtmlPage, Link, read_html

XLINK = "{http://www.w3.org/1999/xlink}href"


def by_the_standard(html: str) -> tuple[list[str], set[str]]:
    """Return the addresses, sorted, and the anchors of a page, as html5lib has them."""
    page, found = parse(html), []
    for element in page.all():
        if element.tag == "base":
            continue  # it moves the links of others
        found += [element.get(name) for name in ("href", "src", XLINK, "poster")]
        found += [element.get("data")] if element.tag == "object" else []
    return sorted(href for href in found if href is not None), set(page.anchors)


def by_us(html: str) -> tuple[list[str], set[str]]:
    page = read_html(html)
    return sorted(link.href for link in page.links), page.anchors


AWKWARD = {
    "no quotes": "<a href=a/b>x</a><a href=c/>y</a>",
    "single quotes": "<a href='it\"s'>x</a>",
    "upper case": "<A HREF='a' ID=B>x</A>",
    "spaces around the sign": "<a href\n =\n 'a'>x</a>",
    "no value": "<a href>x</a><img src=''>",
    "twice": "<a href=a href=b id=c id=d>x</a>",
    "references": "<a href='a?x=1&amp;y=2&#x2f;'>x</a><p id='&eacute;'>",
    "comment": "<!-- <a href=a> --><a href=b><!-- > --></a><!-- -- <a href=c> -->",
    "script": "<script>var a = '<a href=a>';</script><script src=b></script><a href=c>",
    "style": "<style>/* <a href=a> */</style>",
    "title": "<title><a href=a></title><p id=b>",
    "textarea": "<textarea><a href=a></textarea><a href=b>",
    "iframe": "<iframe src=a><a href=b></a></iframe><a href=c></a>",
    "slash of a script": "<script src=a /><a href=b></a></script><a href=c></a>",
    "drawing": "<svg><title>A<a href=a></a></title><style>p</style><a xlink:href='b' id=c /></svg><a href=d>",
    "title after a drawing": "<svg/><title><a href=a></title><svg></svg><title><a href=b></title>",
    "use": "<svg><use xlink:href='#a'/><image href='b.png'/></svg>",
    "noscript": "<body><noscript><img src=a></noscript>",
    "unclosed": "<p><a href=a><p><a href=b><ul><li><a href=c>",
    "closed too often": "</svg></a></p><a href=a></svg></svg><title><a href=b></title>",
    "name": "<a name=a></a><p name=b></p><img name=c id=''>",
    "media": "<video poster=a><source src=b></video><object data=c></object><embed src=d>",
    "head": "<link rel=stylesheet href=a><base href=b><meta content=c>",
    "end in a tag": "<a href=a>x</a><a href=b",
    "angle in a value": "<a title='a > b' href='c'>x</a>",
    "no tag": "1 < 2 and <3 <a href=a> & b",
    "declaration": "<!DOCTYPE html><?xml version='1'?><a href=a><![CDATA[ x ]]>",
    "other letters": "<a href='größe/é' id='größe'>x</a>",
}


@each("html", AWKWARD.values(), ids=AWKWARD)
def test_awkward_html_has_the_links_that_the_standard_says(html: str) -> None:
    assert by_us(html) == by_the_standard(html)


ATTRIBUTES = st.sampled_from(
    ["href=a", "src='b'", 'id="c"', "name=d", "class", "href='x>y'", 'alt="<a href=z>"']
)
TAGS = st.sampled_from(["a", "p", "img", "div", "A", "b"])
PIECES = st.one_of(
    st.builds(
        lambda tag, attributes: f"<{tag} {' '.join(attributes)}>", TAGS, st.lists(ATTRIBUTES, max_size=3)
    ),
    TAGS.map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        [
            "text",
            "<!-- <a href=n> -->",
            "<script>'<a href=n>'</script>",
            "1 < 2",
            "&amp;",
            "\n",
            "<style><a href=n></style>",
            "<title><a href=n></title>",
            "<svg><use xlink:href='#u'/></svg>",
            "<textarea><a href=n></textarea>",
        ]
    ),
)


def anchors_and_set(found: tuple[list[str], set[str]]) -> tuple[set[str], set[str]]:
    return set(found[0]), found[1]


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_page_has_the_links_that_the_standard_says(html: str) -> None:
    # As sets: where `<a>` is left open, a browser makes copies of it.
    assert anchors_and_set(by_us(html)) == anchors_and_set(by_the_standard(html))


@given(st.text(st.sampled_from("<>/!-='\"& ahrefsvgtilcp\n#[]?"), max_size=60))
def test_no_text_stops_the_reader(text: str) -> None:
    assert isinstance(read_html(text), HtmlPage)


@pytest.mark.parametrize(("text", "links"), [
    ("<![<a href=x><a href=y>", ["y"]), ("<![a b]><a href=y>", ["y"]), ("<![CDATA[ > <a href=y> ]]>", ["y"]),
    ("<svg><![CDATA[ > <a href=x> ]]><a href=y>", ["y"])])
def test_marked_section_is_a_comment_but_for_data_within_svg(text: str, links: list[str]) -> None:
    assert by_us(text) == by_the_standard(text) == (links, set())


def test_link_has_the_place_of_its_element() -> None:
    assert read_html("<p>\n  <b>é</b><a class=x\n href=a>x</a>").links == [Link("a", 2, 11)]


@each(
    ("srcset", "expected"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        (" a.png ,b.png 300w,\n c,d.png", ["a.png", "b.png", "c,d.png"]),
        ("data:image/png;base64,AA 1x, b.png", ["data:image/png;base64,AA", "b.png"]),
        ("a, b", ["a", "b"]),
        ("", []),
        (" , ", []),
    ],
)
def test_srcset_has_several_addresses(srcset: str, expected: list[str]) -> None:
    assert [link.href for link in read_html(f"<img srcset='{srcset}'>").links] == expected


def test_first_base_says_where_links_start() -> None:
    assert read_html("<base target=x><base href=a><base href=b>").base == "a"
    assert read_html("<p>").base is None


def test_built_pages_have_the_links_that_the_standard_says(site: object) -> None:
    folder: Path = site({**HOME, "posts/a.md": post("status: active")}, config(theme="material"))  # type: ignore[operator]
    made = build(folder)
    for file in made.site.pages:
        html = (made.site.folder / file).read_text("utf-8")
        assert by_us(html) == by_the_standard(html), file
