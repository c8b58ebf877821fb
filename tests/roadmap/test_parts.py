"""Milestones broken down into simpler ones, to any depth."""

from __future__ import annotations

import pytest
from helpers import fold_of, history, ids, milestone_page, post
from hypothesis import given
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap import insights, parts
from mkdocs_career_roadmap.roadmap.graph import in_order
from mkdocs_career_roadmap.roadmap.insights import Progress
from mkdocs_career_roadmap.roadmap.known import Insights
from mkdocs_career_roadmap.roadmap.model import Roadmap
from mkdocs_career_roadmap.roadmap.parts import (
    below,
    counted,
    needs_between,
    nested,
    stand_ins,
    wholes,
)

from roadmap.test_fold_laws import ANY_SITE, law

TREE = (
    milestone_page("whole", goal="g"),
    milestone_page("a", part_of="whole"), milestone_page("b", part_of="whole"),
    milestone_page("a1", part_of="a"), milestone_page("a2", part_of="a"),
)


def chain(length: int) -> Roadmap:
    return fold_of(*(milestone_page(f"{n:04}-part", part_of=f"{n - 1:04}-part" if n else None)
                     for n in range(length)))


def outline(roadmap: Roadmap) -> list[str]:
    return [f"{'.' * depth}{m.id}" for m, depth in nested(roadmap.milestones)]


# --- up, down and across ---


def test_below_a_milestone_are_its_parts_and_theirs() -> None:
    roadmap = fold_of(*TREE)
    assert ids(below(roadmap, roadmap.milestone["whole"])) == ["a", "a1", "a2", "b"]


def test_above_a_part_is_its_whole_and_what_that_is_a_part_of() -> None:
    roadmap = fold_of(*TREE)
    assert ids(wholes(roadmap, roadmap.milestone["a1"])) == ["a", "whole"]


def test_parts_stand_below_their_whole() -> None:
    assert outline(fold_of(*TREE)) == ["whole", ".a", "..a1", "..a2", ".b"]


def test_a_part_whose_whole_is_not_shown_stands_on_the_first_level() -> None:
    roadmap = fold_of(milestone_page("a", goal="g", part_of="w"), milestone_page("w", goal="h"))
    assert nested(roadmap.milestones_of(roadmap.goal["g"])) == [(roadmap.milestone["a"], 0)]


def test_siblings_keep_their_order() -> None:
    roadmap = fold_of(*TREE)
    turned = [roadmap.milestone[id] for id in ("b", "a2", "whole", "a1", "a")]
    assert ids(m for m, _ in nested(turned)) == ["whole", "b", "a", "a2", "a1"]


@pytest.mark.slow
def test_parts_may_be_nested_deeper_than_the_stack() -> None:
    roadmap = chain(1500)
    first = roadmap.milestone["0000-part"]
    assert len(below(roadmap, first)) == 1499
    assert max(depth for _, depth in nested(roadmap.milestones)) == 1499
    assert ids(counted(roadmap.milestones)) == ["1499-part"]


@pytest.mark.parametrize(("levels", "shown"), [
    (1, ["a", "b"]), (2, ["a", ".a1", ".a2", "b"]), (9, ["a", ".a1", ".a2", "b"])])
def test_so_many_levels_of_parts_are_listed(levels: int, shown: list[str]) -> None:
    roadmap = fold_of(*TREE)
    listed = parts.outline(roadmap, roadmap.milestone["whole"], levels)
    assert [f"{'.' * depth}{m.id}" for m, depth in listed] == shown


