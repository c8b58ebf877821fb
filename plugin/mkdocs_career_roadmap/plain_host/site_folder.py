"""Puts the files of a site into a folder: all of them or none, and never over what is somebody else's.

A list of what was written lies among them. By it the next build knows that the folder is ours, and what is to
go; a file that is not in it, or was changed since, is left alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ..exports.addresses import folded
from ..project.errors import ProjectError
from ..project.on_disk.change_set import FileChange, write_all
from ..project.on_disk.new_files import remove_unfinished, shown

LIST = ".career-roadmap-files.txt"
_HEAD = ("# What `career-roadmap build` wrote into this folder. Its next run replaces these files and\n"
         "# removes those that the site has no more; all others are left alone.\n")


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a folder."""

    changed: int
    """How many files were written or removed."""
    left: tuple[str, ...]
    """Files of an earlier site that were changed since, and so were not removed."""


def write_site(files: Mapping[str, bytes], folder: Path) -> Written:
    """Make a folder hold a site. Raises ProjectError where it is not ours, or something lies in the way; then
    nothing of it has changed.
    """
    before = _listed(folder)
    if refused := list(_refused(files, before, folder)):
        raise ProjectError("\n".join(refused))
    stale = {path: content for path in before.keys() - files.keys()
             if (content := _content(folder / path)) is not None}
    left = tuple(sorted(path for path, content in stale.items() if _hash(content) != before[path]))
    listed = _HEAD + "".join(f"{_hash(content)}  {path}\n" for path, content in sorted(files.items()))
    wanted = {LIST: listed.encode(), **files}  # the list first: a folder with any file of ours says so
    changes = [FileChange(folder / path, stale[path], None) for path in sorted(stale.keys() - {*left})]
    changes += [FileChange(folder / path, was, content) for path, content in wanted.items()
                if (was := _content(folder / path)) != content]
    was_there = folder.is_dir()
    try:
        write_all(changes)
    except BaseException:
        _remove_empty(folder, [change.path for change in changes], itself=not was_there)
        raise
    _remove_empty(folder, (change.path for change in changes if change.after is None))
    return Written(len([change for change in changes if change.path.name != LIST]), left)


def _listed(folder: Path) -> dict[str, str]:
    """Return the files that an earlier build wrote, each with the hash of its content.

    There was no build: none. A path that leads out of the folder is not taken.
    """
    lines = (_content(folder / LIST) or b"").decode("utf-8", "replace").splitlines()
    pairs = (line.partition("  ") for line in lines if not line.startswith("#"))
    return {path: known for known, _, path in pairs if path and not PurePosixPath(path).is_absolute()
            and ".." not in PurePosixPath(path).parts}


def _refused(files: Mapping[str, bytes], before: Mapping[str, str], folder: Path) -> Iterator[str]:
    if folder.exists() and not folder.is_dir():
        yield f"{shown(folder)} is a file; name a folder for the site"
        return
    if folder.is_dir():
        remove_unfinished([folder])
        if not os.path.lexists(folder / LIST) and any(folder.iterdir()):
            yield (f"{shown(folder)} has files, and none of them is from this command, which replaces what "
                   "it wrote before; name a folder that is empty or not there yet")
            return
    real = os.path.realpath(folder)
    alike: dict[str, str] = {}
    for path in sorted(files):
        at = folder / path
        other = alike.setdefault(folded(path), path)
        if other != path:
            yield (f"{shown(at)} and {other} are one file where upper and lower case are the same; "
                   "rename one")
        if not Path(os.path.realpath(at.parent)).is_relative_to(real) or at.is_symlink():
            yield f"{shown(at)} is, or lies behind, a link that leads elsewhere; take the link away"
        elif path not in before and os.path.lexists(at):
            yield f"{shown(at)} is there and is not from this command; move it elsewhere"


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _remove_empty(folder: Path, paths: Iterable[Path], *, itself: bool = False) -> None:
    """Remove folders in which nothing is left, of those that files lay in; `itself`: the whole one, too."""
    above = {parent for path in paths for parent in path.parents if parent.is_relative_to(folder)}
    for parent in sorted(above, key=lambda parent: len(parent.parts), reverse=True):
        if itself or parent != folder:
            with suppress(OSError):
                parent.rmdir()
