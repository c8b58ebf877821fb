"""Where cards and lines of the map go: laws that hold for every map, and some maps by example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from depth import tries
from hypothesis import given
from hypothesis import strategies as st
from maps import box_of, maps, stretches
from mkdocs_career_roadmap.pages.map.columns import MAX_COLUMNS, NOW_COLUMNS, ROWS, Band, Node
from mkdocs_career_roadmap.pages.map.layout import (
    BETWEEN,
    GAP,
    PAD,
    RUNG,
    STRIP,
    MapLayout,
    PlacedCard,
    lay_out,
)
from mkdocs_career_roadmap.pages.map.lines import APART, CARD, COLUMN, INSET, MARGIN

Map = tuple[Sequence[Node], int]

DONE, NOW, NEXT = Band

law = tries(60)


def node(id: str, band: Band = DONE, needs: str = "", lane: int = 0, scope: int | None = None) -> Node:
    return Node(id, lane, band, scope, tuple(needs.split()))


def card_of(layout: MapLayout) -> dict[str, PlacedCard]:
    return {id: card for card in layout.cards for id in card.ids}


def is_folded(layout: MapLayout) -> bool:
    return any(len(card.ids) > 1 for card in layout.cards)


def columns_of(layout: MapLayout, band: Band) -> range:
    first = sum(layout.columns[:band])
    return range(first, first + layout.columns[band])


def reached(edges: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return every pair that the edges, each (need, what needs it), join in one step or more."""
    found = set(edges)
    while more := {(a, d) for a, b in found for c, d in edges if b == c} - found:
        found |= more
    return found


def joined(layout: MapLayout) -> set[tuple[str, str]]:
    """Return the lines by the first ids of their cards."""
    return {(layout.cards[line.source].ids[0], layout.cards[line.target].ids[0]) for line in layout.lines}


# --- laws of cards ---


@law
@given(maps())
def test_every_node_is_on_exactly_one_card_in_its_lane(some: Map) -> None:
    nodes, lanes = some
    placed = Counter((id, card.lane) for card in lay_out(nodes, lanes).cards for id in card.ids)
    assert placed == Counter((n.id, n.lane) for n in nodes)


@law
@given(maps())
def test_no_card_overlaps_another(some: Map) -> None:
    for above, below in pairwise(sorted(lay_out(*some).cards, key=lambda c: (c.lane, c.column, c.top))):
        if (above.lane, above.column) == (below.lane, below.column):
            assert above.top + above.height + GAP <= below.top


@law
@given(maps())
def test_every_card_is_inside_its_lane_with_room_for_lines(some: Map) -> None:
    layout = lay_out(*some)
    assert len(layout.lanes) == some[1]
    for card in layout.cards:
        assert PAD <= card.top <= layout.lanes[card.lane] - card.height - STRIP
    for lane, height in enumerate(layout.lanes):
        own = [card for card in layout.cards if card.lane == lane]
        if own:  # nor higher than it has to be
            assert min(card.top for card in own) == PAD
            highest, together = max(card.height for card in own), sum(card.height + GAP for card in own) - GAP
            assert height <= PAD + max(highest + 4 * RUNG, together) + STRIP


@law
@given(maps())
def test_every_card_is_in_a_column_of_its_band(some: Map) -> None:
    layout = lay_out(*some)
    card = card_of(layout)
    for n in some[0]:
        assert card[n.id].column in columns_of(layout, n.band)


@law
@given(maps())
def test_no_column_is_empty(some: Map) -> None:
    layout = lay_out(*some)
    if some[0]:
        assert {card.column for card in layout.cards} == set(range(sum(layout.columns)))


@law
@given(maps())
def test_map_has_few_columns_unless_the_band_now_alone_has_many(some: Map) -> None:
    _, now, _ = columns = lay_out(*some).columns
    assert sum(columns) <= max(MAX_COLUMNS, now + 2)


@law
@given(maps())
def test_what_is_needed_stands_left_of_what_needs_it_within_a_band(some: Map) -> None:
    nodes, lanes = some
    layout = lay_out(nodes, lanes)
    card, band = card_of(layout), {n.id: n.band for n in nodes}
    outermost = {0, sum(layout.columns) - 1} if sum(layout.columns) >= MAX_COLUMNS else set()
    for n in nodes:
        for need in n.needs:
            if band[need] is n.band:
                left, right = card[need].column, card[n.id].column
                assert left < right or (left == right and left in outermost)
                # What is needed is never one of several in a lane's cell that look free of one another.
                assert left < right or card[need].lane != card[n.id].lane or card[need] == card[n.id]


