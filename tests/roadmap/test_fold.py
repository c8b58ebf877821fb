"""What follows from the posts: statuses, days, orders, goals and their history."""

from __future__ import annotations

import pytest
from helpers import (
    day,
    fold_of,
    goal_of,
    goal_page,
    history,
    ids,
    milestone_of,
    milestone_page,
    post,
)
from mkdocs_career_roadmap.reading.entry import Entry, Estimate, Evidence, Replication
from mkdocs_career_roadmap.roadmap.model import Change, Revision
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.problems import Place

# --- nothing yet ---


def test_no_pages_are_an_empty_roadmap() -> None:
    roadmap = fold_of()
    assert (roadmap.goals, roadmap.milestones, roadmap.posts) == ((), (), ())


def test_a_post_of_tomorrow_has_not_happened() -> None:
    roadmap = fold_of(post("2026-03-02", goal="g", milestone="x"), as_of="2026-03-01")
    assert (roadmap.goals, roadmap.milestones, roadmap.posts) == ((), (), ())


def test_the_roadmap_knows_its_day() -> None:
    assert fold_of(as_of="2026-03-01").as_of == day("2026-03-01")


# --- the status of a milestone ---


def test_a_milestone_that_is_only_named_is_planned() -> None:
    roadmap = fold_of(post("2026-03-02", milestone="x", depends_on="y"))
    assert roadmap.milestone["y"].status == "planned"
    assert roadmap.milestone["y"].changes == ()


def test_a_milestone_with_a_page_only_is_planned() -> None:
    assert milestone_of(milestone_page("x")).status == "planned"


def test_a_milestone_with_a_post_is_active() -> None:
    milestone = milestone_of(milestone_page("x"), post("2026-03-02", milestone="x"))
    assert (milestone.status, history(milestone)) == ("active", ["2026-03-02 active"])


def test_the_latest_statement_is_the_status() -> None:
    milestone = milestone_of(
        post("2026-03-02", milestone="x", status="done"), post("2026-03-01", milestone="x", status="active"))
    assert history(milestone) == ["2026-03-01 active", "2026-03-02 done"]


def test_a_post_that_says_nothing_changes_no_status() -> None:
    milestone = milestone_of(
        post("2026-03-01", milestone="x", status="paused"), post("2026-03-02", milestone="x"))
    assert history(milestone) == ["2026-03-01 paused"]


def test_what_a_page_calls_planned_stays_so_when_a_post_says_nothing() -> None:
    entries = [milestone_page("x", status="planned"), post("2026-03-02", milestone="x")]
    assert milestone_of(*entries).status == "planned"


def test_a_status_given_after_a_silent_post_was_active_before() -> None:
    milestone = milestone_of(
        post("2026-03-01", milestone="x"), post("2026-03-02", milestone="x", status="idea"))
    assert history(milestone) == ["2026-03-01 active", "2026-03-02 idea"]


def test_saying_the_same_again_is_no_change() -> None:
    milestone = milestone_of(*(
        post(f"2026-03-0{at}", milestone="x", status=status)
        for at, status in enumerate(["active", "active", "done", "done", "active"], 1)))
    assert history(milestone) == ["2026-03-01 active", "2026-03-03 done", "2026-03-05 active"]


def test_a_change_names_the_page_that_said_so() -> None:
    said = post("2026-03-01", milestone="x", status="done")
    assert milestone_of(said).changes == (Change(day("2026-03-01"), Status.DONE, said.path),)


def test_an_undated_page_s_status_holds_from_the_start() -> None:
    assert history(milestone_of(milestone_page("x", status="paused"))) == ["start paused"]


def test_a_dated_page_s_status_holds_from_its_day() -> None:
    milestone = milestone_of(
        milestone_page("x", date="2026-03-05", status="paused"),
        post("2026-03-01", milestone="x", status="active"))
    assert history(milestone) == ["2026-03-01 active", "2026-03-05 paused"]


