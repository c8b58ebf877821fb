"""Pictures of pages as PNG files, drawn without a network by the extra `cards`, and kept between builds.

What is kept is named by all that it follows from, so that whatever changes on a picture makes another file.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from html import unescape
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from re import findall
from typing import Any, NamedTuple

from ...pages.card import FONT, HEIGHT, WIDTH
from ..errors import ProjectError
from .new_files import write_over

MISSING = ("pictures of pages are drawn by packages that are not installed; install them with "
           "pip install 'mkdocs-career-roadmap[cards]', or take out `cards: true`")
FOLDER = Path(".cache/career-roadmap/cards")
"""Below the folder of the configuration, beside what a build may leave to the next one."""
_WRITTEN = frozenset({"LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER", "DIGIT"})
"""The scripts that the font of the extra has, by the first word of their letters' names."""
_UNKNOWN = "\U000ffffd"
"""A letter that no font has."""


class DrawnCard(NamedTuple):
    """A picture of one page."""

    name: str
    """A name of its file, of which each content has its own."""
    png: bytes
    """Empty: it cannot be drawn here."""
    scripts: tuple[str, ...] = ()
    """The scripts for which this machine has no font."""


class CardPictures:
    """Draws pictures, each once in all builds that have the same folder."""

    def __init__(self, folder: Path) -> None:
        """Raises ImportError if the extra is not installed."""
        self._folder = folder
        self._resvg: Any = import_module("resvg_py")
        files = Path(str(import_module("fontpkg_inter").__file__)).parent / "files"
        self._fonts = sorted(str(path) for path in files.glob("*.ttf") if "Italic" not in path.name)
        self._made_by = f"{version('resvg_py')} {version('fontpkg-inter')}"
        self.drawn = 0
        """How many were drawn anew."""

    def draw(self, svg: str) -> DrawnCard:
        """Return the picture of an SVG file of ours."""
        name = sha256(f"{self._made_by}\n{svg}".encode()).hexdigest()[:32]
        kept = self._folder / f"{name}.png"
        with suppress(OSError):
            png = kept.read_bytes()
            if is_whole(png):
                return DrawnCard(name, png)
        foreign = dict(_scripts(svg))
        lacking = tuple(sorted(script for script, letter in foreign.items() if not self._has(letter)))
        if lacking:
            return DrawnCard(name, b"", lacking)
        png = self._png(svg, others=bool(foreign))
        self.drawn += 1
        with suppress(OSError, ProjectError):  # then it is drawn again next time
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_over(kept, png)
        return DrawnCard(name, png)

    def _png(self, svg: str, *, others: bool) -> bytes:
        """Draw with the extra's font; with those of the machine, too, only where letters need `others`."""
        return bytes(self._resvg.svg_to_bytes(
            svg_string=svg, font_files=self._fonts, skip_system_fonts=not others, font_family=FONT,
            sans_serif_family=FONT))

    @cache  # noqa: B019 - one for each build
    def _has(self, letter: str) -> bool:
        """True if a font of this machine has a letter: else it looks like one that none has."""
        one, none = (self._png(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99" font-family="{FONT}">'
            f'<text x="9" y="60" font-size="50">{text}</text></svg>', others=True)
            for text in (letter, _UNKNOWN))
        return one != none


def is_whole(png: bytes) -> bool:
    """True for a PNG file of a picture's size that nothing has cut off."""
    return (png[:8] == b"\x89PNG\r\n\x1a\n" and png[12:24] == b"IHDR" + struct.pack(">II", WIDTH, HEIGHT)
            and png[-8:-4] == b"IEND")


def _scripts(svg: str) -> Iterator[tuple[str, str]]:
    """Yield the scripts of a picture's texts that the extra's font has not, each with a letter of it."""
    letters = {letter for text in findall(r"<text[^>]*>([^<]*)", svg) for letter in unescape(text)}
    for letter in sorted(letters):
        if ord(letter) > 0x24F and unicodedata.category(letter)[0] == "L":
            script = unicodedata.name(letter, "UNKNOWN").partition(" ")[0]
            if script not in _WRITTEN:
                yield script, letter
