"""Templates of the site in place of ours: what they may do, and what is told when they cannot be rendered."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from conftest import MakeSite, write
from crawl import dead_links
from hosts import build, config
from lab import lab
from mkdocs_career_roadmap import (
    charts,
    decisions,
    ideas,
    lessons,
    model,
    not_doing,
    pages,
    replications,
    timeline,
    views,
    years,
)
from mkdocs_career_roadmap.embedded import EmbeddedView
from mkdocs_career_roadmap.labels import Words
from mkdocs_career_roadmap.overview import OverviewPage
from mkdocs_career_roadmap.render import TEMPLATES, BadTemplateError, Renderer
from mkdocs_career_roadmap.shapes import Ref
from test_serve import serving

TOP = "theme/career-roadmap/goal-top.html"
BOX = "theme/career-roadmap/post-top.html"
ABOVE = '{% import "career-roadmap/_macros.html" as m %}\n<p>Mine.</p>\n'


def with_theme(site: MakeSite, files: dict[str, str], plugin: str = "{as_of: 2026-04-01}") -> Path:
    folder = site(lab(), config(plugin, theme="{name: mkdocs, custom_dir: theme}"))
    write(folder, files)
    return folder


def mistake(folder: Path, text: str, **more: str) -> tuple[str, int, str]:
    """Return the file, line and message of the mistake in a template; `more` are others, by name."""
    files = {"post": text, **more}
    write(folder, {f"career-roadmap/{name}.html": text for name, text in files.items()})
    with pytest.raises(BadTemplateError) as told:
        Renderer(Words(), (str(folder),))("post", Ref("A title", None))
    found = told.value
    assert str(found) == f"{found.path}:{found.line}: {found.message}"
    return found.path.relative_to(folder / "career-roadmap").as_posix(), found.line, found.message


# --- what is wrong, and where ---


@pytest.mark.parametrize(("text", "line", "message"), [
    ("<p>\n{{ vew.title }}</p>", 2, "'vew' is undefined"),
    ("a\n\n{{ view.titel }}", 3, "'mkdocs_career_roadmap.shapes.Ref object' has no attribute 'titel'"),
    ("{{ view.title }}\n{{ view.href.upper() }}", 2, "'None' has no attribute 'upper'"),
    ("{{ view.title + 1 }}", 1, 'TypeError: can only concatenate str (not "int") to str'),
    ("a\n{{ 1 / 0 }}", 2, "ZeroDivisionError: division by zero"),
    ("{% if view.title %}\n{% endfor %}", 2, "Encountered unknown tag 'endfor'."),
    ("a\n{{ view.title | uper }}", 2, "No filter named 'uper'."),
    ("{{ view.title", 1, "unexpected end of template, expected 'end of print statement'."),
    ("a\n{% include 'career-roadmap/none.html' %}", 2, "there is no template 'career-roadmap/none.html'"),
    ("{% include ['none.html', 'nor.html'] %}", 1, "there is no template 'nor.html'"),
    ("a\n{% extends 'career-roadmap/post.html' %}", 2, "it extends or includes itself, over and over"),
    ("{{ t('no_such_word') }}", 1, "KeyError: 'no_such_word'"),
])
def test_mistake_is_told_with_its_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    file, at, told = mistake(tmp_path, text)
    assert (file, at) == ("post.html", line)
    assert told.startswith(message.rstrip("."))


def test_mistake_in_what_a_template_includes_is_told_where_it_is(tmp_path: Path) -> None:
    text = "{% import 'career-roadmap/mine.html' as my %}\n{{ my.hello() }}"
    macro = "{% macro hello() %}\n\n{{ nobody }}{% endmacro %}"
    assert mistake(tmp_path, text, mine=macro) == ("mine.html", 3, "'nobody' is undefined")
    assert mistake(tmp_path, text, mine="a\n{% macro %}")[:2] == ("mine.html", 2)


def test_mistake_that_shows_in_a_macro_of_ours_is_told_where_the_site_calls_it(tmp_path: Path) -> None:
    text = "{% import 'career-roadmap/_macros.html' as m %}\n\n{{ m.ref(none) }}"
    assert mistake(tmp_path, text) == ("post.html", 3, "'None' has no attribute 'href'")


def test_macros_of_the_site_that_our_templates_do_not_get_on_with_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "theme"
    write(folder, {"career-roadmap/_macros.html": "{% macro post_list(list) %}\n{{ lst }}{% endmacro %}"})
    with pytest.raises(BadTemplateError, match=r"_macros\.html:2: 'lst' is undefined"):
        Renderer(Words(), (str(folder),))("embed-posts", type("View", (), {"posts": ()}))


def test_template_that_is_not_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "career-roadmap/post.html"
    file.parent.mkdir()
    file.write_bytes("<p>Größe</p>".encode("latin-1"))
    with pytest.raises(BadTemplateError, match=re.escape(f"{file}:1: it is not text in UTF-8")):
        Renderer(Words(), (str(tmp_path),))("post", None)


def test_mistake_of_ours_is_no_mistake_of_the_site(tmp_path: Path) -> None:
    # A view that a template of ours cannot show is our own bug, with or without a theme.
    for folders in ((), (str(tmp_path),)):
        with pytest.raises(Exception, match="has no attribute 'about'") as told:
            Renderer(Words(), folders)("post", object())
        assert not isinstance(told.value, BadTemplateError)


# --- what stands in ---


def test_template_of_ours_stands_in_for_one_that_cannot_be_rendered(tmp_path: Path) -> None:
    told: list[BadTemplateError] = []
    write(tmp_path, {"career-roadmap/embed-posts.html": "{{ vew }}"})
    view = type("View", (), {"posts": (Ref("A post", "/a"),)})
    shown = Renderer(Words(), (str(tmp_path),), told.append)("embed-posts", view, "x")
    assert shown == Renderer(Words())("embed-posts", view, "x")
    assert [(mistake.path.name, mistake.line) for mistake in told] == [("embed-posts.html", 1)]


def test_template_written_after_ours_was_read_is_taken(tmp_path: Path) -> None:
    render = Renderer(Words(), (str(tmp_path),))
    view = type("View", (), {"posts": (Ref("A post", "/a"),)})
    assert "A post" in render("embed-posts", view)
    write(tmp_path, {"career-roadmap/embed-posts.html": "Mine."})
    assert render("embed-posts", view) == "Mine."
    (tmp_path / "career-roadmap/embed-posts.html").unlink()
    assert "A post" in render("embed-posts", view)


# --- in a site ---


def test_build_tells_each_mistake_once_and_fails_without_a_traceback(site: MakeSite) -> None:
    folder = with_theme(site, {TOP: ABOVE + "{{ vew }}", BOX: "{{ view.about[0].milestone.titel }}"})
    made = build(folder)
    assert made.code == 1
    assert made.problems == [
        "theme/career-roadmap/goal-top.html:3:1: error: 'vew' is undefined [bad-template]",
        ("theme/career-roadmap/post-top.html:1:1: error: 'mkdocs_career_roadmap.shapes.Ref object' "
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

GUIDE = (Path(__file__).parents[1] / "docs/guide/templates.md").read_text("utf-8")
SHOWN = (OverviewPage, EmbeddedView, views.Ref, views.Card, views.GoalCard, views.Tab, views.Overview,
         views.Board, views.Column, views.Fold, charts.Map, charts.Lane, charts.MapCard, charts.MapLine,
         timeline.Timeline, timeline.Bar, pages.GoalPage, pages.MilestonePage, pages.PostBox, pages.About,
         pages.Sharpening, model.Evidence, model.Replication, lessons.LessonsPage, lessons.LessonGroup,
         lessons.GivenUp, lessons.Lesson, ideas.IdeasPage, ideas.Idea, ideas.Outcome,
         not_doing.NotDoingPage, not_doing.PutAside, replications.ReplicationsPage,
         replications.ReplicationRow, decisions.DecisionsPage, decisions.ShownDecision, years.YearPage)


def test_guide_names_every_template() -> None:
    for template in (TEMPLATES / "career-roadmap").iterdir():
        assert f"`{template.name}`" in GUIDE


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.__name__)
def test_guide_names_everything_a_template_gets(shown: type) -> None:
    told = set(re.findall(r"`(\w+)`", GUIDE.partition("## Changing a page's template")[2]))
    assert {field.name for field in fields(shown)} <= told


def test_example_of_the_guide_works(site: MakeSite) -> None:
    title = 'title="overrides/career-roadmap/goal-top.html"'
    (example,) = re.findall(rf"```jinja {title}\n(.*?)```", GUIDE, re.DOTALL)
    made = build(with_theme(site, {TOP: example}))
    assert (made.code, made.problems) == (0, []), made.log
    text = made.text("goals/vision")
    assert "Active 1 of 2 milestones" in text
    assert "sharpened on 20 Feb 2026" in text