def test_a_page_that_says_done_was_active_from_its_start_to_its_end() -> None:
    page = milestone_page("x", status="done", started="2026-01-05", finished="2026-03-01")
    assert history(milestone_of(page)) == ["2026-01-05 active", "2026-03-01 done"]


def test_a_page_that_says_active_from_a_day_was_nothing_before() -> None:
    page = milestone_page("x", status="active", started="2026-01-05")
    assert history(milestone_of(page)) == ["2026-01-05 active"]
    assert history(milestone_of(page, as_of="2026-01-04")) == []


def test_a_page_that_says_when_it_is_to_start_is_planned_from_the_start() -> None:
    page = milestone_page("x", status="planned", started="2026-03")
    assert history(milestone_of(page)) == ["start planned"]


def test_a_page_that_says_done_and_not_since_when_was_done_from_the_start() -> None:
    assert history(milestone_of(milestone_page("x", status="done"))) == ["start done"]


def test_a_page_that_says_done_and_when_it_began_is_done() -> None:
    milestone = milestone_of(milestone_page("x", status="done", started="2026-01-05"))
    assert (milestone.status, str(milestone.started), milestone.finished) == ("done", "2026-01-05", None)


def test_a_page_that_says_done_before_it_began_is_done_all_the_same() -> None:
    page = milestone_page("x", status="done", started="2026-05-01", finished="2026-03-01")
    assert history(milestone_of(page)) == ["2026-03-01 done"]


def test_a_page_that_says_done_and_a_start_to_come_is_done_all_the_same() -> None:
    page = milestone_page("x", status="done", started="2027-05-01", finished="2026-03-01")
    assert history(milestone_of(page)) == ["2026-03-01 done"]


def test_a_page_that_says_done_has_not_happened_before_it_began() -> None:
    page = milestone_page("x", status="done", started="2026-01-05")
    assert history(milestone_of(page, as_of="2026-01-04")) == []


def test_a_page_s_end_has_not_happened_before_its_day() -> None:
    page = milestone_page("x", status="done", started="2026-01-05", finished="2026-03-01")
    assert history(milestone_of(page, as_of="2026-02-28")) == ["2026-01-05 active"]
    assert history(milestone_of(page, as_of="2026-01-01")) == []


def test_a_page_s_days_have_happened_on_the_day_itself() -> None:
    page = milestone_page("x", status="done", started="2026-03-01", finished="2026-03-01")
    milestone = milestone_of(page, as_of="2026-03-01")
    assert history(milestone) == ["2026-03-01 active", "2026-03-01 done"]
    assert str(milestone.finished) == "2026-03-01"
    begun = milestone_page("x", status="active", started="2026-03-01")
    assert history(milestone_of(begun, as_of="2026-03-01")) == ["2026-03-01 active"]


@pytest.mark.parametrize("days", [{}, {"started": "2026-01-05", "finished": "2026-03-01"}])
def test_a_change_that_a_page_tells_of_names_the_page(days: dict[str, str]) -> None:
    milestone = milestone_of(milestone_page("x", path="a.md", status="done", **days))
    assert {change.path for change in milestone.changes} == {"a.md"}


def test_a_page_s_end_may_be_the_month_that_is_not_over() -> None:
    page = milestone_page("x", status="done", finished="2026-03")
    assert history(milestone_of(page, as_of="2026-03-15")) == ["2026-03-15 done"]
    assert history(milestone_of(page, as_of="2026-04-15")) == ["2026-03-31 done"]


def test_a_silent_post_before_the_end_that_a_page_names_was_work() -> None:
    milestone = milestone_of(
        milestone_page("x", status="done", finished="2026-06-01"), post("2026-03-01", milestone="x"))
    assert history(milestone) == ["2026-03-01 active", "2026-06-01 done"]
    assert str(milestone.started) == "2026-03-01"


