"""Links of an imported blog: by the file now, or as they were, and dead ones told."""

from __future__ import annotations

import pytest
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.links import AddressBook, Links, PartLink


@pytest.fixture
def book() -> AddressBook:
    book = AddressBook("/blog", "https://me.example")
    for written, source in {
        "engineering/2020/11/25/goals.html": "posts/2020-11-25-goals.md",
        "2021/05/06/a day.html": "posts/2021-05-06-a day.md",
        "about/index.html": "about.md",
        "index.html": "index.md",
        "team/ada.html": "team/ada.md",
        "lists.html": "lists/index.md",
        "img/a(1).png": "img/a(1).png",
        "static/file.html": "static/file.html",
    }.items():
        book.add(written, source)
    book.give_up("archive.html", "it is made by a loop")
    return book


def links(book: AddressBook) -> Links:
    return Links(book, "/2021/01/10/here.html", "posts/2021-01-10-here.md")


@pytest.mark.parametrize(("written", "becomes"), [
    ("/engineering/2020/11/25/goals.html", "2020-11-25-goals.md"),
    ("/blog/engineering/2020/11/25/goals.html#why", "2020-11-25-goals.md#why"),
    ("/engineering/2020/11/25/goals", "2020-11-25-goals.md"),
    ("https://me.example/blog/about/", "../about.md"),
    ("/blog/blog/about/#me", "../about.md#me"),
    ("https://me.example/blog/blog/", "../index.md"),
    ("/blog/blog", "../index.md"),
    ("http://www.me.example/blog/about/", "../about.md"),
    ("/about", "../about.md"),
    ("/2021/05/06/a%20day.html?x=1#y", "2021-05-06-a%20day.md?x=1#y"),
    ("../../../engineering/2020/11/25/goals.html", "2020-11-25-goals.md"),
    ("../../../about/", "../about.md"),
    ("/img/a(1).png", "../img/a%281%29.png"),
    ("/blog", "../index.md"),
    ("/blog/", "../index.md"),
    ("/", "../index.md"),
    ("https://elsewhere.example/about/", "https://elsewhere.example/about/"),
    ("https://me.example.org/about/", "https://me.example.org/about/"),
    ("//cdn.example/x.js", "//cdn.example/x.js"),
    ("mailto:me@me.example", "mailto:me@me.example"),
    ("#part", "#part"),
    ("?q=1", "?q=1"),
    ("", ""),
])
def test_an_address_in_markdown_becomes_the_file(book: AddressBook, written: str, becomes: str) -> None:
    found = links(book)
    assert found(written, 3, False) == becomes
    assert not found.notes


@pytest.mark.parametrize(("written", "becomes"), [
    ("/engineering/2020/11/25/goals.html#why", "/blog/engineering/2020/11/25/goals.html#why"),
    ("../../../about/", "/blog/about/"),
    ("../../../img/a(1).png", "/blog/img/a%281%29.png"),
    ("/static/file.html", "/blog/static/file.html"),
    ("/engineering/2020/11/25/goals?x=1#why", "/blog/engineering/2020/11/25/goals.html?x=1#why"),
    ("/about", "/blog/about/"),
    ("/team/ada", "/blog/team/ada/"),
    ("/team/ada.html#x", "/blog/team/ada/#x"),
    ("/lists.html", "/blog/lists/"),
    ("/", "/blog/"),
    ("/blog/blog/about/", "/blog/about/"),
    ("#part", "#part"),
    ("https://elsewhere.example/", "https://elsewhere.example/"),
])
def test_an_address_in_html_stays_one(book: AddressBook, written: str, becomes: str) -> None:
    """MkDocs leaves HTML as it is, so a link there goes through the redirect at the old address."""
    found = links(book)
    assert found(written, 3, True) == becomes
    assert not found.notes


def test_a_folder_of_the_bases_name_is_no_base(book: AddressBook) -> None:
    book.add("blog/about/index.html", "blog/about.md")
    assert links(book)("/blog/blog/about/", 1, False) == "../blog/about.md"
    assert links(book)("/blog/blog/blog/about/", 1, False) == "../blog/about.md"
    assert links(book)("/blog/blog/about/", 1, True) == "/blog/blog/about/"


def test_a_dead_link_stays_and_is_told(book: AddressBook) -> None:
    found = links(book)
    assert found("/coaching", 7, False) == "/coaching"
    assert found.notes == [(NoteKind.DEAD, 7, "/coaching leads nowhere")]


@pytest.mark.parametrize(("url", "written", "leads"), [
    ("https://me.example", "https:/www.films.example/watch", "nowhere"),
    ("", "HTTPS:films.example", "nowhere"),
    ("https://me.example", "https:/blog/about/", "../about.md"),
    ("https://me.example", "http:/www.films.example/watch", "away"),
    ("http://me.example", "http:/www.films.example/watch", "nowhere"),
    ("http://me.example", "https:/www.films.example/watch", "away"),
])
def test_without_two_slashes_an_address_has_no_host(
    book: AddressBook, url: str, written: str, leads: str,
) -> None:
    """A browser reads it as one of the site if the scheme is the site's (WHATWG URL, scheme state)."""
    book.url = url
    found = links(book)
    assert found(written, 7, False) == (leads if "md" in leads else written)
    assert bool(found.notes) is (leads == "nowhere")


def test_a_link_to_what_was_not_imported_says_why(book: AddressBook) -> None:
    found = links(book)
    found("/archive.html", 7, False)
    assert found.notes == [
        (NoteKind.DEAD, 7, "/archive.html leads to a page that was not imported: it is made by a loop")]


def test_the_files_that_a_page_links_to_are_known(book: AddressBook) -> None:
    found = links(book)
    found("/about/", 1, False)
    found("/nowhere", 1, False)
    found("/engineering/2020/11/25/goals.html", 1, True)
    assert found.targets == ["about.md", "posts/2020-11-25-goals.md"]


def test_a_link_to_the_page_itself_is_its_fragment(book: AddressBook) -> None:
    book.add("2021/01/10/here.html", "posts/2021-01-10-here.md")
    assert links(book)("/2021/01/10/here.html#end", 1, False) == "#end"


def test_links_to_parts_of_pages_are_known(book: AddressBook) -> None:
    found = links(book)
    others = ("/about/", "/img/a(1).png#x", "https://x.example/#y", "/gone/#z", "#")
    for written in ("/about/#a%20b", "#here", *others):
        found(written, 7, False)
    assert found.parts == [
        PartLink(7, "/about/#a%20b", "about.md", "a b"),
        PartLink(7, "/blog/2021/01/10/here.html#here", "posts/2021-01-10-here.md", "here")]


def test_the_first_file_at_an_address_wins(book: AddressBook) -> None:
    book.add("about/index.html", "other.md")
    assert links(book)("/about/", 1, False) == "../about.md"
