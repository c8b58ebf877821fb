"""Where pages are read by a shorter way, it finds what the longer one does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading import keep_back, post_facts, prose
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.keep_back import unread_hint
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.settings import Settings
from work import calls

_PIECES = ["```", "~~~", "````", "``` py", "- ```", "a", "- ", "> ", "1. ", "    ", "\t", "  ", "\n", "\n\n",
           "`x`", "!!! note", "# h", "text"]
_BODIES = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)


@given(_BODIES)
def test_code_is_left_out_by_its_fences_as_it_is_line_by_line(body: str) -> None:
    assert prose.without_code_blocks(body) == "\n".join(prose.without_blocks(body.split("\n")))


def test_a_page_with_code_takes_no_work_for_each_of_its_lines() -> None:
    body = "```\nx = 1\n```\n" + "A line of prose.\n" * 1000
    assert calls(lambda: prose.without_code_blocks.__wrapped__(body)) < 100


@given(st.sampled_from(["What did not work", "WHAT DID NOT WORK:", "**What** did not work", "What\u2019s"]),
       st.sampled_from(["#", "##", "###"]))
def test_a_heading_of_lessons_is_found_however_it_is_written(heading: str, level: str) -> None:
    wanted = ("what did not work", "what's", "ünd")
    assert prose.lessons_of(f"Text.\n\n{level} {heading}\n\nWrite it down.\n", wanted) == ("Write it down.",)


@given(st.integers(0, 60), st.sampled_from(["", "<b>", "<!-- a -->"]))
def test_only_the_first_lines_of_a_page_may_keep_it_back(blank: int, before: str) -> None:
    text = f"{before}\n---\n" + "key: value\n" * blank + "draft: true\n---\n"
    assert (unread_hint(text) is not None) == (blank + 3 <= 40)


def test_a_comment_behind_forty_empty_lines_still_keeps_a_page_back() -> None:
    assert unread_hint("\n" * 60 + "<!-- draft: true -->\nText\n") == (61, "draft: true")
    assert unread_hint("\n" * 60 + "<\u200b!-- draft: true -->\nText\n") == (61, "draft: true")


_LINKS = st.lists(st.sampled_from([
    "](", "[a](", ")", "(", "https://a.example", "http", "s://", "://", "<", ">", "<b", "a", " ", "\n",
    "x.md", "_", "1", "-", "\t", "\0"]), max_size=12).map("".join)


@given(_LINKS)
def test_words_are_counted_as_they_are_one_by_one(text: str) -> None:
    words = re.findall(r"\w+", re.sub(r"\]\([^\s()]*|<[a-zA-Z/][^<>]*>|https?://[^\s<>]*", " ", text))
    assert post_facts.minutes_to_read(f"{text} {'word ' * (265 - len(words))}") == 1
    assert post_facts.minutes_to_read(f"{text} {'word ' * (266 - len(words))}") == 2


_BEGINNINGS = st.lists(st.sampled_from([
    "A line.", "\n", "\n\n", "# Title\n", "```\n", "~~~", "<!--", "-->", "    code", "\t", "- item",
    "> said", "{% x %}", "[a](b.md)", "![a](b.png)", "[[a|b]]", "<b>", "&amp;", "*x*", "{.c}", "\r\n",
    "word " * 60]), max_size=9).map("".join)


@given(_BEGINNINGS)
def test_a_page_begins_with_what_is_first_of_all_of_it(body: str) -> None:
    short = post_facts.excerpt_of(body)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(post_facts, "_FIRST", 0)
        assert post_facts.excerpt_of(body) == short


def test_for_the_begin_of_a_page_nobody_looks_for_code_further_down() -> None:
    body = "# Title\n\nWords.\n\n" + "```\nx = 1\n```\n\n" * 50
    assert calls(lambda: post_facts.excerpt_of(body)) < 60


@given(st.lists(st.sampled_from([
    "[a](b.md)", "[a](<c d.md>)", "[e]: f.md\n", "<a href=g.md>", "`", "\n\n", "(", ")", "h.md", "[", "]",
    " "]),
    max_size=9).map("".join))
def test_links_are_found_without_looking_for_other_forms(body: str) -> None:
    others = "[x]: z.md\n[y](z.md) = "
    found = prose.links_of("a.md", f"{body}\n\n{others}")
    assert found == (*(path for path in prose.links_of("a.md", body) if path != "z.md"), "z.md")


_HINTS = st.lists(st.sampled_from([
    "draft", "private", "visibility", "title", ":", "=", "\uff1a", " ", "true", "x", "---", "\n",
    "\n\n", "{", "}", ",", '"', "#", "# T\n", "<!--", "-->", "<", "\u200b", "!--", "\v", "\u2028",
    "- ", "+++"]), max_size=10).map("".join)


@given(_HINTS)
def test_words_that_keep_a_page_back_are_found_where_there_are_any(text: str) -> None:
    found = unread_hint(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keep_back, "_says_nothing", lambda _: False)
        assert unread_hint(text) == found


def test_a_page_takes_no_work_for_each_line_of_its_text() -> None:
    front = "---\nmilestone: A box\ndate: 2026-04-03\n---\n# A page\n\n"
    short, long = (front + "A line of prose.\n" * lines for lines in (10, 1000))

    def work(text: str) -> int:
        read(Source("a.md", text), Settings())
        return calls(lambda: read(Source("a.md", f"{text} "), Settings()))

    assert work(long) < work(short) + 150
