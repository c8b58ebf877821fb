"""Pages from outside the docs folder, which only a preview has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from ...project.errors import ProjectError
from ...project.private_docs import PrivateDocs, private_docs
from ..options import Options


def private_docs_of(options: Options, config: MkDocsConfig) -> PrivateDocs | None:
    """Return the folder `private_docs` of a site. Raises PluginError for one that a build would read."""
    path = Path(config.config_file_path or "mkdocs.yml")
    try:
        return private_docs(options.private_docs, path, Path(config.docs_dir))
    except ProjectError as error:
        raise PluginError(f"career-roadmap: {error}") from None


def add_private_docs(
    files: Files, config: MkDocsConfig, private: PrivateDocs | None
) -> Callable[[File], bool]:
    """Add the files of that folder to those of a preview, and return what tells them from others."""
    if private is None:
        return lambda _: False
    if str(private.folder) not in config.watch:
        config.watch.append(str(private.folder))
    there = str(private.folder.parent)
    for path in private.files():
        if isinstance(path, str):
            files.append(File(path, there, config.site_dir, config.use_directory_urls))
    return lambda file: file.src_dir == there and private.has(file.src_uri)
