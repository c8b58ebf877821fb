"""The files of works that a configuration names, as they lie on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..reading.bibliography.reading import WorksFile, bibliography_of
from ..vocabulary.bibliography.work import Bibliography

_MOST = 20_000_000
"""Bytes of a file; a larger one is told and not read."""


def read_works(files: Iterable[Path], docs: Path) -> Bibliography:
    """Return the works of all files. One that cannot be read is told; without files there are none."""
    return bibliography_of(_opened(file, docs) for file in files)


def _opened(file: Path, docs: Path) -> WorksFile:
    """Return a file with its path as it is seen from the docs folder, and its text or why there is none."""
    try:
        path = os.path.relpath(file, docs).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        path = file.as_posix()
    try:
        if not file.is_file():  # nor is a pipe read, which may never end
            return WorksFile(path, "", "the option bibliography names this file of works, which is missing; "
                             "mend its path, as seen from the configuration, or put the file there")
        if file.stat().st_size > _MOST:
            return WorksFile(path, "", "this file of works is larger than 20 million bytes; name a smaller")
        return WorksFile(path, file.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        return WorksFile(path, "", "this file of works is no UTF-8 text; save it as UTF-8")
    except OSError as error:
        return WorksFile(path, "", f"this file of works cannot be read: {error.strerror}; mend that")
