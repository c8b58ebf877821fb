"""The pictures of a built site's pages for where somebody shares them, drawn as the pages are written.

A preview draws none, so none shows what is private.
"""

from __future__ import annotations

import mimetypes
import posixpath
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..flow import Site
from ..pages.card import card_of, card_svg
from ..pages.catalogue import RoadmapPage
from ..project.on_disk.card_pictures import FOLDER, MISSING, CardPictures
from ..vocabulary.phrases import some
from ..vocabulary.problems import Place, Problem, problem
from .assets import from_here, site_url

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_ACRONYMS = ("CJK",)
_MOST = 4_000_000
"""Bytes of a portrait; a larger one is left out."""


class Cards:
    """The pictures of one build."""

    def __init__(
        self, config: MkDocsConfig, *, is_wanted: bool, folder: str, files: Files,
        find: Callable[[str, Files], File | None],
    ) -> None:
        """`folder` is that of the overview in the built site, below which the pictures lie."""
        self._config = config
        self._folder = posixpath.join(folder, "cards")
        self._files, self._find = files, find
        self._pictures: CardPictures | None = None
        self._hindered = ""
        self._lacking: dict[str, int] = {}
        self._portrait: str | None = None
        if not is_wanted:
            return
        if not config.site_url:
            self._hindered = ("pictures of pages have whole addresses, for which the site lacks its own; "
                              "write site_url: https://example.org/ into it")
            return
        try:
            self._pictures = CardPictures(Path(config.config_file_path or ".").parent / FOLDER)
        except ImportError:
            self._hindered = MISSING

    def address(self, page: RoadmapPage, site: Site) -> str:
        """Return the whole address of the picture of a page, drawn and written; empty: it has none."""
        if self._pictures is None:
            return ""
        card = card_of(page, site.roadmap, site.settings, site.words, self._config.site_name,
                       self._face(site))
        if card is None:
            return ""
        drawing = self._pictures.draw(card_svg(card))
        for script in drawing.scripts:
            self._lacking[script] = self._lacking.get(script, 0) + 1
        if not drawing.png:
            return ""
        path = posixpath.join(self._folder, f"{drawing.name}.png")
        at = Path(self._config.site_dir, path)
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_bytes(drawing.png)
        return urljoin(site_url(self._config), quote(path))

    def problems(self) -> Iterator[Problem]:
        """Yield why pictures are not there."""
        place = Place(from_here(self._config.config_file_path or ""))
        if self._hindered:
            yield problem("no-cards", place, self._hindered)
        for script, n in sorted(self._lacking.items()):
            name = script if script in _ACRONYMS else script.capitalize()
            yield problem("no-cards", place, (
                f"{some(n, 'page')} with {name} letters got no picture, since no font of this "
                "machine has them; install one, such as Noto Sans of that script"))

    def _face(self, site: Site) -> str:
        """Return the portrait of the site's person as a `data:` address; empty: there is none that can be
        drawn.
        """
        if self._portrait is None:
            self._portrait = ""
            person = site.settings.person
            file = self._find(person.portrait.path, self._files) if person and person.portrait else None
            if file is not None and file.inclusion.is_included():
                with suppress(OSError):
                    self._portrait = _data(file.src_uri, file.content_bytes)
        return self._portrait


def _data(path: str, content: bytes) -> str:
    """Return a picture as an address that has all of it; empty: it is none, too large, or takes in others."""
    kind, end = mimetypes.guess_type(path)[0], posixpath.splitext(path)[1].lower()
    if end not in _PICTURES or len(content) > _MOST or (end == ".svg" and b"<image" in content.lower()):
        return ""
    return f"data:{kind or 'image/webp'};base64,{b64encode(content).decode()}"
