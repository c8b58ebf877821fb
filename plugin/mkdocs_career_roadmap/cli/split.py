"""`career-roadmap split`: some posts of a milestone become those of a new one."""

from __future__ import annotations

from pathlib import Path

import click

from .completion import MILESTONES
from .refactoring import apply, changing

_POST = click.Path(path_type=Path)


@click.command()
@click.argument("milestone", shell_complete=MILESTONES)
@click.option("--into", required=True, metavar="NAME", help="The name of the new milestone.")
@click.option("--posts", "first", metavar="POST...", type=_POST, multiple=True, required=True,
              help="The posts that are about it; several may follow.")
@click.argument("more", metavar="", type=_POST, nargs=-1)
@changing
def split(milestone: str, into: str, first: tuple[Path, ...], more: tuple[Path, ...], site: Path | None,
          write: bool, force: bool) -> None:
    """Make a new milestone of some posts of another, and show the changes.

    Its page has the goal of the other one, and says from which it came, and on which day.
    """
    from ..authoring.refactor.split import split as change  # noqa: PLC0415 - `--help` needs none of it

    apply(site, lambda files: change(files, milestone, into, (*first, *more), files.day),
          write=write, force=force)
