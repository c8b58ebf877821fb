"""What the plugin asks of MkDocs, and gives to it: files, days, statuses."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from ..pages.render import ASSETS, SCRIPT
from ..vocabulary.labels import Words, status_names

PLACEHOLDER = Path(__file__).with_name("generated.md")
"""What other plugins find on disk where a page of ours is."""


def from_here(path: str) -> str:
    """Return a path as one would write it in the folder where MkDocs runs."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return path


def asset_file(path: str, config: MkDocsConfig) -> File:
    return File(path, str(ASSETS.parent), config.site_dir, config.use_directory_urls)


def add_assets(config: MkDocsConfig, assets: Iterable[str]) -> None:
    """Have every page load our stylesheets, before those of the site, and our script."""
    styles = [path for path in assets if path.endswith(".css") and path not in config.extra_css]
    config.extra_css[:0] = styles
    if SCRIPT not in config.extra_javascript:
        config.extra_javascript.append(SCRIPT)


def generated_file(path: str, config: MkDocsConfig) -> File:
    file = File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    # Plugins ask every page for a path on disk, and some cannot do without one.
    file.abs_src_path = str(PLACEHOLDER)
    return file


def site_url(config: MkDocsConfig) -> str:
    """Return where the site is going to be, with a slash at its end; empty: nobody says so.

    MkDocs adds the slash to what stands in mkdocs.yml, but not to what a plugin puts there later, such as
    mike the version.
    """
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def locale_of(config: MkDocsConfig) -> str:
    """Return the locale of the site: Material has it in `language`, the themes of MkDocs in `locale`."""
    return str(config.theme.get("language") or config.theme.locale)


def register_statuses(config: MkDocsConfig, words: Words) -> None:
    """Tell Material our statuses, so that its navigation names their icons."""
    statuses = config.extra.setdefault("status", {})
    if isinstance(statuses, dict):
        for status, name in status_names(words).items():
            statuses.setdefault(status, name)
