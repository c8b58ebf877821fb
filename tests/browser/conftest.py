"""One Chromium for all tests of a process, and the sites it visits, each built once and only if asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from browser.sites import SITES, Served, launch, make, serve
from playwright.sync_api import Browser, Page, sync_playwright


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
            self._served[name] = make(SITES[name], folder, url)
        return self._served[name]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    with ExitStack() as servers:
        yield Sites(tmp_path_factory.mktemp("browser"), servers)


_STILL = """
    const still = new CSSStyleSheet();
    still.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important }");
    document.adoptedStyleSheets = [still];
"""
"""Themes fade things in; colours halfway are nobody's."""


class Visitor:
    """Opens pages, and writes down whatever a reader's browser complains about."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.complaints: list[str] = []

    def page(self, width: int = 1400, height: int = 900, **options: Any) -> Page:
        """Return an empty page of that size. `options` are those of a browser context."""
        context = self._browser.new_context(viewport={"width": width, "height": height}, **options)
        context.add_init_script(_STILL)
        page = context.new_page()
        said = self.complaints.append
        page.on("console", lambda m: m.type in ("error", "warning") and said(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda error: said(f"error: {error}"))
        page.on("requestfailed", lambda r: r.failure != "net::ERR_ABORTED" and said(f"failed: {r.url}"))
        page.on("response", lambda r: r.status >= 400 and said(f"{r.status}: {r.url}"))
        page.on("request", lambda r: is_foreign(r.url) and said(f"another host: {r.url}"))
        return page

    def close(self) -> None:
        for context in self._browser.contexts:
            context.close()


def is_foreign(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:"))


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    made = Visitor(browser)
    yield made
    made.close()


def open_page(page: Page, address: str) -> Page:
    """Go to an address, and wait until the theme has chosen its palette and all letters stand."""
    page.goto(address, wait_until="load")
    settle(page)
    return page


def settle(page: Page) -> None:
    """Wait until what was asked for is painted."""
    page.evaluate(
        "document.fonts.ready.then(() => "
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))")
