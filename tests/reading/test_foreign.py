"""Which pages are none of the roadmap's, and what is told of them."""

from __future__ import annotations

import pytest
from each import each
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import Page, read
from mkdocs_career_roadmap.vocabulary.settings import Settings


def page(front: str, path: str = "a.md", blog_posts: str = "") -> Page:
    return read(Source(path, f"---\n{front}\n---\nWords.\n"), Settings(blog_posts=blog_posts))


def weights(front: str) -> set[str]:
    return {f"{p.severity} {p.code}" for p in page(front).problems}


@each(("front", "told"), [
    ("tags: [a]\ntags: [b]", "hint duplicate-key"),
    ("title: &x A\nslug: *x", "hint yaml-reference"),
    ("title: [x", "hint bad-yaml"),
    ("title: x\n\tauthor: y", "hint bad-yaml"),
    ("- x", "hint not-a-mapping"),
    ("status: new\nstatus: newer", "hint duplicate-key"),
    ("date: 2026-02-30", "hint bad-date"),
    ("draft: false\ntags: [a]\ntags: [b]", "hint duplicate-key"),
    ("Published: yes\ntitle: A\ntitle: B", "hint duplicate-key"),
])
def test_what_is_odd_on_a_page_of_others_is_a_hint(front: str, told: str) -> None:
    assert weights(front) == {told}


@each(("front", "told"), [
    ("goal: x\ngoal: y", "error duplicate-key"),
    ("hide: true", "error bad-host-value"),
    ("status: <b>", "error bad-status"),
    ("milestone: [x", "error bad-yaml"),
    ("title: [x\nmilestones: y", "error bad-yaml"),
    ("title: [x\ngaol: y", "error bad-yaml"),
    ("type: goal\nid: [x", "error bad-yaml"),
    ("title: [x\ndraft: false", "error bad-yaml"),
    ("title: [x\ntype: goal", "error bad-yaml"),
    ("title: [x\nvisibilty: public", "error bad-yaml"),
    ("- goal: x", "error not-a-mapping"),
    ("part_of: x\npart_of: y", "error duplicate-key"),
    ("draft: false\ndraft: false", "error duplicate-key"),
    ("draft: false\ntags: a\ntags: b\ndraft: true", "error duplicate-key"),
    ("draft: true\ntags: a\ntags: b", "error duplicate-key"),
    ("draft: false\ntitle: &x A\nslug: *x", "error yaml-reference"),
])
def test_what_could_be_meant_for_us_or_keep_the_page_back_weighs_what_it_did(front: str, told: str) -> None:
    assert told in weights(front)


def test_front_matter_that_nothing_closes_is_looked_at_as_a_whole() -> None:
    for key, severity in (("title", "hint"), ("goal", "error")):
        found = read(Source("a.md", f"---\nauthor: x\n{key}: y\n\nWords.\n"), Settings()).problems
        assert [(str(p.severity), p.code) for p in found] == [(severity, "unclosed-front-matter")]


@pytest.mark.parametrize("front", ["title: [x\nprivate: true", "title: [x\nDraft: yes"])
def test_what_could_keep_a_page_back_does_so(front: str) -> None:
    assert page(front).is_hidden


def test_host_reads_a_page_of_others_as_it_is() -> None:
    for front in ("title: [x", "title: &x A\nslug: *x"):
        assert (page(front).host_text, page(front).withheld) == (None, frozenset())


def test_host_reads_no_value_that_would_stop_it_and_all_others() -> None:
    read_by_host = page("hide: true\ntitle: &x A\nslug: *x").host_text or ""
    assert "hide" not in read_by_host
    assert "slug: *x" in read_by_host


def test_post_of_a_blog_that_nobody_can_read_is_an_error_since_the_blog_stops_at_it() -> None:
    read_post = page("title: [x", "blog/posts/a.md", "blog/posts")
    assert [str(p.severity) for p in read_post.problems] == ["error"]
    assert read_post.host_text is not None


@each("front", [
    "<<: {visibility: private}", "base: &b {draft: true}\n<<: *b", "<<: [{private: true}]",
    "[visibility]: private", "@private: true", "title: [x\n<<: {visibility: private}",
    "title: a: b\n[draft]: true", "%YAML 1.1\n---\nvisibility: private"])
def test_words_that_keep_back_do_so_however_yaml_puts_them_together(front: str) -> None:
    assert page(front).is_hidden
