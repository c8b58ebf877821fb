"""Which way texts run."""

from __future__ import annotations

import pytest
from each import each
from mkdocs_career_roadmap.vocabulary.labels import words_for
from mkdocs_career_roadmap.vocabulary.languages import LANGUAGES
from mkdocs_career_roadmap.vocabulary.languages.direction import begins_from_right, turns


@each(("text", "in_english", "in_arabic"), [
    ("Learn", False, True), ("数学を学ぶ", False, True), ("تعلم", True, False), ("עברית", True, False),
    ("MkDocs ممتاز", True, True), ("2026 (12 – 31).", False, False), ("", False, False), ("É", False, True)])
def test_text_runs_against_a_language_if_any_letter_does(
    text: str, in_english: bool, in_arabic: bool
) -> None:
    assert (turns(text, "en"), turns(text, "ar")) == (in_english, in_arabic)


@pytest.mark.parametrize(("text", "from_right"), [
    ("Learn عربي", False), ("12. (عربي) Learn", True), ("עברית", True), ("", False), ("2026", False)])
def test_first_letter_says_which_way_a_text_begins(text: str, from_right: bool) -> None:
    assert begins_from_right(text) is from_right


def test_arabic_alone_of_the_languages_runs_from_the_right() -> None:
    assert [language for language in LANGUAGES if words_for(language).is_from_right] == ["ar"]


@pytest.mark.parametrize(("language", "text", "apart"), [
    ("ar", "4 of 24", "\u20684 of 24\u2069"), ("ar", "24", "24"), ("ar", "", ""),
    ("en", "4 of 24", "4 of 24"), ("en", "4 من 24", "\u20684 من 24\u2069")])
def test_text_among_words_that_it_runs_against_stands_between_the_signs_that_keep_its_order(
    language: str, text: str, apart: str
) -> None:
    assert words_for(language).apart(text) == apart
