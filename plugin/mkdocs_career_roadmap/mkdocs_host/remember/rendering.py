"""Markdown becomes HTML once for each text, as long as what the text links to is where it was."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePath
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as host
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from ...project.on_disk.freeze import UnfitError, digest, frozen, stamp, within

_KNOWN = ("markdown", "pymdownx", "material.extensions", "mkdocs")
_READS_FILES = ("pymdownx.snippets", "pymdownx.b64")
_RENDER = Page.render

Answer = tuple[str, str, str] | None
"""What lies at a path that a text asked for: path, address and inclusion of a file."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What MkDocs made of a page's Markdown, and all that it read for that."""

    text: str | None
    """Its digest."""
    asked: str
    """What stands for all else that it depends on: the page's place and the rules of the site."""
    lookups: tuple[tuple[str, Answer], ...]
    logged: tuple[tuple[int, str], ...]
    content: str
    toc: tuple[dict[str, Any], ...]
    title: str | None
    anchors: frozenset[str]
    links: tuple[tuple[str | None, dict[str, str]], ...] | None
    """The links to anchors, by the path that was looked up; None: on the page. None at all: not asked for."""

    def is_good(self, text: str | None, asked: str, files: Files) -> bool:
        return self.text == text and self.asked == asked and all(
            answer_of(file_at(files, path)) == answer for path, answer in self.lookups)

    def give(self, page: Page, files: Files) -> None:
        """Do to the page what rendering it would."""
        for level, message in self.logged:
            host.log.log(level, message)
        page.content = self.content
        page.toc = get_toc(list(self.toc))  # type: ignore[arg-type]
        page._title_from_render = self.title
        page.present_anchor_ids = set(self.anchors)
        if self.links is not None:
            found = ((page.file if path is None else file_at(files, path), dict(links))
                     for path, links in self.links)
            page.links_to_anchors = {file: links for file, links in found if file is not None}


@dataclass
class KeptHtml:
    """What lasts from build to build."""

    pages: dict[str, Rendered] = field(default_factory=dict)
    """By source path."""
    rules: set[Hashable] = field(default_factory=set)
    """The extensions with their options that were found fit last."""
    digests: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    """By source path: the text that was looked at last, and what stands for it."""

    def content_of(self, path: str) -> str | None:
        """Return the HTML of a page that is kept; None: none is."""
        known = self.pages.get(path)
        return known.content if known else None

    stamp: Callable[..., str] = field(default_factory=lambda: lru_cache(10_000)(lambda *of: stamp(of)))
    """Returns what stands for all this."""


class Rendering:
    """The pages of one build, which are rendered or remembered."""

    def __init__(self, kept: KeptHtml, config: MkDocsConfig) -> None:
        """Raises UnfitError where the site has an extension that nobody knows."""
        extensions, options = config["markdown_extensions"], config["mdx_configs"] or {}
        rules = frozen((extensions, options))
        if rules not in kept.rules:
            refuse_unknown(extensions, options)
            kept.rules = {rules}
        links = config.validation.links
        validation = tuple((name, str(links[name])) for name in sorted(links))
        self._kept = kept.pages
        self._digests, self._stamp = kept.digests, kept.stamp
        self.rules = stamp((rules, config.use_directory_urls, validation, host.log.getEffectiveLevel()))

    def _digest(self, page: Page) -> str | None:
        known = self._digests.get(page.file.src_uri)
        if known is None or known[0] is not page.markdown:  # mostly it is
            known = self._digests[page.file.src_uri] = page.markdown or "", digest(page.markdown)
        return known[1]

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do what `Page.render` does."""
        if page.markdown is None or type(page).render is not _RENDER:
            type(page).render(page, config, files)
            return
        text, asked = self._digest(page), self._stamp(self.rules, *place_of(page))
        kept = self._kept.get(page.file.src_uri)
        if kept is not None and kept.is_good(text, asked, files):
            kept.give(page, files)
            return
        self._kept.pop(page.file.src_uri, None)
        seen = SeenFiles(files)
        with logged_by() as records:
            _RENDER(page, config, seen)  # type: ignore[arg-type]
        if seen.is_plain and all(record.name == host.log.name for record in records):
            self._kept[page.file.src_uri] = _rendered(page, text, asked, seen, records)


class SeenFiles:
    """The files of a site, which note what is asked of them."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.begin()

    def begin(self) -> None:
        """Forget what was asked."""
        self.lookups: dict[str, Answer] = {}
        self.found: dict[File, str] = {}
        self.is_plain = True
        """False if more was asked than which file lies at a path."""

    def get_file_from_path(self, path: str) -> File | None:
        file = self._files.get_file_from_path(path)
        self.lookups[path] = answer_of(file)
        if file is not None:
            self.found[file] = path
        return file

    def __getattr__(self, name: str) -> Any:
        self.is_plain = False
        return getattr(self._files, name)


