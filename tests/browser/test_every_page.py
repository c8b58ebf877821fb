"""What holds on every page of every site: each is loaded once, and then asked everything.

Nothing sticks out and nothing is cut off, on any width, in print and with wide letters; axe-core finds
nothing in either palette; the focus shows; there is one title, no complaint of the browser and no other
host; and all of it is there without JavaScript.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from depth import IS_FULL, some, turn
from playwright.sync_api import ElementHandle, Page

from browser.axe import OF_ALL, OF_COLOUR, violations
from browser.conftest import EVERY_PAGE, Sites, Visitor, go, pages_with_home, resize, set_palette, zoomed
from browser.layout import WIDE_LETTERS, heading_levels, not_printed, small_targets, sticking_out, tiny
from browser.sites import SITES, pages_of
from browser.tabs import Tabs

WIDE = 1400
NARROW = (320, 1)
"""A width in CSS pixels, and how many pixels of the screen each has."""
WIDER = ((768, 1), (WIDE, 1), (512, 2))
ALL_WIDTHS = [(width // 2, 2) for width in (768, 1024, WIDE)] + [
    (width, 1) for width in (320, 390, 768, 1024, 1220, WIDE, 1920)]
"""The first ones are what 200 % makes of a tablet, a small and a large screen."""
A4 = 718
"""Pixels between margins of 1 cm."""
OURS = ".career-roadmap"
AXE_WIDTHS = (390, 768, WIDE)
AXE_AT = {"demo": (WIDE, 390), "corners": (390, WIDE), "empty": (390, WIDE), "plain": (WIDE, 390)}
"""The width at which axe-core looks at all of a page, and that for its colours in the dark."""


@dataclass(frozen=True)
class Visit:
    """A page that was opened, 1400 pixels wide; a test that needs another width sees to it and leaves it."""

    site: str
    kind: str
    page: Page
    complaints: list[str]
    """What the browser said while it was opened."""

    @property
    def number(self) -> int:
        """Another one for each page of a site, and for pages of one kind on sites that follow each other."""
        return [*SITES].index(self.site) + pages_with_home(self.site).index((self.site, self.kind))


class Guide:
    """Opens one page after the other, and again without JavaScript."""

    def __init__(self, visitor: Visitor, sites: Sites) -> None:
        self._visitor = visitor
        self._sites = sites
        self._page = visitor.page(WIDE)
        self._page_without_javascript = visitor.page(WIDE, java_script_enabled=False)
        self._visit: Visit | None = None

    def visit(self, site: str, kind: str) -> Visit:
        """Return the page as the test before left it, if it was of this page; else open it."""
        if not self._visit or (site, kind) != (self._visit.site, self._visit.kind):
            self._visit = None
            self._visitor.complaints.clear()
            self._page.set_viewport_size({"width": WIDE, "height": 900})
            go(self._page, self._sites[site][kind])
            self._visit = Visit(site, kind, self._page, [*self._visitor.complaints])
        return self._visit

    def without_javascript(self, site: str, kind: str) -> tuple[list[str], list[str]]:
        """Return the texts of a page, and what the browser said when it opened it without JavaScript."""
        self._visitor.complaints.clear()
        self._page_without_javascript.goto(self._sites[site][kind], wait_until="load")
        return texts(self._page_without_javascript), [*self._visitor.complaints]


@pytest.fixture(scope="module")
def guide(tabs: Tabs, sites: Sites) -> Iterator[Guide]:
    visitor = Visitor(tabs)
    yield Guide(visitor, sites)
    visitor.close()


@pytest.fixture
def visit(request: pytest.FixtureRequest, guide: Guide) -> Visit:
    """Open a page. `browser.conftest` lets all tests of one follow each other."""
    return guide.visit(*request.param)


def on(pages: list[tuple[str, str]]) -> pytest.MarkDecorator:
    """Try a test on these pages, given as site and kind, or on those of them that are visited."""
    visited = [page for page in pages if page in EVERY_PAGE]
    return pytest.mark.parametrize("visit", visited, indirect=True, ids="-".join)


@contextmanager
def style(page: Page, css: str) -> Iterator[ElementHandle]:
    """Add a style to the page while the context lasts."""
    tag = page.add_style_tag(content=css)
    try:
        yield tag
    finally:
        tag.evaluate("(tag) => tag.remove()")


@on(EVERY_PAGE)
def test_a_page_has_one_title_and_asks_no_other_host(visit: Visit) -> None:
    # The default theme gives a post no title that its text has not.
    is_untitled = visit.site == "corners-plain" and visit.kind.startswith("post") and visit.kind != "posts"
    assert visit.page.locator("h1").count() == (0 if is_untitled else 1)
    assert "".join(texts(visit.page)) or not visit.kind
    assert visit.complaints == []


@on(EVERY_PAGE)
def test_nothing_that_is_hit_alone_is_small(visit: Visit) -> None:
    found = []
    for width in turn((WIDE, 390), visit.number):
        resize(visit.page, width)
        found += [f"{width} px: {what}" for what in small_targets(visit.page)]
    resize(visit.page, WIDE)
    assert not found, "\n".join(found)


@on([("demo", "overview")])
def test_a_small_target_would_be_found(visit: Visit) -> None:
    with style(visit.page, ".career-roadmap .cr-head > :first-child { border: 0 !important }"):
        assert small_targets(visit.page) == []  # three lines are high enough
    with style(visit.page, ".career-roadmap .cr-filter summary { padding: 0 !important; line-height: 1 }"):
        assert len(small_targets(visit.page)) > 3


@on(EVERY_PAGE)
def test_no_text_is_tiny_and_no_level_of_headings_is_left_out(visit: Visit) -> None:
    levels = heading_levels(visit.page)
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert tiny(visit.page) == []


_TEXTS = """
    () => {
        const all = document.createElement("style");  // what is not on the screen yet has no innerText
        all.textContent = ".cr-map section { content-visibility: visible !important }";
        document.head.append(all);
        const found = [...document.querySelectorAll(".career-roadmap")].map((part) => part.innerText);
        all.remove();
        return found;
    }
