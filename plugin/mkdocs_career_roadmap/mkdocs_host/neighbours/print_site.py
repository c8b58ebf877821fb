"""mkdocs-print-site, which puts all pages of a site onto one, to be printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.structure.pages import Page


def tell_print_site(plugins: Mapping[str, Any], page: Page, html: str) -> None:
    """Let it print a page as readers see it: it keeps what it printed before our parts are in it."""
    if "print-site" in plugins and hasattr(page, "html"):
        page.html = html
