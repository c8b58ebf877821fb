"""What is wrong with a site, said so that its author can mend it.

A mistake of an author is a value, never an exception: every stage returns the
problems that it finds, the host sorts them and prints them once.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from .codes import CODES, Severity
from .paths import is_page
from .phrases import some


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a source file; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the place, what is wrong, and how to put it right."""

    code: str
    """A key of `CODES`."""
    place: Place
    message: str
    """What is wrong and the fix, without places; `also` carries those."""
    also: tuple[Place, ...] = ()
    """Other places that take part, such as the first of two definitions."""
    severity: Severity = field(default=Severity.ERROR)

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such problem code: {self.code}")

    def __str__(self) -> str:
        also = f" (see {', '.join(map(str, self.also))})" if self.also else ""
        line = f"{self.place}: {self.severity}: {self.message}{also} [{self.code}]"
        # Terminals obey control characters.
        return line if line.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in line)

    def within(self, folder: str | Callable[[str], str]) -> Problem:
        """Return the same problem with its paths below `folder` ("docs"), or as that returns them."""

        def below(place: Place) -> Place:
            if callable(folder):
                return replace(place, path=folder(place.path))
            path = f"{folder}/{place.path}" if folder else place.path
            # A file of works may lie beside the docs folder.
            return replace(place, path=posixpath.normpath(path) if place.path.startswith("../") else path)

        return replace(self, place=below(self.place), also=tuple(map(below, self.also)))


def problem(code: str, place: Place, message: str, *also: Place) -> Problem:
    """Return a problem with the usual severity of its code."""
    return Problem(code, place, message, also, CODES[code].severity)


def settle(problems: Iterable[Problem], severities: Mapping[str, Severity]) -> list[Problem]:
    """Return the problems to report: each once, by place, as severe as the site says."""
    settled = {replace(p, severity=severities.get(p.code, p.severity)) for p in problems}
    kept = (p for p in settled if p.severity is not Severity.OFF)
    return sorted(kept, key=lambda p: (p.place, p.code, p.message, p.also))


def count(problems: Iterable[Problem]) -> str:
    """Return how many there are of each severity: `1 error, 2 warnings`; empty for none."""
    severities = [p.severity for p in problems]
    counts = ((severities.count(severity), severity) for severity in Severity)
    return ", ".join(some(n, severity) for n, severity in counts if n)


def not_in_site(path: str) -> Problem:
    """Return what is wrong with a page or a file that the roadmap shows and the site does not have."""
    if is_page(path):
        what = "page, but the site does not have it; is it"
    else:
        what = "file, but the site does not have it; is the path right, below the docs folder, and is it not"
    return problem("dead-link", Place(path),
                   f"the roadmap shows this {what} excluded by exclude_docs, draft_docs or another plugin?")
