"""mkdocs-git-authors, which asks git who wrote a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from glob import escape
from typing import Any


def keep_from_authors(plugins: Mapping[str, Any], paths: Iterable[str]) -> None:
    """Keep it from pages that nobody wrote, by source path: git does not know them, and it warns of each."""
    own = getattr(plugins.get("git-authors"), "config", None)
    if own is not None:
        listed = list(own.get("exclude") or [])
        own["exclude"] = [*listed, *(path for path in map(escape, paths) if path not in listed)]
