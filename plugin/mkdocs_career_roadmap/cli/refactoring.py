"""What the commands that change names have in common: they show a diff, and write only if asked to."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..project.errors import ProjectError
from ..vocabulary.phrases import some
from .parameters import SITE, project_at
from .terminal import say

if TYPE_CHECKING:
    from ..authoring.refactor.site import SiteFiles
    from ..project.config import Project
    from ..project.on_disk.change_set import FileChange
    from ..project.on_disk.working_tree import WorkingTree

_WRITE = click.option("--write", is_flag=True,
                      help="Write the files; without it the changes are only shown.")
_FORCE = click.option("--force", is_flag=True,
                      help="Write also where git has changes that are not committed.")


def changing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options `--site`, `--write` and `--force`."""
    return SITE(_WRITE(_FORCE(command)))


def apply(site: Path | None, change: Callable[[SiteFiles], None], *, write: bool, force: bool) -> None:
    """Show what a change of a site would write, or write it. Raises ProjectError."""
    from ..authoring.refactor.diff import diff_lines  # noqa: PLC0415 - `--help` needs none of it
    from ..authoring.refactor.site import site_files  # noqa: PLC0415

    project = project_at(site)
    files = site_files(project, project.as_of or project.today())
    change(files)
    changes = files.changes()
    for sentence in files.told:
        say(sentence, err=True)
    for line in diff_lines(changes):
        say(line)
    if not changes:
        say("nothing to do")
    elif write:
        _write(project, changes, force=force)
    else:
        say(f"nothing written, {some(len(changes), 'file')} would change; add --write", err=True)


def _write(project: Project, changes: list[FileChange], *, force: bool) -> None:
    from ..project.on_disk.change_set import write_all  # noqa: PLC0415
    from ..project.on_disk.working_tree import working_tree  # noqa: PLC0415

    tree = working_tree(project.docs, (change.path for change in changes))
    if tree.dirty and not force:
        listed = ", ".join(tree.dirty[:5]) + (", …" if len(tree.dirty) > 5 else "")
        raise ProjectError(
            f"git has changes here that are not committed ({listed}), which it could not tell from these; "
            "commit them first, or add --force")
    write_all(changes)
    say(f"{some(len(changes), 'file')} written", err=True)
    say(_way_back(tree, changes), err=True)


def _way_back(tree: WorkingTree, changes: list[FileChange]) -> str:
    """Return how to undo what was written."""
    from ..project.on_disk.new_files import shown  # noqa: PLC0415

    if tree.root is None:
        return "no git knows these files, so only a copy of them could take this back"
    if tree.dirty:
        return "git knows what was committed before, and not what had been changed since"
    new = [shlex.quote(shown(change.path)) for change in changes if change.before is None]
    return "to take it back: git restore :/" + (f" && rm {' '.join(new)}" if new else "")
