"""The links of one page of a built site, each with its place, and what its fragments may name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_ADDRESSES = ("href", "src", "xlink:href", "poster")
_CANDIDATE = re.compile(r"[\s,]*([^\s,](?:\S*[^\s,])?)(?:\s[^,]*)?(?:,|$)?")
"""An address of a srcset; what follows it after a space is its size."""
_FOREIGN = ("svg", "math")


@dataclass(frozen=True, slots=True)
class Link:
    """An address as it is written in a page."""

    href: str
    line: int
    """Of its element, from 1."""
    column: int
    """From 1."""


@dataclass(slots=True)
class HtmlPage:
    """What a page links to, and what a link to it may name."""

    links: list[Link] = field(default_factory=list)
    """In order."""
    anchors: set[str] = field(default_factory=set)
    """Every id, and the names of `<a name>`."""
    base: str | None = None
    """What `<base href>` says, from which the links start. None: the page itself."""


def read_html(text: str) -> HtmlPage:
    """Return what the page says; never raises, whatever its text."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    """Takes the attributes that matter from the start tags; text and end tags are skipped.

    Where Python's parser and browsers differ, it is brought to do as browsers do.
    """

    CDATA_CONTENT_ELEMENTS = (  # type: ignore[misc] # more than Python has, since browsers have more
        "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp")
    RCDATA_CONTENT_ELEMENTS = ()  # type: ignore[misc] # of newer Pythons; to us it is all text

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)  # the text is nobody's business, and this is faster
        self.page = HtmlPage()
        self._foreign = 0

    def set_cdata_mode(self, elem: str, **options: bool) -> None:
        if not self._foreign:  # a title or style within SVG holds elements
            super().set_cdata_mode(elem, **options)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FOREIGN:
            self._foreign += 1
        if not attrs:
            return
        found = dict(reversed(attrs))  # of two with one name the first counts
        page = self.page
        if (id := found.get("id")) is not None:
            page.anchors.add(id)
        if tag == "a" and (name := found.get("name")) is not None:
            page.anchors.add(name)
        if tag == "base":  # which nobody follows
            page.base = page.base or found.get("href")
            return
        for href in _addresses(tag, found):
            line, column = self.getpos()
            page.links.append(Link(href, line, column + 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _FOREIGN:
            self._foreign -= 1
        elif tag in self.CDATA_CONTENT_ELEMENTS:
            self.set_cdata_mode(tag)  # HTML has no `<script/>`: the slash is ignored

    def handle_endtag(self, tag: str) -> None:
        if tag in _FOREIGN and self._foreign:
            self._foreign -= 1


def _addresses(tag: str, found: dict[str, str | None]) -> Iterator[str]:
    """Yield what the attributes of an element lead to."""
    for name in _ADDRESSES:
        if name in found:
            yield found[name] or ""
    if found.get("srcset"):
        yield from _CANDIDATE.findall(found["srcset"] or "")
    if tag == "object" and "data" in found:
        yield found["data"] or ""
