"""Sites of other addresses: below a path, in another folder, as files; and of MkDocs' other theme."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from depth import some
from playwright.sync_api import Page

from browser.conftest import Visitor, go, go_instant
from browser.sites import SITES, Served, Site, make, serve
from browser.test_filters import left
from browser.test_replay import SHOWN, touch, turn_to

CONFIG = """\
site_name: Elsewhere
use_directory_urls: {nested}
theme:
  name: material
  font: false
  features: [navigation.instant]
plugins:
  - search
  - career-roadmap: {{as_of: 2026-04-01, folder: {folder}}}
"""
POSTS = {f"posts/{n}.md": (
    f"---\ntitle: Post {n}\ndate: {2023 + n % 3}-0{1 + n % 7}-02\ngoal: Goal {'AB'[n % 2]}\n"
    f"milestone: Step {n}\nstatus: {('done', 'active')[n > 6]}\n---\nWords.\n") for n in range(9)}


@pytest.fixture(scope="module", params=some([*product((True, False), ("roadmap", "work/plans"))], 3), ids=str)
def there(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    nested, folder = request.param
    page = (lambda name: f"{folder}/{name}/") if nested else (lambda name: f"{folder}/{name}.html")
    pages = {"overview": f"{folder}/" if nested else f"{folder}/index.html", "board": page("board")}
    root = tmp_path_factory.mktemp("elsewhere")
    (root / "docs").mkdir()
    with serve(root) as url:
        yield make(Site(CONFIG.format(nested=str(nested).lower(), folder=folder), {
            "index.md": "# Home\n", **POSTS}, pages), root, f"{url}site/")


@pytest.mark.parametrize("has_script", [True, False])
def test_an_address_asks(visitor: Visitor, there: Served, has_script: bool) -> None:
    page = visitor.page(java_script_enabled=has_script)
    for kind in ("overview", "board"):
        page.goto("about:blank")
        page.goto(f"{there[kind]}#goal=goal-a")
        cards = page.locator(":is(.cr-node, .cr-column .cr-card) a").locator("visible=true").all_inner_texts()
        assert cards
        assert {card.split()[-1] for card in cards} <= {*"02468"}
    assert visitor.complaints == []


def test_questions_are_answered_and_undone(visitor: Visitor, there: Served) -> None:
    page = visitor.page()
    go_instant(page, there["board"])
    page.locator(".cr-tabs a").first.click()
    page.wait_for_selector(".cr-overview .cr-filter[data-ready]")
    every = left(page, "overview")
    page.locator(".cr-filter summary").first.click()
    page.locator("[data-id='goal=goal-b']").click()
    page.wait_for_selector(".cr-filter [aria-current]")
    assert page.url == f"{there['overview']}#goal=goal-b"
    assert 0 < len(left(page, "overview")) < len(every)
    page.go_back()
    page.wait_for_selector(".cr-filter:not(.cr-asked)")
    assert left(page, "overview") == every
    assert visitor.complaints == []


def test_slider_finds_what_it_is_told(visitor: Visitor, there: Served) -> None:
    page = visitor.page()
    go(page, there["overview"])
    today = shown(page)
    steps = touch(page)
    assert steps > 5
    turn_to(page, 0)
    assert page.locator(".cr-replaying").count() == 1
    assert len(shown(page)) < len(today)
    for year in page.locator(".cr-replay a").all():
        assert page.request.get(str(year.evaluate("(e) => e.href"))).ok
    assert visitor.complaints == []


def shown(page: Page) -> list[str]:
    found: list[str] = page.evaluate(f"() => Object.keys(({SHOWN % 'cr-node'})())")
    return found


MARKED = """
    () => [...document.querySelectorAll(".career-roadmap :is(ul, ol) > li")]
        .filter((e) => e.checkVisibility() && getComputedStyle(e).display === "list-item")
        .filter((e) => getComputedStyle(e).listStyleType !== getComputedStyle(e.parentElement).listStyleType)
        .map((e) => `${e.parentElement.className}: ${e.textContent.trim()}`)
"""
APART = """
    () => [...document.querySelectorAll(":is(.cr-stop, .cr-card, .cr-trio li) > :is(.cr-facts, .cr-note)")]
        .filter((e) => e.checkVisibility())
        .map((e) => e.getBoundingClientRect().top - e.previousElementSibling.getBoundingClientRect().bottom)
        .filter((apart) => apart > 8)
"""

OUTSIDE = """
    () => [...document.querySelectorAll(".cr-node .cr-text")].filter((e) => {
        const [words, card] = [e, e.closest(".cr-node")].map((one) => one.getBoundingClientRect());
        return words.top < card.top || words.bottom > card.bottom;
    }).map((e) => e.textContent)
"""

def test_what_a_theme_says_of_items_does_not_reach_lists_that_have_no_marks(
    visitor: Visitor, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    of = SITES["corners-plain"]
    page = visitor.page()
    with serve(tmp_path / "site") as url:
        config = of.config.replace("name: mkdocs", "name: readthedocs")
        site = make(Site(config, of.files, of.pages), tmp_path, url)
        for kind in ("overview", "board", "timeline", "goal", "posts", "blocks"):
            page.goto(site[kind], wait_until="load")
            assert page.evaluate(MARKED) == [], kind
            assert page.evaluate(APART) == [], kind
            assert page.evaluate(OUTSIDE) == [], kind
