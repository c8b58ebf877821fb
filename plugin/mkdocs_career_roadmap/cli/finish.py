"""`career-roadmap finish`: a goal is done, and what is still open of it is settled."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ..project.clock import build_time
from .completion import FATES, GOALS
from .refactoring import apply, changing


@click.command()
@click.argument("goal", shell_complete=GOALS)
@click.option("--open", "fate", metavar="drop|pause|keep|move:GOAL", default="", shell_complete=FATES,
              help="What becomes of its open milestones; needed where there are any.")
@click.option("--reason", default="",
              help="Why they are dropped or paused; that the goal is done unless said.")
@changing
def finish(goal: str, fate: str, reason: str, site: Path | None, write: bool, force: bool) -> None:
    """Write a post that says that a goal is done, and one about its open milestones, and show them.

    drop and pause say so in a post, move:GOAL lets them serve another goal, keep leaves them as they are.
    """
    from ..authoring.refactor.finish import FATES, KEEP, MOVE, Wanted  # noqa: PLC0415 - `--help` needs none
    from ..authoring.refactor.finish import finish as change  # noqa: PLC0415

    if fate and fate not in (*FATES, KEEP) and not fate.startswith(MOVE):
        raise click.UsageError(f"--open is {fate!r}; write drop, pause, keep or 'move:ANOTHER GOAL'")
    if reason and fate not in FATES:
        raise click.UsageError("--reason is for --open drop and --open pause")
    wanted, time = Wanted(goal, fate, reason), build_time().time()
    apply(site, lambda files: change(files, wanted, datetime.combine(files.day, time)),
          write=write, force=force)
