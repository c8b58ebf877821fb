"""What themes put into a page from elsewhere, as HTML: players, files, links to what needs a script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from .urls import relative_url

_ID = re.compile(r"[\w-]{2,80}", re.ASCII)
_AWAY = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.ASCII | re.IGNORECASE)
_FILM = re.compile(r"\.(?:mp4|webm|og[gv]|mov|m4v)(?:[?#].*)?$", re.IGNORECASE)
_VIDEO_ID = re.compile(
    r"(?:youtu\.be/|[?&/](?:v=|embed/|shorts/)|vimeo\.com/(?:video/)?)([\w-]{4,40})", re.ASCII)
_PLAYERS = {
    "youtube": "https://www.youtube-nocookie.com/embed/{}",
    "vimeo": "https://player.vimeo.com/video/{}",
    "bilibili": "https://player.bilibili.com/player.html?bvid={}",
    "google-drive": "https://drive.google.com/file/d/{}/preview",
    "dailymotion": "https://www.dailymotion.com/embed/video/{}",
    "ted": "https://embed.ted.com/talks/{}",
    "loom": "https://www.loom.com/embed/{}",
    "spotify": "https://open.spotify.com/embed/track/{}",
    "soundcloud": "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/{}",
    "netease-cloud-music": "https://music.163.com/outchain/player?type=2&id={}",
    "slideshare": "https://www.slideshare.net/slideshow/embed_code/key/{}",
    "speakerdeck": "https://speakerdeck.com/player/{}",
    "codepen": "https://codepen.io/{user}/embed/{}",
}
"""Where the player of a service shows what has an id there."""
PROVIDERS = frozenset(_PLAYERS)
_IDS = ("id", "video_id", "videoid", "video", "youtube_id", "vimeo_id", "hash", "slug", "track", "url", "src",
        "link", "path", "content")
_FILES = ("path", "src", "url", "file", "video", "audio", "source")


def address_of(path: str, baseurl: str) -> str:
    """Return where a file of the blog stands; an address elsewhere stays as it is."""
    return path if _AWAY.match(path) else relative_url(baseurl, path)


def player(provider: str, given: Mapping[str, str]) -> str | None:
    """Return a frame with the player of a service; None: it is not known, or it is not said what is shown."""
    found = next((given[key] for key in _IDS if given.get(key)), "").strip()
    if whole := _VIDEO_ID.search(found):
        provider, found = "vimeo" if "vimeo" in found else "youtube", whole[1]
    user = (given.get("user") or given.get("username") or "anon").strip()
    if provider not in _PLAYERS or not _ID.fullmatch(found) or not _ID.fullmatch(user):
        return None
    of = "Video of " if provider in ("youtube", "vimeo", "bilibili") else "From "
    title = given.get("title") or f"{of}{provider.replace('-', ' ').capitalize()}"
    return framed(_PLAYERS[provider].format(found, user=user), title)


def framed(address: str, title: str) -> str:
    """Return a frame that shows another page."""
    return (f'<iframe src="{escape(address)}" title="{escape(title)}" width="560" height="315" '
            'loading="lazy" allowfullscreen></iframe>')


def media_file(kind: str, given: Mapping[str, str], baseurl: str) -> str | None:
    """Return a film or a sound of the blog, with its caption; None: no path of one is given."""
    path = next((given[key] for key in _FILES if given.get(key)), "")
    if not path or (kind == "video" and not _FILM.search(path)):
        return None
    poster = f' poster="{escape(address_of(given["poster"], baseurl))}"' if given.get("poster") else ""
    shown = f'<{kind} src="{escape(address_of(path, baseurl))}"{poster} controls></{kind}>'
    caption = " ".join((given.get("caption") or "").split())
    return f"<figure>{shown}<figcaption>{caption}</figcaption></figure>" if caption else shown


def page_in_frame(given: Mapping[str, str], baseurl: str) -> str | None:
    """Return a frame with a page or a PDF; None: no address is given."""
    path = next((given[key] for key in (*_FILES, "pdf", "link") if given.get(key)), "").strip()
    title = given.get("title") or path.rpartition("/")[2] or path
    return framed(address_of(path, baseurl), title) if path else None


def link(address: str, text: str = "", kind: str = "") -> str:
    """Return a link, which needs no script and asks no other server; `kind` is its class."""
    of_class = f' class="{kind}"' if kind else ""
    return f'<a{of_class} href="{escape(address)}">{escape(text or address)}</a>'


def tweet(text: str) -> str | None:
    """Return a message of Twitter as a quotation with its link; None: it is no address or number."""
    text = text.strip()
    if text.isdecimal():
        text = f"https://twitter.com/i/status/{text}"
    if not re.fullmatch(r"https?://(?:\w+\.)?(?:twitter|x)\.com/[\w/.?=&%-]+", text, re.ASCII):
        return None
    return f'<blockquote class="twitter-tweet"><p>{link(text)}</p></blockquote>'


def gist(text: str) -> str | None:
    """Return a link to code at GitHub, from `user/id` or the id; None: it is neither."""
    name = text.strip().split(None, 1)[0] if text.strip() else ""
    return link(f"https://gist.github.com/{name}", f"gist {name}") if re.fullmatch(
        r"(?:[\w-]+/)?[0-9a-f]{5,40}|[\w-]+/[\w-]+", name, re.ASCII) else None
