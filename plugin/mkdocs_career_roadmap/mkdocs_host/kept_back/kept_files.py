"""What MkDocs found in the docs folder, and a site must not have: pages that are not for the public, and
files that it would copy.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from ...flow import Reader
from ...project.docs_folder import DocsFolder
from ...project.other_names import copies_of_hidden, same_files
from ...reading.entry import Source
from ...reading.folder_defaults import FolderDefaults, folder_defaults
from ...reading.other_files import (
    TEXT_ENDINGS,
    files_of_hidden,
    sources_of_pages,
)
from ...reading.page import Page, as_private, read
from ...vocabulary.codes import Severity
from ...vocabulary.paths import DRAFT_DOCS, EXCLUDED, is_page
from ...vocabulary.problems import Problem
from ...vocabulary.settings import Settings
from ..intake import Intake, ReadPage, is_authors, read_pages, take_in
from ..neighbours.alias import hide_from_alias
from ..neighbours.redirects import hide_from_redirects
from ..neighbours.static_i18n import Language, StaticI18n
from ..substitutes import left_out


class Taken(NamedTuple):
    """The pages of a site, when those that are not for the public are out of it."""

    intake: Intake
    defaults: FolderDefaults
    pages: list[ReadPage]
    """In all languages, with the hidden ones."""
    hidden: frozenset[str]
    """The source paths of the pages that were taken out, in all languages."""
    language: Language
    """The pages of the language that is built."""


def read_and_hide(
    files: Files, config: MkDocsConfig, folder: DocsFolder, i18n: StaticI18n | None, settings: Settings,
    *, is_preview: bool, is_private: Callable[[File], bool] = lambda _: False, reader: Reader = read,
) -> Taken:
    """Read the pages, and take out of the site those that it must not have; a preview has them all."""
    intake = take_in(files, config, folder, settings)
    defaults = folder_defaults(intake.of_folders)
    pages = read_pages(intake.texts, i18n.path if i18n else lambda file: file.src_uri, settings, defaults,
                       reader)
    if is_preview:  # no build has a page of `private_docs`
        pages = [page._replace(page=as_private(page.page)) if is_private(page.file) else page
                 for page in pages]
    pages = i18n.with_originals(pages, settings, defaults) if i18n else pages
    unread = [ReadPage(files.src_uris[path], Source(path, text), Page(path, path, (), is_hidden=True))
              for path, text in left_out(intake, settings).items()]
    # All that is hidden is known before any goes: the original of a private page stands in for it.
    hidden = [] if is_preview else [page.file for page in (*pages, *unread) if page.page.is_hidden]
    for file in hidden:
        files.remove(file)
    hide_from_redirects(config.plugins, (file.src_uri for file in hidden))
    hide_from_alias(config.plugins, {file.src_uri for file in hidden})
    language = i18n.language(pages, files) if i18n else Language(pages)
    language = replace(language, elsewhere={**language.elsewhere, **{p.file.src_uri: p for p in unread}})
    return Taken(intake, defaults, [*pages, *unread], frozenset(file.src_uri for file in hidden), language)


def refuse_leftovers(hidden: Collection[str], config: MkDocsConfig) -> None:
    """Stop a build with --dirty, before anything is written, of a site that has hidden pages and an earlier
    build: what was public then may be hidden now, and stays where it was, as do the pages that name it.
    """
    if hidden and os.path.isdir(config.site_dir) and os.listdir(config.site_dir):
        raise PluginError(
            f"career-roadmap: --dirty keeps what earlier builds have left in {config.site_dir}, and nobody "
            f"knows whether that has {min(hidden)} in it, which must not be public; build without --dirty")


def keep_out(
    files: Files, pages: Sequence[ReadPage], config: MkDocsConfig, settings: Settings, *, is_preview: bool
) -> list[Problem]:
    """Take out of the site what would publish the source of a page, and in a build also what only
    hidden pages need. Return a problem for each.
    """
    authors = {file.src_uri: file for file in files if is_authors(file, config)
               and not file.inclusion.is_excluded()}
    kept_out = sources_of_pages([*authors, *(page.file.src_uri for page in pages)])
    hidden = {page.file.src_uri for page in pages if page.page.is_hidden}
    if not is_preview:
        kept_out |= copies_of_hidden(
            {path: file.abs_src_path or "" for path, file in authors.items()},
            {page.file.src_uri: page.file.abs_src_path or "" for page in pages if page.page.is_hidden})
    drafts = [path for path, key in configured_out(files, config).items() if key == DRAFT_DOCS]
    hidden |= set(drafts)
    if hidden and not is_preview and settings.severities.get("private-file") is not Severity.OFF:
        others = [path for path in authors if not is_page(path)]
        sources = [Source(page.file.src_uri, page.source.text) for page in pages]
        sources += [Source(path, _text(files.src_uris[path].abs_src_path)) for path in drafts]
        kept_out |= files_of_hidden(others, sources, hidden, [
            _text(config.config_file_path), *(_text(authors[path].abs_src_path) for path in others
                                              if path.endswith(TEXT_ENDINGS))],
            same_files({path: authors[path].abs_src_path or "" for path in others}))
    for path in kept_out:
        _remove(files, authors.get(path))
    return list(kept_out.values())


def configured_out(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Return the pages that the configuration keeps out of a build, each with the key that does so."""
    return {file.src_uri: DRAFT_DOCS if file.inclusion is InclusionLevel.DRAFT else EXCLUDED for file in files
            if is_page(file.src_uri) and is_authors(file, config) and file.inclusion.is_excluded()}


def _remove(files: Files, file: File | None) -> None:
    if file is not None:
        files.remove(file)


def _text(path: str | None) -> str:
    """Return what a file says; empty if there is none or it cannot be read."""
    try:
        return Path(path).read_text("utf-8", "replace") if path else ""
    except OSError:
        return ""
