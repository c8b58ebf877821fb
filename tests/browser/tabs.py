"""Tabs of Chromium that all tests of a process have by turns: to open one takes as much as to visit a page.

What a test does to a tab is undone before the next one has it: it is as a new one, but that styles and
scripts are fetched and compiled. Only what a page was given for good, by `add_init_script` or
`expose_function`, would stay: a test that needs those opens a context of its own.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

_STILL = """
    const still = new CSSStyleSheet();
    still.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important }");
    document.adoptedStyleSheets = [still];
"""
"""Themes fade things in; colours halfway are nobody's."""

_MEDIA = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none",
          "contrast": "no-preference"}
"""What a context has without options, for each that a page may change."""


class _Tab:
    """A tab, and how it was when it was new."""

    def __init__(self, page: Page, options: dict[str, Any]) -> None:
        self.page = page
        self._options = options
        self._listeners = self._heard()
        self._origins: set[str] = set()
        self._hear()

    def _heard(self) -> dict[str, list[Any]]:
        """Return what listens by event, of Playwright's own, too."""
        of_page = self.page._impl_obj
        return {event: of_page.listeners(event) for event in of_page.event_names()}

    def _hear(self) -> None:
        self.page.on("framenavigated", lambda frame: self._origins.update(
            "/".join(url.split("/")[:3]) for url in [frame.url] if url.startswith("http")))

    def make_new(self) -> None:
        """Let the tab be as it was."""
        page = self.page
        for event, listeners in self._heard().items():
            for listener in listeners:
                if listener not in self._listeners.get(event, []):
                    page._impl_obj.remove_listener(event, listener)
        page.unroute_all()
        self._forget()
        page.goto("about:blank")  # where the mouse is nowhere, too
        page.emulate_media(media="null", **{
            name: self._options.get(name, value) for name, value in _MEDIA.items()})
        session = page.context.new_cdp_session(page)
        session.send("Page.resetNavigationHistory")
        session.detach()  # while there is a second one, a page that is opened in print is on the screen again
        self._hear()

    def _forget(self) -> None:
        """Forget what the sites have stored, such as the reader's palette."""
        for origin in self._origins:
            if not self.page.url.startswith(f"{origin}/"):  # what is stored is reached from there alone
                self.page.route(f"{origin}/**", lambda route: route.fulfill(body=""))
                self.page.goto(f"{origin}/")
                self.page.unroute_all()
            self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self._origins.clear()
        self.page.context.clear_cookies()


class Tabs:
    """Lends tabs, by the options of their context; one of each is kept."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}
        self._kept: dict[str, _Tab] = {}
        self._lent: dict[Page, tuple[str, _Tab]] = {}

    def lend(self, options: dict[str, Any]) -> Page:
        """Return an empty tab in a context with these options: the kept one, or a new one if that is lent."""
        key = repr(sorted(options.items()))
        if key not in self._contexts:
            self._contexts[key] = self._browser.new_context(**options)
            self._contexts[key].add_init_script(_STILL)
        tab = self._kept.pop(key, None) or _Tab(self._contexts[key].new_page(), options)
        self._lent[tab.page] = key, tab
        return tab.page

    def take_back(self, page: Page) -> None:
        """Keep a tab for the next test, or close it if there is one, with all that was opened from it."""
        key, tab = self._lent.pop(page)
        if not page.is_closed():
            tab.make_new()
        if page.is_closed() or key in self._kept:
            page.close()
        else:
            self._kept[key] = tab
        known = {*self._lent, *(kept.page for kept in self._kept.values())}
        for other in self._contexts[key].pages:
            if other not in known:
                other.close()

    def close(self) -> None:
        for context in self._contexts.values():
            context.close()
