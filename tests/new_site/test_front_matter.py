"""The front matter of imported pages: what Jekyll meant, as Material reads it, and the rest as it was."""

from __future__ import annotations

from datetime import date, datetime

import yaml
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.new_site.front_matter import (
    Facts,
    WrittenFrontMatter,
    _complained,
    front_matter,
)
from mkdocs_career_roadmap.vocabulary.fields import BY_KEY, OTHERS


def made(data: dict[str, object], facts: Facts | None = None, **spans: str) -> WrittenFrontMatter:
    return front_matter("posts/a.md", facts or Facts(), data, spans)


def values(matter: WrittenFrontMatter) -> dict[str, object]:
    return yaml.safe_load(matter.text.removeprefix("---\n").removesuffix("---\n"))


def test_facts_are_said_in_the_words_of_material() -> None:
    facts = Facts(title="A: b", day=date(2020, 12, 2), categories=("engineering",), tags=("x", "1"),
                  slug="a_b", addresses=("/engineering/2020/12/02/a_b.html",), goal="Teach machines")
    assert values(made({}, facts)) == {
        "title": "A: b", "date": date(2020, 12, 2), "categories": ["engineering"], "tags": ["x", "1"],
        "slug": "a_b", "redirect_from": ["/engineering/2020/12/02/a_b.html"], "goal": "Teach machines"}


def test_a_time_of_day_is_kept() -> None:
    assert "date: 2020-12-02 20:15:00\n" in made({}, Facts(day=datetime(2020, 12, 2, 20, 15))).text


def test_a_draft_is_one() -> None:
    assert values(made({"published": False}, Facts(is_draft=True))) == {"draft": True}


def test_keys_of_jekyll_alone_are_dropped_and_others_kept() -> None:
    matter = made({"layout": "post", "permalink": "/x/", "category": "a", "mathjax": True, "by": {"a": [1]}})
    assert values(matter) == {"mathjax": True, "by": {"a": [1]}}
    assert matter.renamed == ()


def test_what_is_kept_keeps_its_lines_and_remarks() -> None:
    matter = made({"layout": "post", "by": "me", "x": [1, 2]}, layout="layout: post  # usual\n# of me:",
                  by="by:   'me'   # who", x="x:\n  - 1\n  # between\n  - 2")
    assert matter.text == "---\n# of me:\nby:   'me'   # who\nx:\n  - 1\n  # between\n  - 2\n---\n"


def test_what_means_something_else_here_gets_another_name() -> None:
    """A WordPress exporter writes `status: publish`, which is no status of ours."""
    matter = made({"status": "publish", "type": "post", "icon": "fa-x", "template": "x.html", "hide": True,
                   "authors": ["me"], "other": "kept"})
    assert set(matter.renamed) == {"status", "icon", "template", "hide", "authors"}
    assert values(matter) == {
        "jekyll_status": "publish", "type": "post", "jekyll_icon": "fa-x",
        "jekyll_template": "x.html", "jekyll_hide": True, "jekyll_authors": ["me"], "other": "kept"}


def test_a_goal_and_its_status_that_are_there_stay() -> None:
    """A blog may have begun a roadmap before it moves."""
    data: dict[str, object] = {"goal": "Teach", "milestone": "First", "status": "done"}
    found = made(data, Facts(title="x", day=date(2020, 1, 1), goal="Another"))
    assert values(found) == {"title": "x", "date": date(2020, 1, 1), **data}


def test_references_are_written_out() -> None:
    matter = made({"a": [1], "b": [1]}, a="a: &x [1]", b="b: *x")
    assert values(matter) == {"a": [1], "b": [1]}
    assert "*x" not in matter.text


ODD_KEYS = sorted({*OTHERS, "templat", "stat", "gaol", "milestnoe", "Status", "autor", "author",
                   "image", "hide", "search", "template", "icon", "links", "title", "date", "12", "on",
                   "state", "progress", "started", "draft", "hidden", "private", "password", "comments",
                   "x y"} - BY_KEY.keys())
ODD_VALUES = ["", "true", "no", "{a: 1}", "[1, 2]", "&a [*a]", "&a b", "*b", "!!x y", "2026-02-30", "12:30",
              "word", "done", "{{ x }}", '"a\\x00b"', "- b"]


@each("key", ODD_KEYS)
def test_a_goal_takes_no_complaint_away_from_keys_that_are_not_of_the_roadmap(key: str) -> None:
    """So that most pages are looked at once."""
    for value in ODD_VALUES:
        text = f"---\ntitle: A\ndate: 2026-01-02\n{key}: {value}\n"
        assert set(_complained("a.md", f"{text}---\n")) - {"title", "date"} <= set(
            _complained("a.md", f"{text}goal: Some goal\n---\n")), value


def test_nothing_to_say_is_no_front_matter() -> None:
    assert made({"layout": "page"}).text == ""


simple = st.one_of(st.text(max_size=20), st.integers(-9, 9), st.booleans(), st.none(),
                   st.lists(st.text(max_size=8), max_size=3))


@given(st.dictionaries(st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True), simple, max_size=6))
def test_every_value_outlives_the_import(data: dict[str, object]) -> None:
    """Under its name, or under another one that is told."""
    matter = made(data)
    found = values(matter) if matter.text else {}
    for key, value in data.items():
        if key in ("title", "date", "category", "categories", "tag", "tags", "slug", "draft", "published",
                   "permalink", "layout"):
            continue
        name = f"jekyll_{key}" if key in matter.renamed else key
        assert found[name] == value


def test_advice_is_no_reason_for_another_name() -> None:
    """`blocked` is read as paused, and a check says so as a hint."""
    matter = made({"goal": "x", "milestone": "y", "status": "blocked"}, Facts(day=date(2020, 1, 1)))
    assert matter.renamed == ()


def test_characters_that_yaml_reads_as_others_are_escaped() -> None:
    assert values(made({"a": "x\x85y"})) == {"a": "x\x85y"}


def test_a_value_that_is_wrong_within_gives_its_key_another_name() -> None:
    matter = made({"lessons": [{"not": "a sentence"}], "mine": 1})
    assert matter.renamed == ("lessons",)
    assert values(matter) == {"jekyll_lessons": [{"not": "a sentence"}], "mine": 1}


def test_what_a_check_says_without_a_goal_counts_as_well() -> None:
    """The theme would show a status as one of the page itself, and `~` as a character."""
    matter = made({"status": None}, status="status: ~")
    assert (matter.text, matter.renamed) == ("---\nstatus: null\n---\n", ())
    assert made({"status": "publish"}).renamed == ("status",)


def test_a_key_that_is_no_text_where_the_feed_wants_one_has_another_name() -> None:
    """The plugin of the feed strips `image` and the theme looks into `hide`: a build ended in a traceback."""
    matter = made(
        {"image": {"caption": "A wren", "placement": 2}, "hide": True, "description": "Birds", "rss": {}})
    assert values(matter) == {
        "jekyll_image": {"caption": "A wren", "placement": 2}, "jekyll_hide": True, "description": "Birds",
        "rss": {}}
    assert matter.renamed == ("image", "hide")
