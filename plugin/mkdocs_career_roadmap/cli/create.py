"""The commands that write files: `init` and `new`. Neither ever overwrites one."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from ..project.clock import build_day, build_time
from ..vocabulary.fields import Role
from .terminal import for_stream, say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Write a small site into FOLDER: two posts, a goal, a configuration, a workflow for GitHub Pages.

    In the folder of a site that is there already, it adds only what is missing and tells which
    lines the configuration wants.
    """
    from ..authoring.new_project import begin  # noqa: PLC0415 - `--help` needs none of it

    done = begin(folder, build_day())
    for path in done.made:
        say(f"wrote {path}")
    for path in done.kept:
        say(f"kept  {path}, which was there")
    for path, lines in done.lines.items():
        say(f"\nAdd to {path}:\n\n{lines}", nl=False)
    where = "" if folder.resolve() == Path.cwd() else f", in {folder.as_posix()}"
    first = "pip install -r requirements.txt" if done.is_new else "career-roadmap check"
    say(f"\nWhat to do next{where}:\n\n  {first}\n  mkdocs serve")


class _Terminal:
    """Asks on a terminal; what is asked goes to the standard error."""

    def choose(self, role: Role, names: list[str]) -> str | None:
        for number, name in enumerate(names, 1):
            say(f"{number:>3}  {name}", err=True)
        answer: int = click.prompt(
            f"Which {role}? (0: none)", type=click.IntRange(0, len(names)), default=0, err=True)
        return names[answer - 1] if answer else None

    def confirm(self, question: str) -> bool:
        return click.confirm(for_stream(question, err=True), default=True, err=True)


@click.command()
@click.argument("role", type=click.Choice([str(role) for role in Role]))
@click.argument("title")
@click.option("--goal", help="The goal it serves, by title or id.")
@click.option("--milestone", help="The milestone that a post is about, by title or id.")
@click.option("--status", help="idea, planned, active, paused, done or dropped.")
@click.option("--date", "written", type=click.DateTime(["%Y-%m-%d"]),
              help="The day of a post; today unless said.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="The folder to write it into.")
@click.option("--site", type=click.Path(path_type=Path),
              help="The site; the one that this folder lies in unless said.")
def new(role: str, title: str, goal: str | None, milestone: str | None, status: str | None,
        written: datetime | None, folder: Path | None, site: Path | None) -> None:
    """Write a new goal, milestone or post with the lines it needs, and print its path.

    Without --goal or --milestone you choose from those there are.
    """
    from ..authoring.new_page import WantedPage, new_page  # noqa: PLC0415
    from ..project.config import enclosing_project, find_project  # noqa: PLC0415
    from ..project.new_files import shown  # noqa: PLC0415 - `--help` needs none of it

    if milestone and role != Role.POST:
        raise click.UsageError("--milestone is for posts")
    if goal and role == Role.GOAL:
        raise click.UsageError("--goal is for posts and milestones")
    if written and role != Role.POST:
        raise click.UsageError("--date is for posts")
    if not title.strip():
        raise click.UsageError("the title is empty; write at least one word")
    project = find_project(site) if site else enclosing_project(Path())
    wanted = WantedPage(
        Role(role), title, goal, milestone, status, folder, written.date() if written else None)
    path = new_page(project, wanted, build_time(), _Terminal() if _is_asked() else None)
    say(shown(path))


def _is_asked() -> bool:
    """True when somebody sits at the other end."""
    return sys.stdin.isatty()
