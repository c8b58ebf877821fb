"""What the posts taught: goal after goal, dropped milestones first, then the newest."""

from __future__ import annotations

from collections import Counter

from helpers import fold_of, goal_page, milestone_page, post, viewer_of
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.more.lessons import Chapter, Taught, chapters, lessons_page
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap.model import Milestone


def texts(taught: tuple[Taught, ...]) -> list[str]:
    return [lesson for each in taught for lesson in each.lessons]


def of(*entries: Entry) -> list[tuple[str | None, list[str], list[str]]]:
    """Return each goal's id, its dropped milestones and its other lessons."""
    return [(c.goal.id if c.goal else None, [m.id for m, _ in c.dropped], texts(c.others))
            for c in chapters(fold_of(*entries))]


def test_lessons_stand_under_the_goal_of_their_post_newest_first() -> None:
    assert of(
        post("2026-01-01", milestone="m", goal="g", lessons=["First.", "Second."]),
        post("2026-02-01", milestone="m", lessons="Third."),
    ) == [("g", [], ["Third.", "First.", "Second."])]


def test_post_that_names_only_a_goal_has_its_lessons_told() -> None:
    assert of(post("2026-01-01", goal="g", lessons="Ask.")) == [("g", [], ["Ask."])]


def test_lessons_of_no_goal_come_last() -> None:
    assert of(post("2026-01-01", milestone="m", lessons="Alone."),
              post("2026-02-01", milestone="n", goal="g", lessons="Led.")) == [
        ("g", [], ["Led."]), (None, [], ["Alone."])]


def test_dropped_milestone_has_its_lessons_and_stands_before_the_others_latest_first() -> None:
    (chapter,) = chapters(fold_of(
        post("2026-01-01", milestone=["a", "open"], goal="g", lessons="Look."),
        post("2026-01-02", milestone="a", status="dropped", reason="Too dear."),
        post("2026-01-03", milestone="b", goal="g", status="dropped", lessons="Wait."),
        post("2026-01-04", milestone="open", lessons="Go on.")))
    assert [(m.id, m.reason, texts(taught)) for m, taught in chapter.dropped] == [
        ("b", None, ["Wait."]), ("a", "Too dear.", ["Look."])]
    assert texts(chapter.others) == ["Go on."]


def test_dropped_milestone_with_neither_reason_nor_lessons_teaches_nothing() -> None:
    assert of(post("2026-01-01", milestone="a", goal="g", status="dropped"),
              post("2026-01-02", goal="g", lessons="Ask.")) == [("g", [], ["Ask."])]


def test_post_about_two_milestones_is_told_once() -> None:
    assert of(post("2026-01-01", milestone=["a", "b"], goal="g", lessons="Once."),
              milestone_page("b", goal="h")) == [("g", [], ["Once."])]


def test_page_of_a_milestone_tells_what_no_post_of_it_tells() -> None:
    entries = (milestone_page("m", goal="g", lessons=["Mine.", "Both."]),
               post("2026-01-01", milestone="m", lessons="Both."))
    (chapter,) = chapters(fold_of(*entries))
    assert [(taught.lessons, isinstance(taught.by, Milestone)) for taught in chapter.others] == [
        (("Both.",), False), (("Mine.",), True)]


def test_lesson_that_a_post_says_twice_is_one() -> None:
    said = post("2026-01-01", goal="g", lessons="Ask.", body="\n## Lessons\n\n- Ask.\n- Wait.\n")
    assert of(said) == [("g", [], ["Ask.", "Wait."])]


def test_reason_alone_makes_no_page_of_lessons() -> None:
    assert of(post("2026-01-01", milestone="m", goal="g", status="dropped", reason="Why not.")) == []


def test_page_tells_days_posts_and_milestones() -> None:
    page = lessons_page(viewer_of(
        goal_page("g", title="Goal"),
        milestone_page("own", goal="g", lessons="Mine."),
        post("2026-01-02", path="a.md", title="A", milestone="m", goal="g", lessons="Look."),
        post("2026-01-03", path="b.md", title="B", milestone="bad", goal="g", status="dropped",
             lessons="Stop."),
        post(None, path="c.md", title="C", goal="g", lessons="Some day.")))
    (group,) = page.groups
    assert group.goal is not None
    assert (group.goal.title, group.goal.href) == ("Goal", "/goals/g.md")
    (dropped,) = group.dropped
    assert (dropped.milestone.title, dropped.day) == ("Bad", "Jan 2026")
    assert [(lesson.day, lesson.post and lesson.post.title, [m.title for m in lesson.milestones])
            for lesson in (*dropped.lessons, *group.others)] == [
        ("3 Jan 2026", "B", ["Bad"]), ("2 Jan 2026", "A", ["M"]), ("", "C", []), ("", None, ["Own"])]


def test_page_of_lessons_without_a_goal_has_no_goal_to_show() -> None:
    (group,) = lessons_page(viewer_of(post("2026-01-01", milestone="m", lessons="Alone."))).groups
    assert group.goal is None


def _all(found: tuple[Chapter, ...]) -> list[Taught]:
    return [t for c in found for some in (*(taught for _, taught in c.dropped), c.others) for t in some]


POSTS = st.lists(st.fixed_dictionaries({
    "written": st.none() | st.integers(1, 28).map("2026-03-{:02}".format),
    "milestone": st.none() | st.sampled_from(["a", "b", ["a", "b"]]),
    "goal": st.none() | st.sampled_from(["g", "h"]),
    "status": st.none() | st.sampled_from(["dropped", "active", "done"]),
    "lessons": st.lists(st.sampled_from(["Ask.", "Wait.", "Look."]), max_size=2),
}).filter(lambda drawn: drawn["milestone"] or drawn["goal"]), max_size=8)


@given(POSTS)
def test_law_every_lesson_of_every_post_is_told_once_and_never_before_a_newer_one(
    posts: list[dict[str, object]]
) -> None:
    entries = [post(**fields) for fields in posts]  # type: ignore[arg-type]
    found = chapters(fold_of(*entries))
    told = Counter((t.by.path, lesson) for t in _all(found) for lesson in t.lessons
                   if not isinstance(t.by, Milestone))
    assert told == Counter((e.path, lesson) for e in entries for lesson in dict.fromkeys(e.lessons))
    for chapter in found:
        for some in (*(taught for _, taught in chapter.dropped), chapter.others):
            days = [str(t.by.day or "") for t in some if not isinstance(t.by, Milestone)]
            assert days == sorted(days, reverse=True)
