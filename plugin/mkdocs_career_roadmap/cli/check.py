"""`career-roadmap check`: every problem of the posts, without building the site."""

from __future__ import annotations

from pathlib import Path

import click

from ..project.config import find_project
from ..project.progress import on_terminal
from ..vocabulary.codes import Severity
from .links import print_site_problems
from .parameters import FORMAT, KNOWN, QUIET, TARGET, tell_if_unlisted, tell_unread
from .terminal import say, say_problems


@click.command()
@TARGET
@FORMAT
@click.option("--strict", is_flag=True, help="Warnings fail, too.")
@click.option("--site", type=click.Path(path_type=Path),
              help="Check this built site instead: dead links, and what of private pages is in it.")
@click.option("--url", help="With --site: where it will be read; else site_url of the configuration.")
@KNOWN
@click.option("--fresh", is_flag=True,
              help="Read every page anew, and keep nothing of them for the next check.")
@click.option("--hints", type=click.Choice(["on", "off"]), default="on",
              help="off: they are counted in the last sentence and not printed.")
@QUIET
def check(
    target: Path, form: str, strict: bool, site: Path | None, url: str | None, known: Path | None,
    fresh: bool, hints: str, quiet: bool,
) -> None:
    """Print every problem of the posts, without building the site.

    TARGET is mkdocs.yml, a folder of its site, or a docs folder; this folder unless said. Of a page, the
    problems that concern it are printed.
    Ends with 1 if there are errors, and with 2 if TARGET cannot be read, by us or by MkDocs.
    """
    from ..project import check as checking  # noqa: PLC0415 - `--help` needs none of it
    from ..project.built.built_site import built_site, project_of  # noqa: PLC0415
    from ..project.garbage import rarely_collected  # noqa: PLC0415
    from ..project.host_config import refusals  # noqa: PLC0415
    from ..project.on_disk.found_file import FoundFile  # noqa: PLC0415
    from ..project.on_disk.readings_file import ReadingsFile  # noqa: PLC0415
    from ..project.on_disk.user_cache import readings_of  # noqa: PLC0415

    if site is not None:
        site = built_site(site)
        project = project_of(site) if target == Path() else find_project(target, needs_pages=False)
        if project is not None:
            tell_unread(project)
        print_site_problems(site, project, url, form, known, quiet=quiet)
        return
    project = find_project(target)
    kept = None if fresh else readings_of(project.config or project.docs)
    with on_terminal(quiet=quiet) as progress, rarely_collected():
        checked = checking.check(project, project.today(), progress, ReadingsFile(kept) if kept else None,
                                 FoundFile(kept.with_name(f"{kept.name}-found")) if kept else None)
        if project.is_page(target.name) and target.is_file():
            checked = checked.of_page(project, target)
    say_problems([p for p in checked.problems if hints == "on" or p.severity is not Severity.HINT], form)
    tell_if_unlisted(project)
    tell_unread(project)
    if not quiet:
        say(checked.summary, err=True)
    if project.config and (refused := refusals(project.config)):
        say("\n".join(refused), err=True)
        raise SystemExit(2)
    if checked.fails(strict=strict):
        raise SystemExit(1)
