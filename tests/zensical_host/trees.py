"""Articles of built sites as trees, to tell whether two sites show the same."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import html5lib

_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_BLOCK = re.compile(r"\broadmap-\d+")
"""Ids of blocks: MkDocs numbers those of a site, Zensical those of a page."""


@cache
def tree(path: Path) -> Any:
    """Return a page as browsers read it; several tests ask for the same one."""
    return html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)


def article(root: Any) -> Any:
    """Return the element of a page with its text; None: it has none."""
    return next((e for e in root.iter("article") if "md-content__inner" in e.get("class", "")), None)


def lines(element: Any, folder: str, depth: int = 0) -> Iterator[str]:
    """Yield an element and all below it, a line each: its attributes with links as they lead from the root
    of the site, and its words. What themes put there is left out.
    """
    kind = element.get("class") or ""
    is_of_theme = kind in ("headerlink", "md-tags") or "md-content__button" in kind or (
        element.get("id") == "__skip" or (element.tag == "p" and not len(element) and not element.text))
    if isinstance(element.tag, str) and not is_of_theme:
        given = {key: _leads(value, folder) if key in ("href", "src") else _BLOCK.sub("roadmap-N", value)
                 for key, value in sorted(element.attrib.items()) if key != "data-search-exclude"}
        yield f"{' ' * depth}<{element.tag} {given}>"
        yield from _words(element.text, depth + 1)
        for child in element:
            yield from lines(child, folder, depth + 1)
            yield from _words(child.tail, depth + 1)


def _words(text: str | None, depth: int) -> Iterator[str]:
    if text and text.strip():
        yield f"{' ' * depth}{' '.join(text.split())}"


def _leads(href: str, folder: str) -> str:
    if _WHOLE.match(href):
        return href
    path, _, fragment = href.partition("#")
    return f"{posixpath.normpath(posixpath.join(folder, path)).removesuffix('/index.html')}#{fragment}"


def contents(root: Any) -> list[str]:
    """Return what the table of contents of a page leads to, and its words."""
    found = [f"{a.get('href')} {' '.join(''.join(a.itertext()).split())}" for nav in root.iter("nav")
             if "md-nav--secondary" in nav.get("class", "") for a in nav.iter("a")]
    return [one for one in dict.fromkeys(found) if one.startswith("#") and not one.startswith("#__")]


def pages(site: Path) -> dict[str, Path]:
    """Return the pages of a built site by path."""
    return {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
