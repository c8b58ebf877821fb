"""Files of the docs folder that are no pages, and that a site must not have all the same.

MkDocs copies whatever lies in the docs folder: the picture that only a diary shows, the copy that an
editor left, the page whose ending it does not know.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from ..vocabulary.paths import MARKDOWN, is_page
from ..vocabulary.problems import Place, Problem, problem
from .entry import Source
from .front_matter import split
from .keep_back import kept_back

TEXT_ENDINGS = (".html", ".htm", ".css", ".js", ".svg", ".json", ".xml", ".csv", ".txt", ".yml", ".yaml")
"""Endings of other files that may name files of a site."""
_LEFT_BEHIND = re.compile(
    r"(?P<of>.+?)(?:~|\.(?:bak|backup|old|orig|rej|save|sav|swp|swo|tmp)~?)\d*", re.IGNORECASE)
"""A copy that an editor, a merge or a careful hand left beside a file."""


def sources_of_pages(paths: Iterable[str]) -> dict[str, Problem]:
    """Return the files that would publish the source of a page, each with its problem: pages whose
    ending MkDocs does not know, and copies of pages that somebody left.
    """
    paths = set(paths)
    stems = {posixpath.splitext(path)[0] for path in paths if is_page(path)}
    problems = {}
    for path in sorted(paths):
        if path.lower().endswith(MARKDOWN):
            if not is_page(path):
                stem, ending = posixpath.splitext(path)
                problems[path] = problem(
                    "raw-page", Place(path),
                    "MkDocs takes this for no page and would publish its source, so it is not in the site; "
                    f"rename it to {stem}{ending.lower()}")
            continue
        folder, name = posixpath.split(path)
        match = _LEFT_BEHIND.fullmatch(name.strip("#"))
        of = posixpath.join(folder, match["of"].lstrip(".")) if match else ""
        if name.startswith("#") and name.endswith("#"):
            of = of or posixpath.join(folder, name.strip("#"))
        if of and (of.lower().endswith(MARKDOWN) or of in stems):
            problems[path] = problem(
                "raw-page", Place(path), "this looks like an old copy of a page, which would be published as "
                "it is, so it is not in the site; remove it, or give it another name")
    return problems


def keeps_itself_back(path: str, text: str) -> Problem | None:
    """Return what is wrong with a file whose first lines keep it back, though MkDocs takes it for no page and
    would copy it: `notes.mdx`, `notes.txt`. None: it says nothing of the kind.
    """
    kept = kept_back(split(path, text).pairs) if text.lstrip("\ufeff").startswith("---") else None
    if kept is None or kept.is_shared:
        return None
    return problem(
        "raw-page", Place(path),
        f"{kept.key} keeps this file back, but MkDocs takes it for no page and would publish it as it is, so "
        "it is not in the site; give it the ending .md, or take the line out")


def is_hidden_page(path: str, page: str) -> Problem:
    """Return what is wrong with a file that is a hidden page by another name: a link of the file system."""
    return problem(
        "raw-page", Place(path),
        f"this is {page} by another name, which must not be public, so it is not in the site; remove it")


def files_of_hidden(
    paths: Iterable[str], sources: Iterable[Source], hidden: Collection[str], also: Iterable[str] = (),
    same: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> dict[str, Problem]:
    """Return the files that belong to hidden pages only, each with its problem.

    Such a file is named by a hidden page, or all pages of its folder are hidden; and no public page
    names it, nor a text of `also` (the configuration, styles). A name counts wherever it stands. `same`
    are the names of files that have several: what is kept back by one is so by each that is not public
    """
    if not hidden:
        return {}
    sources = list(sources)
    private = "\n".join(source.text for source in sources if source.path in hidden)
    public = "\n".join([*(source.text for source in sources if source.path not in hidden), *also])
    counts = _pages_below(source.path for source in sources), _pages_below(hidden)
    problems = {}
    for path in sorted(paths):
        name = posixpath.basename(path)
        if (_is_named(name, private) or _is_among_hidden(path, *counts)) and not _is_named(name, public):
            problems[path] = problem(
                "private-file", Place(path),
                "only pages that are kept back need this file, so it is kept back with them; name it on a "
                "public page to publish it, or switch this problem off to publish all such files")
    for path in sorted(same):
        of = next((other for other in same[path] if other in problems), None)
        if of and path not in problems and not _is_named(posixpath.basename(path), public):
            problems[path] = problem(
                "private-file", Place(path),
                f"this is {of} by another name, which only hidden pages need, so it is kept back, "
                "too; name it on a public page to publish it")
    return problems


def _is_named(name: str, text: str) -> bool:
    return name in text or quote(name) in text


def _pages_below(pages: Iterable[str]) -> Mapping[str, int]:
    """Return how many pages lie in each folder and below."""
    counts: dict[str, int] = {}
    for path in pages:
        folder = path
        while folder:
            folder = posixpath.dirname(folder)
            counts[folder] = counts.get(folder, 0) + 1
    return counts


def _is_among_hidden(path: str, pages: Mapping[str, int], hidden: Mapping[str, int]) -> bool:
    """True when the nearest folder of a file that has pages has none but hidden ones. The docs folder
    itself is everybody's.
    """
    folder = posixpath.dirname(path)
    while folder and not pages.get(folder):
        folder = posixpath.dirname(folder)
    return bool(folder) and pages[folder] == hidden.get(folder, 0)
