"""Names, titles and sentences that would run in a reader's browser if anything printed them as they are."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page

from browser.conftest import Sites, Visitor, go
from browser.sites import BAIT, Served

_RAN = "() => window.pwned !== undefined"
_ARMED = r"""
    () => [...document.querySelectorAll(".career-roadmap, .career-roadmap *")].filter(
        (e) => e.matches("script, img, iframe, object, embed, form, style")
            || [...e.attributes].some(
                (a) => a.name.startsWith("on") || /^\s*(javascript|data):/i.test(a.value))
    ).map((e) => e.outerHTML)
"""


def addresses(site: Served) -> list[str]:
    pages = sorted(file.relative_to(site.folder).as_posix() for file in site.folder.rglob("index.html"))
    return [page.removesuffix("index.html") for page in pages]


def visit(page: Page, site: Served, address: str) -> None:
    go(page, site[address])
    for card in page.locator(".cr-node:visible").all():
        card.hover()


@pytest.mark.parametrize("name", ["baited", "baited-plain"])
def test_nothing_of_ours_runs(visitor: Visitor, sites: Sites, name: str) -> None:
    site, page = sites[name], visitor.page()
    visited = addresses(site)
    assert len(visited) >= 12
    for address in visited:
        visit(page, site, address)
        assert page.evaluate(_ARMED) == [], address
        assert page.locator(".career-roadmap").count(), address
        assert not page.evaluate(_RAN), address


def test_what_would_run_is_shown_as_it_was_written(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    go(page, sites["baited"]["overview"])
    text = page.locator(".career-roadmap").inner_text()
    for written in (BAIT, '"Quoted" <b onmouseover="window.pwned=1">name</b> & {{ 7*7 }} {% raw %}',
                    'javascript:window.pwned=1//"><svg onload=window.pwned=1>', f"Sharper {BAIT}"):
        assert written in text


@pytest.mark.parametrize("name", ["baited", "baited-plain"])
def test_search_index_holds_nothing_of_ours_that_runs(sites: Sites, name: str) -> None:
    index = json.loads((sites[name].folder / "search/search_index.json").read_text("utf-8"))
    ours = [doc for doc in index["docs"] if doc["location"].startswith("roadmap/")]
    texts = [doc["title"] + doc["text"] for doc in ours]
    assert any("window.pwned" in text for text in texts)
    if name == "baited":  # Material reads them as HTML
        assert not any(re.search(r"<(img|script|svg|b)\b", text) for text in texts)


@pytest.mark.parametrize(("name", "address"), [
    ("baited", "posts/a/"),
    ("baited", "posts/bare/"),
    ("baited-nav", "roadmap/"),
    ("baited-nav-plain", "roadmap/"),
])
def test_nothing_of_the_theme_runs(visitor: Visitor, sites: Sites, name: str, address: str) -> None:
    page = visitor.page()
    visit(page, sites[name], address)
    assert not page.evaluate(_RAN)
