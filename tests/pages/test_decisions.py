"""Decisions that were predicted: what is right, in what order they stand, and what stays private."""

from __future__ import annotations

from typing import Any

import pytest
from each import each
from helpers import fold_of, post, viewer_of
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.more.decisions import (
    ENOUGH,
    Agreement,
    ConfidenceBand,
    Predicted,
    agreement,
    brier_score,
    calibration,
    decisions_page,
    predictions,
)
from mkdocs_career_roadmap.reading.entry import Decision, Entry
from mkdocs_career_roadmap.roadmap.model import Post

POST = Post("a.md", "A", None, (), (), None, None, (), ())


def predicted(predicted: str | None, decided: str | None, **more: Any) -> Predicted:
    return Predicted(Decision("What?", predicted=predicted, decided=decided, **more), POST)


def of(*decisions: dict[str, Any], written: str = "2026-01-01", **fields: Any) -> Entry:
    asked = [{"question": f"Q{n}", **decision} for n, decision in enumerate(decisions)]
    return post(written, milestone="m", decisions=asked, **fields)


RIGHT = {"predicted": "yes", "decided": "yes"}
WRONG = {"predicted": "yes", "decided": "no"}
OPEN = {"predicted": "no"}


# --- right or wrong ---


@each(("said", "decided", "is_right"), [
    ("wait", "wait", True),
    ("Wait.", " WAIT!", True),
    ("re-run it", "Re run  it", True),
    ("yes: now", "yes, now", True),
    ("Straße", "STRASSE", True),
    ("snake_case", "snake case", True),
    ("wait", "do not wait", False),
    ("yes", "yes, but later", False),
    ("5", "-5", False),
    ("90%", "90", False),
    ("C++", "C", False),
    ("👍", "👎", False),
    ("👍", "👍", True),
    (None, "wait", None), ("wait", None, None), (None, None, None), ("", "wait", None),
])
def test_prediction_is_right_whatever_its_case_spaces_and_punctuation(
    said: str | None, decided: str | None, is_right: bool | None
) -> None:
    assert predicted(said, decided).is_right is is_right


WORD = st.text("abcXYZ 0123", min_size=1, max_size=9).filter(str.strip)


@given(WORD, WORD, st.sampled_from([" ", "  ", ", ", " - ", "; "]))
def test_law_it_matters_not_who_said_it_and_how_the_words_are_parted(a: str, b: str, between: str) -> None:
    assert predicted(a, b).is_right is predicted(b, a).is_right
    assert predicted(a, f" {between.join(a.upper().split())}!").is_right


# --- which, and in what order ---


def questions(*entries: Entry, keep_private: bool = True) -> list[str]:
    return [p.decision.question for p in predictions(fold_of(*entries), keep_private=keep_private)]


def test_wrong_ones_come_first_then_right_ones_then_open_ones_each_newest_first() -> None:
    old = of({**WRONG, "question": "old wrong"}, {**RIGHT, "question": "old right"},
             {**OPEN, "question": "open"})
    new = of({**RIGHT, "question": "new right"}, {**WRONG, "question": "new wrong"}, written="2026-02-01")
    assert questions(old, new) == ["new wrong", "old wrong", "new right", "old right", "open"]


@pytest.mark.parametrize(("visibility", "is_public"), [
    ("public", True), ("Public", True), (None, False), ("private", False)])
def test_only_what_is_marked_public_is_public(visibility: str | None, is_public: bool) -> None:
    entry = of({**WRONG, "visibility": visibility})
    assert questions(entry, keep_private=False) == (["Q0"] if is_public else [])
    assert questions(entry) == ["Q0"]


DECISIONS = st.lists(st.fixed_dictionaries({
    "predicted": st.sampled_from([None, "yes", "no"]), "decided": st.sampled_from([None, "Yes", "no."]),
    "confidence": st.none() | st.integers(0, 100),
    "visibility": st.sampled_from([None, "public", "private"]),
}).map(lambda d: d if d["predicted"] else {**d, "confidence": None}), max_size=30)


