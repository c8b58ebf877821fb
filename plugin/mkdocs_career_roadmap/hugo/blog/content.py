"""The content of a blog: its pages with what cascades to them, and the files that lie beside them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mkdocs_career_roadmap.new_site.lines import ImportNote, NoteKind
from mkdocs_career_roadmap.project.docs_folder import DocsFolder

from .cascades import cascaded
from .config import HugoConfig
from .data_text import DataTextError, lowered
from .front_matter import split_page
from .listing import WHY
from .pages import Held, HugoPage, PageFile, PageSort, SectionName
from .terms import with_terms
from .times import DATE_KEYS, EXPIRY_KEYS, PUBLISH_KEYS, first_moment, zone_of

MARKDOWN = (".md", ".markdown", ".mdown")
HTML = (".html", ".htm")
_OTHERS = {
    ".org": "Org",
    ".adoc": "AsciiDoc",
    ".asciidoc": "AsciiDoc",
    ".ad": "AsciiDoc",
    ".rst": "reStructuredText",
    ".pandoc": "Pandoc's Markdown",
    ".pdc": "Pandoc's Markdown",
}


class ContentReader:
    """Reads the files of the content one by one, and returns all at the end."""

    def __init__(self, root: Path, config: HugoConfig, now: datetime | None, notes: list[ImportNote]) -> None:
        """What is published after `now` is held back; what is passed over is told in `notes`."""
        self._config, self._now, self._notes = config, now, notes
        self._zone = zone_of(config.text("timeZone"))
        self._folder = DocsFolder(str(root.resolve()))
        self._bundles: dict[str, HugoPage] = {}
        self._texts: list[tuple[str, str]] = []
        self._others: list[tuple[str, str]] = []
        self._leaves: set[str] = set()

    def add(self, path: str, name: str) -> None:
        ending = posixpath.splitext(name)[1].lower()
        if ending not in MARKDOWN and ending not in HTML and ending not in _OTHERS:
            self._others.append((path, name))
            return
        language, plain = self._language_of(name)
        if language and language != self._config.language:
            own = self._config.language
            why = f"it is in the language {language}; only {own}, that of the site's root, is imported"
            self._skip(path, 0, why)
            return
        if posixpath.splitext(posixpath.basename(plain))[0] == "index":
            self._leaves.add(posixpath.dirname(plain))
        self._texts.append((path, plain))

    def _language_of(self, name: str) -> tuple[str, str]:
        stem, ending = posixpath.splitext(name)
        rest, dot, language = stem.rpartition(".")
        if dot and "/" not in language and language.lower() in self._config.languages:
            return language.lower(), f"{rest}{ending}"
        return "", name

    def finish(self) -> tuple[list[HugoPage], list[PageFile]]:
        """Return the pages, sections without a file and lists of terms among them, and the files beside."""
        read = [page for path, name in self._texts if (page := self._page(path, name)) is not None]
        sections = {posixpath.dirname(page.name) for page in read if page.sort is not PageSort.PAGE}
        tops = {page.name.partition("/")[0] for page in read if page.section}
        tops = tops - sections - self._leaves - self._config.taxonomies.keys()
        read.extend(
            HugoPage(
                f"{self._config.content}/{top}", f"{top}/_index.md", PageSort.SECTION, True, has_file=False
            )
            for top in sorted(tops)
        )
        if "" not in sections:
            read.append(HugoPage(self._config.content, "_index.md", PageSort.HOME, True, has_file=False))
        folders = {posixpath.dirname(page.name) for page in read if page.sort is PageSort.SECTION}
        pages = cascaded([_in_sections(page, folders) for page in read], self._config)
        called = {posixpath.dirname(page.name): _called(page) for page in pages if _is_list(page)}
        pages = self._held([replace(page, called=called) for page in pages])
        made = with_terms(pages, self._config)
        self._bundles = {posixpath.dirname(page.name): page for page in made if page.is_bundle}
        files = [
            PageFile(path, plain, self._owner(plain))
            for path, name in self._others
            for language, plain in [self._language_of(name)]
            if not language or language == self._config.language
        ]
        return made, files

    def _owner(self, name: str) -> HugoPage | None:
        """Return the bundle that a file belongs to: the nearest leaf above it, or else section."""
        above = [posixpath.dirname(name)]
        while above[-1]:
            above.append(posixpath.dirname(above[-1]))
        leaf = next((one for one in above[:-1] if one in self._leaves), None)
        if leaf is not None:
            return self._bundles.get(leaf)
        return next((self._bundles[one] for one in above if one in self._bundles), None)

    def _skip(self, path: str, line: int, why: str) -> None:
        self._notes.append(ImportNote(NoteKind.SKIPPED, path, line, why))

    def _page(self, path: str, name: str) -> HugoPage | None:
        folder = posixpath.dirname(name)
        stem, ending = posixpath.splitext(posixpath.basename(name))
        above = [folder] if stem not in ("index", "_index") else []
        up = posixpath.dirname(folder)
        while folder and up != folder:
            above.append(up)
            folder, up = up, posixpath.dirname(up)
        if any(one in self._leaves and one for one in above) or (
            above and above[0] == "" and "" in self._leaves
        ):
            self._skip(path, 0, "it is a part of the page bundle that it lies in, and no page of its own")
            return None
        if ending.lower() in _OTHERS:
            self._skip(path, 0, f"it is written in {_OTHERS[ending.lower()]}; write it in Markdown")
            return None
        source, wrong = self._folder.read(path)
        if source is None or wrong is not None:
            line = wrong.place.line if wrong and wrong.code == "bad-encoding" else 0
            self._skip(path, line, WHY.get(wrong.code if wrong else "", WHY["unreadable"]))
            return None
        try:
            parts = split_page(source.text)
        except DataTextError as error:
            self._skip(path, error.line, f"its front matter cannot be read: {error.what}")
            return None
        inner = posixpath.dirname(name)
        sort = PageSort.PAGE
        if stem == "_index":
            sort = PageSort.HOME if not inner else PageSort.SECTION
            top, _, term = inner.partition("/")
            if top in self._config.taxonomies:
                sort = PageSort.TERM if term else PageSort.TAXONOMY
        data = lowered(parts.front)
        return HugoPage(
            path,
            name,
            sort,
            stem in ("index", "_index"),
            parts.front,
            data if isinstance(data, dict) else {},
            parts.texts,
            parts.lines,
            parts.body,
            parts.body_line,
        )

    def _held(self, pages: Sequence[HugoPage]) -> list[HugoPage]:
        kept = []
        for page in pages:
            try:
                kept.append(self._dated(page))
            except ValueError as error:
                line = next((page.lines[key] for key in page.lines if "date" in key.lower()), 0)
                self._skip(page.path, line, f"its date cannot be read: {error}")
        return sorted(kept, key=lambda page: page.path)

    def _dated(self, page: HugoPage) -> HugoPage:
        data, config, now = page.data, self._config, self._now
        day = first_moment(data, DATE_KEYS, self._zone)
        published = first_moment(data, PUBLISH_KEYS, self._zone)
        expires = first_moment(data, EXPIRY_KEYS, self._zone)
        held = Held.NO
        if _is_true(data.get("draft")) and not config.is_set("buildDrafts"):
            held = Held.DRAFT
        elif _has_no_page(data):
            held = Held.NO_PAGE
        elif now and expires and expires < now and not config.is_set("buildExpired"):
            held = Held.EXPIRED
        elif now and published and published > now and not config.is_set("buildFuture"):
            held = Held.FUTURE if day and day > now else Held.UNPUBLISHED
        return replace(page, day=day, expires=expires, held=held)


def _in_sections(page: HugoPage, folders: set[str]) -> HugoPage:
    """Return a page that knows the section it is in."""
    folder = posixpath.dirname(page.name) if page.sort is PageSort.SECTION else page.folder
    while folder and folder not in folders:
        folder = posixpath.dirname(folder)
    return replace(page, sections=tuple(folder.split("/")) if folder else ())


def _is_list(page: HugoPage) -> bool:
    return page.sort not in (PageSort.PAGE, PageSort.HOME)


def _called(page: HugoPage) -> SectionName:
    written = page.data.get("slug")
    return SectionName(str(written).strip() if isinstance(written, str | int) else "", page.title)


def _is_true(value: object) -> bool:
    return value is True or str(value).strip().lower() in ("true", "1")


def _has_no_page(data: Mapping[str, object]) -> bool:
    """Tell whether front matter says that a page is made nowhere."""
    if _is_true(data.get("headless")):
        return True
    for key in ("build", "_build"):
        value = data.get(key)
        if isinstance(value, Mapping):
            render = value.get("render")
            if render is False or str(render).lower() in ("never", "link", "false"):
                return True
    return False
