"""The pictures of a site's pages for where somebody shares them, drawn as a host writes the pages.

A preview draws none, so none shows what is private.
"""

from __future__ import annotations

import mimetypes
import posixpath
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..flow import Site
from ..pages.card import card_of, card_svg
from ..pages.catalogue import RoadmapPage
from ..vocabulary.phrases import some
from ..vocabulary.problems import Place, Problem, problem
from .on_disk.card_pictures import FOLDER, MISSING, CardPictures

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_ACRONYMS = ("CJK",)
_MOST = 4_000_000
"""Bytes of a portrait; a larger one is left out."""

Portrait = Callable[[Site], tuple[str, bytes] | None]
"""Returns the path and the content of the portrait of a site's person; None: the built site has none."""


class PageCard(NamedTuple):
    """The picture of one page."""

    path: str
    """Of its file, below the folder of the overview; each content has its own."""
    png: bytes


class PageCards:
    """The pictures of one build."""

    def __init__(self, *, is_wanted: bool, root: Path, site_url: str, site_name: str, told_at: str,
                 portrait: Portrait) -> None:
        """`root` is the folder of the configuration, below which pictures are kept for the next build;
        `told_at` is the file beside which it is told why there are none.
        """
        self._site_name, self._told_at, self._portrait = site_name, told_at, portrait
        self._pictures: CardPictures | None = None
        self._hindered = ""
        self._lacking: dict[str, int] = {}
        self._face: str | None = None
        if not is_wanted:
            return
        if not site_url:
            self._hindered = ("pictures of pages have whole addresses, for which the site lacks its own; "
                              "write site_url: https://example.org/ into it")
            return
        try:
            self._pictures = CardPictures(root / FOLDER)
        except ImportError:
            self._hindered = MISSING

    def draw(self, page: RoadmapPage, site: Site) -> PageCard | None:
        """Return the picture of a page; None: it has none, is not to have one, or it cannot be drawn."""
        if self._pictures is None:
            return None
        card = card_of(page, site.roadmap, site.settings, site.words, self._site_name, self._face_of(site))
        if card is None:
            return None
        drawing = self._pictures.draw(card_svg(card))
        for script in drawing.scripts:
            self._lacking[script] = self._lacking.get(script, 0) + 1
        return PageCard(f"cards/{drawing.name}.png", drawing.png) if drawing.png else None

    def problems(self) -> Iterator[Problem]:
        """Yield why pictures are not there."""
        place = Place(self._told_at)
        if self._hindered:
            yield problem("no-cards", place, self._hindered)
        for script, n in sorted(self._lacking.items()):
            name = script if script in _ACRONYMS else script.capitalize()
            yield problem("no-cards", place, (
                f"{some(n, 'page')} with {name} letters got no picture, since no font of this "
                "machine has them; install one, such as Noto Sans of that script"))

    def _face_of(self, site: Site) -> str:
        """Return the portrait as a `data:` address; empty: there is none that can be drawn."""
        if self._face is None:
            self._face = ""
            with suppress(OSError):
                found = self._portrait(site)
                self._face = _data(*found) if found else ""
        return self._face


def _data(path: str, content: bytes) -> str:
    """Return a picture as an address that has all of it; empty: it is none, too large, or takes in others."""
    kind, end = mimetypes.guess_type(path)[0], posixpath.splitext(path)[1].lower()
    if end not in _PICTURES or len(content) > _MOST or (end == ".svg" and b"<image" in content.lower()):
        return ""
    return f"data:{kind or 'image/webp'};base64,{b64encode(content).decode()}"
