"""`career-roadmap zensical`: the site as Zensical builds it, with the roadmap and without what is private."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..project.errors import ProjectError
from ..vocabulary.codes import Severity
from ..vocabulary.phrases import some
from ..vocabulary.problems import Problem, settle
from .terminal import say, say_problems

if TYPE_CHECKING:
    from ..zensical_host.staging import Staged

_CONFIG = click.option("-f", "--config-file", type=click.Path(path_type=Path),
                       help="The configuration; the nearest in or above this folder unless said.")
_PASSES_ON = {"ignore_unknown_options": True}
_WORDS = click.argument("words", metavar="[ZENSICAL OPTIONS]", nargs=-1, type=click.UNPROCESSED)


@click.group()
def zensical() -> None:
    """Build the site with Zensical in place of MkDocs.

    Zensical knows no plugins. So the pages are staged first, into the folder .career-roadmap: with the
    roadmap, and without private pages and drafts.
    """


@zensical.command()
@_CONFIG
def stage(config_file: Path | None) -> None:
    """Write what Zensical would read, and do no more.

    Ends with 1 if there are errors, and with 2 if the project cannot be read.
    """
    _tell(_staged(config_file))


@zensical.command(context_settings=_PASSES_ON)
@_CONFIG
@_WORDS
def build(config_file: Path | None, words: tuple[str, ...]) -> None:
    """Build the site, and search it for what is private. Options of `zensical build` are passed on.

    Ends with 1 if there are errors, before anything is built or when it is, and as Zensical ends if that
    fails.
    """
    from ..zensical_host.finishing import finish  # noqa: PLC0415 - `--help` needs none of it

    command = _zensical()
    staged = _staged(config_file)
    _tell(staged)
    done = subprocess.run([*command, "build", "-f", staged.config.name, *words], check=False,  # noqa: S603
                          cwd=staged.config.parent, env=_environment(staged))
    if done.returncode:
        raise SystemExit(done.returncode)
    told = settle(finish(staged), staged.project.settings.severities)
    say_problems([p for p in told if p.severity is not Severity.HINT], "text")
    if any(p.severity is Severity.ERROR for p in told):
        say(f"do not publish {staged.site_dir}: it has {some(len(told), 'problem')}, told above", err=True)
        raise SystemExit(1)


def _staged(config_file: Path | None) -> Staged:
    from ..pages.render import BadTemplateError  # noqa: PLC0415 - `--help` needs none of it
    from ..project.check import checked  # noqa: PLC0415
    from ..project.config import find_project  # noqa: PLC0415
    from ..project.read_site import read_site  # noqa: PLC0415
    from ..zensical_host.staging import stage as write  # noqa: PLC0415

    project = find_project(config_file or Path())
    read = read_site(project, project.as_of or project.today())
    problems = checked(project, read).problems
    say_problems([p for p in problems if p.severity is not Severity.HINT], "text")
    _fail_on_errors(problems)
    try:
        return write(project, read)
    except BadTemplateError as error:
        raise ProjectError(str(error)) from None


def _fail_on_errors(problems: Iterable[Problem]) -> None:
    errors = [p for p in problems if p.severity is Severity.ERROR]
    if errors:
        say(f"nothing was built: {some(len(errors), 'error')}, told above", err=True)
        raise SystemExit(1)


def _tell(staged: Staged) -> None:
    hidden, site = len(staged.site.hidden.pages), staged.site
    kept = f", {some(hidden, 'page')} kept back" if hidden else ""
    say(f"staged for Zensical: {some(len(site.pages), 'page')} of the roadmap{kept}; "
        f"{some(staged.changed, 'file')} changed", err=True)


def _zensical() -> list[str]:
    """Return the command that starts Zensical. Raises ProjectError where there is none."""
    if find_spec("zensical") is None:
        raise ProjectError("Zensical is not installed beside this command; `pip install zensical` does so")
    return [sys.executable, "-m", "zensical"]


def _environment(staged: Staged) -> dict[str, str]:
    from ..zensical_host.guard import STAGED  # noqa: PLC0415

    return {**os.environ, STAGED: str(staged.parts)}
