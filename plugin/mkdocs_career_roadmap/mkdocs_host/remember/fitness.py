"""Which sites can be remembered: those of which everything that takes part was looked at and tried."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import mkdocs
from mkdocs.config.defaults import MkDocsConfig

from ...project.on_disk.freeze import within

MKDOCS = ("1.6.1",)
"""The versions of MkDocs whose steps are known line by line."""
PLUGINS = frozenset({
    "mkdocs_career_roadmap.mkdocs_host.plugin.CareerRoadmapPlugin",
    "mkdocs.contrib.search.SearchPlugin",
    "material.plugins.search.plugin.SearchPlugin",
})
"""The plugins that were tried in sites that are remembered, by their classes."""


def misfit(config: MkDocsConfig) -> str:
    """Return why nothing of a site is remembered; empty if it is."""
    if not within(type(config).__module__, ("mkdocs",)) or mkdocs.__version__ not in MKDOCS:
        return f"MkDocs {mkdocs.__version__} was not tried, only {', '.join(MKDOCS)}"
    if not is_known_jinja():
        return "Jinja before 3.1.6, or after 3.1, was not tried"
    if config.hooks:
        return f"nobody knows what {next(iter(config.hooks))} does (hooks)"
    if unknown := [name for name, plugin in config.plugins.items() if class_of(plugin) not in PLUGINS]:
        return f"the plugin {unknown[0]} was not tried with it"
    return ""


def class_of(plugin: Any) -> str:
    return f"{type(plugin).__module__}.{type(plugin).__qualname__}"


def is_known_jinja() -> bool:
    major, minor, patch, *_ = (*version("jinja2").split("."), "0", "0")
    return (major, minor) == ("3", "1") and patch.isdigit() and int(patch) >= 6
