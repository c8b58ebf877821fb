"""Links of a built site that lead nowhere: every href and src of its pages, with fragments."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LOCAL = "http://localhost/"
"""Where a site is taken to lie that does not say."""


@dataclass(frozen=True, slots=True, order=True)
class DeadLink:
    """A link within a site that leads nowhere."""

    page: str
    """The file it stands in, below the site's folder."""
    line: int
    column: int
    href: str
    why: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}:{self.column}: error: {self.href!r} {self.why} [dead-link]"


@dataclass(slots=True)
class _Seen:
    """What a page links to and what it can be linked at."""

    links: list[tuple[str, int, int]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    base: str = ""


class _Reader(HTMLParser):
    """Collects links and anchors. What stands in scripts, styles and comments is none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = _Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (name == "name" and tag == "a"):
                self.seen.anchors.add(value)
            elif tag == "base" and name == "href":
                self.seen.base = self.seen.base or value
            elif name in ("href", "src", "xlink:href", "poster"):
                self.seen.links.append((value.strip(), line, column + 1))
            elif name == "srcset":
                self.seen.links += ((part.split()[0], line, column + 1) for part in value.split(",")
                                    if part.split() and not value.startswith("data:"))


def _read(text: str) -> _Seen:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.seen


@dataclass(frozen=True)
class BuiltSite:
    """A folder of HTML that is to be served at `url`."""

    folder: Path
    url: str = LOCAL

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, with forward slashes."""
        return frozenset((Path(at) / name).relative_to(self.folder).as_posix()
                         for at, _, names in os.walk(self.folder) for name in names)

    @cached_property
    def _pages(self) -> dict[str, _Seen]:
        return {file: _read((self.folder / file).read_text("utf-8", "replace"))
                for file in sorted(self.files) if file.endswith((".html", ".htm"))}

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self._pages)

    def dead_links(self) -> list[DeadLink]:
        """Return the links that lead nowhere, sorted. Links to other sites are not looked at."""
        return sorted(set(self._dead_links()))

    def _dead_links(self) -> Iterator[DeadLink]:
        for page, seen in self._pages.items():
            here = urljoin(self.url, page.removesuffix("index.html") if page.endswith("/index.html")
                           or page == "index.html" else page)
            base = urljoin(here, seen.base)
            for href, line, column in seen.links:
                if why := self._why(href, base):
                    yield DeadLink(page, line, column, href, why)

    def _why(self, href: str, base: str) -> str | None:
        """Return why a link leads nowhere; None: it does not, or leads elsewhere."""
        try:
            target, home = urlsplit(urljoin(base, href)), urlsplit(self.url)
        except ValueError:
            return "is no address"
        if (target.scheme, target.netloc) != (home.scheme, home.netloc):
            return None
        if not f"{target.path}/".startswith(home.path):
            return f"leads out of the site, which lies below {home.path}"
        file = self._file(unquote(target.path)[len(home.path) :])
        if file is None:
            return "leads to no file of the site"
        name = unquote(target.fragment.partition(":~:")[0])
        known = self._pages.get(file)
        if name and name != "top" and known is not None and name not in known.anchors:
            return f"leads to no place named {name!r} in {file}"
        return None

    def _file(self, path: str) -> str | None:
        """Return the file that is served at a path; a folder without its slash is served, too."""
        names = (path, f"{path}index.html" if path.endswith("/") or not path else f"{path}/index.html")
        return next((name for name in names if name in self.files), None)
