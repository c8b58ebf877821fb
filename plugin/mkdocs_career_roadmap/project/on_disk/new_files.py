"""The files that the command line writes: such as are not there yet, and such as nobody changed since.

Each is written beside its place and then put there at once. So whatever stops a command, a full disk or a
kill, whoever looks finds what was there before or all that is new, never half of it.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import ProjectError

_UNFINISHED = re.compile(r"\.career-roadmap-[0-9a-f]{16}\.tmp")
"""How files are named that are not in their places yet; MkDocs leaves out what begins with a dot."""


def write_new(path: Path, text: str | bytes) -> bool:
    """Write a file and the folders above it. False: something is there already, and stays as it is.

    Raises ProjectError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return put_new(path, text.encode() if isinstance(text, str) else text)
    except OSError as error:
        raise unwritten(shown(path), error) from None


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Put a new content in place of the one that was read. What a link of the file system leads to is
    written, and the link stays.

    Raises ProjectError if it cannot be written, must not be replaced, or has changed since.
    """
    try:
        real = path.resolve()
        if real.read_bytes() != before:
            raise ProjectError(f"{shown(path)} has changed just now and stays as it is; run this again")
        _replace(real, after, path)
    except OSError as error:
        raise unwritten(shown(path), error) from None


def write_over(path: Path, content: bytes) -> None:
    """Write a file that somebody named, whether or not it is there. What a link of the file system leads to
    is written; what is no file, such as a pipe, gets the content as it comes.

    Raises ProjectError.
    """
    try:
        real = path.resolve()
        if real.exists() and not real.is_file():
            real.write_bytes(content)
        else:
            _replace(real, content, path)
    except OSError as error:
        raise unwritten(shown(path), error) from None


def _replace(real: Path, content: bytes, path: Path) -> None:
    if why := why_kept(real):
        raise ProjectError(f"{shown(path)} {why}")
    write_whole(real, content)


def why_kept(path: Path) -> str:
    """Return why a file must not be replaced, and the fix, for a sentence; empty: it may, or is not there."""
    try:
        file_stat = path.stat()
    except FileNotFoundError:
        return ""
    # An administrator may write anything, so what the file says of itself counts, too.
    if not file_stat.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        return "is read-only and stays as it is; make it writable, and run this again"
    if file_stat.st_nlink > 1:
        return ("has other names (hard links), which a new file would not have, and stays as it is; "
                "make it a file of its own, and run this again")
    return ""


def write_whole(path: Path, content: bytes | Path) -> None:
    """Write a file, or make it a copy of another one. A file that was there keeps its rights and its owner.

    Raises OSError; then there is nothing of the new content.
    """
    with _beside(path, content) as new:
        with suppress(FileNotFoundError):
            was = path.stat()
            with suppress(OSError, AttributeError):  # of somebody else; Windows has no owners
                os.chown(new, was.st_uid, was.st_gid)
            new.chmod(stat.S_IMODE(was.st_mode))
        new.replace(path)


def put_new(path: Path, content: bytes | Path) -> bool:
    """Write a file into a folder that is there. False: something is there already, if only a link that leads
    nowhere, and stays as it is. Raises OSError; then there is nothing of the file.
    """
    if os.path.lexists(path):
        return False
    with _beside(path, content) as new:
        try:
            os.link(new, path)  # this alone never replaces what came meanwhile
        except FileExistsError:
            return False
        except OSError:  # a file system on which a file has one name
            if os.path.lexists(path):
                return False
            new.rename(path)
    return True


@contextmanager
def _beside(path: Path, content: bytes | Path) -> Iterator[Path]:
    """Write a content beside its place, from where alone it can go there at once. What was not put in its
    place is gone at the end; only a kill leaves it.
    """
    new = path.with_name(f".career-roadmap-{secrets.token_hex(8)}.tmp")
    try:
        if isinstance(content, Path):
            shutil.copyfile(content, new)
        else:
            with new.open("xb") as file:
                file.write(content)
        yield new
    finally:
        with suppress(OSError):
            new.unlink()


def remove_unfinished(folders: Iterable[Path]) -> None:
    """Remove what a command that was killed has left in these folders. To be called once before something is
    written there: if another command writes there at this moment, that one fails and says so.
    """
    for folder in set(folders):
        with suppress(OSError):
            for path in folder.iterdir():
                if _UNFINISHED.fullmatch(path.name) and not path.is_dir():
                    path.unlink()


def unwritten(path: str, error: OSError) -> ProjectError:
    """Return what to raise where a file cannot be written."""
    return ProjectError(f"{path} cannot be written ({error.strerror}); mend that, and run this again")


def shown(path: Path) -> str:
    """Return a path as one would write it in this folder; if it was given in full and leads elsewhere,
    as it was given.
    """
    here = from_here(path)
    return (path if path.is_absolute() and here.parts[:1] == ("..",) else here).as_posix()


def from_here(path: Path) -> Path:
    """Return a path as one would write it in this folder."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # another drive of Windows
        return path
