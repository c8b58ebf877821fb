"""`career-roadmap rename`: another name for a goal or a milestone, wherever it is named."""

from __future__ import annotations

from pathlib import Path

import click

from ..vocabulary.fields import Role
from .completion import OF_ROLE
from .refactoring import apply, changing


@click.command()
@click.argument("role", type=click.Choice(["goal", "milestone"]))
@click.argument("old", shell_complete=OF_ROLE)
@click.argument("new")
@changing
def rename(role: str, old: str, new: str, site: Path | None, write: bool, force: bool) -> None:
    """Rename a goal or a milestone in posts, pages, blocks, links and mkdocs.yml, and show the changes.

    The old name stays as an alias on its page, and the old address leads to the new one.
    """
    from ..authoring.refactor.rename import rename as change  # noqa: PLC0415 - `--help` needs none of it

    apply(site, lambda files: change(files, Role(role), old, new), write=write, force=force)
