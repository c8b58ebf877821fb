"""`aliases`: the other names of a goal or a milestone."""

from __future__ import annotations

from helpers import (
    codes_of,
    day,
    fold_of,
    goal_of,
    goal_page,
    ids,
    milestone_of,
    milestone_page,
    post,
    problems_of,
)
from mkdocs_career_roadmap.authoring.names_in_use import names_in_use
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.fields import Role
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings


def test_every_field_that_takes_a_name_takes_another_name() -> None:
    roadmap = fold_of(
        goal_page("g", aliases="Old goal"),
        *(milestone_page(id, aliases=[f"Old {id}"], goal="g") for id in ("a", "b", "c")),
        post("2026-03-02", goal="old GOAL", milestone="Old a", depends_on="old b", part_of="old-c"))
    assert (ids(roadmap.goals), sorted(ids(roadmap.milestones))) == (["g"], ["a", "b", "c"])
    assert (roadmap.milestone["a"].depends_on, roadmap.milestone["a"].part_of) == (("b",), "c")
    assert roadmap.goals[0].posts == roadmap.milestone["a"].posts == (roadmap.posts[0].path,)


def test_other_names_are_kept_as_they_are_written_but_for_the_own_id() -> None:
    made = milestone_of(milestone_page("x", aliases=["Ex!", "X", "The X"]))
    assert [name.text for name in made.aliases] == ["Ex!", "The X"]
    assert goal_of(goal_page("x", aliases="Ex")).aliases[0].id == "ex"


def test_goals_and_milestones_do_not_share_other_names() -> None:
    assert codes_of(goal_page("a", aliases="Old"), milestone_page("b", aliases=["Old", "a"])) == []


def test_second_page_of_one_id_has_no_other_names() -> None:
    first = milestone_page("x", path="a.md", aliases="One")
    second = milestone_page("x", path="b.md", aliases="Two")
    assert [name.text for name in milestone_of(first, second).aliases] == ["One"]
    assert codes_of(first, second) == ["duplicate-definition"]


def test_title_of_one_goes_before_the_other_name_of_another() -> None:
    pages = [milestone_page("a", aliases="New"), milestone_page("b", title="New")]
    (told,) = problems_of(*pages)
    assert (told.code, told.place.path, told.also[0].path) == (
        "alias-conflict", "milestones/a.md", "milestones/b.md")
    assert fold_of(*pages, post("2026-03-02", milestone="New")).milestone["b"].posts


def test_page_that_names_its_own_goal_by_another_name_is_not_told() -> None:
    assert codes_of(goal_page("g", aliases="Old", goal="old")) == []


def test_person_who_types_another_name_means_the_same() -> None:
    known = names_in_use([goal_page("g", title="New", aliases="Old one")])
    found = known.find(Role.GOAL, "old-one")
    assert found is not None
    assert found.id == "g"


def site_of(*pages: tuple[str, str], keep_private: bool = False) -> tuple[list[str], list[str]]:
    """Return where other names were, and the codes of what is told."""
    site = build([Source(path, f"---\n{front}\n---\n") for path, front in pages], as_of=day("2026-03-31"),
                 settings=Settings(), words=Words(), keep_private=keep_private)
    return [f"{m.was} {m.path}" for m in site.moved], [p.code for p in site.problems]


def test_other_names_had_addresses() -> None:
    pages = ("a.md", "type: goal\naliases: Old one"), ("b.md", "type: milestone\naliases: [B, Older]")
    assert site_of(*pages) == (["roadmap/goals/old-one.md a.md", "roadmap/milestones/older.md b.md"], [])


def test_other_name_of_a_private_page_is_in_no_built_site_and_told_where_a_public_page_has_it() -> None:
    private = ("a.md", "type: milestone\nvisibility: private\naliases: Old")
    pages = private, ("p.md", "date: 2026-03-02\nmilestone: Old")
    assert site_of(*pages) == ([], ["private-link"])
    assert site_of(*pages, keep_private=True)[0] == ["roadmap/milestones/old.md a.md"]


def test_other_name_at_the_address_of_a_private_page_leads_nowhere() -> None:
    private = ("roadmap/goals/old.md", "type: goal\nid: secret\nvisibility: private")
    assert site_of(("a.md", "type: goal\naliases: Old"), private) == ([], ["private-link"])


def test_block_finds_a_goal_by_another_name() -> None:
    text = "---\ntype: goal\naliases: Old\n---\n\n```roadmap\ngoal: old\n```\n"
    site = build([Source("a.md", text)], as_of=day("2026-12-31"), settings=Settings(), words=Words())
    assert site.problems == ()
