"""Problems as `career-roadmap check` prints them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..project.on_disk.repository import from_root, repository_of
from ..vocabulary.codes import Severity
from ..vocabulary.problems import Place, Problem


def as_text(problems: Iterable[Problem]) -> str:
    """Return a line for each problem."""
    return "".join(f"{p}\n" for p in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """Return the problems as JSON; the guide tells its keys. It is ASCII, which no terminal can spoil."""
    def place(at: Place) -> dict[str, object]:
        return {"path": at.path, "line": at.line, "column": at.column}

    rows = [{**place(p.place), "severity": str(p.severity), "code": p.code, "message": p.message,
              "also": [place(at) for at in p.also]} for p in problems]
    return json.dumps({"version": 1, "problems": rows}, indent=2).replace("\x7f", "\\u007f") + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Return the problems as commands that GitHub Actions shows beside the lines of a pull request: their
    paths are those from the root of the repository.
    """
    here = repository_of(Path())
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
    return "".join(
        f"::{names[p.severity]} file={_property(from_root(p.place.path, here))},line={p.place.line},"
        f"col={p.place.column},title={_property(p.code)}::{_data(_with_also(p))}\n" for p in problems)


def _with_also(problem: Problem) -> str:
    return f"{problem.message} (see {', '.join(map(str, problem.also))})" if problem.also else problem.message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text, "json": as_json, "github": as_github}
