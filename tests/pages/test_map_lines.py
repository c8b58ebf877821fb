"""How lines find their ways between cards."""

from __future__ import annotations

from graphlib import CycleError

import pytest
from depth import tries
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.map.lines import (
    APART,
    CARD,
    COLUMN,
    MARGIN,
    TURNS,
    Box,
    Edge,
    Line,
    route,
    without_implied,
)

HALF = CARD // 2


def lines(
    *boxes: Box, edges: str, headers: tuple[tuple[int, int], ...] = (), height: int = 1000
) -> dict[Edge, Line]:
    """Return the lines by their edges, which are written as `0-2 1-2`."""
    pairs = [(int(one), int(other)) for one, other in (edge.split("-") for edge in edges.split())]
    return {(line.source, line.target): line for line in route(boxes, headers, height, pairs)}


def heights(line: Line) -> list[int]:
    return [y for _, y in line.points]


# --- which lines there are ---


def test_what_follows_from_the_rest_is_left_out() -> None:
    assert without_implied({"c": ["a", "b"], "b": ["a"], "a": []}) == {"a": [], "b": ["a"], "c": ["b"]}


def test_what_follows_from_far_away_is_left_out() -> None:
    assert without_implied({"d": ["a", "c"], "c": ["b"], "b": ["a"]})["d"] == ["c"]


def test_two_ways_to_the_same_both_stay() -> None:
    assert sorted(without_implied({"d": ["b", "c"], "b": ["a"], "c": ["a"]})["d"]) == ["b", "c"]


def test_circle_is_no_order() -> None:
    with pytest.raises(CycleError):
        without_implied({"a": ["b"], "b": ["a"]})


NEEDS = st.lists(st.lists(st.integers(0, 11), max_size=5), max_size=12).map(
    lambda rows: {f"{i:02}": [f"{n:02}" for n in dict.fromkeys(row) if n < i] for i, row in enumerate(rows)})


