"""mkdocs-alias, which writes the titles of pages where other pages name them by an alias."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


def hide_from_alias(plugins: Mapping[str, Any], hidden: Collection[str]) -> None:
    """Let it forget pages that the site does not have, by source path: it would write their titles into
    public ones. It then tells that there is no such alias.
    """
    aliases = getattr(plugins.get("alias"), "aliases", None)
    if isinstance(aliases, dict):
        for alias in [alias for alias, of in aliases.items() if of.get("url") in hidden]:
            del aliases[alias]
