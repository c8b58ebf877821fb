"""A built site, and the project that it was built from: found from any folder of either."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...exports.addresses import dest_of
from ...vocabulary.phrases import some
from ...vocabulary.problems import Place, Problem, problem
from ..config import NAMES, Project, find_project, load_config, nearest, read_project
from ..errors import ProjectError
from ..on_disk.new_files import from_here
from ..read_site import ReadSite

_OURS = b"career-roadmap cr-"
"""What stands on each of our pages, in the class of an element."""


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


def without_roadmap(folder: Path, project: Project, read: ReadSite) -> Iterator[Problem]:
    """Yield a problem where a built site should have a roadmap and has none of its pages.

    Looked for at their addresses first; where they are not there, as with a version or a language in
    them, any page of the site will do.
    """
    if not (project.is_listed and project.options["enabled"] and read.site.roadmap.posts):
        return
    pages = [page.path for page in read.site.pages.values() if not page.is_written]
    expected = (folder / dest_of(path, directory_urls=project.directory_urls) for path in pages)
    if pages and not any(map(_is_ours, expected)) and not any(map(_is_ours, folder.rglob("*.html"))):
        yield problem(
            "no-roadmap-in-site", Place(folder.as_posix()),
            f"this site has none of the {some(len(pages), 'page')} that the roadmap adds to it, so what "
            "built it did not run the plugin, and kept nothing private back; build it with one that does")


def _is_ours(path: Path) -> bool:
    try:
        return _OURS in path.read_bytes()
    except OSError:
        return False
