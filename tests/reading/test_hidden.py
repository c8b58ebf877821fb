"""Which links name a page that a built site does not have, and where they stand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from each import each
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.hidden_pages.hidden import Hidden
from mkdocs_career_roadmap.reading.hidden_pages.led_to_hidden import without_hidden_nav
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.paths import MARKDOWN
from mkdocs_career_roadmap.vocabulary.settings import Settings

HIDDEN = Hidden({"posts/okapi.md": "private", "diary/index.md": "private", "über uns.md": "a draft",
                 "posts/a(1).md": "private"})


def named(body: str, path: str = "posts/a.md") -> list[tuple[str, str]]:
    """Return the links as they are written, each with the page it leads to."""
    return [(body[link.start : link.stop], link.page) for link in HIDDEN.links(path, body)]


@each("written", [
    "okapi.md", "./okapi.md", "../posts/okapi.md", "/posts/okapi.md", "okapi.md#part", "okapi.md?x=1",
    "okapi/", "../okapi/", "../okapi/index.html", "okapi.html", "%6Fkapi.md"])
def test_link_to_a_source_or_its_address_is_found(written: str) -> None:
    assert named(f"okapi [x]({written})") == [(written, "posts/okapi.md")]


@each("written", [
    "okapi.pdf", "okapi", "reokapi.md", "okapi.md.md", "https://example.org/posts/okapi.md", "//okapi.md",
    "#okapi", "mailto:okapi.md", "../../posts2/okapi.md"])
def test_link_to_anything_else_is_none(written: str) -> None:
    assert named(f"[x]({written})") == ([("okapi", "posts/okapi.md")] if written == "okapi" else [])


@each(("body", "written", "page"), [
    ("[x](../diary/index.md)", "../diary/index.md", "diary/index.md"),
    ("[x](/diary/)", "/diary/", "diary/index.md"),
    ("[x](<../über uns.md>)", "../über uns.md", "über uns.md"),
    ("[x](../%C3%BCber%20uns.md)", "../%C3%BCber%20uns.md", "über uns.md"),
    ("[x](a(1).md)", "a(1).md", "posts/a(1).md"),
    ("[x]: okapi.md 'Title'", "okapi.md", "posts/okapi.md"),
    ("[x]: <okapi.md>", "okapi.md", "posts/okapi.md"),
    ('<a class="x" href="okapi.md">x</a>', "okapi.md", "posts/okapi.md"),
    ("<a href='okapi.md'>x</a>", "okapi.md", "posts/okapi.md"),
    ("<a href=okapi.md>x</a>", "okapi.md", "posts/okapi.md"),
    ("![x](okapi.md)", "okapi.md", "posts/okapi.md"),
    ("[x](\n okapi.md)", "okapi.md", "posts/okapi.md"),
    ("[x]:\n  okapi.md", "okapi.md", "posts/okapi.md"),
    ("<A HREF = 'okapi.md'>x</A>", "okapi.md", "posts/okapi.md"),
    ('<img src="okapi.md">', "okapi.md", "posts/okapi.md"),
    ("<iframe src='../posts/okapi/'></iframe>", "../posts/okapi/", "posts/okapi.md"),
    ("<object data=okapi.html></object>", "okapi.html", "posts/okapi.md"),
    ("[![x](x.png)](okapi.md)", "okapi.md", "posts/okapi.md"),
])
def test_every_way_to_write_a_link_is_found(body: str, written: str, page: str) -> None:
    assert named(f"Words.\n\n{body}\n") == [(written, page)]


@each("body", [
    "`[x](okapi.md)`", "```\n[x](okapi.md)\n```", "Words.\n\n    [x](okapi.md)", "<!-- [x](okapi.md) -->",
    "The okapi.md is no link.", "[okapi](b.md)"])
def test_links_in_code_and_comments_are_none(body: str) -> None:
    assert named(body) == []


@each("before", [
    "`[x](okapi.md)` ", "```\n[x](okapi.md)\n```\n", "<!-- [x](okapi.md)\n -->", "``a ` b``\n\n ` \n\n",
    "1. a\n\n    ```\n    [x](okapi.md)\n    ```\n\n", "<!-- never closed "])
def test_place_of_a_link_is_told_behind_code_and_comments(before: str) -> None:
    (link,) = HIDDEN.links("posts/a.md", f"{before}[x](okapi.md)")
    assert link.start == len(before) + 4


@each(("address", "page"), [
    ("okapi.md", "posts/okapi.md"), ("../okapi/", "posts/okapi.md"), ("../okapi/#x", "posts/okapi.md"),
    ("/posts/okapi/", "posts/okapi.md"), ("../&#111;kapi/", "posts/okapi.md"), ("okapi/", ""),
    ("../a/", ""), ("https://example.org/posts/okapi/", ""), ("#okapi", "")])
def test_links_of_html_are_seen_from_where_the_page_lies(address: str, page: str) -> None:
    html = f'<p>okapi <a class=x href="{address}">x</a></p>'
    found = HIDDEN.links_of_html("posts/a.md", html, "posts/a")
    links = [(html[link.start : link.stop], link.page) for link in found]
    assert links == ([(address, page)] if page else [])


@each(("body", "written"), [
    ('<img srcset="a.png 1x, okapi/ 2x">', "a.png 1x, okapi/ 2x"),
    ("<p data-to='/posts/okapi.md'>", "/posts/okapi.md"),
    ("[[okapi]]", "[[okapi]]"), ("[[Okapi#part]]", "[[Okapi#part]]"), ("[[posts/okapi]]", "[[posts/okapi]]"),
    ("[x](OKAPI.md)", "OKAPI.md"), ("[x](okapi.MD)", "okapi.MD"), ("[x](&#111;kapi.md)", "&#111;kapi.md"),
    ("[x](..\\posts\\okapi.md)", "..\\posts\\okapi.md"),
    ('<meta http-equiv="refresh" content="0;url=okapi/">', "0;url=okapi/"),
    ('<a href="oka\npi.md">', "oka\npi.md"), ("*x*{: data-a=posts/okapi/ }", "posts/okapi/")])
def test_other_ways_to_lead_to_a_page_are_found_whole(body: str, written: str) -> None:
    assert named(body) == [(written, "posts/okapi.md")]


@each("body", [
    "<p class=okapi>", '<img alt="okapi">', "x = okapi", "[[b]]", '<p title="the okapi/">', "[[okapi.png]]",
    "<p data-x='a/b'>"])
def test_what_only_looks_like_it_leads_nowhere(body: str) -> None:
    assert named(body) == []


def test_words_of_a_wiki_link_stay() -> None:
    assert named("See [[okapi|my *words*]].") == [("[[okapi|", "posts/okapi.md"), ("]]", "posts/okapi.md")]


@each("text", [
    "posts/okapi.md", "/posts/okapi/", "posts/okapi", "`okapi.md`", "(../posts/okapi.html).",
    "https://example.com/me/repo/blob/main/docs/posts/okapi.md#L3", "`[[okapi]]`",
    "https://archive.example.com/2020/http://localhost:8000/posts/okapi/"])
def test_bare_address_is_a_name(text: str) -> None:
    assert [link.page for link in HIDDEN.names("posts/a.md", f"See {text} there")] == ["posts/okapi.md"]


@each("text", [
    "okapi", "okapi/zebra", "index.md", "the diary/", "https://example.com/posts/okapi/", "x/okapi.png",
    "a.b"])
def test_other_words_name_nothing(text: str) -> None:
    assert HIDDEN.names("posts/a.md", f"See {text} okapi diary") == []


def test_what_means_a_public_page_means_no_hidden_one() -> None:
    hidden = Hidden({"README.md": "private", "a/b.md": "private"}, public=frozenset({"index.md", "c/b.md"}))
    assert hidden.links("c/x.md", "[x](../index.md) [[b]] [y](../README.md)")[0].page == "README.md"
    assert len(hidden.links("c/x.md", "[x](../index.md) [[b]] [y](../README.md)")) == 1


@each(("front", "count"), [
    ("links: [posts/okapi.md]", 1), ("links: [{Mine: [{Okapi: /posts/okapi/}]}]", 1),
    ("status: dropped\nreason: see [this](okapi.md)", 1), ("lessons: ['[a](okapi.md)', '[b](okapi.md)']", 2),
    ("description: '[a](okapi.md) [b](okapi.md)'", 1), ("title: okapi", 0),
    ("decisions: [{question: x, why: '[a](okapi.md)', visibility: public}]", 1),
    ("decisions: [{question: x, why: '[a](okapi.md)', visibility: private}]", 0)])
def test_front_matter_that_leads_to_a_hidden_page_is_told(front: str, count: int) -> None:
    sources = [Source("posts/a.md", f"---\ndate: 2026-03-01\nmilestone: X\n{front}\n---\n"),
               Source("posts/okapi.md", "---\nvisibility: private\n---\n")]
    site = build(sources, as_of=date(2026, 4, 1), settings=Settings(), words=Words())
    assert [p.code for p in site.problems if p.code == "private-link"] == ["private-link"] * count


def test_what_is_told_of_front_matter_says_what_becomes_of_its_words() -> None:
    sources = [Source("posts/a.md", "---\nmilestone: X\nlessons: ['see [a](okapi.md)']\n---\n"),
               Source("posts/okapi.md", "---\nvisibility: private\n---\n")]
    site = build(sources, as_of=date(2026, 4, 1), settings=Settings(), words=Words())
    told = next(p for p in site.problems if p.code == "private-link")
    assert "leaves a link to it out" in told.message
    assert "what it shows as words stays as it is; take it out" in told.message


def test_page_may_link_to_itself() -> None:
    assert named("[x](okapi.md)", "posts/okapi.md") == []


def test_links_to_a_hidden_first_page_are_found() -> None:
    hidden = Hidden({"index.md": "private"})
    body = "[a](../index.md), [b](..), [c](../../index.md) and [d](b.md)"
    found = hidden.links("posts/a.md", body)
    assert [body[link.start : link.stop] for link in found] == ["../index.md", ".."]


@pytest.mark.parametrize("ending", MARKDOWN)
def test_hidden_page_of_any_ending_is_found_by_its_source_and_its_address(ending: str) -> None:
    hidden = Hidden({f"posts/okapi{ending}": "private"})
    body = f"[a](okapi{ending}), [b](../okapi/) and [c](okapi.html)"
    assert len(hidden.links("posts/a.md", body)) == 3


def test_site_without_hidden_pages_has_no_such_links() -> None:
    assert Hidden({}).links("a.md", "[x](b.md)") == []


def test_preview_tells_the_links_that_a_build_would_leave_out_and_keeps_them() -> None:
    sources = [Source("a.md", "[b](b.md)\n"), Source("b.md", "---\nmilestone: B\nvisibility: private\n---\n")]
    day, settings = date(2026, 4, 1), Settings()
    for preview in (True, False):
        site = build(sources, as_of=day, settings=settings, words=Words(), keep_private=preview)
        assert [p.code for p in site.problems] == ["private-link"]
        assert bool(site.hidden.links("a.md", "[b](b.md)")) is not preview


# --- the navigation ---


@each(("nav", "left"), [
    (None, None),
    (["a.md", "diary/index.md"], ["a.md"]),
    ([{"Diary": "diary/index.md"}, {"A": "./a.md"}], [{"A": "./a.md"}]),
    ([{"Mine": [{"Deep": ["./diary/index.md"]}, "posts/okapi.md"]}], []),
    ([{"Mine": ["diary/index.md", "a.md"]}, {"None": []}], [{"Mine": ["a.md"]}, {"None": []}]),
    ({"A": "a.md", "Diary": "diary/index.md"}, {"A": "a.md"}),
    ([3, None, "https://example.org/diary/index.md"], [3, None, "https://example.org/diary/index.md"]),
])
def test_nav_is_left_without_hidden_pages_and_empty_sections(nav: Any, left: Any) -> None:
    assert without_hidden_nav(nav, HIDDEN.pages)[0] == left


def test_each_hidden_page_in_nav_is_told_once() -> None:
    _, told = without_hidden_nav(["posts/okapi.md", {"x": ["posts/okapi.md", "über uns.md"]}], HIDDEN.pages)
    assert [(p.place.path, "a draft" in p.message) for p in told] == [
        ("posts/okapi.md", False), ("über uns.md", True)]


@each("address", [
    "https://example.org/people/ada/okapi/", "HTTP://Example.org/people/ada/okapi.html",
    "//example.org:443/people/ada/okapi/", "https://www.example.org/people/ada/okapi/",
    "http://0.0.0.0/okapi/", "/people/ada/okapi/", "http://127.0.0.1:8000/people/ada/okapi/",
    "http://localhost:8000/people/ada/okapi.md", "/okapi/"])
def test_whole_address_of_the_site_leads_to_its_pages(address: str) -> None:
    hidden = Hidden({"okapi.md": "private"}, site_url="https://example.org/people/ada/")
    assert hidden.leads_to("posts/a.md", address) == "okapi.md"
    html = f"<a href='{address}'>x</a><a href='{address}'>{address}</a>"
    assert [html[link.start : link.stop] for link in hidden.links_of_html("a.md", html, "a")] == [address] * 3


@pytest.mark.parametrize("address", [
    "https://example.com/people/ada/okapi/", "//example.net/okapi/", "mailto:okapi", "https://example.org",
    "https://example.org.evil.example/people/ada/okapi/"])
def test_addresses_of_others_lead_to_none_of_them(address: str) -> None:
    hidden = Hidden({"okapi.md": "private"}, site_url="https://example.org/people/ada/")
    assert hidden.leads_to("posts/a.md", address) is None


def test_address_that_a_blog_would_give_a_hidden_post_leads_to_it() -> None:
    body = "# P\n\n[x](/blog/2026/03/07/an-okapi/) [y](/a/an-okapi/)\n"
    sources = [Source("blog/posts/s.md", "---\ndate: 2026-03-07\nvisibility: private\n---\n# An okapi\n"),
               Source("blog/posts/p.md", f"---\ndate: 2026-03-08\n---\n{body}")]
    site = build(sources, as_of=date(2026, 4, 1), settings=Settings(blog_posts="blog/posts"), words=Words())
    assert [(p.code, p.place.line, p.place.column) for p in site.problems] == [("private-link", 6, 5)]


@pytest.mark.parametrize("written", ["a-zebra", "stripes/A-Zebra", "'/a-zebra/'"])
def test_address_that_a_hidden_post_asks_a_blog_for_leads_to_it(written: str) -> None:
    body = "# P\n\n[x](/blog/2026/03/07/a-zebra/) <a href='../07/A-zebra/'>y</a>\n"
    front = f"---\ndate: 2026-03-07\nslug: {written}\nvisibility: private\n---\n"
    sources = [Source("blog/posts/s.md", f"{front}# An okapi\n"),
               Source("blog/posts/p.md", f"---\ndate: 2026-03-08\n---\n{body}")]
    settings = Settings(blog_posts="blog/posts")
    site = build(sources, as_of=date(2026, 4, 1), settings=settings, words=Words())
    assert [(p.code, p.place.line, p.place.column) for p in site.problems][:1] == [("private-link", 6, 5)]
    public = Source("blog/posts/q.md", f"---\ndate: 2026-03-08\nslug: {written}\n---\n# Q\n")
    site = build([*sources, public], as_of=date(2026, 4, 1), settings=settings, words=Words())
    assert site.problems == ()


@pytest.mark.parametrize("text", [
    "notes/my-long_diary.md", "/notes/MY-Long_Diary/", "<a href='my-lo\nng_diary/'>",
    "x/my%2Dlong%5Fdiary.html", "[[my long diary]]"])
@pytest.mark.parametrize("others", [0, 60])
def test_text_may_name_a_page_only_if_it_has_all_words_of_its_name(text: str, others: int) -> None:
    more = {f"p/x{n}y{n}.md": "private" for n in range(others)}
    hidden = Hidden({"notes/my-long_diary.md": "private", **more})
    assert hidden.may_be_named_in(text)
    assert hidden.may_be(text)
    assert not hidden.may_be(text.replace("y", "yes").replace("Y", "YES"))
    for part in ("my long days", "a long diary", "diary"):
        assert not hidden.may_be_named_in(part)


def test_key_that_is_no_word_hides_no_address() -> None:
    """Braces that a template would fill are a mapping as a key."""
    text = "---\ndate: 2026-03-02\nmilestone: {{ x: notes/diary.md }: done}\n---\n"
    sources = [Source("a.md", text), Source("notes/diary.md", "---\nvisibility: private\n---\n# Diary\n")]
    site = build(sources, as_of=date(2026, 4, 1), settings=Settings(), words=Words())
    assert "private-link" in {p.code for p in site.problems}
