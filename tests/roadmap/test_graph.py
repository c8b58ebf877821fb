"""Cycles, orders and ranks of a graph of ids."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from random import Random

import pytest
from depth import tries
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.roadmap.graph import find_cycles, in_order, ranks

NODES = "abcdefg"
GRAPHS = st.dictionaries(
    st.sampled_from(NODES), st.lists(st.sampled_from(NODES), unique=True, max_size=5), max_size=7)


def is_acyclic(edges: dict[str, list[str]]) -> bool:
    try:
        TopologicalSorter(edges).prepare()
    except CycleError:
        return False
    return True


def without_last_edges(edges: dict[str, list[str]], cycles: list[list[str]]) -> dict[str, list[str]]:
    taken = {(cycle[-1], cycle[0]) for cycle in cycles}
    return {id: [n for n in needed if (id, n) not in taken] for id, needed in edges.items()}


def test_what_is_needed_comes_before_what_needs_it() -> None:
    assert in_order({"c": ["b"], "b": ["a"]}) == ["a", "b", "c"]


def test_an_order_of_nothing_is_empty() -> None:
    assert in_order({}) == []


def test_a_cycle_has_no_order() -> None:
    with pytest.raises(CycleError):
        in_order({"a": ["b"], "b": ["a"]})


def test_a_graph_without_a_cycle_has_none() -> None:
    assert find_cycles({"c": ["a", "b"], "b": ["a"], "a": []}) == []


def test_a_cycle_of_two_is_found_once() -> None:
    assert find_cycles({"a": ["b"], "b": ["a"]}) == [["a", "b"]]


def test_what_needs_itself_is_a_cycle_of_one() -> None:
    assert find_cycles({"a": ["a"]}) == [["a"]]


def test_each_id_of_a_cycle_needs_the_next_and_the_last_the_first() -> None:
    assert find_cycles({"a": ["c"], "b": ["a"], "c": ["b"]}) == [["a", "c", "b"]]


def test_an_id_that_has_no_edges_of_its_own_may_be_needed() -> None:
    assert find_cycles({"a": ["x", "b"], "b": ["x", "a"]}) == [["a", "b"]]


def test_of_two_ways_round_the_shorter_one_is_told() -> None:
    edges = {"a": ["b", "d"], "b": ["c"], "c": ["d"], "d": ["a"]}
    assert find_cycles(edges) == [["a", "d"]]


def test_a_shorter_way_goes_before_one_of_later_names() -> None:
    edges = {"a": ["b", "z"], "b": ["e"], "z": ["y"], "y": ["e"], "e": ["a"]}
    assert find_cycles(edges) == [["a", "b", "e"]]


def test_two_cycles_that_share_the_cut_edge_are_one() -> None:
    edges = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["a"]}
    assert len(find_cycles(edges)) == 1


def test_two_cycles_that_share_an_id_are_two() -> None:
    assert find_cycles({"a": ["b", "c"], "b": ["a"], "c": ["a"]}) == [["a", "b"], ["a", "c"]]


def test_cycles_apart_are_each_told() -> None:
    assert find_cycles({"d": ["c"], "c": ["d"], "b": ["a"], "a": ["b"]}) == [["a", "b"], ["c", "d"]]


def test_a_way_into_a_cycle_is_not_part_of_it() -> None:
    assert find_cycles({"a": ["b"], "b": ["c"], "c": ["b"]}) == [["b", "c"]]


@tries()
@given(GRAPHS)
def test_no_cycle_is_left_without_the_last_edges(edges: dict[str, list[str]]) -> None:
    cycles = find_cycles(edges)
    assert is_acyclic(without_last_edges(edges, cycles))
    assert bool(cycles) == (not is_acyclic(edges))


@tries()
@given(GRAPHS)
def test_every_cycle_told_is_one_of_the_graph_and_told_once(edges: dict[str, list[str]]) -> None:
    cycles = find_cycles(edges)
    for cycle in cycles:
        assert len(set(cycle)) == len(cycle)
        assert all(b in edges[a] for a, b in zip(cycle, [*cycle[1:], cycle[0]], strict=True))
    assert len({frozenset(zip(c, [*c[1:], c[0]], strict=True)) for c in cycles}) == len(cycles)


def steps(start: str, end: str, edges: dict[str, list[str]]) -> int:
    """Return how many ids the shortest way has, found by reaching out one step at a time."""
    reached, count = {start}, 1
    while end not in reached:
        reached |= {n for id in reached for n in edges.get(id, ())}
        count += 1
    return count


@tries()
@given(GRAPHS)
def test_every_cycle_told_is_the_shortest_through_its_last_edge(edges: dict[str, list[str]]) -> None:
    cycles = find_cycles(edges)
    for at, cycle in enumerate(cycles):
        left = without_last_edges(edges, cycles[:at])
        assert len(cycle) == steps(cycle[0], cycle[-1], left)


@tries()
@given(GRAPHS, st.randoms(use_true_random=False))
def test_the_order_of_the_edges_does_not_matter_to_the_cycles(
    edges: dict[str, list[str]], random: Random,
) -> None:
    shuffled = [(id, random.sample(needed, len(needed))) for id, needed in edges.items()]
    random.shuffle(shuffled)
    assert find_cycles(dict(shuffled)) == find_cycles(edges)


def test_what_needs_nothing_has_rank_0() -> None:
    assert ranks(["a", "b"], {}) == {"a": 0, "b": 0}


def test_a_rank_is_the_longest_way_down() -> None:
    assert ranks("abc", {"a": ["b", "c"], "b": ["c"]}) == {"a": 2, "b": 1, "c": 0}


def test_only_the_ids_given_count_for_a_rank() -> None:
    assert ranks("ac", {"a": ["b"], "b": ["c"], "c": ["x"]}) == {"a": 0, "c": 0}


def test_a_cycle_has_no_ranks() -> None:
    with pytest.raises(CycleError):
        ranks("ab", {"a": ["b"], "b": ["a"]})


@tries()
@given(GRAPHS)
def test_a_rank_is_one_more_than_the_highest_below(edges: dict[str, list[str]]) -> None:
    edges = without_last_edges(edges, find_cycles(edges))
    found = ranks(NODES, edges)
    assert set(found) == set(NODES)
    for id in NODES:
        assert found[id] == max((found[n] + 1 for n in edges.get(id, [])), default=0)


def test_a_chain_of_thousands_is_walked_without_recursion() -> None:
    chain = {str(i): [str(i + 1)] for i in range(5000)}
    assert find_cycles(chain) == []
    assert ranks(chain, chain)["0"] == 4999


def test_a_cycle_of_thousands_is_one() -> None:
    (cycle,) = find_cycles({f"{i:04}": [f"{(i + 1) % 5000:04}"] for i in range(5000)})
    assert cycle == [f"{i:04}" for i in range(5000)]
