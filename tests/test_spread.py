"""Tests that share what takes long to make are of one process, and what may take long begins first."""

from __future__ import annotations

from each import each
from spread import shared
from turns import turn_of


@each(("test", "with_others"), [
    ("tests/cli/test_check.py::test_x[plain]", "tests/cli/test_check.py"),
    ("tests/browser/test_map.py::test_x[corners]", "browser corners"),
    ("tests/browser/test_every_page.py::test_x[corners-goal-empty]", "browser corners"),
    ("tests/browser/test_every_page.py::test_x[corners-plain-board]", "browser corners-plain"),
    ("tests/browser/test_baited.py::test_x[roadmap/-baited-nav-plain]", "browser baited-nav-plain"),
    ("tests/browser/test_every_page.py::test_x[demo-goal]", "browser demo"),
    ("tests/browser/test_instant.py::test_x", "browser demo"),
])
def test_file_or_site_is_what_a_test_shares(test: str, with_others: str) -> None:
    assert shared(test) == with_others


def test_what_may_take_long_begins_first() -> None:
    ids = ["tests/test_work.py::test_x", "tests/pages/test_map.py::test_x", "tests/cli/test_check.py::test_x",
           "tests/browser/test_map.py::test_x[corners]", "tests/zensical_host/test_serve.py::test_x"]
    assert sorted(ids, key=turn_of) == [*reversed(ids[2:]), *ids[:2]]
