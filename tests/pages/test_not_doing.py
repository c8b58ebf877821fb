"""What was put aside: why, since when, and whether it is time to look again."""

from __future__ import annotations

import pytest
from helpers import fold_of, goal_page, milestone_page, post, viewer_of
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.more.not_doing import has_put_aside, is_to_revisit, not_doing_page, put_aside
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.fields import Status

AS_OF = "2026-06-15"


@pytest.mark.parametrize(("revisit", "has_come"), [
    ("2026-06-14", True), ("2026-06-15", True), ("2026-06-16", False),
    ("2026-06", True), ("2026-07", False), ("2026", True), ("2027", False), (None, False),
])
@pytest.mark.parametrize("status", ["paused", "dropped"])
def test_time_to_look_again_comes_with_the_first_day_it_may_mean(
    status: str, revisit: str | None, has_come: bool
) -> None:
    roadmap = fold_of(milestone_page("m", status=status, revisit=revisit), as_of=AS_OF)
    assert is_to_revisit(roadmap, roadmap.milestones[0]) is has_come


@pytest.mark.parametrize("status", ["idea", "planned", "active", "done"])
def test_what_is_not_put_aside_is_not_to_be_looked_at_again(status: str) -> None:
    roadmap = fold_of(milestone_page("m", status=status, revisit="2026-01"), as_of=AS_OF)
    assert not is_to_revisit(roadmap, roadmap.milestones[0])
    assert not has_put_aside(roadmap)


def ids(status: Status, *entries: Entry) -> list[str]:
    return [thing.id for thing in put_aside(fold_of(*entries, as_of=AS_OF), status)]


def test_what_is_to_be_looked_at_again_comes_first_then_the_latest() -> None:
    assert ids(
        Status.PAUSED,
        post("2026-01-01", milestone="old", status="paused"),
        post("2026-01-02", milestone="due", status="paused", revisit="2026-05"),
        post("2026-01-03", milestone="new", status="paused", revisit="2026-07"),
        milestone_page("undated", status="paused"),
    ) == ["due", "new", "old", "undated"]


def test_what_was_dropped_counts_from_the_day_that_its_author_gave() -> None:
    assert ids(Status.DROPPED, post("2026-01-01", milestone="a", status="dropped"),
               post("2026-02-01", milestone="b", status="dropped", finished="2025-03")) == ["a", "b"]


def test_goal_may_be_put_aside_with_a_reason_and_a_day() -> None:
    entries = (goal_page("g", title="Goal", reason="Old."),
               post("2026-01-05", path="a.md", title="Why", goal="g", status="paused",
                    reason="No money.", revisit="2026-03"))
    ((status, (shown,)),) = not_doing_page(viewer_of(*entries, as_of=AS_OF)).groups
    assert (status, shown.is_goal, shown.goal, shown.what.title) == ("paused", True, None, "Goal")
    assert (shown.day, shown.reason, shown.is_due) == ("Jan 2026", "No money.", True)
    assert shown.revisit == "time to look again since Mar 2026"


def test_page_tells_the_paused_before_the_dropped_each_with_its_post() -> None:
    page = not_doing_page(viewer_of(
        post("2026-01-05", title="Stop", milestone="a", goal="g", status="dropped", reason="Others did it."),
        post("2026-01-06", title="Wait", milestone="b", status="paused", revisit="2026-09-01"),
        milestone_page("c", status="paused"), as_of=AS_OF))
    assert [(status, [(a.what.title, a.day, a.reason, a.revisit, a.post and a.post.title) for a in some])
            for status, some in page.groups] == [
        ("paused", [("B", "Jan 2026", None, "look again 1 Sep 2026", "Wait"), ("C", "", None, "", None)]),
        ("dropped", [("A", "Jan 2026", "Others did it.", "", "Stop")])]
    assert [a.goal and a.goal.title for _, some in page.groups for a in some] == [None, None, "G"]
    assert page.as_of == "As of 15 Jun 2026."


PUT_ASIDE = st.lists(st.tuples(
    st.sampled_from(list(Status)).map(str), st.none() | st.sampled_from(["2026-05", "2026-06", "2026-07"]),
    st.integers(1, 28).map("2026-03-{:02}".format)), max_size=6)


@given(PUT_ASIDE)
def test_law_everything_put_aside_is_told_once_and_what_is_due_first(
    drawn: list[tuple[str, str, str]]
) -> None:
    roadmap = fold_of(*(post(written, milestone=f"m{n}", status=status, revisit=revisit)
                        for n, (status, revisit, written) in enumerate(drawn)), as_of=AS_OF)
    for status in (Status.PAUSED, Status.DROPPED):
        found = put_aside(roadmap, status)
        assert sorted(m.id for m in found) == sorted(m.id for m in roadmap.milestones if m.status is status)
        due = [is_to_revisit(roadmap, m) for m in found]
        assert due == sorted(due, reverse=True)
