"""`career-roadmap report`: what the posts say of some months, set for those who ask for it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...project.config import Project, find_project
from ...project.progress import on_terminal
from ..parameters import DAY, TARGET, day_of
from ..terminal import say, say_data

if TYPE_CHECKING:
    from ...project.reports import WrittenReport

AUDIENCES = ("committee", "review", "mentor", "cv")
FORMATS = ("md", "html", "docx", "pdf")


@click.command()
@TARGET
@click.option("--for", "audience", type=click.Choice(AUDIENCES), required=True,
              help="Whom it is for: a committee, a performance review, a mentor, or a curriculum vitae.")
@click.option("--since", type=DAY, help="Its first day; unless said a year before its last, for mentor three "
                                        "months, for cv the first there is.")
@click.option("--until", type=DAY, help="Its last day; today unless said.")
@click.option("--goal", help="Only the work towards this goal, by its id or title.")
@click.option("--private", is_flag=True, help="With private posts and decisions; the report says so on top.")
@click.option("--format", "form", type=click.Choice(FORMATS),
              help="What to write; what the name of the file says, else md. docx takes pandoc, pdf "
                   "WeasyPrint, Chromium or Chrome.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
              help="The file to write; the terminal unless said.")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
@click.option("-q", "--quiet", is_flag=True, help="Do not tell how far it is, nor what is left out.")
def report(
    target: Path, audience: str, since: datetime | None, until: datetime | None, goal: str | None,
    private: bool, form: str | None, output: Path | None, overwrite: bool, quiet: bool,
) -> None:
    """Write a report on what was done, changed, learned and comes next, in the words of your posts.

    What is private is left out unless you ask for it with --private.
    """
    from ...project.reports import WantedReport, write_report  # noqa: PLC0415 - `--help` needs none of it

    form = form or _form_of(output)
    project = find_project(target)
    _refuse(project, form, output, is_private=private, overwrite=overwrite)
    wanted = WantedReport(audience, day_of(project, until), since.date() if since else None, goal, private)
    with on_terminal(quiet=quiet) as progress:
        written = write_report(project, wanted, progress)
    content = _content(written, form)
    if written.left_out and not quiet:
        say(f"{written.left_out} left out; --private takes in what is private", err=True)
    if output is None:
        say_data(content.decode())
    else:
        from ...project.on_disk.new_files import remove_unfinished, write_over  # noqa: PLC0415

        remove_unfinished([output.resolve().parent])
        write_over(output, content)


def _form_of(output: Path | None) -> str:
    """Return the format that the name of a file asks for; md for any other name, and for none."""
    ending = output.suffix.lower().lstrip(".") if output else ""
    ending = {"htm": "html", "markdown": "md"}.get(ending, ending)
    return ending if ending in FORMATS else "md"


def _refuse(project: Project, form: str, output: Path | None, *, is_private: bool, overwrite: bool) -> None:
    """Raise UsageError where a report must not be written."""
    from ...project.on_disk.new_files import shown  # noqa: PLC0415

    if output is None:
        if form in ("docx", "pdf"):
            raise click.UsageError(f"a {form} is no text for a terminal; name a file: -o report.{form}")
        return
    if output.exists() and not overwrite:
        raise click.UsageError(f"{shown(output)} is there; give another name, or add --overwrite")
    if is_private and output.resolve().is_relative_to(project.docs.resolve()):
        raise click.UsageError(f"{shown(output)} would be published with the site, and the report holds "
                               f"what is private; write it outside of {shown(project.docs)}")


def _content(written: WrittenReport, form: str) -> bytes:
    """Return the report in a format. Raises ProjectError."""
    from ...project.report_files import as_docx, as_pdf  # noqa: PLC0415

    if form == "md":
        return written.markdown().encode()
    html = written.html()
    return {"docx": as_docx, "pdf": as_pdf}[form](html) if form != "html" else html.encode()
