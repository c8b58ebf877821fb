"""Links between the pages of a blog: each old address becomes what MkDocs follows, the file itself."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from .lines import NoteKind

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|\?|$")
"""What begins an address that is not of the blog, or of the page itself."""
_OF_HERE = re.compile(r"(https?):(?!//)", re.IGNORECASE)
"""A scheme without two slashes: if it is the site's own, what follows is an address of the site."""
_SAFE = "/!$&'*+,;=@~"
"""What needs no escape in the address of a link, besides letters and digits."""


@dataclass(slots=True)
class AddressBook:
    """Where everything was, and where it is now."""

    baseurl: str = ""
    """The path that the blog lay under: empty, or with a leading and no trailing slash."""
    url: str = ""
    """Scheme and host of the blog; empty if its configuration has none."""
    _files: dict[str, str] = field(default_factory=dict)
    """From the file that Jekyll wrote to the file that MkDocs gets, both without a leading slash."""
    _away: dict[str, str] = field(default_factory=dict)
    """From the file that Jekyll wrote to why nothing stands for it."""

    def add(self, written: str, source: str) -> None:
        """Say which file of the docs folder stands for one that Jekyll wrote."""
        self._files.setdefault(written, source)

    def give_up(self, written: str, why: str) -> None:
        """Say that nothing stands for a file that Jekyll wrote."""
        self._away.setdefault(written, why)

    def find(self, path: str) -> tuple[str, str] | None:
        """Return the file that Jekyll would have answered an address with, and the one that stands for
        it now. None: it would have answered nothing, or what was not imported.
        """
        return next(((name, self._files[name]) for name in _answers(path) if name in self._files), None)

    def reason(self, path: str) -> str | None:
        """Return why nothing stands for what Jekyll would have answered; None: it had nothing, too."""
        return next((self._away[name] for name in _answers(path) if name in self._away), None)


def _answers(path: str) -> tuple[str, ...]:
    """Return the files that a server looks for at an address, as GitHub Pages does."""
    name = unquote(path).strip("/")
    if path.endswith("/") or not name:
        return (posixpath.join(name, "index.html"),)
    return name, f"{name}.html", f"{name}/index.html"


class PartLink(NamedTuple):
    """A link to a part of a page."""

    line: int
    written: str
    target: str
    """The page, from the docs folder."""
    fragment: str


@dataclass(slots=True)
class Links:
    """The links of one page."""

    book: AddressBook
    address: str
    """Where the page was, without the baseurl."""
    source: str
    """Where it is now, from the docs folder."""
    notes: list[tuple[NoteKind, int, str]] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    """The files of the docs folder that it links to."""
    parts: list[PartLink] = field(default_factory=list)

    def __call__(self, written: str, line: int, in_html: bool) -> str:
        """Return what stands for an address of the blog; what is of elsewhere stays, and so does what
        leads nowhere, with a note.

        In HTML, which MkDocs leaves as it is, a link goes by the old address: there the page is found
        through its redirect, and a file by its path, which is the same.
        """
        path = self._path_of(written)
        if path is None:
            if written.strip().startswith("#"):  # a list of posts shows it, too, and there it has an address
                here = f"{self.book.baseurl}{self.address}{written.strip()}"
                self._note_part(line, here, self.source, written)
            return written
        path, rest = _split(path)
        addresses = self.book.find(path)
        twice = self.book.baseurl
        if addresses is None and twice and _is_below(path, twice):
            # `{{ site.baseurl }}{% post_url … %}` is right with Jekyll 3; with Jekyll 4, which is read here,
            # the tag has the base itself.
            path = path[len(twice):] or "/"
            addresses = self.book.find(path)
        if addresses is None:
            why = self.book.reason(path)
            self.notes.append((NoteKind.DEAD, line, f"{written} leads nowhere"
                               if why is None else f"{written} leads to a page that was not imported: {why}"))
            return written
        was, now = addresses
        self.targets.append(now)
        self._note_part(line, written, now, rest)
        if in_html:
            where = was
            if now.endswith(".md"):
                stem = was.removesuffix(".html")
                is_there = now.removesuffix(".md") in (stem, f"{stem}/index")  # its address needs no redirect
                where = f"{stem}/" if is_there else was
                where = re.sub(r"(?:\A|(?<=/))index(?:\.html|/)\Z", "", where)
            return f"{self.book.baseurl}/{quote(where, safe=_SAFE)}{rest}"
        if now == self.source and rest.startswith("#"):
            return rest
        return quote(posixpath.relpath(now, posixpath.dirname(self.source) or "."), safe=_SAFE) + rest

    def _note_part(self, line: int, written: str, target: str, rest: str) -> None:
        fragment = unquote(rest.partition("#")[2])
        if fragment and target.endswith((".md", ".html")):
            self.parts.append(PartLink(line, written.strip(), target, fragment))

    def _path_of(self, written: str) -> str | None:
        """Return an address of the blog from its root, with what follows the path; None: of elsewhere."""
        address = written.strip()
        book = self.book
        if book.url and _is_below(address.lower(), book.url.lower()):
            address = address[len(book.url):] or "/"
        elif _host(address) and _host(address) == _host(book.url):
            parts = urlsplit(address)
            address = parts._replace(scheme="", netloc="").geturl() or "/"
        elif (match := _OF_HERE.match(address)) and match[1].lower() == (
                urlsplit(book.url).scheme or "https"):
            address = address[match.end():]
        elif _SCHEME.match(address):
            return None
        if not address.startswith("/"):
            path, rest = _split(address)
            full = posixpath.normpath(posixpath.join(posixpath.dirname(self.address), path))
            return full + ("/" if path.endswith(("/", "/.", "/..")) or path in (".", "..") else "") + rest
        if book.baseurl and _is_below(address, book.baseurl):
            address = address[len(book.baseurl):] or "/"
        return address


def _is_below(address: str, root: str) -> bool:
    return address == root or (address.startswith(root) and address[len(root)] in "/?#")


def _host(address: str) -> str:
    """Return the host of an http address in lower case, without `www.`; empty if it is none."""
    match = re.match(r"https?://([^/?#]+)", address, re.IGNORECASE)
    return match[1].lower().removeprefix("www.") if match else ""


def _split(address: str) -> tuple[str, str]:
    """Return the path of an address, and its query and fragment."""
    match = re.match(r"([^?#]*)(.*)", address, re.DOTALL)
    return (match[1], match[2]) if match else (address, "")

