"""All posts by year, so many on a page."""

from __future__ import annotations

from crawl import parse
from helpers import goal_page, post, viewer_of
from mkdocs_career_roadmap.pages.more.posts import MOST, PostsPage, page_of_part, parts, posts_page
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.labels import Words

WORK = (
    goal_page("sight", title="Sight"),
    post("2025-01-10", milestone="First", goal="Sight", status="active", title="Begin"),
    post("2026-03-10", milestone="First", status="done", title="End", description="It is <over>."),
    post("2026-02-10", goal="Sight", title="Between"),
    post(None, milestone="Alone", title="Some day"),
)


def shown(*entries: Entry, number: int = 1) -> PostsPage:
    view = viewer_of(*entries)
    return posts_page(view, parts(view.roadmap)[number - 1])


def many(n: int) -> list[Entry]:
    return [post(f"2026-{1 + at // 28:02}-{1 + at % 28:02}", goal="G", title=f"Post {at}") for at in range(n)]


def test_years_and_posts_are_there_the_newest_first_and_without_a_day_last() -> None:
    assert [(year.year, [one.post.title for one in year.posts]) for year in shown(*WORK).years] == [
        ("2026", ["End", "Between"]), ("2025", ["Begin"]), ("", ["Some day"])]


def test_a_post_has_its_status_goal_and_what_it_says_of_itself() -> None:
    end, between = shown(*WORK).years[0].posts
    assert (end.status, end.goal and end.goal.title, end.excerpt) == ("done", "Sight", "It is <over>.")
    assert (between.status, between.goal and between.goal.title, between.excerpt) == ("", "Sight", "")


def test_statuses_that_differ_are_none_of_the_whole_post() -> None:
    both = post("2026-03-10", milestone=[
        {"milestone": "A", "status": "done"}, {"milestone": "B", "status": "dropped"}])
    same = post("2026-03-10", milestone=[
        {"milestone": "A", "status": "done"}, {"milestone": "B", "status": "done"}])
    assert [year.posts[0].status for entry in (both, same) for year in shown(entry).years] == ["", "done"]


def test_fifty_fill_one_page_and_one_more_begins_another() -> None:
    view = viewer_of(*many(MOST + 1))
    first, second = parts(view.roadmap)
    assert (len(first.posts), len(second.posts)) == (MOST, 1)
    assert second.posts[0].title == "Post 0"
    assert [page_of_part(view, part.number) for part in (first, second)] == [
        "roadmap/posts.md", "roadmap/posts/2.md"]
    assert len(parts(viewer_of(*many(MOST)).roadmap)) == 1
    assert parts(viewer_of(WORK[0]).roadmap) == ()


def test_pages_of_the_list_lead_to_one_another() -> None:
    view = viewer_of(*many(2 * MOST + 1))
    middle = posts_page(view, parts(view.roadmap)[1])
    assert [(tab.title, tab.is_current) for tab in middle.pages] == [("1", False), ("2", True), ("3", False)]
    assert middle.before
    assert middle.after
    assert (middle.before.title, middle.after.title, middle.n) == ("1", "3", 2 * MOST + 1)
    assert shown(*many(1)).pages == ()


def test_what_is_written_is_escaped_and_each_year_has_a_heading() -> None:
    html = Renderer(Words())("posts", shown(*WORK))
    assert "It is &lt;over&gt;." in html
    assert [h.text for h in parse(html).all("h2")] == ["2026", "2025", "Without a date"]
