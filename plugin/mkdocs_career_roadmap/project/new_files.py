"""The files that the command line writes: such as are not there yet, and such as nobody changed since."""

from __future__ import annotations

import os
import stat
import tempfile
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
        number, made = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=real.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(after)
            Path(made).chmod(stat.S_IMODE(real.stat().st_mode))
            Path(made).replace(real)
        except OSError:
            with suppress(OSError):
                Path(made).unlink()
            raise
    except OSError as error:
        raise ProjectError(f"{shown(path)} cannot be written ({error.strerror})") from None


def shown(path: Path) -> str:
    """Return a path as one would write it in this folder; if it was given in full and leads elsewhere,
    as it was given.
    """
    here = from_here(path)
    return (path if path.is_absolute() and here.parts[:1] == ("..",) else here).as_posix()
