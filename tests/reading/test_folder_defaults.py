"""What the file `.meta.yml` of a folder says of the pages in it."""

from __future__ import annotations

from datetime import date

import pytest
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.folder_defaults import folder_defaults, is_folder_defaults
from mkdocs_career_roadmap.reading.front_matter import split
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

POST = "---\ngoal: Vision\nMORE---\nWords.\n"


def site(defaults: dict[str, str], more: str = "", settings: Settings | None = None) -> Site:
    sources = [Source("a/b/post.md", POST.replace("MORE", more)),
               Source("other.md", POST.replace("MORE", ""))]
    return build(sources, as_of=date(2026, 4, 1), settings=settings or Settings(), words=Words(),
                 defaults=folder_defaults([Source(path, text) for path, text in defaults.items()]))


def codes(made: Site) -> list[str]:
    return [p.code for p in made.problems]


@pytest.mark.parametrize(("path", "is_hidden"), [
    (".meta.yml", True), ("a/.meta.yml", True), ("a/b/.meta.yml", True), ("c/.meta.yml", False),
    ("a/b/c/.meta.yml", False)])
@pytest.mark.parametrize("text", ["draft: true\n", "visibility: private\n", "published: no\n"])
def test_folder_keeps_back_the_pages_in_it_and_below(path: str, text: str, is_hidden: bool) -> None:
    made = site({path: text})
    assert ("a/b/post.md" in made.hidden.pages) is is_hidden
    assert ("other.md" in made.hidden.pages) is (path == ".meta.yml")
    assert codes(made) == []


def test_page_says_that_it_is_public_all_the_same() -> None:
    assert not site({"a/.meta.yml": "visibility: private\n"}, "visibility: public\n").hidden.pages
    assert not site({"a/.meta.yml": "draft: true\n"}, "draft: false\n").hidden.pages


def test_page_that_is_no_draft_is_private_if_its_folder_is() -> None:
    assert site({"a/.meta.yml": "visibility: private\n"}, "draft: false\n").hidden.pages


def test_nearest_folder_goes_before_those_above_it() -> None:
    both = {"a/.meta.yml": "visibility: private\n", "a/b/.meta.yml": "visibility: public\n"}
    assert not site(both).hidden.pages
    both = {"a/.meta.yml": "visibility: public\n", "a/b/.meta.yml": "visibility: private\n"}
    assert site(both).hidden.pages.keys() == {"a/b/post.md"}


def test_words_of_other_tools_are_told_once_where_they_stand() -> None:
    made = site({"a/.meta.yml": "tags: [x]\nprivate: yes\n"})
    assert made.hidden.pages.keys() == {"a/b/post.md"}
    assert [(p.code, str(p.place)) for p in made.problems] == [("kept-back", "a/.meta.yml:2:10")]


def test_defaults_that_nobody_can_read_keep_back_if_they_may_mean_it() -> None:
    made = site({"a/.meta.yml": "tags: [x\nvisibility: private\n"})
    assert made.hidden.pages.keys() == {"a/b/post.md"}
    assert codes(made) == ["bad-yaml"]


@pytest.mark.parametrize(("text", "code"), [("tags: [x\n", "bad-yaml"), ("- a\n", "not-a-mapping")])
def test_defaults_that_nobody_can_read_are_told(text: str, code: str) -> None:
    made = site({"a/.meta.yml": text})
    assert (list(made.hidden.pages), codes(made)) == ([], [code])


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "tags:\n  - x\n"])
def test_defaults_that_say_nothing_of_it_keep_nothing_back(text: str) -> None:
    made = site({"a/.meta.yml": text})
    assert (list(made.hidden.pages), codes(made)) == ([], [])


def test_only_a_file_of_that_name_has_defaults_however_it_is_written() -> None:
    for path in ("a/.meta.yml", ".meta.yaml", "a/.Meta.YML"):
        assert is_folder_defaults(path)
    for path in ("meta.yml", "a/x.meta.yml", ".meta", ".meta.yml/a.md"):
        assert not is_folder_defaults(path)


def test_two_files_of_one_folder_both_count() -> None:
    made = site({"a/.meta.yaml": "visibility: private\n", "a/.meta.yml": "tags: [x]\n"})
    assert set(made.hidden.pages) == {"a/b/post.md"}


def test_what_the_nearest_folder_says_is_added_to_what_a_page_says() -> None:
    above, near = "password: above\nlevel: above\nx: above\n", "level: near\n"
    found = folder_defaults([Source(".meta.yml", above), Source("a/.meta.yml", near)])
    own = split("a/b.md", "---\nx: own\n---\n").pairs
    said = {name: str(node.value) for name, node in found.of("a/b.md").added_to(own)}
    assert said == {"x": "own", "level": "near", "password": "above"}


def test_goal_of_a_folder_is_told_since_pages_say_it() -> None:
    made = site({"a/.meta.yml": "tags: [x]\ngoal: Sound\nmilestone: Birds\nstatus: done\n"})
    assert [(p.code, str(p.place)) for p in made.problems] == [
        ("no-effect", "a/.meta.yml:2:1"), ("no-effect", "a/.meta.yml:3:1")]
    assert [goal.title for goal in made.roadmap.goals] == ["Vision"]
