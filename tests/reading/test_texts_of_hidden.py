"""Whether a text says what a hidden page says."""

from __future__ import annotations

import pytest
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.hidden_pages.texts_of_hidden import TextsOfHidden, private_words
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.settings import Settings

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


def test_short_words_in_a_row_are_found_where_they_are_looked_for() -> None:
    people = Source("people.md", "- [Ada](a.md) leaves\n- Bob stays\n- Cy: fired\n- Di\n")
    texts = TextsOfHidden([people], [])
    html = "<ul>\n<li><a>Ada</a> leaves</li>\n<li>Bob stays</li>\n<li>Cy: fired</li>\n</ul>"
    assert (texts.found_in(html, short=True), texts.found_in(html)) == ("people.md", None)
    assert texts.found_in("<p>Ada leaves, and Bob stays</p>", short=True) is None
    assert TextsOfHidden([people], [Source("b.md", "Ada leaves. Bob stays. *Cy*, fired.")]).found_in(
        html, short=True) is None


def test_a_sentence_with_links_that_public_pages_have_too_gives_nothing_away() -> None:
    thanks = "Thanks to [Ada](people/ada.md) and to [Bob](people/bob.md) for all of it.\n"
    html = "<p>Thanks to <a>Ada</a> and to <a>Bob</a> for all of it.</p>"
    hidden, public = Source("diary.md", thanks), Source("a.md", f"# A\n\n{thanks}")
    for short in (False, True):
        assert TextsOfHidden([hidden], []).found_in(html, short=short) == "diary.md"
        assert TextsOfHidden([hidden], [public]).found_in(html, short=short) is None


def test_private_decisions_are_words_of_their_own() -> None:
    text = ("---\ndate: 2026-03-01\nmilestone: X\ndecisions:\n"
            "  - {question: Shall I leave the department this year, why: x}\n"
            "  - {question: Shall I stay for the other one, visibility: public}\n---\n# X\n\nWords.\n")
    source = Source("a.md", text)
    kept, told = private_words(read(source, Settings()), source)
    assert kept is not None
    found = TextsOfHidden([kept], [told]).found_in
    assert found("<p>Shall I leave the department this year</p>") == "a.md"
    assert found("<p>Shall I stay for the other one</p>") is None
    plain = Source("b.md", "# B\n")
    assert private_words(read(plain, Settings()), plain) == (None, plain)


def test_without_hidden_pages_nothing_is_found() -> None:
    assert TextsOfHidden([], [DIARY]).found_in("<p>This was the coldest night of my whole life.</p>") is None
