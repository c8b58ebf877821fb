from __future__ import annotations

import pytest
from work import LINEAR, calls, growth


def pairs(n: int) -> int:
    return sum(abs(one - other) for one in range(n) for other in range(n))


def test_calls_of_python_and_of_c_are_counted() -> None:
    assert calls(lambda: [abs(pairs(0)) for _ in range(100)]) - calls(lambda: [0 for _ in range(100)]) == 400


def test_growth_tells_what_looks_at_every_pair_from_what_does_not() -> None:
    assert growth(pairs, 50) == pytest.approx(2, abs=0.1)
    assert growth(lambda n: [abs(i) for i in range(n)], 50) < LINEAR
