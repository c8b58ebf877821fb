"""A file of the site with bytes that need not lie in memory."""

from __future__ import annotations

from mkdocs.structure.files import File

from ...project.on_disk.shelf import Shelved


class ShelvedFile(File):
    """A file that a plugin has made. What it has is read from the shelf each time that somebody asks."""

    shelved: Shelved | None = None
    """What it has. None: what MkDocs knows of it."""
    _known: str | bytes | None = None

    @property
    def _content(self) -> str | bytes | None:
        return self._known if self.shelved is None else self.shelved.content

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self._known, self.shelved = content, None


def shelved_of(file: File) -> Shelved | None:
    """Return what lies on a shelf for a file; None: nothing does."""
    return file.shelved if isinstance(file, ShelvedFile) else None
