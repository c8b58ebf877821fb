"""Which column of the map each milestone stands in, and what is folded."""

from __future__ import annotations

from mkdocs_career_roadmap.pages.map.columns import MAX_COLUMNS, Band, Columns, Node, _Cells, columns

DONE, NOW, NEXT = Band


def node(id: str, band: Band = DONE, needs: str = "", lane: int = 0) -> Node:
    return Node(id, lane, band, None, tuple(needs.split()))


def found(*nodes: Node) -> Columns:
    return columns(nodes, {n.id: n.needs for n in nodes})


def chain(count: int, band: Band, name: str, lane: int = 0) -> list[Node]:
    """Return `name`0, `name`1 ..., of which each needs the one before."""
    return [node(f"{name}{i}", band, f"{name}{i - 1}" if i else "", lane) for i in range(count)]


def test_nothing_has_a_column_in_each_band() -> None:
    assert found() == Columns((1, 1, 1), {}, {})


def test_band_without_milestones_has_no_column() -> None:
    assert found(node("a", NOW)) == Columns((0, 1, 0), {"a": 0}, {})
    assert found(node("a"), node("b", NEXT)).widths == (1, 0, 1)


def test_bands_stand_side_by_side() -> None:
    assert found(node("c", NEXT), node("b", NOW), node("a")).of == {"a": 0, "b": 1, "c": 2}


def test_what_needs_something_stands_right_of_it() -> None:
    assert found(*chain(3, DONE, "a")).of == {"a0": 0, "a1": 1, "a2": 2}
    assert found(*chain(3, NEXT, "a")).of == {"a0": 0, "a1": 1, "a2": 2}


def test_done_stands_beside_now_and_the_next_does_too() -> None:
    done = found(*chain(3, DONE, "a"), node("b", lane=1))
    assert done.of["b"] == done.of["a2"] == 2
    coming = found(*chain(3, NEXT, "a"), node("b", NEXT, lane=1))
    assert coming.of["b"] == coming.of["a0"] == 0


def test_on_a_narrow_map_a_lane_has_one_card_in_a_column_in_the_order_of_work() -> None:
    assert found(*(node(f"a{i}") for i in range(4))).of == {"a0": 0, "a1": 1, "a2": 2, "a3": 3}
    assert found(*(node(f"a{i}", NEXT) for i in range(4))).of == {"a0": 0, "a1": 1, "a2": 2, "a3": 3}


def test_on_a_wider_map_it_has_two() -> None:
    assert found(*(node(f"a{i}") for i in range(5))).of == {"a0": 0, "a1": 1, "a2": 1, "a3": 2, "a4": 2}
    assert found(*(node(f"a{i}", NEXT) for i in range(5))).of == {"a0": 0, "a1": 0, "a2": 1, "a3": 1, "a4": 2}


def test_lanes_do_not_take_each_other_s_room() -> None:
    assert found(node("a", NEXT), node("b", NEXT, lane=1)).of == {"a": 0, "b": 0}


def test_what_needs_several_stands_right_of_them_all() -> None:
    assert found(*chain(3, NEXT, "a"), node("b", NEXT), node("x", NEXT, "a2 b")).of["x"] == 3


def test_need_in_another_band_moves_nothing() -> None:
    assert found(node("a"), node("b", NEXT, "a"), node("c", NEXT, lane=1)).of == {"a": 0, "b": 1, "c": 1}


def test_card_after_full_columns_stands_in_the_first_with_room_behind_what_it_needs() -> None:
    # f's column is the third at least, but that is full.
    nodes = [*chain(3, NEXT, "a"), node("b", NEXT, "a1"), node("f", NEXT, "a1")]
    assert found(*nodes).of == {"a0": 0, "a1": 1, "a2": 2, "b": 2, "f": 3}


def test_who_looks_for_room_passes_the_full_columns_in_one_step() -> None:
    cells = _Cells(1)
    assert [cells.take(0, 0) for _ in range(100)] == list(range(100))
    assert cells.next[0, 0] == 99


