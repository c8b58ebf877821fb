"""The whole roadmap on one page."""

from __future__ import annotations

import pytest
from crawl import parse
from helpers import day
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Audience, Settings

PAGES = {
    "sight.md": "---\ntype: goal\ntitle: Sight\nstatement: See far.\n---\n",
    "a.md": "---\ndate: 2026-01-02\ngoal: Sight\nmilestone: Lens\nstatus: done\nlessons: [Wipe it.]\n"
            "sharpens: See farther.\n---\n# Begun\n",
    "b.md": "---\ndate: 2026-02-02\nmilestone: Alone\nstatus: active\n---\n# Further\n",
    "c.md": "---\ndate: 2026-02-03\ngoal: Fly\nmilestone: Wings\nstatus: dropped\nreason: No wind.\n"
            "lessons: [Wait for wind.]\n---\n# Fallen\n",
    "p.md": "---\ndate: 2026-03-03\ngoal: Hush\nmilestone: Okapi\nvisibility: private\n---\n# Zebra\n",
}
PAGE = "roadmap/all.md"


def site_of(pages: dict[str, str], *, keep_private: bool = False, **views: Audience) -> Site:
    return build([Source(path, text) for path, text in pages.items()], as_of=day("2026-04-01"),
                 settings=Settings(views={name.replace("_", "-"): who for name, who in views.items()}),
                 words=Words(), keep_private=keep_private)


def shown(site: Site) -> str:
    made = site.fragments(site.pages[PAGE], lambda to: f"/{to}", Renderer(Words()))
    return " ".join("\n".join(made).split())


def test_goals_and_what_else_there_is_have_headings_in_order() -> None:
    html = shown(site_of(PAGES))
    assert ["".join(h.itertext()) for h in parse(html).all("h2")] == [
        "Map", "Sight", "Fly", "Without a goal yet", "Lessons", "Posts"]


def test_milestones_reasons_revisions_lessons_and_posts_are_there() -> None:
    html = shown(site_of(PAGES))
    for text in ("Lens", "Wings", "No wind.", "Alone", "farther.", "Wipe it.", "Wait for wind.", "Begun"):
        assert text in html, text


def test_what_is_private_is_in_a_preview_alone() -> None:
    words = ("Hush", "Okapi", "Zebra")
    assert not [word for word in words if word in shown(site_of(PAGES))]
    assert [word for word in words if word in shown(site_of(PAGES, keep_private=True))] == list(words)


def test_lessons_and_posts_that_have_no_page_are_not_here_either() -> None:
    html = shown(site_of(PAGES, lessons=Audience.OFF, posts=Audience.PREVIEW))
    assert "Wipe it." not in html
    assert 'id="roadmap-posts"' not in html
    assert 'id="roadmap-posts"' in shown(site_of(PAGES, keep_private=True, posts=Audience.PREVIEW))


def test_page_may_be_switched_off_and_is_not_there_without_a_milestone() -> None:
    assert PAGE not in site_of(PAGES, all=Audience.OFF).pages
    assert PAGE not in site_of({"sight.md": PAGES["sight.md"]}).pages
    assert PAGE in site_of({"b.md": PAGES["b.md"]}).pages


def test_neither_focus_nor_other_hints_are_here() -> None:
    assert "cr-months" not in shown(site_of(PAGES))


@pytest.mark.parametrize(("goals", "is_tall"), [(2, False), (9, True)])
def test_a_drawing_too_tall_for_the_first_sheet_is_printed_behind_all_else(goals: int, is_tall: bool) -> None:
    pages = {f"{at}.md": f"---\ndate: 2026-01-02\ngoal: G{at}\nmilestone: M{at}\nstatus: done\n---\n"
             for at in range(goals)}
    assert ("@media print { &.cr-all { display: flex;" in shown(site_of(pages))) is is_tall
