"""Cycles and ranks of a graph of ids, without recursion: chains may be thousands long."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import TopologicalSorter

Edges = Mapping[str, Collection[str]]
"""From each id to the ids it needs."""


def in_order(edges: Edges) -> list[str]:
    """Return every id, what is needed before what needs it.

    Raises graphlib.CycleError if there is a cycle.
    """
    return list(TopologicalSorter(edges).static_order())


def find_cycles(edges: Edges) -> list[list[str]]:
    """Return cycles, such that none is left once the last edge of each is taken out.

    In a cycle each id needs the next, and the last the first; it is the
    shortest through its last edge. The order of `edges` does not matter.
    The time grows with the edges, not with edges times cycles, for a site may
    well have hundreds of pairs that name each other. No cycle: an empty list.
    """
    kept = {id: dict.fromkeys(sorted(needed)) for id, needed in edges.items()}
    cycles = []
    for last, first in list(_edges_back(kept)):
        del kept[last][first]
        cycles.append(_shortest_way(first, last, kept))
    return cycles


def _edges_back(edges: Edges) -> Iterator[tuple[str, str]]:
    """Yield the edges to an id that a walk in depth is still on its way from."""
    left: set[str] = set()
    for root in sorted(edges):
        way = {} if root in left else {root: iter(edges[root])}
        while way:
            at = next(reversed(way))
            needed = next(way[at], None)
            if needed is None:
                left.add(at)
                way.popitem()
            elif needed in way:
                yield at, needed
            elif needed not in left:
                way[needed] = iter(edges.get(needed, ()))


def _shortest_way(start: str, end: str, edges: Edges) -> list[str]:
    """Return the ids from one to another; there must be a way."""
    came_from = {start: start}
    waiting = deque([start])
    while end not in came_from:
        at = waiting.popleft()
        for needed in edges.get(at, ()):
            if needed not in came_from:
                came_from[needed] = at
                waiting.append(needed)
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def ranks(ids: Iterable[str], edges: Edges) -> dict[str, int]:
    """Return for each id how many steps the longest chain below it has; 0: needs nothing.

    Only edges between the given ids count. Raises graphlib.CycleError on a cycle.
    """
    inside = dict.fromkeys(ids)
    kept = {id: [n for n in edges.get(id, ()) if n in inside] for id in inside}
    rank_of: dict[str, int] = {}
    for id in in_order(kept):
        rank_of[id] = max((rank_of[n] + 1 for n in kept[id]), default=0)
    return rank_of
