"""mkdocs-llmstxt, which writes pages as Markdown for language models, and a list of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def list_again(plugins: Mapping[str, Any], files: Files, config: MkDocsConfig) -> None:
    """Let it choose its pages from those that the site has now: it chose before ours were made, and before
    those were gone that must not be in the site.
    """
    plugin = plugins.get("llmstxt")
    if hasattr(plugin, "_file_uris"):
        plugin.on_files(files, config=config)  # type: ignore[union-attr]


def tell_llmstxt(plugins: Mapping[str, Any], page: Page, html: str) -> None:
    """Let it write a page that it has chosen as readers see it: it read it before our parts were in it."""
    plugin = plugins.get("llmstxt")
    if page.file.src_uri in getattr(plugin, "_file_uris", ()):
        plugin.on_page_content(html, page=page)  # type: ignore[union-attr]
