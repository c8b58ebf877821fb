"""Material's blog, which has rules of its own for the drafts among its posts, and gives them addresses."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link
from mkdocs.structure.pages import Page

from ...exports.addresses import folded
from ...project.clock import now
from ...reading.hidden_pages.hidden import Hidden
from ...vocabulary.codes import Severity
from ...vocabulary.problems import Place, Problem, problem
from ...vocabulary.settings import Settings
from ..navigation import drop
from .material import material_plugin


def blog_posts(config: MkDocsConfig) -> str:
    """Return the folder of its posts, below the docs folder; empty: the site has no such blog."""
    own = _options(config)
    if own is None or not hasattr(own, "post_dir"):
        return ""
    folder = str(own.post_dir).replace("{blog}", str(own.blog_dir))
    return posixpath.normpath(folder).removeprefix("./")


def blog_words(config: MkDocsConfig) -> Mapping[str, frozenset[str]]:
    """Return the only authors and categories that it takes, as far as it does not take any."""
    own = _options(config)
    blog: Any = material_plugin(config, "blog")
    words = {}
    if getattr(own, "categories", False) and getattr(own, "categories_allowed", None):
        words["categories"] = frozenset(map(str, own.categories_allowed))
    if getattr(own, "authors", False) and isinstance(listed := getattr(blog, "authors", None), dict):
        words["authors"] = frozenset(map(str, listed))
    return words


def waits_for_date(config: MkDocsConfig) -> bool:
    """True when it holds its posts back until their time has come, which it reckons in UTC."""
    return bool(getattr(_options(config), "draft_if_future_date", False))


def blog_now(config: MkDocsConfig, *, is_preview: bool) -> datetime | None:
    """Return the time after which it takes a post for a draft; None: it does not, whatever its date.

    In a preview it shows drafts, and we say that they are.
    """
    is_asked_for_all = bool(getattr(_options(config), "draft", False)) and not is_preview
    return now() if waits_for_date(config) and not is_asked_for_all else None


def _options(config: MkDocsConfig) -> Any:
    """Return its options; None: the site has it not, or switched off."""
    blog: Any = material_plugin(config, "blog")
    own = getattr(blog, "config", None)
    return own if own is not None and getattr(own, "enabled", True) else None


def posts_at_one_address(
    files: Files, settings: Settings, shows: Callable[[File], bool], ours: Collection[str]
) -> list[Problem]:
    """Return a problem for each post that it writes over another page, or another page over it: it makes
    addresses of days and titles, and two of them may be the same.

    Where neither page is one of `ours`, those of the roadmap by source path, it is a warning: a page is lost,
    but nothing of ours.
    """
    by_looks: defaultdict[str, list[str]] = defaultdict(list)
    for file in files.documentation_pages():
        if shows(file):
            by_looks[folded(file.dest_uri)].append(file.src_uri)
    told = []
    for paths in by_looks.values():
        posts = [path for path in paths if settings.is_in_blog(path)]
        if len(paths) < 2 or not posts:
            continue
        last = max(posts)
        first, *others = sorted(path for path in paths if path != last)
        found = problem(
            "page-conflict", Place(last),
            f"this post and {first!r} come to lie at one address, {files.src_uris[last].url!r}, so that one "
            "of them is nowhere in the site; give one of them another title, or a `slug`",
            *map(Place, (first, *others)))
        is_ours = any(path in ours for path in paths)
        told.append(found if is_ours else replace(found, severity=Severity.WARNING))
    return told


def drop_links_to_hidden(page: Page, hidden: Hidden) -> None:
    """Take out of a post the `links` of its front matter that lead to hidden pages: the blog shows the
    addresses of pages that the site has not as they are written.
    """
    links = getattr(getattr(page, "config", None), "links", None)
    if isinstance(items := getattr(links, "items", None), list):
        drop(items, lambda item: isinstance(item, Link) and bool(
            hidden.named_by(page.file.src_uri, item.url or "")))
