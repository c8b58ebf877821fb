"""What proves the work as BibTeX and CSL-JSON: read back, it is what went in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

import bibtexparser
from helpers import day
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.exports.bibliography.bibtex import bibtex_text, escaped
from mkdocs_career_roadmap.exports.bibliography.csl import csl_text, is_csl_export
from mkdocs_career_roadmap.exports.bibliography.listed import ListedWork, WorksOfGoal, listed_works
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.reading.bibliography.latex import plain
from mkdocs_career_roadmap.reading.bibliography.reading import WorksFile, bibliography_of
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.bibliography.work import Author, Work
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.problems import Place
from mkdocs_career_roadmap.vocabulary.settings import Settings
from pybtex.database import parse_string

BIB = r"""@string{me = "Ada Doe"}
@article{smith2025, title = {On {DNA} of {\"O}rn at 50\% \& $x_1$},
  author = me # " and {The Team} and others",
  journal = {J}, year = 2025, month = feb, doi = {10.5555/a\_b}, note = {Mine}, pages = {1--3},
  volume = 7}
@inproceedings{Key:A/1, crossref = {p}, title = {Child}, author = {van der Berg, Jan and Lee, Jr., Ann}}
@proceedings{p, title = {Talks}, year = 2019, publisher = {P}}
@misc{old, title = {Old}, year = 2001, url = {file:///home/ada/old.pdf}, howpublished = {/home/ada}}
"""
CSL = json.dumps([{"id": "csl2024", "type": "article-journal", "title": "<i>E. coli</i> & 5% of {it} DNA_x",
                   "author": [{"family": "Müller", "given": "Jørgen"}, {"literal": "A and B"}],
                   "issued": {"date-parts": [[2024, 3, 9]]}, "container-title": "J #1", "issue": "2",
                   "URL": "https://example.org/a_b%20c?x={y}"}])


def post(name: str, goal: str, *evidence: str, more: str = "") -> str:
    items = "".join(f"  - {one}\n" for one in evidence)
    return (f"---\ndate: 2026-03-01\ngoal: {goal}\nmilestone: {name}\nstatus: done\n{more}"
            f"evidence:\n{items}---\n")


def site_of(**posts: str) -> Site:
    works = bibliography_of([WorksFile("refs.bib", BIB), WorksFile("refs.json", CSL)])
    assert works.problems == ()
    return build([Source(f"{name}.md", text) for name, text in posts.items()], as_of=day("2026-04-01"),
                 settings=Settings(bibliography=works), words=Words())


def address(path: str) -> str | None:
    return None if path.startswith("gone") else f"https://example.org/{path}"


def groups_of(**posts: str) -> tuple[WorksOfGoal, ...]:
    return listed_works(site_of(**posts).public, address)


def shape(groups: Iterable[WorksOfGoal]) -> list[tuple[str, list[str]]]:
    return [(group.title, [listed.work.key for listed in group.works]) for group in groups]


ALL = {
    "a": post("One", "Trees", "'@old'", "'@smith2025'", "'@Key:A/1'", "arXiv:2106.09685v2", "paper.pdf",
              "gone.pdf", "{value: 0.7, unit: F1}"),
    "b": post("Two", "[Birds, Trees]", "'@csl2024'", "'[My words](@smith2025)'", "https://github.com/ada/x"),
}


def test_works_stand_by_goal_and_year_each_once() -> None:
    assert shape(groups_of(**ALL)) == [
        ("Birds", ["github-com-ada-x", "smith2025", "csl2024"]),
        ("Trees", ["arxiv-2106-09685", "example-org-paper-pdf", "Key:A/1", "old"])]
    assert [listed.goals for group in groups_of(**ALL) for listed in group.works][1:4] == [
        ("birds", "trees"), ("birds", "trees"), ("trees",)]


def test_what_serves_no_goal_stands_last() -> None:
    page = "---\nmilestone: Alone\nevidence: '@old'\n---\n"
    assert shape(groups_of(a=page, b=ALL["b"]))[-1] == ("", ["old"])


def test_keys_that_are_the_same_in_any_case_differ_when_they_are_written() -> None:
    groups = groups_of(a=post("One", "Trees", "https://example.org/a-b", "https://example.org/a_b", "'@old'",
                              "https://example.org/a/b"))
    assert [listed.work.key for listed in groups[0].works] == [
        "example-org-a-b", "example-org-a-b-2", "example-org-a-b-3", "old"]


def test_works_of_private_pages_are_not_among_them() -> None:
    groups = groups_of(a=post("One", "Trees", "'@old'"), b=post("Two", "Okapi", "'@smith2025'",
                                                                more="visibility: private\n"))
    assert shape(groups) == [("Trees", ["old"])]
    assert groups[0].works[0].goals == ("trees",)


def test_without_works_there_is_nothing_but_what_says_whose_file_it_is() -> None:
    assert groups_of(a=post("One", "Trees", "{value: 1}")) == ()
    assert bibtex_text(()) == "% Written by `career-roadmap export bibtex`\n"
    assert csl_text(()) == "[]\n"


# --- read back ---


def stripped(work: Work) -> Work:
    """Return a work without what depends on the form in which it stood."""
    facts = tuple((name, text) for name, text in work.facts)
    return replace(work, place=Place(""), bibtex=("", ()), facts=facts)


def read_back(text: str, path: str) -> list[Work]:
    found = bibliography_of([WorksFile(path, text)])
    assert [str(problem) for problem in found.problems] == []
    return list(map(stripped, found.works.values()))


def went_in(groups: Iterable[WorksOfGoal]) -> list[Work]:
    return [stripped(listed.work) for group in groups for listed in group.works]


def test_bibtex_read_back_is_what_went_in() -> None:
    groups = groups_of(**ALL)
    back = read_back(bibtex_text(groups), "x.bib")
    same = [replace(work, type="document") if work.type in ("article", "webpage") else work for work in back]
    assert [replace(work, type="document") if work.type in ("article", "webpage") else replace(
        work, url=work.url.replace("{", "%7B").replace("}", "%7D")) for work in went_in(groups)] == same


def test_csl_read_back_is_what_went_in() -> None:
    groups = groups_of(**ALL)
    assert read_back(csl_text(groups), "x.json") == went_in(groups)


FIELDS = {
    "title": r"On {DNA} of {\"O}rn at 50\% \& $x_1$", "journal": "J", "year": "2025", "doi": r"10.5555/a\_b",
    "pages": "1--3", "volume": "7", "keywords": "trees"}


def test_entry_of_bibtex_is_to_other_readers_what_it_was_without_what_is_its_owner_s() -> None:
    text = bibtex_text(groups_of(a=post("One", "Trees", "'@smith2025'", "'@old'")))
    entry = parse_string(text, "bibtex").entries["smith2025"]
    assert {**entry.fields} == {**FIELDS, "month": "February"}
    assert [str(person) for person in entry.persons["author"]] == ["Doe, Ada", "{The Team}", "others"]
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert {field.key: field.value for field in library.entries_dict["smith2025"].fields} == {
        **FIELDS, "author": "Ada Doe and {The Team} and others", "month": "feb"}
    assert {field.key for field in library.entries_dict["old"].fields} == {"title", "year", "keywords"}


def test_month_that_is_no_name_and_words_in_a_comment_break_nothing() -> None:
    work = Work(key="a", type="book", title="T", bibtex=("misc", (("title", "T"), ("month", "1~February"))))
    groups = [WorksOfGoal("The @article{x} of\nme@example.org", (ListedWork(work, ()),))]
    text = bibtex_text(groups)
    assert "month = {1~February}" in text
    assert list(parse_string(text, "bibtex").entries) == ["a"]
    assert [block.key for block in bibtexparser.parse_string(text).entries] == ["a"]


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1).map(
    lambda text: " ".join(text.split())).filter(bool)
NAMES = WORDS.filter(lambda name: any(map(str.isalpha, name)) and name.casefold() != "others")


@given(WORDS)
def test_any_text_in_latex_prints_itself(text: str) -> None:
    assert plain(escaped(text)) == text


PEOPLE = st.builds(Author, NAMES, st.just("") | NAMES, st.sampled_from(["", "Jr."]))


@given(st.lists(PEOPLE, max_size=3), WORDS, WORDS,
       st.sampled_from([(), (1999,), (2024, 2), (2024, 2, 29)]))
def test_any_work_in_both_forms_is_read_back(
    authors: list[Author], title: str, venue: str, when: tuple[int, ...]
) -> None:
    work = Work(key="a", type="article-journal", title=title, authors=tuple(authors), day=when, venue=venue,
                url="https://example.org/x", facts=(("volume", "7"),))
    groups = [WorksOfGoal(title, (ListedWork(work, ("g",)),))]
    assert read_back(csl_text(groups), "x.json") == [work]
    assert read_back(bibtex_text(groups), "x.bib") == [work]
    assert parse_string(bibtex_text(groups), "bibtex").entries["a"].fields["year" if when else "url"]


def test_an_export_of_csl_is_known_by_each_of_its_items() -> None:
    items = json.loads(csl_text(groups_of(**ALL)))
    assert is_csl_export(items)
    assert not is_csl_export([*items, {"id": "mine"}])
    assert not is_csl_export({"custom": items[0]["custom"]})
    assert not is_csl_export([7])
