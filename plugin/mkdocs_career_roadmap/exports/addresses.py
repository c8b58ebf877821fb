"""Where pages lie in the built site, and which would overwrite which."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable
from unicodedata import normalize
from urllib.parse import quote, unquote

from ..pages.catalogue import RoadmapPage
from ..vocabulary.paths import MARKDOWN
from ..vocabulary.problems import Place, Problem, problem


def dest_of(path: str, *, directory_urls: bool) -> str:
    """Return the file that MkDocs makes of a source path: a page's HTML, else the file itself."""
    if path.endswith(".md") and path[-4:-3] not in ("", ".", "/") and "//" not in path:  # as nearly all are
        stem = path[:-3]
        above, slash, name = stem.rpartition("/")
        name = "index" if name == "README" else name
        return f"{above}{slash}{name}{'/index' if directory_urls and name != 'index' else ''}.html"
    stem, ending = posixpath.splitext(path)
    if ending.lower() not in MARKDOWN:
        return path
    folder, name = posixpath.split(stem)
    name = "index" if name == "README" else name
    is_folder = directory_urls and name != "index"
    return posixpath.join(folder, name, "index.html") if is_folder else posixpath.join(folder, f"{name}.html")


def address_of(path: str, *, directory_urls: bool) -> str:
    """Return the address of a source path, from the root of the site."""
    dest = dest_of(path, directory_urls=directory_urls)
    folder, name = posixpath.split(dest)
    return quote(f"{folder or '.'}/" if directory_urls and name == "index.html" else dest)


def seen_from(folder: str, address: str) -> str:
    """Return an address as it leads on from a file in a folder of the site."""
    path = posixpath.relpath(unquote(address) or ".", folder or ".")
    return quote(path) + ("/" if address.endswith("/") else "")


def resolve_addresses(
    pages: Iterable[RoadmapPage], files: Iterable[tuple[str, str]], dest: Callable[[str], str],
    is_page: Callable[[str], bool],
) -> tuple[dict[str, str], list[Problem]]:
    """Return which file of the site has the address of a generated page, by the page's path,
    and what would overwrite it or another page of the roadmap.

    `files` are the site's own: where each comes to lie, and where it stands. A page that an
    author wrote at a generated address is that page's text; any other file there, or one that
    differs only in case or in its form of Unicode, which many disks do not tell apart, is a
    problem that names both.
    """
    by_looks: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for address, source in files:
        by_looks[folded(address)].append((address, source))
    taken: dict[str, str] = {}
    problems = []
    for page in pages:
        here = dest(page.path)
        for address, source in by_looks.get(folded(here), ()):
            if source == page.path:
                continue
            if address == here and not page.is_written:
                taken[page.path] = source
                if is_page(source):
                    problems.append(problem(
                        "shared-page", Place(source),
                        f"this page has the address of the roadmap's {page.title!r}, which is put on it "
                        "behind your text; move it, or choose another `folder`, to keep the two apart"))
                    continue
            what = "" if address == here else " where upper and lower case are the same"
            problems.append(problem(
                "page-conflict", page.place,
                f"the page of {page.title!r} and the file {source!r} come to lie at one place{what}; "
                "rename the file, or give another id", Place(source)))
    return taken, problems


def folded(address: str) -> str:
    """Return an address as disks have it that tell neither case nor forms of Unicode apart."""
    return address.lower() if address.isascii() else normalize("NFC", normalize("NFC", address).casefold())
