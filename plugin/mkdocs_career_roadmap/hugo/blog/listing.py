"""The files of a blog, folder by folder. What is no file, or lies outside of the blog, is told in a note."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from mkdocs_career_roadmap.new_site.lines import ImportNote, NoteKind
from mkdocs_career_roadmap.project.docs_folder import DocsFolder
from mkdocs_career_roadmap.vocabulary.problems import Problem

from .config import HugoConfig
from .mounts import mounts_of

WHY = {
    "broken-link": "it is a link that leads nowhere or in a circle",
    "outside-link": "it is a link that leads out of the blog's folder; put what lies behind it there",
    "special-file": "it is no file but a pipe, a socket or a device",
    "unreadable": "it cannot be read; check its rights",
    "bad-encoding": "it is not UTF-8 text; save it as UTF-8",
}
"""By the code of a problem with a file: why it is passed over."""


def mounted(root: Path, config: HugoConfig, what: str, notes: list[ImportNote]) -> list[tuple[str, str]]:
    """Return the files of a kind: the path of each from the blog's folder, and from that of the kind."""
    found: dict[str, str] = {}
    for mount in mounts_of(config, what):
        if (root / mount.source).is_file():
            found.setdefault(mount.target, mount.source)
        for path, name in listed(root, mount.source, notes):
            if mount.has(name):
                found.setdefault(posixpath.join(mount.target, name), path)
    return sorted((path, name) for name, path in found.items())


def listed(root: Path, below: str, notes: list[ImportNote]) -> list[tuple[str, str]]:
    """Return the files below a folder: the path of each from the blog's folder, and from that folder."""
    if not (root / below).is_dir():
        return []
    folder = DocsFolder(str((root / below).resolve()))
    found = []
    for one in folder.walk():
        name = one if isinstance(one, str) else one.place.path
        shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        path = posixpath.join(below, shown)
        if _is_litter(posixpath.basename(name)):
            continue
        wrong = one if isinstance(one, Problem) else folder.refusal(name)
        if wrong is not None:
            notes.append(ImportNote(NoteKind.SKIPPED, path, 0, WHY.get(wrong.code, WHY["unreadable"])))
        elif shown != name:
            notes.append(ImportNote(NoteKind.SKIPPED, path, 0, "its name is not UTF-8; give it another"))
        else:
            found.append((path, name))
    return sorted(found)


def _is_litter(base: str) -> bool:
    """Tell whether a file is one that editors and file managers leave behind."""
    return base.endswith("~") or base.startswith(".#") or base in (".DS_Store", ".gitkeep", "Thumbs.db")


def is_ignored(path: str, config: HugoConfig) -> bool:
    """Tell whether `ignoreFiles` leaves out a file of the content."""
    patterns = config.raw.get("ignorefiles")
    for one in patterns if isinstance(patterns, list) else ():
        try:
            if re.search(str(one), path):
                return True
        except re.error:
            continue
    return False
