"""The front matter of a page, in TOML, YAML or JSON, and the text below it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from mkdocs_career_roadmap.new_site.lines import unmarked

from .data_text import LOADER, DataTextError, read_data

_FENCES = {"---": "yaml", "+++": "toml"}
_KEY = re.compile(r"""(?:"([^"]+)"|'([^']+)'|([\w-]+)):(?:\s|$)""")


@dataclass(frozen=True, slots=True)
class SplitPage:
    """A file, split."""

    front: Mapping[str, object] = field(default_factory=dict)
    """With the keys as they are written."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The lines of each key, as far as they can be kept: those of YAML."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each key, as far as it is known."""
    body: str = ""
    body_line: int = 1


def split_page(text: str) -> SplitPage:
    """Return the front matter and the text of a file; without front matter all is text.

    Raises DataTextError, with the line of the file.
    """
    text = unmarked(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    start = len(text) - len(text.lstrip())
    fence = text[start : start + 3]
    first = text.count("\n", 0, start) + 1
    if fence in _FENCES and text[start + 3 :].partition("\n")[0].strip() == "":
        begin = text.index("\n", start) + 1 if "\n" in text[start:] else len(text)
        end = re.compile(rf"^{re.escape(fence)}[ \t]*$", re.MULTILINE).search(text, begin)
        if end is None:
            raise DataTextError(first, f"its front matter does not end with {fence}")
        return _split(text, text[begin : end.start()], _FENCES[fence], first + 1, end.end())
    if text[start : start + 1] == "{" and text[start : start + 2] not in ("{{", "{%"):
        try:
            _, size = json.JSONDecoder().raw_decode(text[start:])
        except json.JSONDecodeError as error:
            raise DataTextError(first + error.lineno - 1, error.msg) from None
        return _split(text, text[start : start + size], "json", first, start + size)
    return SplitPage(body=text)


def _split(text: str, written: str, form: str, line: int, end: int) -> SplitPage:
    try:
        front = read_data(written, form)
    except DataTextError as error:
        raise DataTextError(line + error.line - 1, error.what) from None
    texts, lines = _texts(written, front, line) if form == "yaml" else ({}, _lines(written, front, line))
    body = text[end:]
    body = body.removeprefix("\n")
    return SplitPage(front, texts, lines, body, text.count("\n", 0, len(text) - len(body)) + 1)


def _texts(written: str, front: Mapping[str, object], line: int) -> tuple[dict[str, str], dict[str, int]]:
    """Return the lines of each key of YAML, up to the next; a key whose lines mean something else alone has
    none.
    """
    rows = written.split("\n")
    starts = [
        (row, match[1] or match[2] or match[3])
        for row, text in enumerate(rows)
        if (match := _KEY.match(text))
    ]
    texts: dict[str, str] = {}
    if not starts:
        return {}, {}
    for (row, key), (end, _) in zip(starts, [*starts[1:], (len(rows), "")], strict=True):
        own = "\n".join(rows[row:end]).rstrip()
        if "\t" in own.partition("\n")[0]:
            continue  # not all readers of YAML take that
        try:
            if yaml.load(own, Loader=LOADER) == {key: front.get(key)}:  # noqa: S506 - it is a safe one
                texts[key] = own
        except (yaml.YAMLError, ValueError):
            continue
    return texts, {key: line + row for row, key in starts}


def _lines(written: str, front: Mapping[str, object], line: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for row, text in enumerate(written.split("\n")):
        match = re.match(r"""\s*["']?([\w-]+)["']?\s*[=:]""", text)
        if match and match[1] in front:
            found.setdefault(match[1], line + row)
    return found
