"""The map by keyboard and by pointer."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest
from depth import some
from playwright.sync_api import Page

from browser.conftest import Sites, Visitor, go

_PLACES = """
    () => [...document.querySelectorAll(".cr-map section")].map((lane) => ({
        heads: [...lane.querySelectorAll("h3 a")].map((link) => link.href),
        cards: [...lane.querySelectorAll(".cr-node")].map((card) => {
            const {left, right, top} = card.getBoundingClientRect();
            return {name: card.dataset.n, left, right, top, text: card.querySelector(".cr-text").textContent};
        }),
    }))
"""
_FOCUSED = """
    () => {
        const at = document.activeElement;
        return {
            inside: !!at.closest(".cr-map"), name: at.closest(".cr-node")?.dataset.n ?? at.href,
        };
    }
"""


def tabbed(page: Page, start: str) -> list[dict[str, Any]]:
    """Return what is focused, one after the other, inside the map, by the tabulator from `start`."""
    page.locator(start).first.focus()
    found: list[dict[str, Any]] = []
    while True:
        page.keyboard.press("Tab")
        at = page.evaluate(_FOCUSED)
        if not at["inside"]:
            return found
        found.append(at)


def lanes(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(_PLACES)
    return found


@pytest.mark.parametrize("site", some(["corners", "plain", "rtl", "demo"], 2))
def test_tab_goes_lane_by_lane_in_reading_order_to_every_card_once(
    visitor: Visitor, sites: Sites, site: str
) -> None:
    page = visitor.page()
    go(page, sites[site]["overview"])
    expected = []
    for lane in lanes(page):
        expected += lane["heads"]
        in_order = sorted(lane["cards"], key=lambda card: (
            -round(card["right"]) if site == "rtl" else round(card["left"]), card["top"]))
        expected += [card["name"] for card in in_order]
    # The parts inside a card come after its own link.
    visited = [name for name, _ in groupby(at["name"] for at in tabbed(page, ".cr-map"))]
    assert len(visited) > 10
    assert visited == expected


LINES = """
    (e) => {
        const words = document.createRange();
        words.selectNodeContents(e);
        const shown = e.getBoundingClientRect(), tops = new Set();
        for (const box of words.getClientRects())
            if (box.bottom <= shown.bottom + 1 && box.width > 2) tops.add(Math.round(box.bottom / 6));
        return tops.size;
    }
"""


HIDDEN = "(e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1"
NAMES = {".cr-node": ".cr-text", ".cr-head": ":is(a, span):first-child:not(small *)", ".cr-card": ".cr-short"}
MORE = "(all) => all.forEach((e) => e.append(' and then some more words, for which there is no room at all'))"


@pytest.mark.parametrize(("site", "kind", "holder"), some([
    ("demo", "overview", ".cr-node"), ("corners", "overview", ".cr-node"), ("rtl", "overview", ".cr-head"),
    ("corners", "overview", ".cr-head"), ("demo", "board", ".cr-card"), ("plain", "board", ".cr-card")],
    2, first=1))
def test_a_long_name_has_three_lines_and_all_of_them_for_pointer_and_keyboard(
    visitor: Visitor, sites: Sites, site: str, kind: str, holder: str
) -> None:
    page = visitor.page()
    go(page, sites[site][kind])
    held = page.locator(f"{holder}:has(a)", has=page.locator(NAMES[holder])).locator("visible=true")
    held.locator(NAMES[holder]).evaluate_all(MORE)
    for one in some(held.all(), 5):
        texts = [text for text in one.locator(NAMES[holder]).all() if text.is_visible()]
        page.mouse.move(1, 1)
        assert all(text.evaluate(LINES) >= 3 for text in texts)
        one.locator("a").first.focus()
        assert not texts[0].evaluate(HIDDEN)
        page.evaluate("document.activeElement.blur()")
        one.hover(position={"x": 3, "y": 3})
        assert not texts[0].evaluate(HIDDEN)
    assert held.count() > 1


TRACED = """
    () => {
        const names = (selector) =>
            [...document.querySelectorAll(selector)].map((e) => e.dataset.n ?? e.dataset.e).sort();
        return {
            tracing: !!document.querySelector(".cr-map.cr-tracing"),
            cards: names(".cr-node.cr-traced"),
            lines: names("g.cr-traced"),
        };
    }
"""
NOTHING = {"tracing": False, "cards": [], "lines": []}


def chain(lines: list[str], start: str) -> dict[str, Any]:
    """Return what is to be traced from a card: all it needed and all that needs it, near and far."""
    edges = [tuple(line.split()) for line in lines]

    def reached(forwards: bool) -> tuple[set[str], set[str]]:
        cards, ways = {start}, set()
        while True:
            found = {f"{a} {b}" for a, b in edges if (a if forwards else b) in cards}
            if found == ways:
                return cards, ways
            ways = found
            cards |= {way.split()[forwards] for way in ways}

    (before, ways_before), (after, ways_after) = reached(False), reached(True)
    if len(before | after) == 1:
        return NOTHING
    return {"tracing": True, "cards": sorted(before | after), "lines": sorted(ways_before | ways_after)}


def lines(page: Page) -> list[str]:
    found: list[str] = page.locator(".cr-map g").evaluate_all("(all) => all.map((g) => g.dataset.e)")
    return found


@pytest.mark.parametrize("site", some(["corners", "demo"], 2))
def test_hovering_or_focusing_a_card_traces_its_chain_until_one_leaves(
    visitor: Visitor, sites: Sites, site: str
) -> None:
    page = visitor.page()
    go(page, sites[site]["overview"])
    edges = lines(page)
    assert edges
    cards = page.locator(".cr-node")
    seen = []
    for n in range(cards.count()):
        card = cards.nth(n)
        expected = chain(edges, str(card.get_attribute("data-n")))
        seen.append(expected["tracing"])
        card.hover()
        assert page.evaluate(TRACED) == expected
        page.mouse.move(1, 1)
        assert page.evaluate(TRACED) == NOTHING
        card.locator(".cr-to").focus()
        assert page.evaluate(TRACED) == expected
        page.locator(".cr-tabs a").first.focus()
        assert page.evaluate(TRACED) == NOTHING
    assert any(seen)


def test_tracing_stays_within_its_own_map(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    go(page, sites["corners"]["overview"])
    page.evaluate("const map = document.querySelector('.cr-map'); map.after(map.cloneNode(true))")
    for map, other in (0, 1), (1, 0):
        page.locator(".cr-map").nth(map).locator(".cr-node").first.hover()
        assert page.locator(".cr-map").nth(map).locator(".cr-traced").count() > 0
        assert page.locator(".cr-map").nth(other).locator(".cr-traced").count() == 0


CUT = """
    () => [...document.querySelectorAll(".cr-map section:not(.cr-over) > .cr-head")].filter((head) =>
        head.scrollHeight > head.clientHeight + 1).map((head) => head.textContent)
"""


@pytest.mark.parametrize("site", ["demo", "plain", "corners", "rtl"])
def test_every_lane_is_as_high_as_what_is_said_of_its_goal(
    visitor: Visitor, sites: Sites, site: str
) -> None:
    page = visitor.page()
    go(page, sites[site]["overview"])
    page.add_style_tag(content=".cr-map section { content-visibility: visible !important }")
    assert page.evaluate(CUT) == []
    page.add_style_tag(content=".cr-map section { --t: 3em !important }")
    assert page.evaluate(CUT) != []
