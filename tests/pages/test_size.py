"""How many bytes pages have that list a thousand milestones, and where those stand that they leave out."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from functools import lru_cache

import pytest
from helpers import day
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.viewer import MOST_GOALS, MOST_OVER
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

MOST = 300_000
"""Bytes: what a phone gets in a second."""


@lru_cache
def site_of(n: int, goals: int) -> Site:
    """Return a site with `n` milestones that are done, over ten years; 0 goals: they serve none."""
    def post(at: int) -> str:
        goal = f"goal: Towards goal number {at % goals}\n" if goals else ""
        return (f"---\ntitle: We did thing number {at}\ndate: {2016 + at // 100}-{1 + at % 12:02}-05\n{goal}"
                f"milestone: Build the amber lantern {at}\nstatus: done\nscope: {1 + at % 5}\n"
                f"lessons:\n  - Write down what the lantern {at} was made of.\n---\n")

    return build([Source(f"posts/{at:04}.md", post(at)) for at in range(n)],
                 as_of=day("2026-04-01"), settings=Settings(), words=Words())


def html(site: Site, path: str) -> str:
    return "".join(site.fragments(site.pages[path], lambda path: f"/{path}", Renderer(Words())))


@pytest.mark.slow
@pytest.mark.parametrize("goals", [0, 20])
@pytest.mark.parametrize("name", ["index", "board", "timeline", "2025", "all"])
def test_no_view_of_a_thousand_milestones_has_more_bytes(name: str, goals: int) -> None:
    assert len(html(site_of(1000, goals), f"roadmap/{name}.md").encode()) < MOST


@pytest.mark.slow
def test_board_of_a_thousand_that_are_planned_and_as_many_that_were_dropped_has_no_more_bytes() -> None:
    def source(at: int) -> Source:
        status = "planned" if at % 2 else "dropped"
        return Source(f"m/{at:04}.md", f"---\ntype: milestone\ntitle: Build the amber lantern {at}\n"
                      f"goal: Towards goal number {at % 20}\nstatus: {status}\nreason: It was late.\n---\n")

    made = html(build(map(source, range(2000)), as_of=day("2026-04-01"), settings=Settings(), words=Words()),
                "roadmap/board.md")
    assert len(made.encode()) < MOST
    assert '<a href="/roadmap/index.md#roadmap-goals">900 later</a>' in made
    assert ">900 earlier<" in made


@pytest.mark.parametrize("name", ["index", "board", "timeline"])
def test_views_of_fewer_leave_nothing_out(name: str) -> None:
    made = html(site_of(MOST_OVER, 1), f"roadmap/{name}.md")
    assert len(set(re.findall(r'href="/(roadmap/milestones/[^"]*)"', made))) == MOST_OVER
    assert re.findall(r">\d+ earlier</a>", made) == []


@pytest.mark.slow
def test_timeline_lists_the_latest_of_each_goal_and_links_to_all() -> None:
    made = html(site_of(1000, 20), "roadmap/timeline.md")
    shown = Counter(re.findall(r'href="/roadmap/milestones/build-the-amber-lantern-(\d+)\.md"', made))
    assert len(shown) == MOST_OVER
    assert {2016 + int(number) // 100 for number in shown} == {2024, 2025}
    assert '<a href="/roadmap/goals/towards-goal-number-7.md">40 earlier</a>' in made


@pytest.mark.slow
def test_board_and_rails_of_no_goal_link_to_the_year_in_which_the_next_one_ended() -> None:
    site = site_of(1000, 0)
    board = html(site, "roadmap/board.md")
    assert '800 earlier: <a href="/roadmap/2023.md">2023</a> (100), ' in board
    assert "<summary>2024 (100)</summary>" in board
    assert '<a href="/roadmap/2023.md">800 earlier</a>' in html(site, "roadmap/index.md")
    assert '<a href="/roadmap/2023.md">800 earlier</a>' in html(site, "roadmap/timeline.md")


@pytest.mark.slow
def test_page_of_a_goal_with_a_thousand_that_are_done_links_to_the_years_that_have_them() -> None:
    site = site_of(1000, 1)
    made = html(site, "roadmap/goals/towards-goal-number-0.md")
    assert len(made.encode()) < MOST
    assert "800 earlier: " in made
    assert '<a href="/roadmap/2016.md">2016</a> (100)' in made
    assert all_milestones(made, *(html(site, f"roadmap/{year}.md") for year in range(2016, 2024))) == 1000


@pytest.mark.slow
def test_rails_that_leave_some_out_fold_none_and_the_page_of_the_goal_has_them() -> None:
    made = html(site_of(1000, 20), "roadmap/index.md")
    rails = made[made.index('class="cr-rails"') : made.index('class="cr-key"')]
    assert "<details" not in rails
    assert '<a href="/roadmap/goals/towards-goal-number-7.md">46 earlier</a>' in rails
    assert rails.count('class="cr-stop ') == 20 * 4
    fewer = html(site_of(100, 5), "roadmap/index.md")
    assert fewer.count("<summary>16 earlier</summary>") == 5
    assert fewer[fewer.index('class="cr-rails"') :].count('class="cr-stop ') == 100


@pytest.mark.slow
def test_lessons_that_are_not_listed_stand_on_the_pages_of_their_years() -> None:
    site = site_of(1000, 1)
    made = html(site, "roadmap/lessons.md")
    pages = [made, *(html(site, f"roadmap/{year}.md") for year in range(2016, 2024))]
    assert len(made.encode()) < MOST
    assert len({told for page in pages for told in re.findall(r"what the lantern (\d+) was", page)}) == 1000
    assert '<a href="/roadmap/2023.md">2023</a> (100)' in made


@pytest.mark.slow
@pytest.mark.parametrize("name", ["index", "timeline", "2025", "lessons"])
def test_no_view_of_a_thousand_goals_has_more_bytes_and_each_leads_to_all_of_them(name: str) -> None:
    site = site_of(1000, 1000)
    made = html(site, f"roadmap/{name}.md")
    assert len(made.encode()) < MOST
    link = '<a href="/roadmap/index.md#roadmap-goals">976 more goals</a>'
    assert name in ("index", "lessons") or link in made


@pytest.mark.slow
def test_overview_of_a_thousand_goals_draws_the_latest_and_has_links_to_all() -> None:
    made = html(site_of(1000, 1000), "roadmap/index.md")
    assert len(set(re.findall(r'href="/roadmap/goals/([^"]*)"', made))) == 1000
    drawn = set(re.findall(r"goals/towards-goal-number-(\d+)", made[: made.index("976 more goals")]))
    assert len(drawn) == MOST_GOALS
    assert all(int(number) >= 900 and int(number) % 12 >= 9 for number in drawn)  # since October 2025


def all_milestones(*pages: str) -> int:
    """Return how many milestones these pages link to."""
    return len({found for page in pages for found in re.findall(r'href="/roadmap/milestones/([^"]*)"', page)})


@pytest.mark.slow
def test_overview_of_a_thousand_milestones_with_all_that_may_be_asked_is_few_bytes_on_the_way() -> None:
    made = html(site_of(1000, 20), "roadmap/index.md").encode()
    assert len(made) < 250_000
    assert len(gzip.compress(made)) < 60_000
