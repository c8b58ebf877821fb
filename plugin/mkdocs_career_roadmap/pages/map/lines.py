"""The lines of the map: which there are, and how each finds its way between the cards.

A line leaves its left card at the middle of its right edge, and ends at the
middle of its right card's left edge. It bends in the gutters between columns,
where no card stands. The columns between its cards it crosses at one height,
at which nothing is in its way: no card, nothing that parts lanes, no line that comes
from elsewhere and leads elsewhere. So no line runs behind a card that is not
its own, and lines that run as one have the same beginning or the same end.

Units: see `map_layout`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...roadmap.graph import in_order

COLUMN = 100
INSET = 8
"""From a column's edge to its card."""
CARD = 66
"""A card's height, without what stands in it below its title: three lines of words."""
MARGIN = 7
"""How near a line may come to a card that is not its own, or to a header."""
APART = 5
"""How near one line may run beside another."""
TURNS = 10
"""How wide the part of a gutter is in which lines go up and down."""

Edge = tuple[int, int]
"""What is needed and what needs it, by their places among the cards."""


class Box(NamedTuple):
    """Where a card stands on the whole map."""

    column: int
    top: int
    height: int = CARD

    @property
    def middle(self) -> int:
        """The height at which lines meet it: where its title stands."""
        return self.top + CARD // 2


class Line(NamedTuple):
    """A line between two cards, by their places in `MapLayout.cards`."""

    source: int
    """What is needed."""
    target: int
    """What needs it."""
    points: tuple[tuple[int, int], ...]
    """From left to right over the whole map. Between two points of one height the line is
    straight, between others it bends within a gutter."""
    turns: tuple[int, ...]
    """For each bend, where in the gutter the line is to go up or down."""


