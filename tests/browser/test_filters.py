"""Asking for some of a view alone, and for the story of a card: with a script and without, by keyboard."""

from __future__ import annotations

import pytest
from depth import IS_FULL, some, turn
from playwright.sync_api import Page

from browser.axe import OF_ALL, violations
from browser.conftest import Sites, Visitor, go, go_instant, resize, set_palette

LEFT = """
    (selector) => [...document.querySelectorAll(selector)].filter((e) => e.dataset.k && e.checkVisibility())
        .map((e) => e.querySelector("a")?.textContent.trim()).sort()
"""
"""The titles of the milestones that one sees."""
CARDS = {"overview": ".cr-node", "board": ".cr-column > ol > .cr-card", "timeline": ".cr-time li",
         "posts": ".cr-posts .cr-revisions > li"}


def left(page: Page, kind: str) -> list[str]:
    found: list[str] = page.evaluate(LEFT, CARDS[kind])
    return found


def status(page: Page) -> str:
    return page.locator(".cr-filter [role=status]").inner_text()


@pytest.mark.parametrize("kind", CARDS)
def test_an_address_leaves_the_same_with_a_script_and_without(
    visitor: Visitor, sites: Sites, kind: str
) -> None:
    page, plain = visitor.page(), visitor.page(java_script_enabled=False)
    go(page, sites["demo"][kind])
    every = left(page, kind)
    addresses = ("goal=honest-models", "kind=exploration", "status=active", "year=2025")
    known = [address for address in addresses if kind != "posts" or "kind" not in address]
    for address in turn(known, [*CARDS].index(kind) - len(CARDS)):  # from the end on: each address comes
        # Another address of the same page is no visit of it: as where somebody follows a link.
        go(page, "about:blank")
        go(page, f"{sites['demo'][kind]}#{address}")
        plain.goto("about:blank")
        plain.goto(f"{sites['demo'][kind]}#{address}")
        shown = left(page, kind)
        assert 0 < len(shown) < len(every), address
        assert [e for e in every if e in shown] == shown
        assert plain.locator(CARDS[kind]).locator("visible=true").count() == page.locator(
            CARDS[kind]).locator("visible=true").count()
    assert visitor.complaints == []


@pytest.mark.parametrize("is_instant", [True, False])
def test_questions_are_answered_by_keyboard_and_several_hold_at_once(
    visitor: Visitor, sites: Sites, is_instant: bool
) -> None:
    page = visitor.page()
    if is_instant:
        go_instant(page, sites["demo"]["board"])
        page.locator(".cr-tabs a").first.click()
        page.wait_for_selector(".cr-overview .cr-filter[data-ready]")
    else:
        go(page, sites["plain"]["overview"])
    every = left(page, "overview")
    page.locator(".cr-filter summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cr-filter [aria-current]")
    assert "#goal=" in page.url
    of_goal = left(page, "overview")
    assert 0 < len(of_goal) < len(every)
    page.wait_for_function("document.activeElement.getAttribute('aria-current') === 'true'")
    page.locator(".cr-filter summary").nth(1).press("Enter")
    page.locator("[data-id='status=done']").press("Enter")
    page.wait_for_selector("[data-id='status=done'][aria-current]")
    assert page.url.endswith("&status=done")
    both = left(page, "overview")
    assert set(both) < set(of_goal)
    assert status(page) == "Shown: 4 of 21"
    page.go_back()
    page.wait_for_function("!location.hash.includes('status')")
    assert left(page, "overview") == of_goal
    page.get_by_role("link", name="Show all").press("Enter")
    page.wait_for_function("document.querySelectorAll('.cr-off').length === 0")
    assert left(page, "overview") == every
    assert status(page) == ""


def test_counts_are_those_of_the_links_and_nothing_is_said_to_be_nothing(
    visitor: Visitor, sites: Sites
) -> None:
    page = visitor.page()
    for kind in CARDS:
        go(page, sites["demo"][kind])
        for link in some(page.locator(".cr-filter [data-f]").all(), 8):
            n = link.evaluate("(e) => e.querySelector('small').textContent")
            page.evaluate("(to) => { location.hash = to }", link.get_attribute("data-id"))
            page.wait_for_function(
                "(of) => document.querySelector('[role=status]').textContent.startsWith(of)",
                arg=f"Shown: {n} of ")
    go(page, "about:blank")
    go(page, sites["demo"]["overview"] + "#status=idea&year=2023")
    assert status(page) == "Nothing fits all of that. Shown: 0 of 21"
    assert left(page, "overview") == []


