"""What the overview has for its map to be replayed."""

from __future__ import annotations

import re

import pytest
from crawl import parse, text_of
from helpers import milestone_page, post, viewer_of
from mkdocs_career_roadmap.pages.explore.replay import replay_of
from mkdocs_career_roadmap.pages.overview import overview_page
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.years import years
from mkdocs_career_roadmap.vocabulary.labels import Words

SOME = (post("2024-01-01", milestone="loom", status="active"),
        post("2025-01-01", milestone="loom", status="done"),
        post("2025-06-01", milestone="dye", status="active"), milestone_page("fair", status="planned"))


def test_each_card_and_each_stop_has_the_number_that_the_file_has_for_it() -> None:
    view = viewer_of(*SOME)
    html = parse(Renderer(Words())("overview", overview_page(view, (), view.roadmap)))
    for name in ("cr-node", "cr-stop"):
        found = {e.get("data-i"): text_of(e) for e in html.all("li") if name in e.get("class", "")}
        assert len(found) == 3
        assert all(m.title in found[str(at)] for at, m in enumerate(view.roadmap.milestones))


def test_stack_has_the_numbers_of_all_that_it_stands_for() -> None:
    view = viewer_of(*(post(f"20{10 + n}-01-01", milestone=f"m{n:02}", goal="g", status="done")
                       for n in range(16)))
    html = Renderer(Words())("overview", overview_page(view, (), view.roadmap))
    drawn = html[html.index('class="cr-canvas"') : html.index('class="cr-rails"')]
    numbers = [n for found in re.findall(r'data-i="([^"]*)"', drawn) for n in found.split()]
    assert sorted(map(int, numbers)) == list(range(16))


def test_years_are_the_replay_without_a_script() -> None:
    replay = replay_of(view := viewer_of(*SOME), view.roadmap, years(view.roadmap))
    assert replay is not None
    assert [(r.title, r.href) for r in replay.years] == [
        ("2025", "/roadmap/2025.md"), ("2024", "/roadmap/2024.md")]


@pytest.mark.parametrize("later", [(), ("2026-01-05", "2026-01-31")])
def test_one_month_is_nothing_to_go_back_to(later: tuple[str, ...]) -> None:
    view = viewer_of(*(post(day, milestone=f"m{day}") for day in ("2026-01-01", *later)))
    assert replay_of(view, view.roadmap, [2026]) is None
    assert '<div class="cr-replay' not in Renderer(Words())("overview", overview_page(view, (), view.roadmap))


def test_what_no_built_site_has_has_no_number() -> None:
    view, public = viewer_of(*SOME, post("2026-01-01", milestone="secret")), viewer_of(*SOME).roadmap
    replay = replay_of(view, public, [])
    assert replay is not None
    assert replay.of(["secret"]) == ""
    assert replay.of(["loom", "secret", "dye"]).split() == [
        str(public.position[id]) for id in ("loom", "dye")]
