"""Beside Material's plugin meta, which gives front matter to all pages of a folder."""

from __future__ import annotations

from conftest import MakeSite
from hosts import HOME, build, config


def test_page_that_is_private_by_the_meta_plugin_is_an_error(site: MakeSite) -> None:
    files = {**HOME, "notes/a.md": "A diary.\n", "notes/.meta.yml": "visibility: private\n"}
    made = build(site(files, config(theme="material", plugins="[search, meta, ROADMAP]")), strict=False)
    assert made.code == 1
    assert made.problems[0].startswith(
        "docs/notes/a.md:1:1: error: visibility says private, but not in the front ")
