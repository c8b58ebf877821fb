"""The front matter of pages as MkDocs and its theme have it: made safe, and checked."""

from __future__ import annotations

import html as html_library
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from yaml.nodes import Node, ScalarNode

from ..pages import catalogue
from ..pages.catalogue import RoadmapPage
from ..pages.head_tags import SharedCard
from ..reading.keep_back import DRAFT, kept_back, may_tell, shows, without_labels
from ..reading.page import BAD_STATUS, PLAIN_STATUS
from ..vocabulary.escaping import is_markup, title_for_themes
from ..vocabulary.problems import Place, Problem, problem
from ..vocabulary.settings import Settings
from .neighbours.macros import keep_from_macros


def prepare(page: Page, ours: RoadmapPage) -> None:
    """Give a page of the roadmap what its theme and other plugins are to know of it."""
    if ours.kind is not catalogue.POST or "status" in page.meta:
        set_status(page, ours)
    if not ours.is_written and page.file.generated_by:
        page.meta["title"] = ours.title
        keep_from_macros(page)
    if ours.description and not page.meta.get("description"):
        page.meta["description"] = ours.description
    make_safe(page)


def make_room(page: Page, ours: RoadmapPage) -> None:
    """Hide the table of contents of a wide page: the map wants the room. Where the author's own text has
    headings, readers want it more. Comes when the page's text is rendered.
    """
    if ours.kind.is_wide and "hide" not in page.meta and _headings(page.toc) < 2:
        page.meta["hide"] = ["toc"]  # Material's


def _headings(items: Iterable[AnchorLink]) -> int:
    return sum(1 + _headings(item.children) for item in items)


def set_status(page: Page, ours: RoadmapPage) -> None:
    """Give the page the status it has come to.

    Material prints the status of a page unescaped into its navigation, so
    what an author wrote there must never reach it.
    """
    status = getattr(ours.of, "status", None)
    if status is None:
        page.meta.pop("status", None)
    else:
        page.meta["status"] = str(status)


def make_safe(page: Page) -> None:
    """Escape the title and the description of a page of the roadmap: themes print both as
    they are, and a title in the navigation of every page. What has no markup stays as it is.
    """
    title, description = page.meta.get("title"), page.meta.get("description")
    if isinstance(title, str) and is_markup(title):
        page.meta["title"] = title_for_themes(title)
    if isinstance(description, str) and ("<" in description or '"' in description):
        page.meta["description"] = html_library.escape(description)


def make_file_name_safe(page: Page) -> None:
    """Do so for a page whose title is the name of its file. MkDocs escapes those made from headings."""
    if "title" not in page.meta and is_markup(page.file.name) and page.title and is_markup(page.title):
        page.meta["title"] = title_for_themes(html_library.unescape(page.title))


def card_of(ours: RoadmapPage, page: Page) -> SharedCard:
    """Return how a page of the roadmap is shown where somebody shares it."""
    # What an author calls a view is known to the page only. Of all others it may have a name in
    # the navigation, or one that is written so that no theme takes it for markup.
    is_thing = ours.kind in (catalogue.POST, catalogue.GOAL, catalogue.MILESTONE)
    title = ours.title if is_thing or page.file.generated_by else page.title
    return SharedCard(
        str(title or ours.title), str(page.meta.get("description") or ""),
        "article" if ours.kind is catalogue.POST else "website", page.canonical_url or "")


def drop_bad_statuses(pages: Mapping[str, Page]) -> list[str]:
    """Take off the pages each status that is more than plain words, and return which had one.

    Material prints it into the navigation of every page, as part of a class. MkDocs and other
    plugins read more of the front matter than we do, so this comes when they have read all of it.
    """
    bad = [path for path, page in pages.items()
           if not PLAIN_STATUS.fullmatch(str(page.meta.get("status", "")))]
    for path in bad:
        del pages[path].meta["status"]
    return bad


def bad_status(path: str) -> Problem:
    return problem("bad-status", Place(path), BAD_STATUS)


def private_unread(pages: Iterable[Page], settings: Settings) -> list[Problem]:
    """Return a problem for each page of the site that was kept back after its file was read: by defaults
    that another plugin keeps under a name of its own, a hook, or keys that only YAML puts together.
    """
    told = []
    for page in pages:
        said = _scalars(page.meta)
        kept = kept_back(without_labels(said, settings.status_labels)) if said else None
        is_left = kept and kept.why == DRAFT and settings.leaves_draft(page.file.src_uri)
        if kept and kept.is_sure and not kept.is_shared and not is_left and not shows(said, kept.why):
            told.append(problem(
                "private-unread", Place(page.file.src_uri),
                f"{kept.key} says {kept.why}, but not in the front matter of this file, between lines of "
                "---, so the page is in the site; write it there"))
    return told


def _scalars(meta: Mapping[str, Any]) -> list[tuple[str, Node]]:
    """Return what a page says in single words of whether it is shown, as it is in YAML."""
    return [(str(key), ScalarNode("tag:yaml.org,2002:str", str(value)))
            for key, value in meta.items() if isinstance(value, str | int) and may_tell(str(key))]
