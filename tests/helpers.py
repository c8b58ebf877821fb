"""Pages in one line, and what they fold to: `fold_of(post("2026-03-02", milestone="x"))`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from inspect import signature
from itertools import count
from typing import Any

from click.testing import CliRunner
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Entry, Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.roadmap.fold import fold
from mkdocs_career_roadmap.roadmap.model import Goal, Milestone, Roadmap
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.problems import Problem
from mkdocs_career_roadmap.vocabulary.settings import Settings

AS_OF = "2026-12-31"
"""The day of a roadmap, unless a test says another: after all its posts."""

_numbers = count(1)


def runner() -> CliRunner:
    """Return what runs a command and keeps its standard error apart, which click 8.1 must be told."""
    options: Any = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
    return CliRunner(**options)


def day(text: str) -> date:
    return date.fromisoformat(text)


def page(path: str, *, body: str = "", **fields: Any) -> Entry:
    """Return what a page with these fields says; fields that are None are left out."""
    lines = [f"{name}: {json.dumps(value)}\n" for name, value in fields.items() if value is not None]
    found = read(Source(path, f"---\n{''.join(lines)}---\n{body}"), Settings())
    assert found.entry is not None, found
    assert found.problems == ()
    return found.entry


def post(written: str | None = None, *, path: str | None = None, **fields: Any) -> Entry:
    """Return a post of that day; None: it has no date. Those made later have later paths."""
    return page(path or f"posts/{next(_numbers):06}.md", date=written, **fields)


def milestone_page(id: str, *, path: str | None = None, **fields: Any) -> Entry:
    """Return the page of a milestone; its title is made from the id unless it has one."""
    return page(path or f"milestones/{id}.md", type="milestone", id=id, **fields)


def goal_page(id: str, *, path: str | None = None, **fields: Any) -> Entry:
    """Return the page of a goal; its title is made from the id unless it has one."""
    return page(path or f"goals/{id}.md", type="goal", id=id, **fields)


def both(entries: Iterable[Entry], as_of: str = AS_OF, **settings: Any) -> tuple[Roadmap, list[Problem]]:
    return fold(entries, as_of=day(as_of), settings=Settings(**settings))


def fold_of(*entries: Entry, as_of: str = AS_OF, **settings: Any) -> Roadmap:
    return both(entries, as_of, **settings)[0]


def problems_of(*entries: Entry, as_of: str = AS_OF, **settings: Any) -> list[Problem]:
    return both(entries, as_of, **settings)[1]


def codes_of(*entries: Entry, as_of: str = AS_OF, **settings: Any) -> list[str]:
    return [problem.code for problem in problems_of(*entries, as_of=as_of, **settings)]


def viewer_of(*entries: Entry, as_of: str = AS_OF) -> Viewer:
    """Return what makes the views of the entries' roadmap; `a.md` has the address `/a.md`."""
    return Viewer(fold_of(*entries, as_of=as_of), Settings(), Words(), lambda path: f"/{path}")


def milestone_of(*entries: Entry, as_of: str = AS_OF) -> Milestone:
    """Return the only milestone of the entries."""
    (milestone,) = fold_of(*entries, as_of=as_of).milestones
    return milestone


def goal_of(*entries: Entry, as_of: str = AS_OF) -> Goal:
    """Return the only goal of the entries."""
    (goal,) = fold_of(*entries, as_of=as_of).goals
    return goal


def history(thing: Milestone | Goal) -> list[str]:
    """Return its changes as text: `2026-03-02 done`, or `start done` without a day."""
    return [f"{change.day or 'start'} {change.status}" for change in thing.changes]


def ids(milestones: Iterable[Milestone | Goal]) -> list[str]:
    return [milestone.id for milestone in milestones]
