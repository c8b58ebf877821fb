"""The commands that write files: `init` and `new`. Neither ever overwrites one."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .clock import build_day
from .fields import STATUS_ALIASES, Role
from .names import fold_word, slug
from .problems import did_you_mean
from .project import NAMES, Project, ProjectError, find_project
from .scaffold import LINES, WORKFLOW, NewPage, new_site, page_text

if TYPE_CHECKING:
    from .checking import ReadSite

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Write a small site into FOLDER: two posts, a goal, a configuration, a workflow for GitHub Pages.

    In the folder of a site that is there already, it adds only what is missing and tells which
    lines the configuration wants.
    """
    there = next((name for name in NAMES if (folder / name).is_file()), None)
    made = new_site(build_day())
    if there:
        made = _missing(find_project(folder / there), made)
    for path, text in made.items():
        if _write(folder / path, text):
            click.echo(f"wrote {folder / path}")
    if there and not find_project(folder / there).is_listed:
        click.echo(f"\nAdd to {folder / there}:\n\n{LINES}")
    where = "" if folder.resolve() == Path.cwd() else f"  cd {folder}\n"
    click.echo(f"\nWhat to do next:\n\n{where}  pip install -r requirements.txt\n  mkdocs serve")


def _missing(project: Project, made: dict[str, str]) -> dict[str, str]:
    """Return what a site that is there may want of a new one: no configuration, and the pages
    only where nothing is on the roadmap yet.
    """
    from .checking import read_site  # noqa: PLC0415 - `--help` needs none of it

    is_empty = not read_site(project, build_day(), keep_private=True).site.entries
    docs = project.docs.name
    return {
        path.replace("docs/", f"{docs}/", 1) if path.startswith("docs/") else path: text
        for path, text in made.items()
        if path in ("requirements.txt", WORKFLOW)
        or (is_empty and path.startswith("docs/") and not path.endswith("index.md"))}


def _write(path: Path, text: str) -> bool:
    """Write a file unless there is one; return whether it was written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True


@click.command()
@click.argument("role", type=click.Choice([str(role) for role in Role]))
@click.argument("title")
@click.option("--goal", help="The goal it serves, by title or id.")
@click.option("--milestone", help="The milestone that a post is about, by title or id.")
@click.option("--status", help="idea, planned, active, paused, done or dropped.")
@click.option("--date", "written", type=click.DateTime(["%Y-%m-%d"]),
              help="The day of a post; today unless said.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="The folder to write it into.")
@click.option("--site", type=click.Path(path_type=Path), default=".",
              help="The site; this folder unless said.")
def new(role: str, title: str, goal: str | None, milestone: str | None, status: str | None,
        written: datetime | None, folder: Path | None, site: Path) -> None:
    """Write a new goal, milestone or post with the lines it needs, and print its path.

    Without --goal or --milestone you choose from those there are.
    """
    from .checking import read_site  # noqa: PLC0415

    project = find_project(site)
    found = read_site(project, build_day(), keep_private=True)
    what = Role(role)
    roadmap = found.site.roadmap
    goals = tuple(g.title for g in roadmap.goals)
    milestones = tuple(m.title for m in roadmap.milestones)
    if what is not Role.GOAL:
        goal = _chosen("goal", goal, goals, roadmap.goal)
    if what is Role.POST:
        milestone = _chosen("milestone", milestone, milestones, roadmap.milestone)
    page = NewPage(what, title, written.date() if written else build_day(), goal, milestone,
                   _status(status), goals, milestones)
    path = (folder or project.docs / _folder(found, project, what)) / _name(found, page)
    if not _write(path, page_text(page)):
        raise ProjectError(f"{path} is there already; give another title, or write into that one")
    click.echo(str(path))


def _status(written: str | None) -> str | None:
    if written is None:
        return None
    found = STATUS_ALIASES.get(fold_word(written))
    if found is None:
        meant = did_you_mean(fold_word(written), STATUS_ALIASES)
        raise ProjectError(f"unknown status {written!r}" + (f"; did you mean {meant!r}?" if meant else ""))
    return str(found)


def _chosen(what: str, given: str | None, titles: Sequence[str], ids: Iterable[str]) -> str | None:
    """Return the name to write: as given if nothing there is one slip away, else as chosen."""
    known = [*titles, *ids]
    if given is not None:
        meant = did_you_mean(given, known)
        if meant and slug(meant) != slug(given):
            raise ProjectError(f"there is no {what} {given!r}; did you mean {meant!r}?")
        return given
    if not titles or not _is_asked():
        return None
    for number, title in enumerate(titles, 1):
        click.echo(f"{number:>3}  {title}", err=True)
    answer: int = click.prompt(
        f"Which {what}? (0: none)", type=click.IntRange(0, len(titles)), default=0, err=True)
    return titles[answer - 1] if answer else None


def _is_asked() -> bool:
    """True when somebody sits at the other end."""
    return sys.stdin.isatty()


def _folder(found: ReadSite, project: Project, role: Role) -> str:
    """Return the folder below the docs where most pages of that sort lie; else the usual one."""
    lying = Counter(entry.path.rpartition("/")[0] for entry in found.site.entries if entry.role is role)
    usual = "posts" if role is Role.POST else f"{project.settings.folder}/{role}s"
    return lying.most_common(1)[0][0] if lying else usual


def _name(found: ReadSite, page: NewPage) -> str:
    """Return the file's name, with its day where the other posts have theirs."""
    stem = slug(page.title)
    if not stem:
        raise ProjectError(f"nothing of {page.title!r} is left in an address; use letters or digits")
    posts = [entry.path.rpartition("/")[2] for entry in found.site.entries if entry.role is Role.POST]
    is_dated = page.role is Role.POST and posts and all(map(_DATED.match, posts))
    return f"{page.day.isoformat()}-{stem}.md" if is_dated else f"{stem}.md"


COMMANDS = (init, new)
