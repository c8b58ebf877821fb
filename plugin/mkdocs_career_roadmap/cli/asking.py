"""The commands that answer a question in the terminal: `next`, `log` and `decisions`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..project.clock import build_day
from ..project.config import Project, find_project
from ..project.progress import on_terminal

if TYPE_CHECKING:
    from ..build import Site

TARGET = click.argument("target", type=click.Path(path_type=Path), default=".")
_DAY = click.DateTime(["%Y-%m-%d"])
AS_OF = click.option("--as-of", type=_DAY, help="Answer as of the end of this day.")


def day_of(project: Project, given: datetime | None) -> date:
    """Return the day to answer for: as asked, else as the site has it, else today."""
    return given.date() if given else project.as_of or build_day()


def _read(project: Project, day: date, *, keep_private: bool) -> Site:
    from ..project.read_site import read_site  # noqa: PLC0415 - `--help` needs none of it

    with on_terminal() as progress:
        return read_site(project, day, keep_private=keep_private, progress=progress).site


def _print(lines: Iterable[str], nothing: str) -> None:
    """Print the lines; for none, say so where a pipe does not take it for an answer."""
    told = list(lines)
    click.echo("".join(f"{line}\n" for line in told), nl=False)
    if not told:
        click.echo(nothing, err=True)


@click.command("next")
@TARGET
@AS_OF
def next_command(target: Path, as_of: datetime | None) -> None:
    """Print what is free to begin, and the longest way still to go, goal by goal."""
    from .lines import next_lines  # noqa: PLC0415 - `--help` needs none of it

    project = find_project(target)
    site = _read(project, day_of(project, as_of), keep_private=True)
    _print(next_lines(site.roadmap, site.words), "nothing is planned")


@click.command()
@TARGET
@AS_OF
@click.option("--since", type=_DAY, help="The first day to tell of; ninety days ago unless said.")
def log(target: Path, as_of: datetime | None, since: datetime | None) -> None:
    """Print what changed: milestones and goals that got another status, goals that got sharper."""
    from .lines import log_lines  # noqa: PLC0415

    project = find_project(target)
    day = day_of(project, as_of)
    first = since.date() if since else day - timedelta(days=90)
    site = _read(project, day, keep_private=True)
    _print(log_lines(site.roadmap, first, site.words), f"nothing changed since {first}")


@click.command()
@TARGET
@click.option("--public", is_flag=True, help="Only those that the built site shows.")
def decisions(target: Path, public: bool) -> None:
    """Print what you predicted and what was decided, the differences first.

    Private decisions are printed, too: this is your own terminal.
    """
    from .lines import decision_lines  # noqa: PLC0415

    project = find_project(target)
    site = _read(project, day_of(project, None), keep_private=not public)
    _print(decision_lines(site.roadmap, site.words, keep_private=not public), "no decisions yet")


COMMANDS = (next_command, log, decisions)
