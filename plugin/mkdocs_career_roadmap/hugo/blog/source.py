"""The files of a blog of Hugo: its pages, the files beside them, what is copied, its templates.

Nothing is trusted: what cannot be read, or lies outside of the blog's folder, is told in a note.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from mkdocs_career_roadmap.new_site.lines import ImportNote

from .components import Components, read_components
from .config import HugoConfig
from .content import HTML, ContentReader
from .listing import is_ignored, listed, mounted
from .pages import HugoPage, PageFile

__all__ = ["HTML", "HugoSource", "read_hugo"]


@dataclass(slots=True)
class HugoSource:
    """A blog, read."""

    root: Path
    pages: list[HugoPage] = field(default_factory=list)
    """By path; sections without a file are among them."""
    files: list[PageFile] = field(default_factory=list)
    """Those beside pages."""
    static: list[tuple[str, str]] = field(default_factory=list)
    """Path from the blog's folder, and address without a leading slash, of each file that is copied."""
    assets: dict[str, str] = field(default_factory=dict)
    """From the path among the assets to that from the blog's folder."""
    components: Components = field(default_factory=Components)
    notes: list[ImportNote] = field(default_factory=list)


def read_hugo(root: Path, config: HugoConfig, now: datetime | None = None) -> HugoSource:
    """Return the files of the blog in a folder. What is published after `now` is held back; without `now`
    nothing is for its day.
    """
    source = HugoSource(root)
    reader = ContentReader(root, config, now, source.notes)
    for path, name in mounted(root, config, "content", source.notes):
        if not is_ignored(path, config):
            reader.add(path, name)
    source.pages, source.files = reader.finish()
    source.static = mounted(root, config, "static", source.notes)
    source.assets = {name: path for path, name in mounted(root, config, "assets", [])}
    source.components = read_components(root, config, lambda folder: listed(root, folder, []))
    return source
