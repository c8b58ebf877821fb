"""Beside mkdocs-awesome-nav, which makes the navigation."""

from __future__ import annotations

from crawl import text_of
from hosts import Build

from mkdocs_host.neighbours.beside import Beside, Other

AWESOME_NAV = Other("awesome-nav", tree={
    ".nav.yml": "nav:\n  - Who I am: about.md\n  - index.md\n  - '*'\n"})


class TestAwesomeNav(Beside):
    other = AWESOME_NAV

    def works(self, made: Build) -> None:
        titles = [text_of(e) for e in made.html("about").all("a") if e.get("href") in ("./", "about.html")]
        assert "Who I am" in titles
