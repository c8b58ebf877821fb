"""How much of a milestone is done, as pages write it: `8 of 12 books`, `8/12`, `9`, or `tasks`."""

from __future__ import annotations

import re
from dataclasses import dataclass

Number = int | float

TASKS = "tasks"
"""What stands for the tasks of the page."""
_NUMBER = r"\d{1,15}(?:\.\d{1,15})?"
_UNIT = r"(?![oO][fF]\b)[^\d\s/.,+-][^\d]*"
PATTERN = rf"({_NUMBER})(?:(?:\s*/\s*|\s+[oO][fF]\s+)({_NUMBER}))?(?:\s*({_UNIT}))?"
"""How much, of how much, of what; the last two may be left out. The groups are these three."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of a milestone is done. None: not said."""

    done: Number | None = None
    of: Number | None = None
    """How much it is in all; more than 0."""
    unit: str | None = None
    """What is counted, in words of the author."""
    is_tasks: bool = False
    """True for the tasks of its own page."""

    @property
    def share(self) -> float:
        """How much of the whole is done, from 0 to 1; more than all of it is all of it."""
        return min((self.done or 0) / self.of, 1.0) if self.of else 0.0

    def updated(self, later: Amount) -> Amount:
        """Return it with what a later page says in its place."""
        if later.is_tasks:
            return later
        return Amount(
            self.done if later.done is None else later.done, self.of if later.of is None else later.of,
            later.unit or self.unit, self.is_tasks and not later.unit)

    def __str__(self) -> str:
        words = [number(self.done or 0), "of" if self.of else "", number(self.of) if self.of else "",
                 self.unit or ""]
        return " ".join(word for word in words if word)


def number(value: Number) -> str:
    """Return a number as one writes it: 8.0 is 8."""
    return str(int(value) if value == int(value) else value)


def parse_amount(text: str) -> Amount:
    """Return what is written as one line. Raises ValueError if it is no amount."""
    if text.casefold() == TASKS:
        return Amount(unit=TASKS, is_tasks=True)
    match = re.fullmatch(PATTERN, text)
    if match is None:
        raise ValueError(text)
    done, of, unit = match.groups()
    return Amount(_number(done), _number(of) if of else None, unit)


def _number(text: str) -> Number:
    return float(text) if "." in text else int(text)
