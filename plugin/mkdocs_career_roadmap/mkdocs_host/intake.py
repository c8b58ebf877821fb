"""The files of a site as MkDocs lists them: which are taken in, which are kept out, and
what MkDocs and other plugins read where a page itself would stop them.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..build import Site
from ..project.docs_folder import ROUND, DocsFolder
from ..reading.entry import Source
from ..reading.front_matter import split, stand_in
from ..reading.host_keys import ThemeFile
from ..vocabulary.codes import CODES, Severity
from ..vocabulary.problems import Problem, problem
from ..vocabulary.settings import Settings
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


class StandIns:
    """Files that are read in place of pages which would stop MkDocs, its theme or a blog.

    They lie in a folder of their own, which goes with this object: written below the docs
    folder, they would start the next build of a preview.
    """

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._given: dict[str, tuple[str, str | None]] = {}
        """By source path: the text, and where the page itself lies."""

    def renew(self) -> None:
        """Forget those of the build before."""
        self._given = {}
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def give(self, file: File, text: str) -> None:
        """Let everybody read `text` where they would read the file."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="career-roadmap-", ignore_cleanup_errors=True)
        text = text.encode("utf-8", "replace").decode("utf-8")
        self._given[file.src_uri] = text, file.abs_src_path
        path = os.path.join(self._folder.name, f"{len(os.listdir(self._folder.name))}.md")
        with open(path, "w", encoding="utf-8", newline="\n") as written:
            written.write(text)
        file.abs_src_path = path

    def take_back(self, files: Files) -> None:
        """Give the pages their own places again, and the texts from memory. A blog, which reads
        from the place, has done so; what asks git for it must not ask for a stand-in.
        """
        for path in self._given.keys() & files.src_uris.keys():
            files.src_uris[path].content_string, files.src_uris[path].abs_src_path = self._given[path]


def replace_odd_pages(
    files: Files, site: Site, found: Intake, stand_ins: StandIns, config: MkDocsConfig,
    *, is_preview: bool,
) -> list[Problem]:
    """Keep from MkDocs what would stop it, and return what of that only the host could find.

    Nobody knows whether a page that cannot be read was to be private, so a build leaves it
    out; a preview shows what there is of it. A site that has such a problem weigh less than
    an error gets the page as it is.
    """
    texts = {source.path: source.text for source in found.sources}
    problems = []
    for path, text in found.unread.items():
        code = next(p.code for p in found.problems if p.place.path == path)
        leave_out = not is_preview and (code == "unreadable" or _is_error(code, site.settings))
        _replace(files, path, None if leave_out else stand_in(split(path, text)) or text, stand_ins)
    for path, page in site.odd_pages.items():
        if path not in files.src_uris or path not in texts:
            continue
        missing = [problem("bad-host-value", asked.place,
                           f"the theme has no {asked.key} {asked.name!r}; look for its name in the theme")
                   for asked in page.asked if not _has(config.theme.dirs, asked)]
        problems += missing
        if page.lost is None:
            more = {a.key for a in page.asked if any(p.place == a.place for p in missing)}
            kept = stand_in(split(path, texts[path]), page.withheld | more) if more else page.stand_in
            if kept is not None:
                _replace(files, path, kept, stand_ins)
        elif is_preview or _is_error(page.lost.code, site.settings):
            _replace(files, path, page.stand_in if is_preview else None, stand_ins)
    return problems


def _is_error(code: str, settings: Settings) -> bool:
    return settings.severities.get(code, CODES[code].severity) is Severity.ERROR


def _replace(files: Files, path: str, text: str | None, stand_ins: StandIns) -> None:
    """Replace a page by a text; None: take it out of the site."""
    file = files.src_uris[path]
    if text is None:
        files.remove(file)
    else:
        stand_ins.give(file, text)


def _has(folders: Iterable[str], asked: ThemeFile) -> bool:
    """True when the theme has the file; of icons only Material's are known."""
    if asked.key == "template":
        return any(os.path.isfile(os.path.join(folder, asked.name)) for folder in folders)
    icons = [os.path.join(folder, ".icons") for folder in folders]
    icons = [folder for folder in icons if os.path.isdir(folder)]
    return not icons or any(os.path.isfile(os.path.join(f, f"{asked.name}.svg")) for f in icons)
