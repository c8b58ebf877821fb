"""The goals and milestones of a site as a table for people: what each is called, and how it stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import combining, east_asian_width

from ..roadmap.model import Roadmap
from ..vocabulary.fields import Role, Status
from ..vocabulary.phrases import some
from .names_in_use import NamesInUse

_AHEAD = "ahead"
"""The status of what only pages of a later day speak of."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """A goal or a milestone."""

    id: str
    title: str
    status: Status | None
    """None: only pages of a later day speak of it."""
    posts: int
    last: date | None
    """The day of its last post; None: it has none, or none with a day."""
    goal: str | None = None
    """The title of a milestone's goal."""


def rows_of(role: Role, names: NamesInUse, roadmap: Roadmap) -> list[NameRow]:
    """Return the goals, or the milestones, by title; none is an empty list."""
    things = roadmap.goal if role is Role.GOAL else roadmap.milestone
    rows = []
    for named in names.of(role).values():
        posts = things[named.id].posts if named.id in things else ()
        last = max((day for path in posts if (day := roadmap.post[path].day)), default=None)
        goal = names.goals.get(named.goal or "")
        rows.append(NameRow(named.id, named.title, named.status, len(posts), last,
                        goal.title if goal else None))
    return rows


def table_lines(rows: Sequence[NameRow]) -> list[str]:
    """Return a line for each row: title, status, posts, last day and goal, one below the other."""
    cells = [(row.title, str(row.status or _AHEAD), some(row.posts, "post"), str(row.last or ""),
              row.goal or "") for row in rows]
    widths = [max(map(_columns, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell + " " * (width - _columns(cell)) for cell, width in zip(line, widths, strict=True))
            .rstrip() for line in cells]


def _columns(text: str) -> int:
    """Return how many columns a text takes in a terminal: Chinese signs take two, accents none."""
    return sum(2 if east_asian_width(sign) in "WF" else not combining(sign) for sign in text)


def table_json(tables: Iterable[tuple[str, Sequence[NameRow]]]) -> str:
    """Return tables, by their names, as JSON; it is ASCII, which no terminal can spoil."""
    def cells(row: NameRow) -> dict[str, object]:
        return {"id": row.id, "title": row.title, "status": row.status and str(row.status),
                "posts": row.posts, "last": row.last and row.last.isoformat(), "goal": row.goal}

    rows = {name: [cells(row) for row in table] for name, table in tables}
    return json.dumps({"version": 1, **rows}, indent=2).replace("\x7f", "\\u007f") + "\n"