@law
@given(ANY_SITE)
def test_what_is_listed_of_enough_levels_is_all_that_is_below(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    for m in roadmap.milestones:
        assert parts.outline(roadmap, m, 99) == nested(below(roadmap, m))


@law
@given(ANY_SITE)
def test_what_is_worked_out_for_all_wholes_is_what_each_alone_would_say(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    known = Insights(roadmap)
    assert known.parts == {
        m.id: insights.progress(below(roadmap, m)) for m in roadmap.milestones if m.parts}
    days = {m.id: [day for one in (m, *below(roadmap, m)) for path in one.posts
                   if (day := roadmap.post[path].day)] for m in roadmap.milestones}
    assert known.last_posts == {id: max(some) for id, some in days.items() if some}


@law
@given(ANY_SITE)
def test_nesting_loses_nothing_and_shows_nothing_twice(entries: list[Entry]) -> None:
    milestones = fold_of(*entries).milestones
    assert sorted(ids(m for m, _ in nested(milestones))) == sorted(ids(milestones))


@law
@given(ANY_SITE)
def test_a_depth_is_at_most_one_more_than_the_one_before(entries: list[Entry]) -> None:
    depths = [depth for _, depth in nested(fold_of(*entries).milestones)]
    assert all(b <= a + 1 for a, b in zip([-1, *depths], depths, strict=False))


# --- what counts ---


def progress(*entries: Entry) -> Progress:
    return insights.progress(fold_of(*entries).milestones)


def test_the_leaves_count_at_any_depth() -> None:
    done = post("2026-03-01", milestone=["a1", "b"], status="done")
    assert progress(*TREE, done) == Progress(2, 3)


def test_parts_of_what_was_dropped_do_not_count() -> None:
    dropped = milestone_page("whole", status="dropped")
    part, deeper = milestone_page("a", part_of="whole"), milestone_page("b", part_of="a")
    assert progress(dropped, part, deeper) == Progress(0, 0)


def test_parts_of_an_idea_do_not_count() -> None:
    assert progress(milestone_page("w", status="idea"), milestone_page("a", part_of="w")) == Progress(0, 0)


@pytest.mark.parametrize("status", ["done", "active"])
def test_work_on_a_part_of_what_was_dropped_counts(status: str) -> None:
    part = milestone_page("a", part_of="w", status=status)
    assert progress(milestone_page("w", status="dropped"), part).total == 1


@pytest.mark.parametrize("status", ["dropped", "idea"])
def test_a_whole_none_of_whose_parts_counts_counts_itself(status: str) -> None:
    part = milestone_page("a", part_of="w", status=status)
    assert progress(milestone_page("w", status="done"), part) == Progress(1, 1)


@law
@given(ANY_SITE)
def test_nothing_counts_together_with_a_part_of_it(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    some = set(ids(counted(roadmap.milestones)))
    for id in some:
        assert not some & set(roadmap.milestone[id].parts)


# --- the status of a whole ---


def test_work_on_a_part_is_work_on_its_whole_at_any_depth() -> None:
    roadmap = fold_of(*TREE, post("2026-03-02", milestone="a1"))
    assert history(roadmap.milestone["a"]) == ["2026-03-02 active"]
    assert history(roadmap.milestone["whole"]) == ["2026-03-02 active"]
    assert str(roadmap.milestone["whole"].started) == "2026-03-02"


def test_a_status_that_somebody_gave_the_whole_stays() -> None:
    roadmap = fold_of(milestone_page("w", status="planned"), post("2026-03-02", milestone="a", part_of="w"))
    assert roadmap.milestone["w"].status == "planned"


def test_a_whole_is_done_only_when_someone_says_so() -> None:
    roadmap = fold_of(milestone_page("w"), post("2026-03-02", milestone="a", part_of="w", status="done"))
    assert roadmap.milestone["w"].status == "active"


@pytest.mark.parametrize("status", ["planned", "idea", "dropped"])
def test_a_part_that_nobody_worked_on_does_not_begin_the_whole(status: str) -> None:
    roadmap = fold_of(milestone_page("w"), post("2026-03-02", milestone="a", part_of="w", status=status))
    assert history(roadmap.milestone["w"]) == []


# --- next, and the way still to go ---


def test_of_a_whole_that_is_broken_down_the_parts_are_next() -> None:
    assert ids(insights.next_up(fold_of(*TREE))) == ["a1", "a2", "b"]


def test_a_whole_is_next_when_no_part_of_it_is_open() -> None:
    whole = milestone_page("w", status="planned")
    parts = [milestone_page(status, part_of="w", status=status) for status in ("done", "dropped", "idea")]
    assert ids(insights.next_up(fold_of(whole, *parts))) == ["w"]


def test_the_longest_way_to_a_whole_goes_through_its_open_parts() -> None:
    roadmap = fold_of(*TREE, milestone_page("end", goal="g", depends_on="whole"))
    assert ids(insights.critical_paths(roadmap)["g"]) == ["a1", "a", "whole", "end"]


def test_a_part_that_waits_for_its_whole_comes_after_it() -> None:
    roadmap = fold_of(milestone_page("w", goal="g"), milestone_page("a", part_of="w", depends_on="w"))
    assert ids(insights.critical_paths(roadmap)["g"]) == ["w", "a"]


# --- focus and silence ---


def test_a_whole_takes_no_focus_if_anything_below_it_is_active() -> None:
    whole = [milestone_page("w", status="active"), milestone_page("a", part_of="w", status="planned")]
    parts = (milestone_page(id, part_of="a", status="active") for id in ("b", "c"))
    assert ids(insights.in_focus(fold_of(*whole, *parts))) == ["b", "c"]


def test_a_post_about_a_part_is_news_of_the_whole() -> None:
    roadmap = fold_of(post("2026-01-01", milestone="w"), post("2026-03-02", milestone="a", part_of="w"))
    assert str(Insights(roadmap).last_touched(roadmap.milestone["w"])) == "2026-03-02"


# --- parts inside their wholes ---


def test_parts_at_any_depth_are_stood_for_by_their_whole() -> None:
    assert stand_ins(fold_of(*TREE).milestones) == dict.fromkeys(("whole", "a", "b", "a1", "a2"), "whole")


def test_what_a_part_of_a_part_needs_its_stand_in_needs() -> None:
    roadmap = fold_of(*TREE, post(milestone="a1", depends_on="x"), post(milestone="a2", depends_on="a1"))
    stands_for = stand_ins(roadmap.milestones)
    assert needs_between(roadmap.milestones, stands_for)["whole"] == ("x",)


def test_what_is_not_shown_is_not_needed() -> None:
    roadmap = fold_of(milestone_page("a", depends_on="b"), milestone_page("b"))
    assert needs_between([roadmap.milestone["a"]], {"a": "a"}) == {"a": ()}


def test_stand_ins_that_would_wait_for_one_another_do_not() -> None:
    roadmap = fold_of(*TREE, post(milestone="a1", depends_on="x"), post(milestone="x", depends_on="a2"))
    needs = needs_between(roadmap.milestones, stand_ins(roadmap.milestones))
    assert sorted([needs["whole"], needs["x"]]) in ([(), ("whole",)], [(), ("x",)])


@law
@given(ANY_SITE)
def test_stand_ins_can_be_put_in_order(entries: list[Entry]) -> None:
    milestones = fold_of(*entries).milestones
    needs = needs_between(milestones, stand_ins(milestones))
    assert set(in_order(needs)) == set(stand_ins(milestones).values())
