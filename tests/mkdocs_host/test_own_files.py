"""Files that the author put where a page of ours would be."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import HOME, Build, build, config, good, post

OWN = {
    **HOME,
    "posts/a.md": post(),
    "roadmap/index.md": "# My way\n\nOverture.\n",
    "roadmap/board/index.md": "# What I do\n\nPreface.\n",
    "roadmap/goals/efficient-vision.md": "Unadorned words.\n",
    "roadmap/milestones/reproduce-it/index.md": "Step by step.\n",
}


@pytest.fixture(scope="module")
def own(site: MakeSite) -> Build:
    return good(build(site(OWN, config("{as_of: 2026-04-01}", "material"))))


@pytest.mark.parametrize(("page", "parts"), [
    ("roadmap", ["My way", "Overture.", "1 long-term goal, 1 milestone: 1 under way."]),
    ("roadmap/board", ["What I do", "Preface.", "Now 1", "Reproduce it"]),
    ("roadmap/goals/efficient-vision", ["0 of 1 milestones done", "Unadorned words.", "Reproduce it"]),
    ("roadmap/milestones/reproduce-it", ["Active for Efficient vision", "Step by step.", "A post"]),
])
def test_file_at_a_generated_address_is_that_page_s_text(own: Build, page: str, parts: list[str]) -> None:
    text = own.text(page)
    assert sorted(parts, key=text.index) == parts


def test_file_at_a_generated_address_makes_no_second_page(own: Build) -> None:
    assert sorted(page for page in own.site.pages if page.startswith("roadmap/")) == [
        "roadmap/2026/index.html", "roadmap/all/index.html", "roadmap/board/index.html",
        "roadmap/goals/efficient-vision/index.html", "roadmap/index.html",
        "roadmap/milestones/reproduce-it/index.html", "roadmap/posts/index.html",
        "roadmap/timeline/index.html"]


@pytest.mark.parametrize("view", ["index", "board", "timeline"])
@pytest.mark.parametrize("page", [post(), "---\ntype: goal\ntitle: A goal\n---\n"], ids=["post", "goal"])
def test_view_stays_even_if_a_post_or_a_goal_lies_there(site: MakeSite, view: str, page: str) -> None:
    made = good(build(site({**HOME, f"roadmap/{view}.md": page, "posts/b.md": post()}, config())))
    own_words = {"index": "Latest posts", "board": "Now", "timeline": "As of"}[view]
    assert own_words in made.text("roadmap" if view == "index" else f"roadmap/{view}")


def test_post_at_the_address_of_the_board_leaves_the_board(site: MakeSite) -> None:
    made = good(build(site({**HOME, "roadmap/board/index.md": post()}, config())))
    assert "Now 1" in made.text("roadmap/board")


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
@pytest.mark.parametrize(
    "path", ["roadmap/goals/efficient-vision.md", "roadmap/index.md", "roadmap/board/index.md"])
def test_excluded_file_at_a_generated_address_stays_out_of_the_site(
    site: MakeSite, setting: str, path: str
) -> None:
    tree = {**HOME, "posts/a.md": post(), path: "---\ntitle: Hidden okapi\n---\nOkapi.\n"}
    made = good(build(site(tree, config(more=f"{setting}: |\n  /{path}\n"))))
    assert made.has("roadmap/goals/efficient-vision")
    assert not [name for name, content in made.content().items() if b"okapi" in content.lower()]
