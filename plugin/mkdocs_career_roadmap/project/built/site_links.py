"""The links of a built site: what its pages have, and which of them lead nowhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from ...vocabulary.phrases import some
from ...vocabulary.problems import Place, Problem, problem
from ..errors import ProjectError
from ..progress import SILENT, ProgressLine
from .known_links import plain_address

_HERE = "http://localhost/"
"""Where a site is that does not say so."""
_SIMPLE = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#(.*))?", re.ASCII)
"""Steps up, a path without anything to decode, and a fragment: nearly every link of a site."""

_ADDRESSES = ("href", "src", "xlink:href", "poster")
_CANDIDATE = re.compile(r"[\s,]*([^\s,](?:\S*[^\s,])?)(?:\s[^,]*)?(?:,|$)?")
"""An address of a srcset; what follows it after a space is its size."""
_FOREIGN = ("svg", "math")


# --- one page ---


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

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: ARG002
        """Return the end of what begins with `<![`, or -1 for one that does not end: a comment, but for CDATA
        within SVG. Python's own reader raises AssertionError for some of them.
        """
        is_data = self._foreign and self.rawdata.startswith("<![CDATA[", i)
        end = "]]>" if is_data else ">"
        at = self.rawdata.find(end, i)
        return at + len(end) if at >= 0 else -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FOREIGN:
            self._foreign += 1
        if not attrs:
            return
        attributes = dict(reversed(attrs))  # of two with one name the first counts
        page = self.page
        if (id := attributes.get("id")) is not None:
            page.anchors.add(id)
        if tag == "a" and (name := attributes.get("name")) is not None:
            page.anchors.add(name)
        if tag == "base":  # which nobody follows
            page.base = page.base or attributes.get("href")
            return
        for href in _addresses(tag, attributes):
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


def _addresses(tag: str, attributes: dict[str, str | None]) -> Iterator[str]:
    """Yield what the attributes of an element lead to."""
    for name in _ADDRESSES:
        if name in attributes:
            yield attributes[name] or ""
    if attributes.get("srcset"):
        yield from _CANDIDATE.findall(attributes["srcset"] or "")
    if tag == "object" and "data" in attributes:
        yield attributes["data"] or ""


# --- the site ---


@dataclass(frozen=True, slots=True)
class Target:
    """What a link within the site leads to."""

    file: str
    """Relative to the site's folder, whether it is there or not. Begins with a slash if it is
    outside of the site."""
    fragment: str


@dataclass(frozen=True, slots=True)
class LinksChecked:
    """What a check of a built site found."""

    problems: tuple[Problem, ...]
    """One for each place that is not there, at the first link to it."""
    pages: int
    links: int
    """How many links stay within the site."""
    known: int = 0
    """How many dead links were passed over, since somebody knows of them."""

    @property
    def summary(self) -> str:
        """Everything in one sentence."""
        dead = len(self.problems)
        passed = f"; {some(self.known, 'link')} known to be dead" if self.known else ""
        return (f"{some(dead, 'dead link') if dead else 'no dead links'} in {some(self.pages, 'page')} "
                f"with {some(self.links, 'link')} within the site{passed}")


@dataclass(slots=True)
class _Crawl:
    """The links seen so far, and what they may lead to."""

    url: str
    files: frozenset[str]
    anchors: dict[str, set[str]] = field(default_factory=dict)
    """What fragments may name, by page."""
    seen: dict[Target, list[tuple[Place, str]]] = field(default_factory=dict)
    """Where each target is linked to, and how that is written: of links that may be dead."""
    links: int = 0
    known: frozenset[str] = frozenset()
    """The addresses that somebody knows to be dead; see `known_links`."""
    parts: frozenset[tuple[str, str]] = frozenset()
    """The same of links to parts of pages: the page's name, and the fragment. MkDocs writes where the page
    lies now, the author where it lay."""
    passed: int = 0
    """How many dead links have such an address."""

    def take(self, file: str, page: HtmlPage, shown: str) -> None:
        """Note the links of a page. `shown` is its path as one would write it in this folder."""
        self.anchors[file] = page.anchors
        resolver = Resolver(self.url, file, page.base)
        targets: dict[str, Target | None] = {}
        for link in page.links:
            href = link.href
            if href not in targets:
                targets[href] = resolver.target(href)
            target = targets[href]
            if target is None:
                continue
            self.links += 1
            if target.fragment or target.file not in self.files:
                place = Place(shown, link.line, link.column)
                self.seen.setdefault(target, []).append((place, href))

    def dead(self) -> Iterator[Problem]:
        """Yield what is wrong, once for each target."""
        for target, links in self.seen.items():
            if why := self._why(target):
                is_part = target.fragment and any(
                    file in self.files for file in (target.file, f"{target.file}/index.html"))
                if is_part and (_page_name(target.file), unquote(target.fragment)) in self.parts:
                    self.passed += len(links)
                    continue
                new = [link for link in links if plain_address(link[1]) not in self.known]
                self.passed += len(links) - len(new)
                if not new:
                    continue
                (place, href), others = new[0], len(new) - 1
                more = f"; {some(others, 'more link')} to it" if others else ""
                yield problem("dead-link", place, f"{href!r} {why}{more}", *(at for at, _ in new[1:4]))

    def _why(self, target: Target) -> str:
        """Return why a link to it is dead; empty: it is not."""
        if target.file.startswith("/"):
            return f"leads out of the site, which lies at {urlsplit(self.url).path}"
        # A folder without its slash is served, too.
        file = target.file if target.file in self.files else f"{target.file}/index.html"
        if file not in self.files:
            return f"leads to {target.file}, which is not in the site"
        anchors = self.anchors.get(file)
        if anchors is None or is_named(target.fragment, anchors):
            return ""
        return f"leads to #{target.fragment}, which is not in {file}"


def is_named(fragment: str, anchors: set[str]) -> bool:
    """True when a browser knows where to go: `#top`, and a text to look for, need no anchor."""
    name = fragment.partition(":~:")[0]
    return not name or name in anchors or unquote(name) in anchors or name.lower() == "top"


class Resolver:
    """Finds the files that the links of one page lead to."""

    def __init__(self, url: str, file: str, base: str | None = None) -> None:
        """`url`: of the site, with a slash at its end; `file`: the page's, relative to its folder."""
        self._site = urlsplit(url)
        folder, _, name = file.rpartition("/")
        self._file = file
        self._folders = ["", *_prefixes(folder)]
        address = urljoin(url, quote(file if name != "index.html" else file[: -len(name)]))
        self._here = urljoin(address, base) if base else address
        self._is_moved = base is not None

    def target(self, href: str) -> Target | None:
        """Return what an address leads to; None: it leaves the site, or is nothing to fetch."""
        simple = None if self._is_moved else _SIMPLE.fullmatch(href)
        if simple:
            ups, path, fragment = simple.groups()
            if not ups and not path:
                return Target(self._file, fragment or "")
            at = len(self._folders) - 1 - len(ups) // 3
            if at >= 0:
                return Target(_index(self._folders[at] + path), fragment or "")
        return self._far(href)

    def _far(self, href: str) -> Target | None:
        """Return what any address leads to, by the rules of the web."""
        try:
            parts = urlsplit(urljoin(self._here, href.strip()))
            is_ours = parts[:2] == self._site[:2]
        except ValueError:  # `http://[x`: no browser goes there
            return Target(f"/{href}", "")
        if not is_ours:
            return None
        path, base = parts.path, self._site.path
        if path.startswith(base):
            return Target(_index(unquote(path[len(base):])), parts.fragment)
        if path == base.rstrip("/"):
            return Target("index.html", parts.fragment)  # servers add the slash of a site
        # With its host written out, another site on the same host is meant.
        return None if urlsplit(href.strip()).scheme else Target(path, "")


