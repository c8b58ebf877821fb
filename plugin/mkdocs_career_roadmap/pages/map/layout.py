"""Where each card and line of the map goes: pure geometry, the same for the same input.

Three bands stand side by side, Done | Now | Next; each goal is a lane through
them. A milestone's column is its rank among what it needs within its band, so
no dates are asked for; done work is packed right beside Now (`map_columns`).
Higher in the lane is larger in scope. Above and below each lane's cards there is
room for lines, which find their ways between the cards (`map_lines`).

Units: a column is 100 wide, whatever the page makes of it; heights are in
sixteenths of the map's letter height, so that cards grow with their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from .columns import Columns, Needs, Node, Widths, columns
from .lines import CARD, Box, Edge, Line, route, without_implied

GAP = 16
"""Between two cards of one column: room for a line."""
RUNG = 15
"""How much higher a card stands for a rung more of scope."""
BETWEEN = 10
"""From one lane to the next."""
FOLDED = 34
"""A lane that is one line."""
PAD = 20
"""Above the first card of a lane: room for two lines."""
STRIP = 26
"""Below the last card of a lane: room for three lines."""


class PlacedCard(NamedTuple):
    """A card on the map: a milestone, or a stack of several."""

    ids: tuple[str, ...]
    """The milestone; several ids are a stack."""
    lane: int
    column: int
    top: int
    """From the top of its lane's body."""
    height: int = CARD


class MapLayout(NamedTuple):
    """A laid out map."""

    columns: Widths
    """A band without cards has none; without any cards, each band has one."""
    lanes: tuple[int, ...]
    """The height of each lane's body."""
    cards: tuple[PlacedCard, ...]
    """Lane after lane, left to right, top down: the order in which they are read."""
    lines: tuple[Line, ...]

    @property
    def height(self) -> int:
        """The height of all lanes with what parts them."""
        return sum(self.lanes) + BETWEEN * len(self.lanes)

    def lane_top(self, lane: int) -> int:
        """Return where a lane's body begins."""
        return sum(self.lanes[:lane]) + BETWEEN * (lane + 1)


def lay_out(
    nodes: Sequence[Node], lanes: int, folded: Collection[int] = (), heads: Sequence[int] = ()
) -> MapLayout:
    """Return the map of `nodes` in that many lanes; a lane that is `folded`, which has no nodes, is one line.
    `heads` are how high each of the others is at least, for what stands beside its cards; empty: nothing.

    Within a column, and where dependencies leave it open, earlier nodes stand before
    later ones: give them in the order they are worked on. What they need must not
    form a circle; ids that are not among the nodes are passed over.
    """
    ids = {node.id for node in nodes}
    needs = {n.id: [need for need in n.needs if need in ids] for n in nodes}
    in_columns = columns(nodes, needs)
    cards, full = _place(nodes, in_columns, heads or [0] * lanes)
    heights = tuple(FOLDED if lane in folded else height for lane, height in enumerate(full))
    layout = MapLayout(in_columns.widths, heights, cards, ())
    tops = [layout.lane_top(lane) for lane in range(lanes)]
    boxes = [Box(card.column, tops[card.lane] + card.top, card.height) for card in cards]
    headers = [(top - BETWEEN, top) for top in tops]
    lines = route(boxes, headers, layout.height, _edges(cards, without_implied(needs)))
    return MapLayout(in_columns.widths, heights, cards, lines)


def _place(
    nodes: Sequence[Node], columns: Columns, heads: Sequence[int]
) -> tuple[tuple[PlacedCard, ...], tuple[int, ...]]:
    """Return the cards, and the height of each lane: what its head, its fullest column or its
    scopes ask for.
    """
    drop = _drops(nodes, len(heads))
    cells: defaultdict[tuple[int, int], list[_Stood]] = defaultdict(list)
    for node in nodes:
        if node.id in columns.of:
            cells[node.lane, columns.of[node.id]].append(_Stood(drop[node.id], (node.id,), CARD + node.extra))
    for cell, ids in columns.stacks.items():
        cells[cell].append(_Stood(max(drop[id] for id in ids), ids, CARD))
    highest: dict[int, int] = {}
    for (lane, _), stood in cells.items():
        highest[lane] = min(highest.get(lane, stood[0].drop), *(one.drop for one in stood))
    room = [max(CARD, head - PAD - STRIP) for head in heads]  # without any card, too
    for (lane, _), stood in cells.items():
        room[lane] = max(room[lane], sum(one.height + GAP for one in stood) - GAP,
                         *(one.drop - highest[lane] + one.height for one in stood))
    cards: list[PlacedCard] = []
    for (lane, at), stood in sorted(cells.items()):
        stood.sort(key=lambda one: one.drop)
        tops = _tops([one._replace(drop=one.drop - highest[lane]) for one in stood], room[lane])
        cards += (PlacedCard(one.ids, lane, at, PAD + top, one.height)
                  for one, top in zip(stood, tops, strict=True))
    return tuple(cards), tuple(PAD + height + STRIP for height in room)


class _Stood(NamedTuple):
    """A card of a cell."""

    drop: int
    """How much lower than the largest of its lane it wants to stand."""
    ids: tuple[str, ...]
    height: int


def _tops(stood: Sequence[_Stood], room: int) -> list[int]:
    """Return where the cards of a cell stand: as near to where they want, ascending, as the
    others and the lane's room allow.
    """
    tops: list[int] = []
    lowest = 0
    for one in stood:
        tops.append(max(one.drop, lowest))
        lowest = tops[-1] + one.height + GAP
    lowest = room
    for i in reversed(range(len(tops))):
        tops[i] = min(tops[i], lowest - stood[i].height)
        lowest = tops[i] - GAP
    return tops


def _drops(nodes: Sequence[Node], lanes: int) -> dict[str, int]:
    """Return how much lower than the largest of its lane each node wants to stand."""
    scopes: list[list[int]] = [[] for _ in range(lanes)]
    for node in nodes:
        if node.scope:
            scopes[node.lane].append(node.scope)
    largest = [max(own, default=0) for own in scopes]
    middle = [sorted(own)[len(own) // 2] if own else 0 for own in scopes]
    return {n.id: (largest[n.lane] - (n.scope or middle[n.lane])) * RUNG for n in nodes}


def _edges(cards: Sequence[PlacedCard], needs: Needs) -> set[Edge]:
    """Return the pairs of cards to join. Cards of one column stay apart: only in a folded
    band's outermost can one need another.

    A stack stands for many, so more may follow from its lines than from those of its nodes.
    """
    place = {card.ids[0]: (card.column, at) for at, card in enumerate(cards)}
    first = {id: card.ids[0] for card in cards for id in card.ids}
    pairs = {(first[need], first[id]) for id in first for need in needs[id]}
    ahead: dict[str, list[str]] = {id: [] for id in place}
    for need, id in pairs:
        if place[need][0] < place[id][0]:
            ahead[id].append(need)
    kept = {(need, id) for id, some in without_implied(ahead).items() for need in some}
    kept |= {(need, id) for need, id in pairs if place[need][0] > place[id][0]}
    return {(place[need][1], place[id][1]) for need, id in kept}
