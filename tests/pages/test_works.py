"""Works of the bibliography in a few words, and in what pages tell programs."""

from __future__ import annotations

import json
import re

from crawl import parse
from each import each
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.works import cited
from mkdocs_career_roadmap.reading.bibliography.reading import WorksFile, bibliography_of
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.bibliography.work import Author, Work
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for
from mkdocs_career_roadmap.vocabulary.person import read_person
from mkdocs_career_roadmap.vocabulary.settings import Settings
from payloads import PAYLOADS

from pages.test_person import day


def work(*families: str, year: int | None = None, venue: str = "", more: bool = False) -> Work:
    return Work(key="a", type="document", title="T", authors=tuple(Author(name, "X") for name in families),
                has_more_authors=more, day=(year,) if year else (), venue=venue)


@each(("of", "text"), [
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


PAGE = "---\ndate: 2026-01-01\nmilestone: One\ngoal: G\nstatus: done\nevidence: '@a'\n---\n"


def names_on_pages(word: str) -> tuple[set[str], set[str]]:
    """Return the elements and the attributes of all that shows a work whose every text is a word."""
    item = {"id": "a", "title": word, "author": [{"literal": word}], "container-title": word,
            "URL": f"https://example.org/{word}"}
    site = build([Source("a.md", PAGE)], as_of=day("2026-04-01"), words=Words(), settings=Settings(
        bibliography=bibliography_of([WorksFile("refs.json", json.dumps([item]))])))
    tags, attributes = set(), set()
    for path in ("a.md", "roadmap/milestones/one.md", "roadmap/evidence.md"):
        html = "\n".join(site.fragments(site.pages[path], lambda to: f"/{to}", Renderer(site.words)))
        elements = list(parse(html).all())
        tags |= {element.tag for element in elements}
        attributes |= {name for element in elements for name in element.keys()}  # noqa: SIM118 - of an element
    return tags, attributes


@each("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_no_word_of_a_work_is_markup_on_a_page(payload: str) -> None:
    assert names_on_pages(payload)[0] <= names_on_pages("word")[0]
    assert names_on_pages(payload)[1] <= names_on_pages("word")[1]
