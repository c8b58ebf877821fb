"""The time of a text grows as the text does, also where no call of Python shows it.

What calls show is counted in test_kramdown.py; of these a third is tried, and all at full depth.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from depth import some
from timing import LIMIT, growth

from .kramdown_oracle import carried

NOTES: dict[str, Callable[[int], str]] = {
    "each in a paragraph": lambda count: "".join(f"a[^{at}]\n\n[^{at}]: b\n\n" for at in range(count)),
    "all in one paragraph": lambda count: (
        "".join(f"a[^{at}] " for at in range(count)) + "\n\n"
        + "".join(f"[^{at}]: b\n" for at in range(count))),
    "each refers to the next": lambda count: (
        "a[^0]\n\n" + "".join(f"[^{at}]: b[^{at + 1}]\n\n" for at in range(count))),
    "nothing refers to them": lambda count: "".join(f"[^{at}]: b\n\n" for at in range(count)),
}


@pytest.mark.parametrize("notes", some([*NOTES], 3))
def test_time_grows_as_the_number_of_footnotes_does(notes: str) -> None:
    assert growth(carried, NOTES[notes], 60) < LIMIT


OPEN = ["<http:", "<!-- ", "a <!--\n", "<a b='", "<b", "$$a", "{:", "[a](b 'c' ", "{:\n", ">\n{:", "- a\n{:",
        "[a]["]
LONG = [
    ("[a]: ", " ", "\nx"), ("[a]: b ", " ", "x"), ("[a]: b '", " ", "x"), ("[a]: b '", " '", "x"),
    ("[a]: <", "> 'a", ""), ("|a|\n|-", "-", "x"), ("|a|\n|-|\n|b|\n|=", "=", "x"), ("- {:.a}", " ", "x")]


@pytest.mark.parametrize("piece", some(OPEN, 3, first=2))
def test_time_grows_as_what_nothing_closes_does(piece: str) -> None:
    assert growth(carried, lambda count: piece * count, 400) < LIMIT


@pytest.mark.parametrize(("before", "piece", "behind"), some(LONG, 3, first=1))
def test_time_grows_as_what_is_long_in_one_place_does(before: str, piece: str, behind: str) -> None:
    assert growth(carried, lambda count: f"{before}{piece * count}{behind}\n", 1200) < LIMIT
