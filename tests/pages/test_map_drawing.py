"""The drawn map: what its cards, lines and bands say."""

from __future__ import annotations

import subprocess
import sys

import pytest
from depth import tries
from each import each
from helpers import fold_of, goal_page, milestone_page, post
from hypothesis import given
from hypothesis import strategies as st
from maps import stretches
from mkdocs_career_roadmap.pages.map.drawing import MOST_INSIDE, Map, MapCard, MapLine, draw_map, drawn
from mkdocs_career_roadmap.pages.map.lines import Line
from mkdocs_career_roadmap.pages.overview import overview_page
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings


def viewer(*entries: Entry, as_of: str = "2026-06-01") -> Viewer:
    return Viewer(fold_of(*entries, as_of=as_of), Settings(), Words(), lambda path: f"/{path}")


def map_of(*entries: Entry) -> Map:
    view = viewer(*entries)
    return draw_map(view, [view.goal_card(goal) for goal in view.goals], [view.card(m) for m in view.loose])


def cards(drawing: Map) -> dict[str, MapCard]:
    return {card.title: card for lane in drawing.lanes for card in lane.cards}


def lines(drawing: Map) -> dict[tuple[str, str], MapLine]:
    title = {card.number: card.title for card in cards(drawing).values()}
    return {(title[line.source], title[line.target]): line for line in drawing.lines}


def em(text: str) -> float:
    assert text.endswith("em")
    return float(text.removesuffix("em"))


def chain(count: int, goal: str = "g", **fields: str) -> list[Entry]:
    """Return milestones C0, C1 ... of a goal, of which each needs the one before."""
    return [milestone_page(f"c{i}", goal=goal, depends_on=f"c{i - 1}" if i else None, **fields)
            for i in range(count)]


def test_each_goal_is_a_lane_and_so_are_milestones_without_one() -> None:
    drawing = map_of(goal_page("g"), goal_page("h"), milestone_page("a", goal="h"), milestone_page("b"))
    lanes = [(lane.goal and lane.goal.title, [card.title for card in lane.cards]) for lane in drawing.lanes]
    assert lanes == [("G", []), ("H", ["A"]), (None, ["B"])]


def test_heights_are_those_of_the_drawing_in_em_and_hold_the_cards() -> None:
    drawing = map_of(goal_page("g"), milestone_page("m", goal="g"), milestone_page("x"))
    heights = [em(lane.height) for lane in drawing.lanes]
    assert em(drawing.height) * 16 == pytest.approx(float(drawing.view_box.split()[3]), abs=0.1)
    assert 0 < sum(heights) < em(drawing.height)
    assert all(0 <= em(card.top) < height
               for lane, height in zip(drawing.lanes, heights, strict=True) for card in lane.cards)


def test_map_without_milestones_keeps_its_lanes_and_bands() -> None:
    drawing = map_of(goal_page("g"))
    assert drawing.bands == (("done", 0, 1), ("now", 1, 1), ("next", 2, 1))
    assert (drawing.columns, drawing.lines, drawing.statuses) == (3, (), ())
    assert len(drawing.lanes) == 1


def test_map_of_nothing_has_no_lane() -> None:
    assert map_of().lanes == ()


@each(("status", "band"), [
    ("done", "done"), ("partial", "done"), ("dropped", "done"), ("active", "now"),
    ("planned", "next"), ("paused", "next"), ("idea", "next")])
def test_status_decides_the_band_and_a_band_without_cards_is_left_out(status: str, band: str) -> None:
    drawing = map_of(milestone_page("m", status=status))
    assert drawing.bands == ((band, 0, 1),)
    assert cards(drawing)["M"].status == status


def test_bands_say_where_they_begin_and_how_wide_they_are() -> None:
    drawing = map_of(milestone_page("a", status="done"), milestone_page("b", status="done", depends_on="a"),
                     milestone_page("c", status="active"), milestone_page("d"))
    assert drawing.bands == (("done", 0, 2), ("now", 2, 1), ("next", 3, 1))
    assert drawing.columns == 4
    assert drawing.view_box.startswith("0 0 400 ")


def test_key_tells_the_statuses_on_the_map_in_the_order_they_are_read() -> None:
    drawing = map_of(*(milestone_page(status, status=status) for status in sorted(Status)))
    assert drawing.statuses == ("done", "partial", "active", "planned", "paused", "idea", "dropped")


