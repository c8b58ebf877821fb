"""What other plugins of a site must hear of our pages, as each of them expects it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from copy import copy
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..exports.addresses import dest_of
from ..flow import Site
from ..reading.entry import Source
from ..reading.page import read
from ..vocabulary.problems import Place, Problem
from ..vocabulary.settings import Settings


class Languages:
    """The languages of mkdocs-static-i18n, which builds the site once for each, one after the other.

    The core sees each page at its path without a language (`posts/a.md` for `posts/a.fr.md`
    or `fr/posts/a.md`), so that ids, links and generated pages are alike in all of them.
    Without that plugin, every path is what it is.
    """

    def __init__(self, config: MkDocsConfig | None = None) -> None:
        self._plugin: Any = config and config.plugins.get("i18n")
        self._files: dict[str, str] = {}
        """The file of each path in the language that is built."""
        self._paths: dict[str, str] = {}
        """The path of each of these files."""
        self._lent: dict[str, File] = {}

    def __bool__(self) -> bool:
        """True when the site has that plugin."""
        return hasattr(self._plugin, "reconfigure_files")

    @property
    def is_further(self) -> bool:
        """True in the builds of all languages but the first, into the same folder."""
        return bool(getattr(self._plugin, "building", False))

    def begin(self, files: Files, config: MkDocsConfig) -> None:
        """Find which files the plugin is going to keep for the language that is built."""
        kept = self._plugin.reconfigure_files(files, config) if self else ()
        self._files = {file.norm_src_uri: file.src_uri for file in kept if hasattr(file, "norm_src_uri")}
        self._paths = {file: path for path, file in self._files.items()}
        self._lent = {}

    def kept(self, files: Files) -> dict[str, File]:
        """Return the site's own files in the language that is built, by path."""
        return {self._paths.get(uri, uri): file for uri, file in files.src_uris.items()
                if not self or uri in self._paths}

    def chosen(self, sources: Iterable[Source]) -> Iterable[Source]:
        """Return the sources of this language, each at its path without a language."""
        if not self:
            return sources
        return [replace(s, path=self._paths[s.path]) for s in sources if s.path in self._paths]

    def address(self, file: File, path: str) -> str:
        """Return where the file of a path comes to lie, within the part that is its language's."""
        return dest_of(path, directory_urls=file.use_directory_urls) if self else file.dest_uri

    def file(self, path: str) -> str:
        """Return the source path of what is at a path; of a page still to be made, too."""
        if not self or path in self._files:
            return self._files.get(path, path)
        language = self._plugin.current_language
        if self._plugin.config.docs_structure == "folder":
            return f"{language}/{path}"
        suffix = "" if language == self._plugin.default_language else f".{language}"
        return str(PurePosixPath(path).with_suffix(f"{suffix}.md"))

    def told(self, problem: Problem) -> Problem:
        """Return a problem with the files as they are on disk."""
        def on_disk(place: Place) -> Place:
            return replace(place, path=self._files.get(place.path, place.path))

        return replace(problem, place=on_disk(problem.place), also=tuple(map(on_disk, problem.also)))

    def on_disk(self, site: Site) -> Site:
        """Return the site with the paths on disk of the pages that stop MkDocs."""
        return replace(site, odd_pages={self.file(path): page for path, page in site.odd_pages.items()})

    def lend(self, files: Files, generated: Collection[str], config: MkDocsConfig) -> None:
        """Let our pages, and the author's that are read from elsewhere, pass for files of the docs
        folder: static-i18n drops other pages, and reads those from there.
        """
        for file in files.documentation_pages() if self else ():
            here = os.path.normpath(os.path.join(config.docs_dir, file.src_uri))
            if file.src_uri in generated or (file.src_dir == config.docs_dir and file.abs_src_path != here):
                self._lent[file.src_uri] = copy(file)
                file.abs_src_path = here

    def take_back(self, files: Files) -> None:
        """Undo that. By now the plugin has made new files."""
        for path in self._lent.keys() & files.src_uris.keys():  # another plugin may have removed some
            file, before = files.src_uris[path], self._lent[path]
            if before.generated_by:
                file.content_string = ""
            file.abs_src_path, file.generated_by = before.abs_src_path, before.generated_by


def hidden_in_any_language(sources: Iterable[Source], settings: Settings) -> list[str]:
    """Return the pages that no built site has: the original of a private one would stand in for it."""
    return [source.path for source in sources if read(source, settings).is_hidden]


def tell_redirects(plugins: Mapping[str, Any], ours: Mapping[str, File]) -> None:
    """Let mkdocs-redirects know our pages, by source path: it looked before they were made."""
    known = getattr(plugins.get("redirects"), "doc_pages", None)
    if isinstance(known, dict):
        known.update(ours)


def keep_out_of_feeds(plugins: Mapping[str, Any], ours: Iterable[File]) -> None:
    """Take generated pages out of the feeds of mkdocs-rss-plugin: it gives what has no date
    that of the build, so they would be news at every build.
    """
    paths = {str(file.abs_src_path) for file in ours}
    for plugin in plugins.values():
        pages = getattr(plugin, "pages_to_filter", None)
        if isinstance(pages, list):
            pages[:] = [page for page in pages if str(page.abs_path) not in paths]
