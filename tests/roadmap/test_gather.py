"""Who speaks of which goal and milestone, and what contradicts what."""

from __future__ import annotations

import pytest
from each import each
from helpers import (
    both,
    codes_of,
    day,
    fold_of,
    goal_of,
    goal_page,
    ids,
    milestone_of,
    milestone_page,
    post,
    problems_of,
)
from mkdocs_career_roadmap.roadmap.gather import in_order
from mkdocs_career_roadmap.vocabulary.codes import Severity

# --- order ---


def test_undated_pages_come_first_then_days_then_times_then_paths() -> None:
    late = post("2026-03-03", path="a.md", goal="g")
    evening = post("2026-03-02 18:00", path="b.md", goal="g")
    morning = post("2026-03-02 09:00", path="c.md", goal="g")
    same = post("2026-03-02 09:00", path="d.md", goal="g")
    undated = post(path="e.md", goal="g")
    found = in_order([late, evening, same, morning, undated], day("2026-12-31"))
    assert [entry.path for entry in found] == ["e.md", "c.md", "d.md", "b.md", "a.md"]


def test_a_definition_comes_before_the_posts_of_its_time() -> None:
    told = post(path="a.md", milestone="x")
    defined = milestone_page("x", path="z.md")
    assert in_order([told, defined], day("2026-12-31")) == [defined, told]


def test_what_is_written_later_on_the_day_has_happened() -> None:
    tonight = post("2026-03-02 23:59", goal="g")
    assert in_order([tonight], day("2026-03-02")) == [tonight]


def test_what_is_written_on_the_next_day_has_not_happened_yet() -> None:
    assert in_order([post("2026-03-03", goal="g")], day("2026-03-02")) == []


def test_a_post_counts_for_the_day_its_author_had() -> None:
    tokyo = post("2026-03-02 00:30:00 +0900", goal="g")
    assert in_order([tokyo], day("2026-03-01")) == []


# --- names ---


def test_naming_a_goal_makes_it() -> None:
    goal = goal_of(post("2026-03-02", goal="Efficient vision"))
    assert (goal.id, goal.title, goal.is_defined) == ("efficient-vision", "Efficient vision", False)


def test_naming_a_milestone_makes_it() -> None:
    milestone = milestone_of(post("2026-03-02", milestone="Reproduce a detector"))
    assert (milestone.id, milestone.title) == ("reproduce-a-detector", "Reproduce a detector")
    assert not milestone.is_defined


def test_an_id_and_a_title_with_one_slug_are_the_same() -> None:
    names = ("Efficient Vision", "efficient-vision")
    roadmap = fold_of(*(post("2026-03-02", goal=name) for name in names))
    assert ids(roadmap.goals) == ["efficient-vision"]


def test_names_that_differ_in_normal_form_only_are_the_same() -> None:
    roadmap = fold_of(post("2026-03-02", goal="Caf\u00e9"), post("2026-03-03", goal="Cafe\u0301"))
    assert ids(roadmap.goals) == ["caf\u00e9"]


def test_what_is_named_by_id_only_gets_a_title_from_it() -> None:
    assert milestone_of(post("2026-03-02", milestone="reproduce-a_detector")).title == "Reproduce a detector"


def test_a_name_written_out_anywhere_is_the_title() -> None:
    entries = [post("2026-03-02", milestone="read-it"), post("2026-03-03", milestone="Read it!")]
    assert milestone_of(*entries).title == "Read it!"


def test_the_page_s_title_goes_before_the_names() -> None:
    entries = [post("2026-03-02", milestone="X y"), milestone_page("x-y", title="The X of Y")]
    assert milestone_of(*entries).title == "The X of Y"


def test_a_page_may_be_named_by_its_title() -> None:
    entries = [post("2026-03-02", milestone="The X of Y"), milestone_page("x", title="The X of Y")]
    assert milestone_of(*entries).posts == (entries[0].path,)


def test_an_id_goes_before_another_s_title() -> None:
    told = post("2026-03-02", milestone="y")
    roadmap = fold_of(milestone_page("x", title="Y"), milestone_page("y", title="Z"), told)
    assert roadmap.milestone["y"].posts == (told.path,)
    assert roadmap.milestone["x"].posts == ()


def test_of_two_pages_with_one_title_the_first_has_the_name() -> None:
    told = post("2026-03-02", milestone="The same")
    roadmap = fold_of(milestone_page("b", title="The same"), milestone_page("a", title="The same"), told)
    assert roadmap.milestone["a"].posts == (told.path,)