def test_card_leads_to_its_milestone_and_tells_what_it_taught() -> None:
    drawing = map_of(goal_page("g"), post("2026-01-01", goal="g", milestone="M", sharpens="Sharper."),
                     milestone_page("n", goal="g"))
    card = cards(drawing)["M"]
    assert (card.href, card.is_stack, card.sharpened) == ("/roadmap/milestones/m.md", False, True)
    assert not cards(drawing)["N"].sharpened
    assert drawing.has_sharpened


def test_map_tells_whether_its_key_has_to_explain_scopes_and_sharpened_goals() -> None:
    plain = map_of(milestone_page("a"))
    assert (plain.has_scopes, plain.has_sharpened) == (False, False)
    assert map_of(milestone_page("a"), milestone_page("b", scope="paper")).has_scopes


def test_folded_milestones_are_a_stack_that_leads_to_their_goal() -> None:
    drawing = map_of(goal_page("g"), *chain(9, status="done"))
    stack = cards(drawing)["3 earlier"]
    assert (stack.href, stack.is_stack, stack.column, stack.sharpened) == ("/goals/g.md", True, 0, False)
    later = cards(map_of(goal_page("g"), *chain(8)))["2 later"]
    assert (later.is_stack, later.column) == (True, 6)


def test_stack_does_not_say_what_one_of_it_taught() -> None:
    taught = post("2020-01-01", goal="g", milestone=["c0", "c1", "c2"], sharpens="Sharper.")
    drawing = map_of(goal_page("g"), *chain(9, status="done"), taught)
    assert not cards(drawing)["3 earlier"].sharpened
    assert drawing.has_sharpened


def test_stack_of_milestones_without_a_goal_leads_nowhere() -> None:
    entries = [milestone_page(f"c{i}", depends_on=f"c{i - 1}" if i else None) for i in range(9)]
    assert cards(map_of(*entries))["3 later"].href is None


def test_stack_has_the_status_of_most_of_its_milestones() -> None:
    done = chain(9, status="done")
    done[0] = milestone_page("c0", goal="g", status="dropped")
    assert cards(map_of(*done))["3 earlier"].status == "done"
    done[1] = milestone_page("c1", goal="g", status="dropped", depends_on="c0")
    assert cards(map_of(*done))["3 earlier"].status == "dropped"


# --- lines ---


def test_line_ends_with_a_dot_at_what_needs_the_other() -> None:
    line = lines(map_of(milestone_page("a", status="done"), milestone_page("b", depends_on="a")))["A", "B"]
    assert line.path.startswith("M92 ")
    assert line.path.endswith("H108")
    assert line.dot.startswith("M108 ")
    assert line.dot.endswith("h0")


def test_line_against_the_bands_has_its_dot_at_the_left() -> None:
    line = lines(map_of(milestone_page("a"), milestone_page("b", status="done", depends_on="a")))["A", "B"]
    assert line.path.startswith("M92 ")
    assert line.dot.startswith("M92 ")


@each(("need", "needs_it", "waits"), [
    ("done", "planned", False), ("done", "active", False), ("done", "done", False),
    ("active", "planned", True), ("planned", "planned", True), ("planned", "active", True),
    ("dropped", "planned", True), ("paused", "idea", True),
    ("dropped", "done", False), ("active", "done", False), ("planned", "dropped", False)])
def test_line_waits_if_what_is_needed_is_not_there_and_the_other_is_still_to_be_done(
    need: str, needs_it: str, waits: bool
) -> None:
    drawing = map_of(milestone_page("a", status=need), milestone_page("b", status=needs_it, depends_on="a"))
    assert lines(drawing)["A", "B"].is_waiting is waits


def test_line_from_a_stack_does_not_wait_for_what_others_in_it_lack() -> None:
    done = chain(9, status="done")
    done[0] = milestone_page("c0", goal="g", status="dropped")
    drawing = map_of(*done, milestone_page("n", goal="g", depends_on="c1"))
    assert not lines(drawing)["4 earlier", "N"].is_waiting
    drawing = map_of(*done, milestone_page("n", goal="g", depends_on="c0"))
    assert lines(drawing)["4 earlier", "N"].is_waiting


