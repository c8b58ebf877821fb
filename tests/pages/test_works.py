"""Works of the bibliography in a few words, and in what pages tell programs."""

from __future__ import annotations

import json
import re

import pytest
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.pages.works import cited
from mkdocs_career_roadmap.reading.bibliography.reading import WorksFile, bibliography_of
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.bibliography.work import Author, Work
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for
from mkdocs_career_roadmap.vocabulary.person import read_person
from mkdocs_career_roadmap.vocabulary.settings import Settings

from pages.test_person import day


def work(*families: str, year: int | None = None, venue: str = "", more: bool = False) -> Work:
    return Work(key="a", type="document", title="T", authors=tuple(Author(name, "X") for name in families),
                has_more_authors=more, day=(year,) if year else (), venue=venue)


@pytest.mark.parametrize(("of", "text"), [
    (work("Smith", year=2025, venue="Trees"), "Smith 2025, Trees"), (work("Smith", "Roe"), "Smith & Roe"),
    (work("Smith", "Roe", "Poe", year=2025), "Smith et al. 2025"), (work("Smith", more=True), "Smith et al."),
    (work(venue="Trees"), "Trees"), (work(year=2025), "2025"), (work(), ""),
])
def test_work_is_cited_as_far_as_it_is_known(of: Work, text: str) -> None:
    assert cited(of, Words()) == text


def test_others_are_told_in_the_language_of_the_site() -> None:
    assert cited(work("Schmidt", more=True), words_for("de", {})) == "Schmidt u.\xa0a."


def test_a_milestone_cites_authors_day_and_venue_to_programs() -> None:
    works = bibliography_of([WorksFile("refs.bib", """
        @article{a, title = {Trees}, author = {Smith, Ann and {The Team}}, journal = {J}, year = 2025,
                 month = feb, doi = {10.5555/x}}""")])
    page = "---\ndate: 2026-01-01\nmilestone: One\nstatus: done\nevidence: '@a'\n---\n"
    site = build([Source("a.md", page)], as_of=day("2026-04-01"), words=Words(),
                 settings=Settings(person=read_person({"name": "Ada"}), bibliography=works))
    told = site.linked_data(site.pages["roadmap/milestones/one.md"], lambda path: f"https://example.org/{path}")
    assert json.loads(re.sub("^<[^>]*>|<[^>]*>$", "", told))["citation"] == [{
        "@type": "ScholarlyArticle", "name": "Trees", "url": "https://doi.org/10.5555/x",
        "identifier": "doi:10.5555/x", "datePublished": "2025-02",
        "isPartOf": {"@type": "CreativeWork", "name": "J"},
        "author": [{"@type": "Person", "name": "Ann Smith"}, {"@type": "Organization", "name": "The Team"}]}]
