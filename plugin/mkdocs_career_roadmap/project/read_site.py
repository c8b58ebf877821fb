"""A project, read and folded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from ..flow import Reader, Site, build
from ..reading.entry import Source
from ..reading.folder_defaults import PageDefaults, is_folder_defaults
from ..reading.other_files import TEXT_ENDINGS, files_of_hidden, sources_of_pages
from ..reading.page import Page, as_private, read
from ..vocabulary.codes import Severity
from ..vocabulary.paths import DRAFT_DOCS
from ..vocabulary.problems import Problem, not_in_site
from ..vocabulary.settings import Settings
from .config import Project
from .kept_readings import KeptReadings
from .on_disk.readings_file import ReadingsFile
from .other_names import copies_of_hidden, pages_twice, same_files
from .private_docs import PrivateDocs
from .progress import SILENT, ProgressLine

Translation = Callable[[Source], tuple[Source, Problem | None]]
"""Makes of a page one of ours, with what is wrong if that cannot be."""


def as_it_is(source: Source) -> tuple[Source, Problem | None]:
    """Return a page that is one of ours already."""
    return source, None


@dataclass(frozen=True, slots=True)
class ReadSite:
    """A project, read and folded."""

    site: Site
    sources: tuple[Source, ...]
    """Its pages as they were written."""
    files: tuple[str, ...]
    """Its files that are fit to be published."""
    pages: int
    """How many pages were read."""
    problems: tuple[Problem, ...]
    """What is wrong with its files."""


def read_site(
    project: Project, day: date, *, keep_private: bool = False, progress: ProgressLine = SILENT,
    kept: KeptReadings | None = None, is_check: bool = False, file: ReadingsFile | None = None,
    translated: Translation = as_it_is,
) -> ReadSite:
    """Return the roadmap of a project as it stood at the end of a day.

    Without pages it is empty. `progress` is told how far the reading has come; pages that are `kept` from
    another time, and have not changed, are not read again.
    `file` has what another run has read, and is given what this one reads.
    What lies in `private_docs` is read where private pages count, and by a check.
    `translated` returns a page of another tool as one of ours, with what is wrong with it.
    """
    kept = kept or KeptReadings(file.read if file else None)
    opened = _Opened(translated)
    opened.open(project, progress)
    sources, files, unread = opened.sources, opened.files, opened.unread
    private = project.private if keep_private or is_check else None
    if private:
        opened.open_private(private, are_shown=keep_private)
    settings, defaults, left_out = project.settings, kept.defaults(opened.of_folders), project.left_out()
    elsewhere = {s.path: Page(s.path, s.path, (), is_hidden=True) for s in unread}
    if file:
        file.begin(sources, settings, opened.of_folders)
    for source in progress.over(sources, "reading pages"):
        kept.read(source, settings, defaults.of(source.path))
    if file:
        file.leave()

    def made() -> Site:
        return build(sources, as_of=day, settings=settings, words=project.words, keep_private=keep_private,
                     defaults=defaults, hidden_elsewhere=elsewhere, left_out=left_out,
                     translations=project.translations, reader=reader_of(private, kept.read), past=kept.past)

    site = kept.site(kept.of(sources), (day, settings, defaults), made,
                     texts_count=bool(elsewhere or left_out or project.translations or private))
    twice = () if project.translations or not project.folder.has_links else pages_twice(
        {source.path: str(project.at(source.path)) for source, page in kept.of(sources)
         if page.entry and (keep_private or not page.is_hidden)})
    kept_out = _kept_out(project, files, [*sources, *unread], site, is_preview=keep_private)
    files = [path for path in files if path not in kept_out]
    return ReadSite(site, tuple(sources), tuple(files), len(sources),
                    (*opened.problems, *twice, *kept_out.values(), *_without_portrait(settings, files)))


def portrait_of(project: Project, read: ReadSite) -> tuple[str, bytes] | None:
    """Return the path and the content of the portrait of a site's person; None: the site has none.
    Raises OSError.
    """
    person = project.settings.person
    path = person.portrait.path if person and person.portrait else ""
    if path not in read.files or path in read.site.hidden.all:
        return None
    return path, project.at(path).read_bytes()


def _without_portrait(settings: Settings, files: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for a portrait that the site does not have."""
    portrait = settings.person and settings.person.portrait
    if portrait and portrait.path not in files:
        yield not_in_site(portrait.path)


def reader_of(private: PrivateDocs | None, reader: Reader = read) -> Reader:
    """Return what reads pages as `reader` does, and those of the folder as private ones."""
    if private is None:
        return reader

    def as_it_lies(source: Source, settings: Settings, defaults: PageDefaults) -> Page:
        page = reader(source, settings, defaults)
        return as_private(page) if private.has(source.path) else page

    return as_it_lies


@dataclass(slots=True)
class _Opened:
    """The files of a project, as they are opened."""

    translated: Translation
    sources: list[Source] = field(default_factory=list)
    of_folders: list[Source] = field(default_factory=list)
    unread: list[Source] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def open(self, project: Project, progress: ProgressLine) -> None:
        """Open the files of the docs folder."""
        folder = project.folder
        for path in progress.over(list(project.files()), "opening files"):
            if isinstance(path, Problem):
                self.problems.append(path)
            elif refusal := folder.refusal(path):
                self.problems.append(refusal)
            elif project.is_page(path) or is_folder_defaults(path, project.meta_file):
                self._take(project, path, *folder.read(path))
            else:
                self.files.append(path)

    def _take(self, project: Project, path: str, source: Source | None, wrong: Problem | None) -> None:
        if source and not wrong and project.is_page(path):
            source, wrong = self.translated(source)
        self.problems += [wrong] if wrong else []
        if not project.is_page(path):
            self.of_folders += [source] if source else []
            return
        self.files.append(path)
        if wrong and (wrong.code == "unreadable"
                      or project.settings.severity(wrong.code) is Severity.ERROR):
            self.unread.append(source or Source(path, ""))
        elif source and not wrong:
            self.sources.append(source)

    def open_private(self, private: PrivateDocs, *, are_shown: bool) -> None:
        """Open the pages of the folder `private_docs`; its files are those of a site where they are shown."""
        for found in private.sources():
            if isinstance(found, Problem):
                self.problems.append(found)
            else:
                self.sources.append(found)
        self.files += [path for path in private.files() if isinstance(path, str)] if are_shown else []


def _kept_out(
    project: Project, files: list[str], sources: list[Source], site: Site, *, is_preview: bool
) -> dict[str, Problem]:
    """Return the files that are no pages and that a built site does not have."""
    others = [path for path in files if not project.is_page(path)]
    kept_out = sources_of_pages(files)
    if not is_preview:
        kept_out |= copies_of_hidden({path: str(project.docs / path) for path in others},
                                     {path: str(project.at(path)) for path in site.hidden.pages})
    drafts = [path for path, key in site.hidden.left_out.items() if key == DRAFT_DOCS]
    if not is_preview and project.settings.severities.get("private-file") is not Severity.OFF:
        also = [project.config.read_text("utf-8", "replace")] if project.config else []
        also += [project.folder.text(path) for path in others if path.endswith(TEXT_ENDINGS)]
        kept_out |= files_of_hidden(
            others, [*sources, *(Source(path, project.folder.text(path)) for path in drafts)],
            {*site.hidden.pages, *drafts}, also,
            same_files({path: str(project.docs / path) for path in others}) if site.hidden.all else {})
    return kept_out
