"""Beside mkdocs-print-site, which puts all pages onto one, to be printed."""

from __future__ import annotations

from conftest import MakeSite
from hosts import build, config
from lab import lab

from mkdocs_host.neighbours.beside import EMBEDDED


def test_printed_site_has_the_map_the_board_boxes_and_blocks(site: MakeSite) -> None:
    plugins = "[ROADMAP, print-site]"  # which must be the last
    made = build(site({**lab(), "embedded.md": EMBEDDED}, config(theme="material", plugins=plugins)),
                 strict=False)  # it warns of a post whose title is no heading
    assert (made.code, made.problems) == (0, []), made.log
    printed = made.html("print_page")
    classes = {name for element in printed.all() for name in (element.get("class") or "").split()}
    assert {"cr-map", "cr-board", "cr-on-post", "cr-block"} <= classes
    assert "post 2 of 4" in printed.text
