"""What the plugin needs of MkDocs and of mkdocs.yml is told, and never by a traceback."""

from __future__ import annotations

import re

from conftest import MakeSite
from hosts import HOME, build, config, post
from lab import lab

from mkdocs_host.test_serve import serving


def test_listed_twice_is_told_with_the_file_and_the_fix(site: MakeSite) -> None:
    made = build(site(HOME, config(plugins="[ROADMAP, search, ROADMAP]")), strict=False)
    assert made.code == 1
    assert "Traceback" not in made.log
    (told,) = made.problems
    assert re.fullmatch(r".* stands more than once in the plugins of (.*/)?mkdocs\.yml; keep one .*", told)


def test_listed_twice_but_switched_on_once_is_fine(site: MakeSite) -> None:
    twice = "[career-roadmap: {enabled: false}, search, ROADMAP]"
    made = build(site(lab(), config(plugins=twice)), strict=False)
    assert (made.code, made.problems) == (0, [])
    assert "post 2 of 4" in made.text("posts/second")


def test_listed_twice_in_a_preview_is_told_and_counts_once(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": post()}, config(plugins="[search, ROADMAP, ROADMAP]"))
    with serving(folder) as server:
        assert "ERROR   -  career-roadmap: career-roadmap stands more than once" in server.log
        assert server.text("a/").count("post 1 of 1") == 1
        server.answers("roadmap/board/")
