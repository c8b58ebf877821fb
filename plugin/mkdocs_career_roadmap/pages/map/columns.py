"""Which column of the map each milestone stands in, and what is folded into stacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum
from heapq import heapify, heappop, heappush
from typing import NamedTuple

FEW_COLUMNS = 4
"""So many leave cards wide enough for a title in two lines: then a lane has one card in each."""
MAX_COLUMNS = 7
"""More than that cannot be read on a page: the rest is folded into stacks."""
ROWS = 2
"""How many cards of a lane stand in one column, at most."""
NOW_COLUMNS = 3
"""How wide the band Now may get before its lanes get higher instead; it is never folded."""


class Band(IntEnum):
    """The three bands, left to right."""

    DONE = 0
    NOW = 1
    NEXT = 2


class Node(NamedTuple):
    """A milestone to be placed."""

    id: str
    lane: int
    """From 0, top down."""
    band: Band
    scope: int | None
    """The rung, from 1. None: drawn in the middle."""
    needs: tuple[str, ...]
    extra: int = 0
    """How much higher its card is than others, for what stands in it below its title."""


Needs = Mapping[str, Collection[str]]
"""From each node's id to the ids of the nodes it needs."""
Widths = tuple[int, int, int]
"""How many columns the bands Done, Now and Next have."""


class Columns(NamedTuple):
    """The columns of a map, counted from its left."""

    widths: Widths
    """A band without nodes has none; without any nodes, each band has one."""
    of: Mapping[str, int]
    """The column of each node that is shown."""
    stacks: Mapping[tuple[int, int], tuple[str, ...]]
    """The nodes that are not, by lane and column of their stack: two or more."""


def columns(nodes: Sequence[Node], needs: Needs) -> Columns:
    """Return the columns of a map that has few of them: `MAX_COLUMNS`, if the band Now lets it.

    Within a band, and but for the outermost column of a folded one, what is needed stands left
    of what needs it. A lane has one card in a column if the map is then narrow, else `ROWS`.
    """
    active: defaultdict[int, int] = defaultdict(int)
    for node in nodes:
        active[node.lane] += node.band is Band.NOW
    now_rows = max(ROWS, -(-max(active.values(), default=0) // NOW_COLUMNS))
    for rows in ((1, 1, 1), (ROWS, now_rows, ROWS)):
        ranked = [_ranks(nodes, needs, band, rows[band]) for band in Band]
        done, now, after = (max(ranks.values(), default=-1) + 1 for ranks in ranked)
        if done + now + after <= FEW_COLUMNS:
            break
    of = {id: done - 1 - rank for id, rank in ranked[Band.DONE].items()}
    of |= {id: done + rank for id, rank in ranked[Band.NOW].items()}
    of |= {id: done + now + rank for id, rank in ranked[Band.NEXT].items()}
    if done + now + after > MAX_COLUMNS:
        return _folded(nodes, needs, (done, now, after), of)
    return Columns((done, now, after) if nodes else (1, 1, 1), of, {})


def _ranks(nodes: Sequence[Node], needs: Needs, band: Band, rows: int) -> dict[str, int]:
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
    """The cells of a band, by lane and rank; each has room for so many cards."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.taken: defaultdict[tuple[int, int], int] = defaultdict(int)
        self.next: dict[tuple[int, int], int] = {}
        """For each full cell, the rank to go on looking at: a hundredth card must not ask a hundred cells."""

    def take(self, lane: int, rank: int) -> int:
        """Take a place in the lane, of that rank or the first behind it with room, and return its rank."""
        full = []
        while (lane, rank) in self.next:
            full.append(rank)
            rank = self.next[lane, rank]
        self.next.update(((lane, passed), rank) for passed in full)
        self.taken[lane, rank] += 1
        if self.taken[lane, rank] == self.rows:
            self.next[lane, rank] = rank + 1
        return rank


def _folded(nodes: Sequence[Node], needs: Needs, widths: Widths, of: Mapping[str, int]) -> Columns:
    """Return a narrower map.

    What is under way is never folded. A band that is too wide keeps the columns beside
    Now, and each lane gets one stack, in the band's outermost column, of what it hides.
    """
    done, now, after = widths
    room = max(MAX_COLUMNS - now, 2)
    kept_after = min(after, max(room // 2, room - done))
    kept_done = min(done, room - kept_after)
    cut = done - kept_done
    last = kept_done + now + kept_after - 1
    moved = {}
    hidden: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for node in nodes:
        at = min(max(of[node.id] - cut, 0), last)
        if (cut and at == 0) or (after > kept_after and at == last):
            hidden[node.lane, at].append(node.id)
        else:
            moved[node.id] = at
    stacks = {}
    for (lane, at), ids in hidden.items():
        # So few take no more room than a stack; but one below what it needs would look free of it.
        if len(ids) <= ROWS and not any(need in ids for id in ids for need in needs[id]):
            moved |= dict.fromkeys(ids, at)
        else:
            stacks[lane, at] = tuple(ids)
    return Columns((kept_done, now, kept_after), moved, stacks)
