"""Beside mkdocs-redirects, which leads from old addresses to pages, as `redirect_from` does."""

from __future__ import annotations

from click.testing import CliRunner
from conftest import MakeSite
from hosts import HOME, Build, build, config, post
from mkdocs_career_roadmap.cli import cli

from mkdocs_host.neighbours.beside import Beside, Other
from mkdocs_host.test_redirects import moved_from, taken, where_to

REDIRECTS = Other("redirects: {redirect_maps: {old.md: posts/first.md, "
                  "older.md: roadmap/milestones/say-when-unsure.md}}")


class TestRedirects(Beside):
    other = REDIRECTS

    def works(self, made: Build) -> None:
        for old, new in (("old", "posts/first"), ("older", "roadmap/milestones/say-when-unsure")):
            assert made.file(new) in [link.file for link in made.site.links(made.file(old))]


def test_plugin_redirects_works_beside(site: MakeSite) -> None:
    plugins = "[ROADMAP, {redirects: {redirect_maps: {theirs.md: a.md, both.md: index.md}}}]"
    folder = site({**HOME, "a.md": moved_from("[/ours.html, /both/]")}, config(plugins=plugins))
    found = build(folder, strict=False)
    assert where_to(found, "ours.html")[0] == "a/index.html"
    assert found.links("theirs", "new destination") == ["a/index.html"]
    assert found.links("both", "new destination") == ["index.html"]
    assert found.problems == [taken("both/index.html", at="a.md:2:29")]


def test_redirect_over_a_page_of_the_roadmap_is_told_by_both_and_the_page_stays(site: MakeSite) -> None:
    plugins = ("[ROADMAP, {redirects: {redirect_maps: {roadmap/board.md: index.md, a.md: index.md, "
               "old.md: a.md, index.md: a.md}}}]")
    folder = site({**HOME, "a.md": post()}, config(plugins=plugins))
    found = build(folder, strict=False)
    assert "Reproduce it" in found.text("roadmap/board")
    assert "Words." in found.text("a")
    assert found.links("old", "new destination") == ["a/index.html"]
    assert found.problems == [
        f"docs/{path}:1:1: warning: redirect_maps leads from {path!r} to 'index.md', but the roadmap has a "
        "page there, which stays; take this line out of redirect_maps [redirect-conflict]"
        for path in ("a.md", "roadmap/board.md")]
    checked = CliRunner().invoke(cli, ["check", str(folder)])
    assert [line.partition("docs/")[2] for line in checked.stdout.splitlines()] == [
        line.partition("docs/")[2] for line in found.problems]
