"""What a Jekyll site shows at each of its files, where several documents are written to one."""

from __future__ import annotations

from collections.abc import Iterable

from ..blog.addresses import written
from ..blog.config import Config
from ..blog.documents import Document, FileRole, Withheld
from ..blog.times import in_turn


class ShownDocuments:
    """The document that is written last to each file of the old site."""

    def __init__(self, documents: Iterable[Document], config: Config) -> None:
        self._config = config
        self._last = {written(one, config): one for one in in_turn(
            (one for one in documents if one.hidden is Withheld.NO), config)}
        self._turns = {one.path: turn for turn, one in enumerate(self._last.values())}

    def instead_of(self, document: Document) -> Document | None:
        """Return what Jekyll shows in the place of a document that it publishes; None: that itself."""
        if document.hidden is not Withheld.NO:
            return None
        last = self._last[written(document, self._config)]
        return None if last is document else last

    def turn(self, document: Document) -> int:
        """Return when a document is written, from 0; of one that is not published, behind all others."""
        return self._turns.get(document.path, len(self._turns))

    @property
    def has_static_home(self) -> bool:
        """True when the first page is a file that Jekyll copies as it is."""
        home = self._last.get("index.html")
        return home is not None and home.role is FileRole.STATIC
