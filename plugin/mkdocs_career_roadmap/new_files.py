"""Files that are not there yet: the only place of the command line that writes."""

from __future__ import annotations

import os
from pathlib import Path

from .project import ProjectError, from_here


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


def shown(path: Path) -> str:
    """Return a path as one would write it in this folder; if it was given in full and leads elsewhere,
    as it was given.
    """
    here = from_here(path)
    return (path if path.is_absolute() and here.parts[:1] == ("..",) else here).as_posix()
