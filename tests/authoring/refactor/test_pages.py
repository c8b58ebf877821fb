"""Other names in one file: nothing else of it changes, to the byte."""

from __future__ import annotations

from itertools import product

import pytest
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.authoring.refactor.lines import (
    with_record,
    with_title,
    with_values,
)
from mkdocs_career_roadmap.authoring.refactor.mentions import Mention
from mkdocs_career_roadmap.authoring.refactor.pages import mentions_on, with_names


def named(text: str, new: str = "New", path: str = "posts/a.md") -> str:
    """Return a page on which `Old one` has another name; `Gone` is taken out."""
    def new_name(mention: Mention) -> str | None:
        return {"old-one": new, "gone": ""}.get(mention.id)

    return with_names(path, text, new_name)


def front(lines: str, body: str = "Old one.\n") -> str:
    return f"---\n{lines}\n---\n{body}"


@each(("before", "after"), [
    ("milestone: Old one", "milestone: New"),
    ("milestone:   old-one   # why", "milestone:   New   # why"),
    ("milestone: 'Old one' #why", "milestone: 'New' #why"),
    ('goal: "Old  one"', 'goal: "New"'),
    ("goal: Old\n  one\nx: 1", "goal: New\nx: 1"),
    ("goal: >-\n  Old one\nx: 1", "goal: New\nx: 1"),
    ("depends_on: [A, Old one , 'B']", "depends_on: [A, New , 'B']"),
    ("depends_on:\n- A\n# c\n- Old one # d\n", "depends_on:\n- A\n# c\n- New # d\n"),
    ("milestone: [New, Old one, B]", "milestone: [New, B]"),
    ("milestone: [Old one, New]", "milestone: [New]"),
    ("milestone:\n  - Old one\n  - new # the same\n  - B", "milestone:\n  - New\n  - B"),
    ("milestones:\n  Old one: done # yes\n  B: active", "milestones:\n  New: done # yes\n  B: active"),
    ("milestones: {Old one: done, B: active}", "milestones: {New: done, B: active}"),
    ("milestones:\n  - {milestone: Old one, status: done}\n  - B",
     "milestones:\n  - {milestone: New, status: done}\n  - B"),
    ("milestones:\n  - status: done\n    milestone: Old one\n    lessons: x",
     "milestones:\n  - status: done\n    milestone: New\n    lessons: x"),
    ("milestones:\n- Old one: done\n- B", "milestones:\n- New: done\n- B"),
    ("milestones:\n- Gone: done\n- Old one", "milestones:\n- New"),
    ("milestone: {milestone: Old one, status: done}", "milestone: {milestone: New, status: done}"),
    ("milestones:\n  Old one:\n    status: done\n    reason: Old one\n  Gone:\n    status: done\n  B: done",
     "milestones:\n  New:\n    status: done\n    reason: Old one\n  B: done"),
    ("milestones: [New, {milestone: Old one, status: done}]", "milestones: [{milestone: New, status: done}]"),
    ("milestones: [{milestone: Old one, status: done}, New]", "milestones: [{milestone: New, status: done}]"),
    ("part_of: Gone # x\nstatus: done", "status: done"),
    ("goal: A\ndepends_on:\n  - Gone\nstatus: done", "goal: A\nstatus: done"),
    ("depends_on: [Gone]\nstatus: done", "status: done"),
    ("depends_on: [Gone, A, B]", "depends_on: [A, B]"),
    ("depends_on: [A, Gone, B]", "depends_on: [A, B]"),
    ("depends_on: [A, B, Gone ]", "depends_on: [A, B ]"),
    ("milestone: &m Old one\ndepends_on: [A, *m]", "milestone: &m New\ndepends_on: [A, *m]"),
    ("milestone: &m 'Old one'\nx: 1", "milestone: &m 'New'\nx: 1"),
    ("milestone: [&m Old one, B]", "milestone: [&m New, B]"),
    ("milestone: !!str Old one", "milestone: !!str New"),
    ("title: Old one\nreason: Old one\nlessons: [Old one]\nmilestone: B", None),
    ("type: milestone\nid: old-one\ngoal: Old one", "type: milestone\nid: old-one\ngoal: New"),
])
def test_only_the_name_changes(before: str, after: str | None) -> None:
    for mark, end in product(("", "\ufeff"), ("\n", "\r\n", "\r")):
        old, new = (mark + front(lines).replace("\n", end) for lines in (before, after or before))
        assert named(old) == new


@each(("new", "style", "written"), [
    ("A: b", "Old one", '"A: b"'), ("It's", "'Old one'", "'It''s'"),
    ('Say "x"', '"Old one"', r'"Say \"x\""'),
    ("2026", "Old one", '"2026"'), ("Yes", "Old one", '"Yes"'), ("C#", "Old one", '"C#"'),
    ("Ä, ö", "Old one", "Ä, ö")])
