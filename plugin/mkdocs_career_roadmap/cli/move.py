"""`career-roadmap move`: a milestone comes to serve another goal."""

from __future__ import annotations

from pathlib import Path

import click

from .completion import GOALS, MILESTONES
from .refactoring import apply, changing


@click.command()
@click.argument("milestone", shell_complete=MILESTONES)
@click.option("--goal", required=True, shell_complete=GOALS,
              help="The goal it is to serve, by title or id.")
@changing
def move(milestone: str, goal: str, site: Path | None, write: bool, force: bool) -> None:
    """Let a milestone serve another goal, and show the changes.

    Its page says from which goal it came, and on which day.
    """
    from ..authoring.refactor.move import move as change  # noqa: PLC0415 - `--help` needs none of it

    apply(site, lambda files: change(files, milestone, goal, files.day), write=write, force=force)
