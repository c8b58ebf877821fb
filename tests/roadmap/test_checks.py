"""Days and statuses that cannot all be true."""

from __future__ import annotations

import pytest
from helpers import codes_of, goal_page, milestone_page, post, problems_of

# --- days ---


def test_an_end_before_the_start_is_a_warning_with_the_fix() -> None:
    (problem,) = problems_of(milestone_page("x", status="done", started="2026-05-01", finished="2026-03-01"))
    assert str(problem) == (
        "milestones/x.md:6:11: warning: 'X' finished on 2026-03-01, before it was started on 2026-05-01 "
        "[contradiction]")


def test_an_end_in_the_month_of_the_start_is_no_contradiction() -> None:
    assert codes_of(milestone_page("x", status="done", started="2026-05-20", finished="2026-05")) == []


def test_a_start_after_the_day_a_post_ended_it_is_a_warning_where_the_start_stands() -> None:
    (problem,) = problems_of(
        milestone_page("x", started="2026-05-01"), post("2026-03-01", milestone="x", status="done"))
    assert str(problem.place) == "milestones/x.md:4:10"
    assert "'X' finished on 2026-03-01, before it was started on 2026-05-01" in problem.message


def test_work_told_of_after_the_day_it_ended_is_a_warning() -> None:
    (problem,) = problems_of(
        post("2026-03-05", milestone="x", status="active"),
        post("2026-03-10", path="end.md", milestone="x", status="done", finished="2026-03-01"))
    assert (problem.place.path, problem.place.line) == ("end.md", 5)


def test_posts_before_and_after_an_end_that_nobody_contradicts_are_fine() -> None:
    assert codes_of(
        post(milestone="x"),
        milestone_page("x", status="done", finished="2026-03-10"),
        post("2026-05-01", milestone="x")) == []


def test_a_post_that_looks_back_on_what_nobody_told_of_is_no_contradiction() -> None:
    assert codes_of(post("2026-03-10", milestone="x", status="done", finished="2026-03-01")) == []


def test_an_end_still_to_come_is_a_warning_with_the_fix() -> None:
    (problem,) = problems_of(
        post("2026-03-01", milestone="x", status="done", finished="2026-06"), as_of="2026-05-31")
    assert problem.message == (
        "'X' finished on 2026-06, which is still to come; write `target: 2026-06` for what is only planned")


def test_an_end_in_the_month_that_has_begun_is_not_to_come() -> None:
    entry = post("2026-03-01", milestone="x", status="done", finished="2026-06")
    assert codes_of(entry, as_of="2026-06-01") == []


def test_an_end_of_what_is_still_open_is_a_warning() -> None:
    (problem,) = problems_of(post("2026-03-01", milestone="x", status="active", finished="2026-02"))
    assert problem.message == (
        "'X' finished on 2026-02, but its status is active; write `status: done` or take `finished` out")


def test_the_latest_end_is_the_one_that_is_checked() -> None:
    (problem,) = problems_of(
        post("2026-03-01", path="a.md", milestone="x", finished="2026-02-01"),
        post("2026-03-02", path="b.md", milestone="x", finished="2026-02-02"))
    assert problem.place.path == "b.md"


def test_the_end_of_what_was_opened_again_later_is_no_contradiction() -> None:
    assert codes_of(
        post("2026-03-01", milestone="x", status="done", finished="2026-02-20"),
        post("2026-05-01", milestone="x", status="active")) == []


def test_an_end_after_the_day_it_was_opened_again_is_a_warning() -> None:
    assert codes_of(
        post("2026-03-01", milestone="x", status="done"),
        post("2026-05-01", milestone="x", status="active"),
        post("2026-06-01", milestone="x", finished="2026-05-20")) == ["contradiction"]


def test_an_end_on_the_day_it_was_opened_again_is_no_contradiction() -> None:
    assert codes_of(
        post("2026-03-01 10:00", milestone="x", status="done", finished="2026-03-01"),
        post("2026-03-01 18:00", milestone="x", status="active")) == []


def test_begun_in_the_future_is_a_warning_with_the_fix() -> None:
    (problem,) = problems_of(
        post("2026-03-01", path="a.md", milestone="x", status="active", started="2027-01"))
    assert str(problem) == (
        "a.md:5:10: warning: 'X' started on 2027-01, which is still to come; "
        "write `status: planned` until then [contradiction]")


def test_a_page_that_says_active_from_a_day_to_come_is_a_warning() -> None:
    assert codes_of(milestone_page("x", status="active", started="2027")) == ["contradiction"]


def test_a_plan_may_start_in_the_future() -> None:
    assert codes_of(milestone_page("x", status="planned", started="2027")) == []


def test_a_start_in_the_future_without_a_status_is_a_plan() -> None:
    assert codes_of(milestone_page("x", started="2027")) == []


def test_a_start_today_is_not_in_the_future() -> None:
    entry = post("2026-03-01", milestone="x", status="active", started="2026-03-01")
    assert codes_of(entry, as_of="2026-03-01") == []


# --- order ---


def test_done_before_what_it_needs_is_told_with_both_places() -> None:
    (problem,) = problems_of(
        milestone_page("x", depends_on="y", status="done"), milestone_page("y", status="active"))
    assert str(problem) == (
        "milestones/x.md:4:13: hint: 'X' is done, but 'Y', which it depends on, is active "
        "(see milestones/y.md:2:7) [order]")


