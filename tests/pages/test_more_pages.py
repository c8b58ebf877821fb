"""The pages under "More" in a site: which there are, who may see them, and what leads to them."""

from __future__ import annotations

import re

import pytest
from conftest import MakeSite
from crawl import dead_links
from each import each
from helpers import day
from hosts import HOME, Build, build, config, good
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.flow import build as built
from mkdocs_career_roadmap.pages.catalogue import MORE
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings


def page(front: str, title: str = "A post", date: str = "2026-03-01") -> str:
    return f"---\ntitle: {title}\ndate: {date}\n{front}\n---\nWords.\n"


ALL = {
    "posts/begun.md": page("goal: Seeing\nmilestone: Look\nlessons: [Wipe the lens.]", date="2025-03-01"),
    "posts/done.md": page("milestone: Look\nstatus: done\nsharpens: See far.\n"
                          "replicates: {paper: Others, claimed: 37.0, reached: 36.2}"),
    "posts/dropped.md": page("milestone: Stare\ngoal: Seeing\nstatus: dropped\nreason: Sore eyes.\n"
                             "revisit: 2026-03-15"),
    "posts/shown.md": page("milestone: Look\n"
                           "evidence: [{title: The film, url: begun.md, kind: talk}]"),
    "posts/idea.md": page("milestone: Squint\ngoal: Seeing\nstatus: idea\nestimate: {effort: 2}"),
    "posts/asked.md": page("goal: Seeing\ndecisions:\n"
                           "  - {question: 'Buy a telescope?', predicted: yes, decided: no, by: Ada,\n"
                           "     visibility: public}\n"
                           "  - {question: 'Leave for the okapi lab?', predicted: yes, by: Quokka}"),
}
"""A site that has something for each of them."""


def site_of(tree: dict[str, str], *, keep_private: bool = False) -> Site:
    return built((Source(path, text) for path, text in tree.items()), as_of=day("2026-04-01"),
                 settings=Settings(), words=Words(), keep_private=keep_private)


def kinds(tree: dict[str, str], *, keep_private: bool = False) -> list[str]:
    pages = site_of(tree, keep_private=keep_private).pages.values()
    return [page.path for page in pages if page.kind in MORE]


def shown(tree: dict[str, str], path: str, *, keep_private: bool = False) -> str:
    site = site_of(tree, keep_private=keep_private)
    _, html = site.fragments(site.pages[path], lambda path: f"/{path}", Renderer(Words()))
    return html


# --- which there are ---


@each(("path", "there"), [
    ("posts/begun.md", ["lessons", "2025"]),
    ("posts/done.md", ["replications", "2026"]),
    ("posts/shown.md", ["evidence", "2026"]),
    ("posts/dropped.md", ["not-doing", "2026"]),
    ("posts/idea.md", ["ideas", "2026"]),
    ("posts/asked.md", ["decisions", "2026"]),
])
def test_page_is_there_only_when_it_has_something_to_show(path: str, there: list[str]) -> None:
    whole = ["all"] if "milestone:" in ALL[path] else []
    assert kinds({path: ALL[path]}) == [f"roadmap/{name}.md" for name in ("posts", *there, *whole)]


def test_empty_site_has_none() -> None:
    assert kinds({}) == []
    assert kinds({"goal.md": "---\ntype: goal\ntitle: Of no post\n---\n"}) == []
    assert kinds({"posts/a.md": "---\ngoal: Undated\n---\n"}) == ["roadmap/posts.md"]


def test_overview_leads_to_each_of_them_in_order() -> None:
    row = shown(ALL, "roadmap/index.md").partition('aria-label="More"')[2]
    assert re.findall(r'<a href="([^"]+)">([^<]+)</a>', row) == [
        ("/roadmap/posts.md", "Posts"), ("/roadmap/evidence.md", "Evidence"),
        ("/roadmap/lessons.md", "Lessons"), ("/roadmap/ideas.md", "Ideas"),
        ("/roadmap/not-doing.md", "Not doing"), ("/roadmap/replications.md", "Replications"),
        ("/roadmap/decisions.md", "Decisions"),
        ("/roadmap/2026.md", "2026"), ("/roadmap/2025.md", "2025"), ("/roadmap/all.md", "All on one page")]
    assert "cr-more" not in shown({}, "roadmap/index.md")


def test_each_page_has_a_title_and_a_description() -> None:
    said = {page.title: page.description for page in site_of(ALL).pages.values() if page.kind in MORE}
    assert list(said) == ["Posts", "Evidence", "Lessons", "Ideas", "Not doing", "Replications", "Decisions",
                          "2026 in review",
                          "2025 in review", "All on one page"]
    assert said["2025 in review"] == "2025: 1 started, 1 post."
    assert all(text.endswith(".") for text in said.values())


# --- what is private ---


