"""Which file of a site stands for each page of the roadmap."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from ..exports.addresses import resolve_addresses
from ..flow import Site
from ..pages import catalogue
from ..pages.catalogue import RoadmapPage
from ..pages.viewer import Link
from ..vocabulary.problems import Problem
from .assets import generated_file
from .paths import Paths


class Register:
    """The pages of the roadmap in one build, with their files.

    A page that an author wrote at a generated address is taken for that page's text, also
    where only the address is the same (`board/index.md` for `board.md`).
    """

    def __init__(self, paths: Paths, *, is_preview: bool) -> None:
        self._paths = paths
        self._is_preview = is_preview
        self._sources: dict[str, str] = {}
        """From the path of a page in the core to that of its file."""
        self.pages: dict[str, RoadmapPage] = {}
        """By the source path of their files."""
        self.generated: dict[str, File] = {}
        """The files of pages that nobody wrote, by source path."""

    def shows(self, file: File) -> bool:
        """True when this run has the file in its site; a preview has the drafts of MkDocs, too."""
        level = file.inclusion
        return bool(level.is_in_serve() if self._is_preview else level.is_included())

    def source(self, path: str) -> str:
        """Return the source path of the file that stands for what the core has at a path."""
        return self._sources.get(path) or self._paths.file(path)

    def find(self, path: str, files: Files) -> File | None:
        """Return the file that shows what the core has at a path; None: the site has none."""
        file = files.src_uris.get(self.source(path))
        return file if file is not None and self.shows(file) else None

    def add(self, site: Site, files: Files, config: MkDocsConfig, *, has_nav: bool) -> list[Problem]:
        """Add the generated pages to the files of the site, and return what they would overwrite."""
        at, address = self._paths.file, self._paths.address
        made = {page.path: generated_file(at(page.path), config) for page in site.pages.values()
                if not page.is_written or at(page.path) not in files.src_uris}
        self._remove_excluded_at({address(file, path) for path, file in made.items()}, files)
        own = {path: address(file, path) for path, file in self._paths.own(files).items()}
        taken, conflicts = resolve_addresses(
            site.pages.values(), [(dest, path) for path, dest in own.items()],
            lambda path: address(made.get(path) or files.src_uris[at(path)], path),
            lambda path: files.src_uris[at(path)].is_documentation_page())
        for page in site.pages.values():
            source = at(taken.get(page.path, page.path))
            self._sources[page.path] = source  # told once as a conflict, and not as a dead link, too
            if source not in files.src_uris:
                self.generated[source] = made[page.path]
                files.append(made[page.path])
            file = files.src_uris[source]
            if not file.is_documentation_page():
                continue
            self.pages[source] = page
            # A page that was there before keeps its place in the menu, and gets the others beside it.
            was_there = page.kind is catalogue.OVERVIEW and page.path in taken
            if page.kind is not catalogue.POST and has_nav and not was_there:
                file.inclusion = InclusionLevel.NOT_IN_NAV  # on_nav gives it its place
        return conflicts

    def _remove_excluded_at(self, addresses: Collection[str], files: Files) -> None:
        """Take out of the site what is excluded and lies at one of our addresses: it must not
        come into the site by way of our page.
        """
        for path, file in self._paths.own(files).items():
            if self._paths.address(file, path) in addresses and not self.shows(file):
                files.remove(file)

    def renew(self, files: Files) -> None:
        """Take the files as another plugin has made them anew."""
        self.generated = {path: files.src_uris[path] for path in self.generated if path in files.src_uris}

    # --- links ---

    def places(self, files: Files) -> tuple[Hashable, ...]:
        """Return all that the answers of the links depend on, to be compared with those of another build."""
        return (*self._sources.items(), *((file.src_uri, file.url) for file in files if self.shows(file)))

    def urls(self, files: Files) -> Link:
        """Return what finds the address of a path from the root of the site."""
        def url(path: str) -> str | None:
            file = self.find(path, files)
            return file.url if file is not None else None

        return url

    def link_from(
        self, page: Page, files: Files, missed: Callable[[str], None], known: dict[str, str] | None = None
    ) -> Link:
        """Return what finds the address of a path, seen from `page`, and tells of paths that the
        site does not have. `known` has what was found before, as long as `places` are the same: a page leads
        to the same goals and milestones again and again.
        """
        found = {} if known is None else known

        def link(path: str) -> str | None:
            if path not in found:
                file = self.find(path, files)
                if file is None:
                    missed(path)
                    return None
                found[path] = file.url_relative_to(page.file)
            return found[path]

        return link

    def page_link_from(self, page: Page, files: Files) -> Link:
        """Return what finds the address of any Markdown file of the site, seen from `page`."""
        def link(path: str) -> str | None:
            file = files.src_uris.get(path)
            shown = file is not None and file.is_documentation_page() and self.shows(file)
            return file.url_relative_to(page.file) if file is not None and shown else None

        return link
