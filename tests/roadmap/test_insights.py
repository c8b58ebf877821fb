"""What a roadmap means: progress, what is next, what waits, what is late, what to think about."""

from __future__ import annotations

import pytest
from helpers import day, fold_of, goal_page, ids, milestone_page, post
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap import insights
from mkdocs_career_roadmap.roadmap.insights import Progress
from mkdocs_career_roadmap.roadmap.known import Insights
from mkdocs_career_roadmap.roadmap.model import Roadmap

# --- progress ---


def done_of_all(*statuses: str) -> tuple[int, int]:
    roadmap = fold_of(*(milestone_page(f"m{i}", status=status) for i, status in enumerate(statuses)))
    found = insights.progress(roadmap.milestones)
    return found.done, found.total


def test_progress_is_what_is_done_of_all() -> None:
    assert done_of_all("done", "active", "planned", "paused") == (1, 4)


def test_what_was_dropped_does_not_count_toward_progress() -> None:
    assert done_of_all("done", "dropped") == (1, 1)


def test_ideas_do_not_count_toward_progress() -> None:
    assert done_of_all("done", "idea") == (1, 1)


def test_what_was_reached_in_part_counts_as_done() -> None:
    assert done_of_all("partial", "active") == (1, 2)
    whole = fold_of(milestone_page("whole", status="dropped"),
                    milestone_page("a", part_of="whole", status="partial"))
    assert insights.progress(whole.milestones) == Progress(1, 1)
    assert Insights(whole).parts["whole"] == Progress(1, 1)


def test_of_a_whole_and_its_parts_the_parts_count() -> None:
    roadmap = fold_of(
        milestone_page("whole", status="done"),
        milestone_page("a", part_of="whole", status="done"),
        milestone_page("b", part_of="whole"))
    assert insights.progress(roadmap.milestones) == Progress(1, 2)


def test_no_milestones_are_no_progress() -> None:
    assert insights.progress([]) == Progress(0, 0)


# --- blocked, next up ---


def waiting(status: str, needed: str) -> Roadmap:
    return fold_of(milestone_page("x", status=status, depends_on="y"), milestone_page("y", status=needed))


@pytest.mark.parametrize("status", ["planned", "active"])
@pytest.mark.parametrize("needed", ["idea", "planned", "active", "paused", "dropped"])
def test_what_needs_something_not_done_is_blocked(status: str, needed: str) -> None:
    roadmap = waiting(status, needed)
    assert insights.is_blocked(roadmap, roadmap.milestone["x"])
    assert ids(insights.waits_for(roadmap, roadmap.milestone["x"])) == ["y"]


@pytest.mark.parametrize("status", ["idea", "paused", "done", "partial", "dropped"])
def test_only_what_is_planned_or_active_is_blocked(status: str) -> None:
    roadmap = waiting(status, "planned")
    assert not insights.is_blocked(roadmap, roadmap.milestone["x"])


@pytest.mark.parametrize("needed", ["done", "partial"])
def test_what_needs_only_what_is_done_is_free(needed: str) -> None:
    roadmap = waiting("planned", needed)
    assert not insights.is_blocked(roadmap, roadmap.milestone["x"])
    assert insights.waits_for(roadmap, roadmap.milestone["x"]) == ()


def test_next_up_are_the_plans_that_are_free() -> None:
    roadmap = fold_of(
        milestone_page("free"),
        milestone_page("blocked", depends_on="free"),
        milestone_page("begun", status="active"),
        milestone_page("idea", status="idea"))
    assert ids(insights.next_up(roadmap)) == ["free"]


def test_parts_of_a_whole_that_waits_are_free_unless_they_say_that_they_wait() -> None:
    roadmap = fold_of(
        milestone_page("needed", status="active"),
        milestone_page("whole", depends_on="needed", status="planned"),
        milestone_page("free", part_of="whole", status="planned"),
        milestone_page("waits", part_of="whole", depends_on="needed", status="planned"))
    blocked = [m.id for m in roadmap.milestones if insights.is_blocked(roadmap, m)]
    assert (sorted(blocked), ids(insights.next_up(roadmap))) == (["waits", "whole"], ["free"])


def test_next_up_may_be_asked_among_some() -> None:
    roadmap = fold_of(milestone_page("a"), milestone_page("b"))
    assert ids(insights.next_up(roadmap, [roadmap.milestone["b"]])) == ["b"]
    assert insights.next_up(roadmap, []) == []


# --- when a plan is to begin ---


def to_begin(**fields: str) -> str:
    roadmap = fold_of(milestone_page("x", **fields), as_of="2026-06-01")
    return str(insights.planned_start(roadmap, roadmap.milestone["x"]))


def test_a_plan_is_to_begin_on_the_day_it_says() -> None:
    assert to_begin(started="2026-09") == "2026-09"


def test_a_day_that_has_passed_is_no_plan() -> None:
    assert to_begin(started="2026-06-01") == "None"


