"""A site that is checked again and again, with a file that keeps what one check leaves for the next."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from conftest import write
from mkdocs_career_roadmap.project.check import check
from mkdocs_career_roadmap.project.config import read_project

DAY = date(2026, 4, 1)
CONFIG = "plugins: [{career-roadmap: {OPTIONS}}]\n"
A = "---\ndate: 2026-03-01\nmilestone: A\nstatus: dnoe\n---\n[b](b.md)\n"
"""A post with a mistake."""
SPOILS: tuple[Callable[[bytes], bytes], ...] = (
    lambda content: content[:0], lambda content: content[:-1],
    lambda content: content.replace(b"dnoe", b"done"), lambda content: content.replace(b", 1\n", b", 2\n"),
    lambda content: content[-1:] + b"\n" * 3, lambda content: content * 2,
)
"""What may have happened to a file, whatever it keeps."""
TICKS = count(1)
"""Files of a test are written within one tick of the system's clock."""


@dataclass
class Checks:
    """Checks one site, and notes what is read for that."""

    folder: Path
    file: Path
    keeping: Callable[[Path], Mapping[str, Any]]
    """The arguments by which a check has that file."""
    read: list[Any] = field(default_factory=list)
    """What the last check has read. Whoever makes this sees to it that it is noted."""

    def run(self, day: date = DAY) -> list[str]:
        """Check, and return what is told. It is what is told without a file."""
        fresh = check(read_project(self.folder / "mkdocs.yml"), day)
        self.read.clear()
        told = check(read_project(self.folder / "mkdocs.yml"), day, **self.keeping(self.file))
        assert (told.problems, told.summary) == (fresh.problems, fresh.summary)
        return list(map(str, told.problems))

    def begin(self, pages: Mapping[str, str]) -> None:
        """Write a site of these pages, given by their paths below `docs`."""
        for path, text in {"mkdocs.yml": CONFIG.replace("OPTIONS", ""),
                           **{f"docs/{path}": text for path, text in pages.items()}}.items():
            self.save(path, text)

    def save(self, path: str, text: str) -> None:
        """Write a file of the site; it is of another moment than each that was written before."""
        write(self.folder, {path: text})
        file = self.folder / path
        then = file.stat().st_mtime_ns - 10**10 + next(TICKS)
        os.utime(file, ns=(then, then))
