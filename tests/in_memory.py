"""Lets the tests write to memory, if there is plenty: a run makes 100,000 files, and takes them away again.

On a disk that is a fifth of what the tests of whole sites take. What failed tests have left there stays
until the next run, as pytest does it elsewhere.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import MutableMapping
from pathlib import Path

MEMORY = Path("/dev/shm")
"""What Linux keeps in memory, for everybody."""
ROOM = 6 * 10**9
"""Bytes that have to be free: thrice what a run leaves."""
_PREFIX = "tests-of-roadmap-"


def begin(memory: Path = MEMORY, environ: MutableMapping[str, str] = os.environ) -> Path | None:
    """Let all that is temporary, here and in programs that are started, lie in a new folder in memory. None:
    who runs the tests has said where, or there is no room.
    """
    if environ.get("TMPDIR") or not _is_for_programs(memory) or min(_free(memory), _available()) < ROOM:
        return None
    for left in memory.glob(f"{_PREFIX}*"):
        if not Path("/proc", left.name.removeprefix(_PREFIX).partition("-")[0]).exists():
            shutil.rmtree(left, ignore_errors=True)
    folder = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=memory)
    environ["TMPDIR"] = folder
    tempfile.tempdir = None  # it is asked for anew
    return Path(folder)


def end(folder: Path | None, *, is_good: bool) -> None:
    """Take the folder away; if something failed, the next run does."""
    if folder is not None and is_good:
        shutil.rmtree(folder, ignore_errors=True)


def _is_for_programs(folder: Path) -> bool:
    """True for a folder in which a program may lie; some tests write one and start it."""
    try:
        return os.access(folder, os.W_OK) and not os.statvfs(folder).f_flag & os.ST_NOEXEC
    except (OSError, AttributeError):  # not every system says so
        return False


def _free(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


def _available(told: Path = Path("/proc/meminfo")) -> int:
    """Return how many bytes of memory nobody needs; 0 where the system does not tell."""
    try:
        lines = told.read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), 0)
