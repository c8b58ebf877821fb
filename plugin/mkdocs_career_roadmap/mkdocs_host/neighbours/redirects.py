"""mkdocs-redirects, which leads from old addresses to pages that it knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs.structure.files import File

from ...exports.redirects import without_redirects_over
from ...reading.hidden_pages.hidden import Hidden
from ...reading.hidden_pages.led_to_hidden import without_redirects_of_hidden
from ...vocabulary.problems import Problem


def hide_from_redirects(plugins: Mapping[str, Any], hidden: Iterable[str]) -> None:
    """Let it forget pages that the site does not have, by source path: it would lead to them all the same,
    and publish their addresses. It then tells that its target does not exist.
    """
    pages = getattr(plugins.get("redirects"), "doc_pages", None)
    if isinstance(pages, dict):
        for path in hidden:
            pages.pop(path, None)


def tell_redirects(plugins: Mapping[str, Any], ours: Mapping[str, File]) -> None:
    """Let it know our pages, by source path: it looked before they were made."""
    pages = getattr(plugins.get("redirects"), "doc_pages", None)
    if isinstance(pages, dict):
        pages.update(ours)


def drop_redirects_of_hidden(plugins: Mapping[str, Any], hidden: Hidden) -> list[Problem]:
    """Let it forget what leads to a page that the site does not have, or from its address, and return a
    problem for each.
    """
    plugin: Any = plugins.get("redirects")
    maps = getattr(plugin, "redirects", None)
    if not isinstance(maps, dict):
        return []
    plugin.redirects, told = without_redirects_of_hidden(maps, hidden)
    return told


def drop_redirects_over(plugins: Mapping[str, Any], ours: Iterable[File]) -> list[Problem]:
    """Keep it from writing over pages of the roadmap, and return a problem for each: it writes when all else
    is written, and looks at nothing that lies there.
    """
    plugin: Any = plugins.get("redirects")
    maps = getattr(plugin, "redirects", None)
    if not isinstance(maps, dict):
        return []
    files = list(ours)
    plugin.redirects, told = without_redirects_over(
        maps, [(file.dest_uri, file.src_uri) for file in files],
        directory_urls=any(file.use_directory_urls for file in files))
    return told
