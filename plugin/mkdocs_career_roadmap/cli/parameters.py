"""The arguments and options that several commands have, and what they mean."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .terminal import say

if TYPE_CHECKING:
    from ..project.config import Project

Pairs = tuple[tuple[str, str], ...]
"""Names with their titles, as `--category-goal` and the like are given."""

SITE = click.option("--site", type=click.Path(path_type=Path),
                    help="The site; the one that this folder lies in unless said.")
DAY = click.DateTime(["%Y-%m-%d"])
TARGET = click.argument("target", type=click.Path(path_type=Path), default=".")
AS_OF = click.option("--as-of", type=DAY, help="Answer as of the end of this day.")
PUBLIC = click.option("--public", is_flag=True, help="Only what the built site shows.")
FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text",
    help="How problems are printed; github: as annotations of a pull request.")
KNOWN = click.option(
    "--known", type=click.Path(path_type=Path), metavar="FILE",
    help="Dead links to pass over: the report of an import, or a file with one address on each line.")
QUIET = click.option(
    "-q", "--quiet", is_flag=True, help="Problems only: not how far it is, no last sentence.")


def project_at(site: Path | None) -> Project:
    """Return the project of `--site`, else the one that this folder lies in. Raises ProjectError."""
    from ..project.config import enclosing_project, find_project  # noqa: PLC0415 - `--help` needs none of it

    return find_project(site) if site else enclosing_project(Path())


def day_of(project: Project, given: datetime | None) -> date:
    """Return the day to answer for: as asked, else as the site has it, else today."""
    return given.date() if given else project.as_of or project.today()


def name_title_pairs(_context: click.Context, _option: click.Parameter, written: tuple[str, ...]) -> Pairs:
    """Return what stands before and behind the first `=` of each; a callback of click."""
    from ..authoring.series import fold_category  # noqa: PLC0415 - `--help` needs none of it

    pairs: list[tuple[str, str]] = []
    for text in written:
        name, is_pair, title = (part.strip() for part in text.partition("="))
        if not (name and is_pair and title):
            raise click.BadParameter(f"{text!r} has no name and title; write 'Field work=Bird counts'")
        same = (t for n, t in pairs if fold_category(n) == fold_category(name))
        if other := next((t for t in same if t != title), None):
            raise click.BadParameter(f"{name!r} is given two goals, {other!r} and {title!r}; keep one")
        pairs.append((name, title))
    return tuple(pairs)


def tell_unread(project: Project) -> None:
    """Say that the site has pages of which a command knows nothing."""
    for name in project.takers:
        say(f"{project.config}: the plugin {name} takes pages of other folders into the site, which this "
            "command does not read; a build tells what is wrong with them", err=True)


def tell_if_unlisted(project: Project) -> None:
    """Say so when nothing that was just worked out will show, since the site lacks the plugin."""
    if not project.is_listed:
        say(f"{project.config} does not list the plugin career-roadmap", err=True)
