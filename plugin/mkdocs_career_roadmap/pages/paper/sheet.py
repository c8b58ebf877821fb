"""What stands on paper alone: whose roadmap it is, where it can be found and of which day it is."""

from __future__ import annotations

import re
from functools import lru_cache

from ...vocabulary.labels import Words
from ...vocabulary.settings import Settings

_FROM_LEFT = "\u200e"
"""A mark without width, beside which signs that have no direction are read from the left."""
_NOT_PLAIN = re.compile(r"[^\w ,.:/·–~-]")


def sheet_line(settings: Settings, words: Words, day: str) -> str:
    """Return the line at the head of a printed page; empty where the site names no person.

    `day` is that of the roadmap, in words. Browsers without margin boxes have this line alone.
    """
    if (person := settings.person) is None:
        return ""
    return " · ".join(filter(None, (person.name, person.role, _spoken(settings.site_url, words), day)))


def margins(settings: Settings, words: Words, day: str, url: str, *, has_line: bool) -> str:
    """Return the style that puts a name, the address of the page, a day and the number of the sheet into the
    margins of paper. Empty: not known, as `url` may be.

    `has_line`: `sheet_line` stands at the head of the page, so that its first sheet needs no more above it.
    What is of one page cannot stand in the stylesheet. The margins themselves are here, too, since they are
    for pages of the roadmap alone: the 25 mm of Material leave too little room for a map. Its body is as
    high as the paper without them, which made a last sheet with nothing on it.
    """
    start, end = ("right", "left") if words.is_from_right else ("left", "right")
    name = settings.person.name if settings.person else settings.author
    boxes = {f"top-{start}": _quoted(name), f"top-{end}": _quoted(_spoken(url, words)),
             f"bottom-{start}": _quoted(day), f"bottom-{end}": 'counter(page) " / " counter(pages)'}
    said = " ".join(f"@{box} {{ content: {content}; }}" for box, content in boxes.items() if content != '""')
    first = f"\n@page :first {{ @top-{start} {{ content: none; }} @top-{end} {{ content: none; }} }}"
    style = "margin: 17mm 14mm; font: 8pt sans-serif; color: #555;" + " direction: rtl;" * words.is_from_right
    return (f"@page {{ {style} {said} }}{first * has_line}\n"
            "@media print { html, body { height: auto; min-height: 0; } }")


def _spoken(url: str, words: Words) -> str:
    """Return an address as somebody types it; among words from the right it is said to go from the left, for
    one that begins with digits would be turned round.
    """
    typed = url.removeprefix("https://").removeprefix("http://").rstrip("/")
    return f"{_FROM_LEFT}{typed}{_FROM_LEFT}" if typed and words.is_from_right else typed


@lru_cache(maxsize=256)  # a name and a day stand on most pages of a site
def _quoted(text: str) -> str:
    """Return a text as CSS has it, of which nothing ends the string or the element of the style."""
    escaped = _NOT_PLAIN.sub(lambda sign: f"\\{ord(sign[0]):x} ", " ".join(text.split()))
    return f'"{escaped}"'