def test_parts_stand_inside_their_whole_where_those_below_them_are_counted() -> None:
    drawing = map_of(
        milestone_page("w", goal="g"), milestone_page("a", part_of="w", status="done"),
        milestone_page("d", part_of="w"),
        milestone_page("b", part_of="d", status="done"), milestone_page("c", part_of="d"))
    whole = cards(drawing)["W"]
    assert cards(drawing).keys() == {"W"}
    assert (whole.parts, [(ref.title, ref.status) for ref in whole.inside]) == (
        "2 of 3 parts", [("D", "active"), ("A", "done")])
    assert drawing.statuses == ("done", "active", "planned")


def test_of_many_parts_some_stand_inside() -> None:
    drawing = map_of(milestone_page("w", goal="g"),
                     *(milestone_page(f"p{n}", part_of="w") for n in range(9)))
    assert len(cards(drawing)["W"].inside) == MOST_INSIDE
    assert cards(drawing)["W"].parts == "0 of 9 parts"


def test_whole_with_a_part_under_way_stands_below_now() -> None:
    drawing = map_of(milestone_page("w", goal="g"), milestone_page("a", part_of="w", status="active"))
    assert [key for key, _, _ in drawing.bands] == ["now"]


def test_card_is_higher_by_each_line_below_its_title_and_none_has_no_room() -> None:
    drawing = map_of(
        milestone_page("plain", goal="g"), milestone_page("far", goal="g", amount="1 of 2"),
        milestone_page("both", goal=["g", "h"]), milestone_page("w", goal="g"),
        milestone_page("a", part_of="w"), milestone_page("b", part_of="w"))
    assert {title: card.more for title, card in cards(drawing).items()} == {
        "Plain": "", "Far": "1.56em", "Both": "1.56em", "W": "4.06em"}
    assert cards(drawing)["Both"].shared == "H"


def test_lines_of_a_part_lead_to_its_whole() -> None:
    drawing = map_of(
        milestone_page("w", goal="g"), milestone_page("a", part_of="w"),
        milestone_page("b", part_of="a", depends_on="x"), milestone_page("x", goal="g"))
    assert lines(drawing).keys() == {("X", "W")}
    assert lines(drawing)["X", "W"].is_waiting


def test_line_is_drawn_straight_between_points_of_one_height_and_bends_between_others() -> None:
    line = Line(0, 1, ((92, 10), (108, 30), (192, 30), (208, 10)), (98, 202))
    assert drawn(line) == "M92 10C98 10 98 30 108 30H192C202 30 202 10 208 10"
    assert [(points[0], points[-1]) for points in stretches(line)] == [
        ((92, 10), (108, 30)), ((108, 30), (192, 30)), ((192, 30), (208, 10))]


def test_lines_to_what_another_goal_needs_cross_the_lanes() -> None:
    drawing = map_of(goal_page("g"), goal_page("h"), milestone_page("a", goal="g", status="done"),
                     milestone_page("b", goal="h", depends_on="a"))
    assert list(lines(drawing)) == [("A", "B")]


def test_line_to_what_the_map_does_not_show_is_left_out() -> None:
    view = viewer(goal_page("g"), milestone_page("a"), milestone_page("b", goal="g", depends_on="a"))
    drawing = draw_map(view, [view.goal_card(goal) for goal in view.goals], [])
    assert drawing.lines == ()
    assert list(cards(drawing)) == ["B"]


# --- the whole ---

STATUSES = st.sampled_from([str(status) for status in Status])
ROADMAPS = st.lists(
    st.tuples(st.sampled_from("ghi"), STATUSES, st.lists(st.integers(1, 4), max_size=2)), max_size=30
).map(lambda rows: [
    milestone_page(f"m{i}", goal=goal, status=status,
                   depends_on=[f"m{i - n}" for n in dict.fromkeys(needs) if n <= i] or None)
    for i, (goal, status, needs) in enumerate(rows)])


@tries(40)
@given(ROADMAPS)
def test_same_roadmap_is_the_same_to_the_byte_and_each_milestone_is_on_it_once(entries: list[Entry]) -> None:
    view, again = viewer(*entries), viewer(*reversed(entries))
    drawing = overview_page(view).map
    drawn_cards = [card for lane in drawing.lanes for card in lane.cards]  # two stacks may have one title
    folded = [int(card.title.split()[0]) for card in drawn_cards if card.is_stack]
    numbers = [card.number for card in drawn_cards]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) - len(folded) + sum(folded) == len(entries)
    render = Renderer(Words())
    assert render("overview", overview_page(view)) == render("overview", overview_page(again))


