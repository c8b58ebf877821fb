"""A goal that is done, and what becomes of what was open of it."""

from __future__ import annotations

import posixpath
from datetime import datetime

import pytest
from mkdocs_career_roadmap.authoring.refactor.finish import Wanted, finish
from mkdocs_career_roadmap.authoring.refactor.site import SiteFiles
from refactoring import Do, changed, post, refusal

NOW = datetime(2026, 11, 28, 9, 30, 15)
PAGES = {
    "posts/a.md": post("2026-01-01", "goal: G", "milestone: Done one", "status: done"),
    "posts/b.md": post("2026-02-01", "goal: G", "milestone: Still"),
    "posts/c.md": post("2026-03-01", "goal: G", "milestone: Later", "status: planned"),
    "posts/d.md": post("2026-04-01", "goal: H"),
}
DONE = ('---\ntitle: "Done: G"\ndate: 2026-11-28\ngoal: G\nstatus: done\n---\n\n'
        "What did I want, what came of it, and what do I want next?\n")


def finished(fate: str, reason: str = "", goal: str = "g") -> Do:
    def do(files: SiteFiles) -> None:
        finish(files, Wanted(goal, fate, reason), NOW)

    return do


def test_goal_with_open_milestones_asks_what_becomes_of_them() -> None:
    assert refusal(PAGES, finished("")).startswith(
        "2 milestones of the goal 'G' are still open: Still (active), Later (planned); "
        "say what becomes of them with --open drop")


def test_goal_with_none_open_is_done_by_a_post() -> None:
    pages = {path: PAGES[path] for path in ("posts/a.md", "posts/d.md")}
    assert changed(pages, finished("")) == {"posts/done-g.md": DONE}


def test_open_ones_are_dropped_in_one_post_with_the_reason() -> None:
    after = changed(PAGES, finished("drop", "No: money"))
    assert after == {
        "posts/done-g.md": DONE,
        "posts/not-for-g-any-more.md":
            "---\ntitle: Not for G any more\ndate: 2026-11-28\nmilestone: [Still, Later]\nstatus: dropped\n"
            'reason: "No: money"\n---\n\nWhat of it was worth the time, and would be for somebody else?\n'}


@pytest.mark.parametrize(("defaults", "folder"), [
    ("posts/y/.meta.yml goal: H", "posts"), ("posts/y/.meta.yml milestone: Still", "posts"),
    ("posts/.meta.yml goal: H", ""), (".meta.yml goal: H", "posts/y"),
    ("posts/y/.meta.yml tags: [x]", "posts/y")])
def test_post_lies_in_no_folder_that_says_what_its_posts_are_about(defaults: str, folder: str) -> None:
    pages = {path.replace("posts/", "posts/y/"): text for path, text in PAGES.items() if "Later" not in text}
    path, _, text = defaults.partition(" ")
    after = changed({**pages, path: f"{text}\n"}, finished("keep"))
    assert after == {posixpath.join(folder, "done-g.md"): DONE}


def test_open_ones_are_paused_because_the_goal_is_done() -> None:
    after = changed(PAGES, finished("pause"))["posts/not-for-g-any-more.md"]
    assert "status: paused\nreason: The goal 'G' is done without it.\n" in (after or "")


def test_open_ones_stay_where_they_are_if_that_is_wanted() -> None:
    assert changed(PAGES, finished("keep")) == {"posts/done-g.md": DONE}


def test_open_ones_move_to_another_goal() -> None:
    after = changed(PAGES, finished("move:H"))
    assert after["posts/b.md"] == PAGES["posts/b.md"].replace("G", "H")
    assert sorted(after) == ["posts/b.md", "posts/c.md", "posts/done-g.md", "roadmap/milestones/later.md",
                             "roadmap/milestones/still.md"]


def test_private_milestone_is_told_of_in_private() -> None:
    pages = {**PAGES, "posts/p.md": post("2026-05-01", "goal: G", "milestone: Oslo", "visibility: private")}
    after = changed(pages, finished("drop"))
    assert [path for path, text in after.items() if "Oslo" in (text or "")] == [
        "posts/not-for-g-any-more-private.md"]
    assert "visibility: private\n" in (after["posts/not-for-g-any-more-private.md"] or "")


def test_private_goal_is_named_in_no_public_post() -> None:
    pages = {"posts/a.md": post("2026-01-01", "milestone: Open one"),
             "posts/b.md": post("2026-02-01", "goal: Secret", "milestone: Open one", "visibility: private")}
    after = changed(pages, finished("drop", goal="Secret"))
    assert len(after) == 2
    assert all("visibility: private\n" in (text or "") for text in after.values())


def test_second_post_of_a_day_has_its_time() -> None:
    pages = {"posts/2026-11-28-x.md": post("2026-11-28", "goal: G")}
    assert "date: 2026-11-28 09:30:15\n" in (
        changed(pages, finished(""))["posts/2026-11-28-done-g.md"] or "")


def test_what_is_over_is_told() -> None:
    assert "is done already" in refusal({"a.md": post("2026-01-01", "goal: G", "status: done")}, finished(""))
    assert "there is no goal 'X'" in refusal(PAGES, finished("keep", goal="X"))
    assert "there is no goal 'X'" in refusal(PAGES, finished("move:X"))
