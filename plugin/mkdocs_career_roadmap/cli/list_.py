"""`career-roadmap list`: the goals and milestones there are, to be typed as they are called."""

from __future__ import annotations

from pathlib import Path

import click

from ..project.progress import on_terminal
from ..vocabulary.fields import Role
from .parameters import SITE, project_at
from .terminal import say

_ROLES = {"goals": Role.GOAL, "milestones": Role.MILESTONE}


@click.command("list")
@click.argument("what", type=click.Choice(list(_ROLES)), required=False)
@SITE
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="json: the same for programs.")
@click.option("--public", is_flag=True, help="Only those that the built site shows.")
def list_(what: str | None, site: Path | None, form: str, public: bool) -> None:
    """Print the names of goals and milestones, each with its status, its posts and the day of the last.

    What private pages say is printed, too: this is your own terminal.
    """
    from ..authoring.names_in_use import names_in_use  # noqa: PLC0415 - `--help` needs none of it
    from ..authoring.names_table import rows_of, table_json, table_lines  # noqa: PLC0415
    from ..project.read_site import read_site  # noqa: PLC0415

    project = project_at(site)
    with on_terminal() as progress:
        read = read_site(project, project.as_of or project.today(), keep_private=not public,
                         progress=progress).site
    names = names_in_use(read.entries, read.roadmap)
    tables = {name: rows_of(role, names, read.roadmap) for name, role in _ROLES.items()
              if what in (None, name)}
    if form == "json":
        say(table_json(tables.items()), nl=False)
        return
    for name, rows in tables.items():
        say("".join(f"{line}\n" for line in ([] if what or not rows else [name]) + [
            line if what else f"  {line}" for line in table_lines(rows)]), nl=False)
    if not any(tables.values()):
        say(f"there are no {what or 'goals and no milestones'} yet", err=True)
