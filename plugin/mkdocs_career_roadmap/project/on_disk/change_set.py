"""Several files that are written together: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..errors import ProjectError
from .new_files import remove_unfinished, rewrite, shown, unwritten, why_kept, write_new


@dataclass(frozen=True, slots=True)
class FileChange:
    """What becomes of a file."""

    path: Path
    before: bytes | None
    """What it has. None: it is not there."""
    after: bytes | None
    """What it is to have. None: it is to go."""

    @property
    def undone(self) -> FileChange:
        return FileChange(self.path, self.after, self.before)


def write_all(changes: Sequence[FileChange]) -> None:
    """Write all changes. If one cannot be written, or somebody stops the command, those before it are undone.

    Raises ProjectError: of a file that has changed since it was read, before anything is written.
    """
    if wrong := list(_refused(changes)):
        raise ProjectError("\n".join(wrong))
    remove_unfinished(change.path.resolve().parent for change in changes)
    done: list[FileChange] = []
    try:
        for change in changes:
            done.append(change)  # before it is written: whoever stops it then may have come too late
            _write(change)
    except BaseException:
        _put_back(done)
        raise


def _refused(changes: Iterable[FileChange]) -> Iterable[str]:
    for change in changes:
        path = change.path
        if change.before is None:
            if path.exists() or path.is_symlink():
                yield _in_the_way(path)
        elif _content(path) != change.before:
            yield f"{shown(path)} has changed just now and stays as it is; run this again"
        elif why := why_kept(path.resolve()):
            yield f"{shown(path)} {why}"


def _write(change: FileChange) -> None:
    path, before, after = change.path, change.before, change.after
    if before is None and after is not None:
        if not write_new(path, after):
            raise ProjectError(_in_the_way(path))
    elif before is not None and after is not None:
        rewrite(path, before, after)
    else:
        try:
            path.unlink()
        except OSError as error:
            raise unwritten(shown(path), error) from None


def _in_the_way(path: Path) -> str:
    return f"{shown(path)} is there already; rename it or take it away, and run this again"


def _put_back(done: Sequence[FileChange]) -> None:
    """Undo what was written, the last first. The change that failed may or may not be among it."""
    for change in reversed(done):
        if _content(change.path) == change.after:
            with suppress(ProjectError):
                _write(change.undone)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
