"""Feeds that Zensical made of the staged texts, by a Markdown of its own, to which no extension comes."""

from __future__ import annotations

import json
import re
from html import escape, unescape
from pathlib import Path
from typing import Any

from ..project.on_disk.new_files import write_whole
from ..reading.hidden_pages.led_to_hidden import NOWHERE, without_dead_links

_TEXT = re.compile(rf"(?<=>)[^<]*{NOWHERE}[^<]*")
"""A text in XML, in which HTML is escaped."""


def mend_feeds(site: Path) -> list[Path]:
    """Take what led to hidden pages out of the feeds of a built site; return the files of the site where
    something of it is left.
    """
    files = [path for path in sorted(site.rglob("*")) if path.suffix in (".xml", ".json", ".html", ".txt")]
    for path in (path for path in files if path.suffix != ".html" and _has(path)):
        text = path.read_text("utf-8")
        mended = _mended_json(text) if path.suffix == ".json" else _TEXT.sub(
            lambda part: escape(without_dead_links(unescape(part[0]))), text)
        write_whole(path, mended.encode())
    return [path for path in files if _has(path)]


def _has(path: Path) -> bool:
    return path.is_file() and NOWHERE.encode() in path.read_bytes()


def _mended_json(text: str) -> str:
    try:
        return json.dumps(_walked(json.loads(text)), ensure_ascii=False, separators=(",", ":"))
    except ValueError:
        return text  # the caller finds what is left in it


def _walked(value: Any) -> Any:
    if isinstance(value, str):
        return without_dead_links(value)
    if isinstance(value, list):
        return [_walked(one) for one in value]
    return {key: _walked(one) for key, one in value.items()} if isinstance(value, dict) else value
