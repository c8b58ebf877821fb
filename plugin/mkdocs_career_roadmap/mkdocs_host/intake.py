"""The files of a site as MkDocs lists them: which are taken in, and which are kept out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..project.docs_folder import ROUND, DocsFolder
from ..reading.entry import Source
from ..vocabulary.codes import Severity
from ..vocabulary.problems import Problem
from .assets import from_here


def endless_links(config: MkDocsConfig, folder: DocsFolder) -> list[Problem]:
    """Return the links that MkDocs would follow round and round, before it does."""
    found = (p for p in folder.walk() if isinstance(p, Problem) and p.code == ROUND)
    return [replace(p.within(from_here(config.docs_dir)), severity=Severity.ERROR) for p in found]


@dataclass(slots=True)
class Intake:
    """What was taken of the files of one build."""

    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)
    """Pages that are part of no roadmap, since they could not be read, with what could."""


def take_in(files: Files, config: MkDocsConfig, folder: DocsFolder) -> Intake:
    """Read the pages of the site, and take out of it what should not be there at all."""
    found = Intake()
    told: set[Problem] = set()  # a link to a folder refuses all that lies behind it
    for file in list(files):
        if _is_authors(file, config) and not file.inclusion.is_excluded() and (
                refusal := folder.refusal(file.src_uri)):
            told.add(refusal)
            files.remove(file)
    found.problems += told
    for file in files.documentation_pages():
        if _is_authors(file, config):
            _read(found, folder, file.src_uri)
            continue
        try:
            found.sources.append(Source(file.src_uri, file.content_string))
        except (OSError, ValueError):
            continue  # another plugin's, and MkDocs names it when it reads it itself
    return found


def _is_authors(file: File, config: MkDocsConfig) -> bool:
    return file.generated_by is None and file.src_dir == config.docs_dir


def _read(found: Intake, folder: DocsFolder, path: str) -> None:
    source, wrong = folder.read(path)
    if wrong:
        found.problems.append(wrong)
        found.unread[path] = source.text if source else ""
    elif source:
        found.sources.append(source)