def test_what_has_begun_is_not_to_begin() -> None:
    assert to_begin(started="2026-09", finished="2026-05", status="done") == "None"
    assert to_begin(status="active") == "None"


def test_a_plan_without_a_day_is_to_begin_someday() -> None:
    assert to_begin(status="planned") == "None"


# --- stale, overdue ---


def stale(*entries: Entry, as_of: str = "2026-05-31", after: int = 90) -> bool:
    roadmap = fold_of(*entries, as_of=as_of)
    return Insights(roadmap).is_stale(roadmap.milestone["x"], after)


def test_active_without_a_post_for_longer_than_that_is_stale() -> None:
    told = post("2026-03-02", milestone="x")
    assert not stale(told, as_of="2026-05-31")
    assert stale(told, as_of="2026-06-01")


def test_nothing_is_stale_after_more_days_than_a_calendar_has() -> None:
    assert not stale(post("0001-01-01", milestone="x"), as_of="9999-12-31", after=10**30)


def test_the_latest_post_counts_for_staleness() -> None:
    assert not stale(post("2025-03-02", milestone="x"), post("2026-03-02", milestone="x"))


def test_an_undated_post_says_nothing_of_staleness() -> None:
    assert stale(post("2025-03-02", milestone="x"), post(milestone="x"))


@pytest.mark.parametrize("status", ["idea", "planned", "paused", "done", "dropped"])
def test_only_what_is_active_is_stale(status: str) -> None:
    assert not stale(post("2025-03-02", milestone="x", status=status))


def test_without_a_post_the_start_counts_for_staleness() -> None:
    assert stale(milestone_page("x", status="active", started="2025"))
    assert not stale(milestone_page("x", status="active", started="2026-05"))


def test_active_since_nobody_knows_when_is_not_stale() -> None:
    assert not stale(milestone_page("x", status="active"))


def overdue(as_of: str, **fields: str) -> bool:
    roadmap = fold_of(milestone_page("x", **fields), as_of=as_of)
    return insights.is_overdue(roadmap, roadmap.milestone["x"])


def test_open_after_its_target_is_overdue() -> None:
    assert not overdue("2026-06-30", target="2026-06")
    assert overdue("2026-07-01", target="2026-06")


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_closed_is_not_overdue(status: str) -> None:
    assert not overdue("2026-07-01", target="2026-06", status=status)


def test_without_a_target_nothing_is_overdue() -> None:
    assert not overdue("2026-07-01")


# --- focus ---


def focus(*entries: Entry) -> list[str]:
    return ids(insights.in_focus(fold_of(*entries)))


def test_what_is_active_takes_focus() -> None:
    assert focus(milestone_page("a", status="active"), milestone_page("b")) == ["a"]


def test_an_exploration_takes_no_focus() -> None:
    assert focus(milestone_page("a", status="active", kind="exploration")) == []


def test_other_kinds_take_focus() -> None:
    assert focus(milestone_page("a", status="active", kind="survey")) == ["a"]


def test_a_whole_with_an_active_part_takes_no_focus_of_its_own() -> None:
    part = milestone_page("a", status="active", part_of="b")
    assert focus(part, milestone_page("b", status="active")) == ["a"]


def test_a_whole_without_an_active_part_takes_focus() -> None:
    assert focus(milestone_page("a", part_of="b"), milestone_page("b", status="active")) == ["b"]


def test_a_whole_whose_only_active_part_is_an_exploration_takes_focus() -> None:
    exploring = milestone_page("a", status="active", kind="exploration", part_of="b")
    assert focus(exploring, milestone_page("b", status="active")) == ["b"]


# --- the critical path ---


def path(*entries: Entry) -> list[str]:
    roadmap = fold_of(goal_page("g"), *entries)
    return ids(insights.critical_paths(roadmap)["g"])


def test_the_critical_path_is_the_longest_chain_of_open_ones() -> None:
    assert path(
        milestone_page("end", goal="g", depends_on=["long", "short"]),
        milestone_page("long", goal="g", depends_on="first"),
        milestone_page("first", goal="g", status="paused"),
        milestone_page("short", goal="g"),
    ) == ["first", "long", "end"]


def test_what_is_done_is_not_on_the_critical_path() -> None:
    done = milestone_page("a", goal="g", status="done")
    assert path(milestone_page("b", goal="g", depends_on="a"), done) == ["b"]


@pytest.mark.parametrize("status", ["dropped", "idea"])
def test_what_was_given_up_or_never_promised_is_not_on_the_critical_path(status: str) -> None:
    needed = milestone_page("a", goal="g", status=status)
    assert path(milestone_page("b", goal="g", depends_on="a"), needed) == ["b"]


def test_the_critical_path_may_lead_through_other_goals() -> None:
    other = milestone_page("b", goal="h", depends_on="a")
    assert path(milestone_page("c", goal="g", depends_on="b"), other) == ["a", "b", "c"]


def test_of_equal_chains_the_critical_path_is_the_one_that_ends_first() -> None:
    late = milestone_page("a", goal="g", target="2028")
    assert path(late, milestone_page("b", goal="g", target="2027")) == ["b"]


