"""The configuration of a Jekyll blog, with Jekyll's defaults (rules: jekyll/configuration.rb, 4.3)."""

from __future__ import annotations

import os
import posixpath
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs_career_roadmap.project.docs_folder import DocsFolder
from mkdocs_career_roadmap.reading.yaml_nodes import Region

from .ruby import text_of
from .yaml_values import YamlError, mapping_of

NAMES = ("_config.yml", "_config.yaml", "_config.toml")
_EXCLUDES = (
    ".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules",
    "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/")
_STYLES = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
_TYPES = {"page": "pages", "post": "posts", "draft": "drafts"}


class ConfigError(Exception):
    """A configuration that cannot be read, with a message for its author: the place, what, and the fix."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of documents. Every blog has `posts`."""

    name: str
    output: bool
    """True when its documents are pages of the site."""
    permalink: str
    """The template of their addresses."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """Front matter for many files at once."""

    path: str
    """Files whose path begins so, or a pattern with stars. Empty: all."""
    type: str | None
    """`posts`, `pages`, or a collection. None: any."""
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kramdown:
    """What the Markdown of the blog may contain."""

    input: str = "GFM"
    """`GFM` or `Kramdown`, as written."""
    hard_wrap: bool = False
    auto_ids: bool = True
    smart_quotes: tuple[str, ...] = ("lsquo", "rsquo", "ldquo", "rdquo")
    parse_block_html: bool = False
    toc_levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    raw: Mapping[str, Any] = field(default_factory=dict)
    """All options, as written."""


@dataclass(frozen=True, slots=True)
class Config:
    """What an import needs to know of a blog. Without a configuration every field has its default."""

    permalink: str = "date"
    """A style's name or a template."""
    timezone: str | None = None
    """None: that of the machine that builds; here UTC."""
    url: str = ""
    baseurl: str = ""
    """Empty, or with a slash before it and none behind."""
    title: str = ""
    description: str = ""
    author: Any = None
    """As written: a name or a mapping."""
    defaults: tuple[Defaults, ...] = ()
    collections: Mapping[str, Collection] = field(
        default_factory=lambda: {"posts": Collection("posts", True, _STYLES["date"])})
    collections_dir: str = ""
    include: tuple[str, ...] = (".htaccess",)
    exclude: tuple[str, ...] = _EXCLUDES
    kramdown: Kramdown = field(default_factory=Kramdown)
    markdown: str = "kramdown"
    """The engine, in lower case."""
    markdown_ext: tuple[str, ...] = (".markdown", ".mkdown", ".mkdn", ".mkd", ".md")
    excerpt_separator: str = "\n\n"
    """Empty: there are no excerpts."""
    includes_dir: str = "_includes"
    data_dir: str = "_data"
    layouts_dir: str = "_layouts"
    source: str = ""
    """The folder of the blog below the one that holds the configuration; empty: the same."""
    destination: str = "_site"
    """The folder that Jekyll writes to, from there."""
    show_drafts: bool = False
    future: bool = False
    unpublished: bool = False
    limit_posts: int = 0
    raw: Mapping[str, Any] = field(default_factory=dict)
    """The whole configuration, as written."""


def read_config(src: Path) -> Config:
    """Return the configuration of the blog in a folder; the defaults when it has none.

    Raises ConfigError.
    """
    folder = DocsFolder(str(src.resolve()))
    name = next((name for name in NAMES if os.path.lexists(src / name)), None)
    if name is None:
        return Config()
    if refused := folder.refusal(name):
        raise ConfigError(f"{src / name}: this is no file of the blog's folder ({refused.code}); put it in")
    source, wrong = folder.read(name)
    if wrong or source is None:
        raise ConfigError(f"{src / name}: {wrong.message if wrong else 'this cannot be read'}")
    try:
        return config_of(_values(name, source.text))
    except YamlError as error:
        place = f"{src / name}:{error.place.line}"
        raise ConfigError(f"{place}: {error.what}; Jekyll stops at this, too") from None


def _values(name: str, text: str) -> Mapping[str, Any]:
    if not name.endswith(".toml"):
        return mapping_of(Region(name, text.replace("\r\n", "\n")))[0]
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        raise ConfigError(f"{name}: this is not valid TOML: {error}") from None


