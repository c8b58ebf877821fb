"""The ladder of scope, as places and texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from helpers import fold_of, milestone_page, post
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.ladder import MOST, LadderView, draw_ladder
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings


def drawn(*entries: Entry, as_of: str = "2026-04-01", **settings: tuple[str, ...]) -> LadderView | None:
    roadmap = fold_of(*entries, as_of=as_of)
    view = Viewer(roadmap, Settings(**settings), Words(), lambda path: f"/{path}")  # type: ignore[arg-type]
    return draw_ladder(view, roadmap.milestones)


def finished(*steps: tuple[str, int]) -> list[Entry]:
    return [post(day, milestone=f"m{n}", title=f"M{n}", status="done", scope=scope)
            for n, (day, scope) in enumerate(steps, 1)]


THREE = finished(("2026-01-01", 1), ("2026-02-15", 2), ("2026-03-15", 1))


def ladder(*entries: Entry, as_of: str = "2026-04-01") -> LadderView:
    made = drawn(*entries, as_of=as_of)
    assert made is not None
    return made


def test_two_steps_are_no_ladder() -> None:
    assert drawn(*THREE[:2]) is None
    assert drawn(*THREE) is not None


def test_steps_are_told_in_words_with_a_note_where_there_is_one() -> None:
    steps = [(s.milestone.title, s.scope, s.day, s.note) for s in ladder(*THREE).steps]
    assert steps == [
        ("M1", "exercise", "Jan 2026", ""), ("M2", "project", "Feb 2026", ""),
        ("M3", "exercise", "Mar 2026", "smaller than the one before")]


@pytest.mark.parametrize(("scopes", "note"), [
    ((2, 2, 2), "three or more of this size in a row"), ((1, 1, 3), "two sizes or more at once")])
def test_other_notes_have_their_words(scopes: tuple[int, ...], note: str) -> None:
    steps = finished(*((f"2026-03-0{n}", scope) for n, scope in enumerate(scopes, 1)))
    assert ladder(*steps).steps[-1].note == note


def test_rungs_are_those_of_the_site_the_largest_first() -> None:
    assert ladder(*THREE).rungs == ("program", "system", "paper", "project", "exercise")


def test_a_rung_that_the_site_does_not_have_is_no_step() -> None:
    steps = finished(("2026-01-01", 1), ("2026-02-01", 2), ("2026-03-01", 3))
    assert drawn(*steps, scopes=("a", "b")) is None


def test_marks_stand_where_their_days_and_sizes_are() -> None:
    marks = [(m.number, m.x, m.y, m.has_note) for m in ladder(*THREE).marks]
    assert marks == [(1, "4%", "90%", False), (2, "50%", "70%", False), (3, "78.62%", "90%", True)]


def test_the_line_goes_from_the_first_mark_by_the_others_to_today() -> None:
    assert ladder(*THREE).path == "M4 90H50V70H78.62V90H100"


def test_both_ends_have_their_month() -> None:
    made = ladder(*THREE)
    assert (made.start, made.end) == ("Jan 2026", "Apr 2026")


def test_what_was_finished_in_a_month_that_is_not_over_stands_today() -> None:
    page = milestone_page("x", status="done", scope=1, finished="2026-04")
    assert ladder(*THREE[:2], page).marks[-1].x == "96%"


def test_steps_of_one_day_stand_apart() -> None:
    made = ladder(*finished(*(("2026-04-01", n % 5 + 1) for n in range(3))))
    assert [m.x for m in made.marks] == ["4%", "11%", "18%"]


@given(st.lists(st.integers(0, 400), min_size=3, max_size=MOST))
def test_marks_never_touch_nor_leave_the_drawing(days: list[int]) -> None:
    when = sorted(f"2025-{1 + d // 40:02}-{1 + d % 28:02}" for d in days)
    made = ladder(*finished(*((day, 1) for day in when)), as_of="2026-01-01")
    places = [float(m.x.rstrip("%")) for m in made.marks]
    assert all(4 <= at <= 96 for at in places)
    assert all(b - a >= 6.9 for a, b in pairwise(places))


def test_of_many_steps_all_are_told_and_the_latest_drawn() -> None:
    made = ladder(*finished(*((f"2026-01-{n:02}", 1) for n in range(1, 16))))
    assert len(made.steps) == 15
    assert [m.number for m in made.marks] == list(range(4, 16))
