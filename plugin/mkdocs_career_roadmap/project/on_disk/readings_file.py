"""What a check has read of the pages of a site, for the next one: a file in the user's cache.

It is read as texts: nothing in it is run. The first line says what it is, the second is a hash of all below,
the third stands for all that pages are read by, and each other line is a page: what stands for its path and
text, and what it says, as JSON.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from ...reading.entry import Source
from ...reading.folder_defaults import NO_DEFAULTS, PageDefaults
from ...reading.page import Page, read
from ...vocabulary.settings import Settings
from .freeze import UnfitError, digest, frozen, stamp
from .new_files import write_whole
from .plain_values import NotPlainError, ways
from .versions import read_by

FIRST_LINE = b"readings of mkdocs-career-roadmap, 1"
"""The number grows when something else is written."""
LEAST = 200
"""Pages that are worth a file: fewer are read as fast."""
_ENCODER = json.JSONEncoder(separators=(",", ":"))
_OLD = 90 * 24 * 3600
"""Seconds after which a file is taken away: nobody may check that site any more."""


class ReadingsFile:
    """The file of one site in one run."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rules = b""
        """What stands for all that pages are read by. Empty: nobody can tell, or it is not worth it."""
        self._left: dict[bytes, bytes] = {}
        self._rows: dict[bytes, bytes] = {}
        """What this run leaves, as `_left`: by what stands for path and text, what the page says."""

    def begin(self, sources: Sequence[Source], settings: Settings, of_folders: Sequence[Source]) -> None:
        """Take what another run has left, if it was read by the same rules."""
        self._rules, self._left, self._rows = b"", {}, {}
        if len(sources) < LEAST:
            return
        with suppress(UnfitError):
            # The day counts for pages that are not kept: those that wait for one.
            made_of = replace(settings, today=None, blog_now=None), tuple(of_folders)
            self._rules = stamp(frozen((read_by(), *made_of))).encode()
            self._left = _rows_in(self._path, self._rules)

    def read(self, source: Source, settings: Settings, defaults: PageDefaults = NO_DEFAULTS) -> Page:
        """Do what the function `read` does."""
        if not self._rules:
            return read(source, settings, defaults)
        key = (digest(f"{source.path}\n{source.text}") or "").encode()
        row = self._left.get(key)
        page = None if row is None else _page(row, source.path)
        if page is None:
            page = read(source, settings, defaults)
            row = _row(page)
        if row is not None:
            self._rows[key] = row
        return page

    def leave(self) -> None:
        """Write what the next run may begin with. Where that cannot be, it reads all anew."""
        if not self._rules or self._rows.keys() == self._left.keys():
            return
        body = b"\n".join((self._rules, *(b" ".join(row) for row in self._rows.items())))
        with suppress(OSError):
            write_whole(self._path, b"\n".join((FIRST_LINE, _hash(body), body)))
            self._path.chmod(0o600)
            _take_old(self._path.parent)


def _row(page: Page) -> bytes | None:
    """Return what a page says, on one line; None: it is not to be kept, since it may be for nobody else, or
    another one on another day.
    """
    if page.is_hidden or page.is_sealed or page.has_private_parts or page.lost or page.asks_day:
        return None
    plain, _ = ways(Page)
    return _ENCODER.encode(plain(page, page.path)).encode()


def _page(row: bytes, path: str) -> Page | None:
    """Return the page that a row tells of; None: it tells of none."""
    _, made = ways(Page)
    try:
        page: Page = made(json.loads(row.decode()), path)
    except (NotPlainError, ValueError, RecursionError):
        return None
    return page


def _rows_in(path: Path, rules: bytes) -> dict[bytes, bytes]:
    """Return the rows of a file; none if it is not of this kind, broken, or by other rules."""
    try:
        first, hashed, body = path.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):
        return {}
    by, *rows = body.split(b"\n")
    if first != FIRST_LINE or by != rules or hashed != _hash(body):
        return {}
    return {key: row for key, _, row in (row.partition(b" ") for row in rows)}


def _hash(body: bytes) -> bytes:
    return blake2b(body, digest_size=32).hexdigest().encode()


def _take_old(folder: Path) -> None:
    """Take files away that nobody has written for long."""
    for file in folder.iterdir():
        if file.is_file() and file.stat().st_mtime < time.time() - _OLD:
            file.unlink(missing_ok=True)