def _prefixes(folder: str) -> Iterator[str]:
    """Yield `a/`, `a/b/` for the folder `a/b`."""
    for at, letter in enumerate(folder):
        if letter == "/":
            yield folder[: at + 1]
    if folder:
        yield f"{folder}/"


def _index(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path


def site_address(written: str) -> str:
    """Return the address of a site with a slash at its end. A path alone will do; empty: the root of
    a host.
    """
    address = urljoin(_HERE, written.partition("#")[0].partition("?")[0])
    return address if address.endswith("/") else f"{address}/"


def check_links(folder: Path, url: str, progress: ProgressLine = SILENT,
                known: frozenset[str] = frozenset()) -> LinksChecked:
    """Read the HTML of a folder and return the links that lead nowhere.

    `url` is where it will be served. `progress` is told how far it is. Links with a `known` address are
    passed over; see `known_links`. Raises ProjectError.
    """
    if not folder.is_dir():
        raise ProjectError(f"{folder}: there is no such folder; `mkdocs build` makes it")
    try:
        urlsplit(url)
    except ValueError as error:
        raise ProjectError(f"{url!r} is no address ({error}); write one like https://example.org/") from None
    files = frozenset(_files(folder))
    pages = sorted(file for file in files if file.endswith(".html"))
    if not pages:
        raise ProjectError(f"{folder}: there is no page in it; `mkdocs build` makes them")
    parts = frozenset(_known_parts(known, urlsplit(site_address(url)).path))
    crawl = _Crawl(site_address(url), files, known=known, parts=parts)
    for file in progress.over(pages, "checking pages"):
        path = folder / file
        try:
            text = path.read_bytes().decode("utf-8", "replace")
        except OSError as error:
            raise ProjectError(f"{path}: this page cannot be read ({error.strerror})") from None
        crawl.take(file, read_html(text), path.as_posix())
    problems = sorted(crawl.dead(), key=lambda p: (p.place, p.message))
    return LinksChecked(tuple(problems), len(pages), crawl.links, crawl.passed)


def _known_parts(known: frozenset[str], base: str) -> Iterator[tuple[str, str]]:
    """Yield the name of the page and the fragment of each known address that has both."""
    for address in known:
        path, _, fragment = address.partition("#")
        if path and fragment:
            path = re.sub(r"\Ahttps?://[^/]*", "", path.partition("?")[0])
            yield _page_name(path.removeprefix(base) if path.startswith(base) else path), fragment


def _page_name(path: str) -> str:
    """Return what a page is called, wherever it lies, whether a folder or a file; empty: the first page."""
    name = path.removesuffix("index.html").rstrip("/").rpartition("/")[2]
    return name.removesuffix(".html").removesuffix(".md")


def _files(folder: Path) -> Iterator[str]:
    root = str(folder)
    for at, _, names in os.walk(root):
        below = os.path.relpath(at, root).replace(os.sep, "/")
        prefix = "" if below == "." else f"{below}/"
        yield from (prefix + name for name in names)
