"""mkdocs-redirects, which leads from old addresses to pages that it knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.structure.files import File


def tell_redirects(plugins: Mapping[str, Any], ours: Mapping[str, File]) -> None:
    """Let it know our pages, by source path: it looked before they were made."""
    pages = getattr(plugins.get("redirects"), "doc_pages", None)
    if isinstance(pages, dict):
        pages.update(ours)