def test_decision_not_marked_public_is_seen_in_a_preview_only() -> None:
    public, preview = (shown(ALL, "roadmap/decisions.md", keep_private=keep) for keep in (False, True))
    assert "okapi" not in public
    assert "private" not in public
    assert "Leave for the okapi lab?" in preview
    assert preview.count("<b>private</b>") == 1


def test_without_a_public_decision_there_is_no_page_but_in_a_preview() -> None:
    tree = {"posts/asked.md": ALL["posts/asked.md"].replace("visibility: public", "visibility: private")}
    assert "roadmap/decisions.md" not in kinds(tree)
    assert "roadmap/decisions.md" in kinds(tree, keep_private=True)


def test_private_post_teaches_nobody() -> None:
    hidden = page("goal: Seeing\nvisibility: private\nlessons: [Okapi.]\ndate_of: x", date="2020-01-01")
    assert kinds({"posts/a.md": hidden}) == []
    assert "Okapi." in shown({"posts/a.md": hidden}, "roadmap/lessons.md", keep_private=True)


# --- the years ---


def test_map_of_a_past_year_is_that_of_its_last_day() -> None:
    past = shown(ALL, "roadmap/2025.md")
    assert "The map on 31 Dec 2025" in past
    assert "See far." not in past
    assert "cr-node cr-is-active" in past
    assert "Squint" not in past


def test_map_of_this_year_is_that_of_today() -> None:
    today = shown(ALL, "roadmap/2026.md")
    assert "The map on 1 Apr 2026" in today
    assert "Squint" in today
    assert "See far." in today


def test_milestone_of_the_past_without_a_page_today_is_no_link() -> None:
    # A page with a date of later gave the same milestone another id.
    tree = {"posts/a.md": page("milestone: Look around", date="2025-03-01"),
            "milestones/look.md": "---\ntype: milestone\ntitle: Look around\ndate: 2026-01-01\n---\n"}
    past = shown(tree, "roadmap/2025.md")
    assert '<span class="cr-to">' in past
    assert "look-around.md" not in past
    assert "/milestones/look.md" in past  # among what was started


# --- in a site ---


@pytest.fixture(scope="module")
def more(site: MakeSite) -> Build:
    own = {"roadmap/lessons.md": "# What I learned\n\nOverture.\n", "roadmap/decisions.md": "Foreword.\n"}
    return good(build(site({**HOME, **ALL, **own}, config(theme="material"))))


@pytest.mark.slow
@pytest.mark.parametrize(("path", "parts"), [
    ("roadmap/lessons", ["What I learned", "Overture.", "Seeing", "Stare", "Why: Sore eyes.",
                         "Wipe the lens."]),
    ("roadmap/evidence", ["Evidence", "What came out", "Seeing", "Look", "The film", "talk"]),
    ("roadmap/ideas", ["Ideas", "Squint", "effort 2"]),
    ("roadmap/not-doing", ["Not doing", "Dropped", "Stare", "Sore eyes.",
                           "look again 15 Mar 2026"]),
    ("roadmap/replications", ["Replications", "Others", "37.0", "36.2", "−0.8", "Look"]),
    ("roadmap/decisions", ["Decisions", "Foreword.", "Buy a telescope?", "decided by Ada",
                           "Not as predicted"]),
    ("roadmap/2025", ["2025 in review", "1 started, 1 post", "Started", "Look", "Wipe the lens.",
                      "A post"]),
])
def test_page_says_what_it_is_for_below_the_author_s_words(
    more: Build, path: str, parts: list[str]
) -> None:
    text = more.text(path)
    at = 0
    for part in parts:
        at = text.index(part, at)


def test_search_finds_what_stands_nowhere_else(more: Build) -> None:
    found = more.search()
    assert "Wipe the lens." in found["roadmap/lessons/"]
    assert "36.2" in found["roadmap/replications/"]
    assert "Buy a telescope?" in found["roadmap/decisions/"]
    assert "Squint" not in found.get("roadmap/ideas/", "")
    assert "Sore eyes." not in found.get("roadmap/not-doing/", "")
    assert "A post" not in found.get("roadmap/2025/", "")


def test_every_link_leads_somewhere_and_nothing_private_is_in_the_site(more: Build) -> None:
    assert dead_links(more.site) == []
    assert not [name for name, content in more.content().items()
                if b"okapi" in content or b"Quokka" in content]


@pytest.mark.slow
def test_file_at_the_address_of_a_page_that_is_not_there_is_an_ordinary_page(site: MakeSite) -> None:
    tree = {**HOME, "posts/idea.md": ALL["posts/idea.md"],
            "roadmap/lessons.md": "# What I learned\n\nNothing.\n"}
    made = good(build(site(tree, config())))
    assert made.text("roadmap/lessons").startswith("What I learned Nothing.")
    assert "career-roadmap" not in made.html("roadmap/lessons").text.partition("<main")[2]
