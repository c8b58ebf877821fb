"""The line below the title of a post, and what its head tells of it."""

from __future__ import annotations

from typing import Any

import pytest
from helpers import AS_OF, fold_of, post
from mkdocs_career_roadmap.pages.head_tags import SharedCard, head_tags
from mkdocs_career_roadmap.pages.post import PostLine, as_article, post_box
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.labels import words_for
from mkdocs_career_roadmap.vocabulary.person import Person
from mkdocs_career_roadmap.vocabulary.settings import Settings

WORDS = words_for("en", {})


def line(*entries: Entry, **settings: Any) -> PostLine | None:
    """Return the line of the first post."""
    view = Viewer(fold_of(*entries, as_of=AS_OF), Settings(**settings), WORDS, str)
    return post_box(view, view.roadmap.posts[0], {}).line


def test_line_tells_day_author_and_time() -> None:
    one = post("2026-03-02", goal="G", body="Text.", author="Ada")
    assert line(one) == PostLine("2 Mar 2026", "2026-03-02", "Ada", 1, "")


def test_line_shows_what_a_post_said_where_it_is_different_now() -> None:
    begun = post("2026-03-02", milestone="m", status="active")
    done = post("2026-03-03", milestone="m", status="done")
    assert (line(begun) or PostLine("", "", "", 0, "x")).status_then == ""
    assert line(begun, done) == PostLine("2 Mar 2026", "2026-03-02", "", 0, "active")


def test_status_of_its_own_goes_before_that_of_all() -> None:
    one = post("2026-03-02", milestone=[{"milestone": "m", "status": "paused"}, "n"], status="active")
    made = line(one, post("2026-03-03", milestone="m", status="done"))
    assert made is not None
    assert made.status_then == "paused"


@pytest.mark.parametrize(("settings", "author"), [
    ({}, ""), ({"author": "Bo"}, "Bo"), ({"author": "Bo", "person": Person(name="Ada")}, "Ada")])
def test_who_writes_the_site_wrote_a_post_that_names_nobody(settings: dict[str, Any], author: str) -> None:
    made = line(post("2026-03-02", goal="G"), **settings)
    assert made is not None
    assert made.authors == author


def test_a_post_that_names_somebody_odd_is_not_the_authors_of_the_site() -> None:
    made = line(post("2026-03-02", goal="G", author=[["x"]]), author="Bo")
    assert made is not None
    assert made.authors == ""


def test_the_blog_of_material_has_a_line_of_its_own() -> None:
    one = post("2026-03-02", goal="G", path="blog/posts/a.md", body="Text.")
    assert line(one, blog_posts="blog/posts", author="Bo") is None
    assert line(one, blog_posts="blog/others", author="Bo") is not None


def test_a_site_may_have_no_line_and_a_post_nothing_to_say_in_one() -> None:
    assert line(post("2026-03-02", goal="G"), post_line=False) is None
    assert line(post(None, goal="G")) is None


def test_line_stands_above_the_box_and_nothing_written_is_markup() -> None:
    entries = (post("2026-03-02", milestone="m", status="active", author="<b>Ada</b>", body="Text."),
               post("2026-03-03", milestone="m", status="done"))
    view = Viewer(fold_of(*entries), Settings(), WORDS, str)
    html = Renderer(WORDS)("post-top", post_box(view, view.roadmap.posts[0], {}))
    assert html.startswith(
        '<p class="cr-facts cr-byline"><time datetime="2026-03-02">2 Mar 2026</time> '
        "<span>&lt;b&gt;Ada&lt;/b&gt;</span> <span>1 min read</span> "
        '<span><span class="cr-icon cr-icon--active" aria-hidden="true"></span> then: Active</span></p>')


@pytest.mark.parametrize(("fields", "tags"), [
    ({}, ['<meta property="article:published_time" content="2026-03-02">']),
    ({"author": '"Ada'}, ['<meta property="article:published_time" content="2026-03-02">',
                          '<meta name="author" content="&quot;Ada">'])])
def test_head_tells_the_day_and_the_author(fields: dict[str, Any], tags: list[str]) -> None:
    made = fold_of(post("2026-03-02", goal="G", **fields)).posts[0]
    card = as_article(SharedCard("", "", "", ""), Settings(), made)
    assert [tag for _, tag in head_tags(card)] == tags
    assert not list(head_tags(as_article(SharedCard("", "", "", ""), Settings(),
                                         fold_of(post(None, goal="G")).posts[0])))
