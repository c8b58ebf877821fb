"""Where a page's text takes in another file whole, front matter and all.

Snippets of PyMdown, mkdocs-include-markdown, mkdocs-macros (Jinja), markdown-include and the embedded
notes of Obsidian each have a way to write it. They read the file from disk, so that what the
roadmap keeps back comes into a page by them, unless the line is found before they run.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import unquote

_SCISSORS = r"^[^\S\n]*(?:>[^\S\n]*)*-+8<-+"
_SNIPPET = re.compile(rf"""{_SCISSORS}[^\S\n]+(?P<q>["'])(?P<path>[^\n]+?)(?P=q)[^\S\n]*$""", re.MULTILINE)
_MARK = re.compile(rf"{_SCISSORS}[^\S\n]*$", re.MULTILINE)
_TAG = re.compile(r"""\{%-?\s*include(?:-markdown)?\s+(?P<q>["'])(?P<path>.+?)(?P=q)[^%]*%\}""", re.DOTALL)
_MARKDOWN_INCLUDE = re.compile(r"\{!\s*(?P<path>[^!\n]+?)\s*!\}")
_EMBED = re.compile(r"!\[\[(?P<path>[^\]|#\n]+)[^\]\n]*\]\]")
_LINES = re.compile(r"(?::[\w-]*|:-?\d+)+$")
"""The part of a file that a snippet asks for: `a.md:3:5`, `a.md:name`."""


@dataclass(frozen=True, slots=True)
class Include:
    """A place in a text where another file is taken in."""

    start: int
    stop: int
    """Behind all that asks for the file, which begins at `start`."""
    path: str
    """As it is written, without the lines that are asked for."""


def includes(body: str) -> list[Include]:
    """Return where a text takes in other files, in order; code is no exception, since the tools
    look into it, too.
    """
    if "8<" not in body and "{%" not in body and "{!" not in body and "![[" not in body:
        return []
    inline = [Include(m.start(), m.end(), _LINES.sub("", m["path"]))
             for pattern in (_SNIPPET, _TAG, _MARKDOWN_INCLUDE, _EMBED) for m in pattern.finditer(body)]
    return sorted([*inline, *_blocks(body)], key=lambda include: include.start)


def _blocks(body: str) -> Iterator[Include]:
    """Yield the lines between two marks of snippets that stand alone, each the name of a file."""
    marks = list(_MARK.finditer(body))
    for first, last in zip(marks[::2], marks[1::2], strict=False):
        at = first.end() + 1
        for line in body[at : last.start()].split("\n"):
            path = line.strip("> \t")
            if path and not path.startswith(";"):
                yield Include(at, at + len(line), _LINES.sub("", path))
            at += len(line) + 1


def meant(include: Include, page: str, paths: Iterable[str]) -> list[str]:
    """Return which of some source paths an include on a page may mean.

    Where the file is looked for depends on settings that are not known here, so that every path is
    meant that ends as the written one does. A pattern such as `posts/*.md` may mean many.
    """
    written = unquote(include.path.strip()).replace("\\", "/")
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(page), written))
    tail = re.sub(r"^(?:\.{0,2}/)+", "", posixpath.normpath(written))
    endings = {ending for name in (beside, tail) for ending in (name, f"{name}.md")}
    return [path for path in paths if path != page and any(_ends(path, ending) for ending in endings)]


def _ends(path: str, ending: str) -> bool:
    if any(sign in ending for sign in "*?["):
        return any(fnmatchcase(name, pattern) for name in (path, f"docs/{path}")
                   for pattern in (ending, f"*/{ending}"))
    return path == ending or path.endswith(f"/{ending}") or ending.endswith(f"/{path}")
