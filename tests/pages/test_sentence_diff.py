"""What changed between two sentences, word by word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.sentence_diff import Fate, joined, word_diff

WORDS = st.lists(st.sampled_from(["a", "b", "see", "well.", "the,", "...", "看", "好", "。"]), max_size=12)
BLANKS = st.sampled_from(["", " ", "  ", "\n"])
TEXT = st.text() | st.lists(st.tuples(WORDS, BLANKS)).map(
    lambda some: "".join(blank.join(words) + blank for words, blank in some))


def diff(before: str, after: str) -> str:
    """Return the pieces as `kept -removed- +added+`."""
    marks = {Fate.KEPT: "", Fate.REMOVED: "-", Fate.ADDED: "+"}
    return " ".join(f"{marks[p.fate]}{p.text}{marks[p.fate]}" for p in word_diff(before, after))


def test_words_that_stay_are_kept_and_the_others_come_and_go() -> None:
    assert diff("Count the birds of a wood by ear.", "Count the males of a wood by ear.") == (
        "Count the -birds- +males+ of a wood by ear.")


def test_words_may_be_added_at_either_end() -> None:
    assert diff("see well", "Do see well on one watt") == "+Do+ see well +on one watt+"
    assert diff("See well.", "See well, on one watt.") == "See well +, on one watt+ ."


def test_words_may_only_go() -> None:
    assert diff("See very well.", "See well.") == "See -very- well."


@pytest.mark.parametrize(("before", "after"), [
    ("Put an interval around every forecast.", "Build models that stay silent in time."),
    ("One two three four.", "One five six seven."),
    ("", "See."),
    ("See.", ""),
])
def test_sentences_that_share_little_are_replaced_as_a_whole(before: str, after: str) -> None:
    assert diff(before, after) == " ".join(filter(None, [before and f"-{before}-", after and f"+{after}+"]))


def test_a_word_that_stays_by_chance_goes_with_the_words_around_it() -> None:
    assert diff("We count the small brown birds of a wood from here and by ear",
                "We count the males that sing, all of them, in tape from here and by ear") == (
        "We count the -small brown birds of a wood- +males that sing, all of them, in tape+ "
        "from here and by ear")


def test_texts_without_blanks_are_compared_by_character() -> None:
    pieces = word_diff("看得清楚的模型", "看得很清楚的小模型")
    assert [(p.fate, p.text, p.is_apart) for p in pieces if p.fate is Fate.ADDED] == [
        (Fate.ADDED, "很", False), (Fate.ADDED, "小", False)]
    assert joined(pieces, Fate.KEPT, Fate.ADDED) == "看得很清楚的小模型"


def test_sentences_too_long_to_be_compared_are_replaced() -> None:
    assert [p.fate for p in word_diff("a " * 501, "a " * 502)] == [Fate.REMOVED, Fate.ADDED]


def test_the_same_words_are_kept() -> None:
    assert diff("See  well.", "See well.") == "See well."
    assert word_diff("", " ") == ()


@given(TEXT, TEXT)
def test_what_was_kept_and_removed_is_the_old_and_what_was_kept_and_added_the_new(
    before: str, after: str
) -> None:
    pieces = word_diff(before, after)
    assert joined(pieces, Fate.KEPT, Fate.REMOVED) == " ".join(before.split())
    assert joined(pieces, Fate.KEPT, Fate.ADDED) == " ".join(after.split())


@given(TEXT, TEXT)
def test_no_piece_is_empty_and_neighbours_differ(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert all(p.text for p in pieces)
    assert all(a.fate != b.fate for a, b in pairwise(pieces))
