"""The plugins that come with Material, or with its fork."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ...vocabulary.themes import of_material

_PAGEFIND = " data-pagefind-ignore"


def material_plugin(config: MkDocsConfig, name: str) -> Any:
    """Return the plugin of that name; None: the site does not have it."""
    return next((config.plugins[own] for own in of_material(name) if own in config.plugins), None)


def unsearched(config: MkDocsConfig) -> str:
    """Return the attribute of what the site's search must not find: boxes, blocks and views repeat what other
    pages say. Empty where the search reads pages before these are on them.

    MaterialX's search reads the built site.
    """
    own = getattr(material_plugin(config, "search"), "config", None)
    return _PAGEFIND if getattr(own, "provider", "") == "pagefind" else ""
