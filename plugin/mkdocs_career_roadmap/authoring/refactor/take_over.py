"""What a page says goes on another one, and the page itself goes."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from yaml.nodes import ScalarNode

from ...project.on_disk.new_files import shown
from ...reading.front_matter import split
from ...reading.hidden_pages.naming import masked
from ...reading.prose import LINK, title_of
from ..front_matter_edit import insert_lines, plain_value
from .lines import items_of, with_values
from .site import SiteFiles
from .text import Edit, FileText

_OF_ONE = frozenset({"type", "title", "id", "date", "aliases", "redirect_from"})
"""Keys of a page that another one has no use for, or that are put together elsewhere."""


def take_over(files: SiteFiles, page: str, into: str) -> None:
    """Let a page have the other names, the old addresses, the fields and the text of another one, which goes.

    A field that it has itself stays as it is; what is lost by that is told.
    """
    text = FileText(files.now[page]).read
    front = split(page, text)
    there = split(into, FileText(files.now[into]).read).values
    for key in ("aliases", "redirect_from"):
        values = [" ".join(item.value.split()) for item in items_of(front.values.get(key))
                  if isinstance(item, ScalarNode)]
        files.edit(into, lambda path, raw, key=key, values=values: with_values(path, raw, key, values))  # type: ignore[misc]
    lines: list[str] = []
    for key, start, end in front.spans:
        if key in there and key not in _OF_ONE and plain_value(there[key]) != plain_value(front.values[key]):
            files.told.append(f"{shown(files.project.docs / page)}: its {key} is lost, since "
                              f"{shown(files.project.docs / into)} has one")
        elif key not in there and key not in _OF_ONE:
            lines += front.region.text[start:end].rstrip("\n").split("\n")
    files.edit(into, lambda _, raw: _with_text(insert_lines(raw, lines), _body(front.body, page, into),
                                               title_of(front.body) or str(front.values["title"].value)))
    del files.now[page]


def _body(body: str, page: str, into: str) -> str:
    """Return the text of a page without its title, with links as they lead on from another folder."""
    lines = body.strip("\n").split("\n")
    if title_of(body) and lines[0].startswith("# "):
        body = "\n".join(lines[1:])
    folder, other = posixpath.dirname(page), posixpath.dirname(into)
    if folder != other:
        text = masked(body)
        found = (match.span(match.lastindex or 0) for match in LINK.finditer(text))
        body = FileText(body).edited(
            Edit(start, stop, _seen(text[start:stop], folder, other)) for start, stop in found)
    return body.strip("\n")


def _seen(target: str, folder: str, other: str) -> str:
    """Return a relative link of one folder as it leads on from another; any other as it is."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path or target.startswith("/"):
        return target
    path = posixpath.relpath(posixpath.join(folder, parts.path), other or ".")
    return path + ("/" if parts.path.endswith("/") else "") + target[len(parts.path):]


def _with_text(raw: str, body: str, title: str) -> str:
    """Return a page with more text at its end, below a heading."""
    if not body.strip():
        return raw
    file = FileText(raw)
    end = file.line_end
    added = f"## {title}\n\n{body}\n".replace("\n", end)
    return raw.rstrip("\r\n") + end * 2 + added
