"""Zensical, as users start it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

GUARDED = ("markdown_extensions:\n"
           "  - career-roadmap: !!python/object/apply:mkdocs_career_roadmap.zensical_host.guard.look []\n")
"""The lines of mkdocs.yml that stop Zensical."""


def zensical(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "zensical", *words], cwd=folder, capture_output=True,
                          text=True, timeout=60, check=False)


def below(folder: Path) -> dict[str, bytes]:
    """Return the files of a built site by path, without those of the theme."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {path: file.read_bytes() for path, file in found.items() if not path.startswith("assets/")}