def test_a_silent_post_after_the_end_that_a_page_names_changes_nothing() -> None:
    milestone = milestone_of(
        milestone_page("x", status="done", finished="2026-06-01"), post("2026-08-01", milestone="x"))
    assert history(milestone) == ["2026-06-01 done"]


def test_a_post_may_open_again_what_a_page_calls_done() -> None:
    milestone = milestone_of(
        milestone_page("x", status="done", finished="2026-06-01"),
        post("2026-08-01", milestone="x", status="active"))
    assert history(milestone) == ["2026-06-01 done", "2026-08-01 active"]


def test_an_undated_post_s_status_holds_from_the_start() -> None:
    assert history(milestone_of(post(milestone="x", status="paused"))) == ["start paused"]


def test_a_post_of_two_milestones_changes_both() -> None:
    roadmap = fold_of(post("2026-03-02", milestone=["x", "y"], status="done"))
    assert [m.status for m in roadmap.milestones] == ["done", "done"]


def test_a_post_of_a_milestone_gives_its_goal_no_status() -> None:
    roadmap = fold_of(post("2026-03-02", goal="g", milestone="x", status="done"))
    assert roadmap.goal["g"].status == "active"


# --- started and finished ---


@pytest.mark.parametrize("status", ["active", "paused", "done", "dropped"])
def test_a_milestone_started_on_the_first_day_it_was_no_plan(status: str) -> None:
    milestone = milestone_of(
        post("2026-03-01", milestone="x", status="idea"),
        post("2026-03-02", milestone="x", status="planned"),
        post("2026-03-03", milestone="x", status=status))
    assert str(milestone.started) == "2026-03-03"


def test_a_plan_with_a_post_started_with_it() -> None:
    assert str(milestone_of(post("2026-03-02", milestone="x", status="planned")).started) == "2026-03-02"


def test_what_was_active_from_the_start_started_with_its_first_post() -> None:
    entries = [milestone_page("x", status="active"), post("2026-03-02", milestone="x")]
    assert str(milestone_of(*entries).started) == "2026-03-02"


def test_an_undated_post_does_not_hide_the_start() -> None:
    entries = [post(milestone="x"), post("2026-03-02", milestone="x"), post("2026-03-03", milestone="x")]
    assert str(milestone_of(*entries).started) == "2026-03-02"


def test_what_has_neither_a_status_nor_a_dated_post_has_not_started() -> None:
    assert milestone_of(milestone_page("x")).started is None
    assert milestone_of(post(milestone="x")).started is None


def test_the_start_that_a_page_names_goes_before_the_posts() -> None:
    entries = [milestone_page("x", started="2025"), post("2026-03-02", milestone="x", status="active")]
    assert str(milestone_of(*entries).started) == "2025"


def test_the_latest_start_that_is_named_counts() -> None:
    entries = [milestone_page("x", started="2025"), post("2026-03-02", milestone="x", started="2026-02")]
    assert str(milestone_of(*entries).started) == "2026-02"


def test_what_a_post_tells_of_after_its_end_started_before_the_post() -> None:
    milestone = milestone_of(post("2026-03-10", milestone="x", status="done", finished="2026-03-01"))
    assert (str(milestone.started), str(milestone.finished)) == ("2026-03-01", "2026-03-01")


def test_what_was_under_way_on_a_day_started_on_it_though_a_post_says_it_was_over_before() -> None:
    milestone = milestone_of(
        post("2026-03-05", milestone="x", status="active"),
        post("2026-03-10", milestone="x", status="done", finished="2026-03-01"))
    assert str(milestone.started) == "2026-03-05"


def test_what_was_paused_was_not_opened_again() -> None:
    milestone = milestone_of(
        post("2026-03-01", milestone="x", status="active"),
        post("2026-03-05", milestone="x", status="paused"),
        post("2026-03-10", milestone="x", status="done", finished="2026-03-04"))
    assert str(milestone.finished) == "2026-03-04"


