"""Where each card and line of the map goes: pure geometry, the same for the same input.

Three bands stand side by side, Done | Now | Next; each goal is a lane through
them. A milestone's column is its rank among what it needs within its band, so
no dates are asked for; done work is packed right beside Now. Higher in the lane
is larger in scope. Between columns runs a gutter and below each lane a strip
where no card ever stands: lines that cannot run straight run there, so that no
line ever passes behind a card it does not belong to.

Units: a column is 100 wide, whatever the page makes of it; heights are in
sixteenths of the map's letter height, so that cards grow with their words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import heapify, heappop, heappush

from .graph import in_order

COLUMN = 100
INSET = 8
"""From a column's edge to its card."""
CARD = 66
"""A card's height: three lines of words."""
GAP = 12
"""Between two cards of one column."""
RUNG = 15
"""How much higher a card stands for a rung more of scope."""
HEAD = 42
"""A lane's header."""
PAD = 14
"""Above the first card of a lane."""
STRIP = 26
"""Below the last card of a lane: room for lines."""
MARGIN = 5
"""How near a line may come to a card that is not its own."""
MAX_COLUMNS = 7
"""More than that cannot be read on a page: the rest is folded into stacks."""


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


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two cards, by their places in `MapLayout.cards`."""

    source: int
    """What is needed."""
    target: int
    """What needs it."""
    points: tuple[tuple[int, int], ...]
    """From left to right over the whole map. Between two points of one height the line is
    straight, between others it bends within a gutter."""


@dataclass(frozen=True, slots=True)
class MapLayout:
    """A laid out map. Without nodes it has three empty columns."""

    columns: tuple[int, int, int]
    """How many the bands Done, Now and Next have; each at least 1."""
    lanes: tuple[int, ...]
    """The height of each lane's body."""
    cards: tuple[PlacedCard, ...]
    """Lane after lane, left to right, top down: the order in which they are read."""
    lines: tuple[Line, ...]

    @property
    def height(self) -> int:
        """The height of all lanes with their headers."""
        return sum(self.lanes) + HEAD * len(self.lanes)

    def lane_top(self, lane: int) -> int:
        """Return where the lane's body begins, below its header."""
        return sum(self.lanes[:lane]) + HEAD * (lane + 1)


def lay_out(nodes: Sequence[Node], lanes: int) -> MapLayout:
    """Return the map of `nodes` in that many lanes.

    Within a column, and where dependencies leave it open, earlier nodes stand before
    later ones: give them in the order they are worked on. What they need must not
    form a circle; ids that are not among the nodes are passed over.
    """
    known = {node.id for node in nodes}
    needs = {n.id: [need for need in n.needs if need in known] for n in nodes}
    widths, column = _columns(nodes, needs)
    widths, column, stacks = _fold(nodes, widths, column)
    cards, heights = _place(nodes, column, stacks, lanes)
    layout = MapLayout(widths, heights, cards, ())
    lines = _route(layout, _edges(cards, without_implied(needs)))
    return MapLayout(widths, heights, cards, lines)


# --- columns ---


def _columns(
    nodes: Sequence[Node], needs: Mapping[str, Collection[str]]
) -> tuple[tuple[int, int, int], dict[str, int]]:
    """Return the bands' widths and each node's column, from the left of the map.

    A lane shows one card in a column, if the map is then five columns wide at most;
    else two; else three, so that it folds as late as it can.
    """
    for most, limit in ((1, 5), (2, MAX_COLUMNS), (3, 0)):
        ranked = [_ranked(nodes, needs, band, most) for band in Band]
        widths = tuple(max(ranks.values(), default=0) + 1 for ranks in ranked)
        if sum(widths) <= limit:
            break
    done, now, after = widths
    column = {id: done - 1 - rank for id, rank in ranked[Band.DONE].items()}
    column |= {id: done + rank for id, rank in ranked[Band.NOW].items()}
    column |= {id: done + now + rank for id, rank in ranked[Band.NEXT].items()}
    return (done, now, after), column