def test_a_goal_and_a_milestone_may_share_an_id() -> None:
    roadmap = fold_of(post("2026-03-02", goal="detectors", milestone="detectors"))
    assert (ids(roadmap.goals), ids(roadmap.milestones)) == (["detectors"], ["detectors"])


def test_a_milestone_named_twice_in_one_post_has_the_post_once() -> None:
    told = post("2026-03-02", milestone=["x", "The X of Y"])
    assert milestone_of(milestone_page("x", title="The X of Y"), told).posts == (told.path,)


def test_a_post_may_be_about_two_milestones() -> None:
    told = post("2026-03-02", milestone=["First", "Second"])
    roadmap = fold_of(told)
    assert [m.posts for m in roadmap.milestones] == [(told.path,), (told.path,)]


def test_a_milestone_that_is_depended_on_exists() -> None:
    roadmap = fold_of(post("2026-03-02", milestone="x", depends_on="Read the paper"))
    assert roadmap.milestone["read-the-paper"].title == "Read the paper"


def test_a_whole_that_is_named_exists() -> None:
    roadmap = fold_of(milestone_page("x", part_of="The whole"))
    assert roadmap.milestone["the-whole"].parts == ("x",)


def test_a_goal_named_by_a_milestone_s_page_exists() -> None:
    assert goal_of(milestone_page("x", goal="g")).milestones == ("x",)


def test_a_thing_is_placed_where_it_is_defined() -> None:
    told = post("2026-03-02", milestone="x")
    assert str(milestone_of(told, milestone_page("x")).place) == "milestones/x.md:2:7"


def test_a_thing_without_a_page_is_placed_where_it_is_first_named() -> None:
    late, early = post("2026-03-03", milestone="x"), post("2026-03-02", path="early.md", milestone="x")
    assert str(milestone_of(late, early).place) == "early.md:3:12"


# --- links ---


def test_the_goal_of_a_milestone_is_the_one_a_post_names() -> None:
    entries = [post("2026-03-02", milestone="x"), post("2026-03-03", milestone="x", goal="g")]
    assert milestone_of(*entries).goal == "g"


def test_a_part_without_a_goal_has_the_goal_of_its_whole() -> None:
    roadmap = fold_of(
        milestone_page("part", part_of="half"),
        milestone_page("half", part_of="whole"),
        milestone_page("whole", goal="g"),
    )
    assert {m.goal for m in roadmap.milestones} == {"g"}


def test_a_part_with_a_goal_keeps_it() -> None:
    roadmap = fold_of(milestone_page("part", part_of="whole", goal="h"), milestone_page("whole", goal="g"))
    assert roadmap.milestone["part"].goal == "h"


def test_a_whole_does_not_have_the_goal_of_its_part() -> None:
    assert fold_of(milestone_page("part", part_of="whole", goal="g")).milestone["whole"].goal is None


def test_dependencies_of_several_pages_add_up() -> None:
    roadmap = fold_of(
        milestone_page("x", depends_on="a"),
        post("2026-03-02", milestone="x", depends_on=["b", "a"]),
    )
    assert sorted(roadmap.milestone["x"].depends_on) == ["a", "b"]


def test_the_latest_whole_counts() -> None:
    roadmap = fold_of(milestone_page("x", part_of="a"), post("2026-03-02", milestone="x", part_of="b"))
    assert roadmap.milestone["x"].part_of == "b"
    assert roadmap.milestone["a"].parts == ()


# --- problems ---


def test_a_clean_site_has_no_problems() -> None:
    assert codes_of(
        goal_page("vision", status="active"),
        milestone_page("detector", goal="vision", depends_on="Read the paper"),
        post("2026-03-02", milestone="detector", status="active", sharpens="See with less."),
        post("2026-03-03", goal="vision"),
        post(milestone="detector"),
    ) == []


def test_two_pages_of_one_milestone_are_an_error_with_both_places() -> None:
    (problem,) = problems_of(milestone_page("x", path="a.md"), milestone_page("X", path="b.md"))
    assert str(problem) == (
        "b.md:2:7: error: the milestone 'x' has two pages; give one another id, or merge them "
        "(see a.md:2:7) [duplicate-definition]")