def below(needs: dict[str, list[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for id in sorted(needs):
        found[id] = {far for need in needs[id] for far in (need, *found[need])}
    return found


@tries()
@given(NEEDS)
def test_what_is_kept_reaches_the_same_and_none_of_it_can_be_spared(needs: dict[str, list[str]]) -> None:
    kept = without_implied(needs)
    assert below(kept) == below(needs)
    for some in kept.values():
        for need in some:
            assert not any(need in below(kept)[other] for other in some)


# --- one line ---


def test_line_between_cards_of_one_height_is_straight() -> None:
    (line,) = lines(Box(0, 100), Box(1, 100), edges="0-1").values()
    assert line == Line(0, 1, ((92, 100 + HALF), (108, 100 + HALF)), ())


def test_line_to_the_next_column_bends_once_in_the_middle_of_the_gutter() -> None:
    (line,) = lines(Box(0, 100), Box(1, 300), edges="0-1").values()
    assert line == Line(0, 1, ((92, 100 + HALF), (108, 300 + HALF)), (100,))


def test_line_runs_on_straight_and_bends_late_where_nothing_is_in_the_way() -> None:
    (line,) = lines(Box(0, 100), Box(3, 300), Box(1, 300), edges="0-1").values()
    assert line.points == ((92, 133), (292, 133), (308, 333))
    assert line.turns == (300,)


def test_line_bends_early_if_a_card_stands_beside_its_first() -> None:
    (line,) = lines(Box(0, 100), Box(2, 300), Box(1, 100), edges="0-1").values()
    assert line.points == ((92, 133), (108, 333), (208, 333))
    assert line.turns == (100,)


def test_line_passes_above_or_below_a_card_whichever_is_nearer() -> None:
    (over,) = lines(Box(0, 100), Box(2, 100), Box(1, 110), edges="0-1").values()
    assert over.points == ((92, 133), (108, 110 - MARGIN), (192, 110 - MARGIN), (208, 133))
    assert over.turns == (100, 200)
    (under,) = lines(Box(0, 100), Box(2, 100), Box(1, 90), edges="0-1").values()
    assert heights(under)[1] == 90 + CARD + MARGIN


def test_line_passes_between_two_cards_if_there_is_room() -> None:
    boxes = (Box(0, 100), Box(2, 100), Box(1, 120 - CARD))
    (between,) = lines(*boxes, Box(1, 120 + 2 * MARGIN), edges="0-1").values()
    assert heights(between)[1] == 120 + MARGIN
    (around,) = lines(*boxes, Box(1, 120 + 2 * MARGIN - 1), edges="0-1").values()
    assert heights(around)[1] == 120 + 2 * MARGIN - 1 + CARD + MARGIN


def test_line_that_would_only_just_touch_the_margin_of_a_card_keeps_away() -> None:
    for top, y in ((133 + MARGIN, 133), (133 + MARGIN - 1, 132)):
        (line,) = lines(Box(0, 100), Box(2, 100), Box(1, top), edges="0-1").values()
        assert heights(line)[1] == y
    for top, y in ((133 - MARGIN - CARD, 133), (133 - MARGIN - CARD + 1, 134)):
        (line,) = lines(Box(0, 100), Box(2, 100), Box(1, top), edges="0-1").values()
        assert heights(line)[1] == y


def test_line_minds_every_column_between_its_cards() -> None:
    (line,) = lines(Box(0, 100), Box(3, 100), Box(1, 70), Box(2, 70 + CARD), edges="0-1").values()
    assert heights(line)[1] == 70 - MARGIN


def test_line_never_runs_behind_a_header() -> None:
    boxes = (Box(0, 60), Box(2, 60), Box(1, 61))
    (line,) = lines(*boxes, edges="0-1", headers=((0, 42),)).values()
    assert heights(line)[1] == 61 - MARGIN
    (line,) = lines(*boxes, edges="0-1", headers=((6, 48),)).values()
    assert heights(line)[1] == 61 + CARD + MARGIN
    (line,) = lines(Box(0, 100), Box(2, 300), edges="0-1", headers=((100, 150),)).values()
    assert heights(line)[1] == 333  # also where no card stands


def test_line_never_leaves_the_map() -> None:
    (line,) = lines(Box(0, 9), Box(2, 9), Box(1, 10), edges="0-1").values()
    assert heights(line)[1] == 10 + CARD + MARGIN
    boxes = (Box(0, 13), Box(2, 13), Box(1, 12))
    (line,) = lines(*boxes, edges="0-1", height=12 + CARD + 2 * MARGIN).values()
    assert heights(line)[1] == 12 + CARD + MARGIN


def test_line_to_what_stands_further_left_is_drawn_from_left_to_right() -> None:
    (line,) = lines(Box(2, 100), Box(0, 300), edges="0-1").values()
    assert (line.source, line.target) == (0, 1)
    assert line.points == ((92, 333), (192, 333), (208, 133))


def test_detour_that_saves_no_length_does_not_make_another_bend() -> None:
    # At both cards' heights something stands; a bend in between would be as short as one at 333.
    (line,) = lines(Box(0, 100), Box(2, 300), Box(1, 100), edges="0-1").values()
    assert heights(line) == [133, 333, 333]


# --- several lines ---


def wall(top: int, bottom: int, column: int = 1) -> list[Box]:
    """Return cards that leave no room from one height to another."""
    return [Box(column, at) for at in range(top, bottom - CARD, CARD)] + [Box(column, bottom - CARD)]


def test_lines_that_have_no_end_in_common_run_apart() -> None:
    # Above the wall both would run at 133: the one as high as it begins, the other as it ends.
    boxes = (Box(0, 100), Box(2, 300), Box(0, 400), Box(2, 100), *wall(133 + APART + MARGIN, 600))
    assert heights(lines(*boxes, edges="0-1")[0, 1]) == [133, 133, 333]
    assert heights(lines(*boxes, edges="2-3")[2, 3]) == [433, 133, 133]
    found = lines(*boxes, edges="0-1 2-3")
    assert heights(found[0, 1]) == [133, 133, 333]
    assert heights(found[2, 3]) == [433, 133 + APART, 133 + APART, 133]
    nearly = (*boxes[:3], Box(2, 102), *boxes[4:])
    assert heights(lines(*nearly, edges="2-3")[2, 3]) == [433, 135, 135]
    assert heights(lines(*nearly, edges="0-1 2-3")[2, 3]) == [433, 133 + APART, 133 + APART, 135]


def test_lines_from_one_card_run_as_one() -> None:
    found = lines(Box(0, 100), Box(2, 300), Box(2, 500), Box(1, 100), Box(1, 500), edges="0-1 0-2")
    assert found[0, 1].points == ((92, 133), (108, 333), (208, 333))
    assert found[0, 2].points == ((92, 133), (108, 333), (192, 333), (208, 533))


def test_lines_to_one_card_run_as_one() -> None:
    found = lines(Box(0, 100), Box(0, 500), Box(2, 300), Box(1, 100), Box(1, 500), edges="0-2 1-2")
    assert found[0, 2].points[1:] == found[1, 2].points[1:] == ((108, 333), (208, 333))


def test_line_does_not_join_lines_of_which_one_has_no_end_in_common_with_it() -> None:
    # 0-2 and 1-2 run as one at 333. Did 1-3 run there, too, one could take it for 0-3.
    boxes = (Box(0, 100), Box(0, 500), Box(2, 300), Box(2, 200),
             *wall(50, 333 - MARGIN), *wall(333 + APART + MARGIN, 700))
    found = lines(*boxes, edges="0-2 1-2 1-3")
    assert heights(found[0, 2])[1:] == heights(found[1, 2])[1:] == [333, 333]
    assert heights(found[1, 3]) == [533, 333 + APART, 333 + APART, 233]


def test_where_lines_leave_no_room_they_run_over_one_another() -> None:
    # Only the height between the two cards of the middle column is free.
    boxes = (Box(0, 20), Box(0, 100), Box(2, 20), Box(2, 100), Box(1, 6), Box(1, 6 + CARD + 2 * MARGIN))
    found = lines(*boxes, edges="0-2 1-3", height=6 + 2 * CARD + 4 * MARGIN - 1)
    assert [heights(line)[1:-1] for line in found.values()] == [[6 + CARD + MARGIN] * 2] * 2


def test_short_lines_choose_their_way_first_and_lines_come_in_order() -> None:
    # The wall in column 2 has one gap, for one line.
    boxes = (Box(0, 100), Box(4, 100), Box(1, 100), Box(3, 100),
             *wall(0, 200 - MARGIN, 2), *wall(200 + MARGIN, 600, 2))
    found = lines(*boxes, edges="2-3 0-1")
    assert list(found) == [(0, 1), (2, 3)]
    assert heights(found[2, 3])[1] == 200
    assert heights(found[0, 1])[1] == 600 + MARGIN


# --- bends ---


def turns(*edges: tuple[int, int]) -> list[int]:
    """Return where lines turn that lead from one height to another, all in the gutter at 92 to 108."""
    tops = sorted({(0, y0) for y0, _ in edges} | {(1, y1) for _, y1 in edges})
    boxes = [Box(*at) for at in tops]
    pairs = " ".join(f"{tops.index((0, y0))}-{tops.index((1, y1))}" for y0, y1 in edges)
    found = lines(*boxes, edges=pairs)
    return [found[tops.index((0, y0)), tops.index((1, y1))].turns[0] for y0, y1 in edges]


def test_of_lines_down_the_upper_turns_further_to_the_right() -> None:
    assert turns((0, 300), (100, 400)) == [102, 98]
    assert turns((100, 400), (0, 300)) == [98, 102]


def test_of_lines_up_the_lower_turns_further_to_the_right() -> None:
    assert turns((300, 0), (400, 100)) == [98, 102]


def test_lines_that_do_not_pass_one_another_turn_in_the_middle() -> None:
    assert turns((0, 100), (100, 200), (300, 200)) == [100, 100, 100]


def test_lines_that_pass_a_third_all_make_room() -> None:
    assert turns((0, 1000), (100, 200), (500, 600)) == [103, 100, 97]


def test_lines_from_one_card_turn_as_one() -> None:
    assert turns((0, 200), (0, 300), (0, 400)) == [100, 100, 100]


def test_many_lines_share_the_gutter_evenly() -> None:
    found = turns(*((100 * i, 2000 + 100 * i) for i in range(10)))
    assert found == sorted(found, reverse=True)
    assert found[0] - found[-1] <= TURNS
    assert all(abs(at - COLUMN) <= TURNS / 2 for at in found)


def test_lines_down_turn_left_of_lines_up_that_they_cross() -> None:
    assert turns((300, 0), (0, 300)) == [102, 98]


def test_bends_of_one_line_each_have_their_turn() -> None:
    boxes = (Box(0, 100), Box(2, 100), Box(1, 110), Box(0, 0), Box(1, 400))
    found = lines(*boxes, edges="0-1 3-4")
    assert found[0, 1].turns == (102, 200)
    assert found[3, 4].turns == (98,)
