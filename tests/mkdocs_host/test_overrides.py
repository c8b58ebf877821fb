"""Templates of the site in place of ours, in whole sites; see test_template_mistakes.py."""

from __future__ import annotations

import re
from pathlib import Path

import reference
from conftest import MakeSite, write
from crawl import dead_links
from each import each
from hosts import build, config
from lab import lab
from mkdocs_career_roadmap.pages import shapes, timeline, years
from mkdocs_career_roadmap.pages.embedded import EmbeddedView
from mkdocs_career_roadmap.pages.focus import FocusStrip
from mkdocs_career_roadmap.pages.goal import GoalPage
from mkdocs_career_roadmap.pages.ladder import LadderView
from mkdocs_career_roadmap.pages.map import drawing as charts
from mkdocs_career_roadmap.pages.milestone import MilestonePage
from mkdocs_career_roadmap.pages.more import (
    decisions,
    evidence,
    ideas,
    lessons,
    not_doing,
    posts,
    replications,
)
from mkdocs_career_roadmap.pages.overview import OverviewPage
from mkdocs_career_roadmap.pages.paper.whole import WholePage
from mkdocs_career_roadmap.pages.person import PersonHead
from mkdocs_career_roadmap.pages.post import About, PostBox, PostLine
from mkdocs_career_roadmap.pages.render import TEMPLATES
from mkdocs_career_roadmap.pages.report.shapes import Report
from mkdocs_career_roadmap.pages.shared import Sharpening
from mkdocs_career_roadmap.roadmap import model
from preview import serving

TOP = "theme/career-roadmap/goal-top.html"
BOX = "theme/career-roadmap/post-top.html"
ABOVE = '{% import "career-roadmap/_macros.html" as m %}\n<p>Mine.</p>\n'


def with_theme(site: MakeSite, files: dict[str, str], plugin: str = "{as_of: 2026-04-01}") -> Path:
    folder = site(lab(), config(plugin, theme="{name: mkdocs, custom_dir: theme}"))
    write(folder, files)
    return folder


# --- in a site ---


def test_build_tells_each_mistake_once_and_fails_without_a_traceback(site: MakeSite) -> None:
    folder = with_theme(site, {TOP: ABOVE + "{{ vew }}", BOX: "{{ view.about[0].milestone.titel }}"})
    made = build(folder)
    assert made.code == 1
    assert made.problems == [
        "theme/career-roadmap/goal-top.html:3:1: error: 'vew' is undefined [bad-template]",
        ("theme/career-roadmap/post-top.html:1:1: error: 'mkdocs_career_roadmap.pages.shapes.Ref object' "
         "has no attribute 'titel' [bad-template]"),
        "2 errors in the roadmap, told above"]
    assert "Traceback" not in made.log
    # The site is there nonetheless, and complete.
    assert dead_links(made.site) == []
    assert "See well on one watt." in made.text("goals/vision")
    assert "Mine." not in made.text("goals/vision")
    assert "post 2 of 4" in made.text("posts/second")


def test_mistake_on_some_pages_leaves_the_template_to_the_others(site: MakeSite) -> None:
    # Only posts that name a milestone have one to speak of.
    folder = with_theme(site, {BOX: "<p>Mine: {{ view.about[0].milestone.title }}.</p>"})
    made = build(folder)
    assert [told[-14:] for told in made.problems] == ["[bad-template]", "ap, told above"]
    assert "Mine: Reproduce a detector." in made.text("posts/second")
    assert "Active towards Honest models" in made.text("posts/goal-only")


def test_mistake_in_the_template_of_a_block_is_told(site: MakeSite) -> None:
    folder = with_theme(site, {"theme/career-roadmap/embed-posts.html": "a\n{{ vew }}",
                               "docs/block.md": "# Block\n\n```roadmap\nview: posts\n```\n"})
    made = build(folder)
    assert made.problems[0] == (
        "theme/career-roadmap/embed-posts.html:2:1: error: 'vew' is undefined [bad-template]")
    assert "On honesty" in made.text("block")


def test_site_decides_how_much_it_weighs(site: MakeSite) -> None:
    folder = with_theme(site, {TOP: "{{ vew }}"}, "{as_of: 2026-04-01, problems: {bad-template: warning}}")
    assert build(folder, strict=False).code == 0
    assert build(folder, strict=True).code == 1


