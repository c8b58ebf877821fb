"""How many milestones were under way at once, month by month."""

from __future__ import annotations

from datetime import date, timedelta

from helpers import day, fold_of, milestone_page, post
from hypothesis import given
from mkdocs_career_roadmap.pages.focus import MONTHS, Month, focus_by_month, steps
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap import insights
from roadmap.test_fold_laws import ANY_SITE, FIRST, POSTS, _post, law, sites, some

PLAIN_POSTS = sites(some(_post, **POSTS), max_size=10)


def months(*entries: Entry, as_of: str = "2026-06-15", limit: int = 2) -> dict[str, int]:
    """Return the focus of each month, `2026-03`; those over the limit have 100 more."""
    found = focus_by_month(fold_of(*entries, as_of=as_of), limit)
    return {f"{m.first:%Y-%m}": m.focus + 100 * m.is_over for m in found}


def work(id: str, start: str, end: str | None = None, **fields: str) -> list[Entry]:
    begun = post(start, milestone=id, **fields)
    return [begun, post(end, milestone=id, status="done")] if end else [begun]


def test_a_month_has_what_was_under_way_in_it() -> None:
    assert months(*work("a", "2026-03-10", "2026-05-02")) == {
        "2026-03": 1, "2026-04": 1, "2026-05": 1, "2026-06": 0}


def test_the_most_at_once_counts() -> None:
    one_after_the_other = [*work("a", "2026-06-01", "2026-06-05"), *work("b", "2026-06-06", "2026-06-09")]
    assert months(*one_after_the_other) == {"2026-06": 1}
    at_once = [*work("a", "2026-06-01", "2026-06-07"), *work("b", "2026-06-06", "2026-06-09")]
    assert months(*at_once) == {"2026-06": 2}


def test_what_ends_on_the_day_the_next_begins_was_not_at_once_with_it() -> None:
    assert months(*work("a", "2026-05-05", "2026-06-01"), *work("b", "2026-06-01")) == {
        "2026-05": 1, "2026-06": 1}


def test_more_than_the_limit_is_over_it() -> None:
    three = [*work("a", "2026-06-01"), *work("b", "2026-06-02"), *work("c", "2026-06-03")]
    assert months(*three) == {"2026-06": 103}
    assert months(*three, limit=3) == {"2026-06": 3}


def test_explorations_are_counted_apart() -> None:
    entries = [*work("a", "2026-06-01", kind="exploration"), *work("b", "2026-06-01")]
    roadmap = fold_of(*entries, as_of="2026-06-15")
    assert focus_by_month(roadmap, 1) == (Month(day("2026-06-01"), 1, 1, is_over=False),)


def test_a_whole_with_an_active_part_takes_no_focus_of_its_own() -> None:
    whole, part = work("w", "2026-03-01"), work("a", "2026-04-10", "2026-05-10", part_of="w")
    assert months(*whole, *part, *work("b", "2026-04-01", part_of="w")) == {
        "2026-03": 1, "2026-04": 2, "2026-05": 2, "2026-06": 1}


def test_an_exploration_that_is_broken_down_leaves_the_focus_to_its_parts() -> None:
    whole = work("w", "2026-06-01", kind="exploration", part_of="top")
    assert months(*work("top", "2026-06-01"), *whole, *work("a", "2026-06-02", part_of="w")) == {"2026-06": 1}


def test_paused_months_have_no_focus() -> None:
    rest = post("2026-04-20", milestone="a", status="paused")
    assert months(*work("a", "2026-03-10"), rest) == {"2026-03": 1, "2026-04": 1, "2026-05": 0, "2026-06": 0}


def test_what_is_under_way_from_the_start_is_so_in_every_month() -> None:
    found = months(milestone_page("a", status="active"))
    assert (len(found), set(found.values())) == (MONTHS, {1})


def test_where_nothing_was_ever_under_way_there_are_no_months() -> None:
    assert months(milestone_page("a")) == {}


def test_the_last_months_are_looked_back_on() -> None:
    found = list(months(*work("a", "2020-01-01")))
    assert (found[0], found[-1], len(found)) == ("2025-01", "2026-06", 18)


def test_the_calendar_may_begin_later() -> None:
    roadmap = fold_of(milestone_page("a", status="active"), as_of="0001-02-03")
    assert [str(m.first) for m in focus_by_month(roadmap, 2)] == ["0001-01-01", "0001-02-01"]


@law
@given(ANY_SITE)
def test_the_last_step_is_the_focus_of_today(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    last = steps(roadmap)[-1:]
    assert [step.focus for step in last] == [len(insights.in_focus(roadmap)) for _ in last]
    assert not roadmap.milestones or last or not insights.in_focus(roadmap)


@law
@given(PLAIN_POSTS)
def test_a_month_is_the_most_of_its_days(entries: list[Entry]) -> None:
    days = [FIRST + timedelta(n) for n in range(31)]
    daily = [len(insights.in_focus(fold_of(*entries, as_of=d.isoformat()))) for d in days]
    months = focus_by_month(fold_of(*entries, as_of="2026-03-31"), 2)
    found = [m for m in months if m.first == date(2026, 3, 1)]
    assert [m.focus for m in found] == [max(daily)] or (found == [] and max(daily) == 0)
