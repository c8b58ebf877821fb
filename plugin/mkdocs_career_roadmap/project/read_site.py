"""A project, read and folded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..flow import Site, build
from ..reading.entry import Source
from ..reading.folder_defaults import is_folder_defaults
from ..reading.other_files import TEXT_ENDINGS, files_of_hidden, sources_of_pages
from ..reading.page import Page
from ..vocabulary.codes import Severity
from ..vocabulary.paths import DRAFT_DOCS
from ..vocabulary.problems import Problem
from .config import Project
from .kept_readings import KeptReadings
from .other_names import copies_of_hidden, same_files
from .progress import SILENT, ProgressLine


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
    kept: KeptReadings | None = None,
) -> ReadSite:
    """Return the roadmap of a project as it stood at the end of a day.

    Without pages it is empty. `progress` is told how far the reading has come; pages that are `kept` from
    another time, and have not changed, are not read again.
    """
    kept = kept or KeptReadings()
    problems: list[Problem] = []
    sources: list[Source] = []
    of_folders: list[Source] = []
    unread: list[Source] = []
    files: list[str] = []
    folder = project.folder
    for path in progress.over(list(project.files()), "opening files"):
        if isinstance(path, Problem):
            problems.append(path)
        elif refusal := folder.refusal(path):
            problems.append(refusal)
        elif project.is_page(path) or is_folder_defaults(path, project.meta_file):
            source, wrong = folder.read(path)
            problems += [wrong] if wrong else []
            if project.is_page(path):
                files.append(path)
                if wrong and (wrong.code == "unreadable"
                              or project.settings.severity(wrong.code) is Severity.ERROR):
                    unread.append(source or Source(path, ""))
                elif source and not wrong:
                    sources.append(source)
            else:
                of_folders += [source] if source else []
        else:
            files.append(path)
    settings, defaults, left_out = project.settings, kept.defaults(of_folders), project.left_out()
    elsewhere = {s.path: Page(s.path, s.path, (), is_hidden=True) for s in unread}
    for source in progress.over(sources, "reading pages"):
        kept.read(source, settings, defaults.of(source.path))

    def made() -> Site:
        return build(sources, as_of=day, settings=settings, words=project.words, keep_private=keep_private,
                     defaults=defaults, hidden_elsewhere=elsewhere, left_out=left_out,
                     translations=project.translations, reader=kept.read, past=kept.past)

    site = kept.site(sources, (day, settings, defaults), made,
                     texts_count=bool(elsewhere or left_out or project.translations))
    kept_out = _kept_out(project, files, [*sources, *unread], site, is_preview=keep_private)
    problems += kept_out.values()
    files = [path for path in files if path not in kept_out]
    return ReadSite(site, tuple(sources), tuple(files), len(sources), tuple(problems))


def _kept_out(
    project: Project, files: list[str], sources: list[Source], site: Site, *, is_preview: bool
) -> dict[str, Problem]:
    """Return the files that are no pages and that a built site does not have."""
    others = [path for path in files if not project.is_page(path)]
    kept_out = sources_of_pages(files)
    if not is_preview:
        kept_out |= copies_of_hidden({path: str(project.docs / path) for path in others},
                                     {path: str(project.docs / path) for path in site.hidden.pages})
    drafts = [path for path, key in site.hidden.left_out.items() if key == DRAFT_DOCS]
    if not is_preview and project.settings.severities.get("private-file") is not Severity.OFF:
        also = [project.config.read_text("utf-8", "replace")] if project.config else []
        also += [project.folder.text(path) for path in others if path.endswith(TEXT_ENDINGS)]
        kept_out |= files_of_hidden(
            others, [*sources, *(Source(path, project.folder.text(path)) for path in drafts)],
            {*site.hidden.pages, *drafts}, also,
            same_files({path: str(project.docs / path) for path in others}) if site.hidden.all else {})
    return kept_out
