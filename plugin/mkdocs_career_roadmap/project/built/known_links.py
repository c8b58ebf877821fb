"""The dead links that somebody knows of already: those of a list, or of the report of an import."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

_ITEM = re.compile(r"- `+ ?[^`]+`+: (.+?) leads (?:nowhere|to a page that was not imported)")
"""A dead link in the report of an import, behind its file and line."""
_ESCAPED = re.compile(r"\\([\\\[*])|&lt;")


def known_links(text: str) -> frozenset[str]:
    """Return the addresses that a text lists, as `plain_address` has them; none for an empty text.

    A text whose first line begins with a number sign and a blank is a report in Markdown: its items that
    say that an address leads nowhere count. Any other has one address on a line.
    """
    is_report = text.startswith("# ")
    return frozenset(map(plain_address, _of_report(text) if is_report else _of_list(text)))


def plain_address(written: str) -> str:
    """Return an address without its escapes: as it was typed, and as a browser shows it, are the same."""
    return unquote(written.strip())


def _of_report(text: str) -> Iterator[str]:
    for match in map(_ITEM.match, text.split("\n")):
        if match:
            yield _ESCAPED.sub(lambda sign: sign[1] or "<", match[1])


def _of_list(text: str) -> Iterator[str]:
    return (line for line in map(str.strip, text.split("\n")) if line)
