"""Who sees which view: everybody, its author in a preview, or nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from each import each
from helpers import day
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.flow import build as built
from mkdocs_career_roadmap.pages.catalogue import KINDS, MORE, OVERVIEW
from mkdocs_career_roadmap.pages.render import ASSETS, PREVIEW_STYLESHEET, Renderer, stylesheets
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.options import read_option
from mkdocs_career_roadmap.vocabulary.settings import VIEWS, Audience, Settings

from pages.test_more_pages import ALL, page

PAGES = sorted(set(VIEWS) & {str(kind) for kind in KINDS})
HINTS = {
    "roadmap/index.md": ["Focus, month by month", "look again"],
    "roadmap/board.md": ["focus limit 2", "Longest without a post", "look again"],
    "roadmap/not-doing.md": ["time to look again since"],
    "roadmap/milestones/scan.md": ["look again"],
}
"""What a page says to its author alone."""
TREE = {
    **ALL,
    **{f"posts/work-{n}.md": page(f"milestone: Work {n}\nstatus: active", date=f"2025-0{n}-01")
       for n in (5, 6, 7)},
    "posts/scan.md": page("milestone: Scan\ngoal: Seeing\nstatus: active", date="2025-04-01"),
}


def site_of(views: dict[str, str] | None = None, *, keep_private: bool = False) -> Site:
    settings = Settings(views=read_option("views", views or {}))
    return built((Source(path, text) for path, text in TREE.items()), as_of=day("2026-04-01"),
                 settings=settings, words=Words(), keep_private=keep_private)


def html(site: Site, path: str) -> str:
    return "\n".join(site.fragments(
        site.pages[path], lambda path: f"/{path}" if path in site.pages else None, Renderer(Words())))


def paths(site: Site, name: str) -> list[str]:
    return [path for path, page in site.pages.items() if str(page.kind) == name]


@pytest.mark.parametrize("path", HINTS)
def test_hints_are_for_the_author_alone(path: str) -> None:
    public, preview = html(site_of(), path), html(site_of(keep_private=True), path)
    assert [hint for hint in HINTS[path] if hint in public] == []
    assert [hint for hint in HINTS[path] if hint in preview] == HINTS[path]


@pytest.mark.parametrize("path", HINTS)
def test_site_may_show_hints_to_all_or_to_nobody(path: str) -> None:
    shown = html(site_of({"focus": "public", "advice": "public"}), path)
    nowhere = html(site_of({"focus": "off", "advice": "off"}, keep_private=True), path)
    assert [hint for hint in HINTS[path] if hint in shown] == HINTS[path]
    assert [hint for hint in HINTS[path] if hint in nowhere] == []


def test_each_page_under_more_may_be_switched_off_and_the_guide_says_where_it_is() -> None:
    guide = Path(__file__).parents[2] / "docs/guide"
    options = (guide / "options.md").read_text("utf-8").partition("### `views`")[2].partition("\n### ")[0]
    templates = (guide / "templates.md").read_text("utf-8")
    for kind in map(str, MORE):
        assert kind in VIEWS, f"{kind} is in no row of VIEWS in vocabulary/settings.py"
        assert f"`{kind}`" in options, f"{kind} is in no row of the table `views` of options.md"
        assert f"{kind}.html" in templates, f"{kind}.html is not in templates.md"


@each("name", PAGES)
def test_page_that_is_off_is_in_no_site_and_nothing_leads_to_it(name: str) -> None:
    gone = paths(site_of(keep_private=True), name)
    assert gone
    for keep_private in (False, True):
        site = site_of({name: "off"}, keep_private=keep_private)
        assert paths(site, name) == []
        for path in site.pages:
            assert not [one for one in gone if f'"/{one}' in html(site, path)], path


@each("name", PAGES)
def test_page_of_the_preview_is_in_it_alone(name: str) -> None:
    assert paths(site_of({name: "preview"}), name) == []
    assert paths(site_of({name: "preview"}, keep_private=True), name) == paths(
        site_of(keep_private=True), name) != []


def test_styles_of_what_is_for_the_author_are_in_a_site_that_shows_it() -> None:
    text = (ASSETS.parent / PREVIEW_STYLESHEET).read_text("utf-8")
    used = {name for name in re.findall(r"cr-[a-z-]+", text)
            if name in ("cr-months", "cr-icon--warning")}
    for views in ({}, {"focus": "public"}, {"advice": "public"}, {"focus": "off", "advice": "off"}):
        site = site_of(views)
        made = "".join(html(site, path) for path in site.pages)
        needs_it = any(name in made for name in used)
        has_it = PREVIEW_STYLESHEET in stylesheets(site.settings, is_preview=False)
        assert (needs_it, has_it) == ("public" in views.values(),) * 2, views
    assert PREVIEW_STYLESHEET in stylesheets(site_of().settings, is_preview=True)


def test_map_has_no_switch() -> None:
    everything_off = site_of(dict.fromkeys(VIEWS, "off"))
    assert [page.kind for page in everything_off.pages.values() if page.kind is OVERVIEW]
    assert re.search("Scan", html(everything_off, "roadmap/index.md"))


def test_word_that_yaml_reads_as_false_is_off() -> None:
    assert read_option("views", {"ideas": False, "board": "Preview"}) == {
        "ideas": Audience.OFF, "board": Audience.PREVIEW}


@pytest.mark.parametrize(("written", "told"), [
    ({"idea": "off"}, "there is no view 'idea'; did you mean 'ideas'?"),
    ({"ideas": "nobody"}, "ideas is 'nobody'; write one of public, preview, off"),
    ({"overview": "off", "board": 3}, "there is no view 'overview'"),
    ({"overview": "off", "board": 3}, "board is 3; write one of public, preview, off"),
    (["ideas"], "write a mapping, such as {ideas: preview}"),
])
def test_what_is_wrong_is_told(written: object, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        read_option("views", written)
