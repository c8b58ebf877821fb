"""What was reproduced: the difference of two numbers as people write them, and which rows there are."""

from __future__ import annotations

from dataclasses import astuple
from decimal import Decimal

from each import each
from helpers import fold_of, milestone_of, milestone_page, post, viewer_of
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.more.replications import (
    MINUS,
    difference,
    replications,
    replications_page,
    verdict,
)

NARROW = "\N{NARROW NO-BREAK SPACE}"


# --- the difference ---


@each(("claimed", "reached", "told"), [
    ("37.0", "36.2", "−0.8"),
    ("0.90", "0.9", "0.00"),
    ("41", "42.5", "+1.5"),
    ("7", "7", "0"),
    ("-3", "2", "+5"),
    ("−3", "-5", "−2"),
    ("+3", "5", "+2"),
    # Percent signs and units are kept, with their space.
    ("37.0%", "36.2%", "−0.8%"),
    ("37.0 %", "36.2%", "−0.8%"),
    ("1,200 ms", "1,050 ms", "−150 ms"),
    ("21 days", "16  Days", "−5  Days"),
    ("37.4 mAP@50", "36.9 mAP@50", "−0.5 mAP@50"),
    ("$1.20", "$1.50", "+$0.30"),
    ("20 €", "25 €", "+5 €"),
    ("21 °C", "20 °C", "−1 °C"),
    ("36 of 40", "35 of 40", "−1 of 40"),
    # Thousands stay apart as they were, in one of the numbers at least.
    ("12,400", "11,150", "−1,250"),
    ("1,234,567.5", "1,234,567.0", "−0.5"),
    ("12400", "11,150", "−1,250"),
    ("12'400", "11150", "−1'250"),
    ("12 400", "11 150", "−1 250"),
    (f"12{NARROW}400", f"11{NARROW}150", f"−1{NARROW}250"),
    ("12.400,5", "11.150,0", "−1.250,5"),
    ("1.234.567", "1.234.568", "+1"),
    # Decimal commas.
    ("0,46", "0,44", "−0,02"),
    ("0,46", "1", "+0,54"),
    ("1.234", "1.334", "+0.100"),  # a decimal point, and no thousands
])
def test_difference_is_written_as_the_numbers_are(claimed: str, reached: str, told: str) -> None:
    assert difference(claimed, reached) == told


@each(("claimed", "reached"), [
    (None, "36.2"), ("37.0", None), ("", "1"), ("about the same", "36"),
    ("37%", "36"), ("37 ms", "36 s"), ("$3", "€3"), ("$3", "3"), ("3 of 4", "3 of 5"),  # other units
    ("37.0 ± 0.2", "36.2 ± 0.2"), ("37-38", "36-37"), ("<5", "<4"), ("~5", "~4"), ("3/4", "2/4"),
    ("1 2", "1 3"), ("1.2.3", "1.2.4"), ("1,23,4", "1,23,5"), ("v2", "v3"), ("36.2 37.0", "1"),
    ("0,46", "0.44"), ("1,234", "0,5"), ("1.234.567", "0.5"),  # other decimal marks
    ("1" * 31, "1"), ("٣", "٢a"),
])
def test_what_cannot_be_compared_has_no_difference(claimed: str | None, reached: str | None) -> None:
    assert difference(claimed, reached) == ""


@each(("metric", "claimed", "reached", "meaning"), [
    ("mAP, 48 species", "37.0", "36.2", "worse"), ("mAP, 48 species", "37.0", "38", "better"),
    ("top-1 error", "12 %", "11 %", "better"), ("RMSE", "0.5", "0.7", "worse"),
    ("latency ↓", "12 ms", "14 ms", "worse"), ("time to failure ↑", "12 s", "14 s", "better"),
    ("weight (Lower is better)", "3 kg", "2 kg", "better"),
    ("time to failure", "12 s", "14 s", "above"), (None, "5", "4", "below"),
    ("accuracy loss", "5", "4", "below"),  # two names that say two things
    ("accuracy ↓", "5", "4", "better"),  # an arrow goes before a name
    ("accuracy", "0.90", "0.9", "same"), ("accuracy", "37 ms", "36 s", ""), ("accuracy", "high", None, ""),
])
def test_verdict_follows_from_the_metric_or_says_no_more_than_which_is_more(
    metric: str | None, claimed: str, reached: str | None, meaning: str,
) -> None:
    assert verdict(metric, claimed, reached) == meaning


NUMBERS = st.decimals(-10**9, 10**9, places=3).map(lambda d: f"{d:f}")
UNITS = st.sampled_from(["", "%", " ms", " mAP"])


@given(NUMBERS, NUMBERS, UNITS)
def test_law_what_was_claimed_and_the_difference_make_what_was_reached(a: str, b: str, unit: str) -> None:
    told = difference(f"{a}{unit}", f"{b}{unit}").replace(MINUS, "-")
    assert told.endswith(unit)
    assert Decimal(a) + Decimal(told.removesuffix(unit)) == Decimal(b)


