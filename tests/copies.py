"""Runs a command in a copy of this process, which has loaded all there is to load and compiled the templates.

A new process takes ten times as long to begin. It is for what a copy cannot have: another seed of hashes, or
imports that are looked at.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from hosts import fresh


class Copy(Protocol):
    """What there is to do with a process that was started."""

    def is_alive(self) -> bool: ...
    def join(self, timeout: float | None = None) -> None: ...
    @property
    def exitcode(self) -> int | None: ...


@contextmanager
def copy(
    run: Callable[[], object], folder: Path, words: Sequence[str], env: Mapping[str, str], *,
    out: int, err: int,
) -> Iterator[Copy]:
    """Run a command of these words in a folder, with variables besides those that are set.

    It prints to the files of the numbers `out` and `err`. Yields the process, and ends it with the context.
    """

    def begin() -> None:
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", buffering=1, encoding="utf-8") for number in (1, 2))
        with fresh(folder, [*words], env):
            tempfile.tempdir = None  # it is asked for anew
            run()

    process = multiprocessing.get_context("fork").Process(target=begin)
    with warnings.catch_warnings():
        # Newer Pythons warn of locks that another thread has. The one that xdist has waits for its pipe.
        warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
        process.start()
    try:
        yield process
    finally:
        process.terminate()
        process.join(10)
        process.close()


def read_all(number: int) -> str:
    """Return what was written into a pipe or to a terminal, when nobody has its other end any more."""
    parts = []
    try:
        while part := os.read(number, 65536):
            parts.append(part)
    except OSError:  # so Linux says that all of a terminal was read
        pass
    os.close(number)
    return b"".join(parts).decode()