def test_serve_goes_on_and_follows_the_template_while_it_is_mended(site: MakeSite) -> None:
    folder = with_theme(site, {TOP: ABOVE + "{{ vew }}"})
    with serving(folder, "--watch", "theme") as server:
        server.shows("goals/vision/", "See well on one watt.")
        assert f"{TOP}:3:1: error: 'vew' is undefined [bad-template]" in server.log
        assert "Traceback" not in server.log
        write(folder, {TOP: ABOVE + "{{ view.goal.title }}, mended."})
        server.shows("goals/vision/", "Mine.", "Efficient vision, mended.")
        write(folder, {BOX: "<p>My box.</p>"})
        server.shows("posts/second/", "My box.")


# --- the guide ---

GUIDE = (Path(__file__).parents[2] / "docs/guide/templates.md").read_text("utf-8")
SHOWN = (OverviewPage, EmbeddedView, shapes.Ref, shapes.Card, shapes.GoalCard, shapes.Tab, shapes.Overview,
         shapes.Board, shapes.Column, shapes.Fold, shapes.Earlier,
         charts.Map, charts.Lane, charts.MapCard, charts.MapLine,
         timeline.Timeline, timeline.Bar, timeline.EraBand, PersonHead,
         GoalPage, MilestonePage, PostBox, PostLine, About,
         Sharpening, model.Replication, lessons.LessonsPage, lessons.LessonGroup,
         lessons.GivenUp, lessons.Lesson, ideas.IdeasPage, ideas.Idea, ideas.EstimateAndActual,
         evidence.EvidencePage, evidence.ProofGroup, evidence.Proof,
         not_doing.NotDoingPage, not_doing.PutAside, replications.ReplicationsPage,
         replications.ReplicationRow, decisions.DecisionsPage, decisions.ShownDecision, years.YearPage)


def test_guide_names_every_template() -> None:
    for template in (TEMPLATES / "career-roadmap").iterdir():
        assert f"`{template.name}`" in GUIDE


@each("shown", SHOWN, ids=lambda shown: shown.__name__)
def test_guide_names_everything_a_template_gets(shown: type) -> None:
    told = set(re.findall(r"`(\w+)`", GUIDE.partition("## Changing a page's template")[2]))
    assert set(shown.__annotations__) <= told


VIEWS = {
    "A link": shapes.Ref, "A milestone's card": shapes.Card, "A goal's card": shapes.GoalCard,
    "A revision": Sharpening, "overview": shapes.Overview, "board": shapes.Board,
    "timeline": timeline.Timeline, "goal's page": GoalPage, "milestone's page": MilestonePage,
    "person": PersonHead,
    "post's box": PostBox, "embedded view": EmbeddedView, "evidence": evidence.EvidencePage,
    "posts": posts.PostsPage,
    "lessons": lessons.LessonsPage,
    "ideas": ideas.IdeasPage, "not doing": not_doing.NotDoingPage, "decisions": decisions.DecisionsPage,
    "report": Report,
    "replications": replications.ReplicationsPage, "year": years.YearPage,
    "whole": WholePage, "map": charts.Map,
    "strip of focus": FocusStrip, "ladder of scope": LadderView}
MORE = ("posts", "evidence", "lessons", "ideas", "not doing", "replications", "decisions", "year", "whole")
TOLD = reference.told(GUIDE.partition("### Pieces")[2])


@each("name", VIEWS)
def test_guide_s_table_of_a_view_has_its_names_and_no_others(name: str) -> None:
    assert TOLD[name] | (TOLD["all"] if name in MORE else set()) == set(VIEWS[name].__annotations__)


def test_every_table_of_the_guide_is_held_against_a_view() -> None:
    assert TOLD.keys() - {"all"} == VIEWS.keys()


def test_example_of_the_guide_works(site: MakeSite) -> None:
    title = 'title="overrides/career-roadmap/goal-top.html"'
    (example,) = re.findall(rf"```jinja {title}\n(.*?)```", GUIDE, re.DOTALL)
    made = build(with_theme(site, {TOP: example}))
    assert (made.code, made.problems) == (0, []), made.log
    text = made.text("goals/vision")
    assert "Active 1 of 2 milestones" in text
    assert "sharpened on 20 Feb 2026" in text
