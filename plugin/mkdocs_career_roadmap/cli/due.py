"""`career-roadmap due`: what changes on the site of itself, with the days that come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from ..project.config import find_project
from ..project.progress import on_terminal
from .parameters import DAY, TARGET
from .terminal import say


@click.command()
@TARGET
@click.option("--until-today", is_flag=True,
              help="What has come due since the last build, in place of what is still to come.")
@click.option("--since", type=DAY,
              help="With --until-today: the day of the last build; yesterday unless said.")
@click.option("--format", "form", type=click.Choice(["text", "github"]), default="text",
              help="github: `due=true` or `due=false`, for the file $GITHUB_OUTPUT of a workflow.")
def due(target: Path, until_today: bool, since: datetime | None, form: str) -> None:
    """Print the days on which the built site would say something else though nobody has written a word.

    These are the days of posts dated ahead, of targets, of what is to be begun or looked at again. What is
    private is not among them. A site with `as_of` in its configuration has none.
    """
    from ..project.read_site import read_site  # noqa: PLC0415 - `--help` needs none of it
    from ..roadmap.ahead import ahead  # noqa: PLC0415

    if since and not until_today:
        raise click.UsageError("--since is for --until-today")
    project = find_project(target)
    today = project.today()
    project = replace(project, blog_waits=False)  # what a blog holds back until its day is what is asked for
    first = _first(today, since) if until_today else today
    with on_terminal() as progress:
        site = read_site(project, project.as_of or first, progress=progress).site
    found = [] if project.as_of else [
        one for one in ahead(site.roadmap, site.entries) if one.day <= today or not until_today]
    if form == "github":
        say(f"due={'true' if found else 'false'}")
        return
    for one in found:
        say(f"{one.day.isoformat()}  {one.title}: {one.what}, {one.path}")
    if not found and project.as_of:
        say(f"nothing comes of itself: as_of of {project.config} is {project.as_of}", err=True)
    elif not found:
        say(f"nothing has come due since {first}" if until_today else "nothing is ahead", err=True)


def _first(today: date, since: datetime | None) -> date:
    """Return the day of the last build."""
    return since.date() if since else today - timedelta(days=1)
