"""Ids that names made before: posts that say one, and addresses that were made of one."""

from __future__ import annotations

import pytest
from helpers import fold_of, goal_of, goal_page, ids, milestone_page, post, problems_of
from helpers import page as page_of


def milestones(*names: str, **more: str) -> list[str]:
    """Return the ids of the milestones that posts with these names make."""
    return sorted(ids(fold_of(*(post("2026-03-02", milestone=name, **more) for name in names)).milestones))


def told(*names: str) -> list[str]:
    """Return what is told of posts with these names, on pages a.md, b.md and so on."""
    return [str(p) for p in problems_of(
        *(post("2026-03-02", path=f"{'abcdef'[at]}.md", milestone=name) for at, name in enumerate(names)))]


@pytest.mark.parametrize(("name", "before"), [
    ("Release 1.1", "release-11"), ("Learn C++", "learn-c"), ("Our CI/CD", "our-cicd"), ("Now <5", "now-5")])
def test_post_that_says_the_old_id_is_about_what_had_it(name: str, before: str) -> None:
    assert len(milestones(before, name)) == 1
    assert told(before, name) == []


def test_old_id_is_meant_in_every_field() -> None:
    roadmap = fold_of(post("2026-03-02", milestone="Release 1.1", goal="Learn C++"),
                      post("2026-03-03", milestone="Two", goal="learn-c", depends_on="release-11"),
                      post("2026-03-04", milestone="Three", part_of="release-11"))
    assert ids(roadmap.goals) == ["learn-c-plus-plus"]
    assert roadmap.milestone["two"].depends_on == ("release-1-1",)
    assert roadmap.milestone["three"].part_of == "release-1-1"


def test_name_in_words_is_no_old_id() -> None:
    assert milestones("Release 1.1", "Release 11") == ["release-1-1", "release-11"]
    assert milestones("Release 1.1", "Release 11", "release-11") == ["release-1-1", "release-11"]


def test_old_id_of_two_is_neither_and_told() -> None:
    assert milestones("Learn C++", "Learn C#", "learn-c") == [
        "learn-c", "learn-c-plus-plus", "learn-c-sharp"]
    (problem,) = told("Learn C++", "Learn C#", "learn-c")
    assert problem == (
        "c.md:3:12: hint: 'learn-c' is the id that 'Learn C++' and 'Learn C#' had before, and is taken for "
        "another milestone here; write learn-c-plus-plus or learn-c-sharp if you mean that one "
        "(see a.md:3:12, b.md:3:12) [old-id]")


@pytest.mark.parametrize(("one", "two"), [("c", "C++"), ("learn-c", "learn-c++")])
def test_name_that_might_be_no_id_stands_for_itself_and_is_told(one: str, two: str) -> None:
    assert len(milestones(one, two)) == 2
    (problem,) = told(one, two)
    assert problem.startswith(f"a.md:3:12: hint: '{one}' is the id that '{two}' had before")


def test_old_id_of_a_definition_is_meant() -> None:
    page = page_of("release-1.1.md", type="milestone", title="The Hindi stone पत्थर")
    roadmap = fold_of(page, post("2026-03-02", milestone="release-11"),
                      post("2026-03-02", milestone="the-hindi-stone-पतथर"))
    assert ids(roadmap.milestones) == ["release-1-1"]
    assert len(roadmap.milestones[0].posts) == 2


def test_id_with_a_page_is_no_old_one() -> None:
    roadmap = fold_of(milestone_page("release-11"), post("2026-03-02", milestone="Release 1.1"),
                      post("2026-03-02", milestone="release-11"))
    assert sorted(ids(roadmap.milestones)) == ["release-1-1", "release-11"]


def test_title_of_a_page_is_no_old_id() -> None:
    roadmap = fold_of(milestone_page("x", title="Release 11"), post("2026-03-02", milestone="Release 1.1"),
                      post("2026-03-02", milestone="release-11"))
    assert sorted(ids(roadmap.milestones)) == ["release-1-1", "x"]


# --- addresses ---


def before(*names: str) -> dict[str, tuple[str, ...]]:
    """Return the ids of before by those of now."""
    return {m.id: m.ids_before for m in fold_of(*(post("2026-03-02", milestone=n) for n in names)).milestones}


def test_generated_page_was_at_the_old_id() -> None:
    assert before("Release 1.1", "Foo_bar", "foo bar", "Plain") == {
        "release-1-1": ("release-11",), "foo-bar": ("foo_bar",), "plain": ()}
    assert goal_of(post("2026-03-02", goal="CI/CD")).ids_before == ("cicd",)


def test_old_address_is_the_same_where_posts_say_the_old_id() -> None:
    assert before("Release 1.1", "release-11") == {"release-1-1": ("release-11",)}


def test_page_that_somebody_wrote_was_where_it_is() -> None:
    assert goal_of(goal_page("x", title="CI/CD")).ids_before == ()


def test_old_address_at_which_something_else_is_now_stays_that() -> None:
    assert before("Release 1.1", "Release 11") == {"release-1-1": (), "release-11": ()}


def test_old_address_of_two_leads_to_neither_and_is_told() -> None:
    assert before("C++", "C#") == {"c-plus-plus": (), "c-sharp": ()}
    (problem,) = told("C++", "C#")
    assert problem == (
        "b.md:3:12: hint: the milestones 'C++' and 'C#' had one address before, with the id 'c', which leads "
        "to neither now; if readers know it, add `aliases: c` to the page of one (see a.md:3:12) [old-id]")


def test_old_address_that_another_name_has_is_settled() -> None:
    pages = [goal_page("x", title="C++", aliases="c"), post("2026-03-02", goal="C#")]
    assert problems_of(*pages) == []


# --- names with one id ---


def test_names_that_differ_in_case_spaces_dashes_or_an_end_are_one() -> None:
    assert told("Read on", "read  ON!", "Read–on", "read_on", "read-on") == []


def test_names_that_are_one_by_their_id_alone_are_told() -> None:
    (problem,) = told("Don't stop", "Dont stop", "Don\u2019t stop", "Dont stop")
    assert problem == (
        "b.md:3:12: warning: \"Don't stop\" and 'Dont stop' are one milestone, since both have the id "
        "'dont-stop'; write both the same way, or use other words for one of them (see a.md:3:12) [same-id]")


def test_title_of_a_page_and_a_name_that_are_one_by_their_id_alone_are_told() -> None:
    (problem,) = problems_of(milestone_page("x", title="CI/CD"), post("2026-03-02", milestone="CI CD"))
    assert (problem.code, problem.also[0].path) == ("same-id", "milestones/x.md")
