"""The scope of what was finished, over time."""

from __future__ import annotations

import pytest
from helpers import fold_of, milestone_page, post
from mkdocs_career_roadmap.pages.ladder import Note, scope_ladder


def ladder(*scopes: int) -> list[str | None]:
    roadmap = fold_of(*(
        post(f"2026-03-{at:02}", milestone=f"m{at}", status="done", scope=scope)
        for at, scope in enumerate(scopes, 1)))
    rungs = scope_ladder(reversed(roadmap.milestones))
    assert [rung.scope for rung in rungs] == list(scopes)
    return [rung.note for rung in rungs]


def test_a_ladder_of_small_steps_has_no_notes() -> None:
    assert ladder(1, 1, 2, 3) == [None] * 4


def test_three_equal_rungs_in_a_row_are_a_plateau() -> None:
    assert ladder(2, 2, 2, 2) == [None, None, Note.PLATEAU, Note.PLATEAU]


def test_three_equal_rungs_apart_are_no_plateau() -> None:
    assert ladder(2, 2, 3, 2) == [None, None, None, Note.FALL]


def test_a_smaller_rung_is_a_fall() -> None:
    assert ladder(3, 2) == [None, Note.FALL]


def test_two_rungs_at_once_are_a_jump() -> None:
    assert ladder(1, 3) == [None, Note.JUMP]


def test_a_ladder_of_nothing_is_empty() -> None:
    assert ladder() == []


@pytest.mark.parametrize("fields", [
    {"status": "active"}, {"status": "dropped"}, {"status": "done", "kind": "exploration"}])
def test_only_what_was_finished_and_no_exploration_is_a_rung(fields: dict[str, str]) -> None:
    roadmap = fold_of(post("2026-03-01", milestone="x", scope=2, **fields))
    assert scope_ladder(roadmap.milestones) == ()


def test_without_a_scope_or_a_finish_there_is_no_rung() -> None:
    without_scope = post("2026-03-01", milestone="x", status="done")
    roadmap = fold_of(without_scope, milestone_page("y", status="done", scope=1))
    assert scope_ladder(roadmap.milestones) == ()


def test_rungs_of_one_day_come_by_id() -> None:
    roadmap = fold_of(post("2026-03-01", milestone=["b", "a"], status="done", scope=2))
    assert [rung.milestone.id for rung in scope_ladder(reversed(roadmap.milestones))] == ["a", "b"]