def test_where_nothing_is_open_there_is_no_critical_path() -> None:
    assert path(milestone_page("a", goal="g", status="done")) == []


def test_every_goal_has_its_critical_path() -> None:
    roadmap = fold_of(
        milestone_page("a", goal="g"), milestone_page("b", goal="h", depends_on="a"), goal_page("i"))
    found = insights.critical_paths(roadmap)
    assert {id: ids(chain) for id, chain in found.items()} == {"g": ["a"], "h": ["a", "b"], "i": []}


@pytest.mark.slow
def test_a_critical_path_may_be_deeper_than_the_stack() -> None:
    steps = (milestone_page(f"{i:04}-step", goal="g", depends_on=f"{i + 1:04}-step") for i in range(1500))
    assert len(path(*steps)) == 1501


# --- what changed ---


def changed(roadmap: Roadmap, since: str) -> list[str]:
    return [f"{h.day.day} {h.of.id} {getattr(h.what, 'status', 'sharper')}"
            for h in insights.what_changed(roadmap, day(since))]


def test_what_changed_since_a_day_is_told_oldest_first() -> None:
    roadmap = fold_of(
        post("2026-03-01", milestone="x", goal="g"),
        post("2026-03-02", milestone="x", status="done", sharpens="See with less."),
        post("2026-03-03", goal="g", status="done"),
        post("2026-03-04", milestone="x", status="paused"))
    assert changed(roadmap, "2026-03-02") == ["2 g sharper", "2 x done", "3 g done", "4 x paused"]


def test_what_changed_on_one_day_is_told_by_the_hour_and_what_pages_say_before_it() -> None:
    roadmap = fold_of(
        milestone_page("m", path="z.md", status="active", started="2026-03-02"),
        post("2026-03-02 09:00", path="y.md", milestone="n", status="active"),
        post("2026-03-02 18:00", path="x.md", milestone="o", status="active"))
    assert changed(roadmap, "2026-03-02") == ["2 m active", "2 n active", "2 o active"]


def test_nobody_wrote_for_longest_about_what_nobody_wrote_about() -> None:
    roadmap = fold_of(
        post("2026-03-02", milestone="new"), post("2026-03-01", milestone="old"), milestone_page("never"))
    some = [roadmap.milestone[id] for id in ("new", "old", "never")]
    assert Insights(roadmap).longest_ago(some[:2]).id == "old"
    assert Insights(roadmap).longest_ago(some).id == "never"


def test_a_post_about_a_part_is_one_about_the_whole() -> None:
    roadmap = fold_of(
        milestone_page("whole"), milestone_page("part", part_of="whole"),
        post("2026-03-02", milestone="part"))
    assert Insights(roadmap).last_posts["whole"] == day("2026-03-02")


def test_what_happened_on_no_known_day_is_not_among_the_changes() -> None:
    assert changed(fold_of(milestone_page("x", status="active", goal="g")), "2020-01-01") == []


# --- around a milestone ---


def following(roadmap: Roadmap, *current: str) -> str | None:
    (goal,) = roadmap.goals
    found = insights.next_in_line(insights.in_line(roadmap, goal), current)
    return found.id if found else None


def test_next_in_a_goal_is_the_first_that_is_free() -> None:
    roadmap = fold_of(
        milestone_page("a", goal="g", target="2027", depends_on="x"),
        milestone_page("b", goal="g", target="2028"),
        milestone_page("x", status="active"))
    assert following(roadmap) == "b"


def test_where_none_is_free_the_first_plan_is_next() -> None:
    roadmap = fold_of(
        milestone_page("a", goal="g", depends_on="x", target="2028"),
        milestone_page("b", goal="g", depends_on="x", target="2027"),
        milestone_page("x", status="active"))
    assert following(roadmap) == "b"


def test_the_current_one_is_not_next() -> None:
    roadmap = fold_of(milestone_page("a", goal="g"), milestone_page("b", goal="g"))
    assert following(roadmap, "a") == "b"
    assert following(roadmap, "a", "b") is None


def test_what_has_begun_is_not_next() -> None:
    assert following(fold_of(milestone_page("a", goal="g", status="active"))) is None


def around(roadmap: Roadmap, id: str) -> tuple[str | None, ...]:
    found = insights.neighbours(roadmap, roadmap.milestone[id])
    return tuple(m.id if m else None for m in found)


def test_neighbours_are_those_of_the_same_goal() -> None:
    roadmap = fold_of(*(
        post(f"2026-03-0{at}", milestone=id, goal=goal)
        for at, (id, goal) in enumerate([("a", "g"), ("b", "g"), ("c", "g"), ("d", "h"), ("e", None)], 1)))
    assert around(roadmap, "b") == ("a", "c")
    assert around(roadmap, "a") == (None, "b")
    assert around(roadmap, "c") == ("b", None)
    assert around(roadmap, "d") == (None, None)
    assert around(roadmap, "e") == (None, None)
