"""Tables of cases that are one test."""

from __future__ import annotations

import pytest
from each import each


def test_all_cases_are_tried_and_those_that_fail_are_told() -> None:
    seen = []

    @each("one, other", [(1, 1), (1, 2), (2, 2), (3, 1)])
    def same(one: int, other: int) -> None:
        seen.append((one, other))
        assert one == other

    with pytest.raises(BaseExceptionGroup, match="2 of 4 cases") as told:
        same()
    assert seen == [(1, 1), (1, 2), (2, 2), (3, 1)]
    assert [error.__notes__ for error in told.value.exceptions] == [["case: (1, 2)"], ["case: (3, 1)"]]


def test_the_only_case_that_fails_is_told_by_its_name() -> None:
    @each("text", ["ab", "cd"], ids=["first", "second"])
    def raises(text: str) -> None:
        with pytest.raises(ValueError, match="invalid"):
            int(text, base=16 if text == "ab" else 10)

    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE") as told:
        raises()
    assert told.value.__notes__ == ["case: first"]


def test_a_table_without_cases_is_none() -> None:
    with pytest.raises(ValueError, match="no case of text"):
        each("text", [])
