"""Which sites can be remembered: those of which everything that takes part was looked at and tried."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Any

import mkdocs
from mkdocs.config.defaults import MkDocsConfig

from ...project.on_disk.freeze import within

MKDOCS = ("1.6.1",)
"""The versions of MkDocs whose steps are known line by line."""
BLOG = "material.plugins.blog.plugin.BlogPlugin"
BLOG_OF = ("9.8.2",)
"""The versions of Material whose blog is known line by line."""
PLUGINS = frozenset({
    BLOG,
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
    return _misfit_of_blog([name for name, plugin in config.plugins.items() if class_of(plugin) == BLOG])


def _misfit_of_blog(names: list[str]) -> str:
    if len(names) > 1:
        return f"two blogs were not tried ({' and '.join(names[:2])})"
    if names and (found := _material()) not in BLOG_OF:
        return f"the blog of Material {found} was not tried, only {', '.join(BLOG_OF)}"
    return ""


def _material() -> str:
    try:
        return version("mkdocs-material")
    except PackageNotFoundError:
        return "by another name"


def class_of(plugin: Any) -> str:
    return f"{type(plugin).__module__}.{type(plugin).__qualname__}"


def is_known_jinja() -> bool:
    major, minor, patch, *_ = (*version("jinja2").split("."), "0", "0")
    return (major, minor) == ("3", "1") and patch.isdigit() and int(patch) >= 6
