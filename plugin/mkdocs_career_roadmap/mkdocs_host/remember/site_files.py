"""The files of a site are written only where they are not there already, and only others are taken away.

MkDocs empties the folder and writes all of it again. Here what MkDocs itself wrote, and nobody touched since,
stays until it is known whether it is written again. Nobody looks in between: all plugins are known.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ...project.on_disk.looks import Look, is_settled, look
from .shelved_file import shelved_of

_COPY_FILE = File.copy_file
_WRITE, _COPY, _CLEAN = utils.write_file, utils.copy_file, utils.clean_directory

THERE = b"there"
"""Stands for the content of a file that lies in the site as it would be written: this object, no other."""


class WrittenFile(NamedTuple):
    """What a file is made of (its content, a hash of that, or the file it was copied from), and its look."""

    made_of: object
    look: Look
    page: tuple[object, object] | None = None
    """Of a page: the output of the theme, and what else it was finished with. None: not known."""


@dataclass
class KeptFiles:
    """What MkDocs wrote in the last build, by its whole path."""

    folder: str = ""
    written: dict[str, WrittenFile] = field(default_factory=dict)


class FilesOfSite:
    """The files of one build. Its functions stand in for those of MkDocs while they are needed, no longer."""

    def __init__(self, kept: KeptFiles, config: MkDocsConfig) -> None:
        self.close()  # a build before may have ended in the middle
        if kept.folder != config.site_dir:
            kept.folder, kept.written = config.site_dir, {}
        self._kept = kept
        self._touched: set[str] = set()
        self._seen: set[str] = set()
        """The files that were there as they were written, when this build began: MkDocs would have taken them
        away then, and whatever comes to lie there later.
        """
        self.expected: tuple[str, tuple[object, object], Callable[[], bool]] | None = None
        """The page that is written next: its path, what it is finished from, and whether that was all."""

    def before_clean(self) -> None:
        """Let the folder be emptied of all but what may be written again."""
        utils.clean_directory = self._clean

    def before_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Take away what is not going to be written again, and note what is written from here on."""
        paths = {file.abs_dest_path for file in files if file.inclusion.is_in_serve()}
        paths |= {os.path.normpath(os.path.join(config.site_dir, name))
                  for name in config.theme.static_templates}
        self._remove(self._kept.written.keys() - paths)
        # A page and a file may want one name, such as `b/index.html` and `b`: MkDocs writes the file first,
        # and ends at the page, for which nothing may lie there already.
        folders: set[str] = set()
        for path in self._kept.written:
            while (path := os.path.dirname(path)) not in folders:
                folders.add(path)
        if taken := paths & folders:
            self._remove({path for path in self._kept.written if not taken.isdisjoint(_folders(path))})
        for file in files:
            if _is_made(file) and type(file).copy_file is _COPY_FILE and not file.page:
                file.copy_file = partial(self._copy_content, file)  # type: ignore[method-assign]
        utils.write_file, utils.copy_file = self._write, self._copy

    def after_pages(self) -> None:
        """Take away what could have been written again, and was not."""
        self.close()
        self._remove(self._kept.written.keys() - self._touched)

    @staticmethod
    def close() -> None:
        """Give MkDocs its functions back."""
        utils.write_file, utils.copy_file, utils.clean_directory = _WRITE, _COPY, _CLEAN

    def _clean(self, directory: str) -> None:
        utils.clean_directory = _CLEAN
        if directory != self._kept.folder or not os.path.isdir(directory):
            self._kept.written.clear()
            _CLEAN(directory)
            return
        there = self._seen = self._cleaned(os.path.normpath(directory), is_top=True)
        for path in self._kept.written.keys() - there:
            del self._kept.written[path]

    def _cleaned(self, directory: str, *, is_top: bool = False) -> set[str]:
        """Empty a folder but for what is known; return that. Folders without any are removed."""
        known: set[str] = set()
        with os.scandir(directory) as entries:
            for entry in list(entries):
                path = entry.path
                if is_top and entry.name.startswith("."):
                    continue  # MkDocs leaves it, too
                if entry.is_dir(follow_symlinks=False):
                    known |= self._cleaned(path)
                elif path in self._kept.written and _look(path) == self._kept.written[path].look:
                    known.add(path)
                else:
                    os.unlink(path)
        if not known and not is_top:
            os.rmdir(directory)
        return known

    def _write(self, content: bytes, output_path: str) -> None:
        path = os.path.normpath(output_path)
        if content is THERE:
            self._touched.add(path)
            return
        self._made(path, blake2b(content).digest(), lambda: _WRITE(content, output_path))
        expected, self.expected = self.expected, None
        known = self._kept.written.get(path)
        if known is not None:
            is_right = expected is not None and expected[0] == path and expected[2]()
            self._kept.written[path] = known._replace(page=expected[1] if expected and is_right else None)

    def stands(self, path: str, page: tuple[object, object]) -> bool:
        """True if a file is what a page would become that is finished from this: an object, and a value."""
        known = self._kept.written.get(path)
        return (known is not None and known.page is not None and known.page[0] is page[0]
                and known.page[1] == page[1] and path in self._seen)

    def _copy(self, source_path: str, output_path: str) -> None:
        path, source = os.path.normpath(output_path), _look(source_path)
        if source is None or os.path.isdir(output_path) or not is_settled(source):
            self._kept.written.pop(path, None)
            _COPY(source_path, output_path)
            return
        self._made(path, (source_path, source), lambda: _COPY(source_path, output_path))

    def _copy_content(self, file: File, dirty: bool = False) -> None:
        """Do what `File.copy_file` does with a file that a plugin has made."""
        made_of: object = shelved_of(file)
        if made_of is None and type(file._content) is bytes:
            made_of = blake2b(file._content).digest()
        if made_of is not None:
            self._made(os.path.normpath(file.abs_dest_path), made_of, lambda: _COPY_FILE(file, dirty))
        else:
            _COPY_FILE(file, dirty)

    def _made(self, path: str, made_of: object, make: Callable[[], None]) -> None:
        known = self._kept.written.get(path)
        self._touched.add(path)
        if known is None or known.made_of != made_of or _look(path) != known.look:
            self._kept.written.pop(path, None)
            make()
            if made := _look(path):
                self._kept.written[path] = WrittenFile(made_of, made)

    def _remove(self, paths: Collection[str]) -> None:
        """Take files away, and the folders in which nothing is left."""
        for path in paths:
            del self._kept.written[path]
            Path(path).unlink(missing_ok=True)
            folder = os.path.dirname(path)
            while folder != self._kept.folder and _is_empty(folder):
                os.rmdir(folder)
                folder = os.path.dirname(folder)


def _is_made(file: File) -> bool:
    """True for a file with bytes that a plugin has made."""
    return shelved_of(file) is not None or type(file._content) is bytes


def _folders(path: str) -> Iterator[str]:
    """Yield the folders in which a file lies, the innermost first."""
    while (folder := os.path.dirname(path)) != path:
        yield folder
        path = folder


def _look(path: str) -> Look | None:
    """Return how a file looks, or a link itself; None: there is none."""
    return look(path, follows_links=False)


def _is_empty(folder: str) -> bool:
    with os.scandir(folder) as entries:
        return next(entries, None) is None
