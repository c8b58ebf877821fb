"""All of an import: a blog of Hugo is read, and each file of the new site is said. None is written here."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from mkdocs_career_roadmap.authoring.series import Member
from mkdocs_career_roadmap.new_site.dead_links import PageParts, dead_parts
from mkdocs_career_roadmap.new_site.destination import Content
from mkdocs_career_roadmap.new_site.frame import Plan, SiteName, frame
from mkdocs_career_roadmap.new_site.lines import ImportNote, NoteKind
from mkdocs_career_roadmap.new_site.links import AddressBook
from mkdocs_career_roadmap.new_site.markdown import EXTENSIONS
from mkdocs_career_roadmap.new_site.menu import SiteMenu
from mkdocs_career_roadmap.new_site.report import REPORT, Row, counts, report
from mkdocs_career_roadmap.new_site.wishes import Wishes, proposals
from mkdocs_career_roadmap.project.progress import SILENT, ProgressLine
from mkdocs_career_roadmap.vocabulary.phrases import some

from .blog.addresses import address_of, aliases_of
from .blog.components import with_themes
from .blog.config import HugoConfig, read_hugo_config
from .blog.pages import Held, HugoPage, PageFile, PageSort
from .blog.source import HugoSource, read_hugo
from .mapping.list_pages import page_size, pages_below, parts_of_list
from .mapping.menu import menu_of
from .mapping.places import MADE_HERE, HugoPlaces, file_of
from .mapping.site_parts import about_of, parts_of, templates_left
from .page import CarriedPage, HugoConverter, category_names

__all__ = ["Wishes", "plan"]

_LISTS = "it lists the posts, which the blog of the site does itself; put its words there"
_ASSET = re.compile(r"resources\.Get(?:Match)?\s+\(?\"([^\"]+)\"")


def plan(folder: Path, wishes: Wishes, now: datetime | None = None, progress: ProgressLine = SILENT) -> Plan:
    """Return what the blog in a folder becomes. Raises ProjectError if it cannot be read at all."""
    config = with_themes(folder, read_hugo_config(folder))
    if wishes.timezone:
        config = replace(config, raw={**config.raw, "timezone": wishes.timezone})
    source = read_hugo(folder, config, now)
    wishes.refuse_unknown(name for page in source.pages for name in category_names(page))
    return _HugoImport(source, config, wishes, progress).plan()


class _HugoImport:
    """One blog on its way."""

    def __init__(
        self, source: HugoSource, config: HugoConfig, wishes: Wishes, progress: ProgressLine
    ) -> None:
        self._source, self._config, self._wishes, self._progress = source, config, wishes, progress
        self._notes = list(source.notes)
        self._files: dict[str, Content] = {}
        self._book = AddressBook(config.baseurl, config.url)
        # Material puts the files of the posts' folder elsewhere, so none lies there.
        files = [name for _, name in source.static] + [file_address(one, config) for one in source.files]
        used = {name.partition("/")[0] for name in files}
        self._places = HugoPlaces(source.pages, config, used)
        self._converter = HugoConverter(config, source, self._book, self._places, wishes.goal_of)
        self._lists: dict[str, None] = {}
        self._counts = pages_below(source.pages)
        self._below: dict[str, list[tuple[HugoPage, str]]] = {}
        """By folder, the pages that the list of its section has."""

    def plan(self) -> Plan:
        placed = self._placed()
        copied = self._copied()
        pages = [
            self._carried(page, path, placed) for page, path in self._progress.over(placed, "reading pages")
        ]
        parts = PageParts({one.path: one.text for one in pages})
        for one in pages:
            self._notes += one.notes
            self._notes += dead_parts(one.page.path, one.parts, parts)
            self._files[f"docs/{one.path}"] = one.text
        self._frame(pages)
        rows = tuple(Row(one.page.path, f"docs/{one.path}", one.address) for one in pages)
        self._files[REPORT] = report(
            rows,
            copied,
            self._notes,
            list(proposals(list(_members(pages)))),
            list(self._hints()),
            self._wishes.command,
        )
        posts = sum(one.is_post for one in pages)
        carried = [some(posts, "post"), some(len(pages) - posts, "other page"), some(copied, "file")]
        left = ", ".join(counts(self._notes))
        return Plan(
            self._files,
            tuple(self._notes),
            rows,
            f"{', '.join(carried)}" + (f"; {left}: {REPORT} tells of each" if left else ""),
        )

    def _placed(self) -> list[tuple[HugoPage, str]]:
        """Return what becomes a page, with its path; the address book knows it afterwards."""
        config, placed = self._config, []
        for page in self._source.pages:
            if not self._is_page(page):
                continue
            placed.append((page, self._places.of(page)))
            if page.held in (Held.NO, Held.FUTURE):
                where = address_of(page, config)
                also = self._parts_of(page, where) if page.sort is PageSort.SECTION else ()
                for one in (where, *also):
                    self._book.add(file_of(one), placed[-1][1])
        if config.languages and not config.root:
            self._list(f"/{config.language}/")
        return placed

    def _is_page(self, page: HugoPage) -> bool:
        """Tell whether a page becomes one of the new site; what lists the posts or is held back does not."""
        where = address_of(page, self._config)
        if page.sort is PageSort.HOME or self._places.is_listing(page):
            for one in (where, *aliases_of(page, where, self._config), *self._parts_of(page, where)):
                self._list(one)
            has_words = bool(page.body.strip())
            if page.sort is not PageSort.HOME and has_words:
                self._skip(page, _LISTS)
            return page.sort is PageSort.HOME and has_words and page.held is Held.NO
        if hidden := self._no_page(page, file_of(where)):
            self._skip(page, hidden)
            self._book.give_up(file_of(where), hidden)
            return False
        if self._places.is_main(page) and not self._places.is_post(page):
            what = "it has no date, so it is a page of its own, and no post of the blog"
            self._notes.append(ImportNote(NoteKind.CHANGED, page.path, 0, what))
        return True

    def _parts_of(self, page: HugoPage, where: str) -> Iterator[str]:
        """Yield the addresses of the further parts of a list, which may be long."""
        config, count = self._config, page.listed or self._counts[posixpath.dirname(page.name)]
        if page.sort is not PageSort.HOME:
            yield from parts_of_list(where, count, config)
            return
        posts = sum(self._places.is_post(one) and one.held is Held.NO for one in self._source.pages)
        there = -(-posts // page_size(config))  # of these Material's blog makes all but the first
        yield from (one for one in parts_of_list(where, count, config) if one.rstrip("/").endswith("/1"))
        yield from parts_of_list(where, count, config, max(there, 1) + 1)

    def _list(self, where: str) -> None:
        if where not in self._places.of_material:
            self._lists[where] = None
        self._book.add(file_of(where), "index.md")

    def _no_page(self, page: HugoPage, file: str) -> str | None:
        if self._places.is_post(page):
            return None  # what Hugo holds back is a draft of the blog
        if page.held is not Held.NO:
            return str(page.held)
        return "MkDocs makes this page itself" if file in MADE_HERE else None

    def _skip(self, page: HugoPage, why: str) -> None:
        self._notes.append(ImportNote(NoteKind.SKIPPED, page.path, 0, why))

    def _copied(self) -> int:
        """Take the files that are no pages to where they were. Returns how many."""
        config = self._config
        wanted: list[tuple[str, str]] = list(self._source.static)
        for one in self._source.files:
            if one.owner is not None and one.owner.held is not Held.NO:
                why = f"its page is not published: {one.owner.held}; copy it when that is"
                self._notes.append(ImportNote(NoteKind.SKIPPED, one.path, 0, why))
                self._book.give_up(file_address(one, config), why)
                continue
            wanted.append((one.path, file_address(one, config)))
        wanted += self._assets()
        copied = 0
        for path, name in wanted:
            if odd := self._no_copy(name):
                self._notes.append(ImportNote(NoteKind.SKIPPED, path, 0, odd))
                self._book.give_up(name, odd)
                continue
            self._files[f"docs/{self._places.take(name)}"] = self._source.root / path
            self._book.add(name, name)
            copied += 1
        return copied

    def _assets(self) -> Iterator[tuple[str, str]]:
        """Yield the files of the assets that a template of a shortcode, or the configuration, names."""
        named = {
            name for text in self._source.components.shortcodes.values() for name in _ASSET.findall(text)
        }
        params = str(self._config.mapping("params"))
        for name, path in self._source.assets.items():
            if name in named or (f"'{name}'" in params or f"'/{name}'" in params):
                yield path, name

    def _no_copy(self, name: str) -> str | None:
        if name in MADE_HERE:
            return "MkDocs makes this file itself"
        if name.lower().endswith((".md", ".markdown")):
            return "MkDocs would make a page of it; give it another ending"
        page = f"{name.removesuffix('index.html').rstrip('/') or 'index'}.md"
        if (
            not self._places.is_free(name)
            or (name.endswith("index.html") and not self._places.is_free(page))
            or (name == "index.html")
        ):
            return "a page of the site, or another file, lies there"
        if any(part.startswith(".") for part in name.split("/")):
            return "MkDocs leaves out files whose names begin with a dot; copy it by hand where it is needed"
        return None

    def _carried(self, page: HugoPage, path: str, placed: Sequence[tuple[HugoPage, str]]) -> CarriedPage:
        if page.sort is PageSort.HOME:
            return self._converter.carry(page, path, also=list(self._lists))
        if page.sort is not PageSort.SECTION:
            return self._converter.carry(page, path)
        also = [*self._parts_of(page, address_of(page, self._config))]
        return self._converter.carry(page, path, [*self._list_of(page, path, placed)], also)

    def _list_of(self, section: HugoPage, path: str, placed: Sequence[tuple[HugoPage, str]]) -> Iterator[str]:
        """Yield the list of the pages of a section, which Hugo's theme made."""
        folder = posixpath.dirname(section.name)
        if not self._below:
            for page, where in placed:
                if page.held is Held.NO:
                    self._below.setdefault(_holder(page), []).append((page, where))
        below = [one for one in self._below.get(folder, ()) if one[0] is not section]
        if not below:
            return
        what = "the list of its pages is that of the day of the import"
        self._notes.append(ImportNote(NoteKind.CHANGED, section.path, 0, what))
        if not section.title and not section.body.strip():
            yield f"# {folder.rpartition('/')[2].replace('-', ' ').capitalize()}"
        yield ""
        for page, where in sorted(below, key=lambda one: _order(one[0])):
            target = quote(posixpath.relpath(where, posixpath.dirname(path) or "."), safe="/")
            name = re.sub(r"([\\\[\]*_`<])", r"\\\1", page.title or page.stem)
            yield f"- [{name}]({target})"

    def _frame(self, pages: Sequence[CarriedPage]) -> None:
        """Say the files that a site needs besides its pages."""
        config = self._config
        parts = parts_of(config, {path.removeprefix("docs/") for path in self._files})
        menu = self._menu()
        blog = replace(
            self._places.blog,
            has_tags=any(one.has_tags for one in pages),
            has_maths=any("$$" in one.text or "\\(" in one.text for one in pages),
            has_dead_links=any(note.kind is NoteKind.DEAD for note in self._notes),
        )
        missing = [
            *parts.missing,
            *self._robots(),
            *templates_left(self._source.components),
            *(f"The menu's entry {one}, which leads nowhere" for one in menu.lost),
        ]
        self._notes += [ImportNote(NoteKind.MISSING, config.name, 0, what) for what in missing]
        address = f"{config.url}{config.baseurl}/" if config.url else ""
        lists, _ = self._converter.claim(self._lists, "")
        identity = SiteName(config.text("title") or "My blog", about_of(config), address)
        for path, text in frame(identity, blog, EXTENSIONS, parts, menu.items, lists).items():
            self._files.setdefault(path, text)

    def _robots(self) -> Iterator[str]:
        """Write robots.txt as Hugo does; yield what is to be told of one that a template makes."""
        if not self._config.is_set("enableRobotsTXT") or "docs/robots.txt" in self._files:
            return
        if any(
            (self._source.root / one).is_file()
            for one in ("layouts/robots.txt", "layouts/_default/robots.txt")
        ):
            yield "robots.txt, which a template made: write it into docs/"
        else:
            self._files["docs/robots.txt"] = "User-agent: *\n"

    def _menu(self) -> SiteMenu:
        """Return the menu of the blog; a file in it that is no page is linked to by its address."""
        config = self._config

        def find(where: str) -> str | None:
            rest = where.removeprefix(config.url) if config.url else where
            if re.match(r"https?:", rest):
                return None
            below = rest.removeprefix(config.baseurl) if rest.startswith(f"{config.baseurl}/") else rest
            found = self._book.find(below or "/") or (
                self._book.find(f"{config.root}{below}") if config.root else None
            )
            if found is None or found[1].endswith(".md"):
                return found and found[1]
            return f"{config.url}{config.baseurl}/{quote(found[0])}"

        shown = [one for one in self._source.pages if one.held is Held.NO]
        return menu_of(config, shown, find, self._converter.address_named)

    def _hints(self) -> Iterator[str]:
        """Yield what is to be known of the site as a whole."""
        if not self._config.text("timeZone"):
            yield "Neither timeZone of the configuration nor --timezone names a zone: days are of UTC."
        sections = ", ".join(self._places.sections) or "none"
        yield f"The posts are the pages with a date in: {sections}. `params.mainSections` may name others."


def file_address(one: PageFile, config: HugoConfig) -> str:
    """Return where Hugo puts a file that lies beside pages, without a leading slash."""
    if one.owner is None:
        return posixpath.join(config.root.strip("/"), one.name)
    rest = posixpath.relpath(one.name, posixpath.dirname(one.owner.name) or ".")
    where = address_of(one.owner, config)
    folder = where if where.endswith("/") else posixpath.splitext(where)[0]
    return posixpath.join(folder.strip("/"), rest).strip("/")


def _holder(page: HugoPage) -> str:
    """Return the folder whose section a page belongs to."""
    if page.sort is PageSort.SECTION:
        return posixpath.dirname(posixpath.dirname(page.name)) or "."
    return page.folder


def _order(page: HugoPage) -> tuple[float, float, str]:
    weight = page.data.get("weight")
    heavy = (
        float(weight) if isinstance(weight, int | float) and not isinstance(weight, bool) and weight else 1e9
    )
    return heavy, -(page.day.timestamp() if page.day else 0.0), page.title


def _members(pages: Sequence[CarriedPage]) -> Iterator[Member]:
    for one in pages:
        if one.is_post and not one.goal:
            yield Member(one.path, one.page.title, one.categories, one.targets)