def test_folds_with_what_is_asked_for_open_and_say_how_much_of_them_is_shown(
    visitor: Visitor, sites: Sites
) -> None:
    page = visitor.page()
    go(page, sites["demo"]["board"] + "#year=2024")
    fold = page.locator(".cr-column details").filter(has_text="2024").first
    assert fold.evaluate("(e) => e.open")
    assert "Shown: 4 of 4" in fold.locator("summary").inner_text()
    assert page.locator(".cr-column h2 small").locator("visible=true").count() == 0


def test_lines_stay_between_cards_that_stay(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    go(page, sites["demo"]["overview"] + "#goal=local-forecasts")
    lines = page.evaluate("""
        () => [...document.querySelectorAll("g[data-e]")].map((g) => [
            getComputedStyle(g).display !== "none", g.dataset.e.split(" ").every(
                (n) => document.querySelector(`.cr-node[data-n="${n}"]`).checkVisibility())])""")
    assert {(True, True), (False, False)} == {tuple(line) for line in lines}


PLACES = """
    () => {
        const seen = (e) => e.checkVisibility();
        const map = document.querySelector(".cr-map");
        const above = map.getBoundingClientRect().top;  // an answer is looked at in its fold, which opens
        const down = (y) => Math.round(8 * (y - above)) / 8;
        const box = ({left, right, top, bottom}) => ({left, right, top: down(top), bottom: down(bottom)});
        return {
            height: map.getBoundingClientRect().height,
            heads: [...map.querySelectorAll(".cr-head")].filter(seen).map((e) => {
                const own = e.lastElementChild.getBoundingClientRect();
                return [down(own.bottom), down(e.getBoundingClientRect().bottom)];
            }),
            lanes: [...map.querySelectorAll("section")].filter(seen).length,
            cards: Object.fromEntries([...map.querySelectorAll(".cr-node")].filter(seen).map(
                (e) => [e.dataset.n, {...box(e.getBoundingClientRect()),
                    lane: box(e.closest("section").getBoundingClientRect())}])),
            lines: [...map.querySelectorAll("g[data-e]")].filter(
                (g) => getComputedStyle(g).display !== "none").map((g) => {
                const line = g.firstElementChild, at = line.getScreenCTM();
                const ends = [0, line.getTotalLength()].map(
                    (end) => line.getPointAtLength(end).matrixTransform(at));
                return [g.dataset.e.split(" "), ends.map(({x, y}) => [Math.round(x), down(y)])];
            }),
        };
    }
"""
"""What one sees of the map, and where."""


@pytest.mark.parametrize("site", ["demo", "rtl", "plain"])
def test_what_is_left_of_the_map_moves_together_and_its_lines_end_at_its_cards(
    visitor: Visitor, sites: Sites, site: str
) -> None:
    page = visitor.page()
    go(page, sites[site]["overview"])
    whole = page.evaluate(PLACES)
    moved = 0
    for address in ("goal=honest-models", "status=done", "status=active", "year=2024",
                    "status=active&year=2026"):
        page.evaluate("(to) => { location.hash = to }", address)
        page.wait_for_function(
            "(to) => [...document.querySelectorAll('.cr-filter [aria-current]')]"
            ".map((e) => e.dataset.id).join('&') === to", arg=address)
        part = page.evaluate(PLACES)
        assert part["cards"].keys() < whole["cards"].keys()
        assert part["height"] < whole["height"]
        assert all(told <= bottom + 1 for told, bottom in part["heads"])
        assert part["lanes"] == len({card["lane"]["top"] for card in part["cards"].values()})
        for card in part["cards"].values():
            assert card["lane"]["top"] < card["top"] < card["bottom"] < card["lane"]["bottom"]
        for names, ends in part["lines"]:
            one, other = sorted((part["cards"][name] for name in names), key=lambda card: card["left"])
            for (x, y), card, side in zip(sorted(ends), (one, other), ("right", "left"), strict=True):
                assert abs(x - card[side]) < 3, address
                assert card["top"] - 1 <= y <= card["bottom"] + 1, address
        moved += len(part["lines"])
    assert moved > 5
    page.evaluate("() => { location.hash = '' }")
    page.wait_for_function("!document.querySelector('.cr-filter.cr-asked')")
    assert page.evaluate(PLACES) == whole


def test_an_answer_from_before_the_script_came_leaves_the_lines(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    page.route("**/career-roadmap.js", lambda route: (page.wait_for_timeout(500), route.continue_()))
    page.goto(sites["demo"]["overview"] + "#goal=honest-models", wait_until="commit")
    page.wait_for_selector(".cr-filter[data-ready]")
    page.wait_for_selector("g.cr-moved", state="attached")
    assert page.locator(".cr-map svg").first.is_visible()
    page.evaluate("() => { location.hash = '' }")
    page.wait_for_selector(".cr-filter:not(.cr-asked)")
    assert page.locator(".cr-node").locator("visible=true").count() == page.locator(".cr-node").count()


@pytest.mark.parametrize(("width", "lane"), [(1400, ".cr-map section"), (390, ".cr-lane")])
def test_a_goal_without_milestones_stays_until_something_is_asked_for(
    visitor: Visitor, sites: Sites, width: int, lane: str
) -> None:
    page = visitor.page(width)
    go(page, sites["corners"]["overview"])
    nothing = page.locator(lane).filter(has_text="A goal that nobody began")
    assert nothing.is_visible()
    page.evaluate("() => { location.hash = 'status=active' }")
    page.wait_for_selector(".cr-filter.cr-asked")
    assert not nothing.is_visible()


def test_lanes_of_which_nothing_is_left_go_without_a_script(visitor: Visitor, sites: Sites) -> None:
    plain = visitor.page(java_script_enabled=False)
    plain.goto(sites["demo"]["overview"] + "#goal=honest-models")
    lanes = plain.locator(".cr-map section")
    assert lanes.locator("visible=true").count() < lanes.count()
    for lane in lanes.locator("visible=true").all():
        assert lane.locator(".cr-node").locator("visible=true").count() > 0


def test_print_shows_all_of_it(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    for address in ("#goal=honest-models&status=done", ""):
        go(page, "about:blank")
        go(page, sites["demo"]["overview"] + address)
        page.emulate_media(media="print")
        printed = left(page, "overview")
        assert not page.locator(".cr-filter").is_visible()
        page.emulate_media(media="screen")
    assert len(printed) == page.locator(".cr-node[data-k]:not([data-k=''])").count()
    go(page, "about:blank")
    go(page, sites["demo"]["overview"] + "#goal=honest-models&status=done")
    page.emulate_media(media="print")
    assert left(page, "overview") == printed
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    asked = {name: card["top"] - card["lane"]["top"] for name, card in page.evaluate(PLACES)["cards"].items()}
    go(page, "about:blank")
    go(page, sites["demo"]["overview"])
    whole = page.evaluate(PLACES)["cards"].items()
    assert asked == {name: card["top"] - card["lane"]["top"] for name, card in whole}


@pytest.mark.parametrize("has_script", [True, False])
def test_story_opens_in_place_and_closes_by_keyboard(
    visitor: Visitor, sites: Sites, has_script: bool
) -> None:
    page = visitor.page() if has_script else visitor.page(java_script_enabled=False)
    page.goto(sites["demo"]["overview"])
    card = page.locator(".cr-node:has(button)").first
    card.locator("a").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    story = page.locator(".cr-story:popover-open")
    story.wait_for()
    assert card.locator(".cr-text").evaluate("(e) => e.lastChild.data").strip() in story.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    story.wait_for(state="hidden")


@pytest.mark.parametrize(("site", "palette", "width"), some([
    ("demo", "dark", 390), ("plain", "light", 390), ("rtl", "light", 1400), ("demo", "light", 1400)], 2))
def test_open_filters_and_stories_are_sound(
    visitor: Visitor, sites: Sites, site: str, palette: str, width: int
) -> None:
    page = visitor.page()
    go(page, sites[site]["overview"])
    set_palette(page, palette)
    resize(page, width)
    for number, summary in enumerate(page.locator(".cr-filter summary").all()):
        summary.click()
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # a bar that stays on top lies on others
        # What is around them stays as it is.
        is_whole = IS_FULL or (width < 700 and not number)
        assert violations(page, ".career-roadmap" if is_whole else ".cr-filter", OF_ALL) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        small = page.evaluate("""
            () => [...document.querySelectorAll(".cr-filter :is(a, summary)")]
                .filter((e) => e.checkVisibility()).map((e) => [e.textContent, e.getBoundingClientRect()])
                .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)""")
        assert small == []
    page.locator(".cr-rail button" if width < 700 else ".cr-node button").first.evaluate("(e) => e.click()")
    page.locator(".cr-story:popover-open").wait_for()
    assert violations(page, ".cr-story:popover-open", OF_ALL) == []