@law
@given(maps())
def test_what_is_under_way_is_never_folded(some: Map) -> None:
    card = card_of(lay_out(*some))
    assert all(card[n.id].ids == (n.id,) for n in some[0] if n.band is NOW)


@law
@given(maps())
def test_stack_holds_one_band_of_one_lane_in_the_outermost_column(some: Map) -> None:
    nodes, lanes = some
    layout = lay_out(nodes, lanes)
    kind = {n.id: (n.lane, n.band) for n in nodes}
    stacks = [card for card in layout.cards if len(card.ids) > 1]
    assert len({(card.lane, card.column) for card in stacks}) == len(stacks)
    for card in stacks:
        ((lane, band),) = {kind[id] for id in card.ids}
        assert (card.lane, card.column) == (lane, columns_of(layout, band)[0 if band is DONE else -1])
        assert [c for c in layout.cards if (c.lane, c.column) == (lane, card.column)] == [card]


@law
@given(maps())
def test_lane_has_few_cards_in_a_column(some: Map) -> None:
    nodes, lanes = some
    layout = lay_out(nodes, lanes)
    active = Counter(n.lane for n in nodes if n.band is NOW)
    now_rows = max(ROWS, -(-max(active.values(), default=0) // NOW_COLUMNS))
    for (_, column), count in Counter((card.lane, card.column) for card in layout.cards).items():
        assert count <= (now_rows if column in columns_of(layout, NOW) else ROWS)


@law
@given(maps())
def test_in_a_cell_larger_stands_above_smaller(some: Map) -> None:
    nodes, lanes = some
    scope = {n.id: n.scope for n in nodes}
    for above, below in pairwise(lay_out(nodes, lanes).cards):
        if (above.lane, above.column) == (below.lane, below.column):
            one, other = scope[above.ids[0]], scope[below.ids[0]]
            assert one is None or other is None or one >= other


# --- laws of lines ---


@law
@given(maps())
def test_no_line_passes_within_a_foreign_card(some: Map) -> None:
    layout = lay_out(*some)
    boxes = [box_of(layout, number) for number in range(len(layout.cards))]
    for line in layout.lines:
        for points in stretches(line):
            is_straight = points[0][1] == points[-1][1]
            for x, y in points:
                at = int(x // COLUMN)
                if not at * COLUMN + INSET < x < (at + 1) * COLUMN - INSET:
                    continue
                assert is_straight, "lines bend in gutters only"
                for number, box in enumerate(boxes):
                    if box.column == at and number not in (line.source, line.target):
                        assert not box.top - MARGIN < round(y, 6) < box.top + box.height + MARGIN


@law
@given(maps())
def test_no_line_runs_behind_a_header_nor_leaves_the_map(some: Map) -> None:
    layout = lay_out(*some)
    for line in layout.lines:
        for points in stretches(line):
            if points[0][1] == points[-1][1]:
                assert MARGIN <= points[0][1] <= layout.height - MARGIN
                for lane in range(len(layout.lanes)):
                    bottom = layout.lane_top(lane)
                    assert not bottom - BETWEEN - MARGIN < points[0][1] < bottom + MARGIN


@law
@given(maps())
def test_every_line_leads_from_the_right_edge_of_a_card_to_the_left_edge_of_another(some: Map) -> None:
    layout = lay_out(*some)
    for line in layout.lines:
        ends = (box_of(layout, line.source), box_of(layout, line.target))
        left, right = sorted(ends, key=lambda box: box.column)
        ways = list(stretches(line))
        assert ways[0][0] == ((left.column + 1) * COLUMN - INSET, left.top + CARD / 2)
        assert ways[-1][-1] == (right.column * COLUMN + INSET, right.top + CARD / 2)
        xs = [x for points in ways for x, _ in points]
        assert xs == sorted(xs), "never backwards"


@law
@given(maps())
def test_every_line_has_a_need_behind_it(some: Map) -> None:
    nodes, lanes = some
    layout = lay_out(nodes, lanes)
    card, all_needs = card_of(layout), reached((need, n.id) for n in nodes for need in n.needs)
    wanted = {(card[need], card[id]) for need, id in all_needs}
    ends = [(layout.cards[line.source], layout.cards[line.target]) for line in layout.lines]
    assert set(ends) <= wanted
    assert len(set(ends)) == len(ends)


@law
@given(maps(max_size=25))
def test_lines_without_stacks_reach_just_what_the_needs_reach(some: Map) -> None:
    nodes, lanes = some
    layout = lay_out(nodes, lanes)
    hidden = {(a.ids[0], b.ids[0]) for a in layout.cards for b in layout.cards if a.column == b.column}
    if not is_folded(layout) and not hidden & {(need, n.id) for n in nodes for need in n.needs}:
        assert reached(joined(layout)) == reached({(need, n.id) for n in nodes for need in n.needs})


@law
@given(maps())
def test_no_line_follows_from_the_others(some: Map) -> None:
    layout = lay_out(*some)
    column = {card.ids[0]: card.column for card in layout.cards}
    ahead = {(a, b) for a, b in joined(layout) if column[a] < column[b]}
    longer = {(a, c) for a, b in reached(ahead) for d, c in ahead if b == d}
    assert not ahead & longer
    if not is_folded(layout):
        every = joined(layout)
        assert not every & {(a, c) for a, b in reached(every) for d, c in every if b == d}


@law
@given(maps())
def test_bends_that_need_not_cross_do_not(some: Map) -> None:
    bends: dict[float, list[list[tuple[float, float]]]] = {}
    for line in lay_out(*some).lines:
        for points in stretches(line, 8):
            if points[0][1] != points[-1][1]:
                bends.setdefault(points[0][0], []).append(points)
    for gutter in bends.values():
        for one in gutter:
            for other in gutter:
                both_down = one[0][1] < one[-1][1] and other[0][1] < other[-1][1]
                if both_down and one[0][1] < other[0][1] and one[-1][1] < other[-1][1]:
                    # The upper one turns later: at each share of its way it is further to the right.
                    overlap = one[-1][1] > other[0][1]
                    assert not overlap or all(x >= u for (x, _), (u, _) in zip(one, other, strict=True))


# --- laws of the same in, the same out ---


@law
@given(maps())
def test_same_map_is_laid_out_the_same(some: Map) -> None:
    assert lay_out(*some) == lay_out(*some)


@law
@given(maps())
def test_names_and_the_order_of_needs_move_nothing(some: Map) -> None:
    nodes, lanes = some
    name = {n.id: f"x{len(nodes) - i:03}" for i, n in enumerate(nodes)}
    renamed = [n._replace(id=name[n.id], needs=tuple(name[need] for need in n.needs[::-1])) for n in nodes]
    one, other = lay_out(nodes, lanes), lay_out(renamed, lanes)
    assert [c._replace(ids=tuple(name[id] for id in c.ids)) for c in one.cards] == list(other.cards)
    assert one.lines == other.lines


@law
@given(maps(), st.integers(0, 59))
def test_what_is_not_on_the_map_is_passed_over(some: Map, at: int) -> None:
    nodes, lanes = some
    more = [n._replace(needs=(*n.needs, "elsewhere")) if i == at else n for i, n in enumerate(nodes)]
    assert lay_out(more, lanes) == lay_out(nodes, lanes)


# --- by example ---


def places(*nodes: Node, lanes: int = 1) -> Mapping[str, tuple[int, int]]:
    """Return the columns and tops of cards by what is on them."""
    return {" ".join(card.ids): (card.column, card.top - PAD) for card in lay_out(nodes, lanes).cards}


def test_map_without_nodes_has_a_column_for_each_band_and_lanes_for_the_names_of_goals() -> None:
    layout = lay_out([], 2)
    assert (layout.columns, layout.cards, layout.lines) == ((1, 1, 1), (), ())
    assert layout.lanes == (PAD + CARD + STRIP,) * 2
    assert layout.height == 2 * (BETWEEN + PAD + CARD + STRIP)
    assert [layout.lane_top(lane) for lane in (0, 1)] == [BETWEEN, 2 * BETWEEN + layout.lanes[0]]


def test_map_without_lanes_is_empty() -> None:
    assert lay_out([], 0) == MapLayout((1, 1, 1), (), (), ())


def test_larger_stands_higher_by_the_rung() -> None:
    assert places(node("a", scope=2), node("b", NOW, "a", scope=5), node("c", NEXT, "b")) == {
        "a": (0, 3 * RUNG), "b": (1, 0), "c": (2, 0)}


def test_lane_is_no_higher_than_the_scopes_that_are_shown_ask_for() -> None:
    for scope, height in ((1, 0), (2, RUNG), (4, 3 * RUNG)):
        layout = lay_out([node("a", scope=1), node("b", NOW, "a", scope=scope)], 1)
        assert layout.lanes == (PAD + height + CARD + STRIP,)


def test_without_a_scope_a_card_stands_in_the_middle_of_its_lane() -> None:
    found = places(node("a", scope=1), node("b", NOW, "a", scope=2), node("c", NEXT, "b", scope=4),
                   node("d", NEXT, "c"))
    assert found["d"][1] == found["b"][1] == 2 * RUNG


def test_card_that_finds_no_room_below_pushes_those_above_it_up() -> None:
    # Both want to stand 60 lower than c; the lane is as high as two cards.
    nodes = [node("a", scope=1, lane=0), node("b", scope=1, lane=0), node("c", NOW, "a b", scope=5),
             node("d", NOW, "c"), node("e", NEXT, "d"), node("f", NEXT, "e")]
    found = places(*nodes)
    assert (found["a"], found["b"], found["c"]) == ((0, 0), (0, CARD + GAP), (1, 0))


def test_line_against_the_bands_is_drawn_from_left_to_right() -> None:
    layout = lay_out([node("plan", NEXT), node("deed", DONE, "plan")], 1)
    (line,) = layout.lines
    assert (layout.cards[line.source].ids, layout.cards[line.target].ids) == (("plan",), ("deed",))
    middle = BETWEEN + PAD + CARD // 2
    assert line.points == ((COLUMN - INSET, middle), (COLUMN + INSET, middle))


def test_line_meets_a_higher_card_at_its_title_and_others_keep_clear_of_all_of_it() -> None:
    high = node("b", NOW, "a")._replace(extra=50)
    layout = lay_out([node("a"), high, node("c", NEXT, "b"), node("d", NEXT, "a")], 1)
    b = next(card for card in layout.cards if card.ids == ("b",))
    assert b.height == CARD + 50
    top = BETWEEN + b.top
    for line in layout.lines:
        heights = [y for x, y in line.points if COLUMN < x < 2 * COLUMN]
        if b in (layout.cards[line.source], layout.cards[line.target]):
            assert top + CARD // 2 in [y for _, y in line.points]
        else:
            assert heights
            assert all(y <= top - MARGIN or y >= top + b.height + MARGIN for y in heights)


def test_what_follows_from_needs_against_the_bands_gets_no_line() -> None:
    layout = lay_out([node("plan", NEXT), node("deed", DONE, "plan"), node("more", DONE, "plan deed")], 1)
    assert joined(layout) == {("plan", "deed"), ("deed", "more")}


def test_stack_stands_as_high_as_its_smallest_and_the_lane_is_no_higher_than_what_it_shows() -> None:
    scopes = [4, 3, 5, *[2] * 6]  # the first three are folded, the largest among them
    nodes = [node(f"c{i}", needs=f"c{i - 1}" if i else "", scope=s) for i, s in enumerate(scopes)]
    layout = lay_out(nodes, 1)
    assert layout.cards[0].ids == ("c0", "c1", "c2")
    assert [card.top for card in layout.cards] == [PAD, *[PAD + RUNG] * 6]
    assert layout.lanes == (PAD + RUNG + CARD + STRIP,)


def test_there_is_room_for_lines_above_below_and_between_cards() -> None:
    assert GAP >= 2 * MARGIN
    assert PAD >= 2 * MARGIN + APART
    assert STRIP >= 2 * MARGIN + 2 * APART


def test_what_follows_for_a_stack_gets_no_line() -> None:
    # The stack of s1..s3 is needed by t, and by u only through t; s2 itself is needed by u.
    chain = [node(f"c{i}", needs=f"c{i - 1}" if i else "") for i in range(8)]
    more = [node("t", NOW, "c1"), node("u", NOW, "c2 t"), *(node(f"n{i}", NEXT) for i in range(4))]
    layout = lay_out([*chain, *more], 1)
    stack = next(card for card in layout.cards if "c1" in card.ids)
    assert stack.ids == ("c0", "c1", "c2", "c3", "c4", "c5")
    assert {pair for pair in joined(layout) if pair[0] == "c0"} == {("c0", "c6"), ("c0", "t")}


def test_a_lane_is_as_high_as_its_head_and_the_next_begins_below() -> None:
    nodes = [node("a"), node("b", lane=1)]
    low, high = lay_out(nodes, 2), lay_out(nodes, 2, heads=[180, 50])
    assert high.lanes == (180, low.lanes[1])
    assert high.lane_top(1) == BETWEEN + 180 + BETWEEN
    assert [card.top for card in high.cards] == [card.top for card in low.cards]
