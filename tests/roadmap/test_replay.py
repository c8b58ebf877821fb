"""How a roadmap came to be what it is: step by step the same as the posts up to each day fold to."""

from __future__ import annotations

from datetime import timedelta

from helpers import AS_OF, day, fold_of, goal_page, milestone_page, post
from hypothesis import given
from mkdocs_career_roadmap.pages.years import as_known
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap.replay import (
    MOST_FOLDED,
    PastStep,
    is_told_by_changes,
    replayed,
    told_by_changes,
)
from mkdocs_career_roadmap.vocabulary.fields import Status

from roadmap.test_fold_laws import ANY_SITE, law


def steps_of(*entries: Entry, as_of: str = AS_OF) -> tuple[PastStep, ...]:
    return replayed(fold_of(*entries, as_of=as_of), entries, lambda day: as_known(
        fold_of(*entries, as_of=day.isoformat())))


def states(*entries: Entry) -> list[tuple[str, dict[str, str]]]:
    """Return each step: its day, and what it changed; what is not there any more is empty."""
    return [(step.day.isoformat(), {id: status or "" for id, status in step.statuses.items()})
            for step in steps_of(*entries)]


def test_posts_are_the_steps() -> None:
    assert states(post("2026-01-01", milestone="m"), post("2026-02-01", milestone="n", status="planned"),
                  post("2026-02-01", milestone="m", status="paused"),
                  post("2026-03-01", milestone="m", status="paused"),
                  post("2026-04-01", milestone="n", status="done")) == [
        ("2026-01-01", {"m": "active"}), ("2026-02-01", {"m": "paused", "n": "planned"}),
        ("2026-04-01", {"n": "done"})]


def test_of_two_words_on_one_day_the_last_is_what_it_ends_with() -> None:
    assert states(post("2026-01-01 09:00", milestone="m", status="active"),
                  post("2026-01-01 10:00", milestone="m", status="dropped")) == [
        ("2026-01-01", {"m": "dropped"})]


def test_plans_of_pages_without_a_date_come_with_the_first_word_of_them() -> None:
    assert states(milestone_page("m", status="planned"), milestone_page("n", depends_on="m"),
                  post("2026-01-01", milestone="x"), post("2026-05-01", milestone="n")) == [
        ("2026-01-01", {"x": "active"}), ("2026-05-01", {"n": "active"})]


def test_goal_that_got_sharper_is_a_step_of_its_own() -> None:
    steps = steps_of(goal_page("g", description="See."), post("2026-01-01", milestone="m", goal="g"),
                     post("2026-02-01", milestone="m", goal="g", sharpens="See in the dark."))
    assert [[(goal.id, revision.after) for goal, revision in step.revisions] for step in steps] == [
        [], [("g", "See in the dark.")]]


def test_nothing_without_a_day_is_a_step() -> None:
    assert steps_of() == ()
    assert steps_of(milestone_page("m", status="done"), goal_page("g")) == ()


def test_end_that_is_a_month_is_each_day_of_it_as_on_the_roadmap_of_that_day() -> None:
    made = milestone_page("m", status="done", started="2026-02-10", finished="2026-03")
    assert states(made) == [("2026-02-10", {"m": "active"}), ("2026-03-01", {"m": "done"})]


def check(entries: list[Entry], steps: tuple[PastStep, ...]) -> None:
    """Compare what is replayed with what the posts up to each day fold to, day by day."""
    by_day = {step.day: step for step in steps}
    replay: dict[str, Status | None] = {}
    ids = fold_of(*entries).milestone
    at, last = min(by_day), max(by_day) + timedelta(2)
    while at <= last:
        replay |= by_day[at].statuses if at in by_day else {}
        then = as_known(fold_of(*entries, as_of=at.isoformat()))
        assert {id: status for id, status in replay.items() if status} == {
            m.id: m.status for m in then.milestones if m.id in ids}, at
        near = [day for day in by_day if day >= at]
        at += timedelta(1) if near and min(near) - at < timedelta(20) else max(
            timedelta(1), min(near, default=last + timedelta(1)) - at)


@law
@given(ANY_SITE)
def test_law_each_day_is_what_the_posts_up_to_it_fold_to(entries: list[Entry]) -> None:
    steps = steps_of(*entries)
    if steps:
        check(entries, steps)


@law
@given(ANY_SITE)
def test_law_changes_alone_tell_the_same_where_they_are_asked(entries: list[Entry]) -> None:
    plain = [entry for entry in entries if is_told_by_changes([entry])]
    assert is_told_by_changes(plain)
    steps = told_by_changes(fold_of(*plain))
    assert steps == steps_of(*plain)
    if steps:
        check(plain, steps)


def test_of_many_days_that_must_be_folded_the_latest_are() -> None:
    posts = [post((day("2020-01-01") + timedelta(n)).isoformat(), milestone=f"m{n}") for n in range(110)]
    steps = steps_of(*posts, milestone_page("w", date="2020-01-01"))
    assert len(steps) == MOST_FOLDED
    assert len(steps[0].statuses) == 12
    check(posts, steps_of(*posts))
