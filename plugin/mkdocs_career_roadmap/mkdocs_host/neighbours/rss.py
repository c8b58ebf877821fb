"""mkdocs-rss-plugin, which makes feeds of the pages of a site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from mkdocs.structure.files import File

_USUAL = {"rss_created": "feed_rss_created.xml", "rss_updated": "feed_rss_updated.xml"}
"""The names of feeds that Material writes into the heads of pages, whatever the plugin calls them."""


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


def with_feeds_as_named(output: str, plugins: Mapping[str, Any]) -> str:
    """Return a whole page whose links to the feeds have the names that `feeds_filenames` gives them.

    A link of the theme to a feed that another name was given to would lead nowhere.
    """
    names = getattr(getattr(plugins.get("rss"), "config", None), "feeds_filenames", None)
    if not names or 'type="application/rss+xml"' not in output:
        return output
    for key, usual in _USUAL.items():
        name = names.get(key) or usual
        if name != usual:
            link = rf'(<link rel="alternate" type="application/rss\+xml"[^>]* href="[^">]*?){usual}"'
            output = re.sub(link, rf'\g<1>{quote(name)}"', output)
    return output
