"""Files of the docs folder that MkDocs would copy, and that a site must not have."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..reading.entry import Source
from ..reading.other_files import TEXT_ENDINGS, files_of_hidden, sources_of_pages
from ..vocabulary.codes import Severity
from ..vocabulary.paths import is_page
from ..vocabulary.problems import Problem
from ..vocabulary.settings import Settings
from .intake import ReadPage, is_authors


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
    if hidden and not is_preview and settings.severities.get("private-file") is not Severity.OFF:
        others = [path for path in authors if not is_page(path)]
        sources = [Source(page.file.src_uri, page.source.text) for page in pages]
        kept_out |= files_of_hidden(others, sources, hidden, [
            _text(config.config_file_path), *(_text(authors[path].abs_src_path) for path in others
                                              if path.endswith(TEXT_ENDINGS))])
    for path in kept_out:
        _remove(files, authors.get(path))
    return list(kept_out.values())


def _remove(files: Files, file: File | None) -> None:
    if file is not None:
        files.remove(file)


def _text(path: str | None) -> str:
    """Return what a file says; empty if there is none or it cannot be read."""
    try:
        return Path(path).read_text("utf-8", "replace") if path else ""
    except OSError:
        return ""
