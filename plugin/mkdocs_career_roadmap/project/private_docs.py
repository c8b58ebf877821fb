"""A folder of private pages outside the docs folder: whoever builds the site otherwise never sees it.

Its pages have the paths that they would have if it lay in the docs folder by its name. They are private
whatever they say, and no public build opens one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..reading.entry import Source
from ..vocabulary.paths import is_page
from ..vocabulary.problems import Problem
from .docs_folder import DocsFolder
from .errors import ProjectError

_NAME = re.compile(r"\w[\w -]*")
"""Of a folder whose pages a host takes: those that begin with a dot are out of every site."""


@dataclass(frozen=True)
class PrivateDocs:
    """The folder `private_docs`, which is there."""

    folder: Path

    @property
    def name(self) -> str:
        """The first part of the paths of its pages."""
        return self.folder.name

    def has(self, path: str) -> bool:
        """True for the path of a page or a file in it."""
        return path.startswith(f"{self.name}/")

    def files(self) -> Iterator[str | Problem]:
        """Yield the paths of its files, and what is wrong with those that must not be read."""
        docs = DocsFolder(str(self.folder.resolve()))
        for path in docs.walk():
            told = path if isinstance(path, Problem) else docs.refusal(path)
            if told:
                yield told.within(self.name)
            elif isinstance(path, str) and "/." not in f"/{path}":
                yield f"{self.name}/{path}"

    def read(self, path: str) -> tuple[Source | None, Problem | None]:
        """Return a page as it is on the disk, or why it cannot be read; see `DocsFolder.read`."""
        docs = DocsFolder(str(self.folder.resolve()))
        source, wrong = docs.read(path.removeprefix(f"{self.name}/"))
        return source and Source(path, source.text), wrong and wrong.within(self.name)

    def sources(self) -> Iterator[Source | Problem]:
        """Yield its pages, and what is wrong. Defaults of a folder it has none: all of it is private."""
        for path in self.files():
            if isinstance(path, Problem):
                yield path
            elif is_page(path):
                source, wrong = self.read(path)
                yield from (found for found in (wrong, source if not wrong else None) if found)


def private_docs(written: str, config: Path, docs: Path) -> PrivateDocs | None:
    """Return the folder that an option names, seen from the configuration; None: no folder is named, or it is
    not there, as where somebody else builds the site.

    Raises ProjectError for a folder that a public build would read as well.
    """
    if not written:
        return None
    folder = config.parent / written
    real, public = folder.resolve(), docs.resolve()
    if real.is_relative_to(public) or public.is_relative_to(real):
        raise ProjectError(
            f"{config}: private_docs is {written!r}, but every builder reads what lies in the docs folder, "
            f"{docs.name!r}; name a folder beside it, like 'private'")
    if not _NAME.fullmatch(folder.name):
        raise ProjectError(f"{config}: private_docs is {written!r}; give the folder a name of letters, "
                           "digits, - and _, like 'private'")
    if (docs / folder.name).exists():
        raise ProjectError(f"{config}: private_docs is {written!r}, and {docs.name!r} has a folder "
                           f"{folder.name!r}, too; rename one of them")
    return PrivateDocs(folder) if folder.is_dir() else None
