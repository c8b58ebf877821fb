"""Material's instant navigation: pages change without a reload, and the map works on each of them."""

from __future__ import annotations

from playwright.sync_api import Page

from browser.conftest import Sites, Visitor, go_instant
from browser.test_map import NOTHING, TRACED, chain, lines

# What to click, from where one is, and where that leads; a step back leads where one came from.
STEPS = (
    (".cr-map .cr-to", "milestone"),
    ("ol.cr-posts a", "post"),
    (".cr-state .cr-facts a", "goal"),
    (".cr-rail .cr-name >> nth=1", "milestone"),
    (None, "goal"),
    (None, "post"),
    (".cr-state .cr-name", "milestone"),
    (".cr-state a", "goal"),
    (".md-tabs__link >> text=Roadmap", "overview"),
    (".cr-map .cr-head a", "goal"),
    (None, "overview"),
    (".cr-tabs a >> nth=1", "board"),
    (".cr-cards .cr-name", "milestone"),
    (None, "board"),
    (".cr-tabs a >> nth=0", "overview"),
    (".cr-trio a", "milestone"),
    (None, "overview"),
    (".cr-tabs a >> nth=2", "timeline"),
    (".cr-who a", "milestone"),
    (None, "timeline"),
    (None, "overview"),
    (".cr-posts a", "post"),
    (None, "overview"),
)


def assert_tracing_works(page: Page) -> None:
    edges = lines(page)
    card = page.locator(f'.cr-node[data-n="{edges[0].split()[0]}"]')
    card.hover()
    assert page.evaluate(TRACED) == chain(edges, str(card.get_attribute("data-n")))
    page.mouse.move(1, 1)
    assert page.evaluate(TRACED) == NOTHING


def test_clicks_and_steps_back_never_reload_the_page_and_the_map_still_traces(
    visitor: Visitor, sites: Sites
) -> None:
    page = visitor.page()
    go_instant(page, sites["demo"]["overview"])
    page.evaluate("window.marker = 'as it was'")
    assert_tracing_works(page)
    for click, kind in STEPS:
        page.evaluate("document.querySelector('article').dataset.old = ''")
        if click is None:
            page.go_back()
        else:
            page.locator(click).first.click()
        page.wait_for_selector(f"article:not([data-old]) .cr-{kind}", state="attached")
        assert page.evaluate("window.marker") == "as it was", f"{click} to {kind} reloaded the page"
        assert page.locator("article").count() == 1
        if kind == "overview":
            assert_tracing_works(page)
    assert visitor.complaints == []
