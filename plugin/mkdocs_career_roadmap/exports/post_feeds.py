"""Feeds of the posts themselves, with their texts: of all, and of those that serve a goal.

Each is there twice, as Atom (RFC 4287) and as JSON Feed (https://www.jsonfeed.org/version/1.1/).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape
from typing import NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree as ET

from ..roadmap.model import Post, Roadmap
from .feed import NO_XML, UNKNOWN, Channel, add, as_xml, atom_head, moment, tag_base
from .json_shapes import Url

MOST_POSTS = 30
"""How many posts a feed has at most."""
ATOM_NAME, JSON_NAME = "feed.xml", "feed.json"
OF_ALL = "posts"
"""The folder of the feeds of all posts."""
GOALS = "goals/"
"""The folder in which each goal has a folder with the feeds of its posts."""
_VERSION = "https://jsonfeed.org/version/1.1"


class PostFeed(NamedTuple):
    """A feed that a roadmap has."""

    name: str
    """Of its file, below the folder of the overview."""
    goal: str | None = None
    """The goal that its posts serve. None: it has all posts."""

    @property
    def is_json(self) -> bool:
        return self.name.endswith(JSON_NAME)


class Read(NamedTuple):
    """What a feed tells of posts that only a host knows."""

    url: Url
    """Returns whole addresses of pages."""
    html: Callable[[str], str]
    """Returns the HTML of the post at a path, with whole addresses; empty: only its beginning is known."""
    authors: Callable[[Post], tuple[str, ...]]
    language: str


def feed_named(name: str) -> PostFeed:
    """Return the feed whose file has that name, one of those that `post_feeds` returned."""
    folder = name.rpartition("/")[0]
    return PostFeed(name, None if folder == OF_ALL else folder.removeprefix(GOALS))


def post_feeds(roadmap: Roadmap) -> tuple[PostFeed, ...]:
    """Return the feeds of posts; none if no post has a day, since a feed says when something was written.

    A goal without such posts has none.
    """
    dated = {post.path for post in roadmap.posts if post.day}
    folders: dict[str, str | None] = {OF_ALL: None} if dated else {}
    folders |= {f"{GOALS}{goal.id}": goal.id for goal in roadmap.goals if not dated.isdisjoint(goal.posts)}
    return tuple(PostFeed(f"{folder}/{name}", goal) for folder, goal in folders.items()
                 for name in (ATOM_NAME, JSON_NAME))


def posts_of(roadmap: Roadmap, goal: str | None) -> tuple[Post, ...]:
    """Return the latest posts with a day, of all or of a goal, the newest first."""
    posts: Iterable[Post] = roadmap.posts if goal is None else map(
        roadmap.post.__getitem__, roadmap.goal[goal].posts)
    dated = sorted(((post.day, at, post) for at, post in enumerate(posts) if post.day), reverse=True)
    return tuple(post for _, _, post in dated[:MOST_POSTS])


def is_of_posts(name: str) -> bool:
    """True for the name of a file that is a feed of posts."""
    return name.endswith((f"/{ATOM_NAME}", f"/{JSON_NAME}"))


def feed_of_posts(roadmap: Roadmap, of: PostFeed, channel: Channel, read: Read) -> str:
    """Return the text of a feed, empty if it has no post. The same posts always make the same text."""
    posts = posts_of(roadmap, of.goal)
    if not posts:
        return ""
    return (_json if of.is_json else _atom)(roadmap, posts, of, channel, read)


def told_in(roadmap: Roadmap, of: PostFeed, channel: Channel, read: Read) -> tuple[object, ...]:
    """Return all that a feed tells, to be compared, but for what the host answers: addresses and texts."""
    posts = posts_of(roadmap, of.goal)
    return (channel, posts, read.language, [(_goals(roadmap, post), read.authors(post)) for post in posts])


def _id(channel: Channel, of: PostFeed, post: Post | None = None) -> str:
    """Return what names a feed, or a post in whatever feed it stands; see `tag_base`."""
    base = tag_base(channel.address.removesuffix(of.name))
    return f"{base}post/{quote(post.path)}" if post else base + of.name.rpartition("/")[0]


def _atom(roadmap: Roadmap, posts: Sequence[Post], of: PostFeed, channel: Channel, read: Read) -> str:
    root = atom_head(channel, _id(channel, of), posts[0].day or date.min)
    for post in posts:
        entry = ET.SubElement(root, "entry")
        add(entry, "id", _id(channel, of, post))
        add(entry, "title", post.title)
        for name in ("published", "updated"):
            add(entry, name, moment(post.day or date.min))
        for author in read.authors(post):
            add(ET.SubElement(entry, "author"), "name", author)
        if address := read.url(post.path):
            ET.SubElement(entry, "link", rel="alternate", type="text/html", href=address)
        for goal in _goals(roadmap, post):
            ET.SubElement(entry, "category", term=NO_XML.sub(UNKNOWN, goal))
        if about := post.description or post.excerpt:
            add(entry, "summary", about, type="text")
        if html := read.html(post.path):
            add(entry, "content", html, type="html")
    return as_xml(root)


def _json(roadmap: Roadmap, posts: Sequence[Post], of: PostFeed, channel: Channel, read: Read) -> str:
    def item(post: Post) -> dict[str, object]:
        html, about = read.html(post.path), post.description or post.excerpt
        told = {
            "url": read.url(post.path), "title": post.title,
            "content_html": html or escape(about or post.title), "summary": about,
            "date_published": moment(post.day or date.min),
            "authors": [{"name": name} for name in read.authors(post)], "tags": _goals(roadmap, post)}
        return {"id": _id(channel, of, post), **{key: value for key, value in told.items() if value}}

    head = {"version": _VERSION, "title": channel.title, "home_page_url": channel.home,
            "feed_url": channel.address, "language": read.language.replace("_", "-"),
            "authors": [{"name": channel.author}] if channel.author else None}
    whole = {**{key: value for key, value in head.items() if value}, "items": [item(post) for post in posts]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _goals(roadmap: Roadmap, post: Post) -> list[str]:
    return [roadmap.goal[goal].title for goal in post.goals if goal in roadmap.goal]