SCRIPT = """
import sys; sys.path.insert(0, "tests")
from pages.test_map_drawing import chain, viewer
from helpers import milestone_page
from mkdocs_career_roadmap.pages.overview import overview_page
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.pages.render import Renderer
more = [milestone_page(f"x{i}", goal="h", depends_on=[f"c{i}", f"c{i // 2}"]) for i in range(9)]
print(Renderer(Words())("overview", overview_page(viewer(*chain(9, status="done"), *more))))
"""


@pytest.mark.slow
def test_map_is_the_same_to_the_byte_whatever_the_hash_seed() -> None:
    made = {subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, check=True, text=True,
                           env={"PYTHONHASHSEED": seed}).stdout for seed in "123"}
    assert len(made) == 1
    assert "6 earlier" in made.pop()


# --- time, and goals that are over ---


def closed_goal(id: str, status: str = "done") -> list[Entry]:
    """Return a goal that is over, with two milestones of which the second needs the first."""
    return [
        goal_page(id, status=status),
        post("2023-05-01", milestone=f"{id} one", goal=id, status="active"),
        post("2024-02-01", milestone=f"{id} one", status="done"),
        post("2025-03-01", milestone=f"{id} two", goal=id, status="done", depends_on=f"{id} one"),
    ]


OPEN = (goal_page("open"), post("2026-01-01", milestone="work", goal="open", depends_on="old two"))


def overview_map(*entries: Entry) -> Map:
    return overview_page(viewer(*entries)).map


def test_column_of_what_is_over_has_the_years_in_which_it_ended() -> None:
    assert map_of(*closed_goal("old"), *OPEN).years == ((0, "2024"), (1, "2025"))
    assert map_of(*OPEN).years == ()


def test_column_of_several_years_has_the_first_and_the_last() -> None:
    drawing = map_of(post("2021-05-01", milestone="first", goal="g", status="done"),
                     post("2025-05-01", milestone="second", goal="g", status="done"),
                     post("2023-05-01", milestone="other", goal="h", status="done"))
    assert drawing.years == ((0, "2021"), (1, "2023 – 2025"))


def test_goal_that_is_over_is_one_line_of_the_overview() -> None:
    drawing = overview_map(*closed_goal("old"), *closed_goal("given up", "dropped"), *OPEN)
    told = [(lane.goal and lane.goal.title, lane.is_folded, lane.over, [c.title for c in lane.cards],
             lane.height) for lane in drawing.lanes]
    assert told[1:] == [  # below what has cards: no line runs behind them
        ("Given up", True, "May 2023, dropped Mar 2025", [], "2.12em"),
        ("Old", True, "May 2023 – Mar 2025", [], "2.12em")]
    assert told[0][:4] == ("Open", False, "", ["Work"])
    assert drawing.lines == ()


def test_where_all_goals_are_over_none_is_folded() -> None:
    drawing = overview_map(*closed_goal("old"))
    assert [(lane.is_folded, len(lane.cards)) for lane in drawing.lanes] == [(False, 2)]


def test_goal_that_is_over_and_has_work_left_is_not_folded() -> None:
    left = post("2026-02-01", milestone="old three", goal="old", status="active")
    assert [lane.is_folded for lane in overview_map(*closed_goal("old"), left, *OPEN).lanes] == [False, False]


def test_map_of_a_year_and_an_embedded_one_fold_no_goal() -> None:
    assert [lane.is_folded for lane in map_of(*closed_goal("old"), *OPEN).lanes] == [False, False]


def test_phone_shows_a_goal_that_is_over_when_asked() -> None:
    view = viewer(*closed_goal("old"), *OPEN)
    html = Renderer(Words())("overview", overview_page(view))
    rails = html[html.index('<div class="cr-rails">'):]
    folded = rails[rails.index("<details>"):rails.index("</details>")]
    assert [word in folded for word in ("2 milestones", "old one", "work")] == [True, True, False]
    assert rails.count("<details>") == 1


def test_card_names_what_its_lines_come_from() -> None:
    made = cards(map_of(*closed_goal("old"), *OPEN))
    assert {title: card.needs for title, card in made.items()} == {
        "old one": (), "old two": ("old one",), "Work": ("old two",)}
    html = Renderer(Words())("overview", overview_page(viewer(*OPEN, *closed_goal("old", "active"))))
    assert '<span class="cr-vh">, needs old two</span>' in html
