"""Beside mkdocs-macros, which takes the text of every page for a template."""

from __future__ import annotations

from crawl import text_of
from hosts import Build

from mkdocs_host.neighbours.beside import BesideOddPages, Other

MACROS = Other("macros", tree={
    "sum.md": "# Sum\n\n1 + 1 is {{ 1 + 1 }}.\n",
    "posts/future.md": "---\ntitle: '{{ 6 * 7 }}'\ndate: 2026-03-28\ngoal: 'Goal {{ 6 * 7 }}'\n"
                       "milestone: 'Reach {{ 6 * 7 }}'\n---\nWords.\n"})


class TestMacros(BesideOddPages):
    other = MACROS

    def works(self, made: Build) -> None:
        assert "1 + 1 is 2." in made.text("sum")
        page = made.html("roadmap/milestones/reach--6--7")  # a name is no template
        assert [text_of(e) for tag in ("title", "h1") for e in page.all(tag)] == [
            "Reach {{ 6 * 7 }} - Ada", "Reach {{ 6 * 7 }}"]
        assert "Goal {{ 6 * 7 }}" in made.text("roadmap/milestones/reach--6--7")
        assert "Reach {{ 6 * 7 }}" in made.text("roadmap/board")
