"""The configuration of the new site: what MkDocs Material needs to show a blog as Jekyll did."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml

from mkdocs_career_roadmap.authoring.scaffold import GUARD, template, yaml_text

from .maths import Maths, maths_lines
from .menu import Item, nav_of
from .parts import SiteParts

FEED_PACKAGE = "mkdocs-rss-plugin"
"""The package of the plugin that makes the feed."""
_NO_PARTS = SiteParts()
_USUAL_MATHS = Maths()
@dataclass(frozen=True, slots=True)
class Blog:
    """The blog of the new site."""

    folder: str = "."
    """Where the list of posts lies, from the docs folder."""
    posts: str = "posts"
    """Where the posts lie, from there."""
    url_format: str = "{date}/{slug}"
    date_format: str = "yyyy/MM/dd"
    per_page: int = 10
    separator: str = "<!-- more -->"
    has_tags: bool = False
    has_maths: bool = False
    maths: Maths = _USUAL_MATHS
    has_dead_links: bool = False
    """Whether links of the old blog lead nowhere, which must not keep the site from being built."""
    shows_future: bool = False
    """Whether the old blog showed posts before their day."""


def config_text(name: str, about: str, address: str, blog: Blog | None, extensions: Sequence[object],
                parts: SiteParts = _NO_PARTS, menu: Sequence[Item] = (), *, has_tags: bool = False,
                has_maths: bool = False) -> str:
    """Return mkdocs.yml; without a blog for pages alone. Without an address or a description the lines are
    comments; without a menu there is
    none, and MkDocs lists all pages.
    """
    has_tags = has_tags or bool(blog and blog.has_tags)
    has_maths = has_maths or bool(blog and blog.has_maths)
    lines = [
        "# What the site is called. It stands at the top of every page.",
        f"site_name: {yaml_text(name)}",
    ]
    lines += [f"site_description: {yaml_text(about)}"] if about.strip() else []
    lines += ["", "# Where it is read. The sitemap, 404.html and search engines need it.",
              f"site_url: {yaml_text(address)}" if address else "# site_url: https://example.org/", ""]
    lines += ["# Who writes it.", f"site_author: {yaml_text(parts.author)}", ""] if parts.author else []
    lines += [_theme(parts), "plugins:", "  - search"]
    lines += ["  - tags"] if has_tags else []
    if blog:
        lines += ["  - blog:", *(f"      {line}" for line in _blog_lines(blog))]
        lines += _feed_lines(parts.feed, blog)
    lines += ["  - career-roadmap", *_works_lines(parts.works), ""]
    if menu:
        lines += ["# The menu of the old blog. The roadmap comes behind it by itself, once it has something.",
                  yaml.safe_dump({"nav": nav_of(menu)}, sort_keys=False, allow_unicode=True, width=200)]
    listed = {"markdown_extensions": [*extensions, "GUARD"]}
    lines += [yaml.safe_dump(listed, sort_keys=False, allow_unicode=True).replace("GUARD", GUARD)]
    if has_maths:
        lines += maths_lines()
    if blog and blog.has_dead_links:
        lines += ["# Dead links of the old blog do not stop `mkdocs build --strict`. New ones stop the",
                  "# workflow, by `career-roadmap check --site site --known import-report.md`.",
                  "validation:", "  links:", "    not_found: info", ""]
    lines += ["extra:", "  generator: false          # no line about the theme at the end of each page"]
    if parts.social:
        lines += ["  social:                   # the author's profiles, at the end of each page"]
        for one in parts.social:
            lines += [f"    - icon: {one.icon}", f"      link: {yaml_text(one.link)}",
                      f"      name: {yaml_text(one.name)}"]
    return "\n".join([*lines, *parts.remarks]) + "\n"


def _works_lines(files: Sequence[str]) -> Iterable[str]:
    """Yield how evidence may name the works that the pages cite; without files nothing."""
    if files:
        yield "  # With this line in its place evidence may name works by their keys; it wants pybtex."
        yield f"  # - career-roadmap: {{bibliography: {json.dumps(list(files), ensure_ascii=False)}}}"


def _theme(parts: SiteParts) -> str:
    """Return the part of a new site's configuration that is about the theme."""
    text = template("mkdocs.yml")
    text = text[text.index("theme:\n"): text.index("plugins:\n")]
    text = text.replace("  language: en ", f"  language: {parts.language} ")
    own = (("favicon", parts.favicon), ("logo", parts.logo))
    return text.rstrip("\n") + "\n" + "".join(f"  {key}: {yaml_text(path)}\n" for key, path in own if path)


def _feed_lines(feed: str, blog: Blog) -> Iterable[str]:
    """Yield the plugin that makes a feed of the posts where the old blog had it."""
    if not feed:
        return
    posts = blog.posts if blog.folder == "." else f"{blog.folder}/{blog.posts}"
    yield "  - rss:                    # the feed, where it was: readers stay subscribed"
    yield f"      match_path: {yaml_text(f'{re.escape(posts)}/.*')}"
    yield "      date_from_meta: {as_creation: date}"
    yield "      use_git: false"
    yield "      json_feed_enabled: false"
    yield "      feeds_filenames:"
    yield f"        rss_created: {yaml_text(feed)}"
    yield f"        rss_updated: {yaml_text(_beside(feed))}"


def _beside(feed: str) -> str:
    """Return the path of the other feed that the plugin makes: by the days on which posts were changed."""
    stem, ending = posixpath.splitext(feed)
    return f"{stem}-updated{ending}"


def _blog_lines(blog: Blog) -> Iterable[str]:
    yield f"blog_dir: {yaml_text(blog.folder) if blog.folder != '.' else '.'}"
    if blog.posts != "posts":
        yield f'post_dir: "{{blog}}/{blog.posts}"'
    yield f'post_url_format: "{blog.url_format}"  # the addresses that the posts had, as near as can be'
    if blog.date_format != "yyyy/MM/dd":
        yield f"post_url_date_format: {blog.date_format}"
    if "{categories}" in blog.url_format:
        yield "post_url_max_categories: 99"
    if blog.separator != "<!-- more -->":
        yield f"post_excerpt_separator: {yaml_text(blog.separator)}"
    if blog.per_page != 10:
        yield f"pagination_per_page: {blog.per_page}"
    if not blog.shows_future:
        yield "draft_if_future_date: true  # a post of tomorrow waits for its day"
