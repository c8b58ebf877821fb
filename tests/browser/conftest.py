"""One Chromium for all tests of a process, and the sites it visits, each built once and only if asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from depth import some
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from browser.sites import BAITED, SITES, Served, launch, make, pages_of, serve
from browser.tabs import Tabs


def pages_with_home(site: str) -> list[tuple[str, str]]:
    """Return the pages of a site as (site, kind); an empty kind is its home, if that is none of them."""
    return [*pages_of(site), *([] if "corners" in site else [(site, "")])]


_LOOKED_FOR = {"", "overview", "board"}
"""The pages of the demo on which tests look for what is wrong, to see that it would be found."""

EVERY_PAGE = (
    # Of each kind there is one in the corners, with more on it.
    *sorted({*some(pages_with_home("demo"), 9), *(("demo", kind) for kind in _LOOKED_FOR)},
            key=pages_with_home("demo").index),
    *pages_of("corners"), *some(pages_with_home("empty"), 2),
    # These are others in another dress.
    *some(pages_with_home("plain"), 8), *some(pages_with_home("rtl"), 8, first=2),
    *some(pages_of("corners-plain"), 6, first=1))
"""All pages that are visited."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all tests of a page follow each other, so that it is loaded once."""
    places = [place for place, item in enumerate(items) if "visit" in getattr(item, "fixturenames", ())]
    visits = sorted((items[place] for place in places), key=lambda item: EVERY_PAGE.index(
        item.callspec.params["visit"]))  # type: ignore[attr-defined]
    for place, item in zip(places, visits, strict=True):
        items[place] = item


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


class Sites:
    """The sites by name, built and served when they are first asked for."""

    def __init__(self, folder: Path, servers: ExitStack) -> None:
        self._folder = folder
        self._servers = servers
        self._served: dict[str, Served] = {}

    def __getitem__(self, name: str) -> Served:
        if name not in self._served:
            folder = self._folder / name
            (folder / "docs").mkdir(parents=True)
            url = self._servers.enter_context(serve(folder / "site"))
            self._served[name] = make((SITES | BAITED)[name], folder, url)
        return self._served[name]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    with ExitStack() as servers:
        yield Sites(tmp_path_factory.mktemp("browser"), servers)


_PAINTED = """
    document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
"""

_HAS_SITEMAP = """
    () => performance.getEntriesByType("resource").some(
        (file) => file.name.endsWith("/sitemap.xml") && file.responseEnd > 0)
"""

_DARK = """
    (dark) => {
        const palette = document.getElementById(dark ? "__palette_1" : "__palette_0");
        if (palette) palette.click();
        else document.documentElement.dataset.bsTheme = dark ? "dark" : "light";
    }
"""
"""Material's own switch, or what the default theme's switch does."""


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[Tabs]:
    made = Tabs(browser)
    yield made
    made.close()


class Visitor:
    """Opens pages, and writes down whatever the browser complains about."""

    def __init__(self, tabs: Tabs) -> None:
        self._tabs = tabs
        self._pages: list[Page] = []
        self._of_test: Page | None = None
        self.complaints: list[str] = []

    def of_test(self) -> Page:
        """Return the one page of a test that is tried with many examples."""
        self._of_test = self._of_test or self.page()
        return self._of_test

    def page(self, width: int = 1400, height: int = 900, **options: Any) -> Page:
        """Return an empty page of that size. `options` are those of a browser context."""
        page = self._tabs.lend(options)
        self._pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.on("console", lambda m: self._complain(m.type in ("error", "warning"), f"{m.type}: {m.text}"))
        page.on("pageerror", lambda error: self._complain(True, f"error: {error}"))
        page.on("requestfailed", lambda r: self._complain(
            r.failure != "net::ERR_ABORTED", f"{r.failure}: {r.url}"))  # the reader went on
        page.on("response", lambda r: self._complain(r.status >= 400, f"{r.status}: {r.url}"))
        page.on("request", lambda r: self._complain(
            not r.url.startswith(("http://127.0.0.1:", "data:", "blob:")), f"another host: {r.url}"))
        return page

    def _complain(self, is_wrong: bool, what: str) -> None:
        if is_wrong:
            self.complaints.append(what)

    def close(self) -> None:
        """Give back every page."""
        for page in self._pages:
            self._tabs.take_back(page)


@pytest.fixture
def visitor(tabs: Tabs) -> Iterator[Visitor]:
    made = Visitor(tabs)
    yield made
    made.close()


def go(page: Page, address: str) -> None:
    """Open an address, and wait until everything of it is painted."""
    page.goto(address, wait_until="load")
    page.evaluate(_PAINTED)


def go_instant(page: Page, address: str) -> None:
    """Open an address, and wait until Material follows links by itself: it reads the sitemap first and leaves
    those to the browser that do not stand in there.
    """
    page.goto(address, wait_until="load")
    page.wait_for_function(_HAS_SITEMAP)
    page.evaluate(_PAINTED)


def resize(page: Page, width: int, height: int = 900) -> None:
    """Make the page so many CSS pixels wide."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(_PAINTED)


@contextmanager
def zoomed(page: Page, width: int, zoom: int) -> Iterator[None]:
    """Make the page so many CSS pixels wide while the context lasts, each as wide as `zoom` of the screen's.

    Then it has no width that is known, until it is made as wide as it was not before.
    """
    size: ViewportSize = {"width": width, "height": 900}
    page.set_viewport_size(size)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setDeviceMetricsOverride", {**size, "deviceScaleFactor": zoom, "mobile": False})
    page.evaluate(_PAINTED)
    try:
        yield
    finally:
        session.send("Emulation.clearDeviceMetricsOverride")  # else it is so on the next page again
        session.detach()


def set_palette(page: Page, palette: str) -> None:
    """Switch between `light` and `dark` as a reader does; Material remembers it."""
    page.evaluate(_DARK, palette == "dark")
    page.evaluate(_PAINTED)
