"""A tab that the next test has is as a new one, whatever the test before did to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from depth import turn
from playwright.sync_api import Page

from browser.conftest import Visitor, zoomed
from browser.sites import serve
from browser.tabs import Tabs

_PAGE = """\
<!doctype html><title>A page</title>
<style>
    body { margin: 0; min-height: 3000px }
    p { position: fixed; top: 20px; left: 20px; margin: 0 }
    p:hover { --hovered: yes }
</style>
<p id="it">Words of NAME.</p>
"""
_STATE = """
    () => ({
        size: [innerWidth, innerHeight, devicePixelRatio],
        media: ["print", "screen", "(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)",
                "(forced-colors: active)", "(prefers-contrast: more)"]
            .filter((one) => matchMedia(one).matches),
        stored: [localStorage.length, sessionStorage.length, document.cookie],
        text: document.getElementById("it").textContent,
        hovered: getComputedStyle(document.getElementById("it")).getPropertyValue("--hovered"),
        focused: document.activeElement.tagName, scrolled: scrollY, steps: history.length,
        left: typeof window.left, still: document.adoptedStyleSheets.length,
    })
"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Return the addresses of two sites."""
    folder = tmp_path_factory.mktemp("tabs")
    for name in "one", "two":
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(_PAGE.replace("NAME", name), "utf-8")
    with serve(folder / "one") as one, serve(folder / "two") as two:
        yield one, two


def state(page: Page, address: str) -> dict[str, Any]:
    """Return what a page and its reader's settings are when it is opened."""
    page.goto(address)
    found: dict[str, Any] = page.evaluate(_STATE)
    return found


def use(page: Page, addresses: Sequence[str]) -> list[str]:
    """Change all that a test can change; return what is heard of, as long as somebody listens."""
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    page.once("download", lambda _: heard.append("download"))
    page.route("**/*", lambda route: route.fulfill(
        body=_PAGE.replace("NAME", "nobody"), content_type="text/html"))
    for address in addresses:
        page.goto(address)
        page.evaluate("localStorage.x = sessionStorage.x = document.cookie = 'x=1'; window.left = 'this'")
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce", forced_colors="active",
                       contrast="more")
    page.set_viewport_size({"width": 640, "height": 480})
    page.mouse.move(30, 30)
    page.evaluate("scrollTo(0, 500); setInterval(() => console.warn('still there'), 1)")
    changed = page.evaluate(_STATE)
    assert changed["stored"] == [1, 1, "x=1"]
    assert changed["size"][:2] == [640, 480]
    assert changed["text"] == "Words of nobody."
    assert (changed["hovered"], changed["left"], changed["scrolled"]) == ("yes", "string", 500)
    assert len(changed["media"]) == 5
    return heard


_OPTIONS: list[dict[str, Any]] = [
    {}, {"color_scheme": "dark", "forced_colors": "active"}, {"java_script_enabled": False}]
_VISITED = [(0, 1), (1, 0), (0,)]


@pytest.mark.parametrize(("options", "visited"), [
    (options, visited) for number, options in enumerate(_OPTIONS)
    for visited in turn(_VISITED, number)], ids=str)
def test_a_kept_tab_is_as_a_new_one(
    tabs: Tabs, two: tuple[str, str], options: dict[str, Any], visited: tuple[int, ...]
) -> None:
    first = Visitor(tabs)
    new = [state(page, two[0]) for page in (first.page(**options), first.page(**options))]
    assert new[0] == new[1]
    first.close()

    user = Visitor(tabs)
    page = user.page(**options)
    heard = use(page, [two[site] for site in visited])
    user.close()

    so_far, complaints = len(heard), [*user.complaints]
    later = Visitor(tabs)
    again = later.page(**options)
    assert again is page
    assert again.url == "about:blank"
    assert [state(again, address) for address in two] == [
        new[0], {**new[0], "text": "Words of two.", "steps": new[0]["steps"] + 1}]
    again.evaluate("setTimeout(() => alert('nobody hears this'))")
    assert len(heard) == so_far
    assert user.complaints == complaints
    assert later.complaints == []
    again.emulate_media(media="print")
    assert "print" in state(again, two[1])["media"]
    later.close()


def test_only_one_of_them_is_lent_and_what_it_opened_is_closed(tabs: Tabs, two: tuple[str, str]) -> None:
    visitor = Visitor(tabs)
    page, other = visitor.page(), visitor.page(390)
    assert page is not other
    page.goto(two[0])
    with page.context.expect_page() as opened:
        page.evaluate("open(location.href)")
    visitor.close()
    assert (page.is_closed(), other.is_closed(), opened.value.is_closed()) == (False, True, True)


def test_a_tab_that_was_closed_is_followed_by_a_new_one(tabs: Tabs, two: tuple[str, str]) -> None:
    visitor = Visitor(tabs)
    page = visitor.page()
    page.close()
    visitor.close()
    visitor = Visitor(tabs)
    assert state(visitor.page(), two[0])["text"] == "Words of one."
    visitor.close()


def test_a_zoom_is_undone_though_its_test_fails(tabs: Tabs, two: tuple[str, str]) -> None:
    visitor = Visitor(tabs)
    page = visitor.page()
    page.goto(two[0])
    with pytest.raises(ZeroDivisionError):
        _fail_while_zoomed(page)
    visitor.close()
    visitor = Visitor(tabs)
    assert state(visitor.page(), two[0])["size"] == [1400, 900, 1]
    visitor.close()


def _fail_while_zoomed(page: Page) -> None:
    with zoomed(page, 1400, 2):
        assert page.evaluate("[innerWidth, innerHeight, devicePixelRatio]") == [1400, 900, 2]
        raise ZeroDivisionError
