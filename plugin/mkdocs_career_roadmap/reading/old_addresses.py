"""Addresses that a page had before, and the files of a site that answer at them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ..vocabulary.problems import Place

MAX_NAME = 240
"""Bytes of a part of an address: file systems take names of up to 255, and an ending belongs to them."""
MAX_PATH = 2000
"""Bytes of an address: systems take some 4000 for a path, of which the folder of the site is a part."""
MAX_PARTS = 50
"""Folders within one another; each is made by a call within a call."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class OldAddress:
    """An address at which a page was to be found once."""

    files: tuple[str, ...]
    """The files of a site that servers answer with there, the best first; never none. See `files_of`."""
    place: Place

    @property
    def file(self) -> str:
        """The file that leads on from there, below the folder of the site."""
        return self.files[0]


@dataclass(frozen=True, slots=True)
class Moved:
    """A page of the site that had another address."""

    path: str
    title: str
    address: OldAddress
    was: str | None = None
    """The source path that it would have by another of its names, of which the address follows. None: the
    address was written out."""
    is_by_itself: bool = False
    """True when nobody wrote it down, so that nothing is told where it cannot be."""


def files_of(address: str) -> tuple[str, ...]:
    """Return the files that servers answer with at an address, relative to the folder of a site.

    `/a/b.html` is that file and `/a/b/` is a/b/index.html. `/a/b` may be a/b.html, a/b/index.html or a
    file without an ending; the first is what Jekyll makes of such a permalink. Of a full address only
    the path counts. Raises ValueError, with what is wrong as the end of a sentence, for one that no
    file can answer, or that might lie outside of the folder.
    """
    if _CONTROL.search(address):
        raise ValueError("has a control character")
    try:
        parts = urlsplit(address)
    except ValueError:  # of `//[`
        raise ValueError("is no address") from None
    if parts.scheme not in ("", "http", "https"):
        raise ValueError(f"begins with {parts.scheme}:")
    if "?" in address or "#" in address:
        raise ValueError("has a query or a fragment, for which there cannot be a file")
    try:
        path = unquote(parts.path, errors="strict")
    except UnicodeDecodeError:
        raise ValueError("has a percent code that is not UTF-8") from None
    names = [name for name in path.split("/") if name]
    _refuse_long(names)
    for name in names:
        _refuse(name)
    stem = "/".join(names)
    if not stem or path.endswith("/"):
        return (f"{stem}/index.html".lstrip("/"),)
    if stem.lower().endswith((".html", ".htm")):
        return (stem,)
    return f"{stem}.html", f"{stem}/index.html", stem


def _refuse_long(names: list[str]) -> None:
    """Raise ValueError for a path, in parts, that is too long for a file system."""
    if len(names) > MAX_PARTS:
        raise ValueError(f"has more than {MAX_PARTS} parts")
    if len("/".join(names).encode("utf-8", "replace")) > MAX_PATH:
        raise ValueError(f"has more than {MAX_PATH} bytes")


def _refuse(name: str) -> None:
    """Raise ValueError for a part of a path, decoded, that cannot be the name of a file anywhere."""
    if name in (".", ".."):
        raise ValueError(f"has a part {name!r}")
    if "\\" in name or _CONTROL.search(name):
        raise ValueError("has a backslash or a control character")
    if _DRIVE.match(name):
        raise ValueError(f"names a drive, {name[:2]}")
    if len(name.encode("utf-8", "replace")) > MAX_NAME:
        raise ValueError(f"has a part of more than {MAX_NAME} bytes")
