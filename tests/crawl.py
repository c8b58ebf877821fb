"""Walks a built site and finds every link that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ATTRIBUTES = ("href", "src", "{http://www.w3.org/1999/xlink}href")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Link:
    """A link within the site."""

    page: str
    """The file it stands in, relative to the site's folder."""
    href: str
    """As written."""
    file: str
    """The file it leads to, relative to the site's folder, whether it is there or not."""
    element: Any = field(repr=False, compare=False)

    @cached_property
    def text(self) -> str:
        """What a reader sees of it, on one line."""
        return text_of(self.element)


@dataclass(frozen=True)
class Html:
    """A page, parsed."""

    root: Any

    @cached_property
    def text(self) -> str:
        """What a reader may read, on one line; neither scripts nor styles."""
        return text_of(self.root)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a fragment may name."""
        found = {e.get("id") for e in self.all()}
        found |= {e.get("name") for e in self.all("a")}
        return frozenset(found - {None})

    def all(self, tag: str | None = None) -> Iterator[Any]:
        """Yield the elements of that tag, or all, in order."""
        return (e for e in self.root.iter(tag) if isinstance(e.tag, str))

    def one(self, tag: str, text: str) -> Any:
        """Return the only element of that tag that has exactly this text."""
        found = [e for e in self.all(tag) if text_of(e) == text]
        assert len(found) == 1, f"{len(found)} elements <{tag}> with the text {text!r}"
        return found[0]


_FOREIGN = {"svg": "{http://www.w3.org/2000/svg}", "math": "{http://www.w3.org/1998/Math/MathML}"}
"""The namespaces of elements that are no HTML, by the element that they are in."""
_HTML_IN = {"foreignObject", "desc", "title", "mi", "mo", "mn", "ms", "mtext"}
"""Elements of those in which HTML may stand again."""
_XLINK = "{http://www.w3.org/1999/xlink}"


def parse(html: bytes | str) -> Html:
    """Return the tree that a browser makes of a page, without its comments.

    Lexbor parses by the same standard as html5lib, in a tenth of its time; what it gives is put into
    the elements of the standard library, as html5lib would.
    """
    root = LexborHTMLParser(html).root
    assert root is not None
    return Html(_element(root, ""))


def _element(node: LexborNode, namespace: str) -> Element:
    namespace = _FOREIGN.get(node.tag, namespace)
    made = Element(namespace + node.tag,
                   {name.replace("xlink:", _XLINK): value or "" for name, value in node.attributes.items()})
    if node.tag in _HTML_IN:
        namespace = ""
    last, child = None, node.child
    while child is not None:
        if child.is_element_node:
            last = _element(child, namespace)
            made.append(last)
        elif child.is_text_node:
            text = child.text_content or ""
            if last is None:
                made.text = (made.text or "") + text
            else:
                last.tail = (last.tail or "") + text
        child = child.next
    return made


def text_of(element: Any) -> str:
    """Return the text of an element as it is read, on one line."""
    return _SPACE.sub(" ", "".join(_texts(element))).strip()


def _texts(element: Any) -> Iterator[str]:
    if element.tag in ("script", "style", "template") or not isinstance(element.tag, str):
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


@dataclass(frozen=True)
class BuiltSite:
    """A folder of HTML, to be served at `url`."""

    folder: Path
    url: str = "http://localhost/"
    """Ends with a slash; may have a path."""
    _parsed: dict[str, Html] = field(default_factory=dict, repr=False)

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    @property
    def pages(self) -> list[str]:
        return sorted(file for file in self.files if file.endswith(".html"))

    def html(self, file: str) -> Html:
        if file not in self._parsed:
            self._parsed[file] = parse((self.folder / file).read_bytes())
        return self._parsed[file]

    def links(self, file: str) -> Iterator[Link]:
        """Yield the links of a page that stay on the site's host, in order."""
        here = urljoin(self.url, _address(file))
        leads_to: dict[str, str | None] = {}
        for element in self.html(file).all():
            for name in _ATTRIBUTES:
                href = element.get(name)
                if href is None:
                    continue
                if href not in leads_to:
                    leads_to[href] = self._target(here, href)
                target = leads_to[href]
                if target is not None:
                    yield Link(file, href, target, element)

    def _target(self, here: str, href: str) -> str | None:
        """Return the file that a link leads to; None: another host has it."""
        target = urlsplit(urljoin(here, href.strip()))
        return self._file(target.path) if target[:2] == urlsplit(self.url)[:2] else None

    def _file(self, path: str) -> str:
        """Return the file served at a path; `../...` for what is outside of the site."""
        base = urlsplit(self.url).path
        if not path.startswith(base):
            return f"..{path}"
        inside = unquote(path.removeprefix(base))
        return f"{inside}index.html" if inside.endswith("/") or not inside else inside

    def is_dead(self, link: Link) -> bool:
        """True when its file is not there, or its fragment is not in that file."""
        if link.file not in self.files:
            return True
        fragment = unquote(urlsplit(link.href.strip()).fragment)
        return bool(
            fragment
            and link.file.endswith(".html")
            and fragment not in self.html(link.file).anchors
        )


def dead_links(site: BuiltSite, pages: Iterable[str] | None = None) -> list[tuple[str, str]]:
    """Return the dead links of pages, by default of all, each as (file, href). Empty: all is well."""
    pages = site.pages if pages is None else pages
    links = {(link.page, link.href): link for page in pages for link in site.links(page)}
    return sorted(found for found, link in links.items() if site.is_dead(link))


def _address(file: str) -> str:
    return file.removesuffix("index.html") if file.rsplit("/", maxsplit=1)[-1] == "index.html" else file
