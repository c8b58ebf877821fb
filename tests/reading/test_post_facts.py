"""What stands below the title of a post: who wrote it, and how long it takes to read."""

from __future__ import annotations

import re
from typing import Any

import pytest
from each import each
from helpers import milestone_page, post
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.post_facts import (
    _NOT_READ,
    _SIGN,
    _WORD,
    SIGNS_A_MINUTE,
    WORDS_A_MINUTE,
    _words_and_signs,
    minutes_to_read,
)
from work import calls


@each(("body", "minutes"), [
    ("", 0),
    ("word", 1),
    ("word " * WORDS_A_MINUTE, 1),
    ("word " * (WORDS_A_MINUTE + 1), 2),
    ("字" * SIGNS_A_MINUTE, 1),
    ("字" * (SIGNS_A_MINUTE + 1), 2),
    ("かな" * SIGNS_A_MINUTE, 2),
    ("한국어 " * WORDS_A_MINUTE, 1),
    ("word " * WORDS_A_MINUTE + "字", 2),
    ("[word](https://example.org/a/b/c?d=e-f) " * WORDS_A_MINUTE, 1),
    ("https://example.org/a-b-c " * 1000, 0),
    ("<b class='a b c'>word</b> " * WORDS_A_MINUTE, 1),
    ("word " * WORDS_A_MINUTE + "<!-- word " + "word " * 999 + "-->", 1),
    ("![](a.png)\n" * 5, 1),
    ("![](a.png)\n" * 6, 1),
    ("![](a.png)\n" * 10, 2),
])
def test_minutes_follow_from_words_signs_and_pictures(body: str, minutes: int) -> None:
    assert minutes_to_read(body) == minutes


@pytest.mark.parametrize("sign", ["<a ", "](", "<!--", "![", "http://"])
def test_time_to_read_takes_work_for_each_letter_once(sign: str) -> None:
    assert calls(lambda: minutes_to_read(sign * 20_000)) < 1000


@each(("written", "minutes"), [(7, 7), (0, 0), ("7", 1), (True, 1), (-3, 1), (None, 1)])
def test_a_post_may_say_how_long_it_takes_as_in_the_blog_of_material(written: Any, minutes: int) -> None:
    assert post("2026-01-01", goal="G", body="Text.", readtime=written).minutes == minutes


@each(("fields", "authors"), [
    ({}, ()),
    ({"author": "Ada  Lovelace"}, ("Ada Lovelace",)),
    ({"authors": ["Ada", "Bo"]}, ("Ada", "Bo")),
    ({"author": "Bo", "authors": ["Ada", "Bo"]}, ("Ada", "Bo")),
    ({"author": {"name": "Ada", "email": "a@example.org"}}, ("Ada",)),
    ({"authors": [{"name": "Ada"}, {"email": "x"}, "Bo"]}, ("Ada", "Bo")),
    ({"author": None}, ()), ({"author": ""}, ()), ({"authors": [["Ada"]]}, ()), ({"author": 7}, ("7",)),
])
def test_authors_are_read_in_the_forms_that_other_tools_have(
    fields: dict[str, Any], authors: tuple[str, ...]
) -> None:
    assert post("2026-01-01", goal="G", **fields).authors == authors


def test_the_page_of_a_milestone_takes_no_time_to_read() -> None:
    assert milestone_page("m", body="Text.").minutes == 0


@given(st.text(alphabet="aZ0_-. \n\u00e4\u3042\u2028]('<>/:hstp", max_size=60))
def test_words_are_counted_in_ascii_as_in_any_other_text(body: str) -> None:
    words = _NOT_READ.sub(" ", body)
    assert _words_and_signs(words) == (
        len(_WORD.findall(re.sub(_SIGN, " ", words))), len(re.findall(_SIGN, words)))
    assert minutes_to_read(body) == minutes_to_read(body + " \u200b")  # which is no word
