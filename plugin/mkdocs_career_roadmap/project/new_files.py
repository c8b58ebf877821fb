"""The files that the command line writes: such as are not there yet, and such as nobody changed since."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from .config import ProjectError, from_here


def write_new(path: Path, text: str) -> bool:
    """Write a file and the folders above it. False: something is there already, and stays as it is.

    Raises ProjectError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(text.encode())
    except OSError as error:
        if os.path.lexists(path):
            return False
        raise ProjectError(f"{shown(path)} cannot be written ({error.strerror})") from None
    return True


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Put a new content in place of the one that was read, at once and with the rights of the file: whoever
    looks sees one of the two. What a link of the file system leads to is written, and the link stays.

    Raises ProjectError if it cannot be written, or has changed since.
    """
    try:
        real = path.resolve()
        if real.read_bytes() != before:
            raise ProjectError(f"{shown(path)} has changed just now and stays as it is; run this again")
        write_whole(real, after)
    except OSError as error:
        raise ProjectError(f"{shown(path)} cannot be written ({error.strerror})") from None


def write_whole(path: Path, content: bytes | Path) -> None:
    """Write a file, or make it a copy of another one, at once: whoever looks sees what was there before or
    all that is new. A file that was there keeps its rights.

    Raises OSError; then there is nothing of the new content.
    """
    new = path.with_name(f".{secrets.token_hex(8)}.tmp")  # beside it, since only there it can take its place
    try:
        if isinstance(content, Path):
            shutil.copyfile(content, new)
        else:
            with new.open("xb") as file:
                file.write(content)
        with suppress(FileNotFoundError):
            new.chmod(stat.S_IMODE(path.stat().st_mode))
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink()  # else it would be a file of the site
        raise


def shown(path: Path) -> str:
    """Return a path as one would write it in this folder; if it was given in full and leads elsewhere,
    as it was given.
    """
    here = from_here(path)
    return (path if path.is_absolute() and here.parts[:1] == ("..",) else here).as_posix()
