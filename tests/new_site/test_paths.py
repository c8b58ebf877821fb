"""Paths of a new site: each once, and none that a file system does not take."""

from __future__ import annotations

import pytest
from each import each
from mkdocs_career_roadmap.new_site.paths import MAX_PATH, PathBook, short_path

LONG = "owl" * 81
"""243 bytes, of which a name has 240."""


def test_a_path_that_is_taken_gets_the_next_number() -> None:
    book = PathBook()
    asked = ["a/Owl.md", "a/owl.md", "a/OWL.md", "b/owl.md", "a/owl", "a/owl", "a/owl-2.md", "a.b/c", "a.b/c"]
    assert [book.take(path) for path in asked] == [
        "a/Owl.md", "a/owl-2.md", "a/OWL-3.md", "b/owl.md", "a/owl", "a/owl-2", "a/owl-2-2.md",
        "a.b/c", "a.b/c-2"]
    assert [book.take("x/.hidden"), book.take("x/.hidden")] == ["x/.hidden", "x/.hidden-2"]
    assert not book.is_free("A/owl-2.md")
    assert book.is_free("a/owl-4.md")


def test_many_of_a_name_count_on() -> None:
    book = PathBook()
    assert [book.take("a.md") for _ in range(4)] == ["a.md", "a-2.md", "a-3.md", "a-4.md"]
    assert book.take("A.md") == "A-5.md"


@pytest.mark.parametrize("path", ["a/b/c.md", f"{'x' * 240}/{'y' * 237}.md", "/".join(["z" * 99] * 8), ""])
def test_what_every_file_system_takes_stays(path: str) -> None:
    assert len(path) <= MAX_PATH
    assert short_path(path) == path


@each(("path", "begin", "end"), [
    (f"a/b/{LONG}.md", f"a/b/{'owl' * 26}ow-", ".md"),
    (f"{LONG}", f"{'owl' * 26}ow-", ""),
    (f"a/.{LONG}", f"a/.{'owl' * 26}o-", ""),
    (f"a/x.{LONG}", f"a/x.{'owl' * 26}-", ""),
    (f"a/{'é' * 130}.md", f"a/{'é' * 40}-", ".md"),
    (f"a/x{'é' * 130}.md", f"a/x{'é' * 39}-", ".md"),
    (f"a/{'x' * 70} .- - .{'y' * 200}.md", f"a/{'x' * 70} .- - .{'y' * 3}-", ".md"),
    (f"a/{'x' * 76} .- {'y' * 200}.md", f"a/{'x' * 76}-", ".md"),
    (f"a/{LONG}/b.md", "a/b-", ".md"),
    (f"{LONG}/b.md", "b-", ".md"),
    ("/".join(["z" * 99] * 9) + "/b.md", "b-", ".md"),
    ("/".join(["z" * 99] * 7) + f"/{LONG}.md", "/".join(["z" * 99] * 7) + f"/{'owl' * 26}ow-", ".md"),
])
def test_what_is_too_long_is_cut_and_marked(path: str, begin: str, end: str) -> None:
    made = short_path(path)
    mark = made[len(begin):len(made) - len(end)]
    assert made == f"{begin}{mark}{end}"
    assert len(mark) == 8
    assert int(mark, 16) >= 0
    assert short_path(path) == made
    assert short_path(f"a{path}") != made
    assert len(made.encode()) <= MAX_PATH


def test_two_that_are_cut_alike_are_two() -> None:
    book = PathBook()
    made = {book.take(f"a/{LONG}{end}.md") for end in ("one", "two")}
    assert len(made) == 2
