"""mkdocs-rss-plugin, which makes feeds of the pages of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mkdocs.structure.files import File


def mend_feeds(
    plugins: Mapping[str, Any], unwanted: Iterable[File], finished: Callable[[str], str]
) -> None:
    """Take pages out of its feeds: generated ones, since it gives what has no date that of the build, so
    that they would be news at every build, and locked ones, whose beginnings it shows.

    It takes the texts of pages before they are `finished`, which takes links to hidden pages out and fills
    blocks.
    """
    paths = {str(file.abs_src_path) for file in unwanted}
    for plugin in plugins.values():
        pages = getattr(plugin, "pages_to_filter", None)
        if isinstance(pages, list):
            pages[:] = [page for page in pages if str(page.abs_path) not in paths]
            for page in pages:
                if isinstance(page.description, str):
                    page.description = finished(page.description)