def test_many_that_are_active_make_their_lane_higher_and_not_the_map_wider() -> None:
    assert found(*(node(f"a{i}", NOW) for i in range(7))).widths == (0, 3, 0)
    assert found(*(node(f"a{i}", NOW) for i in range(40))).widths == (0, 3, 0)


def test_active_ones_that_need_one_another_make_the_map_as_wide_as_they_must() -> None:
    assert found(*chain(9, NOW, "a")).widths == (0, 9, 0)


def test_seven_columns_are_not_folded() -> None:
    assert found(*chain(3, DONE, "a"), node("b", NOW), *chain(3, NEXT, "c")).stacks == {}


def test_what_is_older_or_later_than_seven_columns_show_is_folded() -> None:
    made = found(*chain(6, DONE, "a"), node("b", NOW), *chain(6, NEXT, "c"))
    assert made.widths == (3, 1, 3)
    assert made.stacks == {(0, 0): ("a0", "a1", "a2", "a3"), (0, 6): ("c2", "c3", "c4", "c5")}
    assert made.of == {"a4": 1, "a5": 2, "b": 3, "c0": 4, "c1": 5}


def test_band_that_needs_less_leaves_its_room_to_the_other() -> None:
    assert found(*chain(9, DONE, "a"), node("b", NOW), node("c", NEXT)).widths == (5, 1, 1)
    assert found(node("a"), node("b", NOW), *chain(9, NEXT, "c")).widths == (1, 1, 5)
    assert found(*chain(4, DONE, "a"), node("b", NOW), *chain(3, NEXT, "c")).widths == (3, 1, 3)
    assert found(*chain(9, DONE, "a")).widths == (MAX_COLUMNS, 0, 0)


def test_wide_band_now_leaves_each_other_band_a_column() -> None:
    made = found(*chain(2, DONE, "a"), *chain(8, NOW, "b"), *chain(3, NEXT, "c"))
    assert made.widths == (1, 8, 1)
    assert made.stacks == {(0, 0): ("a0", "a1"), (0, 9): ("c0", "c1", "c2")}


def test_active_ones_are_not_folded_with_their_neighbours() -> None:
    active = [node(f"a{i}", NOW) for i in range(9)]
    assert {cell for cell, _ in found(*active, *chain(9, NEXT, "c")).stacks.items()} == {(0, 6)}
    assert {cell for cell, _ in found(*chain(9, DONE, "c"), *active).stacks.items()} == {(0, 0)}


def test_three_that_would_be_folded_are_a_stack_even_if_none_needs_another() -> None:
    assert found(*(node(f"a{i}", NEXT) for i in range(15))).stacks == {(0, 6): ("a12", "a13", "a14")}
    assert found(*(node(f"a{i}", NEXT) for i in range(14))).stacks == {}


def test_each_lane_has_a_stack_of_its_own() -> None:
    made = found(*chain(9, DONE, "a"), *chain(10, DONE, "b", lane=1))
    assert made.stacks == {(0, 0): ("a0", "a1", "a2"), (1, 0): ("b0", "b1", "b2", "b3")}


def test_one_that_would_be_folded_alone_stays_a_card() -> None:
    assert found(*chain(8, DONE, "a"), *chain(7, DONE, "b", lane=1)).stacks == {(0, 0): ("a0", "a1")}


def test_two_that_would_be_folded_stay_cards_unless_one_needs_the_other() -> None:
    free = [node("x", NEXT, "b6", lane=1), node("y", NEXT, "b6", lane=1)]
    made = found(*chain(9, NEXT, "a"), *chain(7, NEXT, "b", lane=1), *free)
    assert made.stacks == {(0, 6): ("a6", "a7", "a8"), (1, 6): ("b6", "x", "y")}
    made = found(*chain(9, NEXT, "a"), *chain(6, NEXT, "b", lane=1), node("x", NEXT, "b5", lane=1),
                 node("y", NEXT, "b5", lane=1))
    assert made.stacks == {(0, 6): ("a6", "a7", "a8")}
    assert made.of["x"] == made.of["y"] == 6
    made = found(*chain(9, NEXT, "a"), *chain(8, NEXT, "b", lane=1))
    assert made.stacks == {(0, 6): ("a6", "a7", "a8"), (1, 6): ("b6", "b7")}
