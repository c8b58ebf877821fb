"""Rows of words that are looked for in a text, many at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.hidden_pages.runs import Runs, edges

WORDS = st.lists(st.sampled_from("abc"), max_size=12)


def runs_of(*rows: str) -> Runs[str]:
    runs: Runs[str] = Runs()
    for row in rows:
        runs.add(row, row)
    return runs


def test_rows_are_found_by_their_first_words_whatever_follows() -> None:
    runs = runs_of("one", "two words", "a b c d e f", "a b c d e g")
    assert list(runs.begun_in(["x", "a", "b", "c", "d", "e", "y", "two", "words", "one"])) == [
        "one", "two words", "a b c d e f", "a b c d e g"]
    assert list(runs.begun_in(["ones", "two", "x", "words", "a", "b", "c", "d"])) == []
    assert list(runs.begun_in([])) == []


def test_nothing_is_found_where_nothing_is_sought() -> None:
    assert not runs_of()
    assert runs_of("a")
    assert not runs_of().has_begin(["a"])


@given(st.lists(WORDS, max_size=6), st.lists(WORDS.filter(bool), min_size=1, max_size=4))
def test_edges_of_pieces_have_each_beginning_that_goes_over_their_ends(
    pieces: list[list[str]], rows: list[list[str]]
) -> None:
    runs = runs_of(*map(" ".join, rows))
    whole = [word for piece in pieces for word in piece]
    over_ends = [word for piece in pieces for word in edges(piece)]
    assert runs.has_begin(whole) == (runs.has_begin(over_ends) or any(map(runs.has_begin, pieces)))
    assert runs.has_begin(whole) == bool(list(runs.begun_in(whole)))