def without_implied(needs: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return `needs` without what follows from the rest: who needs b, which needs a,
    needs a anyway. Raises graphlib.CycleError on a circle.
    """
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


def route(
    boxes: Sequence[Box], headers: Iterable[tuple[int, int]], height: int, edges: Iterable[Edge]
) -> tuple[Line, ...]:
    """Return a line for each edge, in order. Edges must lead from one column to another.

    `headers` are the tops and bottoms of what parts the lanes, top down.
    """
    ways = _Ways(boxes, headers, height)
    points_of = {}
    # Short lines choose their way first: long ones have more to choose from.
    for edge in sorted(edges, key=lambda e: (abs(boxes[e[0]].column - boxes[e[1]].column), e)):
        left, right = sorted((boxes[at] for at in edge), key=lambda box: box.column)
        points_of[edge] = _points(left, right, ways.take(left, right, edge))
    turns = _turns(points_of.values())
    return tuple(Line(*edge, points, tuple(turns[bend] for bend in _bends(points)))
                 for edge, points in sorted(points_of.items()))


class _Ways:
    """What is in the way of lines, column by column."""

    def __init__(self, boxes: Iterable[Box], headers: Iterable[tuple[int, int]], height: int) -> None:
        self.bottom = height - MARGIN
        near = MARGIN - 1
        self.headers = [(top - near, bottom + near) for top, bottom in headers]
        cards: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for box in boxes:
            cards[box.column].append((box.top - near, box.top + box.height + near))
        self.blocks = {column: sorted(self.headers + here) for column, here in cards.items()}
        self.runs: defaultdict[int, dict[int, tuple[set[int], set[int]]]] = defaultdict(dict)
        """By column and height: what the lines there come from, and what they lead to."""
        self.heights: defaultdict[int, set[int]] = defaultdict(set)
        """By what lines come from."""

    def take(self, left: Box, right: Box, edge: Edge) -> int:
        """Return the height at which the line crosses the columns between its cards, and keep it
        for this line. It makes the way short and, if that takes no long detour, saves a bend.
        """
        between = range(left.column + 1, right.column)
        ends = (left.middle, right.middle)
        if not between:
            return left.middle
        # If the lines leave no room, it runs over one: below a lane's cards there is nothing else.
        free = [*self._free(between, ends[0], edge)] or [*self._free(between, ends[0], None)]
        saving = {*ends, *self.heights[edge[0]]}
        free += (y for y in sorted(saving) if not self._hits(between, y, edge))
        best = min(free, key=lambda y: sum(abs(y - end) for end in ends) + 2 * APART * (y not in saving))
        self.heights[edge[0]].add(best)
        for column in between:
            sources, targets = self.runs[column].setdefault(best, (set(), set()))
            sources.add(edge[0])
            targets.add(edge[1])
        return best

    def _free(self, between: range, start: int, edge: Edge | None) -> Iterator[int]:
        """Yield the nearest free heights above and below one end. No other makes a shorter way:
        any between the ends is as good as the next, and else these are the nearest to both.
        """
        for side in (0, 1):
            y = start
            while MARGIN <= y <= self.bottom:
                hits = [hit[side] for hit in self._hits(between, y, edge)]
                if not hits:
                    yield y
                    break
                y = max(hits) + 1 if side else min(hits) - 1

    def _hits(self, between: range, y: int, edge: Edge | None) -> list[tuple[int, int]]:
        """Return the tops and bottoms of what is at this height; without an edge, lines are not."""
        hits = []
        for column in between:
            blocks = self.blocks.get(column, self.headers)
            at = bisect_left(blocks, (y + 1, 0)) - 1
            if at >= 0 and y <= blocks[at][1]:
                hits.append(blocks[at])
            if edge:
                runs = self.runs[column]
                hits += ((near - APART + 1, near + APART - 1) for near in range(y - APART + 1, y + APART)
                          if near in runs and runs[near][0] != {edge[0]} and runs[near][1] != {edge[1]})
        return hits


def _points(left: Box, right: Box, y: int) -> tuple[tuple[int, int], ...]:
    """Return the points of a line that crosses the columns between its cards at height `y`."""
    start = ((left.column + 1) * COLUMN - INSET, left.middle)
    end = (right.column * COLUMN + INSET, right.middle)
    points = [start]
    if right.column - left.column > 1:
        points += [(start[0] + 2 * INSET, y)] if y != left.middle else []
        points += [(end[0] - 2 * INSET, y)] if y != right.middle else []
    return (*points, end)


# --- bends ---

_Bend = tuple[int, int, int]
"""Where it begins, and the heights it leads from and to."""


def _bends(points: Iterable[tuple[int, int]]) -> Iterator[_Bend]:
    return ((x, y0, y1) for (x, y0), (_, y1) in pairwise(points) if y0 != y1)


def _turns(ways: Iterable[Iterable[tuple[int, int]]]) -> dict[_Bend, int]:
    """Return where in its gutter each bend goes up or down.

    Lines down do so the further to the right the higher they come from, lines up the lower
    they come from: then they cross only where they must. From one height they go as one.
    """
    turns: dict[_Bend, int] = {}
    for group in _passing({bend for points in ways for bend in _bends(points)}):
        order = sorted({_side(bend) for bend in group})
        step = TURNS / len(order)
        first = group[0][0] + INSET - step * (len(order) - 1) / 2
        place = {side: round(first + step * at) for at, side in enumerate(order)}
        turns |= {bend: place[_side(bend)] for bend in group}
    return turns


def _side(bend: _Bend) -> tuple[bool, int]:
    """Return what sorts bends from left to right."""
    _, y0, y1 = bend
    return (True, y0) if y0 > y1 else (False, -y0)


def _passing(bends: Collection[_Bend]) -> list[list[_Bend]]:
    """Return the bends in groups that pass one another in a gutter; only those must make room."""
    groups: list[list[_Bend]] = []
    end = (0, 0)
    for bend in sorted(bends, key=lambda b: (b[0], min(b[1:]), b)):
        x, *heights = bend
        if not groups or (x, min(heights)) >= end:
            groups.append([])
        groups[-1].append(bend)
        end = max(end, (x, max(heights)))
    return groups
