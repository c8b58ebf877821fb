"""What a preview looks at, to know that it has to be staged anew."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ..project.config import Project
from ..project.errors import ProjectError
from ..project.host_config import templates_folder

State = dict[str, tuple[int, int]]
"""The time and the size of each file, by path."""


def state_of(project: Project) -> State:
    """Return how the files of a project are: its docs folder, its private one, its configuration, its
    files of works, the templates of its theme. Of a configuration that nobody can read, that alone is known.
    """
    assert project.config is not None  # noqa: S101 - it was staged
    private = project.private.files() if project.private else ()
    files = [project.at(path) for path in (*project.folder.walk(), *private) if isinstance(path, str)]
    files += project.works_files
    with suppress(ProjectError):
        folder = templates_folder(project)
        files += folder.rglob("*.html") if folder else ()
    return {str(path): seen for path in (project.config, *files) if (seen := _seen(path))}


def is_of_docs(project: Project, before: State, now: State) -> bool:
    """Return whether all that is different lies in the docs folder: then the configuration and the templates
    are as they were.
    """
    changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
    folders = [project.docs, *([project.private.folder] if project.private else [])]
    return all(any(Path(path).is_relative_to(folder) for folder in folders) for path in changed)


def _seen(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