def test_what_nobody_dated_before_its_end_started_before_its_end() -> None:
    milestone = milestone_of(
        post(milestone="x"),
        milestone_page("x", date="2026-03-10", status="done"),
        post("2026-05-01", milestone="x"))
    assert (str(milestone.started), str(milestone.finished)) == ("2026-03-10", "2026-03-10")


def test_what_ended_in_the_month_of_its_post_started_with_the_post() -> None:
    milestone = milestone_of(post("2026-03-10", milestone="x", status="done", finished="2026-03"))
    assert str(milestone.started) == "2026-03-10"


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_a_milestone_finished_on_the_day_of_the_change_that_closed_it(status: str) -> None:
    milestone = milestone_of(
        post("2026-03-01", milestone="x"),
        post("2026-03-02", milestone="x", status=status),
        post("2026-03-03", milestone="x", status=status))
    assert str(milestone.finished) == "2026-03-02"


@pytest.mark.parametrize("status", ["idea", "planned", "active", "paused"])
def test_an_open_milestone_has_no_finish(status: str) -> None:
    assert milestone_of(post("2026-03-01", milestone="x", status=status)).finished is None


def test_a_milestone_without_any_status_has_no_finish() -> None:
    assert milestone_of(milestone_page("x", finished="2026-03")).finished is None


def test_a_reopened_milestone_has_no_finish() -> None:
    milestone = milestone_of(
        post("2026-03-01", milestone="x", status="done", finished="2026-02-20"),
        post("2026-03-02", milestone="x", status="active"))
    assert milestone.finished is None


def test_a_milestone_done_again_finished_the_second_time() -> None:
    milestone = milestone_of(
        post("2026-03-01", milestone="x", status="done", finished="2026-02-20"),
        post("2026-03-02", milestone="x", status="active"),
        post("2026-04-01", milestone="x", status="done"))
    assert str(milestone.finished) == "2026-04-01"


def test_a_milestone_opened_again_on_the_day_it_ended_finished_later() -> None:
    milestone = milestone_of(
        post("2026-03-01 09:00", milestone="x", status="done", finished="2026-03-01"),
        post("2026-03-01 18:00", milestone="x", status="active"),
        post("2026-04-01", milestone="x", status="done"))
    assert str(milestone.finished) == "2026-04-01"


def test_the_end_that_is_named_for_the_second_time_counts() -> None:
    milestone = milestone_of(
        post("2026-03-01", milestone="x", status="done"),
        post("2026-03-02", milestone="x", status="active"),
        post("2026-04-01", milestone="x", status="done", finished="2026-03-20"))
    assert str(milestone.finished) == "2026-03-20"


def test_what_was_dropped_after_it_was_done_finished_when_it_was_dropped() -> None:
    milestone = milestone_of(
        post("2026-03-01", milestone="x", status="done"), post("2026-03-02", milestone="x", status="dropped"))
    assert str(milestone.finished) == "2026-03-02"


def test_the_end_that_a_page_names_goes_before_the_posts() -> None:
    entries = [milestone_page("x", finished="2026-02"), post("2026-03-02", milestone="x", status="done")]
    assert str(milestone_of(*entries).finished) == "2026-02"


def test_an_end_that_is_still_to_come_does_not_count() -> None:
    entry = post("2026-03-02", milestone="x", status="done", finished="2027")
    assert str(milestone_of(entry).finished) == "2026-03-02"


def test_what_was_done_on_no_known_day_has_no_finish() -> None:
    assert milestone_of(milestone_page("x", status="done")).finished is None


# --- the other fields of a milestone ---


def test_of_single_values_the_latest_counts() -> None:
    milestone = milestone_of(
        milestone_page("x", target="2026-05", scope="paper", kind="survey", reason="Old."),
        post("2026-03-02", milestone="x", target="2026-06", scope=4, estimate={"effort": 3}),
        post("2026-03-01", milestone="x", target="2026-07", reason="New.", estimate={"effort": 2}))
    assert (str(milestone.target), milestone.scope, milestone.kind) == ("2026-06", 4, "survey")
    assert (milestone.reason, milestone.estimate) == ("New.", Estimate(effort=3))


