"""A built site, and the project that it was built from: found from any folder of either."""

from __future__ import annotations

from pathlib import Path

from .config import NAMES, Project, find_project, load_config, nearest, read_project
from .errors import ProjectError
from .new_files import from_here


def built_site(written: Path) -> Path:
    """Return the folder of a built site as somebody means it: what is not in this folder may lie beside the
    configuration, as `site` does. What is in neither is returned as it was written.
    """
    if written.is_absolute() or written.exists() or (config := nearest(Path())) is None:
        return written
    beside = from_here(config.parent / written)
    return beside if beside.is_dir() else written


def project_of(site: Path) -> Project:
    """Return the project of a built site: the one above it that builds into that folder, else the one that
    this folder lies in, else the nearest above it. There is none: one without a configuration.

    Raises ProjectError.
    """
    real = site.resolve()
    for config in (folder / name for folder in real.parents for name in NAMES):
        if config.is_file() and _builds_into(config, real):
            return read_project(from_here(config))
    project = find_project(Path(), needs_pages=False)
    above = nearest(real) if project.config is None else None
    return read_project(from_here(above)) if above else project


def _builds_into(config: Path, site: Path) -> bool:
    try:
        folder = load_config(config).get("site_dir") or "site"
    except ProjectError:
        return False  # another one may; and if not, it is told
    return isinstance(folder, str) and (config.parent / folder).resolve() == site
