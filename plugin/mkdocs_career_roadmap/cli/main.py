"""The command `career-roadmap`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ..project.clock import build_day
from ..project.config import ProjectError, find_project
from ..project.progress import on_terminal
from . import adopting, asking, exporting, importing, starting

_TARGET = click.Path(path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-career-roadmap", prog_name="career-roadmap")
def cli() -> None:
    """Goals and milestones from the front matter of your posts."""


@cli.command()
@click.argument("target", type=_TARGET, default=".")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text",
              help="How problems are printed; github: as annotations of a pull request.")
@click.option("--strict", is_flag=True, help="Warnings fail, too.")
@click.option("--site", type=_TARGET, help="Check the links of this built site instead.")
@click.option("--url", help="With --site: where it will be read; else site_url of the configuration.")
@click.option("-q", "--quiet", is_flag=True, help="Problems only: not how far it is, no last sentence.")
def check(
    target: Path, form: str, strict: bool, site: Path | None, url: str | None, quiet: bool
) -> None:
    """Print every problem of the posts, without building the site.

    TARGET is mkdocs.yml, a folder that has one, or a docs folder; this folder unless said.
    Ends with 1 if there are errors, and with 2 if TARGET cannot be read.
    """
    from ..project.check import check  # noqa: PLC0415 - `--help` needs none of it
    from .check import FORMATS  # noqa: PLC0415 - `--help` needs none of it

    if site is not None:
        from .site_links import check_links  # noqa: PLC0415

        url = find_project(target).site_url if url is None else url
        with on_terminal(quiet=quiet) as progress:
            dead = check_links(site, url, progress)
        click.echo(FORMATS[form](dead.problems), nl=False)
        if not quiet:
            click.echo(dead.summary, err=True)
        raise SystemExit(1 if dead.problems else 0)
    project = find_project(target)
    with on_terminal(quiet=quiet) as progress:
        found = check(project, build_day(), progress)
    click.echo(FORMATS[form](found.problems), nl=False)
    if not project.is_listed:
        click.echo(f"{project.config} does not list the plugin career-roadmap", err=True)
    if not quiet:
        click.echo(found.summary, err=True)
    if found.fails(strict=strict):
        raise SystemExit(1)


for command in (*starting.COMMANDS, *importing.COMMANDS, *adopting.COMMANDS, *asking.COMMANDS,
                *exporting.COMMANDS):
    cli.add_command(command)


def main() -> None:
    """Run the command. A closed pipe and Ctrl-C end it without a word."""
    try:
        cli.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        raise SystemExit(end.exit_code) from None
    except click.ClickException as error:
        error.show()
        raise SystemExit(2) from None
    except ProjectError as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None
    except (KeyboardInterrupt, click.Abort):
        raise SystemExit(130) from None
    except BrokenPipeError:
        # What is left to write goes nowhere; Python would complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
