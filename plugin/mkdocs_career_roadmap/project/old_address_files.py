"""Puts the pages at old addresses into a built site, and overwrites nothing of anybody else's."""

from __future__ import annotations

import os
from pathlib import Path

from ..exports.redirects import MARK
from ..reading.old_addresses import Moved
from .on_disk.new_files import put_new


def write_old_address(site: Path, page: Moved, html: str, *, may_be_ours: bool) -> bool:
    """Write the page at one old address below the folder of the site. False: something lies there.

    One that an earlier build left may be written anew with `may_be_ours`. Raises OSError.
    """
    at = site / page.address.file
    is_old = may_be_ours and _is_ours(at)
    if not is_old and any((site / name).is_file() for name in page.address.files):
        return False
    if not Path(os.path.realpath(at.parent)).is_relative_to(os.path.realpath(site)):
        return False  # a link of the file system leads out
    try:
        at.parent.mkdir(parents=True, exist_ok=True)
        if is_old:
            at.unlink()
        return put_new(at, html.encode())  # which follows no link, either
    except (FileExistsError, NotADirectoryError):  # a file lies in place of a folder
        return False


def _is_ours(path: Path) -> bool:
    """True for a page that an earlier build left at an old address."""
    try:
        with path.open("rb") as file:
            return MARK.encode() in file.read(500)
    except OSError:
        return False