"""


def texts(page: Page) -> list[str]:
    found: list[str] = page.evaluate(_TEXTS)
    return found


@on(some(EVERY_PAGE, 3))
def test_a_page_has_the_same_text_without_javascript(visit: Visit, guide: Guide) -> None:
    assert guide.without_javascript(visit.site, visit.kind) == (texts(visit.page), [])


_DIM = """
    () => [...document.querySelectorAll(".career-roadmap :is(a, summary, [tabindex])")]
        .filter((link) => link.checkVisibility())
        .filter((link) => {
            link.focus();
            const style = getComputedStyle(link);
            return document.activeElement !== link || style.outlineStyle === "none"
                || parseFloat(style.outlineWidth) < 1;
        })
        .map((link) => link.textContent.trim() || link.className)
"""


def without_focus(page: Page) -> list[str]:
    """Return the links of ours that do not show that they have the focus of the keyboard."""
    page.keyboard.press("Tab")  # from here on the focus is the keyboard's
    found: list[str] = page.evaluate(_DIM)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")  # else axe-core sees what was focused
    return found


@on(pages_of("demo", "plain"))
def test_focus_shows_on_every_link_of_ours(visit: Visit) -> None:
    assert without_focus(visit.page) == []


@on([("demo", "board")])
def test_focus_that_does_not_show_would_be_found(visit: Visit) -> None:
    with style(visit.page, ".career-roadmap a { outline: none !important }"):
        assert len(without_focus(visit.page)) > 5


@on([page for page in EVERY_PAGE if page in pages_of()])
def test_nothing_sticks_out_on_any_width(visit: Visit) -> None:
    found = []
    wider = turn(WIDER, visit.number // 2) if visit.number % 2 else []
    for width, zoom in ALL_WIDTHS if IS_FULL else [*wider, NARROW]:
        with zoomed(visit.page, width, zoom):
            assert visit.page.evaluate("[innerWidth, devicePixelRatio]") == [width, zoom]
            found += [f"{width} px: {what}" for what in sticking_out(visit.page)]
    resize(visit.page, WIDE)
    assert not found, "\n".join(found)


@on(pages_of("demo", "plain", "corners"))
def test_wide_letters_are_not_cut_off(visit: Visit) -> None:
    found = []
    with style(visit.page, WIDE_LETTERS):
        for width in (320, 768, WIDE) if IS_FULL else (320,):
            resize(visit.page, width)
            found += [f"{width} px: {what}" for what in sticking_out(visit.page)]
    assert not found, "\n".join(found)


@on([("demo", "board")])
def test_text_that_sticks_out_would_be_found(visit: Visit) -> None:
    resize(visit.page, 390)
    assert sticking_out(visit.page) == []
    with style(visit.page, ".career-roadmap .cr-name { white-space: nowrap; letter-spacing: 1em }"):
        found = sticking_out(visit.page)
    assert any("out of .cr-card" in what for what in found)
    assert any(what.startswith("page: ") for what in found)


@on(some([page for page in EVERY_PAGE if page in pages_of(*AXE_AT)], 4))
def test_axe_finds_nothing(visit: Visit) -> None:
    # The default theme breaks rules of its own (its links have 2.8 : 1), so there only ours are asked.
    where = OURS if visit.site == "plain" else "html"
    of_page = where if IS_FULL or visit.number % 3 == 0 else OURS  # what is around ours is the same on many
    in_light, in_dark = AXE_AT[visit.site]

    def seen(palette: str, width: int, where: str, only: dict[str, Any]) -> list[str]:
        resize(visit.page, width)
        return [f"{palette}, {width} px: {what}" for what in violations(visit.page, where, only)]

    found = []
    for width in AXE_WIDTHS if IS_FULL else [in_light]:
        found += seen("light", width, of_page, OF_ALL)
    if IS_FULL or visit.number // 4 % 2 == 0:  # the colours of the dark are the same on many, too
        set_palette(visit.page, "dark")
        for width in AXE_WIDTHS if IS_FULL else [in_dark]:
            found += seen("dark", width, where if IS_FULL else OURS, OF_COLOUR)
        set_palette(visit.page, "light")
    assert not found, "\n".join(found)


@on([("demo", "board")])
def test_axe_would_find_something(visit: Visit) -> None:
    with style(visit.page, """
        .career-roadmap .cr-tabs { gap: 2px !important }
        .career-roadmap .cr-tabs a { color: silver !important; font-size: 6px; padding: 0 !important;
            min-width: 0 !important }
    """):
        found = violations(visit.page, "html", OF_ALL)
    assert {what.partition(":")[0] for what in found} == {"color-contrast", "target-size"}


@on(pages_of("demo", "plain"))
def test_printed_page_has_everything_but_the_tabs(visit: Visit) -> None:
    page = visit.page
    page.emulate_media(media="print")
    resize(page, A4)
    found = sticking_out(page), not_printed(page), page.locator(
        ".career-roadmap :is(.cr-tabs, .cr-filter, .cr-replay, .cr-story, button):visible").count()
    maps = page.locator(":is(.cr-map, .cr-rails):visible").count()
    page.emulate_media(media="screen")
    assert found == ([], [], 0)
    assert maps == 1 or visit.kind != "overview"
