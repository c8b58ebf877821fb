"""Includes that come with themes and stand in no blog, known by their names: videos, galleries, notices.

The names and parameters are those of minima, minimal-mistakes, al-folio, Chirpy, TeXt, Alembic, fastpages,
the documentation theme and of what blogs copy from one another. One that a blog has in its own `_includes` is
run instead, where it can be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape

from .embeds import PROVIDERS, address_of, gist, link, media_file, page_in_frame, player, tweet
from .markdown_text import inline, markdownified
from .pictures import parameters_of, picture_from
from .values import text_of

_ENDING = re.compile(r"\.(?:html|liquid|md)$")
_ROOM = re.compile(
    r"^(?:embeds?|extensions?|elements?|helpers?|components?|shortcodes?|widgets?|snippets|posts?)/")
_AROUND = re.compile(r"^(?:embed|responsive)-|-(?:embed(?:ded)?|player|iframe)$|(?<=[a-z])player$")
_TOC = frozenset({"toc", "table-of-contents", "toc-date"})
_MATHS = frozenset({"mathjax", "mathjax-support", "katex", "math", "latex", "scripts/mathjax", "lib/mathjax"})
_SEARCH = frozenset({"bib-search", "search", "search-bar", "searchbox"})
_SERVICES = {
    **{name: name for name in PROVIDERS}, "yt": "youtube", "youtube-video": "youtube", "vimeo-video": "vimeo",
    "bilibili-video": "bilibili", "googledrive": "google-drive", "pen": "codepen"}
_PICTURES = frozenset({
    "image-caption", "inline-image", "lazyload", "lightbox", "thumbnail", "photo", "screenshot",
    "responsive-image", "figure-full", "captioned-image", "image-with-caption", "img-with-caption"})
_NOTICES = {
    "note": "note", "notice": "note", "alert": "note", "callout": "note", "admonition": "note",
    "info": "info",
    "tip": "tip", "hint": "tip", "success": "success", "important": "warning", "warning": "warning",
    "caution": "warning", "danger": "danger", "error": "danger", "primary": "note", "default": "note",
    "secondary": "note", "question": "question", "quote": "quote", "bug": "bug", "example": "example"}
_OF_ONE_KIND = frozenset({
    "note", "info", "tip", "important", "warning", "danger", "caution", "hint", "success"})
_OF_ANY_KIND = frozenset({"alert", "notice", "callout", "admonition"})
_TEXTS = ("content", "text", "message", "body", "msg")
_PROFILES = {"icon-github": "https://github.com/{}", "icon-twitter": "https://twitter.com/{}",
             "icon-linkedin": "https://www.linkedin.com/in/{}", "repository/repo-user": "https://github.com/{}",
             "repository/repo": "https://github.com/{}", "repo": "https://github.com/{}",
             "github-repo": "https://github.com/{}"}

_Given = Mapping[str, str]


def known_include(
    markup: str, baseurl: str, value: Callable[[str], str], page: Mapping[str, object]
) -> str | None:
    """Return the HTML of an include of a theme; None: it is none that is known, or lacks what it shows.

    A table of contents, a search and the set-up of formulas are an empty text: every page of the new site has
    the first two beside it, and its configuration has the third.
    """
    name = _ENDING.sub("", (markup.split(None, 1) or [""])[0]).casefold().replace("_", "-")
    name = _AROUND.sub("", _ROOM.sub("", name))
    given = parameters_of(markup, value)
    if given is None:
        return None
    if name in _TOC | _MATHS | _SEARCH:
        return ""
    if name in _OF_PAGE:
        return _OF_PAGE[name](given, baseurl, page)
    if name in _PICTURES:
        return picture_from(given, baseurl)
    if name in _OF_ONE_KIND | _OF_ANY_KIND:
        return _notice(name, given)
    if name in _PROFILES:
        return _profile(_PROFILES[name], given)
    return _BY_NAME[name](given, baseurl) if name in _BY_NAME else player(_SERVICES.get(name, ""), given)


def why_empty(markup: str) -> str:
    """Return why an include that is known shows nothing."""
    name = _ENDING.sub("", (markup.split(None, 1) or [""])[0]).casefold().replace("_", "-")
    name = _AROUND.sub("", _ROOM.sub("", name))
    if name in _MATHS:
        return "the set-up of formulas, for which mkdocs.yml has the lines"
    what = "a search" if name in _SEARCH else "a table of contents"
    return f"{what}, which stands beside the page here"


def _film(given: _Given, baseurl: str) -> str | None:
    provider = given.get("provider", "youtube").casefold()
    return media_file("video", given, baseurl) or player(provider, given)


def _message(given: _Given, _baseurl: str) -> str | None:
    return tweet(given.get("url") or given.get("id") or given.get("link") or given.get("content") or "")


def _gist(given: _Given, _baseurl: str) -> str | None:
    return gist(given.get("id") or given.get("gist") or given.get("src") or "")


def _button(given: _Given, baseurl: str) -> str | None:
    where = given.get("link") or given.get("url") or given.get("href")
    text = given.get("text") or given.get("title")
    return link(address_of(where, baseurl), text, "md-button") if where and text else None


def _twitch(given: _Given, _baseurl: str) -> str | None:
    """Return a link: the player of Twitch wants to be told the host of the site."""
    found = given.get("id", "")
    return link(f"https://www.twitch.tv/videos/{found}") if found.isdecimal() else None


_BY_NAME: Mapping[str, Callable[[_Given, str], str | None]] = {
    "video": _film, "audio": lambda given, baseurl: media_file("audio", given, baseurl),
    "pdf": page_in_frame, "pdf-viewer": page_in_frame, "iframe": page_in_frame, "webpage": page_in_frame,
    "twitter": _message, "tweet": _message, "gist": _gist, "button": _button, "twitch": _twitch,
}


def _notice(name: str, given: _Given) -> str | None:
    text = next((given[key] for key in _TEXTS if given.get(key)), "")
    wanted = given.get("type") or given.get("kind") or "" if name in _OF_ANY_KIND else name
    kind = _NOTICES.get(wanted.casefold(), "note")
    title = f'<p class="admonition-title">{escape(given["title"])}</p>' if given.get("title") else ""
    return f'<div class="admonition {kind}">{title}{markdownified(text)}</div>' if text.strip() else None


def _profile(address: str, given: _Given) -> str | None:
    name = given.get("username") or given.get("repository") or given.get("repo") or given.get("user") or ""
    return link(address.format(name), name) if re.fullmatch(r"[\w./-]+", name, re.ASCII) else None


# --- what stands in the front matter of the page ---


def _listed(given: _Given, page: Mapping[str, object], usual: str) -> Sequence[object]:
    listed = page.get(given.get("id") or usual)
    return listed if isinstance(listed, Sequence) and not isinstance(listed, str) else ()


def _gallery(given: _Given, baseurl: str, page: Mapping[str, object]) -> str | None:
    """Return the pictures that a page lists under the name of a gallery, each with its link."""
    shown = []
    for one in _listed(given, page, "gallery"):
        more = one if isinstance(one, Mapping) else {"image_path": one}
        picture = _picture(more, baseurl)
        if not picture:
            return None
        url = more.get("url")
        shown.append(f'<a href="{escape(address_of(url, baseurl))}">{picture}</a>'
                     if isinstance(url, str) and url else picture)
    caption = inline(given.get("caption", ""))
    end = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{''.join(shown)}{end}</figure>" if shown else None


def _picture(one: Mapping[str, object], baseurl: str) -> str:
    path = one.get("image_path")
    if not isinstance(path, str) or not path:
        return ""
    return f'<img src="{escape(address_of(path, baseurl))}" alt="{escape(text_of(one.get("alt") or ""))}">'


def _features(given: _Given, baseurl: str, page: Mapping[str, object]) -> str | None:
    """Return the rows of features that a page lists: of each its picture, title, text and button."""
    rows = []
    for one in _listed(given, page, "feature_row"):
        if not isinstance(one, Mapping):
            return None
        title, text, url = (text_of(one.get(key) or "") for key in ("title", "excerpt", "url"))
        label = text_of(one.get("btn_label") or title or url)
        button = link(address_of(url, baseurl), label, "md-button") if url else ""
        rows.append("".join([
            "<div>", _picture(one, baseurl), f"<h2>{inline(title)}</h2>" if title else "",
            markdownified(text) if text.strip() else "", f"<p>{button}</p>" if button else "", "</div>"]))
    return "".join(rows) or None


_OF_PAGE: Mapping[str, Callable[[_Given, str, Mapping[str, object]], str | None]] = {
    "gallery": _gallery, "feature-row": _features}
