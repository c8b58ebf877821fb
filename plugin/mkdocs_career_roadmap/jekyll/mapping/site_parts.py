"""What a blog had besides its pages: author, language, icon, feed, profiles, statistics, comments.

What Material has, too, is said in its words; what has to be thought about stands there as a comment; of what
is not there the report has a line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from mkdocs_career_roadmap.new_site.parts import LANGUAGES, SiteParts
from mkdocs_career_roadmap.new_site.social import social_links

from ..blog.config import Config
from ..blog.documents import Document, FileRole
from ..blog.ruby import text_of

_ICONS = ("favicon.svg", "favicon.png", "favicon.ico", "favicon-32x32.png", "icon.png")
_FOLDERS = ("", "assets/", "images/", "img/", "assets/img/", "assets/images/", "assets/favicon/",
            "assets/img/favicons/", "assets/icons/", "static/", "public/")
_DONE = frozenset({
    "jekyll-feed", "jekyll-sitemap", "jekyll-seo-tag", "jekyll-redirect-from", "jekyll-paginate",
    "jekyll-paginate-v2", "jekyll-include-cache", "jekyll-remote-theme", "jekyll-relative-links",
    "jekyll-optional-front-matter", "jekyll-titles-from-headings", "jekyll-default-layout",
    "jekyll-github-metadata", "jekyll-toc", "jekyll-minifier", "jekyll-tidy", "jekyll-regex-replace",
    "jekyll-target-blank", "jekyll-link-attributes", "jekyll-sass-converter", "jekyll-readme-index",
    "jekyll-commonmark-ghpages", "jekyll-commonmark", "kramdown-parser-gfm", "webrick", "hawkins",
    "jekyll-scholar", "jekyll/scholar", "jekyll-twitter-plugin", "jekyll-jupyter-notebook", "jekyll-gist",
    "jekyll-tabs", "jekyll-youtube", "jekyll-imagemagick", "jekyll-email-protect", "jekyll-cache-bust"})
"""Plugins of Jekyll of which nothing is missed."""
_USUAL_LAYOUTS = frozenset({"", "default", "page", "post", "posts", "home", "none", "null", "nil", "single",
                            "false", "base", "compress"})
_BLOCKS_GOOGLE = "https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-analytics/"
_COMMENTS = "https://squidfunk.github.io/mkdocs-material/setup/adding-a-comment-system/"


def parts_of(config: Config, documents: Sequence[Document], data: Mapping[str, object],
             files: Collection[str], blog: str) -> SiteParts:
    """Return what a blog had besides its pages. `files` are the paths that are copied, `blog` is the folder
    of the list of posts.
    """
    raw = config.raw
    language, unknown = language_of(raw)
    icon, odd_icon = _icon(raw, files)
    feed, no_feed = _kept_feed(_feed(config, documents), config, blog)
    return SiteParts(
        author=author_of(config), language=language, favicon=icon, logo=_logo(raw, files),
        social=social_links(raw, data.get("socials")), feed=feed,
        remarks=(*_analytics_lines(raw), *_comment_lines(raw)),
        missing=tuple(dict.fromkeys((*unknown, *odd_icon, *no_feed, *_missing(raw), *_of_author(config),
                                     *_of_layouts(documents), *_of_plugins(raw), *_of_data(data)))))


def author_of(config: Config) -> str:
    """Return the name of the blog's author; empty: it tells none."""
    author, raw = config.author, config.raw
    if isinstance(author, Mapping):
        author = author.get("name")
    if isinstance(author, str) and author.strip():
        return " ".join(author.split())
    names = (raw.get(f"{one}_name") for one in ("first", "middle", "last"))
    return " ".join(one.strip() for one in names if isinstance(one, str) and one.strip())


def title_of(config: Config) -> str:
    """Return the title of the site; al-folio's `blank` is the name of its author."""
    title = config.title.strip()
    return author_of(config) if title in ("", "blank") else title


