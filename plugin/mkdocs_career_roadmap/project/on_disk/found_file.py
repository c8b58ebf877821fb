"""What a check found of a site, for the next one where nothing has changed: a file in the user's cache.

That nothing has is seen without opening a page: by how each file of the docs folder looks (its size, its
number on the disk, when it and what is known of it were changed). This trusts the system, which sets the last
of these itself at each change of a file, and which nobody can set back without setting the clock back. A file
that was changed less than two seconds before it was looked at may change again and look the same; then
nothing is kept, as git does with such files. It is read as texts, and nothing in it is run.
"""

from __future__ import annotations

import json
import os
import posixpath
import stat
import sys
import time
from collections.abc import Hashable, Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from ...vocabulary.problems import Problem
from .freeze import UnfitError, frozen, stamp
from .looks import UNSURE
from .new_files import write_whole
from .plain_values import NotPlainError, ways
from .versions import read_by

FIRST_LINE = b"found by mkdocs-career-roadmap, 1"
"""The number grows when something else is written."""
LEAST = 200
"""Files that are worth one: fewer are read as fast."""


class FoundInSite(NamedTuple):
    """What a check found of a whole site."""

    problems: tuple[Problem, ...]
    """Settled, with the paths that they have in the site."""
    pages: int
    """How many pages were read, and what they add up to."""
    posts: int
    milestones: int
    goals: int


class FoundFile:
    """The file of one site in one run."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._key = b""
        """What stands for all that is found. Empty: nobody can tell."""
        self._is_settled = False

    def begin(self, made_of: object, root: str, walked: Iterable[str | Problem]) -> FoundInSite | None:
        """Return what was found of the same before; None: nothing, or something else. `made_of` is all that a
        check follows from besides the files in the folder `root`, which was `walked`, see `DocsFolder.walk`.
        """
        self._key, self._is_settled = b"", False
        if sys.platform == "win32":  # where a program may set all times of a file
            return None
        now, newest = time.time_ns(), 0
        files = list(walked)
        if len(files) < LEAST:
            return None
        looks: list[Hashable] = []
        folders: dict[str, str] = {}
        try:
            for file in files:
                if isinstance(file, Problem):
                    looks.append(frozen(file))
                    continue
                folder, path = posixpath.dirname(file), f"{root}/{file}"
                if folder not in folders:
                    folders[folder] = os.path.realpath(f"{root}/{folder}")
                status = os.lstat(path)
                newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
                looks.append((file, *_look(status)))
                if stat.S_ISLNK(status.st_mode):
                    status = os.stat(path)  # noqa: PTH116 - of a text, as all here
                    newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
                    looks.append((os.path.realpath(path), *_look(status)))
            readers = read_by(), version("pathspec")
            self._key = stamp((*readers, frozen(made_of), root, (*folders.items(),), (*looks,))).encode()
        except (OSError, UnfitError):  # a file has gone, a link leads nowhere, or something is not comparable
            return None
        self._is_settled = newest <= now - UNSURE
        return _found_in(self._path, self._key)

    def leave(self, found: FoundInSite) -> None:
        """Leave what was found to the next run, which `begin` began."""
        if not self._key or not self._is_settled:
            return
        plain, _ = ways(FoundInSite)
        body = self._key + b"\n" + json.dumps(plain(found, ""), separators=(",", ":")).encode()
        if _found(body.partition(b"\n")[2]) != found:
            return
        with suppress(OSError):
            write_whole(self._path, b"\n".join((FIRST_LINE, _hash(body), body)))
            self._path.chmod(0o600)

    def forget(self) -> None:
        """Leave nothing: what was found is not for a file."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def _look(status: os.stat_result) -> tuple[int, ...]:
    return status.st_mode, status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns


def _found_in(path: Path, key: bytes) -> FoundInSite | None:
    try:
        first, hashed, body = path.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):
        return None
    made_of, _, row = body.partition(b"\n")
    if first != FIRST_LINE or hashed != _hash(body) or made_of != key:
        return None
    return _found(row)


def _found(row: bytes) -> FoundInSite | None:
    _, made = ways(FoundInSite)
    try:
        found: FoundInSite = made(json.loads(row.decode()), "")
    except (NotPlainError, ValueError, RecursionError):
        return None
    return found


def _hash(body: bytes) -> bytes:
    return blake2b(body, digest_size=32).hexdigest().encode()
