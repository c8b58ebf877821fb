"""What a blog had besides its pages, in the words of MkDocs Material; the report tells what is missing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from mkdocs_career_roadmap.new_site.parts import LANGUAGES, SiteParts
from mkdocs_career_roadmap.new_site.social import social_links

from ..blog.components import Components, themes_of
from ..blog.config import HugoConfig
from ..blog.mounts import mounts_left

_ICONS = (
    "favicon.svg",
    "favicon.png",
    "favicon.ico",
    "favicon-32x32.png",
    "images/favicon.ico",
    "img/favicon.ico",
    "images/favicon.png",
    "img/favicon.png",
    "icon.png",
)


def parts_of(config: HugoConfig, files: Collection[str]) -> SiteParts:
    """Return what a blog had besides its pages; `files` are the paths that are copied."""
    language, unknown = _language(config)
    params = config.mapping("params")
    feed, no_feed = _feed(config)
    own = params.get("social")
    social = {**params, "author": _mapping(params.get("author")) or _mapping(config.raw.get("author"))}
    icons = params.get("socialicons")
    if isinstance(icons, list):
        social["social"] = {"links": icons}
    elif isinstance(own, list):
        social["social"] = {"links": own}
    elif isinstance(own, Mapping):
        social["social_links"] = {key: value for key, value in own.items() if isinstance(value, str)}
    elif isinstance(config.raw.get("social"), Mapping):
        social["social_links"] = config.raw["social"]
    return SiteParts(
        author=author_of(config),
        language=language,
        favicon=_icon(params, files),
        logo=_logo(params, files),
        social=social_links(social),
        feed=feed,
        missing=(*unknown, *no_feed, *_missing(config)),
    )


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def author_of(config: HugoConfig) -> str:
    """Return the name of the blog's author; empty: it tells none."""
    for holder in (config.mapping("params"), config.raw):
        value = holder.get("author") or holder.get("authors")
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, Mapping):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return ""


def about_of(config: HugoConfig) -> str:
    """Return what the site says of itself, on one line; empty: nothing."""
    value = config.mapping("params").get("description") or config.raw.get("description")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _language(config: HugoConfig) -> tuple[str, list[str]]:
    written = config.text("languageCode") or config.text("locale") or config.language
    for one in (written, written.partition("-")[0]):
        for known in LANGUAGES:
            if known.lower() == one.lower():
                return known, []
    return "en", [f"The blog's language, {written:.40}: the theme does not know it, and speaks English"]


def _icon(params: Mapping[str, object], files: Collection[str]) -> str:
    assets = params.get("assets")
    for value in (params.get("favicon"), _mapping(assets).get("favicon")):
        if isinstance(value, str) and value.strip().lstrip("/") in files:
            return value.strip().lstrip("/")
    return next((one for one in _ICONS if one in files), "")


def _logo(params: Mapping[str, object], files: Collection[str]) -> str:
    value = params.get("logo")
    value = value.get("src") if isinstance(value, Mapping) else value
    name = value.strip().lstrip("/") if isinstance(value, str) else ""
    return name if name in files else ""


def _feed(config: HugoConfig) -> tuple[str, list[str]]:
    """Return where the feed of the site was, and what is to be told of feeds."""
    if "rss" in config.disabled:
        return "", []
    name = config.mapping("outputFormats", "rss").get("basename")
    is_named = isinstance(name, str) and re.fullmatch(r"[\w-]+", name)
    feed = f"{name if is_named else 'index'}.xml"
    others = "The feeds of sections and tags: the site has that of all posts alone"
    if not config.url:
        return "", [
            f"The feed /{feed}: a feed needs the site's address, and the configuration has no `baseURL`",
            others,
        ]
    if config.root:
        return "", [
            f"The feed {config.root}/{feed}: mkdocs-rss-plugin makes one, but at the root of a site",
            others,
        ]
    return feed, [others]


def templates_left(components: Components) -> Iterator[str]:
    """Yield what is to be told of templates that are not run."""
    for theme in components.absent:
        yield f"The shortcodes of {theme:.80}: its folder is not there; fetch it, and import again"
    for path in components.hooks:
        yield f"What `{path}` makes of the Markdown: the pages have the Markdown alone"


def _missing(config: HugoConfig) -> Iterator[str]:
    params = config.mapping("params")
    google = config.text("googleAnalytics") or config.mapping("services", "googleAnalytics").get("id")
    if google:
        yield f"Statistics by Google ({google!s:.40}): `extra.analytics` of the theme does the like"
    comments = next(
        (
            name
            for name in ("disqus", "giscus", "utterances", "isso", "commento")
            if params.get(name) or config.mapping("params", "comments").get(name)
        ),
        "",
    )
    if config.text("disqusShortname") or config.mapping("services", "disqus").get("shortname"):
        comments = "disqus"
    if comments:
        yield f"Comments by {comments}: the theme has them by a template of your own, partials/comments.html"
    themes = themes_of(config)
    for one in themes[:5]:
        yield f"The look of the theme {one:.80}: the site has that of Material"
    for one in mounts_left(config):
        yield f"The mount of {one:.120}: content, static files and assets in the blog's folder alone are read"
    if len(config.languages) > 1:
        others = ", ".join(one for one in config.languages if one != config.language)
        yield f"The languages {others:.120}: only {config.language} was imported"