def test_of_single_values_on_one_day_the_later_path_counts() -> None:
    entries = [post("2026-03-02", path=path, milestone="x", reason=path) for path in ("b.md", "a.md")]
    assert milestone_of(*entries).reason == "b.md"


def test_lists_add_up_in_order_each_item_once() -> None:
    milestone = milestone_of(
        milestone_page("x", lessons=["One.", "Two."], evidence="https://example.org/1"),
        post("2026-03-02", milestone="x", lessons="Four.", evidence="https://example.org/1"),
        post("2026-03-01", milestone="x", lessons=["Two.", "Three."], evidence="https://example.org/0"))
    assert milestone.lessons == ("One.", "Two.", "Three.", "Four.")
    assert milestone.evidence == (
        Evidence("https://example.org/1", "https://example.org/1"),
        Evidence("https://example.org/0", "https://example.org/0"))


def test_a_lesson_may_stand_in_the_text() -> None:
    entry = post("2026-03-02", milestone="x", body="# T\n\n## Lessons\n\n- Read the code.\n")
    assert milestone_of(entry).lessons == ("Read the code.",)


def test_a_replication_knows_the_address_of_its_paper() -> None:
    page = milestone_page("x", replicates={"paper": "https://example.org/p", "reached": "41"})
    milestone = milestone_of(page)
    (row,) = milestone.replications
    assert row.replication == Replication("https://example.org/p", reached="41")
    assert row.replication.url == "https://example.org/p"


def test_a_replication_of_a_paper_by_name_has_no_address() -> None:
    assert Replication("Smith 2024").url is None
    assert Replication().url is None


def test_spellings_of_one_paper_are_one_row() -> None:
    spellings = ("arXiv:2106.09685", "https://arxiv.org/abs/2106.09685v2", "https://arxiv.org/pdf/2106.09685",
                 "doi:10.48550/arXiv.2106.09685", "https://huggingface.co/papers/2106.09685")
    milestone = milestone_of(*(
        post(f"2026-03-0{n}", milestone="x", replicates={"paper": paper, "metric": "F1", "reached": f"0.{n}"})
        for n, paper in enumerate(spellings, 1)))
    (row,) = milestone.replications
    assert (row.replication.reached, len(row.posts)) == ("0.5", 5)
    assert row.replication.url == "https://huggingface.co/papers/2106.09685"
    assert Replication("arXiv:2106.09685v1").url == "https://arxiv.org/abs/2106.09685v1"


def test_the_description_is_that_of_the_page() -> None:
    told = post("2026-03-02", milestone="x", description="Why.")
    assert milestone_of(milestone_page("x", description="What."), told).description == "What."
    assert milestone_of(told).description is None


def test_a_milestone_with_a_page_lies_there() -> None:
    milestone = milestone_of(milestone_page("x", path="work/x.md"))
    assert (milestone.page, milestone.is_defined) == ("work/x.md", True)


def test_a_milestone_without_a_page_lies_in_the_roadmap() -> None:
    milestone = milestone_of(post("2026-03-02", milestone="x"))
    assert (milestone.page, milestone.is_defined) == ("roadmap/milestones/x.md", False)


def test_the_folder_of_the_roadmap_may_be_another() -> None:
    roadmap = fold_of(post("2026-03-02", milestone="x", goal="g"), folder="plan")
    assert (roadmap.milestones[0].page, roadmap.goals[0].page) == ("plan/milestones/x.md", "plan/goals/g.md")


def test_posts_are_listed_oldest_first() -> None:
    roadmap = fold_of(*(post(f"2026-03-0{at}", path=f"{at}.md", milestone="x", goal="g") for at in (2, 3, 1)))
    assert roadmap.milestones[0].posts == ("1.md", "2.md", "3.md")
    assert roadmap.goals[0].posts == ("1.md", "2.md", "3.md")
    assert [p.path for p in roadmap.posts] == ["1.md", "2.md", "3.md"]