def test_a_second_page_of_a_milestone_says_nothing() -> None:
    milestone = milestone_of(
        milestone_page("x", path="a.md"),
        milestone_page("x", path="b.md", status="done", goal="g", depends_on="y"))
    assert (milestone.status, milestone.goal, milestone.depends_on) == ("planned", None, ())


def test_two_pages_of_one_goal_are_an_error() -> None:
    assert codes_of(goal_page("x", path="a.md"), goal_page("x", path="b.md")) == ["duplicate-definition"]


def test_a_milestone_under_two_goals_is_an_error_with_both_places() -> None:
    (problem,) = problems_of(
        post("2026-03-02", path="a.md", milestone="x", goal="Seeing"),
        post("2026-03-03", path="b.md", milestone="x", goal="Hearing"))
    assert str(problem) == (
        "b.md:4:7: error: the milestone 'X' stands under the goal 'Hearing' here and under 'Seeing' "
        "before; if it serves both, write both in one list: `goal: [Seeing, Hearing]` (see a.md:4:7) "
        "[two-goals]")


def test_the_first_of_two_goals_stands() -> None:
    roadmap = fold_of(
        post("2026-03-02", milestone="x", goal="Seeing"), post("2026-03-03", milestone="x", goal="Hearing"))
    assert roadmap.milestone["x"].goal == "seeing"


def test_a_goal_named_by_id_and_by_title_is_one() -> None:
    assert codes_of(
        goal_page("g", title="Seeing"),
        post("2026-03-02", milestone="x", goal="g"),
        post("2026-03-03", milestone="x", goal="Seeing"),
    ) == []


def test_an_undated_post_that_gives_a_status_is_told() -> None:
    (problem,) = problems_of(post(path="a.md", milestone="x", status="done"))
    assert str(problem) == (
        "a.md:3:9: hint: status changes something, but the post has no date; "
        "add a line `date: 2026-03-02` [undated]")


def test_an_undated_post_that_sharpens_a_goal_is_a_warning() -> None:
    (problem,) = problems_of(post(path="a.md", goal="g", sharpens="See with less."))
    assert problem.message.startswith("sharpens changes something")


@each(("field", "value"), [
    ("depends_on", "y"), ("part_of", "y"), ("scope", "paper"), ("kind", "survey"), ("started", "2026"),
    ("finished", "2026"), ("target", "2026"), ("evidence", "https://example.org"),
    ("replicates", {"paper": "P"}), ("estimate", {"effort": 1}),
    ("actual", {"effort": 1}),
])
def test_a_field_of_milestones_on_a_post_without_one_is_a_warning(field: str, value: object) -> None:
    (problem,) = problems_of(post("2026-03-02", path="a.md", goal="g", **{field: value}))
    assert (problem.code, problem.place.line) == ("no-effect", 4)
    assert problem.message.startswith(f"{field} says nothing here")


def test_a_cycle_is_an_error_with_a_place_for_each_edge() -> None:
    (problem,) = problems_of(*(
        milestone_page(id, depends_on=needed) for id, needed in ("xy", "yz", "zx")))
    assert str(problem) == (
        "milestones/z.md:4:13: error: milestones in a circle: 'X' needs 'Y', 'Y' needs 'Z', "
        "'Z' needs 'X'; take one of them out "
        "(see milestones/x.md:4:13, milestones/y.md:4:13) [dependency-cycle]")


def test_of_a_cycle_all_edges_but_one_are_kept() -> None:
    roadmap = fold_of(*(milestone_page(id, depends_on=needed) for id, needed in ("xy", "yz", "zx")))
    assert [roadmap.milestone[id].depends_on for id in "xyz"] == [("y",), ("z",), ()]


def test_a_milestone_that_needs_itself_is_an_error() -> None:
    (problem,) = problems_of(milestone_page("x", depends_on="x"))
    assert "'X' needs 'X'" in problem.message


def test_a_circle_of_parts_is_an_error() -> None:
    (problem,) = problems_of(milestone_page("x", part_of="y"), milestone_page("y", part_of="x"))
    assert (problem.code, str(problem.place)) == ("dependency-cycle", "milestones/y.md:4:10")
    assert "'X' is part of 'Y', 'Y' is part of 'X'" in problem.message


def test_of_a_circle_of_parts_all_but_one_are_kept() -> None:
    roadmap = fold_of(milestone_page("x", part_of="y"), milestone_page("y", part_of="x", goal="g"))
    assert (roadmap.milestone["x"].part_of, roadmap.milestone["y"].part_of) == ("y", None)
    assert roadmap.milestone["x"].goal == "g"


