"""A site in memory whose names are changed: its pages in, what becomes of each out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_career_roadmap.authoring.refactor.site import SiteFiles
from mkdocs_career_roadmap.project.config import Project
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.vocabulary.options import OPTIONS

DAY = date(2026, 11, 28)
"""The day on which names are changed, unless a test says another."""

Do = Callable[[SiteFiles], None]
_EMPTY = TemporaryDirectory(prefix="no-docs-")
"""Goes when the process ends."""
_NOWHERE = Path(_EMPTY.name)


def files_of(
    pages: Mapping[str, str], config: str = "", name: str = "mkdocs.yml", **options: object
) -> SiteFiles:
    """Return a site of these pages, of which nothing lies on the disk."""
    project = Project(_NOWHERE, options={name: o.default for name, o in OPTIONS.items()} | options)
    configs = {Path(name): (config, config)} if config else {}
    return SiteFiles(project, DAY, dict(pages), dict(pages), configs)


def changed(
    pages: Mapping[str, str], do: Do, config: str = "", name: str = "mkdocs.yml"
) -> dict[str, str | None]:
    """Return the files that a change changes, as they are then; None: one that goes."""
    files = files_of(pages, config, name)
    do(files)
    return {change.path.relative_to(_NOWHERE).as_posix() if change.path.is_absolute() else str(change.path):
            None if change.after is None else change.after.decode() for change in files.changes()}


def refusal(pages: Mapping[str, str], do: Do) -> str:
    """Return why a change is refused; empty: it is not."""
    try:
        changed(pages, do)
    except ProjectError as error:
        return str(error)
    return ""


def post(day: str, *lines: str) -> str:
    return "---\n" + "".join(f"{line}\n" for line in (f"date: {day}", *lines)) + "---\nWords.\n"
