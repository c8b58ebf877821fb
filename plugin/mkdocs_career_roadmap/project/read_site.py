"""A project, read and folded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..flow import Site, build
from ..reading.entry import Source
from ..vocabulary.paths import is_page
from ..vocabulary.problems import Problem
from .config import Project
from .progress import SILENT, ProgressLine


@dataclass(frozen=True, slots=True)
class ReadSite:
    """A project, read and folded."""

    site: Site
    files: tuple[str, ...]
    """Its files that are fit to be published."""
    pages: int
    """How many pages were read."""
    problems: tuple[Problem, ...]
    """What is wrong with its files."""


def read_site(
    project: Project, day: date, *, keep_private: bool = False, progress: ProgressLine = SILENT
) -> ReadSite:
    """Return the roadmap of a project as it stood at the end of a day.

    Without pages it is empty. `progress` is told how far the reading has come.
    """
    problems: list[Problem] = []
    sources: list[Source] = []
    files: list[str] = []
    folder = project.folder
    for path in progress.over(list(project.files()), "opening files"):
        if isinstance(path, Problem):
            problems.append(path)
        elif refusal := folder.refusal(path):
            problems.append(refusal)
        else:
            files.append(path)
            if is_page(path):
                source, wrong = folder.read(path)
                problems += [wrong] if wrong else []
                sources += [source] if source and not wrong else []
    site = build(progress.over(sources, "reading pages"), as_of=day, settings=project.settings,
                 words=project.words, keep_private=keep_private)
    return ReadSite(site, tuple(files), len(sources), tuple(problems))
