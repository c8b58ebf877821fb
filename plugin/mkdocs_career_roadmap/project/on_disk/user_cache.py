"""Where compiled templates are kept between builds: a folder of the user's that nobody else can write to.

What lies there is run, so in doubt there is none: templates are then compiled each time.
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
        folder = base / "mkdocs-career-roadmap" / "-".join(map(str, ("templates", *versions)))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return str(folder) if _is_safe(folder) else None
    except (OSError, ValueError, PackageNotFoundError):
        return None


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
