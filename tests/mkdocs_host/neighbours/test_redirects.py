"""Beside mkdocs-redirects, which leads from old addresses to pages, as `redirect_from` does."""

from __future__ import annotations

from conftest import MakeSite
from hosts import HOME, Build, build, config

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
