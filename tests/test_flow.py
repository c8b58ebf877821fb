"""The whole pipeline: what a site knows of its pages, its private ones and its drafts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from helpers import day, ids
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.reading.blocks import Embed
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings
from work import LINEAR, growth

POSTS = {
    "old.md": "---\ntitle: Old\ndate: 2025-03-01\ngoal: Fly\nmilestone: Wings\n---\n",
    "done.md": "---\ntitle: Done\ndate: 2026-02-01\nmilestone: Wings\nstatus: done\n---\n",
    "draft.md": "---\ndraft: true\ngoal: Fly\n---\n",
    "private.md": "---\nvisibility: private\ntype: milestone\n---\n",
}


def site_of(tree: Mapping[str, str], *, keep_private: bool = False) -> Site:
    return build((Source(path, text) for path, text in tree.items()), as_of=day("2026-04-01"),
                 settings=Settings(), words=Words(), keep_private=keep_private)


def link(path: str) -> str:
    return f"/{path}"


# --- notices ---


@pytest.mark.parametrize(("path", "word"), [
    ("draft.md", "draft"), ("private.md", "private"), ("done.md", None), ("nowhere.md", None)])
def test_preview_says_on_a_page_why_no_built_site_has_it(path: str, word: str | None) -> None:
    shown = site_of(POSTS, keep_private=True).notice(path, Renderer(Words()))
    if word is None:
        assert shown == ""
    else:
        assert Words()(f"{word}_note") in shown


def test_page_of_a_private_goal_has_the_notice_though_nobody_wrote_it() -> None:
    site = site_of({"a.md": "---\ngoal: Fly\nvisibility: private\n---\n"}, keep_private=True)
    assert site.notices == {
        "roadmap/goals/fly.md": "private", "a.md": "private", "roadmap/report.md": "private"}


def test_built_site_has_no_notices() -> None:
    assert site_of(POSTS).notices == {}


def test_nothing_private_is_kept_unless_somebody_asks_for_it() -> None:
    sources = [Source(path, text) for path, text in POSTS.items()]
    site = build(sources, as_of=day("2026-04-01"), settings=Settings(), words=Words())
    assert ids(site.roadmap.milestones) == ["wings"]
    assert site.hidden.pages == {"draft.md": "a draft", "private.md": "private"}


def test_preview_hides_nothing() -> None:
    site = site_of(POSTS, keep_private=True)
    assert "private" in ids(site.roadmap.milestones)
    assert site.hidden.pages == {}


# --- what a page shows ---


def test_page_of_a_milestone_shows_one_part_below_its_title_and_one_at_its_end() -> None:
    site = site_of(POSTS)
    top, end = site.fragments(site.pages["roadmap/milestones/wings.md"], link, Renderer(Words()))
    assert "Done" in top
    assert 'href="/done.md"' in end


def test_review_of_a_year_shows_the_roadmap_as_it_ended() -> None:
    site = site_of(POSTS)
    (path,) = (path for path, page in site.pages.items() if page.of == 2025)
    top, end = site.fragments(site.pages[path], link, Renderer(Words()))
    assert top == ""
    assert 'href="/roadmap/milestones/wings.md"' in end
    assert "done.md" not in end


def test_review_of_a_year_links_to_no_page_that_is_gone() -> None:
    moved = {**POSTS, "new.md": "---\ndate: 2026-03-01\ngoal: Swim\nmilestone: Fins\n---\n",
             "page.md": "---\ntype: milestone\nid: fins\ndate: 2026-03-01\n---\n",
             "past.md": "---\ntitle: Past\ndate: 2025-04-01\ngoal: Swim\nmilestone: Fins\n---\n"}
    site = site_of(moved)
    (path,) = (path for path, page in site.pages.items() if page.of == 2025)
    _, end = site.fragments(site.pages[path], link, Renderer(Words()))
    assert "Fins" in end
    assert "/roadmap/milestones/fins.md" not in end


def test_block_is_rendered_with_links_and_ids_of_its_own() -> None:
    site = site_of(POSTS)
    posts = site.embed(Embed(view="posts"), link, Renderer(Words()), "mine")
    assert 'href="/done.md"' in posts
    assert 'id="mine' in site.embed(Embed(view="timeline"), link, Renderer(Words()), "mine")


# --- who mentions whom ---


def test_pages_are_mentioned_by_title_in_the_order_of_the_titles() -> None:
    tree = {"goal.md": "---\ntype: goal\ntitle: Fly\n---\n",
            "a.md": "# Zebra\n\n[x](goal.md)", "b.md": "# Ape\n\n[x](goal.md)",
            "c.md": "---\ndate: 2027-01-01\ngoal: Fly\n---\n# To come\n\n[x](goal.md)",
            "d.md": "---\ndraft: true\n---\n# Draft\n\n[x](goal.md)"}
    assert site_of(tree).mentions["goal.md"] == (("b.md", "Ape"), ("a.md", "Zebra"))
    assert site_of(tree, keep_private=True).mentions["goal.md"] == (("b.md", "Ape"), ("a.md", "Zebra"))


# --- growth ---


@pytest.mark.slow
def test_pages_of_parts_of_parts_grow_with_their_number() -> None:
    """On a page of each all that is below it would stand, and be counted, as often as it is deep."""
    sizes: dict[int, int] = {}

    def render_chain(count: int) -> None:
        site = site_of({f"{n:03}.md": f"---\ntype: milestone\nid: m{n}\nstatus: active\nstarted: 2026-01\n"
                        + (f"part_of: m{n - 1}\n" if n else "") + "---\n" for n in range(count)})
        shown = (site.fragments(page, link, Renderer(Words())) for page in site.pages.values())
        sizes[count] = sum(len(top) + len(end) for top, end in shown)

    assert growth(render_chain, 25) < LINEAR
    assert sizes[100] < 4.5 * sizes[25]


WIDE_OR_DEEP = {
    "goals": "---\ndate: {day}\ngoal: Goal {n}\nmilestone: Mile {n}\n---\n",
    "parts of one": "---\ntype: milestone\ntitle: Part {n}\npart_of: The whole\ngoal: G\n---\n",
    "chain": "---\ntype: milestone\ntitle: Part {n}\ndepends_on: Part {before}\ngoal: G\n---\n",
    "history": "---\ndate: {day}\ngoal: G\nmilestone: M\nstatus: {status}\n---\n",
}
"""A page of many that stand beside one another, or one behind the other."""


@pytest.mark.slow
@pytest.mark.parametrize("text", WIDE_OR_DEEP.values(), ids=WIDE_OR_DEEP.keys())
def test_all_pages_together_are_no_more_work_than_there_is_to_say(text: str) -> None:
    def rendered(count: int) -> None:
        site = site_of({f"{n:03}.md": text.format(
            n=7919 * (n + 1), before=7919 * n, day=f"20{10 + n % 15}-03-{1 + n % 28:02}",
            status=("active", "paused")[n % 2]) for n in range(count)})
        for page in site.pages.values():
            site.fragments(page, link, Renderer(Words()))

    assert growth(rendered, 12) < LINEAR


def test_page_of_a_year_looks_for_nothing_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(POSTS)
    monkeypatch.setattr("mkdocs_career_roadmap.roadmap.fold.odd_names", None)
    years = [page for page in site.pages.values() if page.kind.name == "year"]
    assert [page.of for page in years] == [2026, 2025]
    assert "Wings" in site.fragments(years[1], link, Renderer(Words()))[1]
