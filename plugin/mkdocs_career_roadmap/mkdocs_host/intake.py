"""The files of a site as MkDocs lists them: which are taken in, and which are kept out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pathspec.gitignore import GitIgnoreSpec

from ..flow import Reader
from ..project.docs_folder import ROUND, DocsFolder
from ..reading.entry import Source
from ..reading.folder_defaults import FolderDefaults, is_folder_defaults
from ..reading.page import Page
from ..vocabulary.codes import Severity
from ..vocabulary.problems import Problem
from ..vocabulary.settings import Settings


def endless_links(folder: DocsFolder, docs: str | Callable[[str], str]) -> list[Problem]:
    """Return the links that MkDocs would follow round and round, before it does. `docs` says how a path in
    the folder is written.
    """
    problems = (p for p in folder.walk() if isinstance(p, Problem) and p.code == ROUND)
    return [replace(p.within(docs), severity=Severity.ERROR) for p in problems]


def unlisted_folders(config: MkDocsConfig, folder: DocsFolder) -> list[Problem]:
    """Return the folders of the site that cannot be listed: MkDocs goes past them without a word."""
    excluded = GitIgnoreSpec.from_lines([".*", "/templates/"])  # as MkDocs has it
    excluded = excluded + config.exclude_docs if config.exclude_docs else excluded
    specs = [excluded, *([config.draft_docs] if config.draft_docs else [])]
    problems = [p for p in folder.walk() if isinstance(p, Problem) and p.code == "unreadable"]
    return [p for p in problems
            if p.place.path == "." or not any(spec.match_file(f"{p.place.path}/") for spec in specs)]


@dataclass(slots=True)
class Intake:
    """What was taken of the files of one build."""

    texts: list[tuple[File, str]] = field(default_factory=list)
    """Pages with what stands in them."""
    of_folders: list[Source] = field(default_factory=list)
    """What folders say of the pages in them."""
    problems: list[Problem] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)
    """Pages that are part of no roadmap, since they could not be read, with what could: by source path."""


class ReadPage(NamedTuple):
    """A page of the site, read once."""

    file: File
    source: Source
    """At the path that the core knows, which is without a language."""
    page: Page


def take_in(files: Files, config: MkDocsConfig, folder: DocsFolder, settings: Settings) -> Intake:
    """Take the texts of the pages, and take out of the site what should not be there at all."""
    taken = Intake(problems=unlisted_folders(config, folder))
    refused: set[Problem] = set()  # a link to a folder refuses all that lies behind it
    for file in list(files):
        if is_authors(file, config) and not file.inclusion.is_excluded() and (
                refusal := folder.refusal(file.src_uri)):
            refused.add(refusal)
            files.remove(file)
        elif is_folder_defaults(file.src_uri, settings.meta_file) and is_authors(file, config):
            source, wrong = folder.read(file.src_uri)
            taken.problems += [wrong] if wrong else []
            taken.of_folders += [source] if source else []
    taken.problems += refused
    for file in files.documentation_pages():
        if is_authors(file, config):
            _take(taken, folder, file)
            continue
        try:
            taken.texts.append((file, file.content_string))
        except (OSError, ValueError):
            continue  # another plugin's, and MkDocs names it when it reads it itself
    return taken


def read_pages(
    texts: Iterable[tuple[File, str]], path_of: Callable[[File], str], settings: Settings,
    defaults: FolderDefaults, reader: Reader,
) -> list[ReadPage]:
    """Return what the pages say, each at the path that `path_of` gives it. `reader` does what `read` does."""
    sources = ((file, Source(path_of(file), text)) for file, text in texts)
    return [ReadPage(file, source, reader(source, settings, defaults.of(file.src_uri)))
            for file, source in sources]


def is_authors(file: File, config: MkDocsConfig) -> bool:
    """True for a file of the docs folder, which no plugin made."""
    return file.generated_by is None and file.src_dir == config.docs_dir


def _take(taken: Intake, folder: DocsFolder, file: File) -> None:
    source, wrong = folder.read(file.src_uri)
    if wrong:
        taken.problems.append(wrong)
        taken.unread[file.src_uri] = source.text if source else ""
    elif source:
        taken.texts.append((file, source.text))
