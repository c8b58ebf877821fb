"""One build of a site that remembers the builds before it. Its methods answer the events of MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as host
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from ...project.on_disk.freeze import UnfitError
from ...project.on_disk.shelf import Shelf
from ..reporting import log
from . import (
    blog,
    front_matter,
    garbage,
    on_disk,
    own_parts,
    rendering,
    searching,
    shown,
    site_files,
    standing,
    theme,
    theme_files,
)
from .disk_memory import DiskMemory
from .fitness import misfit


@dataclass
class Memory:
    """What lasts from build to build, by step."""

    shelf: Shelf = field(default_factory=Shelf)
    """Where long texts lie that few builds ask for."""
    roadmap: own_parts.KeptRoadmap = field(init=False)
    split: front_matter.KeptSplits = field(default_factory=front_matter.KeptSplits)
    blog: blog.KeptBlog = field(default_factory=blog.KeptBlog)
    rendered: rendering.KeptHtml = field(default_factory=rendering.KeptHtml)
    found: searching.KeptEntries = field(default_factory=dict)
    search_keys: searching.Keys = field(default_factory=dict)
    theme: theme.KeptPages = field(init=False)
    site_files: site_files.KeptFiles = field(default_factory=site_files.KeptFiles)
    theme_files: theme_files.KeptThemeFiles = field(default_factory=theme_files.KeptThemeFiles)

    garbage: garbage.Garbage = field(default_factory=garbage.Garbage)
    urljoin: Callable[..., str] = field(default_factory=lambda: lru_cache(10_000)(urljoin))
    """Joins addresses, each once: MkDocs tells each page its whole address when it makes it."""

    def __post_init__(self) -> None:
        self.roadmap = own_parts.KeptRoadmap(
            shelf=self.shelf, contents=shown.KeptContents(self.rendered.content_of))
        self.theme = theme.KeptPages(shelf=self.shelf)

    def take(self, kept: on_disk.KeptSteps) -> None:
        """Begin with what another run has left."""
        self.rendered.pages, self.found = kept.rendered, kept.found
        self.theme.outputs, self.theme.templates = kept.outputs, kept.templates
        self.roadmap.left, self.blog.excerpts = kept.own, kept.excerpts

    def kept_steps(self) -> on_disk.KeptSteps:
        """Return what another run may begin with."""
        return on_disk.KeptSteps(self.rendered.pages, self.found, self.theme.outputs, self.theme.templates,
                                 self.roadmap.leave(), self.blog.excerpts)

    def keep_only(self, paths: set[str]) -> None:
        """Forget all pages that are not among these source paths."""
        self.roadmap.keep_only(paths)
        self.split.keep_only(paths)
        every: tuple[dict[str, Any], ...] = (
            self.rendered.pages, self.rendered.digests, self.blog.excerpts, self.theme.outputs,
            self.theme.pages, self.theme.named, *self.found.values())
        for kept in every:
            for path in kept.keys() - paths:
                del kept[path]
        for at in [at for at in self.search_keys if at[1] not in paths]:
            del self.search_keys[at]


class Remembering:
    """What is remembered in one build."""

    def __init__(self, memory: Memory, config: MkDocsConfig, disk: DiskMemory | None = None) -> None:
        """`disk` is what reads and writes the memory of a build that is the only one of its process."""
        self._memory = memory
        self._disk = disk
        self._rendering: rendering.Rendering | None = None
        self._pages: list[Page] = []
        """All pages of the site, when they are known."""
        self._site_files = site_files.FilesOfSite(memory.site_files, config)
        self._blog = blog.BlogOfBuild(memory.blog, config)
        why = misfit(config)
        self._is_fit = not why
        if why:
            (log.info if disk else log.debug)("remember: nothing is remembered: %s", why)
            return
        memory.roadmap.is_for_others = disk is not None
        if disk is None:
            memory.shelf.open()
        elif kept := disk.read():
            memory.take(kept)

    def pre_build(self, *, config: MkDocsConfig) -> None:
        """Let what is in the site stay until it is known whether it is written again."""
        if self._is_fit:
            self._blog.begin()
            self._site_files.before_clean()

    def files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Look at the rules of Markdown, when all plugins have had their say of the configuration."""
        if not self._is_fit:
            return
        try:
            self._rendering = rendering.Rendering(self._memory.rendered, config)
        except UnfitError as error:
            tell(f"no HTML of Markdown is remembered: {error}")
        self._blog.files(files, self._rendering.rules if self._rendering else None)
        if host.urljoin is urljoin:  # type: ignore[attr-defined]
            host.urljoin = self._memory.urljoin  # type: ignore[attr-defined,assignment]

    def pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> None:
        """Let the page be read and rendered by what is remembered."""
        if not self._is_fit:
            return
        page.read_source = partial(  # type: ignore[method-assign]
            front_matter.read_source, self._memory.split, page)
        if self._rendering is not None:
            page.render = partial(self._rendering.render, page)  # type: ignore[method-assign]

    def env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Let search and the theme take what is remembered."""
        if not self._is_fit:
            return
        self._pages = [file.page for file in files if file.page is not None]
        self._memory.keep_only({page.file.src_uri for page in self._pages})
        filters = self._blog.env(env, files)
        searching.remember_entries(
            config.plugins, self._memory.found, self._memory.search_keys, self._memory.roadmap.contents)
        try:
            stands = standing.Standing(self._site_files, self._memory.roadmap.finish, config)
            theme.Theme(self._memory.theme, env, stands,
                        lambda path, why: tell(f"{path} is made anew: {why}"),
                        self._memory.roadmap.contents, filters)
        except UnfitError as error:
            tell(f"no page of the theme is remembered: {error}")
        self._site_files.before_pages(files, config)

    def post_build(self, *, config: MkDocsConfig) -> None:
        """Take out of the site what is not in it any more, before others look at it. The texts of its pages
        are written; no plugin that is known reads them from here on, and search needs the room.
        """
        if self._is_fit:
            self._site_files.after_pages()
            self._take_texts()

    def written(self, *, config: MkDocsConfig) -> None:
        """Leave what is remembered to the next run: of a site that was built to its end."""
        if self._is_fit and self._disk is not None:
            self._disk.write(self._memory.kept_steps(), self._memory.roadmap.lead_to_hidden)
        self._let_go()

    def _let_go(self) -> None:
        """Give MkDocs its function back, and take the texts off pages that are written. Pages lead to one
        another in circles, so that all that they have would stay until somebody looks for garbage; the next
        build needs the room before that.
        """
        if host.urljoin is self._memory.urljoin:  # type: ignore[attr-defined]
            host.urljoin = urljoin  # type: ignore[attr-defined]
        self._take_texts()
        self._blog.end(self._pages)
        self._pages = []
        self._memory.roadmap.finish = None

    def _take_texts(self) -> None:
        self._memory.roadmap.contents.forget_html()
        nothing = TableOfContents([])
        for page in self._pages:
            page.content = page.markdown = None
            page.toc = nothing

    def build_error(self, *, error: Exception) -> None:
        self._let_go()
        self._site_files.close()


def tell(what: str) -> None:
    """Say with `--verbose` what is not remembered, and why."""
    log.debug("remember: %s", what)
