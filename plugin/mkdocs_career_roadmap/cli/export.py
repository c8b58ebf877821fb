"""`career-roadmap export`: the roadmap as a file, without building the site."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ..project.config import find_project
from ..project.progress import on_terminal
from .parameters import AS_OF, TARGET, day_of
from .terminal import say_data

FORMATS = ("json", "ics", "csv", "bibtex", "csl", "schema")


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@TARGET
@AS_OF
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
              help="The file to write; the terminal unless said.")
@click.option("--overwrite", is_flag=True, help="Replace also a file that is not from an export.")
@click.option("-q", "--quiet", is_flag=True, help="Do not tell how far it is.")
def export(
    form: str, target: Path, as_of: datetime | None, output: Path | None, overwrite: bool, quiet: bool
) -> None:
    """Write the public roadmap as json, ics or csv, what proves the work as bibtex or csl, or the JSON
    Schema of the front matter.

    What is private is in none of them. An export of before is replaced, any other file is not.
    """
    from ..project.exports import exported, is_export  # noqa: PLC0415 - `--help` needs none of it
    from ..project.on_disk.new_files import remove_unfinished, shown, write_over  # noqa: PLC0415

    project = find_project(target)
    with on_terminal(quiet=quiet) as progress:
        text = exported(form, project, day_of(project, as_of), progress)
    if output is None:
        say_data(text)
    else:
        if not overwrite and output.is_file() and not is_export(output.read_bytes()):
            raise click.UsageError(f"{shown(output)} is there, and is not from an export; "
                                   "give another name, or add --overwrite")
        remove_unfinished([output.resolve().parent])
        write_over(output, text.encode())
