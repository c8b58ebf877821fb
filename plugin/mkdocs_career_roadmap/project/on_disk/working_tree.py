"""What a git working tree has that is in no commit, so that git could not bring it back."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .repository import root_of

_STATUS = ("-c", "core.fsmonitor=false", "--no-optional-locks", "status", "--porcelain", "-z", "--no-renames",
           "--untracked-files=all", "--ignore-submodules=all")
"""Asks, and runs nothing that the repository names."""


@dataclass(frozen=True, slots=True)
class WorkingTree:
    """A working tree, as far as somebody wants to know who is to change files in it."""

    root: Path | None
    """Its folder. None: git knows nothing of these files, or is not there to be asked."""
    dirty: tuple[str, ...] = ()
    """The paths, from its root, of files with changes that are in no commit."""


def working_tree(folder: Path, files: Iterable[Path]) -> WorkingTree:
    """Return the working tree that a folder lies in, and what in it is dirty: files of git that were changed,
    and of `files` also those that git does not have yet.
    """
    root = root_of(folder)
    if root is None:
        return WorkingTree(None)
    try:
        done = subprocess.run(  # noqa: S603 - a folder is all that comes from outside
            ["git", "-C", str(root), *_STATUS], capture_output=True, check=True,  # noqa: S607 - any git does
            env={**os.environ, "LC_ALL": "C"})
    except (OSError, subprocess.CalledProcessError):
        return WorkingTree(None)
    ours = {_from(root, path) for path in files}
    found = [(line[:2], line[3:]) for line in os.fsdecode(done.stdout).split("\0") if line]
    return WorkingTree(root, tuple(path for sign, path in found if sign != "??" or path in ours))


def _from(root: Path, path: Path) -> str:
    return Path(os.path.relpath(path.resolve(), root)).as_posix()