_FILE_AT = Files.get_file_from_path
_name_of = lru_cache(20_000)(lambda path: PurePath(path).as_posix())


def file_at(files: Files, path: str) -> File | None:
    """Do what `get_file_from_path` does, which makes an object of each path whenever it is asked."""
    if type(files) is not Files or Files.get_file_from_path is not _FILE_AT:
        return files.get_file_from_path(path)
    return files.src_uris.get(_name_of(path))


def answer_of(file: File | None) -> Answer:
    return None if file is None else (file.src_uri, file.url, file.inclusion.name)


def place_of(page: Page) -> tuple[str, ...]:
    return page.file.src_uri, page.file.url, page.file.inclusion.name


def _rendered(
    page: Page, text: str | None, asked: str, seen: SeenFiles, records: list[logging.LogRecord]
) -> Rendered:
    links = page.links_to_anchors
    return Rendered(
        text, asked, tuple(seen.lookups.items()),
        tuple((record.levelno, record.getMessage()) for record in records), page.content or "",
        tokens_of(page.toc), page._title_from_render, frozenset(page.present_anchor_ids or ()),
        None if links is None else tuple(
            (None if file is page.file else seen.found[file], dict(to)) for file, to in links.items()))


def tokens_of(items: Iterable[AnchorLink]) -> tuple[dict[str, Any], ...]:
    """Return headings as what `get_toc` makes them of."""
    return tuple({"name": item.title, "id": item.id, "level": item.level,
                  "children": list(tokens_of(item.children))} for item in items)


@contextmanager
def logged_by() -> Iterator[list[logging.LogRecord]]:
    """Yield what is logged meanwhile, by whomever."""
    records: list[logging.LogRecord] = []
    keeper = logging.Handler()
    keeper.emit = (  # type: ignore[method-assign]
        lambda record: None if record in records else records.append(record))
    loggers = [logging.root, logging.getLogger("mkdocs"), logging.getLogger("MARKDOWN"), host.log]
    for logger in loggers:
        logger.addHandler(keeper)
    try:
        yield records
    finally:
        for logger in loggers:
            logger.removeHandler(keeper)


def refuse_unknown(extensions: list[Any], options: dict[str, Any]) -> None:
    """Raise UnfitError if a page's text is read by more than is known, or files are read with it."""
    options = copy.deepcopy(options)
    md = markdown.Markdown(extensions=extensions, extension_configs=options)
    own = (md.build_extension(name, options.get(name, {})) if isinstance(name, str) else name
           for name in extensions)
    parts = [*md.preprocessors, *md.parser.blockprocessors, *md.inlinePatterns, *md.treeprocessors,
             *md.postprocessors, *own]
    for part in parts:
        module = type(part).__module__
        if not within(module, _KNOWN):
            raise UnfitError(f"nobody knows what the Markdown extension {module} reads")
        if within(module, _READS_FILES):
            raise UnfitError(f"{module} reads files besides the page")
    if "custom_icons" in str(options):
        raise UnfitError("icons of the site's own are read from files")
