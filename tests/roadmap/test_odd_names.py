"""Names that are told because they are near others, and where."""

from __future__ import annotations

import json
from itertools import chain

import pytest
from each import each
from helpers import codes_of, day, goal_page, milestone_page, post, problems_of
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.reading.entry import Entry, Source
from mkdocs_career_roadmap.roadmap import odd_names
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings
from vocabulary.near_name_lists import DIFFERENT, SLIPS


def known(name: str) -> list[Entry]:
    """Return two posts on a milestone with a goal."""
    days = "2026-03-02", "2026-03-03"
    return [post(day, path=f"{day}.md", milestone=name, goal="g") for day in days]


def told(*entries: Entry, declared_only: bool = False) -> list[str]:
    return [f"{p.place.path} {p.code} {p.message.rpartition('; ')[2]}" for p in problems_of(
        *entries, declared_only=declared_only)]


@each("pair", [pairs[0] for pairs in SLIPS.values()])
def test_slip_without_a_goal_is_told(pair: tuple[str, str]) -> None:
    found = told(*known(pair[0]), post("2026-03-04", path="z.md", milestone=pair[1]))
    assert found == [f"z.md near-miss did you mean {pair[0]!r}?"]


def hints(one: str, two: str) -> list[str]:
    """Return what `check` tells of a site with two posts on one name and a third on another."""
    texts = [f"---\ndate: 2026-03-0{n}\nmilestone: {json.dumps(name)}\n{goal}---\nText.\n"
             for n, name, goal in ((2, one, "goal: g\n"), (3, one, "goal: g\n"), (4, two, ""))]
    sources = [Source(f"posts/{n}.md", text) for n, text in enumerate(texts)]
    site = build(sources, as_of=day("2026-04-01"), settings=Settings(), words=Words())
    told = [p.message for p in site.problems if p.code == "near-miss"]
    return [message for message in told if f"did you mean {one!r}" in message]


def test_nine_of_ten_slips_are_told_to_whoever_writes_posts() -> None:
    pairs = list(chain.from_iterable(SLIPS.values()))
    found = [pair for pair in pairs if hints(*pair)]
    assert len(found) >= 0.9 * len(pairs), set(pairs) - set(found)


def test_of_fifty_names_that_are_meant_to_differ_one_at_most_is_told() -> None:
    pairs = list(chain.from_iterable(DIFFERENT.values()))
    found = [pair for pair in pairs if hints(*pair)]
    assert len(found) <= 0.02 * len(pairs), found


@pytest.mark.parametrize("field", ["depends_on", "part_of"])
def test_slip_that_is_only_needed_is_told(field: str) -> None:
    wrong = post("2026-03-04", path="z.md", milestone="other", goal="g", **{field: "Spring meeting talk"})
    assert told(*known("Talk at the spring meeting"), wrong) == [
        "z.md near-miss did you mean 'Talk at the spring meeting'?"]


def test_second_goal_that_is_near_is_told() -> None:
    posts = [post(f"2026-03-0{day}", path=f"{day}.md", goal=name) for day, name in enumerate(
        ("Count birds by ear", "Count birds by ear", "Counting birds by the ear"), 1)]
    assert told(*posts) == ["3.md near-miss did you mean 'Count birds by ear'?"]


def test_near_name_with_a_goal_of_its_own_is_meant() -> None:
    assert told(*known("Label the calls"), post("2026-03-04", milestone="Labelling of calls", goal="g")) == []


def test_near_name_with_a_page_of_its_own_is_meant() -> None:
    assert told(*known("Label the calls"), milestone_page("x", title="Labelling of calls"),
                post("2026-03-04", milestone="x")) == []


def test_near_name_that_is_used_often_is_meant() -> None:
    more = [post("2026-03-04", milestone="Labelling of calls") for _ in range(3)]
    assert told(*known("Label the calls"), *more) == []


def test_slip_that_was_written_twice_is_told_once_where_it_is_first() -> None:
    twice = [post("2026-03-04", path=f"{name}.md", milestone="Labelling of calls") for name in "yz"]
    more = post("2026-03-05", milestone="Label the calls")
    assert told(*known("Label the calls"), more, *twice) == ["y.md near-miss did you mean 'Label the calls'?"]


def test_page_that_names_both_means_two() -> None:
    assert told(post("2026-03-04", milestone=["Label the calls", "Labelling of calls"])) == []


def test_of_two_near_names_without_goals_the_later_one_is_told() -> None:
    assert told(post("2026-03-04", path="a.md", milestone="Label the calls"),
                post("2026-03-03", path="b.md", milestone="Labelling of calls")) == [
                    "b.md near-miss did you mean 'Label the calls'?"]


def test_other_names_are_known() -> None:
    page = milestone_page("x", title="Hearing", aliases="Label the calls", goal="g")
    slip = post("2026-03-04", path="z.md", milestone="Label calls")
    assert told(page, post("2026-03-03", milestone="x"), slip) == ["z.md near-miss did you mean 'Hearing'?"]


def test_name_is_told_once_by_its_letters_or_by_its_words() -> None:
    assert told(*known("Label the calls"), post("2026-03-04", path="z.md", milestone="Label the call")) == [
        "z.md near-miss did you mean 'Label the calls'?"]


def test_undeclared_name_is_told_with_the_page_that_has_its_words() -> None:
    assert told(milestone_page("x", title="Talk at the spring meeting"),
                post("2026-03-04", path="z.md", milestone="Spring meeting talk"), declared_only=True) == [
                    "z.md undeclared did you mean 'Talk at the spring meeting'?"]


# --- renamed ---


@pytest.mark.parametrize(("title", "path"), [
    ("Spring meeting talk", "x.md"), ("Hearing", "talk-spring-meeting.md"),
    ("Hearing", "spring-meeting/index.md")])
def test_page_that_nothing_names_is_told_with_the_near_name_that_has_none(title: str, path: str) -> None:
    id = path.partition("/")[0].removesuffix(".md")
    page = milestone_page(id, path=path, title=title, goal="g")
    named = post("2026-03-04", path="z.md", milestone="Talk at the spring meeting")
    (found,) = problems_of(goal_page("g"), page, named)
    assert (found.code, found.place.path, found.also[0].path) == ("renamed", path, "z.md")
    assert found.message.endswith('Then add `aliases: "Talk at the spring meeting"`')


def test_file_that_has_the_old_name_is_known_by_it() -> None:
    page = milestone_page("hear", path="talk-spring.md", title="Hearing", goal="g")
    assert codes_of(goal_page("g"), page, post("2026-03-04", milestone="Talk spring meeting")) == ["renamed"]


def test_page_that_something_names_was_not_renamed() -> None:
    page = milestone_page("x", title="Spring meeting talk", goal="g")
    assert codes_of(goal_page("g"), page, post("2026-03-03", milestone="x"),
                    post("2026-03-04", milestone="Talk at the spring meeting")) == ["near-miss"]


def test_page_of_old_work_that_no_name_is_near_is_not_told() -> None:
    assert codes_of(milestone_page("x", title="Old work"), post("2026-03-04", milestone="New work")) == []


def test_a_name_that_all_write_alike_is_compared_with_none(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    monkeypatch.setattr(odd_names, "bare", lambda text: compared.append(text) or text)
    posts = [post("2026-03-02", path=f"{n}.md", milestone="A box", goal="Shed") for n in range(9)]
    assert told(*posts) == []
    assert told(*posts, post("2026-03-04", path="z.md", milestone="A box!", goal="Shed"))
    assert compared == ["A box", "A box!"]
