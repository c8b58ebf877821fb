"""Where the blog has a post: what it says itself, and the rules of four tools."""

from __future__ import annotations

from datetime import date

import pytest
from each import each
from mkdocs_career_roadmap.plain_host.post_addresses import PLACES, TOOLS, BlogAddresses, bad_rule
from mkdocs_career_roadmap.reading.front_matter import split
from test_docs import guide

DAY = date(2026, 3, 2)


def address(path: str, front: str = "", tool: str = "hugo", base: str = "/", *, day: date | None = None,
            title: str = "", post: str = "") -> str | None:
    rules = TOOLS[tool]
    rules = rules._replace(post=post) if post else rules
    return BlogAddresses(base, rules).of(split(path, f"---\n{front}\n---\n"), day, title)


@each(("tool", "path", "expected"), [
    ("hugo", "posts/First Hours.md", "/posts/first-hours/"),
    ("hugo", "posts/What's C++ & Co_x.md", "/posts/whats-c++--co_x/"),
    ("hugo", "posts/first/index.md", "/posts/first/"),
    ("hugo", "posts/_index.md", "/posts/"),
    ("hugo", "posts/2026-03-02-first.md", "/posts/2026-03-02-first/"),
    ("jekyll", "_posts/2026-03-02-first.md", "/2026/03/02/first.html"),
    ("jekyll", "birds/_posts/2026-03-02-first.md", "/birds/2026/03/02/first.html"),
    ("jekyll", "Big Birds/_posts/2026-03-02-First hours?.md", "/big%20birds/2026/03/02/First-hours.html"),
    ("jekyll", "about.md", "/about.html"),
    ("jekyll", "index.md", "/"),
    ("quarto", "posts/first/index.qmd", "/posts/first/"),
    ("quarto", "posts/first.md", "/posts/first.html"),
    ("obsidian", "Field notes/First hours.md", "/Field+notes/First+hours"),
])
def test_each_tool_has_its_rule(tool: str, path: str, expected: str) -> None:
    assert address(path, tool=tool) == expected


@each(("front", "expected"), [
    ("url: /a/b/", "/blog/a/b/"),
    ("permalink: a-note", "/blog/a-note"),
    ("permalink: /:year/:title/", "/blog/2026/first/"),
    ("permalink: /:year/:title:output_ext", "/blog/2026/first"),
    ("url: https://elsewhere.example/x", "https://elsewhere.example/x"),
    ("slug: other", "/blog/posts/other/"),
    ("url: ''\npermalink: ''", "/blog/posts/first/"),
])
def test_what_a_post_says_itself_goes_before_the_rule(front: str, expected: str) -> None:
    assert address("posts/first.md", front, base="/blog/", day=DAY) == expected


@pytest.mark.parametrize("front", ["url: 'javascript:alert(1)'", "permalink: ../../x/", "url: /:nonsense/"])
def test_address_that_is_none_is_unknown(front: str) -> None:
    assert address("posts/first.md", front) is None


def test_whole_base_stands_before_the_address() -> None:
    assert address("a.md", "url: //b/c/", base="https://ada.example/blog/") == "https://ada.example/blog/b/c/"


def test_rule_of_the_site_has_each_place() -> None:
    rule = "/".join(f"{{{place}}}" for place in PLACES)
    front = "slug: s\ncategories: [Big Data, b]\ncategory: C"
    assert address("x/2026-03-02-n.md", front, day=DAY, title="T u", post=f"/{rule}/") == (
        "/2026/03/02/x/s/x/2026-03-02-n/s/t-u/big-data/b/c/")


def test_day_is_that_of_the_roadmap_else_of_the_date_else_of_the_name() -> None:
    rule = "/{year}-{month}-{day}"
    assert address("2024-01-01-n.md", "date: 2025-01-01", day=DAY, post=rule) == "/2026-03-02"
    assert address("2024-01-01-n.md", "date: 2025-01-01", post=rule) == "/2025-01-01"
    assert address("2024-01-01-n/index.md", "date: no day", post=rule) == "/2024-01-01"
    assert address("2024-99-01-n.md", post=rule) == "/2024-99-01-n/"  # no post: it has no day


def test_page_that_the_rule_asks_for_a_day_and_that_has_none_has_no_address() -> None:
    rules = TOOLS["hugo"]._replace(page="/{year}/{slug}/")
    assert BlogAddresses("/", rules).of(split("a.md", "")) is None


def test_signs_of_names_are_written_as_addresses_have_them() -> None:
    assert address("posts/Über 50%?.md", tool="quarto") == "/posts/%C3%9Cber%2050%25%3F.html"


@pytest.mark.parametrize(("rule", "told"), [
    ("/{yaer}/{slug}/", "has {yaer}, which is none of {year}"),
    ("/:year/:title/", "has :year; write what changes in braces"),
    ("/blog/", "has nothing in braces"),
    ("https://ada.example:8080/{slug}/", ""),
    ("/{slug}", ""),
])
def test_rule_that_cannot_be_is_told(rule: str, told: str) -> None:
    assert bad_rule(rule).startswith(told)
    assert bool(bad_rule(rule)) is bool(told)


def test_guide_has_each_rule_and_each_place() -> None:
    text = guide("beside-a-blog")
    for name, tool in TOOLS.items():
        default = " (unless said)" if name == "hugo" else ""
        assert f"| `{name}`{default} | `{tool.post}` | `{tool.page}` |" in text
    for place, meaning in PLACES.items():
        assert f"| `{{{place}}}` | {meaning} |" in text
