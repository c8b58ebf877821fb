"""Links that lead nowhere and that no look at addresses finds: to a part of a page that has no such part, and
in files of HTML that are copied as they are. The check of the built site finds them, so the report has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from mkdocs_career_roadmap.project.built.site_links import is_named, read_html

from .lines import ImportNote, NoteKind
from .links import AddressBook, Links, PartLink
from .markdown import EXTENSIONS
from .markdown.heading_ids import toc_id

_IDS = re.compile(r"""\{[^{}\n]*?#([^\s{}"'<>]+)[^{}\n]*\}|\b(?:id|name)\s*=\s*["']?([^\s"'<>]+)""")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^{}\n]*)$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)


class PageParts:
    """What the pages of a site have that a link may lead to."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """`texts` are those of the pages, by their paths in the docs folder."""
        self._texts = texts
        self._likely: dict[str, frozenset[str]] = {}
        self._sure: dict[str, set[str]] = {}

    def has(self, page: str, fragment: str) -> bool:
        """True when a page has a part of this name. One that is not among the texts has all."""
        if page not in self._texts:
            return True
        if page not in self._likely:
            self._likely[page] = frozenset(_likely(self._texts[page]))
        if fragment in self._likely[page]:
            return True
        if page not in self._sure:  # to read a page whole takes a hundred times as long
            self._sure[page] = _anchors(self._texts[page])
        return is_named(fragment, self._sure[page])


def _likely(text: str) -> Iterator[str]:
    for match in _IDS.finditer(text):
        yield match[1] or match[2]
    for match in _HEADING.finditer(text):
        yield toc_id(match[1])


def _anchors(text: str) -> set[str]:
    from markdown import Markdown  # noqa: PLC0415 - most imports need none

    names = [name for one in EXTENSIONS for name in ([one] if isinstance(one, str) else one)]
    options = {name: given for one in EXTENSIONS if isinstance(one, dict) for name, given in one.items()}
    reader = Markdown(extensions=names, extension_configs=options)
    return read_html(reader.convert(_FRONT_MATTER.sub("", text, count=1))).anchors


def dead_parts(path: str, links: Iterable[PartLink], parts: PageParts) -> Iterator[ImportNote]:
    """Yield a note for each link of a page to a part that is not there."""
    for link in dict.fromkeys(links):
        if not parts.has(link.target, link.fragment):
            what = f"{link.written} leads nowhere: there is nothing named so on the page"
            yield ImportNote(NoteKind.DEAD, path, link.line, what)


def dead_in_html(path: str, address: str, text: str, book: AddressBook) -> Iterator[ImportNote]:
    """Yield a note for each link of a file of HTML at an address that leads to nothing of the site."""
    page = read_html(text)
    if page.base is not None:
        return
    links = Links(book, address, address.lstrip("/"))
    for link in page.links:
        links(link.href, link.line, True)
    for kind, line, what in dict.fromkeys(links.notes):
        yield ImportNote(kind, path, line, what)
    here = [part for part in links.parts if part.target == links.source]
    for part in here:
        if not is_named(part.fragment, page.anchors):
            what = f"{part.written} leads nowhere: there is nothing named so on the page"
            yield ImportNote(NoteKind.DEAD, path, part.line, what)
