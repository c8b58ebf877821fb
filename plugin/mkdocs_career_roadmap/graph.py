"""Cycles and ranks of a graph of ids, without recursion: chains may be thousands long."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

Edges = Mapping[str, Collection[str]]
"""From each id to the ids it needs."""


def in_order(edges: Edges) -> list[str]:
    """Return every id, what is needed before what needs it.

    Raises graphlib.CycleError if there is a cycle.
    """
    return list(TopologicalSorter(edges).static_order())


def find_cycle(edges: Edges) -> list[str] | None:
    """Return a short cycle, each id needing the next and the last the first, or None.

    Of the cycles through the first one found, the shortest; it begins with its
    smallest id, so that the same graph always tells the same cycle.
    """
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        found: list[str] = error.args[1][:-1]
        cycle = min((_shortest_through(node, edges) for node in sorted(found)[:20]), key=len)
        first = cycle.index(min(cycle))
        return cycle[first:] + cycle[:first]
    return None


def _shortest_through(start: str, edges: Edges) -> list[str]:
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for needed in sorted(edges.get(node, ())):
            if needed == start:
                path = [node]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if needed not in came_from:
                came_from[needed] = node
                waiting.append(needed)
    raise ValueError(f"no cycle through {start}")


def ranks(ids: Iterable[str], edges: Edges) -> dict[str, int]:
    """Return for each id how many steps the longest chain below it has; 0: needs nothing.

    Only edges between the given ids count. Raises graphlib.CycleError on a cycle.
    """
    inside = dict.fromkeys(ids)
    kept = {id: [n for n in edges.get(id, ()) if n in inside] for id in inside}
    found: dict[str, int] = {}
    for id in in_order(kept):
        found[id] = max((found[n] + 1 for n in kept[id]), default=0)
    return found
