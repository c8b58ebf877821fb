"""Which files a text takes in, and which pages these may be."""

from __future__ import annotations

from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.includes import includes, meant


@each(("text", "paths"), [
    ('--8<-- "a.md"', ["a.md"]),
    ("-8<- 'posts/a.md'", ["posts/a.md"]),
    ('Words.\n\n    --8<-- "a.md:2:5"\n', ["a.md"]),
    ('> --8<-- "a.md:part"', ["a.md"]),
    ("--8<--\na.md\n; b.md\n\nc/d.md\n--8<--\n", ["a.md", "c/d.md"]),
    ('{% include-markdown "../a.md" %}', ["../a.md"]),
    ("{%\n  include-markdown 'a.md'\n  start='<!--x-->'\n%}", ["a.md"]),
    ('{% include "posts/*.md" %}', ["posts/*.md"]),
    ("{!a.md!} and {! b/c.md !}", ["a.md", "b/c.md"]),
    ("![[Diary]] and ![[notes/Diary#Part|x]]", ["Diary", "notes/Diary"]),
    ("Words of --8<-- nothing; {{ x }}, ![a](b.md), [[Diary]]", []),
    ("", []),
])
def test_includes_of_every_tool_are_found(text: str, paths: list[str]) -> None:
    assert [include.path for include in includes(text)] == paths


def test_snippet_that_is_escaped_is_none() -> None:
    assert includes(';--8<-- "a.md"') == []


@each(("written", "is_meant"), [
    ("posts/diary.md", True), ("docs/posts/diary.md", True), ("diary.md", True), ("../posts/diary.md", True),
    ("./diary.md", True), ("posts/*.md", True), ("**/d*.md", True), ("diary", True),
    ("posts/dia%72y.md", True),
    ("ary.md", False), ("other/diary.md", False), ("diary.txt", False), ("x/*.md", False)])
def test_page_is_meant_by_every_path_that_may_lead_to_it(written: str, is_meant: bool) -> None:
    (include,) = includes(f'--8<-- "{written}"')
    assert meant(include, "about/me.md", ["posts/diary.md", "index.md"]) == (["posts/diary.md"] * is_meant)


def test_page_is_not_its_own_include() -> None:
    (include,) = includes('--8<-- "me.md"')
    assert meant(include, "about/me.md", ["about/me.md"]) == []


@given(st.text("-8<>\"' \n{}%!incude[]a.md*", max_size=80))
def test_any_text_is_searched_and_spans_hold_what_was_found(text: str) -> None:
    for include in includes(text):
        assert 0 <= include.start < include.stop <= len(text)
        meant(include, "a.md", ["b.md", "a.md"])
