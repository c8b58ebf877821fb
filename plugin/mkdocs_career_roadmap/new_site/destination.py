"""The folder that a blog is imported into: what is there, what may be written, and what its author has
changed since.
"""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.project.on_disk.new_files import (
    put_new,
    remove_unfinished,
    unwritten,
    why_kept,
    write_whole,
)
from mkdocs_career_roadmap.project.progress import SILENT, ProgressLine

MANIFEST = ".career-roadmap-import.json"
"""Which files an import wrote, and a hash of each: one that is as it was written may be written anew."""

Content = str | Path
"""The text of a file, or the file that it is a copy of."""


@dataclass(slots=True)
class FolderChanges:
    """What an import does to a folder; each list has paths below it, sorted."""

    new: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    """Written before, as they were, and other now."""
    same: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """There, other than what an import would write, and not as one wrote them: their author's. Also what must
    not be replaced, since it is read-only or has other names.
    """
    gone: list[str] = field(default_factory=list)
    """Written before, and not a part of the blog any more. They stay."""

    @property
    def changes(self) -> int:
        """How many files are written."""
        return len(self.new) + len(self.renewed)


def compare(folder: Path, files: Mapping[str, Content], *, overwrite: bool) -> FolderChanges:
    """Return what writing these files would do. Raises ProjectError if the folder cannot be read."""
    manifest = _manifest(folder)
    changes = FolderChanges(
        gone=sorted(path for path in manifest if path not in files and (folder / path).exists())
    )
    for path in sorted(files):
        there = folder / path
        if not there.exists() and not there.is_symlink():
            changes.new.append(path)
            continue
        if not there.is_file() or there.is_symlink():
            changes.kept.append(path)
            continue
        is_now, will_be = _hash(there), _hash(files[path])
        if is_now == will_be:
            changes.same.append(path)
        elif (overwrite or manifest.get(path) == is_now) and not why_kept(there):
            changes.renewed.append(path)
        else:
            changes.kept.append(path)
    return changes


def write(folder: Path, files: Mapping[str, Content], writing: FolderChanges,
          progress: ProgressLine = SILENT) -> None:
    """Write what is new or renewed, and remember all that is as an import makes it.

    Raises ProjectError, at the first file that cannot be written.
    """
    manifest, new = _manifest(folder), set(writing.new)
    remove_unfinished((folder / path).parent for path in (MANIFEST, *files))
    path = ""
    try:
        for path in progress.over([*writing.new, *writing.renewed], "writing files"):
            _put(folder / path, files[path], is_new=path in new)
        for path in (*writing.new, *writing.renewed, *writing.same):
            manifest[path] = _hash(files[path])
        text = _manifest_text(manifest)
        path = MANIFEST
        if not (folder / path).is_file() or (folder / path).read_text("utf-8") != text:
            _put(folder / path, text)
    except OSError as error:
        raise unwritten(path, error) from None


def withdraw(folder: Path, writing: FolderChanges) -> list[str]:
    """Take away what an import wrote before and does not any more, as far as nobody has changed it since.

    Returns
    -------
    what stays, sorted: it is its author's to delete. Raises ProjectError for a file that cannot be removed.
    """
    manifest, stays = _manifest(folder), []
    for path in writing.gone:
        file = folder / path
        try:
            if file.is_symlink() or not file.is_file() or manifest[path] != _hash(file) or why_kept(file):
                stays.append(path)
                continue
            file.unlink()
            del manifest[path]
        except OSError as error:
            raise unwritten(path, error) from None
    if len(stays) < len(writing.gone):
        write_whole(folder / MANIFEST, _manifest_text(manifest).encode())
    return stays


def _put(path: Path, content: Content, *, is_new: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = content if isinstance(content, Path) else content.encode()
    if not is_new:
        write_whole(path, whole)
    elif not put_new(path, whole):
        raise FileExistsError(errno.EEXIST, "it has come just now")


def _hash(content: Content) -> str:
    if isinstance(content, str):
        return hashlib.sha256(content.encode()).hexdigest()[:16]
    with content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _manifest_text(manifest: Mapping[str, str]) -> str:
    return json.dumps(dict(sorted(manifest.items())), indent=0, ensure_ascii=False) + "\n"


def _manifest(folder: Path) -> dict[str, str]:
    path = folder / MANIFEST
    try:
        hashes = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ProjectError(
            f"{path} cannot be read ({error}); delete it, and every file that is there counts as yours"
        ) from None
    return {str(key): str(value) for key, value in hashes.items()} if isinstance(hashes, dict) else {}
