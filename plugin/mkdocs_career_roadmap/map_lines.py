"""The lines of the map: which there are, and how each finds its way between the cards.

A line leaves its left card at the middle of its right edge, and ends at the
middle of its right card's left edge. It bends in the gutters between columns,
where no card stands. The columns between its cards it crosses at one height,
where nothing is in the way: no card, no lane's header, no line that comes from
elsewhere and leads elsewhere. So no line runs behind a card that is not its own,
and of two lines that run as one, one can tell where they came from.

Units: see `map_layout`.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .graph import in_order

COLUMN = 100
INSET = 8
"""From a column's edge to its card."""
CARD = 66
"""A card's height: three lines of words."""
MARGIN = 7
"""How near a line may come to a card that is not its own, or to a header."""
APART = 5
"""How near one line may run beside another."""
TURNS = 10
"""How wide the part of a gutter is in which lines turn up and down."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a card stands on the whole map."""

    column: int
    top: int

    @property
    def middle(self) -> int:
        """The height at which lines meet it."""
        return self.top + CARD // 2


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
    turns: tuple[int, ...]
    """For each bend, about where in its gutter the line goes up or down."""


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


def route(
    boxes: Sequence[Box], headers: Iterable[tuple[int, int]], height: int,
    edges: Iterable[tuple[int, int]],
) -> tuple[Line, ...]:
    """Return a line for each edge (what is needed, what needs it), in their order.

    `headers` are the tops and bottoms of the lanes' headers. Edges must lead from one
    column to another. Short lines choose their way first: long ones have more to choose from.
    """
    ways = _Ways(boxes, headers, height)
    found = {}
    for edge in sorted(edges, key=lambda e: (abs(boxes[e[0]].column - boxes[e[1]].column), e)):
        left, right = sorted((boxes[at] for at in edge), key=lambda box: box.column)
        found[edge] = _points(left, right, ways.height(left, right, edge))
    turns = _turns(found)
    return tuple(Line(*edge, found[edge], turns[edge]) for edge in sorted(found))


class _Ways:
    """What is in the way of lines, column by column."""

    def __init__(self, boxes: Iterable[Box], headers: Iterable[tuple[int, int]], height: int) -> None:
        self.bottom = height - MARGIN
        heads = [(top - MARGIN, bottom + MARGIN) for top, bottom in headers]
        cards: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for box in boxes:
            cards[box.column].append((box.top - MARGIN, box.top + CARD + MARGIN))
        self.blocks = {at: sorted(heads + here) for at, here in cards.items()}
        self.heads = heads
        self.runs: defaultdict[int, list[tuple[int, tuple[int, int]]]] = defaultdict(list)

    def height(self, left: Box, right: Box, edge: tuple[int, int]) -> int:
        """Return the height at which the line crosses the columns between its cards, and keep
        it for this line. It is one that makes the way short, and saves a bend if it can.
        """
        between = range(left.column + 1, right.column)
        one, other = left.middle, right.middle
        if not between:
            return one
        # Without the lines, each lane has room: below its cards.
        found = self._free(between, one, other, edge) or self._free(between, one, other, None)
        best = min(found, key=lambda y: (abs(y - one) + abs(y - other) + 2 * APART * (y not in (one, other))))
        for column in between:
            insort(self.runs[column], (best, edge))
        return best

    def _free(self, between: range, one: int, other: int, edge: tuple[int, int] | None) -> list[int]:
        """Return the free heights next to two given ones, upwards and downwards."""
        found = []
        for y in (one, other):
            for step in (-1, 1):
                at = y
                while MARGIN <= at <= self.bottom:
                    hit = [end[step > 0] for column in between for end in self._hits(column, at, edge)]
                    if not hit:
                        found.append(at)
                        break
                    at = max(hit) + 1 if step > 0 else min(hit) - 1
        return found

    def _hits(self, column: int, y: int, edge: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
        """Yield the tops and bottoms of what is at this height; no `edge`: lines are not."""
        blocks = self.blocks.get(column, self.heads)
        at = bisect_left(blocks, (y + 1, 0)) - 1
        if at >= 0 and y <= blocks[at][1]:
            yield blocks[at]
        if edge:
            runs = self.runs[column]
            near = slice(bisect_left(runs, (y - APART + 1, (0, 0))), bisect_left(runs, (y + APART, (0, 0))))
            for run, (source, target) in runs[near]:
                if source != edge[0] and target != edge[1]:
                    yield run - APART + 1, run + APART - 1


def _points(left: Box, right: Box, y: int) -> tuple[tuple[int, int], ...]:
    """Return the points of a line that crosses the columns between its cards at height `y`."""
    start = ((left.column + 1) * COLUMN - INSET, left.middle)
    end = (right.column * COLUMN + INSET, right.middle)
    points = [start]
    if right.column - left.column > 1:
        if y != left.middle:
            points.append((start[0] + 2 * INSET, y))
        if y != right.middle:
            points.append((end[0] - 2 * INSET, y))
    return (*points, end)


def _turns(lines: Mapping[tuple[int, int], Sequence[tuple[int, int]]]) -> dict[tuple[int, int], tuple[int, ...]]:
    """Return where each line turns. In a gutter, lines down turn the further to the right the higher
    they come from, lines up the lower they come from: then they cross only where they must.
    Lines that come from one height turn as one.
    """
    gutters: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for points in lines.values():
        for (x, y0), (_, y1) in zip(points, points[1:], strict=False):
            if y0 != y1:
                gutters[x].append((y0, y1))
    turn = {(x, *bend): at for x, bends in gutters.items() for bend, at in _spread(bends, x + INSET)}
    return {
        edge: tuple(
            turn[x, y0, y1]
            for (x, y0), (_, y1) in zip(points, points[1:], strict=False) if y0 != y1)
        for edge, points in lines.items()
    }


def _spread(bends: Collection[tuple[int, int]], middle: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield each bend of a gutter with the place of its turn; `middle` is the gutter's. Only bends
    that pass one another make room."""
    together: list[tuple[int, int]] = []
    end = 0
    for bend in [*sorted(set(bends), key=lambda b: (min(b), max(b))), (1 << 30, 1 << 30)]:
        if together and min(bend) >= end:
            # Down from below ... down from above, up from above ... up from below.
            ranks = sorted({(up, y if up else -y) for y, up in ((y0, y0 > y1) for y0, y1 in together)})
            step = min(APART, TURNS / len(ranks))
            place = {rank: round(middle + step * (at - (len(ranks) - 1) / 2)) for at, rank in enumerate(ranks)}
            for y0, y1 in together:
                yield (y0, y1), place[y0 > y1, y0 if y0 > y1 else -y0]
            together, end = [], 0
        together.append(bend)
        end = max(end, *bend)
