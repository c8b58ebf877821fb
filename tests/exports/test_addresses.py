"""Where pages come to lie, and which would overwrite which."""

from __future__ import annotations

from datetime import date

import pytest
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.files import File
from mkdocs_career_roadmap.exports.addresses import address_of, dest_of, resolve_addresses, seen_from
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.paths import is_page
from mkdocs_career_roadmap.vocabulary.settings import Settings

PATHS = [
    "a.md",
    "index.md",
    "a/index.md",
    "a/README.md",
    "a/b.c.md",
    "x.markdown",
    "pic.png",
    "a/b.html",
    "README.md",
    "a/ü.md",
]


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_lies_where_mkdocs_puts_it(path: str, directory_urls: bool) -> None:
    assert dest_of(path, directory_urls=directory_urls) == File(path, "", "", directory_urls).dest_uri


def settled(
    *others: str, posts: tuple[str, ...] = ("posts/a.md",), milestone: str = "Vision"
) -> tuple[dict[str, str], list[str]]:
    text = f"---\ngoal: Sight\nmilestone: {milestone}\n---\n"
    site = build(
        [Source(path, text) for path in posts], as_of=date(2026, 1, 1), settings=Settings(), words=Words()
    )

    def dest(path: str) -> str:
        return dest_of(path, directory_urls=True)

    taken, told = resolve_addresses(
        site.pages.values(), [(dest(path), path) for path in (*posts, *others)], dest, is_page
    )
    return taken, [f"{p.place.path}: {p.message} ({p.also[0].path if p.also else p.code})" for p in told]


def test_nothing_is_taken_where_nothing_lies() -> None:
    assert settled("roadmap/other.md") == ({}, [])


def test_a_page_at_a_generated_address_is_its_text() -> None:
    taken, (told,) = settled("roadmap/board/index.md")
    assert taken == {"roadmap/board.md": "roadmap/board/index.md"}
    assert told.startswith("roadmap/board/index.md: this page has the address of the roadmap's 'Board', ")
    assert told.endswith(" (shared-page)")


def test_another_file_there_is_told_with_both_places() -> None:
    taken, told = settled("roadmap/milestones/vision/index.html")
    assert taken == {"roadmap/milestones/vision.md": "roadmap/milestones/vision/index.html"}
    assert told == [
        (
            "posts/a.md: the page of 'Vision' and the file 'roadmap/milestones/vision/index.html' come "
            "to lie at one place; rename the file, or give another id "
            "(roadmap/milestones/vision/index.html)"
        )
    ]


@pytest.mark.parametrize(
    ("other", "milestone"),
    [
        ("roadmap/milestones/Vision.md", "Vision"),
        ("Roadmap/Milestones/vision/index.html", "Vision"),
        ("roadmap/milestones/e\u0301tude.md", "\u00e9tude"),
    ],
)
def test_a_file_that_only_some_disks_tell_apart_is_told(other: str, milestone: str) -> None:
    taken, (told,) = settled(other, milestone=milestone)
    assert taken == {}
    assert "come to lie at one place where upper and lower case are the same" in told


def test_two_pages_of_one_address_are_told_if_one_is_of_the_roadmap() -> None:
    _, told = settled("posts/a/index.md")
    assert told == [
        (
            "posts/a.md: the page of 'A' and the file 'posts/a/index.md' come to lie at one place; "
            "rename the file, or give another id (posts/a/index.md)"
        )
    ]


def test_two_pages_of_one_address_that_are_not_of_the_roadmap_are_left_to_the_host() -> None:
    assert settled("x.md", "x/index.md") == ({}, [])


@pytest.mark.parametrize(("path", "as_folder", "as_file"), [
    ("a.md", "a/", "a.html"),
    ("index.md", "./", "index.html"),
    ("b/README.md", "b/", "b/index.html"),
    ("b/Ä c.md", "b/%C3%84%20c/", "b/%C3%84%20c.html"),
    ("b/pic.png", "b/pic.png", "b/pic.png"),
])
def test_address_of_a_page_is_seen_from_the_root_of_the_site(path: str, as_folder: str, as_file: str) -> None:
    assert address_of(path, directory_urls=True) == as_folder
    assert address_of(path, directory_urls=False) == as_file


@each(("folder", "address", "seen"), [
    ("", "a/", "a/"),
    ("roadmap", "a/b.html", "../a/b.html"),
    ("roadmap", "roadmap/x/", "x/"),
    ("roadmap", "./", "../"),
    ("roadmap", "", ".."),
    ("ä", "%C3%A4/x%20y.html", "x%20y.html"),
])
def test_address_leads_on_from_a_folder_of_the_site(folder: str, address: str, seen: str) -> None:
    assert seen_from(folder, address) == seen


@given(st.lists(st.sampled_from(["a", ".", "/", "README", "index", "-", "é"]), max_size=6).map("".join),
       st.booleans())
def test_where_most_pages_lie_is_found_as_it_is_of_any(stem: str, directory_urls: bool) -> None:
    assert dest_of(f"{stem}.md", directory_urls=directory_urls) == dest_of(
        f"{stem}.MD", directory_urls=directory_urls).replace(".MD", ".md")
