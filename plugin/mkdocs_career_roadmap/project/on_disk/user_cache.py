"""Where something is kept between runs: folders of the user's that nobody else can write to.

Compiled templates are run, so in doubt there is none: they are then compiled each time. What pages say is
for the user alone.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def compiled_templates(environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the folder of this version's compiled templates, made if need be; None: there is no safe one.

    Whoever wants no compiled Python written (`PYTHONDONTWRITEBYTECODE`) wants no compiled templates either.
    """
    base = None if sys.dont_write_bytecode else _base(environ)
    if base is None:
        return None
    try:
        hashlib.sha1()  # noqa: S324 - Jinja names the files by it; some machines refuse it, with ValueError
        versions = (version("mkdocs-career-roadmap"), version("jinja2"), sys.implementation.cache_tag)
        folder = _folder(base, "-".join(map(str, ("templates", *versions))))
        return str(folder) if folder else None
    except (OSError, ValueError, PackageNotFoundError):
        return None


def readings_of(project: Path, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Return the file of what was read of a project, by its path; None: there is no safe place for it."""
    base = _base(environ)
    try:
        folder = base and _folder(base, "readings")
        named = hashlib.blake2b(os.fsencode(project.resolve()), digest_size=16).hexdigest()
        return folder / named if folder else None
    except (OSError, ValueError):
        return None


def _folder(base: Path, name: str) -> Path | None:
    """Return a folder of ours, made if need be. None: it is not safe. Raises OSError."""
    folder = base / "mkdocs-career-roadmap" / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder if _is_safe(folder) else None


def _base(environ: Mapping[str, str]) -> Path | None:
    """Return the folder in which a user's programs keep what can be made again; None: nobody knows it."""
    if sys.platform == "win32":
        named, home = environ.get("LOCALAPPDATA", ""), ""
    else:
        named, home = environ.get("XDG_CACHE_HOME", ""), environ.get("HOME", "")
    if named and Path(named).is_absolute():
        return Path(named)
    if not home or not Path(home).is_absolute():
        return None
    return Path(home, "Library", "Caches") if sys.platform == "darwin" else Path(home, ".cache")


def _is_safe(folder: Path) -> bool:
    """True if nobody but the user and root can put anything into a folder, or put another in its place.

    Windows keeps others out of a user's folders by itself, and has no such modes to ask for.
    """
    if sys.platform == "win32":
        return True
    real = folder.resolve()
    own, *above = (place.stat() for place in (real, *real.parents))
    user = os.getuid()
    return own.st_uid == user and not own.st_mode & _OTHERS_WRITE and all(
        place.st_uid in (0, user) and (not place.st_mode & _OTHERS_WRITE or place.st_mode & stat.S_ISVTX)
        for place in above)