@given(DECISIONS)
def test_law_nothing_is_public_that_is_not_marked_so(drawn: list[dict[str, Any]]) -> None:
    found = predictions(fold_of(of(*drawn)), keep_private=False)
    assert sorted(p.decision.question for p in found) == sorted(
        f"Q{n}" for n, decision in enumerate(drawn) if decision["visibility"] == "public")


# --- how often ---


def test_rate_is_told_from_twenty_decided_predictions_on() -> None:
    known = [predicted("yes", "yes")] * 15 + [predicted("yes", "no")] * (ENOUGH - 15)
    assert agreement(known) == Agreement(15, ENOUGH)
    assert agreement([*known[1:], predicted("yes", None), predicted(None, "no")]) is None


@given(DECISIONS)
def test_law_no_more_are_right_than_were_decided(drawn: list[dict[str, Any]]) -> None:
    found = predictions(fold_of(of(*drawn)), keep_private=True)
    told = agreement(found)
    known = [p for p in found if p.is_right is not None]
    assert told is None or (0 <= told.right <= told.of == len(known) and told.of >= ENOUGH)
    bands = calibration(found)
    assert sum(band.of for band in bands) == len([p for p in known if p.decision.confidence is not None])
    assert all(0 <= band.right <= band.of and band.low < band.high for band in bands)


def test_calibration_tells_how_often_each_confidence_was_right() -> None:
    found = [predicted("yes", decided, confidence=sure) for sure, decided in (
        (100, "yes"), (80, "yes"), (99.5, "no"), (79.9, "no"), (60, "yes"), (0, "no"),
        (None, "yes"), (70, None))]
    assert calibration(found) == (
        ConfidenceBand(0, 20, 0, 1), ConfidenceBand(60, 80, 1, 2), ConfidenceBand(80, 100, 2, 3))
    assert calibration([]) == ()


def test_brier_score_is_the_mean_square_of_the_misses_from_twenty_on() -> None:
    found = [predicted("yes", "yes", confidence=80)] * 15 + [predicted("yes", "no", confidence=60)] * 5
    assert brier_score(found) == pytest.approx((15 * 0.04 + 5 * 0.36) / 20)
    assert brier_score([*found[1:], predicted("yes", "yes"), predicted("yes", None, confidence=50)]) is None
    assert brier_score([predicted("yes", "no", confidence=50)] * ENOUGH) == 0.25


# --- the page ---


def test_page_tells_each_decision_in_words() -> None:
    entry = of({**WRONG, "confidence": 70, "by": "my mentor", "why": "Too early.", "visibility": "public"},
               OPEN, {"decided": "yes"}, RIGHT, title="A post")
    page = decisions_page(viewer_of(entry), keep_private=True)
    assert [(d.question, d.outcome, d.is_private) for d in page.decisions] == [
        ("Q0", "differs", False), ("Q3", "agrees", True),
        ("Q1", "undecided", True), ("Q2", "undecided", True)]
    first, second, *_ = page.decisions
    assert (first.predicted, first.sure, first.decided, first.by, first.why) == (
        "yes", "70 % sure", "no", "decided by my mentor", "Too early.")
    assert (second.sure, second.by, second.why, second.post.title) == ("", "", None, "A post")
    assert page.rate == ""


def test_page_tells_the_rate_of_what_it_shows_alone() -> None:
    entry = of(*[RIGHT] * ENOUGH)
    assert decisions_page(viewer_of(entry), keep_private=True).rate == "20 of 20 predictions were right."
    assert decisions_page(viewer_of(entry), keep_private=False).rate == ""


def test_page_draws_the_calibration_of_what_it_shows_alone() -> None:
    entry = of(*[{**RIGHT, "confidence": 70}] * 15, *[{**WRONG, "confidence": 30}] * 5)
    shown = decisions_page(viewer_of(entry), keep_private=True).calibration
    assert shown is not None
    assert shown.score.startswith("Brier score 0.09")
    assert [(dot.x, dot.y, dot.title) for dot in shown.dots] == [
        (30, 0, "20–40 % sure: 0/5"), (70, 100, "60–80 % sure: 15/15")]
    sure = {**RIGHT, "confidence": 70}
    one_public = of({**sure, "visibility": "public"}, *[sure] * ENOUGH)
    assert decisions_page(viewer_of(one_public), keep_private=False).calibration is None
