"""What a site has besides its pages."""

from __future__ import annotations

import pytest
from mkdocs_career_roadmap.authoring.scaffold import REBUILD, WORKFLOW, template
from mkdocs_career_roadmap.new_site.config import FEED_PACKAGE, Blog
from mkdocs_career_roadmap.new_site.frame import SiteName, frame, frame_of_pages
from mkdocs_career_roadmap.new_site.maths import SCRIPT
from mkdocs_career_roadmap.new_site.menu import Item
from mkdocs_career_roadmap.new_site.parts import SiteParts
from mkdocs_career_roadmap.new_site.report import REPORT

NAMED = SiteName("Wings", "Of birds.", "https://birds.example/")
USUAL = {"mkdocs.yml", "requirements.txt", ".gitignore", WORKFLOW, REBUILD, "docs/index.md"}


@pytest.mark.parametrize(("folder", "menu", "lists", "pages"), [
    (".", [], [], {"docs/index.md": "# Wings\n\nOf birds.\n"}),
    (".", [Item("Home", "index.md")], ["/", "/page/2/", "/old/", "/page/2/"], {
        "docs/index.md": '---\nredirect_from:\n  - "/page/2/"\n  - "/old/"\n---\n# Wings\n\nOf birds.\n'}),
    ("blog", [], ["/blog/", "/old/"], {
        "docs/index.md": "# Wings\n\nOf birds.\n\n[All posts](blog/index.md)\n",
        "docs/blog/index.md": '---\nredirect_from:\n  - "/old/"\n---\n# Wings\n\nOf birds.\n'}),
    ("a/b", [Item("All", "", (Item("Written", "a/b/index.md"),))], ["/a/b/"], {
        "docs/index.md": "# Wings\n\nOf birds.\n\n[All posts](a/b/index.md)\n",
        "docs/a/b/index.md": "# Written\n"}),
])
def test_the_page_of_posts_has_its_title_and_the_addresses_of_old_lists(
    folder: str, menu: list[Item], lists: list[str], pages: dict[str, str]
) -> None:
    made = frame(NAMED, Blog(folder), [], SiteParts(), menu, lists)
    assert {path: text for path, text in made.items() if path.startswith("docs/")} == pages
    assert made.keys() == USUAL | pages.keys()


def test_a_site_that_says_nothing_of_itself_has_its_name_alone() -> None:
    made = frame(SiteName("Wings", "", ""), Blog(), [], SiteParts(), [])
    assert made["docs/index.md"] == "# Wings\n"


def test_a_site_has_what_it_asks_for() -> None:
    plain = frame(NAMED, Blog(), [], SiteParts(), [])
    more = frame(NAMED, Blog(has_maths=True), [], SiteParts(feed="feed.xml"), [])
    assert plain["requirements.txt"] == template("requirements.txt")
    assert more["requirements.txt"] == f"{template('requirements.txt')}{FEED_PACKAGE}\n"
    assert more.keys() - plain.keys() == {SCRIPT}
    assert "MathJax" in more[SCRIPT]
    assert "site_name: Wings\n" in plain["mkdocs.yml"]
    assert "Of birds." in plain["mkdocs.yml"]
    assert "https://birds.example/" in plain["mkdocs.yml"]


def test_its_workflow_knows_the_dead_links_of_the_report() -> None:
    for made in (frame(NAMED, Blog(), [], SiteParts(), []),
                 frame_of_pages(NAMED, [], has_tags=False, has_maths=False)):
        assert f"check --site site --known {REPORT}" in made[WORKFLOW]
        assert made[WORKFLOW].replace(f" --known {REPORT}", "") == template("site.yml")
        assert made[REBUILD] == template("rebuild.yml")
        assert made[".gitignore"] == template("gitignore.txt")
        assert made["requirements.txt"] == template("requirements.txt")


def test_a_site_of_pages_has_no_blog() -> None:
    made = frame_of_pages(NAMED, ["footnotes"], has_tags=True, has_maths=True)
    assert made.keys() == USUAL | {SCRIPT}
    assert made["docs/index.md"] == "# Wings\n"
    config = made["mkdocs.yml"]
    assert "footnotes" in config
    assert "- blog" not in config
    assert "- tags" in config
    plain = frame_of_pages(NAMED, [], has_tags=False, has_maths=False)
    assert plain.keys() == USUAL
    assert "- tags" not in plain["mkdocs.yml"]
    assert SCRIPT.removeprefix("docs/") in config
    assert SCRIPT.removeprefix("docs/") not in plain["mkdocs.yml"]
