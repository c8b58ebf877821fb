"""English words on a site that runs from right to left."""

from __future__ import annotations

from html.parser import HTMLParser

from helpers import day
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.flow import build as build_site
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import words_for
from mkdocs_career_roadmap.vocabulary.person import read_eras, read_person
from mkdocs_career_roadmap.vocabulary.settings import Settings

MARK = "Zq"
"""In every text of the author."""
PAGES = {
    "goal.md": "---\ntype: goal\ntitle: Zq goal.\nstatement: Zq says.\n---\nZq body\n",
    "other.md": "---\ntype: goal\ntitle: Zq other.\nstatus: dropped\nreason: Zq why not.\n---\n",
    "a.md": """---
date: 2026-01-02
authors: [Zq Bo.]
goal: [Zq goal., Zq third.]
milestone: Zq first.
status: done
scope: 2
lessons: [Zq lesson.]
with: [Zq Cy.]
evidence: {Zq paper.: "https://doi.org/10.1000/zq"}
sharpens: Zq sharper.
replication: {paper: Zq et al., metric: Zq points, claimed: 2 Zq, reached: 1 Zq}
decisions:
  - {question: Zq or not?, predicted: Zq yes., decided: Zq no., why: Zq because., by: Zq Di.,
     visibility: public}
---
# Zq post.

Zq text, [one](b.md).
""",
    "b.md": """---
date: 2026-02-02
goal: Zq goal.
milestone: Zq second.
status: active
depends_on: Zq first.
amount: 2 of 3 zq
part_of: Zq whole.
---
# Zq news.
""",
    "c.md": "---\ndate: 2026-02-03\ngoal: Zq goal.\nmilestone: Zq gone.\nstatus: dropped\n"
            "reason: Zq too hard.\n---\n# Zq end.\n",
    "d.md": "---\ndate: 2026-02-04\nmilestone: Zq idea.\nstatus: idea\ndescription: Zq maybe.\n---\n"
            "# Zq thought.\n",
}


def site_of(language: str) -> Site:
    person = {"name": "Zq Ada.", "role": "Zq role.", "place": "Zq place.", "about": "Zq about.",
              "looking_for": "Zq job.", "profiles": {"Zq choir": "https://choir.example"}}
    eras = [{"degree": "Zq MSc", "employer": "Zq School", "place": "Zq Lund", "from": 2025}]
    settings = Settings(person=read_person(person), eras=read_eras(eras))
    return build_site([Source(path, text) for path, text in PAGES.items()], as_of=day("2026-04-01"),
                      settings=settings, words=words_for(language))


class _Loose(HTMLParser):
    """Collects texts of the author that nothing keeps apart."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.kept = 0
        self.loose: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"img", "path", "circle", "br"}:
            self.open.append(tag == "bdi" or not {"dir", "lang"}.isdisjoint(dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag != "path":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if MARK in data:
            if any(self.open):
                self.kept += 1
            else:
                self.loose.append(data.strip())


def looked_at(site: Site) -> dict[str, _Loose]:
    found = {}
    for path, page in site.pages.items():
        found[path] = _Loose()
        found[path].feed("\n".join(site.fragments(page, lambda to: f"/{to}", Renderer(site.words))))
    return found


def test_every_text_of_the_author_is_kept_apart_on_a_site_from_right_to_left() -> None:
    found = looked_at(site_of("ar"))
    assert {path: looked.loose for path, looked in found.items() if looked.loose} == {}
    assert sum(looked.kept for looked in found.values()) > 100


def test_english_site_has_no_marks_of_direction() -> None:
    assert {path for path, looked in looked_at(site_of("en")).items() if looked.kept} == set()


def test_every_text_of_the_author_says_its_language_where_the_words_are_of_another() -> None:
    loose = {text for looked in looked_at(site_of("sv")).values() for text in looked.loose}
    # What has words of ours in it, or nothing but a note beside it, is of no language that anybody knows.
    assert loose == {"decided by Zq Di.", "Active, Zq goal.", "(Zq goal.)", "Zq goal."}