def test_what_is_needed_knows_what_needs_it() -> None:
    roadmap = fold_of(milestone_page("x", depends_on="y"))
    assert (roadmap.milestone["x"].depends_on, roadmap.milestone["y"].needed_by) == (("y",), ("x",))


def test_links_are_listed_in_the_order_of_work() -> None:
    roadmap = fold_of(
        milestone_page("x", depends_on=["a-late", "b-early"], goal="g"),
        *(milestone_page(id, target=target, part_of="x", depends_on="z")
          for id, target in (("a-late", "2027-05"), ("b-early", "2027-03"))))
    assert roadmap.milestone["x"].depends_on == ("b-early", "a-late")
    assert roadmap.milestone["x"].parts == ("b-early", "a-late")
    assert roadmap.milestone["z"].needed_by == ("b-early", "a-late")


# --- the order of milestones ---


def order(*entries: Entry) -> list[str]:
    return ids(fold_of(*entries).milestones)


def test_milestones_that_began_come_in_the_order_they_began() -> None:
    assert order(post("2026-03-02", milestone="a"), post("2026-03-01", milestone="b")) == ["b", "a"]


def test_of_two_that_began_on_one_day_the_one_that_ended_comes_first() -> None:
    begun = post("2026-03-01", milestone=["a", "b"])
    assert order(begun, post("2026-03-02", milestone="b", status="done")) == ["b", "a"]


def test_of_two_with_the_same_days_the_one_that_is_needed_comes_first() -> None:
    both = post("2026-03-01", milestone=["a", "b"], status="done")
    assert order(both, milestone_page("a", depends_on="b")) == ["b", "a"]


def test_what_began_on_no_known_day_comes_first() -> None:
    assert order(post("2026-03-01", milestone="a"), milestone_page("b", status="active")) == ["b", "a"]


def test_plans_come_after_what_began() -> None:
    assert order(milestone_page("a", target="2025"), post("2026-03-01", milestone="b")) == ["b", "a"]


def test_ideas_come_after_plans() -> None:
    assert order(milestone_page("a", status="idea", target="2025"), milestone_page("b")) == ["b", "a"]


def test_plans_come_by_their_targets() -> None:
    pages = [milestone_page(id, target=target) for id, target in (("a", "2027-06"), ("b", "2027-05"))]
    assert order(milestone_page("c"), *pages) == ["b", "a", "c"]


def test_a_target_of_a_year_is_its_last_day() -> None:
    assert order(milestone_page("a", target="2027"), milestone_page("b", target="2027-11")) == ["b", "a"]


def test_plans_come_by_the_day_they_are_to_start_before_their_target() -> None:
    assert order(
        milestone_page("a", started="2027-03", target="2027-04"),
        milestone_page("b", started="2027-02", target="2027-05")) == ["b", "a"]


def test_plans_without_a_day_come_as_they_wait_for_one_another() -> None:
    assert order(milestone_page("a", depends_on="b"), milestone_page("b", depends_on="c")) == ["c", "b", "a"]


def test_what_a_plan_with_a_target_needs_comes_before_it() -> None:
    assert order(
        milestone_page("a", target="2027-05", depends_on="b"),
        milestone_page("b"),
        milestone_page("c", target="2027-06")) == ["b", "a", "c"]


def test_what_is_needed_soon_comes_before_what_is_due_later() -> None:
    needing = milestone_page("a", status="active", target="2027-05", depends_on="c")
    assert order(needing, milestone_page("b", target="2027-06"), milestone_page("c")) == ["a", "c", "b"]


def test_the_target_of_what_is_closed_hastens_nothing() -> None:
    closed = milestone_page("a", status="dropped", target="2027-01", depends_on="c")
    assert order(closed, milestone_page("b", target="2027-06"), milestone_page("c")) == ["a", "b", "c"]


