"""`career-roadmap zensical`: the site as Zensical builds it, with the roadmap and without what is private."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..project.clock import seconds
from ..project.errors import ProjectError
from ..vocabulary.codes import Severity
from ..vocabulary.phrases import some
from ..vocabulary.problems import Problem, settle
from .terminal import say, say_problems

if TYPE_CHECKING:
    from ..project.config import Project
    from ..zensical_host.kept_texts import KeptTexts
    from ..zensical_host.staging import Staged

_PAUSE = 0.1
"""Seconds between two looks at the files of a preview, if the site is small."""
_SHARE = 9
"""How often the time of such a look passes before the next one: a large site must not keep a machine busy."""
_CONFIG = click.option("-f", "--config-file", type=click.Path(path_type=Path),
                       help="The configuration; the nearest in or above this folder unless said.")
_PASSES_ON = {"ignore_unknown_options": True}
_WRONG_WORDS = 2
"""What Zensical ends with at options that it does not know."""
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
    project = _project(config_file)
    _tell_not_there(project)
    _tell(_staged(project))


@zensical.command(context_settings=_PASSES_ON)
@_CONFIG
@_WORDS
def build(config_file: Path | None, words: tuple[str, ...]) -> None:
    """Build the site, and search it for what is private. Options of `zensical build` are passed on.

    Ends with 1 if there are errors, before anything is built or when it is, and as Zensical ends if that
    fails.
    """
    from ..zensical_host.finishing import finish  # noqa: PLC0415 - `--help` needs none of it

    command, project = _zensical(), _project(config_file)
    _tell_not_there(project)
    staged = _staged(project)
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


@zensical.command(context_settings=_PASSES_ON)
@_CONFIG
@_WORDS
def serve(config_file: Path | None, words: tuple[str, ...]) -> None:
    """Preview the site while you write, with what is private. Options of `zensical serve` are passed on.

    It goes on until Ctrl-C, whatever a page or the configuration says.
    """
    from ..zensical_host.kept_texts import KeptTexts  # noqa: PLC0415
    from ..zensical_host.watching import is_of_docs, state_of  # noqa: PLC0415 - `--help` needs none of it

    command, project, kept = _zensical(), _project(config_file), KeptTexts()
    seen = state_of(project)
    _tell_not_there(project)
    staged = _staged(project, is_preview=True, kept=kept)
    server, took = _started(command, staged, words), 0.0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # else the server would go on alone
    try:
        while True:
            time.sleep(max(_PAUSE, _SHARE * took))
            if server.poll() == _WRONG_WORDS:  # which it has told; nothing that is saved would change that
                sys.exit(_WRONG_WORDS)
            start = seconds()
            now = state_of(project)
            took = seconds() - start
            if now == seen:
                continue
            if not is_of_docs(project, seen, now):
                kept = KeptTexts(parts=kept.parts)
            seen = now
            try:
                project = _project(config_file)
                staged = _staged(project, is_preview=True, kept=kept)
            except (ProjectError, OSError) as error:
                say(str(error), err=True)
            if server.poll() is not None:
                server = _started(command, staged, words)
    finally:
        server.terminate()
        server.wait()


def _started(command: Sequence[str], staged: Staged, words: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*command, "serve", "-f", staged.config.name, *words],  # noqa: S603
                            cwd=staged.config.parent, env=_environment(staged))


def _project(config_file: Path | None) -> Project:
    from ..project.config import find_project  # noqa: PLC0415 - `--help` needs none of it

    project = find_project(config_file or Path())
    if project.config is None:
        raise ProjectError("there is no mkdocs.yml and no zensical.toml here; Zensical needs one")
    return project


def _staged(project: Project, *, is_preview: bool = False, kept: KeptTexts | None = None) -> Staged:
    from ..pages.render import BadTemplateError  # noqa: PLC0415 - `--help` needs none of it
    from ..project.check import checked  # noqa: PLC0415
    from ..project.read_site import read_site  # noqa: PLC0415
    from ..zensical_host.staging import stage as write  # noqa: PLC0415

    read = read_site(project, project.as_of or project.today(), keep_private=is_preview,
                     kept=kept.readings if kept else None)
    problems = checked(project, read).problems
    say_problems([p for p in problems if p.severity is not Severity.HINT], "text")
    if not is_preview:
        _fail_on_errors(problems)
    of_pages = settle([*read.problems, *read.site.problems], project.settings.severities)
    try:
        return write(project, read, problems=of_pages, is_preview=is_preview, kept=kept)
    except BadTemplateError as error:
        raise ProjectError(str(error)) from None


def _fail_on_errors(problems: Iterable[Problem]) -> None:
    errors = [p for p in problems if p.severity is Severity.ERROR]
    if errors:
        say(f"nothing was built: {some(len(errors), 'error')}, told above", err=True)
        raise SystemExit(1)


def _tell_not_there(project: Project) -> None:
    from ..zensical_host.not_there import not_there  # noqa: PLC0415 - `--help` needs none of it

    for sentence in not_there(project):
        say(sentence, err=True)


def _tell(staged: Staged) -> None:
    hidden, site = len(staged.site.hidden.pages), staged.site
    kept = f", {some(hidden, 'page')} kept back" if hidden else ""
    kept += f", {some(staged.locked, 'locked page')} left out" if staged.locked else ""
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
