"""The strip of focus, as texts."""

from __future__ import annotations

from helpers import fold_of, post
from mkdocs_career_roadmap.pages.focus import FocusStrip, draw_focus
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings


def strip(*entries: Entry, as_of: str = "2026-02-15") -> FocusStrip | None:
    return draw_focus(Viewer(fold_of(*entries, as_of=as_of), Settings(focus_limit=1), Words(), str))


WORK = (post("2025-11-20", milestone="a"), post("2025-12-05", milestone="b"),
        post("2026-01-10", milestone="b", status="done"),
        post("2026-02-01", milestone="c", kind="exploration"))


def test_months_are_told_with_what_was_over_the_limit() -> None:
    made = strip(*WORK)
    assert made is not None
    assert [(m.title, m.mark, m.focus, m.explorations, m.is_over) for m in made.months] == [
        ("Nov 2025", "2025", 1, 0, False), ("Dec 2025", "", 2, 0, True),
        ("Jan 2026", "2026", 2, 0, True), ("Feb 2026", "", 1, 1, False)]
    assert (made.limit, made.over) == (1, "Dec 2025 – Jan 2026")


def test_months_over_the_limit_that_are_not_in_a_row_are_told_apart() -> None:
    later = [post("2026-02-02", milestone="d"), post("2026-02-03", milestone="e")]
    made = strip(*WORK[:2], post("2025-12-20", milestone="b", status="done"), *later)
    assert made is not None
    assert made.over == "Dec 2025, Feb 2026"


def test_two_months_are_no_strip() -> None:
    assert strip(*WORK, as_of="2025-12-31") is None
    assert strip() is None
