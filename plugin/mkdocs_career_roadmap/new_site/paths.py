"""Paths of the files of a new site: no two differ only in case, and every file system takes them."""

from __future__ import annotations

import hashlib
from collections import Counter

from mkdocs_career_roadmap.reading.old_addresses import MAX_NAME

MAX_PATH = 800
"""Bytes of a path in the docs folder; systems take some 4000, the site's own folder included."""
_MAX_BEGIN = 80
_MAX_ENDING = 16


class PathBook:
    """The paths that are taken."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: Counter[str] = Counter()
        """By a path that was asked for, the number to try next."""

    def take(self, path: str) -> str:
        """Return this path, or one like it if it is taken, or longer than file systems like."""
        path = short_path(path)
        folder, slash, name = path.rpartition("/")
        stem, dot, ending = _parted(name)
        free, number = path, max(2, self._next[path])
        while free.casefold() in self._taken:
            free, number = f"{folder}{slash}{stem}-{number}{dot}{ending}", number + 1
        self._next[path] = number
        self._taken.add(free.casefold())
        return free

    def is_free(self, path: str) -> bool:
        """True while nothing else has this path."""
        return path.casefold() not in self._taken


def _parted(name: str) -> tuple[str, str, str]:
    """Return the stem of a name, a dot and an ending; both are empty for one that is a stem alone."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot, ending) if stem else (name, "", "")


def short_path(path: str) -> str:
    """Return a path that every file system takes; letters of its own stand for what is cut off."""
    if len(path.encode()) <= MAX_PATH and all(len(name.encode()) <= MAX_NAME for name in path.split("/")):
        return path
    folder, _, name = path.rpartition("/")
    stem, dot, ending = _parted(name)
    if len(ending) > _MAX_ENDING:
        stem, dot, ending = name, "", ""
    mark = hashlib.sha256(path.encode()).hexdigest()[:8]
    begin = stem.encode()[:_MAX_BEGIN].decode("utf-8", "ignore").rstrip("-. ")
    parts = folder.split("/") if folder else []
    kept = parts if all(len(one.encode()) <= MAX_NAME for one in parts) else parts[:1]
    if len("/".join(kept).encode()) > MAX_PATH - _MAX_BEGIN - _MAX_ENDING or (
            kept and len(kept[0].encode()) > MAX_NAME):
        kept = []
    return "/".join((*kept, f"{begin}-{mark}{dot}{ending}"))
