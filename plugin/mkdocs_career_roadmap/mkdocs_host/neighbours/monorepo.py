"""mkdocs-monorepo-plugin, which copies the docs folders of all parts of a repository into one."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig

from ..assets import from_here


def docs_as_written(config: MkDocsConfig) -> str | Callable[[str], str]:
    """Return the docs folder as one would write it here. Beside that plugin it is a copy, which is gone after
    the build: then what returns, for a path in it, where the file lies that was copied.
    """
    folder = from_here(config.docs_dir)
    merger = getattr(config.plugins.get("monorepo"), "merger", None)
    parts = getattr(merger, "docs_dirs", None)
    if not isinstance(parts, list) or not parts:
        return folder
    by_name = sorted((f"{name}/" if name else "", str(of)) for name, of in parts)

    def written(path: str) -> str:
        for name, of in reversed(by_name):  # a part within a part before that
            source = os.path.join(of, path.removeprefix(name))
            if path.startswith(name) and os.path.exists(source):
                return from_here(source)
        return posixpath.normpath(f"{folder}/{path}")

    return written
