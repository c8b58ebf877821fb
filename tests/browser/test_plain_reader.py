"""What reaches a reader: few bytes; and what a browser complains of reaches us."""

from __future__ import annotations

import gzip
import re

import pytest
from mkdocs_career_roadmap.pages.render import TEMPLATES

from browser.conftest import Sites, Visitor, go

KB = 1000
BUDGET = {"career-roadmap.css": (20 * KB, 5 * KB), "career-roadmap.js": (10 * KB, 4 * KB)}
"""The size of each file, as it is and compressed, at most. The stylesheet goes out as it is written, comments
and all; what only a map or a timeline needs stands beside its template and goes out with it.
"""
MAP_BUDGET = 14 * KB
"""Of the demo's map, which has fourteen milestones."""


def test_complaints_are_noticed(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    go(page, sites["demo"]["overview"])
    page.evaluate("console.warn('careful')")
    with page.expect_event("requestfailed"):
        page.evaluate("new Image().src = 'http://nowhere.invalid/x.png'")
    with page.expect_event("pageerror"):
        page.evaluate("setTimeout(() => { throw new Error('wrong') })")
    assert "warning: careful" in visitor.complaints
    assert "another host: http://nowhere.invalid/x.png" in visitor.complaints
    assert "error: wrong" in visitor.complaints


@pytest.mark.parametrize(("file", "most", "most_compressed"), [(f, *most) for f, most in BUDGET.items()])
def test_file_is_within_its_budget(sites: Sites, file: str, most: float, most_compressed: float) -> None:
    content = (sites["demo"].folder / "assets" / file).read_bytes()
    compressed = len(gzip.compress(content, 9, mtime=0))
    print(f"{file}: {len(content)} bytes, {compressed} compressed")
    assert len(content) <= most
    assert compressed <= most_compressed


@pytest.mark.parametrize("name", ["map", "timeline"])
def test_what_a_drawing_alone_needs_goes_out_with_it(sites: Sites, name: str) -> None:
    style = (TEMPLATES / f"career-roadmap/{name}.css").read_bytes()
    assert len(style) <= 5.5 * KB
    assert len(gzip.compress(style, 9, mtime=0)) <= 1.7 * KB
    pages = {"map": "overview", "timeline": "timeline"}
    assert {kind for kind in ("overview", "timeline", "post", "board")
            if f"<style>\n{style.decode().rstrip()}" in sites["demo"].html(kind)} == {pages[name]}


def map_of(html: str) -> str:
    """Return the element `div.cr-map` of a page, as it is written."""
    start = html.index('<div class="cr-map"')
    depth = 0
    for tag in re.finditer(r"<(/?)div\b[^>]*>", html[start:]):
        depth += -1 if tag[1] else 1
        if not depth:
            return html[start : start + tag.end()]
    raise ValueError("the map is not closed")


def test_map_is_within_its_budget(sites: Sites) -> None:
    drawn = map_of(sites["demo"].html("overview"))
    print(f"map: {len(drawn.encode())} bytes, {drawn.count('data-n=')} cards")
    assert drawn.count("data-n=") >= 14
    assert len(drawn.encode()) <= MAP_BUDGET