def config_of(raw: Mapping[str, Any]) -> Config:
    """Return the configuration that values make. Raises ConfigError for what Jekyll stops at."""
    written = {key: value for key, value in raw.items() if value is not None}
    for key in ("include", "exclude"):
        if not isinstance(written.get(key, []), list):
            raise ConfigError(f"{key} is {written[key]!r}; write a list")
    permalink = text_of(written.get("permalink", "date"))
    limit = written.get("limit_posts")
    return Config(
        permalink=permalink, timezone=_text(written, "timezone") or None,
        url=_text(written, "url").rstrip("/"), baseurl=_baseurl(_text(written, "baseurl")),
        title=_text(written, "title") or _text(written, "name"),
        description=_text(written, "description"), author=written.get("author"),
        defaults=_defaults(written.get("defaults")),
        collections=_collections(written.get("collections", {}), permalink),
        collections_dir=_text(written, "collections_dir").strip("/"),
        include=_texts(written.get("include", [".htaccess"])),
        exclude=tuple(dict.fromkeys([*_texts(written.get("exclude", [])), *_EXCLUDES])),
        kramdown=_kramdown(written.get("kramdown")),
        markdown=_text(written, "markdown", "kramdown").lower(),
        markdown_ext=tuple(f".{one.lower()}" for one in _text(
            written, "markdown_ext", "markdown,mkdown,mkdn,mkd,md").split(",")),
        excerpt_separator=_text(written, "excerpt_separator", "\n\n"),
        includes_dir=_text(written, "includes_dir", "_includes").strip("/"),
        data_dir=_text(written, "data_dir", "_data").strip("/"),
        layouts_dir=_text(written, "layouts_dir", "_layouts").strip("/"),
        source=_folder(written, "source", ""), destination=_folder(written, "destination", "_site"),
        show_drafts=written.get("show_drafts") is True, future=written.get("future") is True,
        unpublished=written.get("unpublished") is True,
        limit_posts=limit if isinstance(limit, int) and limit > 0 else 0, raw=raw)


def _text(written: Mapping[str, Any], key: str, default: str = "") -> str:
    value = written.get(key, default)
    return default if isinstance(value, list | Mapping | bool) else text_of(value)


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str)) if isinstance(values, list) else ()


def _baseurl(written: str) -> str:
    path = written.strip().strip("/")
    return f"/{path}" if path else ""


def _folder(written: Mapping[str, Any], key: str, default: str) -> str:
    """Return a folder below the blog's; what leads out of it is no part of the blog."""
    path = posixpath.normpath(_text(written, key, default) or default or ".")
    if path.startswith(("/", "../")) or path == "..":
        if key == "source":
            raise ConfigError(f"source is {path!r}, outside the blog's folder; import from that folder")
        return default
    return "" if path == "." else path


def _collections(written: Any, permalink: str) -> dict[str, Collection]:
    named = dict.fromkeys(_texts(written)) if isinstance(written, list) else written
    collections = {}
    for label, options in {"posts": None, **(named if isinstance(named, Mapping) else {})}.items():
        own = options if isinstance(options, Mapping) else {}
        name = re.sub(r"[^a-zA-Z0-9_\-.]", "", label)
        usual = _STYLES.get(permalink, permalink) if label == "posts" else with_suffix(
            "/:collection/:path", permalink)
        template = own.get("permalink") if label != "posts" or own.get("permalink") else None
        collections[name] = Collection(
            name, label == "posts" or own.get("output") not in (None, False),
            usual if template is None else text_of(template))
    return collections


def with_suffix(template: str, style: str) -> str:
    """Return a template that ends as a style of addresses does (rule: jekyll/utils.rb)."""
    if style == "pretty":
        return f"{template}/"
    if style in ("date", "ordinal", "none"):
        return f"{template}:output_ext"
    return template + ("/" if style.endswith("/") else ":output_ext" if style.endswith(":output_ext") else "")


def _defaults(written: Any) -> tuple[Defaults, ...]:
    defaults = []
    for one in written if isinstance(written, list) else []:
        if isinstance(one, Mapping) and isinstance(one.get("values"), Mapping):
            scope = one.get("scope")
            scope = scope if isinstance(scope, Mapping) else {}
            path, kind = scope.get("path"), scope.get("type")
            kind = None if kind is None else text_of(kind)
            defaults.append(Defaults(
                path if isinstance(path, str) else "", _TYPES.get(kind or "", kind), one["values"]))
    return tuple(defaults)


def _kramdown(written: Any) -> Kramdown:
    own = written if isinstance(written, Mapping) else {}
    quotes = own.get("smart_quotes")
    return Kramdown(
        input=_text(own, "input", "GFM"), hard_wrap=own.get("hard_wrap") is True,
        auto_ids=own.get("auto_ids") is not False, parse_block_html=own.get("parse_block_html") is True,
        smart_quotes=tuple(quotes.split(",")) if isinstance(quotes, str) else _texts(quotes) or (
            Kramdown().smart_quotes),
        toc_levels=_levels(own.get("toc_levels")), raw=own)


def _levels(written: Any) -> tuple[int, ...]:
    """Return levels of headings: of a list, `2..4`, or `1,2,3`."""
    if isinstance(written, list):
        return tuple(one for one in written if isinstance(one, int))
    text = text_of(written)
    if match := re.fullmatch(r"\s*([1-6])\.\.\.?([1-6])\s*", text):
        return tuple(range(int(match[1]), int(match[2]) + 1))
    return tuple(int(one) for one in re.findall(r"\d", text)) or (1, 2, 3, 4, 5, 6)
