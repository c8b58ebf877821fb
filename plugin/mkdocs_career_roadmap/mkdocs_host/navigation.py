"""The roadmap's section in the navigation of an MkDocs site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import PurePosixPath
from typing import Any

from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from ..pages import catalogue
from ..pages.catalogue import MORE, RoadmapPage, goals_in_menu, more_in_menu
from ..reading.hidden_pages.hidden import Hidden
from ..reading.prose import address_of
from ..vocabulary.escaping import title_for_themes
from ..vocabulary.labels import Words
from ..vocabulary.settings import Settings


def add_roadmap(
    nav: Navigation, ours: Sequence[tuple[RoadmapPage, Page]], settings: Settings, words: Words,
    *, is_automatic: bool,
) -> None:
    """Put Map, Board, Timeline, Goals and More into the navigation, without milestones and without goals and
    years beyond those of `goals_in_menu` and `more_in_menu`.

    An author who lists several of these pages arranged them: nothing is added. One who
    lists the overview alone gets the others beside it. One who lists none gets a section:
    at its alphabetical place if the navigation was made from the files, else at the end.
    """
    of_kind = {kind: [page for shown, page in ours if shown.kind is kind] for kind in catalogue.KINDS}
    if not of_kind[catalogue.OVERVIEW]:
        return  # another plugin took it out of the site
    overview = of_kind[catalogue.OVERVIEW][0]
    views = [*of_kind[catalogue.BOARD], *of_kind[catalogue.TIMELINE]]
    listed = {id(page) for page in nav.pages}
    if any(id(page) in listed for page in (*views, *(page for kind in MORE for page in of_kind[kind]))):
        return
    title = overview.title if id(overview) in listed else None
    if overview.title is None and overview.file.generated_by:
        overview.title = title_for_themes(words("map"))
    page_of = {shown.path: page for shown, page in ours}
    sections: dict[str, list[Any]] = {
        "goals": _goals(ours, listed, overview, words),
        "more": [page_of[shown.path] for shown in more_in_menu([shown for shown, _ in ours])]}
    rest: list[Any] = [*views, *(
        Section(title_for_themes(words(key)), some) for key, some in sections.items() if some)]
    if id(overview) in listed:
        _put_beside(overview, rest, title, nav, settings, words)
    else:
        _add_section(nav, [overview, *rest], settings, is_automatic)
    _link_up(nav)
    in_menu = {id(page) for page in nav.pages}
    for kind in (catalogue.MILESTONE, catalogue.GOAL, catalogue.YEAR, catalogue.POSTS):
        for page in of_kind[kind]:
            if page.parent is None and id(page) not in in_menu:
                page.parent = overview.parent  # so that the theme shows the section beside it


def _put_beside(
    overview: Any, rest: Sequence[Any], title: str | None, nav: Navigation, settings: Settings, words: Words
) -> None:
    """Put the rest to the overview, where the author's `nav` has that with this title or without one."""
    if isinstance(overview, Section):  # section-index makes a page of a section and its first page
        overview.children[:0] = rest
        return
    siblings = overview.parent.children if overview.parent is not None else nav.items
    if title is None and overview.parent is not None:
        _insert_after(siblings, overview, rest)
        return
    if overview.file.generated_by:
        overview.title = title_for_themes(words("map"))
    section = Section(title or title_for_themes(settings.title), [overview, *rest])
    siblings[siblings.index(overview)] = section


def _goals(
    ours: Sequence[tuple[RoadmapPage, Page]], listed: Collection[int], overview: Page, words: Words
) -> list[Page | Link]:
    """Return the goals for the menu that it has not yet and, where there are more, a link to all of them."""
    goals = {shown.path: (shown, page) for shown, page in ours
             if shown.kind is catalogue.GOAL and id(page) not in listed}
    chosen: list[Page | Link] = [
        goals[shown.path][1] for shown in goals_in_menu([shown for shown, _ in goals.values()])]
    if len(chosen) < len(goals):
        chosen.append(Link(title_for_themes(words("all_goals")), f"{overview.url}#roadmap-goals"))
    return chosen


def take_out(items: list[Any], files: Collection[str], hidden: Hidden) -> None:
    """Take the entries of hidden pages out of the navigation: an author's `nav` may name them, by their
    `files` or by their addresses, and MkDocs then shows their titles, with links that lead nowhere.
    """
    def leads_to_hidden(item: Any) -> bool:
        address = address_of(item.url) if isinstance(item, Link) else ""
        return bool(address) and (PurePosixPath(address.lstrip("/")).as_posix() in files
                                  or hidden.leads_to("", address) is not None)

    drop(items, leads_to_hidden)


def drop(items: list[Any], is_dropped: Callable[[Any], bool]) -> None:
    """Take entries out of a menu, and sections that have nothing in them: another plugin may have taken out
    what is hidden before. A section that is a page as well, as section-index makes them, stays that page.
    """
    for item in items:
        if isinstance(item, Section):
            drop(item.children, is_dropped)
    items[:] = [item for item in items if not is_dropped(item) and (
        not isinstance(item, Section) or item.children or _is_page(item))]


def _add_section(nav: Navigation, children: list[Any], settings: Settings, is_automatic: bool) -> None:
    prefix = _first_path(Section("", children)).rpartition("/")[0] + "/"
    for item in nav.items if is_automatic else ():
        if isinstance(item, Section) and _first_path(item).startswith(prefix):
            item.children[:0] = children  # other pages of the author's in the same folder
            return
    at = len(nav.items)
    if is_automatic:
        later = (i for i, item in enumerate(nav.items)
                 if isinstance(item, Section) and _first_path(item) > prefix)
        at = next(later, at)
    nav.items.insert(at, Section(title_for_themes(settings.title), children))


def _is_page(item: object) -> bool:
    """Return whether an entry is a page, which a section may be as well."""
    return isinstance(item, Page)


def _first_path(item: Any) -> str:
    """Return the source path of the first page of a section, which it may be itself; empty without one."""
    while isinstance(item, Section) and not _is_page(item) and item.children:
        item = item.children[0]
    return item.file.src_uri if isinstance(item, Page) else ""


def _insert_after(siblings: list[Any], item: Any, more: Sequence[Any]) -> None:
    at = siblings.index(item) + 1
    siblings[at:at] = more


def _link_up(nav: Navigation) -> None:
    """Set every parent, previous and next page as MkDocs does for what it made itself."""
    pages: list[Page] = []

    def walk(items: Sequence[Any], parent: Section | None) -> None:
        for item in items:
            item.parent = parent
            if _is_page(item):
                pages.append(item)
            if isinstance(item, Section):
                walk(item.children, item)

    walk(nav.items, None)
    nav.pages[:] = pages
    for before, page, after in zip([None, *pages[:-1]], pages, [*pages[1:], None], strict=True):
        page.previous_page, page.next_page = before, after
