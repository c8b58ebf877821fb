"""What a page says goes through JSON and comes back as it was; whatever else stands there is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

import pytest
import yaml
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.project.on_disk.plain_values import NotPlainError, ways
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import Page, read
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.settings import Settings
from test_cases import FOLDER, Case
from work import calls

CASES = [Case(**case) for file in sorted(FOLDER.glob("*.yaml"))
         for case in yaml.safe_load_all(file.read_text("utf-8")) if case]
PLAIN, MADE = ways(Page)


class Pair(NamedTuple):
    """A tuple with names."""

    left: str
    right: tuple[int, str] = (1, "x")


def again(of: Any, value: Any) -> Any:
    plain, made = ways(of)
    return made(json.loads(json.dumps(plain(value, "a.md"))), "a.md")


def test_each_page_of_the_cases_comes_back_as_it_was() -> None:
    pages = [read(Source(path, case.filled(text)), case.site().settings)
             for case in CASES for path, text in case.files.items()]
    back = [MADE(json.loads(json.dumps(PLAIN(page, page.path))), page.path) for page in pages]
    assert back == pages
    assert list(map(repr, back)) == list(map(repr, pages))
    assert len({type(part) for page in pages if page.entry for part in vars_of(page.entry)}) > 8


def vars_of(entry: Any) -> list[Any]:
    return [getattr(entry, name) for name in entry.__slots__]


@each(("of", "value"), [
    (int | None, None), (int | float, 1.0), (int | float, 1), (bool, True), (str, "\ud800 \u2028\n\t"),
    (tuple[str, ...], ("b", "a")), (frozenset[str], frozenset("ab")), (tuple[int, str], (1, "x")),
    (dict[str, date], {"x": date(2026, 1, 2)}), (datetime, datetime(2026, 1, 2, 3, 4, 5)),
    (Status, Status.DONE), (Pair, Pair("x")), (Pair, Pair("x", (2, "y"))), (Pair | None, Pair("x")),
])
def test_value_comes_back_with_its_type(of: Any, value: Any) -> None:
    back = again(of, value)
    assert (back, type(back), repr(back)) == (value, type(value), repr(value))


@pytest.mark.parametrize("of", [object, bytes, list[str], dict[int, str], int | Pair | None])
def test_type_that_nobody_knows_is_refused_at_once(of: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        ways(of)


@each(("of", "value"), [
    (int, True), (int, "1"), (bool, 1), (str, None), (int | None, "x"), (tuple[str, ...], "ab"),
    (tuple[int, str], [1]), (tuple[int, str], [1, 2]), (dict[str, int], [["a", 1]]), (Status, "mro"),
    (Status, 1), (date, "yesterday"), (date, 1), (Pair, {}), (Pair, {"left": 1}), (Pair, ["x"]),
    (Pair, {"left": "x", "other": 1}), (Page, {"path": "a.md", "title": "A"}),
    (Page, {"path": "a.md", "title": "A", "links": [], "problems": [
        {"code": "no-such", "place": [1, 1], "message": ""}]}),
    (Page, {"path": "a.md", "title": "A", "links": [], "problems": [
        {"code": "bad-yaml", "place": [1, 1, 2], "message": ""}]}),
])
def test_what_is_of_another_form_is_refused(of: Any, value: Any) -> None:
    with pytest.raises(NotPlainError):
        ways(of)[1](value, "a.md")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "a.md", "DONE", "entry"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["path", "title", "links", "entry", "problems", "place", "role"]), inner, max_size=5),
    max_leaves=12)


@given(_JSON)
def test_whatever_stands_there_is_a_page_or_refused(value: Any) -> None:
    try:
        page = MADE(value, "a.md")
    except NotPlainError:
        return
    assert isinstance(page, Page)


def test_only_pages_that_wait_for_a_day_say_something_else_on_another() -> None:
    days = [date(1980, 1, 1), date(2026, 4, 1), date(2999, 1, 1)]
    texts = [*(text for case in CASES for text in map(case.filled, case.files.values())),
             "---\nembargo: 2026-05-01\ngoal: x\n---\n", "---\nExpiry_Date: 2026-01-01\n---\n"]
    asked = 0
    for text in texts:
        pages = [read(Source("a.md", text), replace(Settings(), today=day)) for day in days]
        assert pages[0].asks_day or pages[0] == pages[1] == pages[2]
        asked += pages[0].asks_day
    assert asked >= 2


def test_a_page_takes_little_work_for_what_it_does_not_say() -> None:
    page = read(Source("a.md", "---\nmilestone: A box\n---\nWords.\n"), Settings())
    assert page.entry is not None
    assert calls(lambda: PLAIN(page, "a.md")) < 60
