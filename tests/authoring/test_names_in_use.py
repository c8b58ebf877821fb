"""What a site has already, as a new page sees it."""

from __future__ import annotations

from datetime import date

import pytest
from helpers import goal_page, milestone_page, post
from mkdocs_career_roadmap.authoring.names_in_use import NamesInUse, names_in_use
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.fields import Role


def in_use(*entries: Entry) -> NamesInUse:
    return names_in_use(entries)


def test_names_come_from_posts_and_from_pages() -> None:
    found = in_use(post("2026-01-01", goal="Zoo", milestone="First step"), goal_page("able", title="An aim"))
    assert [thing.title for thing in found.goals.values()] == ["An aim", "Zoo"]
    assert [thing.title for thing in found.milestones.values()] == ["First step"]


def test_goal_of_a_milestone_is_known() -> None:
    found = in_use(post("2026-01-01", goal="Zoo", milestone="A"), post("2026-01-02", milestone="B"))
    assert {thing.title: thing.goal for thing in found.milestones.values()} == {"A": "zoo", "B": None}


def test_goal_is_known_by_its_id_also_if_its_title_is_written() -> None:
    found = in_use(goal_page("z", title="The zoo"), milestone_page("m", goal="The zoo"))
    assert found.milestones["m"].goal == "z"


@pytest.mark.parametrize("name", ["z", "The zoo", "the-ZOO"])
def test_thing_is_found_by_its_id_and_by_its_title(name: str) -> None:
    found = in_use(goal_page("z", title="The zoo")).find(Role.GOAL, name)
    assert found is not None
    assert (found.id, found.page) == ("z", "goals/z.md")


def test_what_is_not_there_is_not_found() -> None:
    assert in_use(goal_page("z")).find(Role.MILESTONE, "z") is None


def test_post_of_the_future_names_things_too() -> None:
    assert "zoo" in in_use(post("2999-01-01", goal="Zoo")).goals


def test_slip_of_a_name_is_understood() -> None:
    found = in_use(goal_page("z", title="Efficient vision"))
    assert found.meant(Role.GOAL, "Eficient vision") == "Efficient vision"
    assert found.meant(Role.GOAL, "Something else") is None


def test_names_of_a_series_are_no_slips_of_each_other() -> None:
    assert in_use(post("2026-01-01", milestone="Step 1")).meant(Role.MILESTONE, "Step 2") is None


def test_pages_lie_where_most_of_their_kind_lie() -> None:
    found = in_use(
        *(
            post("2026-01-01", path=f"{folder}/{n}.md", goal="G")
            for n, folder in enumerate(["blog/b", "blog/a", "blog/b", "old"])
        )
    )
    assert found.folders == {Role.POST: "blog/b"}


def test_of_two_folders_the_later_is_taken() -> None:
    found = in_use(
        post("2026-01-01", path="2026/a.md", goal="G"), post("2025-01-01", path="2025/a.md", goal="G")
    )
    assert found.folders == {Role.POST: "2026"}


@pytest.mark.parametrize(
    ("files", "dated"),
    [([], False), (["2026-01-01-a.md"], True), (["a.md", "2026-01-01-b.md"], False), (["2026.md"], False)],
)
def test_habit_of_dates_in_file_names_is_seen(files: list[str], dated: bool) -> None:
    assert in_use(*(post("2026-01-01", path=f"posts/{file}", goal="G") for file in files)).dated is dated


def test_days_of_posts_are_known() -> None:
    found = in_use(post("2026-01-01 10:30", goal="G"), post(goal="G"), goal_page("z", date="2026-01-02"))
    assert found.days == {date(2026, 1, 1)}


def test_nothing_is_known_of_an_empty_site() -> None:
    assert in_use() == NamesInUse()
