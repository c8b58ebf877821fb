"""Words of other tools on pages of the roadmap."""

from __future__ import annotations

from typing import Any

from each import each
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.fields import BY_KEY, Role
from mkdocs_career_roadmap.vocabulary.other_words import OTHER_WORDS
from mkdocs_career_roadmap.vocabulary.settings import Settings

POST = "milestone: x\n"


def told(inner: str, path: str = "posts/a.md", **choices: Any) -> list[str]:
    page = read(Source(path, f"---\n{inner}---\n"), Settings(**choices))
    assert {p.code for p in page.problems} <= {"foreign-field"}, page.problems
    return [f"{p.place.line}:{p.place.column} {p.severity} {p.message}" for p in page.problems]


@each(("line", "fix"), [
    ("due: 2026-06-30", "target: 2026-06-30"),
    ("deadline: 2026-06", "target: 2026-06"),
    ("end: 2026", "target: 2026"),
    ("End Date: '2026-06'", "target: '2026-06'"),
    ("blocked_by: Label it", "depends_on: Label it"),
    ("blocked-by:\n  - One\n  - Two: 'x'\n", None),
    ("depends: [One, Two]", "depends_on: [One, Two]"),
    ("after: One # a note", "depends_on: One"),
    ("requires:\n  - One\n  - Two", "depends_on: [One, Two]"),
    ("state: open", "status: open"),
    ("parent: Thesis", "part_of: Thesis"),
    ("links: [https://example.org/a, b.pdf]", "evidence: [https://example.org/a, b.pdf]"),
    ("proof: https://example.org", "evidence: https://example.org"),
    ("started_on: 2026-03", "started: 2026-03"), ("completed: 2026-03-02", "finished: 2026-03-02"),
    ("because: it rained", "reason: it rained"),
])
def test_the_line_to_write_is_told_with_the_value_as_it_stands(line: str, fix: str | None) -> None:
    key = line.partition(":")[0]
    (message,) = told(f"{POST}{line}\n")
    assert message.startswith(f"3:1 hint the roadmap does not read {key}; write ")
    if fix:
        assert message.endswith(f"; write `{fix}`")


@each("key", [
    "owner", "progress", "health", "priority", "effort", "claimed", "confidence", "moved_from"])
def test_what_the_roadmap_has_no_field_for_is_told_with_what_there_is_instead(key: str) -> None:
    assert told(f"{POST}{key}: high\n") == [
        f"3:1 hint the roadmap does not read {key}; {OTHER_WORDS[key].instead}"]


def test_a_value_that_the_field_does_not_take_is_told_with_why() -> None:
    (message,) = told(f"{POST}due: next week\n")
    assert message.startswith("3:1 hint the roadmap does not read due; write target in its place, but: "
                              "target: 'next week' is not a date; write ")


def test_a_value_of_many_letters_is_left_out() -> None:
    assert told(f"{POST}depends: {'x' * 100}\n") == [
        "3:1 hint the roadmap does not read depends; write depends_on in its place"]


@each("inner", [
    "due: 2026-06\nstate: open\nowner: me\n",
    f"{POST}target: 2026\ndue: 2026-06\n",
    f"{POST}status: done\nstate: open\n",
    f"{POST}parent: Guides\nnav_order: 3\n",
    f"{POST}state: Bavaria\n",
    f"{POST}due:\nowner:\n",
    f"{POST}links:\n  - Home: index.md\n",
    "type: goal\nparent: x\nlinks: [a.md]\n",
    f"{POST}ends: 2026\n",
    f"{POST}completed: true\naka: The zoo\n",
])
def test_nothing_is_told_elsewhere_or_beside_the_field_that_counts(inner: str) -> None:
    assert told(inner) == []


def test_links_of_a_post_of_the_blog_are_the_blogs() -> None:
    inner = f"{POST}date: 2026-01-01\nlinks: [a.md]\n"
    assert (len(told(inner)), told(inner, "blog/posts/a.md", blog_posts="blog/posts")) == (1, [])


def test_a_word_of_other_tools_is_none_of_ours_and_stands_for_one_that_posts_or_pages_have() -> None:
    assert OTHER_WORDS.keys().isdisjoint(BY_KEY)
    assert all(bool(about.field) != bool(about.instead) for about in OTHER_WORDS.values())
    assert all(BY_KEY[about.field].on & set(Role) for about in OTHER_WORDS.values() if about.field)
