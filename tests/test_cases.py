"""Whole behaviours of the core, told in tests/cases/*.yaml: files in, pages and problems out.

Each document of such a file is a case:

    purpose: what follows from what, as a sentence
    as_of: the day of the roadmap; 2026-04-01 unless said
    settings: fields of `settings.Settings` that the site chooses
    works: path -> text, the files of the site's bibliography
    preview: true shows private pages
    files: path -> text
    fill: word -> [text, times], for texts too long to be written out: the word stands for them
    pages: path -> "kind: title", of all pages but the three views
    shows: path -> texts that the generated parts of a page have, in this order
    lacks: path -> texts that they do not have
    mentions: path -> titles of the pages that link to it
    problems: the lines as printed; without this key there are none
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from crawl import parse
from each import each
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.reading.bibliography.reading import WorksFile, bibliography_of
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.codes import CODES
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.problems import settle
from mkdocs_career_roadmap.vocabulary.settings import Settings

FOLDER = Path(__file__).parent / "cases"
OF_THE_HOST = {"page-conflict", "shared-page", "file-conflict", "dead-link", "bad-template", "unreadable",
               "bad-encoding", "broken-link", "outside-link", "special-file", "redirect-conflict",
               "private-in-site", "no-roadmap-in-site", "private-file", "raw-page", "private-nav",
               "set-later", "no-cards", "same-file"}
"""Problems that only a host can find; test_plugin.py, test_data_files.py, test_overrides.py,
test_docs_folder.py, test_private.py, test_redirects.py, test_leaks.py, test_built_site.py, test_meta.py,
test_navigation.py, test_other_files.py, test_cards.py and test_other_names.py have them.
"""


@dataclass(frozen=True, kw_only=True)
class Case:
    purpose: str
    files: dict[str, str]
    as_of: date = date(2026, 4, 1)
    settings: dict[str, Any] = field(default_factory=dict)
    works: dict[str, str] = field(default_factory=dict)
    preview: bool = False
    fill: dict[str, tuple[str, int]] = field(default_factory=dict)
    pages: dict[str, str] | None = None
    shows: dict[str, list[str]] = field(default_factory=dict)
    lacks: dict[str, list[str]] = field(default_factory=dict)
    mentions: dict[str, list[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        assert self.pages is not None or self.shows or self.lacks or self.mentions or self.problems
        assert "\n" not in self.purpose

    def filled(self, text: str) -> str:
        for word, (part, times) in self.fill.items():
            text = text.replace(word, part * times)
        return text

    def site(self) -> Site:
        chosen = {name: tuple(v) if isinstance(v, list) else v for name, v in self.settings.items()}
        if self.works:
            chosen["bibliography"] = bibliography_of(WorksFile(*file) for file in self.works.items())
        sources = [Source(path, self.filled(text)) for path, text in self.files.items()]
        return build(sources, as_of=self.as_of, words=Words(), settings=replace(Settings(), **chosen),
                     keep_private=self.preview)


CASES = [
    Case(**document)
    for file in sorted(FOLDER.glob("*.yaml"))
    for document in yaml.safe_load_all(file.read_text("utf-8"))
]


def text_of(site: Site, path: str) -> str:
    """Return what the generated parts of a page say, top and end."""
    parts = site.fragments(site.pages[path], lambda target: f"/{target}", Renderer(site.words))
    return parse("\n".join(parts)).text


@each("case", CASES, ids=lambda case: case.purpose)
def test_case(case: Case) -> None:
    site = case.site()
    assert [str(p) for p in settle(site.problems, {})] == case.problems
    if case.pages is not None:
        assert {path: f"{page.kind}: {page.title}" for path, page in site.pages.items()
                if not page.kind.is_view} == case.pages
    for path, texts in case.shows.items():
        text = text_of(site, path)
        at = 0
        for wanted in texts:
            assert wanted in text[at:], f"{wanted!r} is not in {text[at:]!r}"
            at = text.index(wanted, at) + len(wanted)
    for path, texts in case.lacks.items():
        assert not [unwanted for unwanted in texts if unwanted in text_of(site, path)]
    for path, titles in case.mentions.items():
        assert [title for _, title in site.mentions.get(path, ())] == titles


def test_every_problem_has_a_case() -> None:
    told = {line.rpartition("[")[2].rstrip("]") for case in CASES for line in case.problems}
    assert told == CODES.keys() - OF_THE_HOST


def test_every_case_has_a_purpose_of_its_own() -> None:
    assert len({case.purpose for case in CASES}) == len(CASES)


@each("case", CASES, ids=lambda case: case.purpose)
def test_the_order_of_the_files_changes_nothing(case: Case) -> None:
    turned = replace(case, files=dict(reversed(case.files.items()))).site()
    site = case.site()
    assert turned.roadmap == site.roadmap
    assert settle(turned.problems, {}) == settle(site.problems, {})
    assert turned.mentions == site.mentions
