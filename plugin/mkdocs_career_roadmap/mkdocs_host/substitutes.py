"""What MkDocs and other plugins read where a page itself would stop them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..reading.front_matter import host_text, split
from ..reading.host_keys import ThemeFile
from ..vocabulary.codes import Severity
from ..vocabulary.problems import Problem, problem
from ..vocabulary.settings import Settings
from .intake import Intake, ReadPage


class Substitutes:
    """Files that are read in place of pages which would stop MkDocs, its theme or a blog.

    They lie in a folder of their own, which goes with this object: written below the docs
    folder, they would start the next build of a preview.
    """

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._replaced: dict[str, tuple[str, str | None]] = {}
        """By source path: the text, and where the page itself lies."""

    def close(self) -> None:
        """Remove the folder."""
        self._replaced = {}
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def give(self, file: File, text: str) -> None:
        """Let everybody read `text` where they would read the file."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="career-roadmap-", ignore_cleanup_errors=True)
        text = text.encode("utf-8", "replace").decode("utf-8")
        self._replaced[file.src_uri] = text, file.abs_src_path
        path = os.path.join(self._folder.name, f"{len(os.listdir(self._folder.name))}.md")
        with open(path, "w", encoding="utf-8", newline="\n") as written:
            written.write(text)
        file.abs_src_path = path

    def take_back(self, files: Files) -> None:
        """Give the pages their own places again, and the texts from memory. A blog, which reads
        from the place, has done so; what asks git for it must not ask for a substitute.
        """
        for path in self._replaced.keys() & files.src_uris.keys():
            files.src_uris[path].content_string, files.src_uris[path].abs_src_path = self._replaced[path]


def left_out(taken: Intake, settings: Settings) -> Mapping[str, str]:
    """Return the pages that could not be read and that a build leaves out, with what there is of them:
    nobody knows whether they were to be private.
    """
    codes = {p.place.path: p.code for p in taken.problems}
    return {path: text for path, text in taken.unread.items()
            if codes[path] == "unreadable" or settings.severity(codes[path]) is Severity.ERROR}


def replace_unread(files: Files, taken: Intake, substitutes: Substitutes) -> None:
    """Keep from MkDocs the pages that could not be read: a preview, and a site that has the problem weigh
    less than an error, show what there is of them.
    """
    for path, text in taken.unread.items():
        if path in files.src_uris:
            substitutes.give(files.src_uris[path], host_text(split(path, text)) or text)


def replace_odd(
    files: Files, pages: Iterable[ReadPage], substitutes: Substitutes, config: MkDocsConfig,
    *, is_preview: bool,
) -> list[Problem]:
    """Keep from MkDocs what would stop it in pages that were read, and return what of that only
    the host could find. Of a page of which nobody knows what its front matter says a preview shows the text.
    """
    problems = []
    for file, source, page in pages:
        if file.src_uri not in files.src_uris or (page.host_text is None and not page.theme_files):
            continue
        missing = [problem("bad-host-value", asked.place,
                           f"the theme has no {asked.key} {asked.name!r}; look for its name in the theme")
                   for asked in page.theme_files if not _has(config.theme.dirs, asked)]
        problems += missing
        if page.lost is None:
            more = {a.key for a in page.theme_files if any(p.place == a.place for p in missing)}
            text = page.host_text
            if more:
                text = host_text(split(source.path, page.host_text or source.text), more)
            if text is not None:
                substitutes.give(file, text)
        elif is_preview and page.host_text is not None:
            substitutes.give(file, page.host_text)
    return problems


def _has(folders: Iterable[str], asked: ThemeFile) -> bool:
    """True when the theme has the file; of icons only Material's are known."""
    if asked.key == "template":
        return any(os.path.isfile(os.path.join(folder, asked.name)) for folder in folders)
    icons = [os.path.join(folder, ".icons") for folder in folders]
    icons = [folder for folder in icons if os.path.isdir(folder)]
    return not icons or any(os.path.isfile(os.path.join(f, f"{asked.name}.svg")) for f in icons)
