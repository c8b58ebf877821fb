"""`career-roadmap links`: every link of a built site that leads nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..project.config import Project
from ..project.progress import on_terminal
from ..vocabulary.phrases import some
from ..vocabulary.problems import Problem
from .parameters import FORMAT, KNOWN, QUIET
from .terminal import say, say_problems


@click.command()
@click.argument("site", type=click.Path(path_type=Path), default="site")
@FORMAT
@click.option("--url", help="Where the site will be read; site_url of the configuration unless said.")
@KNOWN
@QUIET
def links(site: Path, form: str, url: str | None, known: Path | None, quiet: bool) -> None:
    """Print the links of a built site that lead nowhere within it.

    SITE is the folder that a build wrote; the folder `site` unless said, of the project if there is none
    here. Ends with 1 if there are
    dead links, and with 2 if there is no page.
    """
    from ..project.built.built_site import built_site, project_of  # noqa: PLC0415 - `--help` needs none of it
    from ..project.built.site_links import check_links  # noqa: PLC0415

    site = built_site(site)
    with on_terminal(quiet=quiet) as progress:
        if url is None:
            url = project_of(site).site_url
        checked = check_links(site, url, progress, addresses_known(known))
    _print(checked.problems, form, checked.summary, quiet=quiet)


def addresses_known(file: Path | None) -> frozenset[str]:
    """Return the addresses that a file says are dead; none without a file. Raises ProjectError."""
    from ..project.built.known_links import known_links  # noqa: PLC0415
    from ..project.errors import ProjectError  # noqa: PLC0415

    try:
        return known_links(file.read_text("utf-8-sig")) if file else frozenset()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ProjectError(f"{file}: this list of known links cannot be read ({why})") from None


def print_site_problems(
    site: Path, project: Project, url: str | None, form: str, known: Path | None, *, quiet: bool
) -> None:
    """Print what is dead in the built site at a folder, and what it has of the private pages of a project;
    end with 1 if there is anything. Without a configuration nobody knows which pages are private.
    """
    from ..project.built.built_site import without_roadmap  # noqa: PLC0415
    from ..project.built.leaks import leaks, traces_of_hidden  # noqa: PLC0415
    from ..project.built.site_links import check_links  # noqa: PLC0415
    from ..project.read_site import read_site  # noqa: PLC0415

    with on_terminal(quiet=quiet) as progress:
        checked = check_links(
            site, project.site_url if url is None else url, progress, addresses_known(known))
        problems = list(checked.problems)
        if project.config is not None:
            pages = read_site(project, project.today(), progress=progress, is_check=True)
            sought = traces_of_hidden(pages.sources, pages.site)
            problems = [*without_roadmap(site, project, pages), *leaks(site, sought, progress), *problems]
            hidden = len(pages.site.hidden.pages)
            kept = f"{some(hidden, 'page')} kept back" if hidden else "no page is kept back"
        else:
            kept = "which pages are private was not asked, since there is no mkdocs.yml"
    _print(problems, form, f"{checked.summary}; {kept}", quiet=quiet)


def _print(problems: Sequence[Problem], form: str, summary: str, *, quiet: bool) -> None:
    say_problems(problems, form)
    if not quiet:
        say(summary, err=True)
    if problems:
        raise SystemExit(1)
