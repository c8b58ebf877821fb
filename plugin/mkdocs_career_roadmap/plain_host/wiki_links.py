"""Links as Obsidian has them, `[[First hours]]` and `![[picture.png]]`, as an extension of Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from ..reading.hidden_pages.led_to_hidden import NOWHERE

_LINK = r"(!?)\[\[([^\[\]|#\n]*)(#[^\[\]|\n]*)?(?:\|([^\[\]\n]*))?\]\]"
_BEHIND_LINKS = 115
"""After Markdown's own links, of which `[[1]](notes.md)` is one."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")


class WikiLinks(Extension):
    """`address` gives where a name leads, as it is written; None: nowhere, which leaves the words."""

    def __init__(self, address: Callable[[str], str | None]) -> None:
        super().__init__()
        self._address = address

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it so
        md.inlinePatterns.register(_Links(md, self._address), "wiki-links", _BEHIND_LINKS)


class _Links(InlineProcessor):
    def __init__(self, md: Markdown, address: Callable[[str], str | None]) -> None:
        super().__init__(_LINK, md)
        self._address = address

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown calls it so
        self, m: re.Match[str], data: str  # noqa: ARG002
    ) -> tuple[Element | str, int, int]:
        name = "" if NOWHERE in m[2] else m[2].strip()
        words = (m[4] or name or (m[3] or "").lstrip("#")).strip()
        href = self._address(name) if name else None
        if href is None:
            return words, m.start(0), m.end(0)
        if m[1] and name.lower().endswith(_PICTURES):
            is_size = words.isdecimal()
            return Element("img", src=href, alt="" if is_size else words), m.start(0), m.end(0)
        link = Element("a", href=href)
        link.text = words
        return link, m.start(0), m.end(0)