def test_a_dependency_is_placed_where_it_was_said_first() -> None:
    (problem,) = problems_of(
        milestone_page("y"),
        post("2026-03-01", path="b.md", milestone="x", depends_on="y"),
        post("2026-03-02", path="a.md", milestone="x", depends_on="y", status="done"))
    assert problem.place.path == "b.md"


def test_done_and_depending_on_an_idea_is_a_warning() -> None:
    (problem,) = problems_of(
        milestone_page("x", depends_on="y", status="done"), milestone_page("y", status="idea"))
    assert "is idea" in problem.message


def test_done_after_what_it_needs_was_dropped_is_no_contradiction() -> None:
    assert codes_of(
        milestone_page("x", depends_on="y", status="done"), milestone_page("y", status="dropped")) == []


def test_finished_before_what_it_needs_is_a_warning() -> None:
    (problem,) = problems_of(
        post("2026-03-01", path="a.md", milestone="x", status="done", depends_on="y"),
        post("2026-03-05", milestone="y", status="done"))
    assert (problem.code, str(problem.place)) == ("order", "a.md:5:13")
    assert problem.message == (
        "'X' was done on 2026-03-01, before 'Y', which it depends on (2026-03-05)")


def test_finished_on_the_same_day_as_what_it_needs_is_in_order() -> None:
    assert codes_of(
        post("2026-03-01", milestone="x", status="done", depends_on="y"),
        post("2026-03-01", milestone="y", status="done")) == []


def test_finished_before_what_it_needs_was_dropped_is_in_order() -> None:
    assert codes_of(
        post("2026-03-01", milestone="x", status="done", depends_on="y"),
        post("2026-03-05", milestone="y", status="dropped")) == []


def test_finished_on_no_known_day_is_in_order() -> None:
    needed = post("2026-03-05", milestone="y", status="done")
    assert codes_of(milestone_page("x", status="done", depends_on="y"), needed) == []


def test_needing_what_was_finished_on_no_known_day_is_in_order() -> None:
    waiting = post("2026-03-05", milestone="x", status="done", depends_on="y")
    assert codes_of(milestone_page("y", status="done"), waiting) == []


def test_an_open_milestone_may_wait_for_what_is_open() -> None:
    assert codes_of(milestone_page("x", depends_on="y", status="active"), milestone_page("y")) == []


# --- what is said of what is put aside ---


@pytest.mark.parametrize("status", ["idea", "planned", "active", "done"])
@pytest.mark.parametrize(("field", "which"), [
    ("reason", "paused, dropped or reached in part"), ("revisit", "paused or dropped")])
def test_a_reason_of_what_was_never_put_aside_is_told(status: str, field: str, which: str) -> None:
    for page, title in ((milestone_page, "X"), (goal_page, "X")):
        (problem,) = problems_of(page("x", path="x.md", status=status, **{field: "2028"}))
        assert str(problem) == (
            f"x.md:5:{len(field) + 3}: warning: {field} says nothing of {title!r}, which is {status}; "
            f"it is for what is {which} [no-effect]")


def test_what_was_reached_in_part_has_a_reason_and_no_day_to_look_again() -> None:
    for page in (milestone_page, goal_page):
        assert codes_of(page("x", status="partial", reason="Half of the birds left.")) == []
        assert codes_of(page("x", status="partial", revisit="2028")) == ["no-effect"]


def test_what_was_reached_in_part_may_have_open_parts_and_needs_what_it_waited_for() -> None:
    whole = milestone_page("x", status="partial")
    assert codes_of(whole, milestone_page("y", part_of="x")) == []
    assert codes_of(milestone_page("x", status="partial", depends_on="y"), milestone_page("y")) == ["order"]


def test_a_reason_of_what_was_put_aside_then_or_later_is_fine() -> None:
    assert codes_of(
        milestone_page("x", reason="Too early.", revisit="2026-06"),
        post("2026-03-01", milestone="x", status="paused", reason="No birds."),
        post("2026-03-05", milestone="x", status="active", lessons="Birds are back.")) == []


def test_a_reason_said_since_it_was_taken_up_again_is_told() -> None:
    told = problems_of(
        post("2026-03-01", milestone="x", status="paused", reason="No birds."),
        post("2026-03-05", path="b.md", milestone="x", status="active", reason="Birds."),
        post("2026-12-05", path="c.md", milestone="x", revisit="2027"))
    assert [(p.code, p.place.path) for p in told] == [("no-effect", "b.md"), ("no-effect", "c.md")]


# --- goals ---


def test_sharpening_no_goal_is_a_warning() -> None:
    (problem,) = problems_of(post("2026-03-01", path="a.md", milestone="x", sharpens="See with less."))
    assert (problem.code, str(problem.place)) == ("no-effect", "a.md:4:11")
    assert "names a goal; add a line `goal: ...`" in problem.message


def test_sharpening_the_goal_of_the_milestone_is_fine() -> None:
    assert codes_of(
        milestone_page("x", goal="g"), post("2026-03-01", milestone="x", sharpens="See with less.")) == []
