"""mkdocs-static-i18n, which builds the site once for each language, one after the other.

It is met here alone: all else of the host gets the pages of one language and their `Paths`.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ...reading.folder_defaults import FolderDefaults
from ...reading.page import read_translation
from ...vocabulary.settings import Settings
from ..intake import ReadPage
from ..paths import Paths
from .material import material_plugin


@dataclass(frozen=True, slots=True)
class Language:
    """The pages of one language. Without that plugin, all pages of the site."""

    pages: list[ReadPage]
    """Hidden pages are among them, so that links to them are known."""
    paths: Paths = field(default_factory=Paths)
    elsewhere: dict[str, ReadPage] = field(default_factory=dict)
    """Hidden pages that a link may name though they are none of this language, by the path
    that it would write."""


class StaticI18n:
    """The plugin, in the build of one language."""

    def __init__(self, plugin: Any, config: MkDocsConfig) -> None:
        self._plugin = plugin
        self._config = config
        self._lent: dict[str, File] = {}

    @property
    def is_further(self) -> bool:
        """True in the builds of all languages but the first, into the same folder."""
        return bool(getattr(self._plugin, "building", False))

    def path(self, file: File) -> str:
        """Return the path of a file without its language."""
        return str(self._localized(file).norm_src_uri)

    def with_originals(
        self, pages: Sequence[ReadPage], settings: Settings, defaults: FolderDefaults
    ) -> list[ReadPage]:
        """Return the pages of all languages: translations of hidden pages are hidden, too."""
        hidden = {page.source.path: page.page for page in pages if page.page.is_hidden
                  and self._localized(page.file).locale == self._plugin.default_language}
        return [page._replace(page=read_translation(
            page.source, page.page, hidden[page.source.path], settings, defaults.of(page.file.src_uri)))
            if page.source.path in hidden else page for page in pages]

    def language(self, pages: Sequence[ReadPage], files: Files) -> Language:
        """Return the pages that the plugin is going to keep for the language that is built.

        What must not be in the site is no longer in `files`: the original of a page that is
        private then stands in for it.
        """
        made = self._plugin.reconfigure_files(files, self._config)
        kept = {file.norm_src_uri: file.src_uri for file in made if hasattr(file, "norm_src_uri")}
        here = [page for page in pages if kept.get(page.source.path) == page.file.src_uri]
        hidden: dict[str, str] = {}
        elsewhere: dict[str, ReadPage] = {}
        for page in sorted(pages, key=lambda page: not self._is_own(page.file)):
            path, file = page.source.path, page.file.src_uri
            if not page.page.is_hidden or kept.get(path) == file:
                continue
            if path not in kept and path not in hidden and self._may_show(page.file):
                here.append(page)
                hidden[path] = file
            if file not in kept:
                elsewhere |= {file: page, f"../{file}": page}  # the second from the folder of a language
            if path not in kept:
                elsewhere.setdefault(path, page)  # written as if this language had it
        return Language(here, Paths(kept, hidden, self._new), elsewhere)

    def lend(self, files: Files, generated: Collection[str]) -> None:
        """Let our pages, and the author's that are read from elsewhere, pass for files of the docs
        folder: the plugin drops other pages, and reads those from there.
        """
        docs = self._config.docs_dir
        for file in files.documentation_pages():
            here = os.path.normpath(os.path.join(docs, file.src_uri))
            if file.src_uri in generated or (file.src_dir == docs and file.abs_src_path != here):
                self._lent[file.src_uri] = copy(file)
                file.abs_src_path = here

    def take_back(self, files: Files) -> None:
        """Undo that. By now the plugin has made new files."""
        for path in self._lent.keys() & files.src_uris.keys():  # another plugin may have removed some
            file, before = files.src_uris[path], self._lent[path]
            if before.generated_by:
                file.content_string = ""
            file.abs_src_path, file.generated_by = before.abs_src_path, before.generated_by

    def _new(self, path: str) -> str:
        language = self._plugin.current_language
        if self._plugin.config.docs_structure == "folder":
            return f"{language}/{path}"
        suffix = "" if language == self._plugin.default_language else f".{language}"
        return str(PurePosixPath(path).with_suffix(f"{suffix}.md"))

    def _localized(self, file: File) -> Any:
        """Return the file as the plugin makes it anew, which has its language and the path without."""
        module = import_module(f"mkdocs_static_i18n.{self._plugin.config.docs_structure}")
        of = self._plugin
        return module.create_i18n_file(
            file, of.current_language, of.default_language, of.all_languages, self._config)

    def _is_own(self, file: File) -> bool:
        return bool(self._localized(file).locale == self._plugin.current_language)

    def _may_show(self, file: File) -> bool:
        """True for what this language shows where it has nothing else at the same path."""
        falls_back = self._plugin.config.fallback_to_default is True
        return self._is_own(file) or (
            falls_back and self._localized(file).locale == self._plugin.default_language)


def static_i18n(config: MkDocsConfig) -> StaticI18n | None:
    """Return the plugin, if the site has it."""
    plugin = config.plugins.get("i18n")
    return StaticI18n(plugin, config) if hasattr(plugin, "reconfigure_files") else None


def posts_taken(config: MkDocsConfig) -> str:
    """Return what is told of a site that has Material's blog, too; empty if it has not both."""
    blog: Any = material_plugin(config, "blog")
    if "i18n" not in config.plugins or blog is None or not blog.config.enabled:
        return ""
    return ("mkdocs-static-i18n takes the posts of Material's blog plugin out of the site; take one of the "
            f"two out of {config.config_file_path} (the roadmap needs no blog plugin)")