@given(NUMBERS, NUMBERS, UNITS)
def test_law_the_other_way_round_only_the_sign_is_another(a: str, b: str, unit: str) -> None:
    there, back = difference(a + unit, b + unit), difference(b + unit, a + unit)
    assert there.lstrip(f"+{MINUS}") == back.lstrip(f"+{MINUS}")
    assert {there[0], back[0]} == {"+", MINUS} or there == back


@given(st.text(max_size=20), st.text(max_size=20))
def test_law_no_text_breaks_it(claimed: str, reached: str) -> None:
    assert isinstance(difference(claimed, reached), str)


# --- the rows of a milestone ---


def rows(*said: dict[str, object] | None) -> list[tuple[str | None, str | None, str | None, str | None, int]]:
    """Return the rows that posts with these records make: its parts, and how many posts tell of it."""
    posts = [post(f"2026-01-{n + 1:02}", milestone="m", replicates=record) for n, record in enumerate(said)]
    return [(*astuple(r.replication), len(r.posts))
            for r in milestone_of(*posts).replications]


def test_later_post_need_only_say_what_it_reached() -> None:
    assert rows({"paper": "P", "metric": "mAP", "claimed": 40, "reached": 30}, None, {"reached": 39}) == [
        ("P", "mAP", "40", "39", 2)]


def test_other_paper_is_another_row() -> None:
    assert rows({"paper": "P", "reached": 1}, {"paper": "Q", "reached": 2},
                {"paper": "p ", "reached": 3}) == [
        ("p", None, None, "3", 2), ("Q", None, None, "2", 1)]


def test_other_metric_is_another_row_of_the_same_paper() -> None:
    assert rows({"paper": "P", "metric": "recall", "reached": 1}, {"metric": "precision", "reached": 2},
                {"reached": 3}, {"metric": "Recall", "reached": 4}) == [
        ("P", "Recall", None, "4", 2), ("P", "precision", None, "3", 2)]


def test_metric_may_be_named_later() -> None:
    assert rows({"paper": "P"}, {"paper": "P", "claimed": 2}, {"metric": "mAP", "reached": 1}) == [
        ("P", "mAP", "2", "1", 3)]


def test_record_that_says_nothing_is_no_row() -> None:
    assert rows({"paper": None}) == []


def test_number_of_no_paper_has_a_row() -> None:
    assert rows({"reached": 3}) == [(None, None, None, "3", 1)]


def test_page_of_a_milestone_begins_a_row_and_is_no_post() -> None:
    (row,) = milestone_of(
        milestone_page("m", replicates={"paper": "P"}),
        post("2026-01-01", path="a.md", milestone="m", replicates={"reached": 1})).replications
    assert row.posts == ("a.md",)


RECORDS = st.lists(st.fixed_dictionaries({
    "paper": st.sampled_from([None, "P", "Q"]), "metric": st.sampled_from([None, "x", "y"]),
    "claimed": st.none(), "reached": st.integers(0, 9),
}), max_size=6)


@given(RECORDS)
def test_law_each_post_is_in_one_row_and_no_paper_has_a_metric_twice(said: list[dict[str, object]]) -> None:
    posts = [post(f"2026-01-{n + 1:02}", milestone="m", replicates=record) for n, record in enumerate(said)]
    found = [row for m in fold_of(*posts).milestones for row in m.replications]
    assert sorted(path for row in found for path in row.posts) == sorted(entry.path for entry in posts)
    assert len({(row.replication.paper, row.replication.metric) for row in found}) == len(found)


# --- the page ---


def test_latest_comes_first_and_what_has_no_day_last() -> None:
    found = replications(fold_of(
        milestone_page("old", replicates={"paper": "O"}),
        post("2026-01-01", milestone="a", replicates={"paper": "A"}),
        post("2026-03-01", milestone="b", replicates={"paper": "B"}),
        post("2026-05-01", milestone="a", replicates={"reached": 1})))
    assert [row.replication.paper for _, row in found] == ["A", "B", "O"]


def test_page_links_the_paper_the_milestone_and_the_posts() -> None:
    (address, name, none) = replications_page(viewer_of(
        post("2026-03-01", title="Post", milestone="a", replicates={
            "paper": "https://www.example.org/p/", "claimed": "1.5", "reached": "1.0"}),
        post("2026-02-01", milestone="b", replicates={"paper": "Smith 2024: A title"}),
        post("2026-01-01", milestone="c", replicates={"reached": 3}))).rows
    assert address.paper is not None
    assert (address.paper.title, address.paper.href) == ("example.org/p", "https://www.example.org/p/")
    assert (address.difference, address.milestone.title) == ("−0.5", "A")
    assert [(ref.title, ref.note) for ref in address.posts] == [("Post", "1 Mar 2026")]
    assert name.paper is not None
    assert (name.paper.title, name.paper.href, name.difference) == ("Smith 2024: A title", None, "")
    assert none.paper is None
