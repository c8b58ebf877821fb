"""Whether a text says what a hidden page says."""

from __future__ import annotations

import pytest
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.texts_of_hidden import TextsOfHidden

DIARY = Source("diary.md", """---
title: A winter that nobody shall know of
visibility: private
---
# Winter

I *never* told [anybody](index.md) of it. This was the coldest night of my whole life.
""")
SHORT = Source("short.md", "---\ndraft: true\n---\n# Okapi head\n\nokapi [words](a.md)\n")


@pytest.mark.parametrize("html", [
    "<p>This was the coldest night of my whole life.</p>",
    "<p>This was the\n  <em>coldest</em> night of my&nbsp;whole life</p>",
    "<h2>title: A winter that nobody shall know of</h2>"])
def test_words_of_a_hidden_page_are_found_whatever_is_made_of_them(html: str) -> None:
    assert TextsOfHidden([DIARY], []).found_in(html) == "diary.md"


@pytest.mark.parametrize("html", [
    "", "<p>Winter</p>", "<p>the coldest night of my whole life</p>", "<p>I never told anybody of it.</p>",
    "<p>This was the coldest night of my whole lifetime.</p>"])
def test_other_words_are_not(html: str) -> None:
    assert TextsOfHidden([DIARY], []).found_in(html) is None


def test_what_a_public_page_says_as_well_gives_nothing_away() -> None:
    public = Source("a.md", "This was the *coldest* night\nof my whole life!\n")
    texts = TextsOfHidden([DIARY], [public])
    assert texts.found_in("<p>This was the coldest night of my whole life.</p>") is None
    assert texts.found_in("<p>A winter that nobody shall know of</p>") == "diary.md"


def test_page_without_a_long_run_of_words_is_looked_for_as_a_whole() -> None:
    texts = TextsOfHidden([SHORT], [])
    assert texts.found_in("<h1>Okapi head</h1> <p>okapi <a href='b'>words</a></p>") == "short.md"
    assert texts.found_in("<h1>Okapi head</h1>") is None
    assert TextsOfHidden([Source("a.md", "# Hi\n\nthere\n")], []).found_in("<h1>Hi</h1> there") is None


def test_without_hidden_pages_nothing_is_found() -> None:
    assert TextsOfHidden([], [DIARY]).found_in("<p>This was the coldest night of my whole life.</p>") is None