def test_name_is_written_as_yaml_reads_it_back(new: str, style: str, written: str) -> None:
    assert named(front(f"milestone: {style}"), new) == front(f"milestone: {written}")


@given(st.text(min_size=1, max_size=30).map(lambda t: " ".join(t.split())).filter(str.isprintable),
       st.sampled_from(["Old one", "'Old one'", '"Old one"', "[Old one, B]", "{Old one: done}",
                        "\n- Old one"]))
def test_any_name_is_read_back(new: str, written: str) -> None:
    if new.strip():
        after = named(front(f"milestones: {written}"), new)
        assert new in [m.text for m in mentions_on("a.md", after)]


def test_block_with_an_indent_has_the_name_too() -> None:
    text = front("title: x", "- a\n\n    ```roadmap\n    view: map\n    goal: Old one # c\n    ```\n")
    assert named(text) == text.replace("goal: Old one", "goal: New")


def test_block_that_shows_how_to_write_one_stays() -> None:
    text = front("title: x", "````text\n```roadmap\ngoal: Old one\n```\n````\n")
    assert named(text) == text


def test_defaults_of_a_folder_have_the_name_too() -> None:
    assert named("goal: Old one\nx: Old one\n", path="posts/.meta.yml") == "goal: New\nx: Old one\n"


def test_two_statuses_of_what_becomes_one_are_for_the_author_to_settle() -> None:
    with pytest.raises(ValueError, match="different things of 'New' and 'Old one'"):
        named(front("milestones:\n  New: active\n  Old one: done"))


def test_same_status_of_what_becomes_one_stands_once() -> None:
    assert named(front("milestones:\n  New: done\n  Old one: done")) == front("milestones:\n  New: done")


@pytest.mark.parametrize("lines", ["milestone: *a\nx: &a Old one", "milestone: !t Old one", "milestone: [",
                                   "- milestone: Old one"])
def test_what_nobody_reads_stays(lines: str) -> None:
    assert named(front(lines)) == front(lines)


@pytest.mark.parametrize("line", ["x: *m", "title: *m", "depends: [A, *m]"])
def test_line_that_an_alias_would_change_as_well_is_told(line: str) -> None:
    key = line.partition(":")[0]
    with pytest.raises(ValueError, match=rf"its line '{key}' is an alias \(`\*`\) of a name in it"):
        named(front(f"milestone: &m Old one\n{line}"))


def test_folder_may_use_an_alias_of_a_name() -> None:
    assert named("goal: &g Old one\nmilestone: [*g, A]\n", path=".meta.yml") == (
        "goal: &g New\nmilestone: [*g, A]\n")


# --- titles and lists ---


@each(("before", "after"), [
    (front("title: 'Old one' # c", "# Old one\n"), front("title: 'New' # c", "# New\n")),
    (front("title: Old one", "# Something else\n"), front("title: New", "# Something else\n")),
    (front("title: &t Old one\nx: *t"), front("title: &t New\nx: *t")),
    (front("x: 1", "\n# Old *one* {#o} #\n\n# Old one\n"), front("x: 1", "\n# New {#o} #\n\n# Old one\n")),
    (front("x: 1", "<!-- c -->\nOld one\n=======\n"), front("x: 1", "<!-- c -->\nNew\n=======\n")),
    (front("x: 1"), front("x: 1\ntitle: New")),
])
def test_title_changes_wherever_it_stands(before: str, after: str) -> None:
    assert with_title("a.md", before, "New") == after


@each(("before", "after"), [
    ("x: 1", "x: 1\naliases: [b, \"c, d\"]"),
    ("aliases: a # why\nx: 1", "aliases: [a, b, \"c, d\"] # why\nx: 1"),
    ("aliases: [a, 'b']", "aliases: [a, 'b', \"c, d\"]"),
    ("aliases: &a []", "aliases: &a [b, \"c, d\"]"),
    ("aliases: &a a", "aliases: &a [a, b, \"c, d\"]"),
    ("aliases: []", "aliases: [b, \"c, d\"]"),
    ("aliases:\n  - a # why\nx: 1", "aliases:\n  - a # why\n  - b\n  - c, d\nx: 1"),
    ("aliases:\n- a", "aliases:\n- a\n- b\n- c, d"),
])
def test_values_come_into_a_list_in_its_own_form(before: str, after: str) -> None:
    assert with_values("a.md", front(before), "aliases", ["b", "c, d"]) == front(after)


@pytest.mark.parametrize(("before", "after"), [
    ("x: 1", "x: 1\nhistory:\n  - {day: 2026-11-28, moved_from: \"A, b\"}"),
    ("history:\n- {day: 2025}\nx: 1",
     "history:\n- {day: 2025}\n- {day: 2026-11-28, moved_from: \"A, b\"}\nx: 1"),
])
def test_record_comes_to_a_list(before: str, after: str) -> None:
    assert with_record("a.md", front(before), "history",
                       {"day": "2026-11-28", "moved_from": "A, b"}) == front(after)
