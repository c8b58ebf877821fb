"""Blocks fenced as `roadmap`: what they may say, and what they show."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import MakeSite
from crawl import parse
from each import each
from hosts import build as build_site
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.pages.embedded import EmbeddedView, embedded
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.shapes import Board
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.blocks import Embed, read_block
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.prose import roadmap_blocks
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

POSTS = {
    "a.md": "---\ndate: 2026-01-01\ngoal: Fly\nmilestone: Wings\nstatus: done\nlessons: Flap.\n---\n# One\n",
    "b.md": "---\ndate: 2026-01-02\ngoal: Fly\nmilestone: Engine\n---\n# Two\n",
    "c.md": "---\ndate: 2026-01-03\ngoal: Swim\nmilestone: Fins\nstatus: planned\n---\n# Three\n",
    "d.md": "---\ndate: 2026-01-04\nmilestone: Lungs\n---\n# Four\n",
}


def site_of(page: str = "") -> Site:
    sources = [Source(path, text) for path, text in {**POSTS, "home.md": page}.items()]
    return build(sources, as_of=date(2026, 2, 1), settings=Settings(), words=Words())


def told(page: str) -> list[str]:
    return [str(problem) for problem in site_of(page).problems]


def shown(block: str) -> tuple[str, object]:
    """Return the template and the view of a block with these lines."""
    (found,) = roadmap_blocks(f"```roadmap\n{block}\n```")
    embed, problems = read_block("home.md", found)
    assert not problems
    return embedded(Viewer(site_of().roadmap, Settings(), Words(), lambda path: f"/{path}"), embed)


def part(block: str) -> EmbeddedView:
    view = shown(block)[1]
    assert isinstance(view, EmbeddedView)
    return view


def test_an_empty_block_asks_for_the_map_of_everything() -> None:
    (found,) = roadmap_blocks("```roadmap\n```")
    assert read_block("home.md", found) == (Embed(), [])
    template, view = embedded(Viewer(site_of().roadmap, Settings(), Words(), lambda path: path), Embed())
    assert template == "embed-map"
    assert isinstance(view, EmbeddedView)
    assert [goal.title for goal in view.goals] == ["Fly", "Swim"]
    assert [card.title for card in view.loose] == ["Lungs"]


def test_a_goal_narrows_the_map_to_its_lane() -> None:
    view = part("goal: fly")
    assert [goal.title for goal in view.goals] == ["Fly"]
    assert not view.loose


@pytest.mark.parametrize("name", ["vision", "Seeing well"])
def test_a_goal_is_named_by_its_id_or_its_title(name: str) -> None:
    site = build([Source("g.md", "---\ntype: goal\nid: vision\ntitle: Seeing well\n---\n"),
                  Source("home.md", f"```roadmap\ngoal: {name}\n```\n")],
                 as_of=date(2026, 2, 1), settings=Settings(), words=Words())
    assert not site.problems


def test_where_there_are_no_goals_yet_a_block_is_told_so() -> None:
    site = build([Source("home.md", "```roadmap\ngoal: Fly\n```\n")],
                 as_of=date(2026, 2, 1), settings=Settings(), words=Words())
    (problem,) = site.problems
    assert problem.message.endswith("none yet")


def test_statuses_narrow_the_cards_but_not_the_progress() -> None:
    (fly, _) = part("status: [done]").goals
    assert [card.title for card in fly.milestones] == ["Wings"]
    assert (fly.done, fly.total) == (1, 2)


def test_posts_are_newest_first_and_as_many_as_asked_for() -> None:
    assert [post.title for post in part("view: posts\nlimit: 2").posts] == ["Four", "Three"]
    assert [post.title for post in part("view: posts\ngoal: Fly").posts] == ["Two", "One"]
    assert shown("view: posts")[0] == "embed-posts"


def test_goals_and_progress_show_as_many_goals_as_asked_for() -> None:
    assert [goal.title for goal in part("view: goals\nlimit: 1").goals] == ["Fly"]
    assert shown("view: progress")[0] == "embed-progress"


def test_a_board_has_only_the_columns_that_were_asked_for_and_no_tabs() -> None:
    template, board = shown("view: board\nstatus: [active, done]\nlimit: 1")
    assert template == "board"
    assert isinstance(board, Board)
    assert [(c.key, [card.title for card in c.cards]) for c in board.columns] == [
        ("now", ["Engine"]), ("done", ["Wings"])]
    assert board.tabs == ()


def test_a_timeline_of_one_goal_has_one_row_of_bars() -> None:
    template, timeline = shown("view: timeline\ngoal: Fly")
    assert template == "timeline"
    assert [goal and goal.title for goal, *_ in timeline.rows] == ["Fly"]  # type: ignore[attr-defined]


@each("view", ["map", "board", "timeline", "goals", "posts", "progress"])
def test_an_unknown_goal_shows_nothing_of_any(view: str) -> None:
    _, made = shown(f"view: {view}\ngoal: Fli")
    for name in ("goals", "loose", "posts", "rows"):
        assert not getattr(made, name, ())
    for column in getattr(made, "columns", ()):
        assert not column.cards


@each(("view", "words"), [
    ("map", "no milestones yet"),
    ("board", "Now 0 Nothing is under way. Next 0 Nothing is planned. Done 0 Nothing is finished yet."),
    ("timeline", "no milestones yet"),
    ("goals", "no milestones yet"),
    ("posts", "no posts yet"),
    ("progress", "no milestones yet"),
])
def test_a_block_of_an_empty_roadmap_says_so(view: str, words: str) -> None:
    empty = build([], as_of=date(2026, 2, 1), settings=Settings(), words=Words())
    html = empty.embed(Embed(view), lambda path: path, Renderer(Words()), "a")
    assert words in parse(html).text


@each(("block", "problem"), [
    ("goal: Flyy", "home.md:4:7: error: there is no goal 'Flyy'; did you mean 'Fly'? [bad-embed]"),
    ("goal: Run",
     "home.md:4:7: error: there is no goal 'Run'; the roadmap's goals are fly, swim [bad-embed]"),
    ("veiw: map",
     "home.md:4:1: error: a roadmap block has no option 'veiw'; did you mean 'view'? [bad-embed]"),
    ("colour: red",
     ("home.md:4:1: error: a roadmap block has no option 'colour'; it takes view, goal, status, limit"
      " [bad-embed]")),
    ("view: mapp", "home.md:4:7: error: unknown view 'mapp'; did you mean 'map'? [bad-value]"),
    ("status: [done, dnoe]", "home.md:4:16: error: unknown status 'dnoe'; did you mean 'done'? [bad-status]"),
    ("limit: 0", "home.md:4:8: error: limit is '0'; write a whole number from 1 [bad-value]"),
    ("limit: 3", "home.md:4:1: warning: limit says nothing to the view 'map'; take it out [no-effect]"),
    ("view: posts\nstatus: done",
     "home.md:5:1: warning: status says nothing to the view 'posts'; take it out [no-effect]"),
    ("goal: !!str Fly\nview: &v map\nstatus: *v",
     "home.md:6:1: error: status uses an alias or a tag of YAML; write the value out [yaml-reference]"),
])
def test_a_wrong_option_is_told_with_its_place(block: str, problem: str) -> None:
    assert problem in told(f"# Home\n\n```roadmap\n{block}\n```\n")


def test_places_count_the_front_matter_and_the_indent() -> None:
    page = "---\ntitle: Home\n---\n\n!!! note\n\n    ```roadmap\n    limit: 0\n    ```\n"
    assert told(page) == ["home.md:8:12: error: limit is '0'; write a whole number from 1 [bad-value]"]


def test_an_option_that_stands_twice_is_told_with_both_places() -> None:
    assert told("# Home\n\n```roadmap\nview: map\nview: board\n```\n") == [
        "home.md:5:1: error: 'view' stands twice; keep one of the two (see home.md:4:1) [duplicate-key]"]


def test_a_block_inside_a_longer_fence_is_an_example() -> None:
    assert told("````\n```roadmap\nveiw: map\n```\n````\n") == []


@pytest.mark.slow
def test_blocks_are_filled_wherever_the_text_goes_and_kept_out_of_search(site: MakeSite) -> None:
    block = "```roadmap\nview: progress\nstatus: []\n```\n"
    folder = site({
        "index.md": "# Home\n\n!!! note\n\n    ```roadmap\n    view: goals\n    ```\n\n" + block,
        "blog/index.md": "# Blog\n",
        "blog/posts/a.md": "---\ndate: 2026-01-01\ngoal: Fly\nmilestone: Wings\n---\n# One\n\n"
                           + block + "\n<!-- more -->\n\nMore.\n",
    }, "site_name: S\ntheme: {name: material, font: false}\n"
       "plugins: [search, career-roadmap, blog]\nmarkdown_extensions: [admonition]\n")
    made = build_site(folder)
    assert made.problems == []
    for page in ("", "blog", "blog/2026/01/01/one"):
        assert "0 of 1 milestones done" in made.text(page), page
        assert b"data-career-roadmap-block" not in made.content()[made.file(page)]
    assert made.links("", "Fly") == ["roadmap/goals/fly/index.html"]
    assert made.links("blog", "Fly") == ["roadmap/goals/fly/index.html"]
    assert "milestones done" not in made.search()[""]


def test_statuses_of_a_block_are_each_once() -> None:
    (found,) = roadmap_blocks("```roadmap\nstatus: [done, finished, active]\n```")
    assert read_block("home.md", found)[0].status == (Status.DONE, Status.ACTIVE)


@pytest.mark.slow
def test_words_of_the_site_for_a_status_are_read_in_a_build(site: MakeSite) -> None:
    made = build_site(site({
        "index.md": "# Home\n\n```roadmap\nview: board\nstatus: under embargo\n```\n",
        "a.md": "---\ndate: 2026-01-01\nmilestone: Wings\nstatus: Under embargo\n---\n# One\n",
    }, "site_name: S\nplugins: [{career-roadmap: {statuses: {under-embargo: paused}}}]\n"))
    assert made.problems == []
    assert "Wings" in made.text("")
