"""Milestones shape goals: what to look at again once a goal was restated."""

from __future__ import annotations

import pytest
from helpers import fold_of, goal_page, milestone_page, post
from hypothesis import given
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap.insights import look_again

from roadmap.test_fold_laws import ANY_SITE, law

OTHER = milestone_page("other", goal="g")
RESTATED = post("2026-03-02", milestone="m", goal="g", sharpens="See well.")


def again(*entries: Entry) -> dict[str, str]:
    """Return what to look at again, each with the goal's new statement."""
    return {id: revision.after for id, revision in look_again(fold_of(*entries)).items()}


def test_open_milestones_of_a_goal_that_was_restated_are_looked_at_again() -> None:
    assert again(OTHER, RESTATED) == {"other": "See well."}


def test_what_taught_the_revision_is_not() -> None:
    assert "m" not in again(OTHER, RESTATED)


def test_a_later_post_about_it_settles_it() -> None:
    assert again(OTHER, RESTATED, post("2026-03-03", milestone="other")) == {}


def test_an_earlier_post_does_not() -> None:
    assert set(again(OTHER, post("2026-03-01", milestone="other"), RESTATED)) == {"other"}


def test_a_post_about_a_part_settles_the_whole_at_any_depth() -> None:
    parts = [milestone_page("a", part_of="other"), milestone_page("b", part_of="a")]
    assert set(again(OTHER, *parts, RESTATED)) == {"other", "a", "b"}
    assert again(OTHER, *parts, RESTATED, post("2026-03-03", milestone="b")) == {}


def test_the_latest_revision_counts() -> None:
    second = post("2026-03-09", milestone="m", sharpens="See better.")
    assert again(OTHER, RESTATED, post("2026-03-03", milestone="other"), second) == {"other": "See better."}


@pytest.mark.parametrize("status", ["done", "dropped", "idea"])
def test_what_is_closed_or_was_never_promised_is_left_alone(status: str) -> None:
    assert again(milestone_page("other", goal="g", status=status), RESTATED) == {}


@pytest.mark.parametrize("status", ["planned", "active", "paused"])
def test_what_is_open_is_not(status: str) -> None:
    assert set(again(milestone_page("other", goal="g", status=status), RESTATED)) == {"other"}


def test_what_a_later_post_named_first_was_chosen_for_the_new_goal() -> None:
    assert again(RESTATED, post("2026-03-03", milestone="m", depends_on="other"),
                 post("2026-03-03", milestone="m", depends_on="new", goal="g")) == {}


def test_what_a_later_page_gave_a_status_was_chosen_for_the_new_goal() -> None:
    chosen = milestone_page("chosen", goal="g", date="2026-03-09", status="planned")
    assert again(RESTATED, chosen) == {}


def test_goals_that_were_not_restated_ask_for_nothing() -> None:
    assert again(goal_page("g", description="See."), OTHER) == {}
    assert again(milestone_page("far", goal="h"), RESTATED) == {}


@law
@given(ANY_SITE)
def test_only_milestones_of_restated_goals_are_looked_at_again(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    for id, revision in look_again(roadmap).items():
        goals = (roadmap.goal[goal] for goal in roadmap.milestone[id].goals)
        assert revision in [goal.revisions[-1] for goal in goals if goal.revisions]
        assert revision.path not in roadmap.milestone[id].posts


@law
@given(ANY_SITE)
def test_a_post_about_everything_settles_everything(entries: list[Entry]) -> None:
    names = [m.id for m in fold_of(*entries).milestones]
    after = post("2026-12-30", path="zz.md", milestone=names or None, goal=None if names else "g")
    roadmap = fold_of(*entries, after)
    assert not set(look_again(roadmap)) & set(roadmap.post["zz.md"].milestones)
