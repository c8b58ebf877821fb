"""Where each card and line of the map goes: pure geometry, the same for the same input.

Three bands stand side by side, Done | Now | Next; each goal is a lane through
them. A milestone's column is its rank among what it needs within its band, so
no dates are asked for; done work is packed right beside Now. Higher in the lane
is larger in scope. `map_lines` finds the lines' ways between the cards: below
each lane is a strip that no card stands in.

Units: a column is 100 wide, whatever the page makes of it; heights are in
sixteenths of the map's letter height, so that cards grow with their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import heapify, heappop, heappush

from .map_lines import CARD, Box, Line, route, without_implied

GAP = 16
"""Between two cards of one column."""
RUNG = 15
"""How much higher a card stands for a rung more of scope."""
HEAD = 42
"""A lane's header."""
PAD = 18
"""Above the first card of a lane."""
STRIP = 26
"""Below the last card of a lane: room for lines."""
FEW_COLUMNS = 4
"""So many leave cards wide enough for a title in two lines: then a cell takes one card only."""
MAX_COLUMNS = 7
"""More than that cannot be read on a page: the rest is folded into stacks."""
ROWS = 2
"""How many cards of a lane stand in one column, at most."""
NOW_COLUMNS = 3
"""How wide the band Now gets before its lanes get higher; it is never folded."""


class Band(IntEnum):
    """The three bands, left to right."""

    DONE = 0
    NOW = 1
    NEXT = 2


@dataclass(frozen=True, slots=True)
class Node:
    """A milestone to be placed."""

    id: str
    lane: int
    """From 0, top down."""
    band: Band
    scope: int | None
    """The rung, from 1. None: drawn in the middle."""
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card on the map: a milestone, or a stack of several."""

    ids: tuple[str, ...]
    """The milestone; several ids are a stack."""
    lane: int
    column: int
    top: int
    """From the top of its lane's body."""


Widths = tuple[int, int, int]
"""How many columns the bands Done, Now and Next have."""


@dataclass(frozen=True, slots=True)
class MapLayout:
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
        """The height of all lanes with their headers."""
        return sum(self.lanes) + HEAD * len(self.lanes)


def lay_out(nodes: Sequence[Node], lanes: int) -> MapLayout:
    """Return the map of `nodes` in that many lanes.

    Within a column, and where dependencies leave it open, earlier nodes stand before
    later ones: give them in the order they are worked on. What they need must not
    form a circle; ids that are not among the nodes are passed over.
    """
    known = {node.id for node in nodes}
    needs = without_implied({n.id: [need for need in n.needs if need in known] for n in nodes})
    widths, column = _columns(nodes, needs)
    widths, column, stacks = _fold(nodes, needs, widths, column)
    cards, heights = _place(nodes, column, stacks, lanes)
    tops = [sum(heights[:lane]) + HEAD * lane for lane in range(lanes)]
    boxes = [Box(card.column, tops[card.lane] + HEAD + card.top) for card in cards]
    headers = [(top, top + HEAD) for top in tops]
    lines = route(boxes, headers, sum(heights) + HEAD * lanes, _edges(cards, needs))
    return MapLayout(widths, heights, cards, lines)


# --- columns ---


