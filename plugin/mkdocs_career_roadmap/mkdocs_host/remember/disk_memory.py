"""Which file holds what a build remembers, and what its author is told of it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path, PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from ...project.on_disk.freeze import UnfitError
from ...project.on_disk.versions import made_by
from ..assets import from_here
from ..reporting import log
from .on_disk import KeptSteps, UnreadError, read, write

USUAL = ".cache/career-roadmap/memory"
"""The file of a site that names none, beside its mkdocs.yml."""


class DiskMemory:
    """The file of one site. Whatever is wrong with it, the site is built; a line says what."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._made_by = ""
        """What stands for this machine; empty: nobody can tell."""

    def read(self) -> KeptSteps | None:
        """Return what the run before has left; None: nothing that is good here."""
        try:
            self._made_by = made_by()
            return read(self.path, self._made_by)
        except UnfitError as error:
            _tell(f"nothing is kept for the next build: {error}")
        except UnreadError as error:
            _tell(f"{self._shown()} is not used, and all is made anew: {error}")
        return None

    def write(self, kept: KeptSteps, left_out: Collection[str]) -> None:
        """Leave something to the next run, without these source paths."""
        if not self._made_by:
            return
        if hindered := write(self.path, kept, self._made_by, left_out):
            _tell(f"nothing is kept for the next build: {self._shown()} {hindered}")
        elif self.path.parts[-3:] == PurePath(USUAL).parts:  # the folder is ours; git need not know of it
            with suppress(OSError):
                self.path.with_name(".gitignore").write_text("*\n", "utf-8")

    def _shown(self) -> str:
        return from_here(str(self.path))


def _tell(what: str) -> None:
    log.info("remember: %s", what)


def disk_memory(remember: bool | str | None, config: MkDocsConfig) -> DiskMemory | None:
    """Return the file that the option asks for; None: for none. Raises PluginError for one that would be
    published or read as a source.
    """
    if not remember or config.config_file_path is None:
        return None
    path = Path(config.config_file_path).parent / (USUAL if remember is True else remember)
    real = path.resolve()
    for name in ("docs_dir", "site_dir"):
        if real.is_relative_to(Path(config[name]).resolve()):
            raise PluginError(
                f"career-roadmap: remember is {remember!r}, a file in {from_here(config[name])!r}, which is "
                f"published; name one outside of that folder, like {USUAL!r}")
    return DiskMemory(path)
