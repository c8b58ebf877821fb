"""What a preview looks at, to know that it has to be staged anew."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ..project.config import Project, load_config
from ..project.errors import ProjectError

State = dict[str, tuple[int, int]]
"""The time and the size of each file, by path."""


def state_of(project: Project) -> State:
    """Return how the files of a project are: its docs folder, its configuration, the templates of its
    theme. Of a configuration that nobody can read, that alone is known.
    """
    assert project.config is not None  # noqa: S101 - it was staged
    files = [project.docs / path for path in project.folder.walk() if isinstance(path, str)]
    with suppress(ProjectError):
        theme = load_config(project.config).get("theme")
        folder = theme.get("custom_dir") if isinstance(theme, dict) else None
        files += (project.config.parent / folder).rglob("*.html") if isinstance(folder, str) else ()
    return {str(path): seen for path in (project.config, *files) if (seen := _seen(path))}


def _seen(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
