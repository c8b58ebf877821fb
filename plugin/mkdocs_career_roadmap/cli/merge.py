"""`career-roadmap merge`: two goals, or two milestones, become one."""

from __future__ import annotations

from pathlib import Path

import click

from ..vocabulary.fields import Role
from .completion import NAMES
from .refactoring import apply, changing


@click.command()
@click.argument("one", shell_complete=NAMES)
@click.argument("into", shell_complete=NAMES)
@click.option("--as", "role", type=click.Choice(["goal", "milestone"]),
              help="Which are meant, where there are goals and milestones of these names.")
@changing
def merge(one: str, into: str, role: str | None, site: Path | None, write: bool, force: bool) -> None:
    """Merge one goal or milestone into another, and show the changes.

    What is said of ONE is then said of INTO, which keeps the other name as an alias; the old address leads
    on.
    """
    from ..authoring.refactor.merge import merge as change  # noqa: PLC0415 - `--help` needs none of it

    apply(site, lambda files: change(files, one, into, Role(role) if role else None),
          write=write, force=force)