def _columns(nodes: Sequence[Node], needs: Mapping[str, Collection[str]]) -> tuple[Widths, dict[str, int]]:
    """Return the bands' widths and each node's column, from the left of the map.

    A cell takes one card, if the map then has few columns; else more.
    """
    active: defaultdict[int, int] = defaultdict(int)
    for node in nodes:
        active[node.lane] += node.band is Band.NOW
    now_rows = max(ROWS, -(-max(active.values(), default=0) // NOW_COLUMNS))
    for rows in ((1, 1, 1), (ROWS, now_rows, ROWS)):
        ranked = [_ranked(nodes, needs, band, rows[band]) for band in Band]
        done, now, after = (max(ranks.values(), default=-1) + 1 for ranks in ranked)
        if done + now + after <= FEW_COLUMNS:
            break
    column = {id: done - 1 - rank for id, rank in ranked[Band.DONE].items()}
    column |= {id: done + rank for id, rank in ranked[Band.NOW].items()}
    column |= {id: done + now + rank for id, rank in ranked[Band.NEXT].items()}
    return (done, now, after) if nodes else (1, 1, 1), column


def _ranked(
    nodes: Sequence[Node], needs: Mapping[str, Collection[str]], band: Band, rows: int
) -> dict[str, int]:
    """Return how far each node of a band stands from Now's side: the Done band counts
    backwards, from what nothing done needs; the others from what needs nothing in them.

    At most `rows` nodes of a lane share a rank.
    """
    inside = {n.id: n for n in nodes if n.band is band}
    sign = -1 if band is Band.DONE else 1
    at = {id: sign * i for i, id in enumerate(inside)}
    behind: dict[str, list[str]] = {id: [] for id in inside}
    waits = dict.fromkeys(inside, 0)
    for id in inside:
        for need in (n for n in needs[id] if n in inside):
            first, then = (id, need) if band is Band.DONE else (need, id)
            behind[first].append(then)
            waits[then] += 1
    ready = [(at[id], id) for id, first in waits.items() if not first]
    heapify(ready)
    rank = dict.fromkeys(inside, 0)
    cells = _Cells(rows)
    while ready:
        _, id = heappop(ready)
        rank[id] = cells.take(inside[id].lane, rank[id])
        for other in behind[id]:
            rank[other] = max(rank[other], rank[id] + 1)
            waits[other] -= 1
            if not waits[other]:
                heappush(ready, (at[other], other))
    return rank


class _Cells:
    """The places of a band, each with room for so many cards."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.taken: defaultdict[tuple[int, int], int] = defaultdict(int)
        self.next: dict[tuple[int, int], int] = {}

    def take(self, lane: int, rank: int) -> int:
        """Take a place in the lane, of that rank or the first with room behind it."""
        way = []
        while (lane, rank) in self.next:  # full: the next that may not be, and a shortcut to it
            way.append(rank)
            rank = self.next[lane, rank]
        self.next.update(((lane, full), rank) for full in way)
        self.taken[lane, rank] += 1
        if self.taken[lane, rank] == self.rows:
            self.next[lane, rank] = rank + 1
        return rank


def _fold(
    nodes: Sequence[Node], needs: Mapping[str, Collection[str]], widths: Widths, column: dict[str, int]
) -> tuple[Widths, dict[str, int], dict[tuple[int, int], tuple[str, ...]]]:
    """Return widths, columns and stacks (by lane and column) of a map that has at most
    `MAX_COLUMNS`, if the band Now lets it.

    What is under way is never folded. A band that is too wide keeps the columns beside
    Now, and each lane gets one stack, in the band's outermost column, of what it hides.
    """
    done, now, after = widths
    if done + now + after <= MAX_COLUMNS:
        return widths, column, {}
    room = max(MAX_COLUMNS - now, 2)
    kept_after = min(after, max(room // 2, room - done))
    kept_done = min(done, room - kept_after)
    cut = done - kept_done
    last = kept_done + now + kept_after - 1
    moved = {}
    hidden: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for node in nodes:
        at = min(max(column[node.id] - cut, 0), last)
        if (cut and at == 0) or (after > kept_after and at == last):
            hidden[node.lane, at].append(node.id)
        else:
            moved[node.id] = at
    stacks = {}
    for cell, ids in hidden.items():
        # So few take no more room than a stack, unless one needs another: those stand side by side.
        if len(ids) <= ROWS and not any(need in ids for id in ids for need in needs[id]):
            moved |= dict.fromkeys(ids, cell[1])
        else:
            stacks[cell] = tuple(ids)
    return (kept_done, now, kept_after), moved, stacks


# --- cards ---


def _place(
    nodes: Sequence[Node], column: Mapping[str, int],
    stacks: Mapping[tuple[int, int], tuple[str, ...]], lanes: int,
) -> tuple[tuple[PlacedCard, ...], tuple[int, ...]]:
    """Return the cards, and the height of each lane."""
    cells: defaultdict[tuple[int, int], list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    drop = _drops(nodes, lanes)
    for node in nodes:
        if node.id in column:
            cells[node.lane, column[node.id]].append((drop[node.id], (node.id,)))
    for cell, ids in stacks.items():
        cells[cell].append((max(drop[id] for id in ids), ids))
    rows = [0] * lanes
    drops: list[set[int]] = [set() for _ in range(lanes)]
    for (lane, _), stood in cells.items():
        rows[lane] = max(rows[lane], len(stood))
        drops[lane].update(lowered for lowered, _ in stood)
    highest = [min(some, default=0) for some in drops]
    tall = [max(n * (CARD + GAP) - GAP, max(some) - min(some) + CARD) if n else CARD // 2
            for n, some in zip(rows, drops, strict=True)]
    cards = []
    for (lane, at), stood in sorted(cells.items()):
        stood.sort(key=lambda some: some[0])
        tops = _tops([lowered - highest[lane] for lowered, _ in stood], tall[lane])
        cards += (PlacedCard(ids, lane, at, PAD + top) for (_, ids), top in zip(stood, tops, strict=True))
    return tuple(cards), tuple(PAD + height + STRIP for height in tall)


def _tops(wanted: Sequence[int], tall: int) -> list[int]:
    """Return where the cards of a cell stand: as near to where they should, ascending, as the
    others and the lane's height allow."""
    tops: list[int] = []
    for at in wanted:
        tops.append(max(at, tops[-1] + CARD + GAP) if tops else at)
    limit = tall - CARD
    for i in reversed(range(len(tops))):
        tops[i] = min(tops[i], limit)
        limit = tops[i] - CARD - GAP
    return tops


def _drops(nodes: Sequence[Node], lanes: int) -> dict[str, int]:
    """Return how much lower than the largest of its lane each node stands."""
    scopes: list[list[int]] = [[] for _ in range(lanes)]
    for node in nodes:
        if node.scope:
            scopes[node.lane].append(node.scope)
    largest = [max(own, default=0) for own in scopes]
    middle = [sorted(own)[len(own) // 2] if own else 0 for own in scopes]
    return {n.id: (largest[n.lane] - (n.scope or middle[n.lane])) * RUNG for n in nodes}


def _edges(cards: Sequence[PlacedCard], needs: Mapping[str, Collection[str]]) -> set[tuple[int, int]]:
    """Return the pairs of cards to join: what is needed, what needs it. Cards of one column
    stay apart: only in a folded band's outermost can they need one another.

    What follows for stacks from other lines is left out, too.
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
