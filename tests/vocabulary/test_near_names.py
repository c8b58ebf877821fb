"""Names that are probably one, by their words, and names that are not."""

from __future__ import annotations

from itertools import chain

import pytest
from depth import tries
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.vocabulary import near_names
from mkdocs_career_roadmap.vocabulary.near_names import KnownNames, differ_on_purpose, is_near
from work import calls

from vocabulary.near_name_lists import DIFFERENT, SLIPS

PAIRS = list(chain.from_iterable(SLIPS.values()))
OTHERS = list(chain.from_iterable(DIFFERENT.values()))


def test_nine_of_ten_slips_are_found() -> None:
    found = [pair for pair in PAIRS if is_near(*pair)]
    assert len(PAIRS) >= 100
    assert len(found) >= 0.9 * len(PAIRS), set(PAIRS) - set(found)


@each("kind", SLIPS)
def test_most_slips_of_each_kind_are_found(kind: str) -> None:
    assert sum(is_near(*pair) for pair in SLIPS[kind]) >= 0.75 * len(SLIPS[kind])


def test_of_fifty_pairs_that_are_meant_to_differ_one_at_most_is_taken_for_a_slip() -> None:
    found = [pair for pair in OTHERS if is_near(*pair)]
    assert len(OTHERS) >= 150
    assert len(found) <= 0.02 * len(OTHERS), found


def test_two_names_are_near_to_one_another() -> None:
    assert [pair for pair in (*PAIRS, *OTHERS) if is_near(*pair) != is_near(*pair[::-1])] == []


def test_what_is_near_is_found_among_all_others() -> None:
    known = KnownNames(name for pair in (*PAIRS, *OTHERS) for name in pair)
    assert [pair for pair in PAIRS if is_near(*pair) and pair[0] not in known.near(pair[1])] == []


def test_names_of_all_pairs_are_near_to_few_others() -> None:
    names = list(dict.fromkeys(pair[0] for pair in (*PAIRS, *OTHERS)))
    known = KnownNames(names)
    near = {name: known.near(name) for name in names if known.near(name)}
    assert len(near) <= 0.05 * len(names), near


def test_nearest_name_comes_first() -> None:
    names = ["Read long papers on spring tides", "Read papers on spring tides", "Read more"]
    assert KnownNames(names).near("Reading a paper on spring tides") == [names[1], names[0]]


def test_name_is_not_near_to_itself() -> None:
    assert KnownNames(["One two"]).near("One two") == []


def test_few_names_are_looked_at_however_many_have_a_word_in_common(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(near_names, "_near", lambda _, other: looked.append(other.name))
    known = KnownNames(f"the common word of thing{i}" for i in range(3000))
    known.near("The common words of somebody")
    assert 0 < len(looked) <= 200


def test_part_of_a_name_is_around_it() -> None:
    known = KnownNames(["Bird counts from sound", "Bird counts 2", "Birds"])
    assert known.near_or_around("bird counts") == ["Bird counts from sound"]
    assert known.near_or_around("Bird counts from sound in woods") == ["Bird counts from sound"]


@each(("one", "two"), [
    ("Part 1", "Part 2"), ("Part I", "Part II"), ("Team A", "Team B"), ("Import", "Export"), ("C", "C++"),
    ("Before lunch", "After lunch"), ("From A to B", "From B to A"), ("Test data", "Text data"),
    ("Model of rain", "Model of grain"), ("Sell the car", "Sell the cart")])
def test_names_that_differ_on_purpose(one: str, two: str) -> None:
    assert differ_on_purpose(one, two)


def test_slips_of_letters_are_no_purpose() -> None:
    assert not any(differ_on_purpose(*pair) for pair in SLIPS["mistyped"])


@tries(300)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_compared(one: str, two: str) -> None:
    assert is_near(one, two) == is_near(two, one)
    assert differ_on_purpose(one, two) == differ_on_purpose(two, one)
    KnownNames([one, two]).near_or_around(two)


_ONES = st.sampled_from(["lantern", "lantren", "orchard", "kettle", "reading", "reader"])
_OTHERS = st.sampled_from(["lanterns", "orchrad", "kettles", "writing", "paper"])


@given(st.lists(_ONES, min_size=1, max_size=4), st.lists(_OTHERS, min_size=1, max_size=4))
def test_names_each_with_a_word_alone_are_known_to_be_apart_without_a_closer_look(
    one: list[str], two: list[str]
) -> None:
    a, b = near_names._words(" ".join(one)), near_names._words(" ".join(two))
    if near_names._has_word_alone(a, b) and near_names._has_word_alone(b, a):
        only_a, only_b = near_names._apart(a, b)
        near_names._take_slips(only_a, only_b)
        assert only_a
        assert only_b


def test_a_name_takes_no_work_for_each_of_its_letters() -> None:
    short, long = "Build the shed", "Builddddddddddddddd theeeeeeeeeee sheeeeeeeeeeeeeed"
    KnownNames([short, long])  # what is kept for a second time is made before
    assert calls(lambda: KnownNames([long])) <= calls(lambda: KnownNames([short])) + 5
