"""What the plugin needs of mkdocs.yml."""

from __future__ import annotations

from typing import Any


def first_of(kind: type[Any], config: Any) -> Any:
    """Return the first plugin of that kind that is switched on: two would add everything twice."""
    return next(p for p in config.plugins.values() if isinstance(p, kind) and p.config.enabled)


def listed_twice(config: Any) -> str:
    return (f"career-roadmap stands more than once in the plugins of {config.config_file_path}; "
            "keep one of them, with all its options")


def without_blog(config: Any) -> str:
    """Return what is told of a site that has both; empty if it has not."""
    blog = config.plugins.get("material/blog") or config.plugins.get("blog")
    if "i18n" not in config.plugins or blog is None or not blog.config.enabled:
        return ""
    return ("mkdocs-static-i18n takes the posts of Material's blog plugin out of the site; take one of the "
            f"two out of {config.config_file_path} (the roadmap needs no blog plugin)")
