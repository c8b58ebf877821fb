"""One small site, built by every host and theme: the same facts must stand in each."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from conftest import MakeSite
from crawl import dead_links, text_of
from hosts import Build, build, config
from lab import PRIVATE, lab
from mkdocs.utils import get_theme_names


@dataclass(frozen=True)
class Variant:
    theme: str = "mkdocs"
    host: str = "mkdocs"
    plugins: str = "[search, ROADMAP]"
    blog: bool = False
    flat: bool = False

    @property
    def posts(self) -> str:
        return "blog/posts" if self.blog else "posts"

    @property
    def config(self) -> str:
        return config(
            theme=self.theme,
            plugins=self.plugins.replace("BLOG", "blog: {post_url_format: '{file}'}"),
            more=f"use_directory_urls: {str(not self.flat).lower()}\n")


MATERIAL = "materialx" if "materialx" in get_theme_names() else "material"
"""The one that is installed of the two, which cannot be together: `make materialx` tests with the other."""
TWICE = ("__toc",) if MATERIAL == "materialx" else ()
"""Ids that the theme itself has twice on a page, with ours or without: MaterialX 10.2.2."""
VARIANTS = {
    "mkdocs": Variant(),
    "mkdocs-flat": Variant(flat=True),
    "readthedocs": Variant("readthedocs"),
    "readthedocs-flat": Variant("readthedocs", flat=True),
    "material": Variant(MATERIAL, plugins="[ROADMAP, search]"),
    "material-flat": Variant(MATERIAL, flat=True),
    "blog-after": Variant(MATERIAL, plugins="[search, ROADMAP, BLOG]", blog=True),
    "blog-before": Variant(MATERIAL, plugins="[BLOG, ROADMAP, search]", blog=True),
    "blog-flat": Variant(MATERIAL, plugins="[search, ROADMAP, BLOG]", blog=True, flat=True),
    "properdocs": Variant(MATERIAL, host="properdocs"),
    "properdocs-blog": Variant(MATERIAL, "properdocs", "[search, BLOG, ROADMAP]", blog=True),
}


@pytest.fixture(scope="module", params=VARIANTS.values(), ids=VARIANTS.keys())
def built(request: pytest.FixtureRequest, site: MakeSite) -> Build:
    variant: Variant = request.param
    tree = lab(variant.posts)
    if variant.blog:
        tree["blog/index.md"] = "# Blog\n"
    is_usual = variant == VARIANTS["mkdocs"]  # a process for each host is enough, see test_in_process.py
    made = build(site(tree, variant.config), variant.host, in_own_process=is_usual)
    assert made.code == 0, made.log
    return made


def post(built: Build, name: str) -> str:
    return next(path for path in (f"posts/{name}", f"blog/{name}") if built.has(path))


def test_build_tells_no_warning(built: Build) -> None:
    assert built.told == []


def test_every_link_and_fragment_leads_somewhere(built: Build) -> None:
    assert dead_links(built.site) == []


def test_box_tells_milestone_goal_status_and_place_among_the_posts(built: Build) -> None:
    page = post(built, "second")
    assert "Done Reproduce a detector post 2 of 4 towards Efficient vision" in built.text(page)
    milestone = built.file("roadmap/milestones/reproduce-a-detector")
    assert built.links(page, "Reproduce a detector") == [milestone]
    assert built.file("goals/vision") in built.links(page, "Efficient vision")


def test_box_stands_once_below_the_title(built: Build) -> None:
    text = built.text(post(built, "second"))
    assert text.count("post 2 of 4") == 1
    assert text.index("post 2 of 4") < text.index("It failed.") < text.index("Post 1 of 4")


def test_box_of_a_post_about_two_milestones_tells_both(built: Build) -> None:
    text = built.text(post(built, "both"))
    assert "Active Run on one watt post 2 of 2 towards Efficient vision" in text
    assert "Planned Say when unsure post 1 of 2 towards Honest models" in text


def test_box_of_a_post_that_names_only_a_goal_tells_the_goal(built: Build) -> None:
    page = post(built, "goal-only")
    assert "Active towards Honest models" in built.text(page)
    assert built.file("roadmap/goals/honest-models") in built.links(page, "Honest models")


def test_plain_page_has_no_box(built: Build) -> None:
    assert built.text("about").removesuffix("Back to top").strip() == (
        "About me¶ It began with one post towards this goal." if "¶" in built.text("about")
        else "About me It began with one post towards this goal.")


def test_post_leads_to_the_posts_before_and_after_it(built: Build) -> None:
    page = post(built, "second")
    assert built.links(page, "Post 1 of 4") == [built.file(post(built, "first"))]
    assert built.links(page, "Post 3 of 4") == [built.file(post(built, "third"))]
    assert built.links(post(built, "fourth"), "Post 5 of") == []


def test_post_tells_where_it_is_mentioned(built: Build) -> None:
    text = built.text(post(built, "second"))
    assert "Mentioned in About me It is done" in text
    assert built.links(post(built, "second"), "About me")[-1:] == [built.file("about")]


def test_goal_tells_where_it_is_mentioned(built: Build) -> None:
    assert "Mentioned in" in built.text("goals/vision")
    assert built.file("about") in built.links("goals/vision", "About me")


def test_milestone_page_lists_its_posts_in_order(built: Build) -> None:
    page = "roadmap/milestones/reproduce-a-detector"
    titles = ("How it began", "A bug & a <fix>", "It converges", "It is done")
    assert [built.links(page, title)[:1] for title in titles] == [
        [built.file(post(built, name))] for name in ("first", "second", "third", "fourth")]
    text = built.text(page)
    assert sorted(titles, key=text.index) == list(titles)


def test_milestone_page_tells_what_follows_from_its_posts(built: Build) -> None:
    text = built.text("roadmap/milestones/reproduce-a-detector")
    for fact in ("Done for Efficient vision", "Jan 2026 – Mar 2026", "Makes possible", "The code",
                 "What it changed", "See well on removed: a small chip added: one watt."):
        assert fact in text


def test_relative_evidence_leads_to_what_lies_beside_the_post(built: Build) -> None:
    page = "roadmap/milestones/reproduce-a-detector"
    (paper,) = built.links(page, "The paper")
    assert (built.site.folder / paper).read_text("utf-8") == "Numbers.\n"
    assert built.links(page, "The beginning") == [built.file(post(built, "first"))]


def test_author_written_milestone_page_keeps_its_text_between_the_generated_parts(built: Build) -> None:
    text = built.text("roadmap/milestones/survey")
    parts = ("Dropped", "Others wrote it.", "What is known.", "Read.", "No survey")
    assert sorted(parts, key=text.index) == list(parts)


def test_goal_page_has_its_text_progress_and_history(built: Build) -> None:
    text = built.text("goals/vision")
    for fact in ("See well on one watt.", "1 of 2 milestones done", "by 2029", "Because chips are small.",
                 "Reproduce a detector", "How this goal got sharper", "20 Feb 2026"):
        assert fact in text


def test_board_sorts_milestones_into_now_next_and_done(built: Build) -> None:
    text = built.text("roadmap/board")
    parts = ("Now 1", "Run on one watt", "Next 1", "Say when unsure", "waits for Run on one watt",
             "Done 1", "Reproduce a detector", "1 dropped", "Write a survey", "As of 1 Apr 2026.")
    assert sorted(parts, key=text.index) == list(parts)


def test_overview_sums_up(built: Build) -> None:
    text = built.text("roadmap")
    assert "2 long-term goals, 4 milestones: 1 done, 1 under way, 1 planned, 1 dropped." in text
    assert "As of 1 Apr 2026." in text
    assert text.index("Latest posts") < text.index("On honesty")


def test_timeline_has_a_row_for_each_milestone(built: Build) -> None:
    for title in ("Reproduce a detector", "Run on one watt", "Say when unsure", "Write a survey"):
        assert built.links("roadmap/timeline", title)


def test_navigation_has_map_board_timeline_and_goals_in_this_order(built: Build) -> None:
    files = [link.file for link in built.site.links(built.file(""))]
    wanted = [built.file(path) for path in (
        "roadmap", "roadmap/board", "roadmap/timeline", "goals/vision", "roadmap/goals/honest-models")]
    assert [file for file in dict.fromkeys(files) if file in wanted] == wanted


def test_milestones_stay_out_of_the_navigation(built: Build) -> None:
    assert not [link for link in built.site.links(built.file("")) if "milestones/" in link.file]


def test_private_pages_leave_no_byte(built: Build) -> None:
    for name, content in built.content().items():
        told = f"{name}\n".encode().lower() + content.lower()
        assert not [word for word in PRIVATE if word.encode() in told], name


def test_draft_counts_toward_nothing(built: Build) -> None:
    assert not built.has("roadmap/milestones/unfinished-draft")
    assert "Unfinished draft" not in built.text("roadmap")


def test_post_of_a_later_day_has_not_happened(built: Build) -> None:
    assert "Active for Efficient vision" in built.text("roadmap/milestones/run-on-one-watt")
    assert "Not yet" not in built.text("roadmap/milestones/run-on-one-watt")
    assert "post 3 of" not in built.text(post(built, "future"))


def test_search_finds_goals_and_milestones(built: Build) -> None:
    found = built.search()
    address = {text: path for path, text in found.items() if "Because chips are small." in text}
    assert len(address) == 1
    assert "How this goal got sharper" in next(iter(address))
    watt = [text for path, text in found.items() if "milestones/run-on-one-watt" in path]
    assert any("Needed first" in text for text in watt)


def test_search_finds_neither_boxes_nor_views(built: Build) -> None:
    for path, text in built.search().items():
        for words in ("post 2 of 4", "Post 1 of 4", "As of 1 Apr", "Latest posts"):
            assert words not in text, path


def test_sitemap_lists_the_generated_pages_and_nothing_dead(built: Build) -> None:
    text = (built.site.folder / "sitemap.xml").read_text("utf-8")
    places = [part.partition("</loc>")[0] for part in text.split("<loc>")[1:]]
    files = {link.removeprefix("https://example.org/people/ada/") for link in places}
    files = {f"{file}index.html" if file.endswith("/") or not file else file for file in files}
    assert files <= built.site.files
    assert {built.file("roadmap/board"), built.file("roadmap/milestones/run-on-one-watt")} <= files


def test_generated_page_has_one_first_heading(built: Build) -> None:
    for path, title in (("roadmap", "Roadmap"), ("roadmap/board", "Board"),
                        ("roadmap/milestones/run-on-one-watt", "Run on one watt")):
        found = [text_of(e).rstrip("¶") for e in built.html(path).all("h1")]
        assert found == [title]


def test_ids_are_unique_on_every_page(built: Build) -> None:
    for page in built.site.pages:
        ids = [id for e in built.site.html(page).all() if (id := e.get("id")) and id not in TWICE]
        assert sorted(ids) == sorted(set(ids)), page
