"""Which posts were one piece of work, by what they say already."""

from __future__ import annotations

from datetime import date

from each import each
from mkdocs_career_roadmap.authoring.milestone_series import Candidate, find_milestones


def candidate(
    path: str, title: str = "", day: str = "2024-01-01", series: str = "", links: tuple[str, ...] = (),
    categories: tuple[str, ...] = ("Code",),
) -> Candidate:
    return Candidate(path, title or path, date.fromisoformat(day) if day else None, series, categories, links)


def titled(*titles: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the series that titles make, by name, with the titles of their posts."""
    posts = [candidate(f"posts/{n:02}.md", title) for n, title in enumerate(titles)]
    return [(one.title, tuple(post.title for post in one.posts)) for one in find_milestones(posts)]


@each("titles", [
    ("A compiler, part 1", "A compiler, part 2"), ("A compiler - Part I: tokens", "A compiler: part two"),
    ("Part 1 of A compiler", "Part 2 of A compiler: trees"),
    ("A compiler (1/3)", "A compiler [2 of 3]: trees"), ("A compiler 1", "A compiler 2"),
    ("A compiler", "A compiler II"), ("A compiler #1", "a  compiler: Pt. 2"),
    ("A compiler, Teil 1", "A compiler \u2013 Teil 2"),
    ("A compiler \u7b2c1\u56de", "A compiler \u7b2c2\u56de")])
def test_numbered_titles_are_a_series(titles: tuple[str, ...]) -> None:
    assert titled("Something else", *titles) == [("A compiler", titles)]


@each("titles", [
    ("Review 2019", "Review 2020"),
    ("Log 31", "Log 32"), ("Part 1: tokens", "Part 2: trees"), ("Go 1.20", "Go 1.21"),
    ("Vitamin C", "Vitamin D"), ("A compiler, part 1", "A parser, part 2"),
    ("A b, part 1", "A b, part 1"), ("", "")])
def test_titles_of_other_kinds_are_none(titles: tuple[str, ...]) -> None:
    assert titled(*titles) == []


def test_posts_of_one_folder_are_a_series_and_those_of_a_year_or_of_all_are_not() -> None:
    posts = [candidate("posts/2024-bird_counts/a.md"), candidate("posts/2024-bird_counts/b/index.md"),
             candidate("posts/2024/c.md"), candidate("posts/2024/d.md"), candidate("posts/e.md"),
             *(candidate(f"posts/many/{n}.md") for n in range(13))]
    assert [(one.title, len(one.posts)) for one in find_milestones(posts)] == [("Bird counts", 2)]


def test_posts_that_are_linked_are_a_series_named_like_the_first() -> None:
    posts = [candidate("b.md", "Later", "2024-03-01", links=("a.md",)),
             candidate("a.md", "Early", "2024-02-01"), candidate("c.md", "Alone")]
    (found,) = find_milestones(posts)
    assert (found.title, found.first, found.last) == ("Early", date(2024, 2, 1), date(2024, 3, 1))


def test_many_posts_that_are_linked_are_a_subject_and_no_step() -> None:
    assert find_milestones([candidate(f"{n}.md", links=("0.md",)) for n in range(13)]) == []


def test_series_come_in_the_order_of_their_first_days() -> None:
    posts = [candidate("a/1.md", day="2024-05-01"), candidate("a/2.md"), candidate("b/1.md", day=""),
             candidate("b/2.md", day=""), candidate("c/1.md", day="2023-05-01"), candidate("c/2.md"),
             *(candidate(f"d/{n}.md", day="2022-01-01") for n in range(12))]
    assert [one.title for one in find_milestones(posts)] == ["D", "C", "A", "B"]


def test_a_post_is_in_one_series_by_what_says_most() -> None:
    posts = [candidate("x/a.md", "T, part 1", series="S"), candidate("x/b.md", "T, part 2", series="s"),
             candidate("x/c.md", "T, part 3", links=("x/a.md",)), candidate("x/d.md", "T, part 4"),
             candidate("x/e.md"), candidate("x/f.md", day="")]
    assert [(one.title, one.why, [post.path for post in one.posts]) for one in find_milestones(posts)] == [
        ("S", "by `series`", ["x/a.md", "x/b.md"]),
        ("T", "numbered in their titles", ["x/c.md", "x/d.md"]),
        ("X", "in one folder", ["x/e.md", "x/f.md"])]


def test_long_title_takes_no_time() -> None:
    assert titled("a " * 100_000 + "part 1", "a " * 100_000 + "part 2") == []
