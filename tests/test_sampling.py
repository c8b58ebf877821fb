"""A sample of mutants is the same at each run, and says of the whole what it can say."""

from __future__ import annotations

from random import Random

import pytest
from sampling import Part, chosen, share

NAMES = [f"room.module.x_{word}__mutmut_{number}" for word in ("read", "write") for number in range(1, 61)]


def test_the_same_names_are_chosen_in_whatever_order_they_come() -> None:
    mixed = Random(1).sample(NAMES, len(NAMES))
    assert chosen(NAMES, 8) == chosen(mixed, 8)
    assert len(set(chosen(NAMES, 8))) == 8


def test_all_are_chosen_when_there_are_no_more() -> None:
    assert sorted(chosen(NAMES[:5], 8)) == sorted(NAMES[:5])
    assert chosen([], 8) == []


def test_a_name_that_goes_changes_one_of_those_chosen() -> None:
    first, *rest = chosen(NAMES, 8)
    assert chosen([name for name in NAMES if name != first], 8)[:7] == rest


def test_each_place_of_a_list_is_chosen_as_often() -> None:
    lists = [[f"module_{module}.x__mutmut_{number}" for number in range(100)] for module in range(500)]
    places = [names.index(name) for names in lists for name in chosen(names, 8)]
    by_quarter = [sum(place // 25 == quarter for place in places) for quarter in range(4)]
    assert sum(by_quarter) == 4000
    assert all(900 < many < 1100 for many in by_quarter), by_quarter


def test_bounds_are_those_of_wilson_when_all_come_from_one_heap() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 are within 0.2553 and 0.3662.
    assert share([Part(10 ** 9, 263, 81)]) == pytest.approx((81 / 263, 0.2553, 0.3662), abs=5e-5)


def test_a_part_counts_by_its_size() -> None:
    large, small = Part(900, 10, 10), Part(100, 10, 0)
    found = share([large, small])
    assert found.value == pytest.approx(0.9)
    assert found.low < 0.9 < found.high
    assert share([Part(500, 10, 10), Part(500, 10, 0)]).value == pytest.approx(0.5)


def test_bounds_hold_the_whole_in_nineteen_of_twenty_samples() -> None:
    random = Random(2)
    rooms = [(400, 0.95), (150, 0.8), (60, 0.5), (30, 0.9)]
    heaps = [[number < size * part for number in range(size)] for size, part in rooms]
    whole = sum(map(sum, heaps)) / sum(map(len, heaps))
    found = [share([Part(len(heap), 20, sum(random.sample(heap, 20))) for heap in heaps]) for _ in range(500)]
    assert sum(each.low <= whole <= each.high for each in found) >= 475
    assert sum(each.value for each in found) / 500 == pytest.approx(whole, abs=0.01)


def test_ten_of_ten_is_no_proof() -> None:
    found = share([Part(200, 10, 10), Part(100, 10, 10)])
    assert found.value == found.high == 1
    assert 0.75 < found.low < 0.9


def test_what_was_tried_whole_has_no_bounds_but_itself() -> None:
    assert share([Part(10, 10, 7), Part(30, 30, 29)]) == pytest.approx((0.9, 0.9, 0.9))


def test_nothing_tried_says_nothing() -> None:
    assert share([]) == (0, 0, 1)
    assert share([Part(10, 0, 0)]) == (0, 0, 1)
    assert share([Part(10, 0, 0), Part(30, 10, 9)]) == share([Part(30, 10, 9)])