def _ranked(
    nodes: Sequence[Node], needs: Mapping[str, Collection[str]], band: Band, most: int
) -> dict[str, int]:
    """Return how far each node of a band stands from Now's side: the Done band counts
    backwards, from what nothing done needs; the others from what needs nothing in them.

    At most `most` nodes of a lane share a rank.
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
    crowd: defaultdict[tuple[int, int], int] = defaultdict(int)
    while ready:
        _, id = heappop(ready)
        lane = inside[id].lane
        while crowd[lane, rank[id]] >= most:
            rank[id] += 1
        crowd[lane, rank[id]] += 1
        for other in behind[id]:
            rank[other] = max(rank[other], rank[id] + 1)
            waits[other] -= 1
            if not waits[other]:
                heappush(ready, (at[other], other))
    return rank


def _fold(
    nodes: Sequence[Node], widths: tuple[int, int, int], column: dict[str, int]
) -> tuple[tuple[int, int, int], dict[str, int], dict[tuple[int, int], tuple[str, ...]]]:
    """Return widths, columns and stacks of a map that has at most `MAX_COLUMNS`.

    What is under way is never folded. A band that is too wide keeps the columns beside
    Now, and each lane gets one stack, in the band's outermost column, of what it hides.
    """
    done, now, after = widths
    if done + now + after <= MAX_COLUMNS:
        return widths, column, {}
    room = max(MAX_COLUMNS - now, 4)
    kept_after = min(after, max(2, room - done))
    kept_done = min(done, room - kept_after)
    cut = done - kept_done
    last = kept_done + now + kept_after - 1
    moved: dict[str, int] = {}
    hidden: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for node in nodes:
        here = column[node.id] - cut
        if cut and here < 1:
            hidden[node.lane, 0].append(node.id)
        elif after > kept_after and here >= last:
            hidden[node.lane, last].append(node.id)
        else:
            moved[node.id] = here
    for cell, ids in list(hidden.items()):
        if len(ids) == 1:  # one card takes no more room than its stack
            moved[ids[0]] = cell[1]
            del hidden[cell]
    stacks = {cell: tuple(ids) for cell, ids in hidden.items()}
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
    cards: list[PlacedCard] = []
    heights = [PAD + CARD // 2 + STRIP] * lanes
    for (lane, at), stood in sorted(cells.items()):
        top = PAD
        for lowered, ids in sorted(stood, key=lambda some: some[0]):
            top = max(top, PAD + lowered)
            cards.append(PlacedCard(ids, lane, at, top))
            top += CARD + GAP
        heights[lane] = max(heights[lane], top - GAP + STRIP)
    return tuple(cards), tuple(heights)


def _drops(nodes: Sequence[Node], lanes: int) -> dict[str, int]:
    """Return how much lower than the largest of its lane each node stands."""
    scopes: list[list[int]] = [[] for _ in range(lanes)]
    for node in nodes:
        if node.scope:
            scopes[node.lane].append(node.scope)
    found = {}
    for node in nodes:
        own = scopes[node.lane]
        middle = sorted(own)[len(own) // 2] if own else 0
        found[node.id] = (max(own) - (node.scope or middle)) * RUNG if own else 0
    return found


# --- lines ---


def without_implied(needs: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return `needs` without what follows from the rest: who needs b, which needs a,
    needs a anyway. Raises graphlib.CycleError on a circle."""
    order = {id: at for at, id in enumerate(in_order(needs))}
    below: dict[str, int] = {}  # a bit for each id that this one needs, near or far
    kept: dict[str, list[str]] = {}
    for id in order:
        reached, mine = 0, []
        for need in sorted(needs.get(id, ()), key=order.__getitem__, reverse=True):
            if not reached >> order[need] & 1:
                mine.append(need)
                reached |= below[need] | 1 << order[need]
        below[id] = reached
        kept[id] = mine
    return kept


def _edges(
    cards: Sequence[PlacedCard], needs: Mapping[str, Iterable[str]]
) -> list[tuple[int, int]]:
    """Return the pairs of cards to join, each once. Cards of one column stay apart: only
    stacks can need one another there, and hide it."""
    card_of = {id: at for at, card in enumerate(cards) for id in card.ids}
    pairs = {
        (card_of[need], at)
        for id, at in card_of.items()
        for need in needs[id]
        if cards[card_of[need]].column != cards[at].column
    }
    return sorted(pairs)


def _route(layout: MapLayout, edges: Iterable[tuple[int, int]]) -> tuple[Line, ...]:
    tops: defaultdict[int, list[int]] = defaultdict(list)
    lane_tops = [layout.lane_top(lane) for lane in range(len(layout.lanes))]
    for card in layout.cards:
        tops[card.column].append(lane_tops[card.lane] + card.top)
    for column in tops.values():
        column.sort()
    strips = [top + height for top, height in zip(lane_tops, layout.lanes, strict=True)]
    used: defaultdict[int, int] = defaultdict(int)
    lines = []
    for source, target in edges:
        left, right = sorted((layout.cards[source], layout.cards[target]), key=lambda c: c.column)
        y1 = lane_tops[left.lane] + left.top + CARD // 2
        y2 = lane_tops[right.lane] + right.top + CARD // 2
        between = [tops[c] for c in range(left.column + 1, right.column)]
        bend = _bend(y1, y2, between, strips, used)
        lines.append(Line(source, target, _points(left.column, right.column, y1, y2, bend)))
    return tuple(lines)


def _bend(
    y1: int, y2: int, between: Sequence[Sequence[int]], strips: Sequence[int],
    used: defaultdict[int, int],
) -> int:
    """Return the height at which a line crosses the columns between its cards: that of its
    left card if nothing is in the way there, else of its right one, else of the strip
    that makes the smallest detour. Lines in one strip run a little apart."""
    for y in (y1, y2):
        if not any(_is_taken(y, column) for column in between):
            return y
    lane = min(range(len(strips)), key=lambda i: abs(strips[i] - y1) + abs(strips[i] - y2))
    used[lane] += 1
    return strips[lane] - 5 - used[lane] % 4 * 4


def _is_taken(y: int, tops: Sequence[int]) -> bool:
    """True when a card of the column (given by its sorted tops) is at this height."""
    at = bisect_left(tops, y - CARD - MARGIN)
    return at < len(tops) and tops[at] <= y + MARGIN


def _points(left: int, right: int, y1: int, y2: int, bend: int) -> tuple[tuple[int, int], ...]:
    start, end = (left + 1) * COLUMN - INSET, right * COLUMN + INSET
    after, before = (left + 1) * COLUMN + INSET, right * COLUMN - INSET
    points = [(start, y1), (end, y2)]
    if right - left > 1:
        points = [(start, y1), (after, bend), (before, bend), (end, y2)]
        if bend == y1:
            del points[1]
        elif bend == y2:
            del points[2]
    return tuple(points)
