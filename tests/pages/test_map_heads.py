"""How many lines the head of a lane has."""

from __future__ import annotations

import pytest
from mkdocs_career_roadmap.pages.map.heads import head_height

LINE, FACT = 19.2, 20

LONG = "A small group whose results anyone can rerun, on whatever machine they have"


def test_a_longer_name_has_more_lines_up_to_three() -> None:
    names = ("Teach", "Teach people to rerun", LONG, LONG * 3)
    heights = [head_height(name, (), has_bar=False) for name in names]
    assert heights == [31, 50, 70, 70]


@pytest.mark.parametrize(("facts", "lines"), [
    (("3 of 5 done",), 1),
    (("3 of 5 done", "by 2029"), 1),  # beside each other
    (("3 of 5 done", "by Jun 2029"), 2),
    (("3 of 5 done", "by Jun 2029", "sharpened 12 times"), 3),
    (("no milestones of this goal are done yet",), 2),
])
def test_facts_stand_beside_each_other_as_far_as_there_is_room(facts: tuple[str, ...], lines: int) -> None:
    name = head_height("Teach", (), has_bar=False)
    assert head_height("Teach", facts, has_bar=False) == round(name + 1.8 + lines * FACT)


def test_bar_takes_a_line_of_its_own_unless_few_words_fit_beside_it() -> None:
    words, few = ("3 of 5 done",), ("3/5",)
    assert (head_height("Teach", words, has_bar=True) - head_height("Teach", words, has_bar=False)) == 8
    assert head_height("Teach", few, has_bar=True) == head_height("Teach", few, has_bar=False)


def test_what_stands_apart_begins_a_line() -> None:
    alone = head_height("Teach", ("1 of 2",), has_bar=False)
    assert head_height("Teach", ("1 of 2",), has_bar=False, apart="shared: 1") == alone + 2 + FACT
