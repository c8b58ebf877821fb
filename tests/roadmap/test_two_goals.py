"""A milestone under several goals: the first is its own, the others share it."""

from __future__ import annotations

from typing import Any

import pytest
from each import each
from helpers import codes_of, fold_of, goal_page, ids, milestone_page, post, problems_of, viewer_of
from mkdocs_career_roadmap.pages.board import board_page
from mkdocs_career_roadmap.pages.goal import goal_page as view_of_goal
from mkdocs_career_roadmap.pages.map.drawing import draw_map
from mkdocs_career_roadmap.pages.milestone import milestone_page as view_of_milestone
from mkdocs_career_roadmap.pages.overview import summary
from mkdocs_career_roadmap.pages.shapes import Shown
from mkdocs_career_roadmap.pages.timeline import draw_timeline
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap import insights
from mkdocs_career_roadmap.vocabulary.settings import Settings

GOALS = (goal_page("a", title="Aim"), goal_page("b", title="Book"), goal_page("c", title="Club"))


def goals_of(*entries: Entry) -> tuple[str, ...]:
    return fold_of(*GOALS, *entries).milestone["x"].goals


def x(day: int, goal: Any = None, **fields: Any) -> Entry:
    return post(f"2026-03-{day:02}", milestone="x", goal=goal, **fields)


# --- which goals it serves ---


@each(("named", "goals"), [
    ([["a", "b"]], "ab"),
    ([["b", "a", "c"]], "bac"),
    ([["a", "Aim", "b"]], "ab"),
    (["a", ["a", "b"]], "ab"),
    (["a", ["b", "a"]], "ab"),  # it stands with the one that was named first
    ([["a", "b"], "b"], "ab"),
    ([["a", "b"], ["b", "c"]], "abc"),
    ([None, ["b", "a"]], "ba"),
])
def test_first_goal_that_is_named_is_its_own_and_lists_add_up(named: list[Any], goals: str) -> None:
    entries = [x(day, goal) for day, goal in enumerate(named, 1)]
    assert goals_of(*entries) == tuple(goals)
    assert codes_of(*GOALS, *entries) == []


@pytest.mark.parametrize("wrong", ["c", ["c"]])
def test_goal_that_it_does_not_serve_is_told_and_changes_nothing(wrong: Any) -> None:
    entries = [x(1, ["a", "b"]), x(2, wrong)]
    assert goals_of(*entries) == ("a", "b")
    (told,) = problems_of(*GOALS, *entries)
    assert told.code == "two-goals"
    assert "`goal: [a, c]`" in told.message


def test_page_of_the_milestone_may_name_them_and_goals_is_another_word() -> None:
    assert goals_of(milestone_page("x", goal=["b", "a"])) == ("b", "a")
    assert goals_of(milestone_page("x", goals=["b", "a"])) == ("b", "a")


def test_part_has_the_goals_of_its_whole() -> None:
    assert goals_of(milestone_page("y", goal=["b", "a"]), milestone_page("x", part_of="y")) == ("b", "a")


# --- what follows ---


def test_it_counts_for_each_goal_and_once_for_the_site() -> None:
    view = viewer_of(*GOALS, x(1, ["a", "b"], status="done"), post("2026-03-01", milestone="y", goal="b"))
    roadmap = view.roadmap
    assert {g.id: insights.progress(roadmap.milestones_of(g)) for g in roadmap.goals} == {
        "a": (1, 1), "b": (1, 2), "c": (0, 0)}
    assert ids(roadmap.milestones) == ["x", "y"]
    assert "2 milestones: 1 done, 1 under way" in summary(view)
    assert {g.id: g.status for g in roadmap.goals} == {"a": "active", "b": "active", "c": "planned"}


def test_its_posts_serve_each_of_its_goals() -> None:
    roadmap = fold_of(*GOALS, x(1, ["a", "b"], path="p.md"), x(2, "b", path="q.md"), x(3, path="r.md"))
    assert {g.id: g.posts for g in roadmap.goals if g.posts} == {
        "a": ("p.md", "q.md", "r.md"), "b": ("p.md", "q.md", "r.md")}
    assert [p.goals for p in roadmap.posts] == [("a", "b"), ("b",), ("a", "b")]


