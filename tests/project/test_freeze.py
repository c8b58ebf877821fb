"""Values are the same only if they print, count and look the same."""

from __future__ import annotations

import functools
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from each import each
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import slugify, slugify_unicode
from markupsafe import Markup
from mkdocs_career_roadmap.project.on_disk.freeze import UnfitError, frozen
from mkdocs_career_roadmap.vocabulary.fields import Status

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from([0.0, 1.0, "", "1", b"1", Markup("1")]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab1"), inner, max_size=2)
    | st.tuples(inner), max_leaves=5)


@given(VALUES, VALUES)
def test_values_are_the_same_when_they_print_the_same(one: Any, other: Any) -> None:
    def told(value: Any) -> str:
        return repr(value)

    assert (frozen(one) == frozen(other)) == (told(one) == told(other))


@each(("one", "other"), [
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (Status.DONE, "done"), (Path("a"), "a"),
    (date(2026, 1, 1), datetime(2026, 1, 1)),
    (functools.partial(slugify, separator="-"), functools.partial(slugify, separator="_")),
    (slugify, slugify_unicode), ({1}, frozenset({1})), (0.0, -0.0), (None, "None"),
    (datetime(2026, 1, 1, 12, tzinfo=UTC), datetime(2026, 1, 1, 13, tzinfo=timezone(timedelta(hours=1)))),
])
def test_what_differs_differs(one: Any, other: Any) -> None:
    assert frozen(one) != frozen(other)
    assert frozen(one) == frozen(one)


def test_value_does_not_change_with_what_it_was_made_of() -> None:
    value: dict[str, Any] = {"a": [1, {"b": 2}]}
    before = frozen(value)
    value["a"][1]["b"] = 3
    assert before != frozen(value)


@pytest.mark.parametrize("value", [
    object(), lambda: None, [object()], {"a": timezone}, functools.partial(print, object())])
def test_what_nobody_knows_is_refused(value: Any) -> None:
    with pytest.raises(UnfitError, match="cannot be compared"):
        frozen(value)
