"""The commands that write files: `init` and `new`. Neither ever overwrites one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..project.clock import build_day, build_time
from ..vocabulary.fields import Role
from .completion import GOALS, MILESTONES, STATUSES
from .parameters import SITE, project_at
from .terminal import for_stream, say

if TYPE_CHECKING:
    from ..authoring.names_in_use import Named
    from ..authoring.scaffold import Identity


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="What the site is called.")
@click.option("--site-url", help="Where it will be read; for a clone from GitHub its Pages.")
@click.option("--author", help="Who writes it.")
def init(folder: Path, name: str | None, site_url: str | None, author: str | None) -> None:
    """Write a small site into FOLDER: two posts, a goal, a configuration, workflows for GitHub Pages.

    On a terminal you are asked for what the options do not say. In the folder of a site that is there
    already, it adds only what is missing and tells which lines the configuration wants.
    """
    from ..authoring.new_project import begin  # noqa: PLC0415 - `--help` needs none of it

    done = begin(folder, build_day(), _about(folder, name, site_url, author))
    for path in done.made:
        say(f"wrote {path}")
    for path in done.kept:
        say(f"kept  {path}, which was there")
    if done.repository:
        say(f"\nThis folder is a part of the repository {done.repository}, at whose root the workflows lie.\n"
            "If it is to be one of its own, remove them, run `git init` in it, and then this again.")
    for path, lines in done.lines.items():
        say(f"\nAdd to {path}:\n\n{lines}", nl=False)
    if any(path.endswith("/site.yml") for path in done.made):
        say("\nTo publish it, push it to GitHub, and choose GitHub Actions as the source in the settings of\n"
            "the repository, under Pages. Each push publishes it from then on.")
    where = "" if folder.resolve() == Path.cwd() else f", in {folder.as_posix()}"
    first = "pip install -r requirements.txt" if done.is_new else "career-roadmap check"
    say(f"\nWhat to do next{where}:\n\n  {first}\n  mkdocs serve")


def _about(folder: Path, name: str | None, site_url: str | None, author: str | None) -> Identity:
    """Return what a site is to say of itself: as given, as answered on a terminal, else as is usual."""
    from ..authoring.new_project import address, config_of, usual_about  # noqa: PLC0415
    from ..authoring.scaffold import Identity  # noqa: PLC0415

    if config_of(folder):
        usual, is_asked = Identity(), False
    else:
        usual, is_asked = usual_about(folder), _is_asked()

    def ask(question: str, default: str, read: Callable[[str], str]) -> str:
        def read_or_ask_again(written: str) -> str:
            try:
                return read(written)
            except ValueError as error:
                raise click.UsageError(str(error)) from None

        answer: str = click.prompt(question, default=default, show_default=bool(default), err=True,
                                   value_proc=read_or_ask_again) if is_asked else default
        return answer

    try:
        return Identity(
            ask("What is the site called?", usual.name, _line) if name is None else _line(name),
            ask("Where will it be read? (Enter: not known yet)" if not usual.site_url else
                "Where will it be read?", usual.site_url, address) if site_url is None else address(site_url),
            ask("Who writes it? (Enter: not said)", "", _line) if author is None else _line(author))
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _line(written: str) -> str:
    """Return a text of one line. Raises ValueError."""
    line = " ".join(written.split())
    if not line.isprintable():
        raise ValueError(f"{written!r} has signs that nobody can read; write plain words")
    return line


class _Terminal:
    """Asks on a terminal; what is asked goes to the standard error."""

    def choose(self, role: Role, offers: list[Named]) -> str | None:
        for number, offer in enumerate(offers, 1):
            say(f"{number:>3}  {offer.title}" + (f" ({offer.status})" if offer.status else ""), err=True)
        answer: int = click.prompt(
            f"Which {role}? (0: none)", type=click.IntRange(0, len(offers)), default=0, err=True)
        return offers[answer - 1].title if answer else None

    def confirm(self, question: str) -> bool:
        return click.confirm(for_stream(question, err=True), default=True, err=True)


@click.command()
@click.argument("role", type=click.Choice([str(role) for role in Role]))
@click.argument("title")
@click.option("--goal", shell_complete=GOALS, help="The goal it serves, by title or id.")
@click.option("--milestone", shell_complete=MILESTONES,
              help="The milestone that a post is about, by title or id.")
@click.option("--status", shell_complete=STATUSES,
              help="idea, planned, active, paused, done, partial or dropped.")
@click.option("--date", "written", type=click.DateTime(["%Y-%m-%d"]),
              help="The day of a post; today unless said.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="The folder to write it into.")
@SITE
def new(role: str, title: str, goal: str | None, milestone: str | None, status: str | None,
        written: datetime | None, folder: Path | None, site: Path | None) -> None:
    """Write a new goal, milestone or post with the lines it needs, and print its path.

    Without --goal or --milestone you choose from those there are. A page that names what only private pages
    name is private, too.
    """
    from ..authoring.new_page import WantedPage, new_page  # noqa: PLC0415
    from ..project.on_disk.new_files import shown  # noqa: PLC0415 - `--help` needs none of it

    if milestone and role != Role.POST:
        raise click.UsageError("--milestone is for posts")
    if goal and role == Role.GOAL:
        raise click.UsageError("--goal is for posts and milestones")
    if written and role != Role.POST:
        raise click.UsageError("--date is for posts")
    if not title.strip():
        raise click.UsageError("the title is empty; write at least one word")
    project = project_at(site)
    wanted = WantedPage(
        Role(role), title, goal, milestone, status, folder, written.date() if written else None)
    made = new_page(project, wanted, build_time(), _Terminal() if _is_asked() else None)
    say(shown(made.path))
    if made.secret:
        say(f"it is private, since only private pages name {made.secret!r}; to publish that name, take the "
            "line `visibility` out", err=True)


def _is_asked() -> bool:
    """True when somebody sits at the other end."""
    return sys.stdin.isatty()
