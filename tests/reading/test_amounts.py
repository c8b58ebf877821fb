"""How much of how much: what may be written, and the tasks of a page."""

from __future__ import annotations

import re

import markdown
from each import each
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.reading.prose import tasks_of
from mkdocs_career_roadmap.vocabulary.amounts import Amount
from mkdocs_career_roadmap.vocabulary.settings import Settings


def page(written: str, more: str = "milestone: x", body: str = "") -> tuple[Amount | None, list[str]]:
    """Return the amount of a page that says so, and what is told as `line:column code`."""
    found = read(Source("a.md", f"---\n{more}\namount: {written}\n---\n{body}"), Settings())
    assert found.entry is not None
    return found.entry.amount, [f"{p.place.line}:{p.place.column} {p.code}" for p in found.problems]


@each(("written", "amount"), [
    ("8 of 12 books", Amount(8, 12, "books")),
    ("8/12", Amount(8, 12)),
    ("8 / 12 books", Amount(8, 12, "books")),
    ("0.5 OF 12.25 km²", Amount(0.5, 12.25, "km²")),
    ("{done: 8, of: 12, unit: books}", Amount(8, 12, "books")),
    ("{of: 12}", Amount(None, 12)),
    ("9", Amount(9)),
    ("9 books", Amount(9, None, "books")),
    ("45 of 100 %", Amount(45, 100, "%")),
])
def test_an_amount_is_read_however_it_is_written(written: str, amount: Amount) -> None:
    assert page(written) == (amount, [])


@each("written", [
    "-3 of 12", "8 of", "8 of many", "8 of -2", "much", "8 von 12", "1,5 of 3", "[8]", "0 of 0",
    "{done: 1, of: 0}", "{done: -1, of: 3}", "1e9 of 3", "'٣٫٥ of 12 of 3'",
])
def test_what_is_no_amount_is_told_at_its_place(written: str) -> None:
    amount, (told,) = page(written)
    assert amount in (None, Amount(None, 3))
    assert re.fullmatch(r"3:\d+ bad-value", told)


def test_amount_says_how_much_of_how_much() -> None:
    amounts = (Amount(8.0, 12, "books"), Amount(0.5, 2), Amount(None, 3), Amount(9))
    assert list(map(str, amounts)) == ["8 of 12 books", "0.5 of 2", "0 of 3", "9"]


TASKS = """
- [x] one
- [ ] two
    - [X] nested
        1. [ ] deeper

* [x] with a star
+ [ ]  with a plus

1. [x] in a list of numbers

> - [x] quoted

- [y] no state
- [x]without a space
- [] empty
- [ ]
- text [x] behind
- [link](x.md)

```
- [x] in code
```

    - [x] in a block of code

<!-- - [x] in a comment -->
"""


def test_tasks_are_those_that_pymdownx_shows() -> None:
    html = markdown.markdown(TASKS, extensions=["pymdownx.tasklist", "pymdownx.superfences"])
    assert tasks_of(TASKS) == Amount(5, 8, "tasks", is_tasks=True)
    assert html.count("<input") == 8
    assert html.count("checked") == 5


def test_tasks_of_a_milestone_s_page_are_its_amount() -> None:
    assert page("tasks", "type: milestone", "- [x] a\n- [ ] b\n") == (
        Amount(1, 2, "tasks", is_tasks=True), [])


def test_tasks_where_there_are_none_to_count_are_told() -> None:
    assert page("Tasks", "type: milestone", "- a\n") == (None, ["3:9 no-effect"])
    assert page("tasks", body="- [x] a\n") == (None, ["3:9 no-effect"])
    outcome = read(Source("a.md", "---\nmilestones:\n  x: {amount: tasks, status: done}\n---\n"), Settings())
    assert [str(p).partition(":")[2][:4] for p in outcome.problems] == ["3:15"]
    assert outcome.entry is not None
    assert outcome.entry.outcomes[0].amount is None