def test_plans_with_nothing_to_tell_them_apart_come_by_title() -> None:
    assert order(milestone_page("a", title="Second"), milestone_page("b", title="First")) == ["b", "a"]


def test_milestones_come_goal_after_goal_and_those_of_no_goal_last() -> None:
    roadmap = fold_of(
        post("2026-03-01", milestone="loose"),
        post("2026-03-02", milestone="a", goal="g"),
        post("2026-03-03", milestone="b", goal="h"),
        post("2026-03-04", milestone="c", goal="g"))
    assert ids(roadmap.milestones) == ["a", "c", "b", "loose"]
    assert ids(roadmap.loose_milestones) == ["loose"]
    assert ids(roadmap.milestones_of(roadmap.goal["g"])) == ["a", "c"]
    assert roadmap.position["b"] == 2


# --- posts ---


def test_a_post_keeps_what_it_says() -> None:
    entry = post("2026-03-02", title="It works", milestone=["x", "y"], goal="g", status="done",
                 description="How.", lessons="Wait.", decisions=[{"question": "Go on?"}])
    told = fold_of(entry).post[entry.path]
    assert (told.title, told.day, told.goal) == ("It works", day("2026-03-02"), "g")
    assert (told.milestones, told.status, told.description) == (("x", "y"), "done", "How.")
    assert (told.lessons, told.decisions[0].question) == (("Wait.",), "Go on?")


def test_an_undated_post_has_no_day() -> None:
    assert fold_of(post(goal="g")).posts[0].day is None


def test_a_post_serves_the_goal_of_its_first_milestone_that_has_one() -> None:
    roadmap = fold_of(
        milestone_page("y", goal="g"), milestone_page("z", goal="h"),
        post("2026-03-02", milestone=["x", "y", "z"]))
    assert roadmap.posts[0].goal == "g"
    assert [goal.posts for goal in roadmap.goals] == [(roadmap.posts[0].path,)] * 2


def test_a_post_of_loose_milestones_serves_no_goal() -> None:
    assert fold_of(post("2026-03-02", milestone="x")).posts[0].goal is None


def test_a_post_names_ids_whatever_it_was_written_with() -> None:
    roadmap = fold_of(
        goal_page("g", title="Seeing"), milestone_page("x", title="The X of Y"),
        post("2026-03-02", goal="Seeing", milestone=["The X of Y", "x"]))
    assert (roadmap.posts[0].goal, roadmap.posts[0].milestones) == ("g", ("x",))


# --- goals ---


def test_a_goal_with_a_page_only_is_planned() -> None:
    goal = goal_of(goal_page("g", description="See.", target="2029"))
    assert (goal.status, goal.changes, goal.posts, goal.milestones) == ("planned", (), (), ())
    assert (goal.page, goal.is_defined) == ("goals/g.md", True)
    assert (goal.statement, str(goal.target)) == ("See.", "2029")


def test_a_goal_without_a_page_has_neither_statement_nor_target() -> None:
    goal = goal_of(post("2026-03-02", goal="g"))
    assert (goal.statement, goal.target, goal.page) == (None, None, "roadmap/goals/g.md")


def test_a_goal_is_active_from_its_first_post_on() -> None:
    goal = goal_of(
        post("2026-03-02", goal="g"), post("2026-03-01", milestone="x"), milestone_page("x", goal="g"))
    assert history(goal) == ["2026-03-01 active"]


def test_a_goal_is_active_from_the_day_a_milestone_began() -> None:
    goal = goal_of(
        milestone_page("x", goal="g", status="done", started="2026-01-05", finished="2026-02-01"),
        post("2026-03-02", goal="g"))
    assert history(goal) == ["2026-01-05 active"]


def test_a_goal_whose_milestones_are_plans_is_planned() -> None:
    assert goal_of(milestone_page("x", goal="g", status="planned")).status == "planned"


