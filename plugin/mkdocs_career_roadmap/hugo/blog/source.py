"""The files of a blog of Hugo: its pages with what cascades to them, the files beside them, its templates.

Nothing is trusted: what cannot be read, or lies outside of the blog's folder, is told in a note.
"""

from __future__ import annotations

import fnmatch
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from pathlib import Path

from mkdocs_career_roadmap.new_site.lines import ImportNote, NoteKind
from mkdocs_career_roadmap.project.docs_folder import DocsFolder
from mkdocs_career_roadmap.vocabulary.problems import Problem

from .components import Components, read_components
from .config import HugoConfig
from .data_text import DataTextError, lowered, merged
from .front_matter import split_page
from .mounts import mounts_of
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
_WHY = {
    "broken-link": "it is a link that leads nowhere or in a circle",
    "outside-link": "it is a link that leads out of the blog's folder; put what lies behind it there",
    "special-file": "it is no file but a pipe, a socket or a device",
    "unreadable": "it cannot be read; check its rights",
    "bad-encoding": "it is not UTF-8 text; save it as UTF-8",
}


@dataclass(slots=True)
class HugoSource:
    """A blog, read."""

    root: Path
    pages: list[HugoPage] = field(default_factory=list)
    """By path; sections without a file are among them."""
    files: list[PageFile] = field(default_factory=list)
    """Those beside pages."""
    static: list[tuple[str, str]] = field(default_factory=list)
    """Path from the blog's folder, and address without a leading slash, of each file that is copied."""
    assets: dict[str, str] = field(default_factory=dict)
    """From the path among the assets to that from the blog's folder."""
    components: Components = field(default_factory=Components)
    notes: list[ImportNote] = field(default_factory=list)


def read_hugo(root: Path, config: HugoConfig, now: datetime | None = None) -> HugoSource:
    """Return the files of the blog in a folder. What is published after `now` is held back; without `now`
    nothing is for its day.
    """
    source = HugoSource(root)
    zone = zone_of(config.text("timeZone"))
    reader = _ContentReader(source, config, zone, now)
    for path, name in _mounted(root, config, "content", source.notes):
        if not is_ignored(path, config):
            reader.add(path, name)
    reader.finish()
    source.static = _mounted(root, config, "static", source.notes)
    source.assets = {name: path for path, name in _mounted(root, config, "assets", [])}
    source.components = read_components(root, config, lambda folder: _listed(root, folder, []))
    return source


def _mounted(root: Path, config: HugoConfig, what: str, notes: list[ImportNote]) -> list[tuple[str, str]]:
    """Return the files of a kind: the path of each from the blog's folder, and from that of the kind."""
    found: dict[str, str] = {}
    for mount in mounts_of(config, what):
        if (root / mount.source).is_file():
            found.setdefault(mount.target, mount.source)
        for path, name in _listed(root, mount.source, notes):
            if mount.has(name):
                found.setdefault(posixpath.join(mount.target, name), path)
    return sorted((path, name) for name, path in found.items())


def _listed(root: Path, below: str, notes: list[ImportNote]) -> list[tuple[str, str]]:
    """Return the files below a folder: the path of each from the blog's folder, and from that folder."""
    if not (root / below).is_dir():
        return []
    folder = DocsFolder(str((root / below).resolve()))
    found = []
    for one in folder.walk():
        name = one if isinstance(one, str) else one.place.path
        shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        path = posixpath.join(below, shown)
        if _is_litter(posixpath.basename(name)):
            continue
        wrong = one if isinstance(one, Problem) else folder.refusal(name)
        if wrong is not None:
            notes.append(ImportNote(NoteKind.SKIPPED, path, 0, _WHY.get(wrong.code, _WHY["unreadable"])))
        elif shown != name:
            notes.append(ImportNote(NoteKind.SKIPPED, path, 0, "its name is not UTF-8; give it another"))
        else:
            found.append((path, name))
    return sorted(found)


def _is_litter(base: str) -> bool:
    """Tell whether a file is one that editors and file managers leave behind."""
    return base.endswith("~") or base.startswith(".#") or base in (".DS_Store", ".gitkeep", "Thumbs.db")


def is_ignored(path: str, config: HugoConfig) -> bool:
    """Tell whether `ignoreFiles` leaves out a file of the content."""
    patterns = config.raw.get("ignorefiles")
    for one in patterns if isinstance(patterns, list) else ():
        try:
            if re.search(str(one), path):
                return True
        except re.error:
            continue
    return False


class _ContentReader:
    """Reads the folder of the content."""

    def __init__(self, source: HugoSource, config: HugoConfig, zone: tzinfo, now: datetime | None) -> None:
        self._source, self._config, self._zone, self._now = source, config, zone, now
        self._folder = DocsFolder(str(source.root.resolve()))
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

    def finish(self) -> None:
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
        pages = _cascaded([_in_sections(page, folders) for page in read])
        called = {posixpath.dirname(page.name): _called(page) for page in pages if _is_list(page)}
        pages = self._held([replace(page, called=called) for page in pages])
        self._source.pages = with_terms(pages, self._config)
        self._bundles = {posixpath.dirname(page.name): page for page in self._source.pages if page.is_bundle}
        for path, name in self._others:
            language, plain = self._language_of(name)
            if language and language != self._config.language:
                continue
            self._source.files.append(PageFile(path, plain, self._owner(plain)))

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
        self._source.notes.append(ImportNote(NoteKind.SKIPPED, path, line, why))

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
            self._skip(path, line, _WHY.get(wrong.code if wrong else "", _WHY["unreadable"]))
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


def _cascaded(pages: Sequence[HugoPage]) -> list[HugoPage]:
    """Return pages with what the sections above them give to all that is below."""
    given = {
        posixpath.dirname(page.name): _cascades(page.data.get("cascade"))
        for page in pages
        if page.sort is not PageSort.PAGE and page.is_bundle
    }
    result = []
    for page in pages:
        folder = posixpath.dirname(page.name)
        above = [folder]
        while folder:
            folder = posixpath.dirname(folder)
            above.append(folder)
        data = dict(page.data)
        for one in above:
            for values, target in given.get(one, ()):
                if _is_meant(page, target):
                    data = merged_flat(data, values)
        result.append(replace(page, data=data))
    return result


def merged_flat(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """Return the keys of two mappings; those of `params` are merged one by one."""
    params = first.get("params"), second.get("params")
    result = {**second, **first}
    if all(isinstance(one, Mapping) for one in params):
        result["params"] = merged(params[0], params[1])  # type: ignore[arg-type]
    return result


def _cascades(value: object) -> list[tuple[Mapping[str, object], Mapping[str, object]]]:
    found: list[tuple[Mapping[str, object], Mapping[str, object]]] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            target = one.get("target", one.get("_target"))
            values = {key: inner for key, inner in one.items() if key not in ("target", "_target")}
            found.append((values, target if isinstance(target, Mapping) else {}))
    return found


def _is_meant(page: HugoPage, target: Mapping[str, object]) -> bool:
    """Tell whether a cascade with a target means a page."""
    kind = target.get("kind")
    if isinstance(kind, str) and not fnmatch.fnmatchcase(str(page.sort), kind.strip("{}")):
        return False
    path = target.get("path")
    if isinstance(path, str):
        own = posixpath.splitext(f"/{page.name}")[0]
        own = posixpath.dirname(own) if page.is_bundle else own
        return fnmatch.fnmatchcase(
            own.lower(), path.lower().replace("**", "*").replace("{", "[").replace("}", "]")
        )
    return not ({"lang", "environment"} & target.keys()) or True
