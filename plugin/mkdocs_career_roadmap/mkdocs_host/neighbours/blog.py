"""Material's blog, which has rules of its own for the drafts among its posts."""

from __future__ import annotations

import posixpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def blog_posts(config: MkDocsConfig) -> str:
    """Return the folder of its posts, below the docs folder; empty: the site has no such blog."""
    blog: Any = config.plugins.get("material/blog") or config.plugins.get("blog")
    own = getattr(blog, "config", None)
    if own is None or not getattr(own, "enabled", True) or not hasattr(own, "post_dir"):
        return ""
    folder = str(own.post_dir).replace("{blog}", str(own.blog_dir))
    return posixpath.normpath(folder).removeprefix("./")
