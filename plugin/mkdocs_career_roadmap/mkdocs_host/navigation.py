"""The roadmap's section in the navigation of an MkDocs site."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from ..pages import catalogue
from ..pages.catalogue import MORE, PageKind
from ..reading.hidden_pages.hidden import Hidden
from ..reading.prose import address_of
from ..vocabulary.escaping import title_for_themes
from ..vocabulary.labels import Words
from ..vocabulary.settings import Settings


def add_roadmap(
    nav: Navigation, ours: Mapping[PageKind, Sequence[Page]], settings: Settings, words: Words,
    *, is_automatic: bool,
) -> None:
    """Put Map, Board, Timeline, Goals and More into the navigation; milestones stay out of it.

    An author who lists several of these pages arranged them: nothing is added. One who
    lists the overview alone gets the others beside it. One who lists none gets a section:
    at its alphabetical place if the navigation was made from the files, else at the end.
    """
    if not ours.get(catalogue.OVERVIEW):
        return  # another plugin took it out of the site
    overview = ours[catalogue.OVERVIEW][0]
    views = [p for kind in (catalogue.BOARD, catalogue.TIMELINE) for p in ours.get(kind, ())]
    listed = {id(page) for page in nav.pages}
    goals = [p for p in ours.get(catalogue.GOAL, ()) if id(p) not in listed]
    more = [p for kind in MORE for p in ours.get(kind, ())]
    if any(id(page) in listed for page in (*views, *more)):
        return
    title = overview.title if id(overview) in listed else None
    if overview.title is None and overview.file.generated_by:
        overview.title = title_for_themes(words("map"))
    sections = {"goals": goals, "more": more}
    rest: list[Any] = [*views, *(
        Section(title_for_themes(words(key)), list(some)) for key, some in sections.items() if some)]
    if id(overview) not in listed:
        _add_section(nav, [overview, *rest], settings, is_automatic)
    elif title is None and overview.parent is not None:
        _insert_after(overview.parent.children, overview, rest)
    else:
        siblings = overview.parent.children if overview.parent is not None else nav.items
        if overview.file.generated_by:
            overview.title = title_for_themes(words("map"))
        section = Section(title or title_for_themes(settings.title), [overview, *rest])
        siblings[siblings.index(overview)] = section
    _link_up(nav)
    for page in ours.get(catalogue.MILESTONE, ()):
        if page.parent is None and id(page) not in listed:
            page.parent = overview.parent  # so that the theme shows the section beside it


def take_out(items: list[Any], files: Collection[str], hidden: Hidden) -> None:
    """Take the entries of hidden pages out of the navigation: an author's `nav` may name them, by their
    `files` or by their addresses, and MkDocs then shows their titles, with links that lead nowhere.
    """
    def leads_to_hidden(item: Any) -> bool:
        address = address_of(item.url) if isinstance(item, Link) else ""
        return bool(address) and (PurePosixPath(address.lstrip("/")).as_posix() in files
                                  or hidden.leads_to("", address) is not None)

    for item in items:
        if isinstance(item, Section):
            take_out(item.children, files, hidden)
    items[:] = [item for item in items
                if not leads_to_hidden(item) and not (isinstance(item, Section) and not item.children)]


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


def _first_path(item: Any) -> str:
    """Return the source path of the first page below a section; empty without one."""
    while isinstance(item, Section) and item.children:
        item = item.children[0]
    return item.file.src_uri if isinstance(item, Page) else ""


def _insert_after(siblings: list[Any], item: Any, more: list[Any]) -> None:
    at = siblings.index(item) + 1
    siblings[at:at] = more


def _link_up(nav: Navigation) -> None:
    """Set every parent, previous and next page as MkDocs does for what it made itself."""
    pages: list[Page] = []

    def walk(items: Sequence[Any], parent: Section | None) -> None:
        for item in items:
            item.parent = parent
            if isinstance(item, Page):
                pages.append(item)
            elif isinstance(item, Section):
                walk(item.children, item)

    walk(nav.items, None)
    nav.pages[:] = pages
    for before, page, after in zip([None, *pages[:-1]], pages, [*pages[1:], None], strict=True):
        page.previous_page, page.next_page = before, after
