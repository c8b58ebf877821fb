"""Nothing sticks out and nothing is cut off, on any width, in print and with wide letters."""

from __future__ import annotations

import pytest
from depth import PROFILE
from playwright.sync_api import Page

from browser.conftest import Sites, Visitor, go, resize
from browser.sites import KINDS, SITES

_EVERY = PROFILE == "full"
WIDTHS = [(width, 1) for width in ((320, 390, 768, 1024, 1220, 1400, 1920) if _EVERY else (320, 768, 1400))]
ZOOMED = [(width // 2, 2) for width in ((768, 1024, 1400) if _EVERY else (1024,))]
"""What 200 % makes of a tablet, a small and a large screen."""
A4 = 718
"""Pixels between margins of 1 cm."""

WIDE_LETTERS = """
    .career-roadmap, .career-roadmap * {
        line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    .career-roadmap p { margin-bottom: 2em !important }
"""
"""The spacing that WCAG 1.4.12 lets a reader ask for."""

_STICKS_OUT = """
    () => {
        const root = document.documentElement, found = [];
        const parts = document.querySelectorAll(".career-roadmap");
        const isTooWide = () => root.scrollWidth > root.clientWidth;
        if (isTooWide()) {
            const width = root.scrollWidth;
            for (const part of parts) part.style.display = "none";
            if (!isTooWide()) found.push(`page: ${width} px`);  // else it is the theme's doing
            for (const part of parts) part.style.display = "";
        }
        const cut = ".cr-vh, .cr-text, .cr-head > :first-child";  // cut on purpose
        const boxes = ".career-roadmap, .cr-box, .cr-card, .cr-column, .cr-turn a, .cr-empty, .cr-canvas";
        for (const part of parts) {
            const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
            while (words.nextNode()) {
                const text = words.currentNode, holder = text.parentElement;
                if (!text.data.trim() || !holder.checkVisibility() || holder.closest(cut)) continue;
                const range = document.createRange();
                range.selectNodeContents(text);
                const is = range.getBoundingClientRect();
                const scroller = holder.closest("pre");  // may be scrolled
                for (let box = scroller ?? holder; box !== part.parentElement; box = box.parentElement) {
                    const style = getComputedStyle(box);
                    const scrolls = box === scroller || box.matches(".cr-map");
                    const hides = style.overflowX !== "visible" && !scrolls;
                    if (!hides && !box.matches(boxes)) continue;
                    const may = box.getBoundingClientRect();
                    const inside = scroller ? scroller.getBoundingClientRect() : is;
                    if (inside.left < may.left - 1 || inside.right > may.right + 1
                            || hides && (inside.top < may.top - 1 || inside.bottom > may.bottom + 1))
                        found.push(`${text.data.trim()} of .${holder.className} out of .${box.className}`);
                    if (box.matches(".cr-canvas")) break;  // the map may be scrolled
                }
            }
        }
        return found;
    }
"""


def sticking_out(page: Page) -> list[str]:
    """Return what is wider than the page, and each text of ours that leaves its box."""
    found: list[str] = page.evaluate(_STICKS_OUT)
    return found


@pytest.mark.parametrize("site", SITES)
def test_nothing_sticks_out_on_any_width(visitor: Visitor, sites: Sites, site: str) -> None:
    page = visitor.page()
    found = []
    for kind in sites[site].pages:
        go(page, sites[site][kind])
        for width, zoom in WIDTHS + ZOOMED:
            resize(page, width, zoom=zoom)
            assert page.evaluate("[innerWidth, devicePixelRatio]") == [width, zoom]
            found += [f"{kind}, {width} px: {what}" for what in sticking_out(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("site", ["demo", "plain", "corners"])
def test_wide_letters_are_not_cut_off(visitor: Visitor, sites: Sites, site: str) -> None:
    page = visitor.page()
    found = []
    for kind in sites[site].pages:
        go(page, sites[site][kind])
        page.add_style_tag(content=WIDE_LETTERS)
        for width in (320, 768, 1400) if _EVERY else (320,):
            resize(page, width)
            found += [f"{kind}, {width} px: {what}" for what in sticking_out(page)]
    assert not found, "\n".join(found)


def test_text_that_sticks_out_would_be_found(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page(390)
    go(page, sites["demo"]["board"])
    assert sticking_out(page) == []
    page.add_style_tag(content=".career-roadmap .cr-name { white-space: nowrap; letter-spacing: 1em }")
    assert any("out of .cr-card" in what for what in sticking_out(page))
    assert any(what.startswith("page: ") for what in sticking_out(page))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("site", ["demo", "plain"])
def test_printed_page_has_everything_but_the_tabs(
    visitor: Visitor, sites: Sites, site: str, kind: str
) -> None:
    page = visitor.page(A4)
    page.emulate_media(media="print")
    go(page, sites[site][kind])
    assert sticking_out(page) == []
    assert page.locator(".cr-tabs:visible").count() == 0
    hidden = page.evaluate("""
        () => [...document.querySelectorAll(
                ".career-roadmap :is(.cr-card, .cr-status, .cr-name, .cr-to, details li)")]
            .filter((e) => e.closest(".cr-map, .cr-rails")?.checkVisibility() ?? true)  // one of them shows
            .filter((e) => !e.checkVisibility() || !e.getClientRects().length)
            .map((e) => `${e.className}: ${e.textContent}`)
    """)
    assert hidden == []
    if kind == "overview":
        assert page.locator(":is(.cr-map, .cr-rails):visible").count() == 1
