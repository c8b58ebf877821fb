"""Files that have several names: links of the file system. MkDocs would copy what is another name of a page
that is not for the public, and builds a page under every name.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from pathlib import Path

from ..reading.other_files import is_hidden_page, keeps_itself_back
from ..vocabulary.paths import is_page
from ..vocabulary.problems import Place, Problem, problem

_LOOKS_LIKE_A_PAGE = 70_000
"""Bytes of a file that are looked at for front matter: what is longer is none."""


def copies_of_hidden(files: Mapping[str, str], hidden: Mapping[str, str]) -> dict[str, Problem]:
    """Return which files must not be copied, each with its problem.

    Both are from the path below the docs folder to where the file lies: all files, and the hidden pages.
    """
    pages = {known: path for path, at in hidden.items() if (known := _identity(at))}
    told: dict[str, Problem | None] = {}
    for path, at in files.items():
        if is_page(path):
            continue
        of = pages.get(_identity(at) or (0, 0))
        told[path] = is_hidden_page(path, of) if of else keeps_itself_back(path, _beginning(at))
    return {path: problem for path, problem in told.items() if problem}


def same_files(files: Mapping[str, str]) -> dict[str, list[str]]:
    """Return of each file that has several names all of them, by each: links of the file system, which MkDocs
    copies under every name.

    `files` are from the path below the docs folder to where the file lies.
    """
    by_identity: dict[tuple[int, int], list[str]] = {}
    for path, at in files.items():
        if known := _identity(at):
            by_identity.setdefault(known, []).append(path)
    return {path: paths for paths in by_identity.values() if len(paths) > 1 for path in paths}


def pages_twice(pages: Mapping[str, str]) -> list[Problem]:
    """Return a problem for each page that is the file of another one, so that what it says counts twice; of
    those between the same two folders, for the first.

    `pages` are those of the roadmap, from the path below the docs folder to where the file lies.
    """
    twice: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for path, names in same_files(pages).items():
        first = min(names, key=lambda name: (_is_behind_link(name, pages[name]), name))
        if path != first:
            twice.setdefault((posixpath.dirname(path), posixpath.dirname(first)), []).append((path, first))
    return [_twice(*min(between), more=len(between) - 1) for between in twice.values()]


def _twice(path: str, first: str, more: int) -> Problem:
    others = f", and so {'does' if more == 1 else 'do'} {more} more of that folder" if more else ""
    return problem(
        "same-file", Place(path),
        f"a link of the file system makes this page {first} once more, so what it says counts twice{others}; "
        "remove the link, or keep one of the two out by exclude_docs")


def _is_behind_link(path: str, at: str) -> bool:
    return not os.path.realpath(at).replace(os.sep, "/").endswith(f"/{path}")


def _identity(at: str) -> tuple[int, int] | None:
    """Return what two names of one file have in common; None: it cannot be known."""
    try:
        found = Path(at).stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _beginning(at: str) -> str:
    """Return the first lines of a file if they may be front matter; else nothing."""
    try:
        with Path(at).open("rb") as stream:
            begin = stream.read(6)
            if not begin.removeprefix(b"\xef\xbb\xbf").startswith(b"---"):
                return ""
            return (begin + stream.read(_LOOKS_LIKE_A_PAGE)).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
