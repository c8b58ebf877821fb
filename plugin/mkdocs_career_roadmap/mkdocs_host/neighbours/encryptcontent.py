"""mkdocs-encryptcontent, which locks pages: all can see that they are there, and few what they say."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ...vocabulary.phrases import some
from ...vocabulary.problems import Place, Problem, problem
from ..intake import ReadPage
from ..reporting import log


def locks_of(config: MkDocsConfig) -> frozenset[str] | None:
    """Return the keys by which it locks every page that does not say otherwise; None: the site has it not."""
    plugin: Any = config.plugins.get("encryptcontent")
    if plugin is None:
        return None
    known = getattr(plugin, "setup", {}).get("password_inventory") or plugin.config.get("password_inventory")
    found = {"password": plugin.config.get("global_password"), "level": "_global" in (known or {})}
    return frozenset(key for key, has_it in found.items() if has_it)


def is_locked(page: Page) -> bool:
    """True for a page that it is going to lock, once it has read the page's front matter."""
    return hasattr(page, "encryptcontent")


def keep_from_locking(page: Page, locks: Collection[str]) -> None:
    """Keep it from a page that nobody wrote: what that says, public pages say."""
    page.meta.update(dict.fromkeys(locks, ""))


@dataclass(frozen=True, slots=True)
class LockedPages:
    """What the roadmap takes for locked, by source path."""

    sealed: frozenset[str]
    """The pages that are to be locked."""
    told: frozenset[str]
    """Those of which the roadmap tells, since nothing locks them."""
    left_out: int
    """How many of the sealed ones say something of the roadmap, which has nothing of it."""

    def misread(self, pages: Iterable[Page]) -> list[Problem]:
        """Return a problem for each page that is locked while the roadmap tells what it says, and for each
        that is not locked though its front matter asks for it.
        """
        problems = []
        for page in pages:
            path = page.file.src_uri
            if is_locked(page) and path in self.told:
                problems.append(problem(
                    "private-unread", Place(path),
                    "encryptcontent locks this page, but nothing in its front matter says so, so the roadmap "
                    "tells what it says; write its password or level there"))
            elif path in self.sealed and not is_locked(page):
                problems.append(problem(
                    "private-unread", Place(path),
                    "this page is to be locked, but encryptcontent does not lock it, so all that it says is "
                    "in the site; keep it back with `visibility: private`, or see why"))
        return problems


def locked_pages(pages: Iterable[ReadPage], locks: Collection[str] | None) -> LockedPages:
    """Return what is locked of the pages that were read. Where all pages are, a line of the log says what
    becomes of the roadmap.
    """
    shown = [(file.src_uri, page) for file, _, page in pages if not page.is_hidden]
    locked = LockedPages(
        frozenset(path for path, page in shown if page.is_sealed),
        frozenset(path for path, page in shown if page.entry and not page.is_sealed),
        sum(page.is_sealed and page.entry is not None for _, page in shown))
    if locks and locked.left_out:
        log.info(f"encryptcontent locks all pages of this site, so the roadmap, which it does not lock, has "
                 f"nothing of {some(locked.left_out, 'page')}; with `{min(locks)}: ''` a page is open")
    return locked
