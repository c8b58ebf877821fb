"""Includes that come with themes and stand in no blog, known by their names: videos, sounds, galleries.

The names and parameters are those of minima, minimal-mistakes, al-folio, Chirpy and of what blogs copy from
one another. One that a blog has in its own `_includes` is run instead, where it can be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape

from .pictures import parameters_of
from .urls import relative_url

_ENDING = re.compile(r"\.(?:html|liquid|md)$")
_ID = re.compile(r"[\w-]{4,40}", re.ASCII)
_AWAY = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.ASCII | re.IGNORECASE)
_FILM = re.compile(r"\.(?:mp4|webm|ogv|mov|m4v)(?:[?#].*)?$", re.IGNORECASE)
_VIDEO_ID = re.compile(
    r"(?:youtu\.be/|[?&/](?:v=|embed/|shorts/)|vimeo\.com/(?:video/)?)([\w-]{4,40})", re.ASCII)
_YOUTUBE = frozenset({"youtube", "youtubeplayer", "youtube-player", "youtube_player", "youtube-embed",
                      "youtube_embed", "youtube-video", "yt", "embed/youtube"})
_VIMEO = frozenset({"vimeo", "vimeoplayer", "vimeo-player", "vimeo_embed", "vimeo-embed"})
_VIDEO = frozenset({"video", "video-embed", "video_embed", "embed/video"})
_AUDIO = frozenset({"audio", "embed/audio"})
_TOC = frozenset({"toc", "table-of-contents", "toc-date"})
_IDS = ("id", "video_id", "videoid", "video", "youtube_id", "vimeo_id", "url", "src", "link", "path")
_FILES = ("path", "src", "url", "file", "video", "audio")
_FRAMES = {"youtube": "https://www.youtube-nocookie.com/embed/", "vimeo": "https://player.vimeo.com/video/",
           "bilibili": "https://player.bilibili.com/player.html?bvid="}


def known_include(
    markup: str, baseurl: str, value: Callable[[str], str], page: Mapping[str, object]
) -> str | None:
    """Return the HTML of an include of a theme; None: it is not known, or lacks what it shows.

    A table of contents is an empty text, since every page of the new site has one beside it.
    """
    name = _ENDING.sub("", (markup.split(None, 1) or [""])[0]).casefold()
    given = parameters_of(markup, value)
    if given is None:
        return None
    if name in _TOC:
        return ""
    if name == "gallery":
        return _gallery(given, baseurl, page)
    if name in _AUDIO:
        return _file("audio", given, baseurl)
    if name in _VIDEO and (film := _file("video", given, baseurl)):
        return film
    provider = ("youtube" if name in _YOUTUBE else "vimeo" if name in _VIMEO else
                given.get("provider", "youtube").casefold() if name in _VIDEO else "")
    return _frame(provider, given)


def _frame(provider: str, given: Mapping[str, str]) -> str | None:
    texts = [given[key] for key in _IDS if given.get(key)]
    found = texts[0] if texts else ""
    if whole := _VIDEO_ID.search(found):
        provider, found = "vimeo" if "vimeo" in found else "youtube", whole[1]
    if provider not in _FRAMES or not _ID.fullmatch(found):
        return None
    title = escape(given.get("title") or f"Video of {provider.capitalize()}")
    return (f'<iframe src="{_FRAMES[provider]}{found}" title="{title}" width="560" height="315" '
            'loading="lazy" allowfullscreen></iframe>')


def _file(kind: str, given: Mapping[str, str], baseurl: str) -> str | None:
    path = next((given[key] for key in _FILES if given.get(key)), "")
    if not path or (kind == "video" and not _FILM.search(path)):
        return None
    return f'<{kind} src="{escape(_where(path, baseurl))}" controls></{kind}>'


def _where(path: str, baseurl: str) -> str:
    return path if _AWAY.match(path) else relative_url(baseurl, path)


def _gallery(given: Mapping[str, str], baseurl: str, page: Mapping[str, object]) -> str | None:
    """Return the pictures that a page lists under the name of a gallery, each with its link."""
    listed = page.get(given.get("id") or "gallery")
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        return None
    shown = []
    for one in listed:
        path = one.get("image_path") if isinstance(one, Mapping) else one
        if not isinstance(path, str) or not path:
            return None
        more = one if isinstance(one, Mapping) else {}
        picture = f'<img src="{escape(_where(path, baseurl))}" alt="{escape(str(more.get("alt") or ""))}">'
        url = more.get("url")
        shown.append(f'<a href="{escape(_where(url, baseurl))}">{picture}</a>'
                     if isinstance(url, str) and url else picture)
    caption = " ".join(given.get("caption", "").split())
    end = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{''.join(shown)}{end}</figure>" if shown else None