def test_a_long_cycle_tells_ten_of_its_edges() -> None:
    pages = (milestone_page(f"step-{i}", depends_on=f"step-{i % 11 + 1}") for i in range(1, 12))
    (problem,) = problems_of(*pages)
    assert problem.message.count(" needs ") == 10
    assert "and so on round all 11" in problem.message


def test_a_cycle_of_ten_is_told_whole() -> None:
    pages = (milestone_page(f"step-{i}", depends_on=f"step-{i % 10 + 1}") for i in range(1, 11))
    (problem,) = problems_of(*pages)
    assert "and so on" not in problem.message


def test_a_cycle_of_a_thousand_is_one_problem() -> None:
    (problem,) = problems_of(*(
        milestone_page(f"{i:04}-step", depends_on=f"{(i + 1) % 1000:04}-step") for i in range(1000)))
    assert len(problem.also) == 999


@pytest.mark.slow
def test_hundreds_of_pairs_that_need_each_other_are_told_one_by_one() -> None:
    roadmap, problems = both(
        milestone_page(f"{i:04}-step", depends_on=f"{i ^ 1:04}-step") for i in range(600))
    assert len(problems) == 300
    assert sum(len(m.depends_on) for m in roadmap.milestones) == 300


@pytest.mark.slow
def test_parts_of_parts_may_go_deeper_than_the_stack() -> None:
    pages = [milestone_page(f"{i:04}-step", part_of=f"{i + 1:04}-step") for i in range(1500)]
    roadmap = fold_of(*pages, milestone_page("1500-step", goal="g"))
    assert {m.goal for m in roadmap.milestones} == {"g"}


# --- names that may be slips ---


def test_a_name_used_once_that_is_a_typo_away_is_told() -> None:
    (problem,) = problems_of(
        post("2026-03-02", path="a.md", milestone="detector"),
        post("2026-03-03", path="b.md", milestone="detector"),
        post("2026-03-04", path="c.md", milestone="detectr"))
    assert str(problem) == (
        "c.md:3:12: hint: the milestone 'detectr' is named only here; "
        "did you mean 'Detector'? (see a.md:3:12) [near-miss]")


def test_of_two_names_used_once_the_one_on_the_later_path_is_the_slip() -> None:
    (problem,) = problems_of(
        post("2026-03-02", path="a.md", milestone="detectr"),
        post("2026-03-03", path="b.md", milestone="detector"))
    assert problem.place.path == "b.md"


def test_the_other_name_is_what_the_slip_is_told_to_mean() -> None:
    (problem,) = problems_of(
        post("2026-03-02", path="a.md", milestone="detector"),
        post("2026-03-03", path="b.md", milestone="ddetector"))
    assert problem.message.endswith("'ddetector' is named only here; did you mean 'Detector'?")


def test_a_name_with_a_page_is_no_slip() -> None:
    (problem,) = problems_of(
        milestone_page("detectr", path="z.md"), post("2026-03-02", path="a.md", milestone="detector"))
    assert problem.place.path == "a.md"


def test_two_names_with_pages_are_both_meant() -> None:
    assert codes_of(milestone_page("detector"), milestone_page("detectr")) == []


def test_two_names_used_twice_are_both_meant() -> None:
    assert codes_of(*(post("2026-03-02", milestone=name) for name in ("detector", "detectr") * 2)) == []


def test_a_goal_may_be_a_typo_away_from_a_milestone() -> None:
    assert codes_of(post("2026-03-02", goal="detector", milestone="detectors")) == []


def test_a_slip_in_a_goal_s_name_is_a_warning() -> None:
    (problem,) = problems_of(*(post("2026-03-02", goal=name) for name in ("vision", "vision", "vison")))
    assert "the goal 'vison' is named only here; did you mean 'Vision'?" in problem.message


# --- declared names only ---


def test_a_name_without_a_page_is_no_problem_by_itself() -> None:
    assert codes_of(goal_page("vision"), post("2026-03-02", goal="Hearing")) == []


def test_a_name_without_a_page_is_an_error_where_all_are_declared() -> None:
    (problem,) = problems_of(
        goal_page("vision", title="Efficient vision"), goal_page("speech"),
        post("2026-03-02", path="a.md", goal="Hearing"), declared_only=True)
    assert problem.severity is Severity.ERROR
    assert str(problem) == (
        "a.md:3:7: error: no page defines the goal 'Hearing'; "
        "the site's goals are Efficient vision, Speech [undeclared]")


