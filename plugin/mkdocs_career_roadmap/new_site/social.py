"""The profiles of a blog's author elsewhere, as `extra.social` of Material has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote, urlsplit

_BRANDS, _SIMPLE = "fontawesome/brands/", "simple/"
_ANY = "fontawesome/solid/link"


class Social(NamedTuple):
    """A link to a profile."""

    icon: str
    """Of Material, such as `fontawesome/brands/github`."""
    link: str
    name: str


_NETWORKS: Mapping[str, tuple[str, str, str]] = {
    "github": (f"{_BRANDS}github", "GitHub", "https://github.com/{}"),
    "gitlab": (f"{_BRANDS}gitlab", "GitLab", "https://gitlab.com/{}"),
    "bitbucket": (f"{_BRANDS}bitbucket", "Bitbucket", "https://bitbucket.org/{}"),
    "orcid": (f"{_BRANDS}orcid", "ORCID", "https://orcid.org/{}"),
    "scholar": (f"{_BRANDS}google-scholar", "Google Scholar", "https://scholar.google.com/citations?user={}"),
    "semanticscholar": (
        f"{_SIMPLE}semanticscholar", "Semantic Scholar", "https://www.semanticscholar.org/author/{}"),
    "researchgate": (f"{_BRANDS}researchgate", "ResearchGate", "https://www.researchgate.net/profile/{}"),
    "dblp": (f"{_SIMPLE}dblp", "DBLP", "https://dblp.org/pid/{}"),
    "arxiv": (f"{_SIMPLE}arxiv", "arXiv", "https://arxiv.org/a/{}"),
    "osf": (f"{_SIMPLE}osf", "OSF", "https://osf.io/{}"),
    "zotero": (f"{_SIMPLE}zotero", "Zotero", "https://www.zotero.org/{}"),
    "linkedin": (f"{_BRANDS}linkedin", "LinkedIn", "https://www.linkedin.com/in/{}"),
    "twitter": (f"{_BRANDS}x-twitter", "X", "https://x.com/{}"),
    "mastodon": (f"{_BRANDS}mastodon", "Mastodon", "https://{}"),
    "bluesky": (f"{_BRANDS}bluesky", "Bluesky", "https://bsky.app/profile/{}"),
    "youtube": (f"{_BRANDS}youtube", "YouTube", "https://www.youtube.com/@{}"),
    "vimeo": (f"{_BRANDS}vimeo", "Vimeo", "https://vimeo.com/{}"),
    "stackoverflow": (f"{_BRANDS}stack-overflow", "Stack Overflow", "https://stackoverflow.com/users/{}"),
    "kaggle": (f"{_BRANDS}kaggle", "Kaggle", "https://www.kaggle.com/{}"),
    "huggingface": (f"{_SIMPLE}huggingface", "Hugging Face", "https://huggingface.co/{}"),
    "medium": (f"{_BRANDS}medium", "Medium", "https://medium.com/@{}"),
    "facebook": (f"{_BRANDS}facebook", "Facebook", "https://www.facebook.com/{}"),
    "instagram": (f"{_BRANDS}instagram", "Instagram", "https://www.instagram.com/{}"),
    "telegram": (f"{_BRANDS}telegram", "Telegram", "https://t.me/{}"),
    "reddit": (f"{_BRANDS}reddit", "Reddit", "https://www.reddit.com/user/{}"),
    "codepen": (f"{_BRANDS}codepen", "CodePen", "https://codepen.io/{}"),
    "dribbble": (f"{_BRANDS}dribbble", "Dribbble", "https://dribbble.com/{}"),
    "flickr": (f"{_BRANDS}flickr", "Flickr", "https://www.flickr.com/photos/{}"),
    "keybase": (f"{_BRANDS}keybase", "Keybase", "https://keybase.io/{}"),
    "lastfm": (f"{_BRANDS}lastfm", "Last.fm", "https://www.last.fm/user/{}"),
    "pinterest": (f"{_BRANDS}pinterest", "Pinterest", "https://www.pinterest.com/{}"),
    "soundcloud": (f"{_BRANDS}soundcloud", "SoundCloud", "https://soundcloud.com/{}"),
    "strava": (f"{_BRANDS}strava", "Strava", "https://www.strava.com/athletes/{}"),
    "tumblr": (f"{_BRANDS}tumblr", "Tumblr", "https://{}.tumblr.com"),
    "twitch": (f"{_BRANDS}twitch", "Twitch", "https://www.twitch.tv/{}"),
    "unsplash": (f"{_BRANDS}unsplash", "Unsplash", "https://unsplash.com/@{}"),
    "weibo": (f"{_BRANDS}weibo", "Weibo", "https://weibo.com/{}"),
    "xing": (f"{_BRANDS}xing", "XING", "https://www.xing.com/profile/{}"),
}
"""By name: the icon, the words, and the address of a profile."""
_ALIASES = {"x": "twitter", "googlescholar": "scholar", "stackexchange": "stackoverflow"}
_ENDING = re.compile(r"[_-](?:username|user|userid|id|url|profile|handle|link)$")
_NAME = re.compile(r"[\w.@/+-]{1,100}")


def social_links(config: Mapping[str, object], socials: object = None) -> tuple[Social, ...]:
    """Return the profiles that a configuration names, each once, in its order; none: it names none.

    `socials` is what `_data/socials.yml` says, where al-folio has them. Only addresses of the web count.
    """
    found: dict[str, Social] = {}
    for one in (*_of_theme(config), *_of_keys(config, is_sure=False), *_of_keys(socials, is_sure=True)):
        found.setdefault(one.link.rstrip("/").lower(), one)
    return tuple(found.values())


def _of_theme(config: Mapping[str, object]) -> Iterator[Social]:
    """Yield the profiles of the lists and mappings that themes have for them."""
    author, social = config.get("author"), config.get("social")
    yield from _of_keys(author, is_sure=True)
    for key in ("social-network-links", "social_links", "minima"):
        within = config.get(key)
        within = within.get("social_links") if key == "minima" and isinstance(within, Mapping) else within
        yield from _of_keys(within, is_sure=True)
        yield from _of_list(within)
    for holder in (author, social):
        yield from _of_list(holder.get("links") if isinstance(holder, Mapping) else None)


def _of_keys(values: object, *, is_sure: bool) -> Iterator[Social]:
    """Yield the profile of each key that is a network's. Unless it is sure that they are, such a key has an
    ending like `_username`, or a mapping with a `username`.
    """
    for key, value in values.items() if isinstance(values, Mapping) else ():
        text = str(key).lower()
        if isinstance(value, Mapping):
            inner = value.get("username")
            if inner is None and is_sure and isinstance(value.get("url"), str):
                yield from _at(str(value["url"]), str(value.get("title") or value.get("label") or key))
            value, is_named = inner, True  # noqa: PLW2901 - it stands for the name within
        else:
            is_named = is_sure or bool(_ENDING.search(text))
        name = re.sub(r"[_-]", "", _ENDING.sub("", text))
        name = _ALIASES.get(name, name)
        if is_named and name in _NETWORKS and isinstance(value, str | int) and not isinstance(value, bool):
            yield from _profile(name, str(value).strip())


def _of_list(values: object) -> Iterator[Social]:
    """Yield the profiles of a list of addresses, or of mappings that have one."""
    for one in values if isinstance(values, list) else ():
        if isinstance(one, str):
            yield from _at(one, "")
        elif isinstance(one, Mapping):
            where = next((one[key] for key in ("url", "user_url", "link", "href") if one.get(key)), None)
            if isinstance(where, str):
                yield from _at(where, str(one.get("label") or one.get("title") or one.get("name") or ""))


def _profile(name: str, written: str) -> Iterator[Social]:
    icon, words, template = _NETWORKS[name]
    if re.match(r"https?://", written):
        yield from _at(written, words, icon)
        return
    user = written.removeprefix("@")
    if name == "mastodon":  # user@instance, or instance/@user
        user, _, host = user.rpartition("@") if "/" not in user else ("", "", user)
        user = f"{host}/@{user}" if user else host
        if "." not in user:
            return
    if _NAME.fullmatch(user):
        yield Social(icon, template.format(quote(user, safe="@/+")), words)


def _at(where: str, words: str, icon: str = "") -> Iterator[Social]:
    """Yield the link to an address of the web, with the icon of its host."""
    where = where.strip()
    try:
        host = (urlsplit(where).hostname or "").removeprefix("www.")
    except ValueError:
        return
    if not re.match(r"https?://", where) or not host or re.search(r"\s", where):
        return
    known = next((one for one in _NETWORKS.values() if _host(one[2]) == host), None)
    yield Social(icon or (known[0] if known else _ANY), where, words or (known[1] if known else host))


def _host(template: str) -> str:
    return (urlsplit(template).netloc).removeprefix("www.")