def test_a_goal_is_done_only_when_somebody_says_so() -> None:
    done = post("2026-03-02", goal="g", milestone="x", status="done")
    assert goal_of(done).status == "active"
    assert history(goal_of(done, post("2026-03-05", goal="g", status="done"))) == [
        "2026-03-02 active", "2026-03-05 done"]


def test_a_goal_s_page_may_give_its_status() -> None:
    assert history(goal_of(goal_page("g", status="paused"), post("2026-03-02", goal="g"))) == ["start paused"]


def test_goals_come_in_the_order_that_work_on_them_began() -> None:
    roadmap = fold_of(
        goal_page("a"), goal_page("b"),
        milestone_page("x", goal="c", status="active", started="2026-01"),
        post("2026-03-01", goal="d"))
    assert ids(roadmap.goals) == ["c", "d", "a", "b"]


def test_a_plan_s_start_does_not_bring_its_goal_forward() -> None:
    planned = milestone_page("x", goal="a", started="2026-01")
    assert ids(fold_of(planned, post("2026-03-01", goal="b")).goals) == ["b", "a"]


def test_goals_that_began_together_come_by_title() -> None:
    told = [post("2026-03-01", goal=goal) for goal in ("a", "b")]
    assert ids(fold_of(goal_page("a", title="Z"), *told).goals) == ["b", "a"]


# --- how a goal got sharper ---


def test_a_goal_s_revisions_tell_what_was_before_and_what_taught_it() -> None:
    first = post("2026-03-01", milestone="x", sharpens="See with less.")
    second = post("2026-03-02", goal="g", sharpens="See with a tenth.")
    goal = goal_of(goal_page("g", description="See."), milestone_page("x", goal="g"), first, second)
    assert goal.revisions == (
        Revision(day("2026-03-01"), "See.", "See with less.", first.path, ("x",)),
        Revision(day("2026-03-02"), "See with less.", "See with a tenth.", second.path, ()))
    assert goal.statement == "See with a tenth."


def test_a_goal_without_a_description_was_its_title_before() -> None:
    goal = goal_of(post("2026-03-01", goal="Seeing", sharpens="See with less."))
    assert goal.revisions[0].before == "Seeing"


def test_saying_a_goal_again_in_the_same_words_is_no_revision() -> None:
    goal = goal_of(goal_page("g", description="See."), post("2026-03-01", goal="g", sharpens="See."))
    assert (goal.statement, goal.revisions) == ("See.", ())


def test_a_post_sharpens_one_goal_only() -> None:
    roadmap = fold_of(
        milestone_page("x", goal="g"), milestone_page("y", goal="h"),
        post("2026-03-01", milestone=["x", "y"], sharpens="See with less."))
    assert [len(roadmap.goal[id].revisions) for id in "gh"] == [1, 0]


# --- size and places ---


@pytest.mark.slow
def test_a_chain_longer_than_the_stack_is_folded() -> None:
    roadmap = fold_of(*(
        milestone_page(f"{i:04}-step", depends_on=f"{i + 1:04}-step", goal="g") for i in range(1200)))
    assert [*ids(roadmap.milestones)[:2], len(roadmap.milestones)] == ["1199-step", "1198-step", 1201]


def test_a_field_that_is_not_there_is_placed_at_the_top_of_its_page() -> None:
    assert post(path="a.md", goal="g").place("status") == Place("a.md")


def test_people_of_a_milestone_are_those_of_its_page_and_its_posts_each_once() -> None:
    milestone = milestone_of(
        milestone_page("x", **{"with": ["Ada", "Bo"]}),
        post("2026-03-01", milestone="x", **{"with": "Bo"}),
        post("2026-04-01", milestone="x", **{"with": "Cy"}))
    assert milestone.people == ("Ada", "Bo", "Cy")


def test_a_post_has_its_own_people_also_without_a_milestone() -> None:
    made = fold_of(post("2026-03-01", goal="g", **{"with": ["Ada", "ada", "Bo"]}))
    assert made.posts[0].people == ("Ada", "Bo")
