"""The map as it stood: the slider shows what the posts up to each day fold to; the years need no script."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import pytest
from depth import some
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.pages.years import as_known
from mkdocs_career_roadmap.project.config import find_project
from mkdocs_career_roadmap.project.read_site import read_site
from playwright.sync_api import Page

from browser.axe import OF_ALL, violations
from browser.conftest import Sites, Visitor, go, go_instant, resize, set_palette
from browser.sites import REPO

SHOWN = """
    () => Object.fromEntries([...document.querySelectorAll(".cr-chart .%s[data-i]")]
        .filter((e) => e.checkVisibility()).map((e) => [e.dataset.i, [
            [...e.classList].find((name) => name.startsWith("cr-is-")).slice(6),
            e.querySelector(".cr-icon").className,
            e.querySelector(".cr-to .cr-icon, .cr-status").textContent]]))
"""


@lru_cache
def demo() -> Site:
    project = find_project(REPO)
    return read_site(project, project.as_of or project.today()).site


def touch(page: Page) -> int:
    """Touch the slider, wait for what it fetches, and return how many steps there are."""
    slider = page.locator(".cr-replay input")
    slider.focus()
    page.wait_for_function("document.querySelector('.cr-replay input').max !== '1000'")
    return 1 + int(slider.get_attribute("max") or 0)


def turn_to(page: Page, step: int) -> None:
    page.locator(".cr-replay input").evaluate(
        "(e, to) => { e.value = to; e.dispatchEvent(new Event('input', {bubbles: true})) }", step)


@pytest.mark.parametrize("width", [1400, 390])
def test_each_step_shows_what_the_posts_up_to_its_day_fold_to(
    visitor: Visitor, sites: Sites, width: int
) -> None:
    page, site = visitor.page(width), demo()
    go(page, sites["demo"]["overview"])
    name = "cr-node" if width > 700 else "cr-stop"
    written = page.evaluate(SHOWN % name)
    steps = touch(page)
    days = [step.day for step in site.replayed]
    assert steps == len(days) > 20
    number = site.public.position
    seen = 0
    for at, day in enumerate(days[:-1]):
        turn_to(page, at)
        shown: dict[str, Any] = page.evaluate(SHOWN % name)
        then = {str(number[m.id]): m for m in as_known(site.roadmap_at(day)).milestones}
        assert shown.keys() == then.keys() & written.keys()
        for n, (status, icon, word) in shown.items():
            assert status == then[n].status, (day, then[n].title)
            assert icon == f"cr-icon cr-icon--{status}"
            assert word.startswith(site.words(status))
            seen += 1
    assert seen > 100
    turn_to(page, steps - 1)
    assert page.evaluate(SHOWN % name) == written
    assert visitor.complaints == []


def test_nothing_is_fetched_before_the_slider_is_touched(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    go(page, sites["demo"]["overview"])
    assert not [url for url in asked if "replay" in url]
    touch(page)
    turn_to(page, 0)
    touch(page)
    assert len([url for url in asked if "replay" in url]) == 1


def test_it_says_what_changed_and_goes_by_keyboard_from_change_to_change(
    visitor: Visitor, sites: Sites
) -> None:
    page = visitor.page()
    go(page, sites["demo"]["overview"])
    last = touch(page) - 1
    told = json.loads((sites["demo"].folder / "roadmap/replay.json").read_text("utf-8"))["steps"]
    slider, said = page.locator(".cr-replay input"), page.locator(".cr-replay [role=status]")
    assert slider.get_attribute("aria-valuetext") == page.locator(".cr-as-of").first.inner_text()
    for back in (1, 2):
        page.keyboard.press("ArrowLeft")
        assert said.inner_text() == told[last - back]["says"]
        assert slider.get_attribute("aria-valuetext") == told[last - back]["day"]
    page.keyboard.press("Home")
    assert said.inner_text() == told[0]["says"]
    page.keyboard.press("End")
    assert said.inner_text() == page.locator(".cr-as-of").first.inner_text()


def test_a_first_step_back_before_the_file_is_there_is_one_change(
    visitor: Visitor, sites: Sites
) -> None:
    page = visitor.page()
    page.route("**/replay.json", lambda route: (page.wait_for_timeout(300), route.continue_()))
    go(page, sites["demo"]["overview"])
    page.locator(".cr-replay input").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("document.querySelector('.cr-replay input').max !== '1000'")
    slider = page.locator(".cr-replay input")
    assert int(slider.input_value()) == int(slider.get_attribute("max") or 0) - 1
    assert page.locator(".cr-replaying").count() == 1


def test_without_a_script_or_its_file_the_years_are_the_replay(visitor: Visitor, sites: Sites) -> None:
    plain = visitor.page(java_script_enabled=False)
    plain.goto(sites["demo"]["overview"])
    assert not plain.locator(".cr-replay input").is_visible()
    plain.locator(".cr-replay a").last.click()
    plain.wait_for_selector(".cr-year .cr-map", state="attached")
    page = visitor.page()
    page.route("**/replay.json", lambda route: route.fulfill(body="<html>"))
    go(page, sites["demo"]["overview"])
    page.locator(".cr-replay input").focus()
    page.locator(".cr-replay input").wait_for(state="hidden")
    assert page.locator(".cr-replay a").count() > 1


def test_print_shows_today(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    go(page, sites["demo"]["overview"])
    written = page.evaluate(SHOWN % "cr-node")
    touch(page)
    turn_to(page, 3)
    assert page.evaluate(SHOWN % "cr-node") != written
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(SHOWN % "cr-node") == written


def test_instant_navigation_brings_a_slider_that_works(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    go_instant(page, sites["demo"]["overview"])
    touch(page)
    turn_to(page, 2)
    page.locator(".cr-tabs a").nth(1).click()
    page.wait_for_selector(".cr-board")
    page.locator(".cr-tabs a").first.click()
    page.wait_for_selector(".cr-replay[data-ready]")
    assert page.locator(".cr-replaying").count() == 0
    touch(page)
    turn_to(page, 2)
    assert page.locator(".cr-replaying").count() == 1


@pytest.mark.parametrize(("site", "palette", "width"), some([
    ("demo", "dark", 390), ("plain", "light", 390), ("rtl", "light", 1400), ("demo", "light", 1400)], 4))
def test_map_of_before_is_sound(
    visitor: Visitor, sites: Sites, site: str, palette: str, width: int
) -> None:
    page = visitor.page()
    go(page, sites[site]["overview"])
    set_palette(page, palette)
    resize(page, width)
    turn_to(page, touch(page) // 2)
    assert page.locator(".cr-replaying").count() == 1
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # a bar that stays on top lies on other things
    assert violations(page, ".career-roadmap", OF_ALL) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_whoever_wants_less_motion_has_none(visitor: Visitor, sites: Sites) -> None:
    for motion, has_any in (("reduce", False), ("no-preference", True)):
        page = visitor.page(reduced_motion=motion)
        page.goto(sites["demo"]["overview"])
        page.evaluate("document.adoptedStyleSheets = []")  # which keep all still while tests run
        touch(page)
        turn_to(page, 3)
        lasts = page.locator(".cr-node").first.evaluate("(e) => getComputedStyle(e).transitionDuration")
        assert (lasts != "0s") is has_any