def test_an_undeclared_name_is_told_at_every_mention() -> None:
    entries = [post("2026-03-02", goal="Hearing"), post("2026-03-03", goal="Hearing")]
    assert [p.place.path for p in problems_of(*entries, declared_only=True)] == [e.path for e in entries]


def test_an_undeclared_name_is_told_with_the_title_it_may_mean() -> None:
    (problem,) = problems_of(
        milestone_page("x", title="Reproduce it"),
        post("2026-03-02", milestone="Reprodce it"), declared_only=True)
    assert problem.message.endswith("did you mean 'Reproduce it'?")


def test_an_undeclared_name_is_told_with_the_id_it_may_mean() -> None:
    (problem,) = problems_of(
        milestone_page("coco-detector", title="Reproduce it"),
        post("2026-03-02", milestone="coco-detectr"), declared_only=True)
    assert problem.message.endswith("did you mean 'coco-detector'?")


def test_where_nothing_is_declared_that_is_said() -> None:
    (problem,) = problems_of(post("2026-03-02", milestone="x"), declared_only=True)
    assert problem.message.endswith("the site's milestones are none yet")


def test_at_most_twelve_declared_names_are_listed() -> None:
    pages = [goal_page(f"goal-{i:02}") for i in range(13)]
    (problem,) = problems_of(*pages, post("2026-03-02", goal="Hearing"), declared_only=True)
    assert problem.message.endswith("Goal 11")


def test_declared_names_are_no_problem() -> None:
    assert codes_of(
        goal_page("vision"), milestone_page("x"), post("2026-03-02", goal="vision", milestone="x"),
        declared_only=True) == []


def test_declared_names_are_not_looked_through_for_slips() -> None:
    told = problems_of(goal_page("vision"), post("2026-03-02", goal="vison"), declared_only=True)
    assert [p.code for p in told] == ["undeclared"]


def test_a_post_about_two_milestones_may_name_one_as_needed_by_the_other() -> None:
    told = post("2026-03-02", milestone=["a", "b"], depends_on="b")
    milestone = fold_of(told).milestone
    assert milestone["a"].depends_on == ("b",)
    assert milestone["b"].depends_on == ()
    assert problems_of(told) == []


def test_a_goal_may_be_named_by_a_title_that_is_a_milestone_s_id() -> None:
    roadmap = fold_of(
        goal_page("vision", title="Detector"), milestone_page("detector"),
        post("2026-03-02", goal="Detector"))
    assert ids(roadmap.goals) == ["vision"]


def test_one_goal_may_be_named_by_its_id_here_and_by_its_title_there() -> None:
    assert codes_of(
        goal_page("vision", title="Seeing"),
        post("2026-03-02", milestone="x", goal="Seeing"),
        post("2026-03-03", milestone="x", goal="vision")) == []


def test_what_is_needed_and_what_is_a_whole_may_be_named_by_their_titles() -> None:
    roadmap = fold_of(
        milestone_page("a", title="Alpha"), milestone_page("b", title="Beta"),
        milestone_page("c", depends_on="Alpha", part_of="Beta"))
    assert ids(roadmap.milestones) == ["a", "b", "c"]
    assert (roadmap.milestone["c"].depends_on, roadmap.milestone["c"].part_of) == (("a",), "b")


def test_a_circle_of_parts_by_title_is_found() -> None:
    alpha = milestone_page("a", title="Alpha", part_of="Beta")
    assert codes_of(alpha, milestone_page("b", title="Beta", part_of="Alpha")) == ["dependency-cycle"]


def test_a_longer_circle_of_parts_is_cut_where_it_is_told() -> None:
    pages = [milestone_page(id, part_of=whole) for id, whole in ("xy", "yz", "zx")]
    roadmap, (problem,) = both(pages)
    assert [roadmap.milestone[id].part_of for id in "xyz"] == ["y", "z", None]
    assert problem.place.path == "milestones/z.md"


def test_a_post_that_names_a_milestone_by_id_and_title_tells_of_it_once() -> None:
    milestone = milestone_of(
        milestone_page("x", title="Detector"), post("2026-03-01", milestone="x"),
        post("2026-03-02", milestone=["x", "Detector"], lessons="Test first."))
    assert (len(milestone.posts), len(milestone.lessons)) == (2, 1)