def language_of(raw: Mapping[str, object]) -> tuple[str, list[str]]:
    """Return the language of a site or page in a code of Material, and what is not as it was; without one,
    English.
    """
    written = raw.get("lang") or raw.get("locale") or "en"
    text = re.split(r"[.@]", str(written).strip())[0].replace("_", "-")
    for one in (text, text.partition("-")[0]):
        for known in LANGUAGES:
            if known.lower() == one.lower():
                return known, []
    return "en", [f"The blog's language, {written!s:.40}: the theme does not know it, and speaks English"]


def _icon(raw: Mapping[str, object], files: Collection[str]) -> tuple[str, list[str]]:
    for key in ("favicon", "icon", "site_icon"):
        written = raw.get(key)
        if isinstance(written, str) and written.strip():
            names = (f"{folder}{written.strip().lstrip('/')}" for folder in _FOLDERS)
            found = next((name for name in names if name in files), "")
            if found:
                return found, []
            if key == "icon" and "." not in written:
                what = f"The icon of the site in the tabs of browsers, {written.strip():.40}, is no file"
                return "", [f"{what}; name one as `favicon` of the theme"]
    names = (f"{folder}{name}" for name in _ICONS for folder in _FOLDERS)
    return next((name for name in names if name in files), ""), []


def _logo(raw: Mapping[str, object], files: Collection[str]) -> str:
    written = raw.get("logo")
    name = written.strip().lstrip("/") if isinstance(written, str) else ""
    return name if name in files else ""


def _feed(config: Config, documents: Sequence[Document]) -> str:
    """Return where the feed of the blog was: that of a plugin, or one that the blog made itself."""
    raw = config.raw
    for one in documents:
        if is_feed(one):
            return text_of(one.data.get("permalink") or one.path).lstrip("/")
    plugins = raw.get("plugins") or raw.get("gems")
    if isinstance(plugins, list) and "jekyll-feed" in plugins:
        for key in ("feed", "atom_feed"):
            own = raw.get(key)
            if isinstance(own, Mapping) and isinstance(own.get("path"), str):
                return str(own["path"]).strip().lstrip("/") or "feed.xml"
        return "feed.xml"
    return ""


def _kept_feed(feed: str, config: Config, blog: str) -> tuple[str, list[str]]:
    """Return where a feed can be as it was, and what is to be told if it cannot."""
    folder, _, name = feed.rpartition("/")
    if not feed:
        return "", []
    if not config.url:
        return "", [f"The feed /{feed}: a feed needs the site's address, and the configuration has no `url`"]
    if folder not in ("", blog) or not re.fullmatch(r"[\w.-]+\.\w+", name):  # the plugin makes no folders
        return "", [f"The feed /{feed}: mkdocs-rss-plugin makes one, but at the root of a site"]
    return feed, []


def is_feed(document: Document) -> bool:
    """True for a page that the blog's author wrote to make a feed of the posts."""
    return document.role is FileRole.PAGE and document.ext.lower() in (".xml", ".rss", ".atom") and bool(
        re.search(r"<(?:feed|rss|rdf:RDF)[\s>]", document.body))


def _analytics_lines(raw: Mapping[str, object]) -> Iterator[str]:
    if key := _tracked(raw):
        yield f"  # Google counted the readers of the blog. These lines do it here; see {_BLOCKS_GOOGLE}"
        yield "  # first: in many countries readers must be asked."
        yield "  # analytics:"
        yield "  #   provider: google"
        yield f"  #   property: {key}"


def _tracked(raw: Mapping[str, object]) -> str:
    written = raw.get("google_analytics")
    analytics = raw.get("analytics")
    google = analytics.get("google") if isinstance(analytics, Mapping) else None
    inner = google if isinstance(google, Mapping) else {}
    for one in (written, inner.get("tracking_id"), inner.get("id"), google):
        if isinstance(one, str) and re.fullmatch(r"[\w-]{4,40}", one.strip(), re.ASCII):
            return one.strip()
    return ""


def _comment_lines(raw: Mapping[str, object]) -> Iterator[str]:
    if system := _commented(raw):
        yield f"  # Readers of the blog could comment, with {system}. The theme shows that by a template of"
        yield f"  # your own, partials/comments.html: {_COMMENTS}"


