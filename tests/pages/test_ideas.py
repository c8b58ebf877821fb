"""Which idea comes first, and what is told of the author's estimates."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from each import each
from helpers import fold_of, ids, milestone_page, post, viewer_of
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.more.ideas import (
    ENOUGH,
    estimated,
    has_ideas,
    ideas_page,
    in_order,
    rate,
    rounded,
)
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap.model import Milestone

Numbers = dict[str, float]


def idea(id: str, estimate: Numbers | None = None, **fields: object) -> Entry:
    return milestone_page(id, status="idea", estimate=estimate, **fields)


def order(*entries: Entry) -> list[str]:
    return ids(in_order(fold_of(*entries).milestones))


def numbers(effort: float = 1, impact: float = 1, likelihood: float = 1, complexity: float = 1) -> Numbers:
    return {"effort": effort, "impact": impact, "likelihood": likelihood, "complexity": complexity}


# --- the order ---


@each(("first", "second"), [
    (numbers(effort=1), numbers(effort=2)),
    (numbers(complexity=1), numbers(complexity=2)),
    (numbers(likelihood=2), numbers(likelihood=1)),
    (numbers(impact=2), numbers(impact=1)),
    (numbers(effort=2, impact=6), numbers(effort=1, impact=2)),  # thrice as much for twice the work
    (numbers(effort=0, impact=1), numbers(effort=0.1, impact=9)),  # what costs nothing
    (numbers(effort=0, impact=2), numbers(effort=0, impact=1)),
    (numbers(impact=1), numbers(impact=0)),
], ids=str)
def test_idea_that_promises_more_for_its_cost_comes_first(first: Numbers, second: Numbers) -> None:
    assert order(idea("a", second), idea("b", first)) == ["b", "a"]


def test_number_that_nobody_said_counts_as_the_middle_of_the_others() -> None:
    assert order(idea("cheap", {"effort": 1, "impact": 1}), idea("unsaid", {"impact": 1}),
                 idea("dear", {"effort": 9, "impact": 1}), idea("middling", {"effort": 4, "impact": 1})) == [
        "cheap", "middling", "unsaid", "dear"]


def test_equals_and_ideas_without_an_estimate_stand_by_their_titles() -> None:
    assert order(idea("x", title="beta"), idea("y", title="Alpha"), idea("z", {}, title="Aa"),
                 idea("b", numbers(), title="two"), idea("a", numbers(), title="Three")) == [
        "a", "b", "z", "y", "x"]


IDEAS = st.lists(st.fixed_dictionaries({name: st.integers(0, 5) for name in numbers()}), max_size=6)
NAME = st.sampled_from(list(numbers()))


def named(drawn: list[Numbers]) -> list[Entry]:
    return [idea(f"i{n}", estimate) for n, estimate in enumerate(drawn)]


@given(IDEAS, NAME, st.integers(1, 1000))
def test_law_the_unit_of_a_number_does_not_matter(drawn: list[Numbers], name: str, unit: int) -> None:
    in_other_unit = [{**estimate, name: estimate[name] * unit} for estimate in drawn]
    assert order(*named(drawn)) == order(*named(in_other_unit))


@given(IDEAS, st.integers())
def test_law_the_order_of_the_pages_does_not_matter(drawn: list[Numbers], seed: int) -> None:
    milestones = list(fold_of(*named(drawn)).milestones)
    shuffled = Random(seed).sample(milestones, len(milestones))
    assert in_order(shuffled) == in_order(milestones)


@given(IDEAS.filter(bool), st.integers(0, 3))
def test_law_an_idea_that_becomes_cheaper_is_never_put_further_back(drawn: list[Numbers], less: int) -> None:
    cheaper = {**drawn[0], "effort": max(drawn[0]["effort"] - less, 0)}
    before, after = order(*named(drawn)), order(*named([cheaper, *drawn[1:]]))
    assert after.index("i0") <= before.index("i0")


# --- the author's rate ---


def done(*pairs: tuple[object, object], name: str = "effort") -> tuple[Milestone, ...]:
    """Return milestones that were estimated and came out so."""
    return fold_of(*(milestone_page(f"m{n}", estimate={name: before}, actual={name: after})
                     for n, (before, after) in enumerate(pairs))).milestones


def test_rate_is_the_median_of_actual_by_estimated() -> None:
    found = rate(done((1, 1), (2, 4), (2, 3), (10, 11), (1, 9)), "effort")
    assert found is not None
    assert (found.times, found.of) == (Fraction(3, 2), 5)
    even = rate(done((1, 1), (1, 2), (1, 1), (1, 2), (1, 1), (1, 2)), "effort")
    assert even is not None
    assert even.times == Fraction(3, 2)


def test_fewer_than_five_tell_no_rate() -> None:
    assert rate(done(*[(1, 2)] * (ENOUGH - 1)), "effort") is None
    assert rate(done(*[(1, 2)] * ENOUGH), "effort") is not None


@pytest.mark.parametrize("pair", [(0, 2), (None, 2), (1, None)])
def test_what_was_not_estimated_or_never_told_does_not_count(pair: tuple[object, object]) -> None:
    assert rate(done(*[(1, 2)] * (ENOUGH - 1), pair), "effort") is None


def test_each_number_has_a_rate_of_its_own() -> None:
    milestones = done(*[(2, 1)] * ENOUGH, name="impact")
    assert rate(milestones, "effort") is None
    found = rate(milestones, "impact")
    assert found is not None
    assert found.times == Fraction(1, 2)


PAIRS = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), min_size=ENOUGH, max_size=9)


@given(PAIRS, st.integers(1, 9))
def test_law_the_rate_lies_among_the_ratios_whatever_the_unit(
    pairs: list[tuple[int, int]], unit: int
) -> None:
    found = rate(done(*pairs), "effort")
    assert found is not None
    ratios = [Fraction(after, before) for before, after in pairs]
    assert min(ratios) <= found.times <= max(ratios)
    assert rate(done(*((before * unit, after * unit) for before, after in pairs)), "effort") == found


def test_outcomes_are_told_of_what_was_estimated_latest_first() -> None:
    roadmap = fold_of(
        milestone_page("old", status="done", finished="2024", estimate={"effort": 1}, actual={"effort": 2}),
        milestone_page("new", status="done", finished="2025", estimate={"impact": 1}, actual={"impact": 2}),
        milestone_page("open", estimate={"effort": 1}, actual={"effort": 2}),
        milestone_page("half", estimate={"effort": 1}, actual={"impact": 2}),
        milestone_page("none"))
    assert ids(estimated(roadmap)) == ["new", "old", "open"]


@each(("number", "told"), [
    (Fraction(3, 2), "1.5"), (Fraction(8, 5), "1.6"), (Fraction(2), "2"), (Fraction(1, 3), "0.3"),
    (Fraction(0), "0"), (Fraction(99, 10), "9.9"), (Fraction(51, 4), "13"), (Fraction(120), "120"),
])
def test_numbers_are_told_no_more_exactly_than_they_are(number: Fraction, told: str) -> None:
    assert rounded(number) == told


# --- the page ---

KNOWN = [milestone_page(f"d{n}", status="done", estimate={"effort": 2, "impact": 4}, actual={"effort": 3})
         for n in range(ENOUGH)]


def test_page_corrects_the_effort_of_each_idea_once_there_is_a_rate() -> None:
    page = ideas_page(viewer_of(
        *KNOWN, idea("a", {"effort": 4}, goal="g", description="Words."), idea("b", {"impact": 4}),
        idea("c")))
    assert [(i.card.id, i.estimate, i.corrected) for i in page.ideas] == [
        ("a", (("effort", "4"),), "at that rate 6"), ("b", (("impact", "4"),), "")]
    assert [i.description for i in page.ideas] == ["Words.", None]
    assert [i.card.id for i in page.others] == ["c"]
    assert page.rates == ("The work took 1.5 times the effort that was estimated (median of 5 milestones).",)
    assert [(o.effort, o.impact) for o in page.outcomes] == [(("2", "3"), ("4", ""))] * ENOUGH


def test_page_shows_the_list_alone_while_too_little_is_known() -> None:
    page = ideas_page(viewer_of(*KNOWN[1:], idea("a", {"effort": 4})))
    assert [i.corrected for i in page.ideas] == [""]
    assert (page.rates, page.outcomes) == ((), ())


def test_page_tells_the_rate_of_impact_too() -> None:
    entries = [milestone_page(f"d{n}", estimate={"impact": 4}, actual={"impact": 2}) for n in range(ENOUGH)]
    assert ideas_page(viewer_of(*entries)).rates == (
        "Its impact was 0.5 times what was estimated (median of 5 milestones).",)


def test_there_is_something_to_show_with_an_idea_or_with_a_rate() -> None:
    assert has_ideas(fold_of(idea("a")))
    assert has_ideas(fold_of(*KNOWN))
    assert not has_ideas(fold_of(*KNOWN[1:], post("2026-01-01", milestone="m")))
