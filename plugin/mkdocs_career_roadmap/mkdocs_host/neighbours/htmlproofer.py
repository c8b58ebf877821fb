"""mkdocs-htmlproofer, which follows the links of pages to the files that it knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.structure.files import Files


def tell_htmlproofer(plugins: Mapping[str, Any], files: Files) -> None:
    """Let it know our files: it looked before they were made."""
    known = getattr(plugins.get("htmlproofer"), "files", None)
    if isinstance(known, list):
        there = set(map(id, known))
        known += [file for file in files if id(file) not in there]
