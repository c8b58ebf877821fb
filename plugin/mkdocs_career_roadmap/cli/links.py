"""`career-roadmap links`: every link of a built site that leads nowhere."""

from __future__ import annotations

from pathlib import Path

import click

from ..project.config import find_project
from ..project.progress import on_terminal
from .parameters import FORMAT, QUIET


@click.command()
@click.argument("site", type=click.Path(path_type=Path), default="site")
@FORMAT
@click.option("--url", help="Where the site will be read; site_url of the configuration unless said.")
@QUIET
def links(site: Path, form: str, url: str | None, quiet: bool) -> None:
    """Print the links of a built site that lead nowhere within it.

    SITE is the folder that a build wrote; the folder `site` unless said. Ends with 1 if there are
    dead links, and with 2 if there is no page.
    """
    print_dead_links(site, find_project(Path()).site_url if url is None else url, form, quiet=quiet)


def print_dead_links(site: Path, url: str, form: str, *, quiet: bool) -> None:
    """Print what is dead in the built site at a folder, and end with 1 if anything is."""
    from ..project.site_links import check_links  # noqa: PLC0415 - `--help` needs none of it
    from .formats import FORMATS  # noqa: PLC0415

    with on_terminal(quiet=quiet) as progress:
        checked = check_links(site, url, progress)
    click.echo(FORMATS[form](checked.problems), nl=False)
    if not quiet:
        click.echo(checked.summary, err=True)
    if checked.problems:
        raise SystemExit(1)