def _commented(raw: Mapping[str, object]) -> str:
    """Return what readers commented with; empty: they could not."""
    comments = raw.get("comments")
    provider = comments.get("provider") if isinstance(comments, Mapping) else None
    if isinstance(provider, str) and provider.strip():
        return re.sub(r"[^\w -]", "", provider)[:40]
    for name in ("giscus", "utterances", "disqus", "staticman", "isso", "hyvor"):
        for key in (name, f"{name}_shortname", f"{name}-shortname"):
            own = raw.get(key)
            if (isinstance(own, str) and own.strip()) or (
                    isinstance(own, Mapping) and any(one not in (None, "", False) for one in own.values())):
                return name.capitalize()
    return ""


def _missing(raw: Mapping[str, object]) -> Iterator[str]:
    if key := _tracked(raw):
        yield f"Statistics by Google ({key}): the lines are a comment in mkdocs.yml"
    if system := _commented(raw):
        yield f"Comments by {system}: mkdocs.yml tells how to have them"
    for key in ("cronitor_analytics", "pirsch_analytics", "openpanel_analytics", "matomo", "goatcounter",
                "plausible", "umami", "cloudflare_analytics"):
        if raw.get(key):
            yield f"Statistics ({key}): the theme has no such thing, but `extra_javascript` may load a script"
    if any(raw.get(f"{name}_site_verification") for name in ("google", "bing", "yandex", "alexa", "baidu")):
        yield "The marks by which search engines knew the owner: put their files into docs, or use a template"
    newsletter = raw.get("newsletter")
    if isinstance(newsletter, Mapping) and newsletter.get("enabled"):
        yield "The form for a newsletter"
    if isinstance(raw.get("email"), str) and str(raw["email"]).strip():
        yield "The address for mail: `extra.social` in mkdocs.yml may have it as a link `mailto:`"
    theme = raw.get("remote_theme") or raw.get("theme")
    if isinstance(theme, str) and theme.strip():
        yield f"The look of the theme {theme.strip():.60}: the site has that of Material"


def _of_author(config: Config) -> Iterator[str]:
    author = config.author if isinstance(config.author, Mapping) else {}
    parts = [key for key in ("avatar", "bio", "location", "employer") if author.get(key)]
    if parts:
        yield f"The author's {_listed(parts)}, which stood beside the pages: put them on a page"


def _of_layouts(documents: Sequence[Document]) -> Iterator[str]:
    used = {text_of(one.data.get("layout") or "") for one in documents
            if one.role in (FileRole.PAGE, FileRole.POST, FileRole.COLLECTION) and not one.hidden}
    odd = sorted(name for name in used - _USUAL_LAYOUTS if re.fullmatch(r"[\w./-]{1,60}", name))
    if odd:
        yield f"What the layouts {_listed(odd)} made of front matter and data around the text of pages"


def _of_plugins(raw: Mapping[str, object]) -> Iterator[str]:
    plugins = raw.get("plugins") or raw.get("gems")
    for one in plugins if isinstance(plugins, list) else ():
        if isinstance(one, str) and one not in _DONE and not one.endswith("-theme") and one.isprintable():
            yield f"What the plugin {one:.60} made{_HINTS.get(one, '')}"


_HINTS = {
    "jekyll-archives": ": Material's blog has pages of years and categories at addresses of its own",
    "jemoji": ": the extension pymdownx.emoji does the like",
    "jekyll-emoji": ": the extension pymdownx.emoji does the like",
    "jekyll-gist": ": the code of gists, which was fetched by the readers",
    "jekyll-last-modified-at": ": the plugin git-revision-date-localized does the like",
}


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:20]) + (" and more" if len(names) > 20 else "")


def _of_data(data: Mapping[str, object]) -> Iterator[str]:
    if names := sorted(name for name in data if name.isprintable()):
        yield f"The data {_listed(names)}: only what pages showed of it is there"
