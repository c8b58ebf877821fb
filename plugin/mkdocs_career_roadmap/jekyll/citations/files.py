"""The BibTeX files of a blog: what is written in each of their entries, and what work it is."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec

from mkdocs_career_roadmap.vocabulary.bibliography.work import Work

from ..liquid.expressions import NotKnownError


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry as pages of a blog speak of it."""

    work: Work
    type: str
    """As BibTeX has it, such as `inproceedings`."""
    fields: Mapping[str, str]
    """What it says, as text, by names in lower case, also what only themes look for: `pdf`, `selected`."""


@dataclass(slots=True)
class BibFiles:
    """The files of a blog, each of which is read once, when a page asks for it."""

    texts: Mapping[str, str]
    """By path from the blog's folder."""
    asked: set[str] = field(default_factory=set)
    """The paths of those that pages have shown something of."""
    _read: dict[str, list[BibEntry]] = field(default_factory=dict)

    def entries(self, folder: str, names: Sequence[str]) -> list[BibEntry]:
        """Return the entries of files that are named as seen from a folder, with or without ending.

        One that lies elsewhere is found by its name, if only one is called so. Raises NotKnownError.
        """
        paths = [path for name in names for path in self._paths(folder, name)]
        return [entry for path in paths for entry in self._entries(path)]

    def _paths(self, folder: str, name: str) -> list[str]:
        begin = posixpath.normpath(posixpath.join(folder.strip("/") or ".", name.strip("/")))
        if "*" in name:
            inside = posixpath.dirname(begin)
            return [path for path in sorted(self.texts) if posixpath.dirname(path) == inside]
        for path in (begin, f"{begin}.bib"):
            if path in self.texts:
                return [path]
        base = posixpath.basename(begin).removesuffix(".bib")
        like = [path for path in self.texts if posixpath.basename(path) == f"{base}.bib"]
        if len(like) != 1:
            raise NotKnownError(f"there is no file of works {begin}")
        return like

    def _entries(self, path: str) -> list[BibEntry]:
        self.asked.add(path)
        if path not in self._read:
            self._read[path] = entries_of(path, self.texts[path])
        return self._read[path]


def reads_bibtex() -> bool:
    """True where pybtex is installed."""
    return find_spec("pybtex") is not None


def entries_of(path: str, text: str) -> list[BibEntry]:
    """Return the entries of a text of BibTeX, which lies at `path`. Raises NotKnownError without pybtex."""
    if not reads_bibtex():
        raise NotKnownError("pybtex, which reads BibTeX, is not installed")
    from mkdocs_career_roadmap.reading.bibliography.bibtex import read_entries  # noqa: PLC0415 - an extra

    read, _ = read_entries(path, text)
    return [BibEntry(work, written.type, {
        name: written.code(name) if name in _VERBATIM else written.text(name) for name in written.values})
            for written, work in read]


_VERBATIM = frozenset({
    "url", "doi", "pdf", "html", "code", "slides", "poster", "video", "website", "blog", "supp", "arxiv",
    "eprint", "preview", "file"})
"""Fields with addresses, in which nothing is LaTeX but escapes."""
