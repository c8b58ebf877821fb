"""What sticks out of its box, and what a printed page leaves out."""

from __future__ import annotations

from playwright.sync_api import Page

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
        // Cut on purpose.
        const cut = ".cr-vh, .cr-icon, .cr-text, .cr-head > :first-child, .cr-node small, .cr-node li, " +
            ".cr-short";
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


_NOT_PRINTED = """
    () => [...document.querySelectorAll(
            ".career-roadmap :is(.cr-card, .cr-status, .cr-name, .cr-to, details li)")]
        .filter((e) => !e.closest(".cr-filter, .cr-story"))  // ways to see some of it, as tabs are
        .filter((e) => e.closest(".cr-map, .cr-rails")?.checkVisibility() ?? true)  // one of them shows
        .filter((e) => !e.checkVisibility() || !e.getClientRects().length)
        .map((e) => `${e.className}: ${e.textContent}`)
"""


def not_printed(page: Page) -> list[str]:
    """Return what of ours a page does not show, be it hidden or without a size."""
    found: list[str] = page.evaluate(_NOT_PRINTED)
    return found


_TINY = """(least) => {
  const found = new Set();
  for (const ours of document.querySelectorAll(".career-roadmap")) {
    const texts = document.createTreeWalker(ours, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      const shows = parent.getClientRects().length && !parent.closest(".cr-vh, [aria-hidden=true]");
      if (size < least && text.data.trim() && shows)
        found.add(`${parent.tagName} ${parent.className} ${size}: ${text.data.trim()}`);
    }
  }
  return [...found];
}"""
_LEVELS = """() => [...document.querySelectorAll(":is(h1, h2, h3, h4, h5, h6)")].filter(
    (e) => e.getClientRects().length && (e.closest("article, [role=main], .career-roadmap"))
  ).map((e) => Number(e.tagName[1]))"""
_SMALL = """() => [...document.querySelectorAll(".career-roadmap :is(a[href], summary, button, input)")]
  .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.closest("[popover]"))
  .filter((e) => getComputedStyle(e).display !== "inline")  // a link within a text is as high as the text
  .map((e) => [e.getBoundingClientRect(), e])
  .filter(([box]) => box.width < 23.9 || box.height < 23.9)
  .map(([box, e]) => `${Math.round(box.width)} x ${box.height.toFixed(1)}: ${e.textContent.trim()}`)"""


def tiny(page: Page, least: float = 12) -> list[str]:
    """Return the texts of ours that are smaller than so many CSS pixels, each with what it is in."""
    found: list[str] = page.evaluate(_TINY, least - 0.05)  # sizes in em are rounded
    return found


def heading_levels(page: Page) -> list[int]:
    """Return the levels of the headings that show on the page, its author's and ours, in order."""
    levels: list[int] = page.evaluate(_LEVELS)
    return levels


def small_targets(page: Page) -> list[str]:
    """Return what one may hit of ours that is smaller than 24 CSS pixels, and no link within a text."""
    found: list[str] = page.evaluate(_SMALL)
    return found