def test_post_without_a_milestone_speaks_of_each_goal_it_names() -> None:
    roadmap = fold_of(*GOALS, post("2026-03-01", goal=["a", "b"], status="paused", sharpens="Aim lower."))
    assert {g.id: g.status for g in roadmap.goals} == {"a": "paused", "b": "paused", "c": "planned"}
    assert {g.id: g.statement for g in roadmap.goals if g.revisions} == {"a": "Aim lower."}


def test_what_was_restated_last_is_what_to_look_at_again_for() -> None:
    taught = [post("2026-03-02", path="a.md", goal="a", sharpens="One."),
              post("2026-03-03", path="b.md", goal="b", sharpens="Two.")]
    for entries in (taught, taught[::-1]):
        roadmap = fold_of(*GOALS, x(1, ["a", "b"]), *entries)
        assert insights.look_again(roadmap)["x"].path == "b.md"


def test_what_it_needs_in_a_goal_that_it_shares_is_not_elsewhere() -> None:
    view = viewer_of(*GOALS, x(1, ["a", "b"], depends_on=["y", "z"]),
                     post("2026-03-01", milestone="y", goal="b"), post("2026-03-01", milestone="z", goal="c"))
    m = view.roadmap.milestone["x"]
    assert [ref.title for ref in view.card(m).needs] == ["Z"]
    assert [ref.note for ref in view_of_milestone(view, m, {}).needed_first] == ["Active", "Active, Club"]
    assert [ref.title for ref in view_of_goal(view, view.roadmap.goal["b"], {}).builds_on] == ["Z"]


# --- what is shown ---


def three() -> Viewer:
    return viewer_of(*GOALS, x(1, ["b", "a", "c"]), post("2026-03-02", milestone="y", goal="a"))


def test_goal_s_page_says_with_whom_it_is_shared() -> None:
    view = three()
    assert {g.id: [(c.id, [ref.title for ref in c.shared]) for c in view.goal_card(g).milestones]
            for g in view.roadmap.goals} == {
        "b": [("x", ["Aim", "Club"])],
        "a": [("x", ["Book", "Club"]), ("y", [])],
        "c": [("x", ["Book", "Aim"])]}


def test_board_and_timeline_draw_it_once_with_its_own_goal() -> None:
    view = three()
    (now, *_) = board_page(view).columns
    assert [(card.id, card.goal and card.goal.title, [ref.title for ref in card.shared])
            for card in now.cards] == [("x", "Book", ["Aim", "Club"]), ("y", "Aim", [])]
    assert {row.goal.title: ([bar.card.id for bar in row.bars], [(r.title, r.note) for r in row.shared])
            for row in draw_timeline(view).rows if row.goal} == {
        "Book": (["x"], []), "Aim": (["y"], [("X", "Book")]), "Club": ([], [("X", "Book")])}


def test_map_draws_it_in_its_own_lane_and_counts_it_in_the_others() -> None:
    view = three()
    drawing = draw_map(view, [view.goal_card(goal) for goal in view.goals], ())
    assert {lane.goal.title: ([card.title for card in lane.cards], lane.shared)
            for lane in drawing.lanes if lane.goal} == {
        "Book": (["X"], 0), "Aim": (["Y"], 1), "Club": ([], 1)}


@pytest.mark.parametrize("goal", ["a", "b", "c"])
def test_view_of_one_goal_alone_draws_what_it_shares(goal: str) -> None:
    whole = three()
    view = Viewer(whole.roadmap, Settings(), whole.words, whole.link, Shown(goal=goal))
    assert "x" in ids(view.milestones)
    drawing = draw_map(view, [view.goal_card(one) for one in view.goals], ())
    assert "X" in [card.title for card in drawing.lanes[0].cards]
    assert "x" in [bar.card.id for row in draw_timeline(view).rows for bar in row.bars]
