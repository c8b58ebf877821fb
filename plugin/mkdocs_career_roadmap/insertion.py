"""Putting fragments of ours into a page that MkDocs rendered."""

from __future__ import annotations

import html as html_library
import re
from collections.abc import Iterable

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .render import Heading
from .values import slug

_TITLE = re.compile(r"\s*(?:<!--.*?-->\s*)*<h1\b.*?</h1>", re.DOTALL)


def title_heading(title: str) -> str:
    """Return the heading of a page that nobody wrote."""
    return f'<h1 id="{html_library.escape(slug(title) or "title")}">{html_library.escape(title)}</h1>'


def below_title(html: str, fragment: str) -> str:
    """Return the page with `fragment` below its title; at its top if it begins with no
    heading, since the theme then prints the title above.
    """
    match = _TITLE.match(html)
    at = match.end() if match else 0
    return f"{html[:at]}\n{fragment}\n{html[at:]}" if fragment else html


def add_headings(page: Page, headings: Iterable[Heading]) -> None:
    """Add the headings of a fragment to the page's table of contents and known anchors."""
    items = getattr(page.toc, "items", None)
    if items is None:  # a page that was never rendered
        items = []
        page.toc = TableOfContents(items)
    if page.present_anchor_ids is None:
        page.present_anchor_ids = set()
    level = items[0].children if items and items[0].level == 1 else items
    for heading in headings:
        page.present_anchor_ids.add(heading.id)
        if heading.level == 2:
            level.append(AnchorLink(heading.title, heading.id, 2))
